"""The notation of the marked drafts: `{tag attribute=value|text}` stands round words, may be nested, and is taken out to give the text.

A tag that begins with a dot is a field of a further kind (`further.py`), by its name in the published schema.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

TAGS = {
    **dict.fromkeys(("issue", "cause", "measure", "criticism"), "items"),
    **dict.fromkeys(("aspect", "owner", "department", "due"), "what an item says or stands under"),
    **dict.fromkeys(("chair", "attendee", "absent"), "people of a meeting"),
    **dict.fromkeys(("entry", "number", "member", "status", "progress", "goal", "remark", "evidence"), "of ledgers"),
}
COUNTS = {
    "expected": "meeting.expected",
    "present": "meeting.present",
    "opinions": "opinions.total",
    "opinions_team": "opinions.for_team",
    "opinions_members": "opinions.for_members",
    "talks": "talks",
    "criticisms": "stated_criticisms",
    "team_issues": "stated_team_issues",
    "member_issues": "stated_member_issues",
    "prior_issues": "prior.issues",
    "prior_done": "prior.done",
    "issues": "stated.issues",
    "measures": "stated.measures",
    "done": "stated.done",
    "ongoing": "stated.ongoing",
    "standing": "stated.standing",
}
"""By the name behind `#` in a mark: where the model keeps the count."""
LISTED = {"opinions": "stated.total", "opinions_team": "stated.for_team", "opinions_members": "stated.for_members"}
"""The same of a list of opinions: `opinions` are its rows."""
ATTRIBUTES = {"id", "of", "member", "aspect", "post", "critic", "target", "is", "or"}

_OPEN = re.compile(r"\{(#?\w+|\.[a-z_.]+)((?: \w+=[^ |{}]+)*)(\||(?=\}))")


class BadMark(ValueError):
    """A mark that does not close, or of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its tag, its attributes, the words it stands round, and the number of the mark it stands in, if any."""

    tag: str
    attributes: Mapping[str, str]
    start: int
    end: int
    inside: int | None


def unmarked(source: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks by their start, outer ones first.

    Raises:
        BadMark: a mark that is not closed, an unknown tag or attribute, a brace that belongs to none.
    """
    out: list[str] = []
    marks: list[Mark] = []
    standing: list[int] = []
    place = length = 0
    while place < len(source):
        if opened := _OPEN.match(source, place):
            tag, attributes = opened[1], dict(pair.split("=", 1) for pair in opened[2].split())
            if (
                not (tag in TAGS or tag[0] == "." or (tag[0] == "#" and tag[1:] in COUNTS))
                or not attributes.keys() <= ATTRIBUTES
            ):
                raise BadMark(f"unknown mark: {opened[0]}")
            marks.append(Mark(tag, attributes, length, length, standing[-1] if standing else None))
            standing.append(len(marks) - 1)
            place = opened.end()
        elif source[place] == "}" and standing:
            number = standing.pop()
            had = marks[number]
            marks[number] = Mark(had.tag, had.attributes, had.start, length, had.inside)
            place += 1
        elif source[place] in "{}":
            raise BadMark(f"a brace outside any mark: {source[place : place + 12]!r}")
        else:
            out.append(source[place])
            place, length = place + 1, length + 1
    if standing:
        raise BadMark(f"not closed: {marks[standing[-1]].tag}")
    return "".join(out), tuple(marks)
