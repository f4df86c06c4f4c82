"""The package of one meeting: which kinds of paper it has, and which of those asked for are not there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from mzsh_model.model.parts import Meeting
from mzsh_model.rules.papers import MeetingPapers, Scope


@dataclass(frozen=True, slots=True)
class PackageKind:
    """A kind of document of a meeting: whose it is, when it is due, whether there may be many of it."""

    kind: str
    zh: str
    scopes: tuple[Scope, ...]
    phase: str
    many: bool


@lru_cache(maxsize=1)
def package_kinds() -> tuple[PackageKind, ...]:
    """Return the kinds of a meeting's documents in the order of the package."""
    table = tomllib.loads(files("mzsh_model.rules").joinpath("package.toml").read_text(encoding="utf-8"))
    return tuple(
        PackageKind(
            row["kind"],
            row["zh"],
            tuple(row["scope"]),
            row["phase"],
            row.get("many", False),
        )
        for row in table["kind"]
    )


def kind_named(name: str) -> PackageKind | None:
    """Return the kind whose value type has that name, None for another kind of document."""
    return next((one for one in package_kinds() if one.kind == name), None)


@dataclass(frozen=True, slots=True)
class Missing:
    """A paper that the package asks for and that is not there: its kind, whose it would be, and what it is called."""

    kind: str
    member: str
    name: str

    @property
    def message(self) -> str:
        """What is missing, one sentence in Chinese."""
        return f"没有认出{self.member}的{self.name}。" if self.member else f"没有认出{self.name}。"


def is_held(meeting: MeetingPapers) -> bool:
    """Whether the papers show that the meeting took place: one that tells of it is there, or its day has come."""
    after = {one.kind for one in package_kinds() if one.phase == "会后" or one.kind in ("Minutes", "SupervisorRemarks")}
    if any(paper.kind in after for paper in meeting.papers):
        return True
    days = (held.held_on for _, _, held in meeting.having(Meeting) if held.held_on)
    return any(day.replace("-XX", "") <= meeting.today.isoformat() for day in days)


def missing_papers(meeting: MeetingPapers) -> Iterator[Missing]:
    """Yield what the profile's package asks for and the meeting does not have; what follows a meeting, once it was held.

    Whose own papers are missing is only told where every member's paper names its member; of last year's, of which some were
    kept, nothing is missing.
    """
    if meeting.kept:
        return
    held = is_held(meeting)
    for kind in package_kinds():
        if kind.phase == "会后" and not held:
            continue
        papers = meeting.of(kind.kind)
        for scope in kind.scopes:
            name = _NAMES.get((kind.kind, scope), kind.zh)
            if name not in meeting.profile.package:
                continue
            if scope != "member":
                there = any(paper.scope in (scope, "all") for paper in papers) or (scope == "all" and bool(papers))
                if not there:
                    yield Missing(kind.kind, "", name)
                continue
            own = [paper for paper in papers if paper.scope == "member"]
            if not own:
                yield Missing(kind.kind, "", name)
            elif all(paper.member for paper in own):
                have = {paper.member for paper in own}
                for member in meeting.roster.names:
                    if member not in have:
                        yield Missing(kind.kind, member, name)


_NAMES = {
    ("SelfExamination", "team"): "班子对照检查材料",
    ("SelfExamination", "member"): "个人对照检查材料",
    ("Ledger", "team"): "班子整改台账",
    ("Ledger", "member"): "个人整改台账",
}
"""What a unit's settings call the papers of which there is one of the team's and one of each member's."""
