"""XRF004 stated-count-differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.cross.counts import stated_of_all
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


class _Fact(NamedTuple):
    """A number that papers state, at one of these paths each; and the paths at which one may tell that of a later stage."""

    case: str
    stated: tuple[str, ...]
    later: tuple[str, ...] = ()
    level: Level | None = None


_FACTS = (
    _Fact("", ("/opinions/total", "/stated/total"), ("/opinions/merged", "/stated/merged")),
    _Fact("for-team", ("/opinions/for_team", "/stated/for_team"), level=Level.SHOULD),
    _Fact("talks", ("/talks",)),
    _Fact("prior", ("/prior/issues",)),
    _Fact("prior-measures", ("/prior/measures",)),
    # between two papers more may have been done
    _Fact("prior-done", ("/prior/done",), level=Level.SHOULD),
    _Fact("present", ("/meeting/present",)),
    # a ledger and a plan may each count what the other leaves to the members, a speech the aspects
    _Fact("team", ("/stated_team_issues",), level=Level.SHOULD),
    _Fact("members", ("/stated_member_issues",), level=Level.SHOULD),
    _Fact("issues", ("/stated/issues",), level=Level.SHOULD),
    _Fact("measures", ("/stated/measures",), level=Level.SHOULD),
)


@rule(
    code="XRF004",
    name="stated-count-differs",
    on=MeetingPapers,
    level=Level.MUST,
    basis=Basis("同一次会的材料，同一件事的数应当一致", "惯例"),
    zh=Message(
        "这里写征求意见{count}条，另一份材料写{other}条。",
        "同一件事两个数，上级会认为材料没有核对。",
        "核对底稿，把写错的改过来。",
        "征求意见建议26条。",
        {
            "for-team": "这里写对班子的意见{count}条，另一份材料写{other}条。",
            "talks": "这里写谈心谈话{count}人次，另一份材料写{other}人次。",
            "prior": "这里写上年度查摆问题{count}个，另一份材料写{other}个。",
            "prior-measures": "这里写上年度整改措施{count}条，另一份材料写{other}条。",
            "prior-done": "这里写上年度已完成{count}，另一份材料写{other}。",
            "present": "这里写实到{count}人，另一份材料写{other}人。",
            "team": "这里写班子问题{count}个，另一份材料写{other}个。",
            "members": "这里写成员问题{count}个，另一份材料写{other}个。",
            "plan": "方案写问题{count}个，报告写班子问题{other}个，加上成员的也对不上。",
            "issues": "这里写问题{count}个，另一份材料写{other}个。",
            "measures": "这里写整改措施{count}条，另一份材料写{other}条。",
        },
    ),
    en=Message(
        "It speaks of {count} opinions, another paper of {other}.",
        "Two numbers for one thing cast doubt on all the papers.",
        "Check the records and correct the wrong one.",
        "征求意见建议26条。",
        {
            "for-team": "It speaks of {count} opinions on the team, another paper of {other}.",
            "talks": "It speaks of {count} talks, another paper of {other}.",
            "prior": "It speaks of {count} problems of last year, another paper of {other}.",
            "prior-measures": "It speaks of {count} measures of last year, another paper of {other}.",
            "prior-done": "It says that {count} of last year's were done, another paper {other}.",
            "present": "It says that {count} came, another paper {other}.",
            "team": "It counts {count} problems of the team, another paper {other}.",
            "members": "It counts {count} problems of the members, another paper {other}.",
            "plan": "The plan counts {count} problems, the report {other} of the team; with those of the members it is no match.",
            "issues": "It counts {count} problems, another paper {other}.",
            "measures": "It counts {count} measures, another paper {other}.",
        },
    ),
)
def stated_count_differs(meeting: MeetingPapers) -> Iterator[Hit]:
    """各份材料写到的征求意见、谈心谈话、上年度整改、实到人数、问题和措施的数应当一致。

    班子材料、情况报告、会前准备报告、主持词、会议记录、征求意见汇总、上年度整改落实情况、台账和整改方案都看。
    整改方案写的问题数，应当是情况报告写的班子问题数、成员问题数，或者两样加起来。
    个人材料写的是本人的数，不放在一起比；没有填写的（xx）不比；只写了对班子的意见几条的，不当作总数。
    """
    papers = [one for one in meeting.papers if one.scope != "member" and not one.doubts.refusal]
    for fact in _FACTS:
        every = ((paper, at, stated_of_all(paper, at)) for paper in papers for at in fact.stated)
        told = [(paper, at, count) for paper, at, count in every if count is not None]
        usual = Counter(count for _, _, count in told).most_common()
        if len(usual) < 2:
            continue
        wanted = told[0][2] if usual[0][1] == usual[1][1] else usual[0][0]
        first, where = next((paper, at) for paper, at, count in told if count == wanted)
        for paper, at, count in told:
            if count != wanted and not _is_told_otherwise(paper, first, count, wanted, fact.later):
                also = (hit(where, paper=first.path),)
                yield hit(at, paper=paper.path, also=also, level=fact.level, case=fact.case, count=count, other=wanted)
    yield from _plans(meeting, papers)


def _plans(meeting: MeetingPapers, papers: Sequence[Paper]) -> Iterator[Hit]:
    """The plans whose number of problems is neither that of the team's in the report, nor the members', nor both."""
    reports = [(paper, at, report) for paper in papers for at, report in paper.each(MeetingReport)]
    for plan in (one for one in meeting.of("RectificationPlan") if one in papers):
        count = plan.stated("/stated/issues")
        for paper, at, report in reports:
            team, members = report.stated_team_issues, report.stated_member_issues
            if count is None or not isinstance(team, int):
                continue
            counted = {team, len(report.team_issues)} if report.team_issues else {team}
            of_members = {members} if isinstance(members, int) else set[int]()
            of_members |= {len(report.member_issues)} if report.member_issues else set[int]()
            if count > min(counted) and not of_members:
                continue  # how many the members have is not told
            if count not in counted | of_members | {one + other for one in counted for other in of_members}:
                also = (hit(f"{at}/stated_team_issues", paper=paper.path),)
                place = "/stated/issues"
                yield hit(place, paper=plan.path, also=also, level=Level.SHOULD, case="plan", count=count, other=team)


def _is_told_otherwise(paper: Paper, first: Paper, count: int, wanted: int, others: tuple[str, ...]) -> bool:
    """Whether one paper tells the other's number as that of a later stage: 收集45条，梳理归并26条."""
    return any(paper.stated(at) == wanted or first.stated(at) == count for at in others)
