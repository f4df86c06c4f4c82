"""XRF005 issue-not-in-ledger."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.holders import TEAM, Matching, issues_of, matched, rows_of
from mzsh_model.rules.cross.preconditions import lacking, unread
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF005",
    name="issue-not-in-ledger",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("查摆出的问题应当逐条列入整改台账", "惯例"),
    zh=Message(
        "{whose}查摆的这个问题，整改台账里没有找到。",
        "查摆了却没有列入台账，就没有人去改。",
        "在台账里补上这个问题，写明措施、责任人和时限；台账里换了说法的，改得与材料一致。",
        "序号|存在问题|整改措施|责任人|完成时限",
        {"none": "{whose}查摆了{count}个问题，整改台账里一个也没有找到。"},
    ),
    en=Message(
        "This problem of “{whose}” was not found in the ledger.",
        "What is not in the ledger is nobody's to mend.",
        "Add it with measures, owner and time limit, or give it the paper's words.",
        "序号|存在问题|整改措施|责任人|完成时限",
        {"none": "None of the {count} problems of “{whose}” was found in the ledger."},
    ),
)
def issue_not_in_ledger(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """班子和成员查摆的问题，应当条条在台账里。

    按意思认：台账可以写得短，一行可以写几个问题。有材料或台账没有读全的，不下结论。
    """
    papers = [*meeting.of("SelfExamination"), *meeting.of("Ledger")]
    yield from unread(papers)
    yield from lacking(meeting, ("Ledger", "整改台账"))
    if not meeting.of("Ledger") or not all(paper.is_read for paper in meeting.of("Ledger")):
        return
    found = matched(meeting)
    held = {row.holder for row in rows_of(meeting)}
    if held <= {TEAM} and any(issue.holder != TEAM for issue in issues_of(meeting)):
        yield Unchecked("成员的问题", "只有班子的台账，没有核对成员的问题是否列入台账")
    yield from _judged(found, only_team=held <= {TEAM})


def _judged(found: Matching, *, only_team: bool) -> Iterator[Hit]:
    listed = {issue.holder for issue, _ in (*found.same, *found.reworded)}
    told: set[str] = set()
    for one in found.unlisted:
        if not one.paper.is_read or (only_team and one.holder != TEAM):
            continue
        mine = [other for other in found.unlisted if other.paper is one.paper]
        if one.holder in listed or len(mine) == 1:
            yield hit(one.at, paper=one.paper.path, whose=one.holder)
        elif one.paper.path not in told:
            told.add(one.paper.path)
            yield hit("/title", paper=one.paper.path, case="none", whose=one.holder, count=len(mine))
