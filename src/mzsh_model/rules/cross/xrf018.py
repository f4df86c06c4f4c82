"""XRF018 issue-repeated-from-last-year."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.holders import ANYBODY, issues_of, rows_of
from mzsh_model.rules.cross.wording import alike
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF018",
    name="issue-repeated-from-last-year",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("问题年年写、年年一个样，说明没有真改", "惯例"),
    zh=Message(
        "{whose}的这个问题，与上年度的几乎一样。",
        "同样的话写两年，要么没有改，要么没有重新查摆。",
        "没有改好的，写明上年度改到哪一步、为什么没有改好；改好了的，换成今年的问题。",
        "上年度查摆的“联系群众不经常”改得不彻底：今年到联系点6次，仍少于计划的12次。",
    ),
    en=Message(
        "This problem of “{whose}” is nearly last year's.",
        "The same words two years running mean that nothing was mended, or nothing examined.",
        "Say how far it was mended and why not further, or name this year's problem.",
        "上年度查摆的“联系群众不经常”改得不彻底：今年到联系点6次，仍少于计划的12次。",
    ),
)
def issue_repeated_from_last_year(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """今年的问题不应当是去年的原话。

    与上年度同一个人（班子）的材料和台账比；没有上年度材料的不查。
    """
    if meeting.last_year is None:
        yield Unchecked("与上年度比", "没有上年度的材料，没有核对问题是否重复")
        return
    before = [*issues_of(meeting.last_year), *rows_of(meeting.last_year)]
    for one in issues_of(meeting):
        same = [
            old
            for old in before
            if old.holder in (one.holder, ANYBODY) and alike(one.said, old.said) >= meeting.profile.alike
        ]
        if same:
            also = (hit(same[0].at, paper=same[0].paper.path),)
            yield hit(one.at, paper=one.paper.path, also=also, whose=one.holder)
