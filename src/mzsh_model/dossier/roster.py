"""The members of a team as its papers name them: attendees, subjects, owners, rows, and the settings."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from mzsh_model.chinese.units import is_team
from mzsh_model.model.base import Value
from mzsh_model.model.documents import LedgerEntry
from mzsh_model.model.parts import Meeting
from mzsh_model.model.people import Member
from mzsh_model.model.walk import walk
from mzsh_model.rules.papers import Paper, Roster, RosterMember, Sighting

_Role = tuple[Literal["owner", "subject"], str]
_OWNED: _Role = ("owner", "/owner")
_SUBJECT: _Role = ("subject", "/subject")
_OF_MEMBERS = ("critic", "target", "claimed_by", "talker")
_ROWS = frozenset({"critic", "claimed_by", "talker"})
_ORDER = {"chair": 0, "attendee": 1, "absent": 1}
"""Members are told as a meeting lists them, who leads it first."""


def roster_of(papers: Iterable[Paper], given: Iterable[str] = ()) -> Roster:
    """Return the roster that the papers and the settings give together, in the order in which each name is first met.

    Who only speaks or is spoken to in a row makes no member; a name there that is a member's but for one character is his.
    """
    papers, listed = tuple(papers), tuple(given)
    seen: dict[str, list[Sighting]] = {name: [] for name in listed}
    found = [one for paper in papers for one in _sightings(paper)]
    for sighting in sorted(found, key=lambda one: _ORDER.get(one.role, len(_ORDER))):
        seen.setdefault(sighting.name, []).append(sighting)
    also: dict[str, list[str]] = {}
    for name in sorted(seen, key=lambda n: (n in listed, len(seen[n]))):
        meant = [other for other in seen if other != name and other not in also and _is_slip(name, other, seen, listed)]
        if len(meant) == 1 and name not in {slip for slips in also.values() for slip in slips} and name not in also:
            also.setdefault(meant[0], []).append(name)
    slips = {slip: name for name, others in also.items() for slip in others}
    for slip, name in slips.items():
        seen[name] += seen.pop(slip)
    for sighting in (one for paper in papers for one in _named_in_rows(paper, seen)):
        meant = [name for name in seen if _is_near(sighting.name, name)]
        if len(meant) == 1:
            seen[meant[0]].append(sighting)
            also[meant[0]] = list(dict.fromkeys([*also.get(meant[0], ()), sighting.name]))
    members = tuple(RosterMember(name, tuple(found), tuple(also.get(name, ()))) for name, found in seen.items())
    return Roster(members, bool(listed))


def _is_slip(name: str, other: str, seen: Mapping[str, Sequence[Sighting]], listed: Sequence[str]) -> bool:
    """Whether one name seems to be the other mistyped: the same surname, one other character, and never side by side."""
    if not _is_near(name, other) or name in listed or len(seen[name]) > len(seen[other]) > 0:
        return False
    own = {(one.path, one.role) for one in seen[name] if one.role != "row"}  # one row among others slips easily
    roles = {one.role for one in seen[name]} & {"subject", "owner"}
    beside = any((one.path, one.role) in own or one.role in roles for one in seen[other])
    return not beside


def _is_near(name: str, other: str) -> bool:
    """Whether two names differ in one character that is not the surname's."""
    return len(name) == len(other) > 1 and name[0] == other[0] and sum(map(str.__ne__, name, other)) == 1


def _named_in_rows(paper: Paper, members: Container[str]) -> Iterator[Sighting]:
    """The names of nobody known where only members speak or answer: critics and whom they criticise, who claims an opinion.

    A row that has the member beside it means somebody else.
    """
    for at, row in walk(paper.value):
        held = {field: plain_name(row.__dict__.get(field)) for field in _OF_MEMBERS if field in row.__dict__}
        if not at.parts or not _ROWS & held.keys():
            continue
        for field, name in held.items():
            beside = any(_is_near(name, other) for other in held.values())
            if name and name not in members and not beside:
                yield Sighting(paper.path, f"{at}/{field}", "named", name)


def _sightings(paper: Paper) -> Iterator[Sighting]:
    for at, meeting in paper.each(Meeting):
        if meeting.chair is not None and (name := plain_name(meeting.chair.name)):
            yield Sighting(paper.path, f"{at}/chair", "chair", name, meeting.chair.post or "")
        for n, one in enumerate(meeting.attendees):
            if name := plain_name(one.name):
                yield Sighting(paper.path, f"{at}/attendees/{n}", "attendee", name, one.post or "")
        for n, absentee in enumerate(meeting.absentees):
            if name := plain_name(absentee.name):
                yield Sighting(paper.path, f"{at}/absentees/{n}", "absent", name, absentee.post or "")
    if paper.scope == "member" and paper.member:
        subject = paper.value.__dict__.get("subject")
        post = subject.post or "" if isinstance(subject, Member) else ""
        role, at = _OWNED if _is_owned(paper.value) else _SUBJECT
        yield Sighting(paper.path, at, role, paper.member, post)
    for at, entry in paper.each(LedgerEntry):
        if (name := plain_name(entry.member)) and not is_team(name):
            yield Sighting(paper.path, f"{at}/member", "row", name)


def _is_owned(value: Value) -> bool:
    return value.__dict__.get("owner") is not None


def plain_name(name: object) -> str:
    """Return a person's name as it is compared: no blanks, no 同志; empty for a blank to be filled in and for none."""
    return "".join(name.split()).removesuffix("同志") if isinstance(name, str) else ""
