"""What may stand in a ledger besides what a self-examination names: problems that others pointed out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from mzsh_model.chinese.units import is_team
from mzsh_model.rules.cross.criticisms import criticisms_of
from mzsh_model.rules.cross.holders import ANYBODY, TEAM
from mzsh_model.rules.cross.listed import rows_with, talks_of
from mzsh_model.rules.papers import MeetingPapers, Paper

_POINTED_OUT = ("issue", "text", "opinion")
"""Where a talk tells what was pointed out: a column for it, what was said, what the other said."""


class Source(NamedTuple):
    """Something that was pointed out: how, to whom (a member's name, 班子, or empty where nothing tells), and where it stands."""

    way: Literal["opinion", "talk", "criticism"]
    holder: str
    text: str
    paper: Paper
    at: str


def sources_of(meeting: MeetingPapers) -> Iterator[Source]:
    """Yield the opinions that were collected, what talks pointed out, and the criticisms that were not refused."""
    for paper in meeting.papers:
        for row in rows_with(paper, "text", "target", "adopted"):
            yield Source("opinion", _holder(meeting, row.name("target")), row.said("text"), paper, f"{row.at}/text")
    for paper in meeting.of("TalkSummary", "TalkRecord"):
        for row in talks_of(paper):
            for field in _POINTED_OUT:
                if said := row.said(field):
                    yield Source("talk", _holder(meeting, row.name("talked")), said, paper, f"{row.at}/{field}")
    for one in criticisms_of(meeting):
        for place in () if one.refused else one.places:
            yield Source("criticism", one.target, place.text, place.paper, place.at)


def _holder(meeting: MeetingPapers, name: str) -> str:
    return TEAM if is_team(name) else meeting.roster.meant(name) or ANYBODY
