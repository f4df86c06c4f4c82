"""Criticisms wherever a paper of the meeting has them: who of whom, by the roster's names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh_model.model.parts import Criticism
from mzsh_model.rules.papers import MeetingPapers, Paper


@dataclass(frozen=True, slots=True)
class Voiced:
    """A criticism at its place; critic and target are empty where no name is told."""

    paper: Paper
    at: str
    criticism: Criticism
    critic: str
    target: str


def criticisms_of(meeting: MeetingPapers) -> Iterator[Voiced]:
    """Yield every criticism, in the order of the papers."""
    for paper, at, one in meeting.having(Criticism):
        yield Voiced(paper, at, one, _name(meeting, one.critic), _name(meeting, one.target))


def _name(meeting: MeetingPapers, name: object) -> str:
    return meeting.roster.meant("".join(name.split()).removesuffix("同志")) if isinstance(name, str) else ""
