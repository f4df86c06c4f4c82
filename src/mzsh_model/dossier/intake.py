"""Files of a folder opened and read: each becomes a paper of a kind, or a stray with the reason."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mzsh_model.batch.run import crash
from mzsh_model.chinese.units import is_team
from mzsh_model.document.document import Document
from mzsh_model.document.opening import open_document
from mzsh_model.dossier.roster import plain_name
from mzsh_model.dossier.version_names import version_of
from mzsh_model.kernel.errors import MzshError
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.placeholders import find_blanks
from mzsh_model.kernel.secrecy import secrecy_mark
from mzsh_model.kinds.judging import needs_of
from mzsh_model.kinds.registry import kind_of
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.rules.context import Context, Source
from mzsh_model.rules.cross.accounts import meeting_year
from mzsh_model.rules.doubts import Needs, doubts_of
from mzsh_model.rules.package import PackageKind, kind_named
from mzsh_model.rules.papers import Paper, Scope
from mzsh_model.rules.profile import Profile

_HEAD = 6
_YEAR = lazy_pattern(r"(20\d\d)(?=年度)")


@dataclass(frozen=True, slots=True)
class Stray:
    """A file of the folder that is no paper of any meeting, and why, one sentence in Chinese."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Received:
    """A paper as it came in: what it says of its unit and its year, and its document."""

    paper: Paper
    document: Document
    unit: str
    year: int | None

    @property
    def place(self) -> str:
        """The folder it lies in, relative to the dossier's."""
        return self.paper.path.rpartition("/")[0]


def receive(path: Path, folder: Path, profile: Profile, today: date) -> Received | Stray:
    """Open and read one file. Content never raises: what cannot be taken is a stray."""
    shown = Path(os.path.relpath(path, folder)).as_posix()
    try:
        document = open_document(path)
        if any(secrecy_mark(line.text) for line in document.lines):
            return Stray(shown, "标有密级，没有读进来。请按保密规定处理")
        outcome = document.read()
    except MzshError as error:
        return Stray(shown, error.message)
    except Exception as slip:  # a bug of ours in one file; the other papers are looked at all the same
        return Stray(shown, crash(slip).message)
    head = [line.text for line in document.lines[:_HEAD]]
    neighbour = next((notice.text for notice in outcome.notices if notice.code == "neighbour-kind"), "")
    if neighbour:
        return Stray(shown, f"这是{neighbour}，不在一次民主生活会的材料之内")
    kind = _kind_of(outcome.value)
    if kind is None:
        return Stray(shown, "没有认出是哪一种材料")
    value = outcome.value
    scope, member = _whose(value, kind.scopes)
    version = version_of(path.stem, *head)
    context = Context(value, profile, today, Source(document.outline, outcome.anchors, outcome.notices))
    paper = Paper(
        shown,
        kind.kind,
        kind.zh,
        context,
        doubts_of(context, _compared(needs_of(value))),
        scope,
        member,
        version.name if version else "",
        version.rank if version else 0,
    )
    return Received(paper, document, _unit(value, profile), _year(value, head))


def _compared(needs: Needs) -> Needs:
    """What a kind must hold to be compared with others: one that nobody judges by itself may be compared all the same."""
    return replace(needs, refusal="", partly=needs.partly or needs.refusal)


def _kind_of(value: DocumentValue) -> PackageKind | None:
    """The kind of a value as the package lists it; one that it does not list, and that has a description, is the meeting's."""
    if listed := kind_named(str(value.kind)):
        return listed
    described = kind_of(value)
    return PackageKind(str(value.kind), described.zh, ("all",), "", many=True) if described.judged else None


def _whose(value: Value, scopes: Sequence[Scope]) -> tuple[Scope, str]:
    """Whose a paper is, as its value says: of one member, of the team, or of the whole meeting."""
    if len(scopes) == 1:
        return scopes[0], ""
    if "entries" in value.__dict__:
        if owner := plain_name(value.__dict__.get("owner")):
            return "member", owner
        rows = {plain_name(getattr(entry, "member", None)) for entry in value.__dict__["entries"]} - {""}
        if rows:
            return ("team" if all(map(is_team, rows)) else "all"), ""
        title = str(value.__dict__.get("title") or "")
        return ("team" if "班子" in title and "成员" not in title else "all"), ""
    if value.__dict__.get("scope") == "member":
        return "member", plain_name(getattr(value.__dict__.get("subject"), "name", None))
    return "team", ""


def _unit(value: Value, profile: Profile) -> str:
    """The unit's name without what papers add to it, empty where none is told or it is blank."""
    for holder, of_team in ((value.__dict__.get("organisation"), True), (value.__dict__.get("subject"), False)):
        name = getattr(holder, "name", None)
        if isinstance(name, str) and not find_blanks(name) and (of_team or value.__dict__.get("scope") == "team"):
            return profile.unit_of(name)
    return ""


def _year(value: Value, head: Sequence[str]) -> int | None:
    """The year of the meeting that the value is for, else the first one that the head names as 年度."""
    if (year := meeting_year(value)) is not None:
        return year
    found = _YEAR.search(" ".join(head))
    return int(found[1]) if found else None
