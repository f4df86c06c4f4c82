"""Tracked changes taken over or taken back: all of them, those of one author, those that touch one item."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType

from mzsh_model.kernel.errors import BadEdit, BadPath, expect
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.marking.revisions import Revision
from mzsh_model.wml.marking.settle import Chosen, settle


def revised(
    package: Package,
    outline: Outline,
    anchors: Mapping[str, Place],
    author: str | None,
    at: str | None,
    *,
    accept: bool,
) -> Package:
    """Return the package with its tracked changes accepted or rejected; of `author` alone, at the model path `at` alone.

    Raises:
        BadEdit: the file is signed or protected, or a change cannot be settled faithfully; nothing was changed.
        BadPath: nothing that was read stands at that path.
        CallerError: an argument of another type.
    """
    expect(at, (str, NoneType), "at", "模型路径")
    expect(author, (str, NoneType), "author", "修订作者的姓名")
    if at is not None and at not in anchors:
        raise BadPath("path-unanchored", f"{at} 不是读出来的内容，不知道它在文件里的哪里。路径见 mzsh read --json")
    if author is not None and not author.strip():
        raise BadEdit("revision-author", "要写出修订作者的姓名")
    return settle(package, outline, accept=accept, chosen=_chosen(anchors, author, at))


def _chosen(anchors: Mapping[str, Place], author: str | None, at: str | None) -> Chosen | None:
    if author is None and at is None:
        return None
    parts = () if at is None else anchors[at].parts

    def is_chosen(revision: Revision) -> bool:
        if author is not None and revision.author != author:
            return False
        return at is None or any(_touch(there, here) for there in parts for here in _parts(revision))

    return is_chosen


def _parts(revision: Revision) -> tuple[Place, ...]:
    return () if revision.place is None else revision.place.parts


def _touch(one: Place, other: Place) -> bool:
    return one.line == other.line and one.start <= other.end and other.start <= one.end
