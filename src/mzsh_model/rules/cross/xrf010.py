"""XRF010 report-issue-not-in-team-paper."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.cross.holders import TEAM, Held, issues_of
from mzsh_model.rules.cross.preconditions import unread
from mzsh_model.rules.cross.wording import AKIN, covered
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF010",
    name="report-issue-not-in-team-paper",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("情况报告写的问题应与班子查摆的一致", "惯例"),
    zh=Message(
        "报告写到的这个班子问题，班子对照检查材料里没有找到。",
        "报告和材料说的不是同样的问题，上级会问哪一份是真的。",
        "照班子材料改报告，或把会上新提出的问题说明来由。",
        "理论学习联系实际不紧。",
        {"count": "报告写班子问题{count}个，班子材料列了{issues}个、分{aspects}个方面。"},
    ),
    en=Message(
        "This problem of the report is not in the team's self-examination.",
        "A report that tells of other problems raises the question which paper is true.",
        "Follow the team's paper, or say where the new problem comes from.",
        "理论学习联系实际不紧。",
        {"count": "The report counts {count} problems of the team, its paper has {issues} in {aspects} aspects."},
    ),
)
def report_issue_not_in_team_paper(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """情况报告写的班子问题，应当是班子材料里的，数目也对得上。

    报告写几个方面的，与方面数比，也与条数比，对上一个就行。班子材料不在、没有读全的不查。
    """
    papers = meeting.of("SelfExamination", scope="team")
    reports = meeting.of("MeetingReport")
    yield from unread([*papers, *reports])
    team = [one for one in issues_of(meeting) if one.holder == TEAM]
    if not team or not all(paper.is_read for paper in papers):
        return
    aspects = len({one.issue.aspect for one in team})
    for paper in (paper for paper in reports if paper.is_read):
        for at, report in paper.each(MeetingReport):
            stated = report.stated_team_issues
            if isinstance(stated, int) and stated not in (len(team), aspects):
                also = (hit("/title", paper=team[0].paper.path),)
                place = f"{at}/stated_team_issues"
                told = len(team)
                yield hit(place, paper=paper.path, also=also, case="count", count=stated, issues=told, aspects=aspects)
            for n, issue in enumerate(report.team_issues):
                own = Held(paper, f"{at}/team_issues/{n}", issue, TEAM)
                if not any(
                    max(covered(own.said, one.issue.text), covered(one.said, issue.text)) >= AKIN for one in team
                ):
                    yield hit(own.at, paper=paper.path)
