"""XRF009 shared-issue-not-in-team."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.cross.holders import TEAM, Held, issues_of
from mzsh_model.rules.cross.preconditions import unread
from mzsh_model.rules.cross.wording import AKIN, SAME, alike, covered
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF009",
    name="shared-issue-not-in-team",
    on=MeetingPapers,
    level=Level.HINT,
    basis=Basis("成员的共性问题，应当在班子材料里反映", "惯例"),
    zh=Message(
        "{count}名成员都查摆了这个问题，班子材料里没有。",
        "几名成员都有的问题，多半是班子的问题。",
        "在班子材料里补上，或说明为什么不是班子的问题。",
        "班子集体学习计划性不强，全年有3次改期。",
    ),
    en=Message(
        "{count} members name this problem, the team's paper does not.",
        "What several members share is most often the team's own.",
        "Add it to the team's paper, or say why it is not the team's.",
        "班子集体学习计划性不强，全年有3次改期。",
    ),
)
def shared_issue_not_in_team(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """几名成员都有的问题，班子材料里也应当有。

    几名算共性在配置里写（默认 3 名）。班子材料不在、没有读全的不查。
    """
    papers = meeting.of("SelfExamination", scope="team")
    yield from unread(papers)
    if not papers or not all(paper.is_read for paper in papers):
        return
    issues = list(issues_of(meeting))
    team = [one for one in issues if one.holder == TEAM]
    told: set[str] = set()
    for one in (one for one in issues if one.holder != TEAM):
        if one.said in told:
            continue
        shared = _shared(one, issues)
        told |= {other.said for other in shared}
        if len(shared) >= meeting.profile.shared_problem and not any(
            covered(one.said, other.issue.text) >= AKIN for other in team
        ):
            also = tuple(hit(other.at, paper=other.paper.path) for other in shared[1:])
            yield hit(one.at, paper=one.paper.path, also=also, count=len(shared))


def _shared(one: Held, issues: list[Held]) -> list[Held]:
    """The issue and those like it, one of each member."""
    found: dict[str, Held] = {one.holder: one}
    for other in issues:
        if other.holder != TEAM and other.holder not in found and alike(one.said, other.said) >= SAME:
            found[other.holder] = other
    return list(found.values())
