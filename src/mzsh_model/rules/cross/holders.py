"""Issues by whom they are of: in their papers, and in the rows of ledgers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh_model.chinese.units import is_team
from mzsh_model.model.documents import LedgerEntry
from mzsh_model.model.items import Issue
from mzsh_model.rules.cross.wording import SAME, covered
from mzsh_model.rules.papers import MeetingPapers, Paper

TEAM = "班子"
ANYBODY = ""


@dataclass(frozen=True, slots=True)
class Held:
    """An issue at its place, and whose it is: a member's name, 班子, or empty where nothing tells."""

    paper: Paper
    at: str
    issue: Issue
    holder: str

    @property
    def said(self) -> str:
        """What to call it: its statement."""
        return self.issue.statement or self.issue.text


def issues_of(meeting: MeetingPapers) -> Iterator[Held]:
    """Yield the issues of the self-examinations, in the order of the papers."""
    for paper in meeting.of("SelfExamination"):
        for at, issue in paper.each(Issue):
            if at.startswith("/issues/"):
                yield Held(paper, at, issue, paper.member or (TEAM if paper.scope == "team" else ANYBODY))


def rows_of(meeting: MeetingPapers) -> Iterator[Held]:
    """Yield the issues of the ledgers' rows; a row is of whom it names, else of whom its ledger is.

    A ledger that names nobody may hold everybody's rows, unless its title says 班子 or members have ledgers of their own.
    """
    ledgers = meeting.of("Ledger")
    apart = any(ledger.member for ledger in ledgers)
    for ledger in ledgers:
        for at, entry in ledger.each(LedgerEntry):
            if entry.issue is not None:
                holder = meeting.roster.meant(_holder(entry, ledger, apart=apart))
                yield Held(ledger, f"{at}/issue", entry.issue, holder)


def _holder(entry: LedgerEntry, ledger: Paper, *, apart: bool) -> str:
    name = entry.member
    if isinstance(name, str) and name.strip():
        bare = "".join(name.split()).removesuffix("同志")
        return TEAM if is_team(bare) else bare
    if ledger.member:
        return ledger.member
    return TEAM if ledger.scope == "team" or apart else ANYBODY


def says(row: Held, issue: Held) -> float:
    """Return how surely a row is about an issue, by wording: the one's words in the other, whichever is shorter."""
    head = max(covered(issue.said, row.issue.text), covered(row.said, issue.issue.text))
    return head if row.holder in (ANYBODY, issue.holder) else 0.0


@dataclass(frozen=True, slots=True)
class Matching:
    """Issues and rows put together: what says the same, what is the same in other words, what stands alone."""

    same: tuple[tuple[Held, Held], ...]
    reworded: tuple[tuple[Held, Held], ...]
    unlisted: tuple[Held, ...]
    invented: tuple[Held, ...]


def matched(meeting: MeetingPapers) -> Matching:
    """Match the issues of the papers with the rows of the ledgers, for each holder.

    Several issues may stand in one row, and one in several. What is left on both sides, as many of each, is taken in order:
    these are the issues in other words.
    """
    issues, rows = list(issues_of(meeting)), list(rows_of(meeting))
    same: list[tuple[Held, Held]] = []
    taken: set[int] = set()
    alone: list[Held] = []
    for issue in issues:
        scores = [(says(row, issue), -n) for n, row in enumerate(rows)]
        best, n = max(scores, default=(0.0, 0))
        if best >= SAME:
            same.append((issue, rows[-n]))
            taken |= {-k for score, k in scores if score >= SAME}
        else:
            alone.append(issue)
    left = [row for n, row in enumerate(rows) if n not in taken]
    reworded: list[tuple[Held, Held]] = []
    for holder in dict.fromkeys(one.holder for one in alone):
        mine = [one for one in alone if one.holder == holder]
        theirs = [row for row in left if row.holder in (holder, ANYBODY)]
        if len(mine) == len(theirs):
            reworded += zip(mine, theirs, strict=True)
            left = [row for row in left if row not in theirs]
            alone = [one for one in alone if one.holder != holder]
    return Matching(tuple(same), tuple(reworded), tuple(alone), tuple(left))
