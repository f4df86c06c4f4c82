"""XRF006 ledger-row-without-issue."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.holders import ANYBODY, TEAM, Held, matched
from mzsh_model.rules.cross.preconditions import lacking, unread
from mzsh_model.rules.cross.sources import Source, sources_of
from mzsh_model.rules.cross.wording import are_akin
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF006",
    name="ledger-row-without-issue",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("整改台账应当与查摆出的问题一致", "惯例"),
    zh=Message(
        "台账里的这个问题，对照检查材料里没有找到。",
        "台账里多出来的问题，会被看作另编了一套。",
        "核对材料；来自征求意见、相互批评或上级点名的，写明问题来源。",
        "问题来源：征求意见",
    ),
    en=Message(
        "This problem of the ledger was not found in any self-examination.",
        "A ledger of other problems than were examined looks invented.",
        "Check the papers; where it comes from opinions, criticism or a superior, say so.",
        "问题来源：征求意见",
    ),
)
def ledger_row_without_issue(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """台账里的问题，应当在班子或成员的材料里有出处。

    写明了来源的，批评意见表、会议记录、征求意见清单、谈话里对这个人提过的，都是出处。谁的材料不在、没有读全，就不查谁的行。
    """
    yield from lacking(meeting, ("Ledger", "整改台账"))
    papers = meeting.of("SelfExamination")
    yield from unread(papers)
    whole = {paper.member or TEAM for paper in papers if paper.is_read}
    every = bool(papers) and all(paper.is_read for paper in papers) and set(meeting.roster.names) <= whole
    sources = list(sources_of(meeting))
    for row in matched(meeting).invented:
        told = whole if row.holder != ANYBODY else ({ANYBODY} if every else set[str]())
        named = row.issue.origin or any(_is_from(source, row) for source in sources)
        if row.holder in told and not named and row.paper.is_read:
            yield hit(row.at, paper=row.paper.path)


def _is_from(source: Source, row: Held) -> bool:
    """Whether a row takes up what was pointed out to the one whose row it is."""
    fits = ANYBODY in (source.holder, row.holder) or source.holder == row.holder
    return fits and are_akin(source.text, row.issue.text)
