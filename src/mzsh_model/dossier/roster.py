"""The members of a team as its papers name them: attendees, subjects, owners, rows, and the settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from mzsh_model.chinese.units import is_team
from mzsh_model.model.base import Value
from mzsh_model.model.documents import LedgerEntry
from mzsh_model.model.parts import Meeting
from mzsh_model.model.people import Member
from mzsh_model.rules.papers import Paper, Roster, RosterMember, Sighting

_Role = tuple[Literal["owner", "subject"], str]
_OWNED: _Role = ("owner", "/owner")
_SUBJECT: _Role = ("subject", "/subject")


def roster_of(papers: Iterable[Paper], given: Iterable[str] = ()) -> Roster:
    """Return the roster that the papers and the settings give together, in the order in which each name is first met."""
    seen: dict[str, list[Sighting]] = {name: [] for name in given}
    listed = bool(seen)
    for name, sighting in (one for paper in papers for one in _sightings(paper)):
        seen.setdefault(name, []).append(sighting)
    return Roster(tuple(RosterMember(name, tuple(found)) for name, found in seen.items()), listed)


def _sightings(paper: Paper) -> Iterator[tuple[str, Sighting]]:
    for at, meeting in paper.each(Meeting):
        if meeting.chair is not None and (name := plain_name(meeting.chair.name)):
            yield name, Sighting(paper.path, f"{at}/chair", "chair", meeting.chair.post or "")
        for n, one in enumerate(meeting.attendees):
            if name := plain_name(one.name):
                yield name, Sighting(paper.path, f"{at}/attendees/{n}", "attendee", one.post or "")
    if paper.scope == "member" and paper.member:
        subject = paper.value.__dict__.get("subject")
        post = subject.post or "" if isinstance(subject, Member) else ""
        role, at = _OWNED if _is_owned(paper.value) else _SUBJECT
        yield paper.member, Sighting(paper.path, at, role, post)
    for at, entry in paper.each(LedgerEntry):
        if (name := plain_name(entry.member)) and not is_team(name):
            yield name, Sighting(paper.path, f"{at}/member", "row")


def _is_owned(value: Value) -> bool:
    return value.__dict__.get("owner") is not None


def plain_name(name: object) -> str:
    """Return a person's name as it is compared: no blanks, no 同志; empty for a blank to be filled in and for none."""
    return "".join(name.split()).removesuffix("同志") if isinstance(name, str) else ""
