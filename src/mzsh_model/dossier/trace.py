"""Where an issue came from and what became of it: each step with its place and on what it rests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from mzsh_model.model.documents import LedgerEntry, MeetingReport
from mzsh_model.model.items import Cause, Issue, Link, LinkBasis, Measure
from mzsh_model.rules.cross.holders import TEAM, Held, Matching, issues_of, matched
from mzsh_model.rules.cross.sources import sources_of
from mzsh_model.rules.cross.wording import AKIN, covered
from mzsh_model.rules.papers import MeetingPapers

_CLOSING = ("closed_on", "status")
"""Cells that tell of a closing, the one that tells most first; where both are blank the progress does."""

StepKind = Literal[
    "opinion", "talk", "paper", "cause", "measure", "criticism", "report", "row", "row-measure", "close-out"
]


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One step of an issue's way: what it is, in which paper, at which path of its value, and how it is known.

    `basis` is that of a `Link`: `id` is the issue itself, `row` the same row of a ledger, `aspect`, `label` and `order` what the
    papers themselves say, `likeness` a likeness of texts alone.
    """

    kind: StepKind
    path: str
    at: str
    basis: LinkBasis


def trace(meeting: MeetingPapers, path: str, at: str, found: Matching | None = None) -> tuple[TraceStep, ...]:
    """Return the steps of the issue at a place, in the order in which a reviewer follows them; nothing for another place.

    What is not among the steps is not in the papers: that is what a reviewer looks for.
    """
    issue = next((one for one in issues_of(meeting) if (one.paper.path, one.at) == (path, at)), None)
    if issue is None:
        return ()
    return tuple(_steps(meeting, issue, found or matched(meeting)))


def _steps(meeting: MeetingPapers, issue: Held, found: Matching) -> Iterator[TraceStep]:
    voiced = list(_pointed_out(meeting, issue))
    yield from (step for step in voiced if step.kind != "criticism")
    yield TraceStep("paper", issue.paper.path, issue.at, LinkBasis.ID)
    yield from _linked(issue)
    yield from (step for step in voiced if step.kind == "criticism")
    yield from _reported(meeting, issue)
    for basis, pairs in ((LinkBasis.LIKENESS, found.same), (LinkBasis.ORDER, found.reworded)):
        for own, row in pairs:
            if own.paper is issue.paper and own.at == issue.at:
                yield from _row(row, basis)


def _pointed_out(meeting: MeetingPapers, issue: Held) -> Iterator[TraceStep]:
    """Where others pointed it out to whoever holds it: most of what they said is in it, or its first sentence in theirs."""
    for one in sources_of(meeting):
        if (
            one.holder == issue.holder
            and max(covered(one.text, issue.issue.text), covered(issue.said, one.text)) >= AKIN
        ):
            yield TraceStep(one.way, one.paper.path, one.at, LinkBasis.LIKENESS)


def _linked(issue: Held) -> Iterator[TraceStep]:
    """The causes and measures of its own paper, by the links that its reader made."""
    paper = issue.paper
    places: dict[str, tuple[StepKind, str]] = {one.id: (kind, at) for kind, at, one in _others(issue)}
    for _, link in paper.each(Link):
        if link.issue == issue.issue.id:
            for other in (link.cause, link.measure):
                if other in places:
                    kind, at = places[other]
                    yield TraceStep(kind, paper.path, at, link.basis)


def _others(issue: Held) -> Iterator[tuple[StepKind, str, Cause | Measure]]:
    for at, cause in issue.paper.each(Cause):
        yield "cause", at, cause
    for at, measure in issue.paper.each(Measure):
        yield "measure", at, measure


def _reported(meeting: MeetingPapers, issue: Held) -> Iterator[TraceStep]:
    """The problem of a report that is most like it: of the team's for the team's, of the members' for a member's."""
    field = "team_issues" if issue.holder == TEAM else "member_issues"
    for paper in meeting.papers:
        for at, report in paper.each(MeetingReport):
            told = cast(tuple[Issue, ...], report.__dict__[field])
            scores = [max(covered(one.statement, issue.issue.text), covered(issue.said, one.text)) for one in told]
            if scores and max(scores) >= AKIN:
                n = scores.index(max(scores))
                yield TraceStep("report", paper.path, f"{at}/{field}/{n}", LinkBasis.LIKENESS)


def _row(row: Held, basis: LinkBasis) -> Iterator[TraceStep]:
    path, entry_at = row.paper.path, row.at.removesuffix("/issue")
    yield TraceStep("row", path, row.at, basis)
    entry = next(entry for at, entry in row.paper.each(LedgerEntry) if at == entry_at)
    for n, measure in enumerate(entry.measures):
        yield TraceStep("row-measure", path, f"{entry_at}/measures/{n}", LinkBasis.ROW)
        if measure.state == "done" or (measure.close_out is not None and measure.close_out.day is not None):
            told = next((name for name in _CLOSING if getattr(measure, name)), "progress")
            yield TraceStep("close-out", path, f"{entry_at}/measures/{n}/{told}", LinkBasis.ROW)
