"""Criticisms wherever a paper of the meeting has them: who of whom, by the roster's names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh_model.rules.cross.listed import rows_with
from mzsh_model.rules.papers import MeetingPapers, Paper


@dataclass(frozen=True, slots=True)
class Voiced:
    """A criticism at its place; critic and target are empty where no name is told, `response` where nobody answered."""

    paper: Paper
    at: str
    text: str
    critic: str
    target: str
    response: str = ""


def criticisms_of(meeting: MeetingPapers) -> Iterator[Voiced]:
    """Yield every criticism, in the order of the papers: of reports, and the rows of criticism sheets."""
    for paper in meeting.papers:
        for row in rows_with(paper, "critic", "target", "text"):
            if text := row.said("text"):
                critic, target = (meeting.roster.meant(row.name(field)) for field in ("critic", "target"))
                yield Voiced(paper, f"{row.at}/text", text, critic, target, row.said("response"))
