"""XRF019 prior-issue-unaccounted."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.parts import PriorIssue, PriorSummary
from mzsh_model.rules.cross.holders import TEAM, Held, issues_of, rows_of
from mzsh_model.rules.cross.wording import AKIN, covered
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF019",
    name="prior-issue-unaccounted",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("通报上年度民主生活会整改落实情况，应当逐项交账", "惯例"),
    zh=Message(
        "上年度查摆的“{issue}”，今年{whose}的材料没有交代。",
        "上年度的问题要逐项交账，漏了的会被看作没有改。",
        "补上这一项改到哪一步、没有改好的原因和下一步打算。",
        "上年度查摆的4个问题，3个已整改，1个正在推进。",
        {"count": "这里写上年度查摆问题{stated}个，上年度{whose}列了{listed}个。"},
    ),
    en=Message(
        "“{issue}” of last year is not accounted for in this year's paper of “{whose}”.",
        "Every problem of last year is to be accounted for.",
        "Say how far it was mended, and what comes next.",
        "上年度查摆的4个问题，3个已整改，1个正在推进。",
        {"count": "It counts {stated} problems of last year; “{whose}” had {listed}."},
    ),
)
def prior_issue_unaccounted(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """上年度查摆的问题，今年应当一项一项交账，数目也对得上。

    逐条写了的，与上年度的条目对；只写了数的，比数；没有写上年度整改的，由单份材料的规则提醒。
    """
    last = meeting.last_year
    if last is None:
        yield Unchecked("与上年度比", "没有上年度的材料，没有核对上年度的问题是否都有交代")
        return
    before: dict[str, list[Held]] = {}
    for one in rows_of(last) if last.of("Ledger") else issues_of(last):
        if one.paper.is_read:
            before.setdefault(one.holder, []).append(one)
    for paper in meeting.papers:
        whose = paper.member or (TEAM if paper.scope in ("team", "all") else "")
        if paper.is_read and before.get(whose):
            yield from _judged(paper, whose, before[whose])


def _judged(paper: Paper, whose: str, before: list[Held]) -> Iterator[Hit]:
    told = paper.each(PriorIssue)
    for at, summary in paper.each(PriorSummary):
        stated = summary.issues
        if isinstance(stated, int) and stated != len(before):
            also = (hit(before[0].at, paper=before[0].paper.path),)
            place = f"{at}/issues"
            yield hit(place, paper=paper.path, also=also, case="count", stated=stated, listed=len(before), whose=whose)
            return
    if not told:
        return
    said = "\n".join(item.text for _, item in told)
    for old in before:
        if covered(old.said, said) < AKIN:
            also = (hit(old.at, paper=old.paper.path),)
            yield hit(told[0][0], paper=paper.path, also=also, whose=whose, issue=old.said)
