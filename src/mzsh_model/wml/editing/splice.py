"""Edits as replacements of byte ranges: everything outside them stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.opc.xml import fitted

_PLACE = itemgetter(0, 1)


class Splice(NamedTuple):
    """Bytes `start` to `end` of a part are replaced by `new`; an insertion has `start == end`."""

    start: int
    end: int
    new: bytes


def spliced(xml: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the part with all splices done; insertions at one place stand in the order in which they are given.

    Raises:
        BadEdit: two splices overlap: elements stand in one another as in no file of Word, or a slip of ours.
    """
    out: list[bytes] = []
    at = 0
    for start, end, new in sorted(splices, key=_PLACE):
        if start < at:
            raise BadEdit("edit-overlap", "要改的两处在文件里交叠（文件结构反常），没有改动。请用 Word 打开另存后再试")
        out += [xml[at:start], fitted(new, xml)]
        at = end
    return b"".join([*out, xml[at:]])
