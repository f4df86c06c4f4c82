"""What may stand in a ledger besides what a self-examination names: problems that others pointed out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mzsh_model.chinese.units import is_team
from mzsh_model.rules.cross.criticisms import criticisms_of
from mzsh_model.rules.cross.holders import ANYBODY, TEAM
from mzsh_model.rules.cross.listed import rows_with
from mzsh_model.rules.papers import MeetingPapers


class Source(NamedTuple):
    """Something that was pointed out, and to whom: a member's name, 班子, or empty where nothing tells."""

    holder: str
    text: str


def sources_of(meeting: MeetingPapers) -> Iterator[Source]:
    """Yield the criticisms that were not refused, the opinions that were collected, and what talks pointed out."""
    for one in criticisms_of(meeting):
        if not one.refused:
            yield Source(one.target, one.text)
    for paper in meeting.papers:
        for row in rows_with(paper, "text", "target", "adopted"):
            yield Source(_holder(meeting, row.name("target")), row.said("text"))
        for row in rows_with(paper, "talked", "issue"):
            yield Source(_holder(meeting, row.name("talked")), row.said("issue"))


def _holder(meeting: MeetingPapers, name: str) -> str:
    return TEAM if is_team(name) else meeting.roster.meant(name) or ANYBODY
