"""XRF008 team-issue-unowned."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.holders import TEAM, issues_of
from mzsh_model.rules.cross.preconditions import unread
from mzsh_model.rules.cross.wording import AKIN, covered
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF008",
    name="team-issue-unowned",
    on=MeetingPapers,
    level=Level.HINT,
    basis=Basis("班子的问题，成员要主动认领", "惯例"),
    zh=Message(
        "班子查出的这个问题，没有一名成员在这个方面查摆过。",
        "班子的问题落不到人，就成了大家都有、谁也没有。",
        "由分管的成员在自己的材料里对照检查，认领应负的责任。",
        "对班子查出的校舍改造推进缓慢，我作为分管领导负有直接责任。",
    ),
    en=Message(
        "No member examined himself in the aspect of this problem of the team.",
        "A problem of all is a problem of nobody.",
        "Let the member in charge own it in his paper.",
        "对班子查出的校舍改造推进缓慢，我作为分管领导负有直接责任。",
    ),
)
def team_issue_unowned(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """班子查出的问题，应当有成员认领。

    有成员在同一方面查摆，或说到同一件事，就算认领。成员的材料不齐、没有读全、都不分方面的不查。
    """
    papers = meeting.of("SelfExamination", scope="member")
    yield from unread(papers)
    issues = list(issues_of(meeting))
    members = [one for one in issues if one.holder != TEAM]
    if not members or not all(paper.is_read for paper in papers):
        return
    aspects = {one.issue.aspect_id for one in members} - {None}
    if not aspects:
        yield Unchecked("班子问题的认领", "成员的材料没有写明对照的是哪个方面，没有核对班子的问题有没有成员认领")
        return
    for one in issues:
        if one.holder != TEAM or one.issue.aspect_id is None or one.issue.aspect_id in aspects:
            continue
        if not any(covered(one.said, other.issue.text) >= AKIN for other in members):
            yield hit(one.at, paper=one.paper.path)
