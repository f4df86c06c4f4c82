"""The factual frame of a meeting's report: counts and lists from the other papers, every sentence of a person's own 【待补充】."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from mzsh_model.dossier.dossier import DossierMeeting
from mzsh_model.dossier.ledger_draft import TO_FILL
from mzsh_model.kernel.errors import BadModel
from mzsh_model.model.base import Role, Value
from mzsh_model.model.documents import MeetingReport
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.model.parts import Meeting, OpinionSummary, PriorSummary, Section, Step
from mzsh_model.model.people import Member, Organisation
from mzsh_model.rules.cross.criticisms import criticisms_of
from mzsh_model.rules.cross.holders import TEAM, issues_of
from mzsh_model.rules.package import package_kinds

V = TypeVar("V", bound=Value)
_CHAPTERS = (
    ("会前准备情况", Role.PREPARATION),
    ("会议召开情况", Role.MEETING),
    ("领导班子查摆的主要问题", Role.ISSUES),
    ("班子成员查摆的共性问题", Role.ISSUES),
    ("原因剖析", Role.CAUSES),
    ("下一步整改措施", Role.MEASURES),
)


def draft_report(meeting: DossierMeeting) -> MeetingReport:
    """Return the frame of the report on a meeting. No sentence in it is of our own making but those that state a count.

    What the papers do not say (the notice it rests on, the study, who came, what was said) is 【待补充】.

    Raises:
        BadModel: there is no paper of the team with a problem.
    """
    issues = list(issues_of(meeting.papers))
    team = [one for one in issues if one.holder == TEAM]
    if not team:
        raise BadModel("dossier-no-team-paper", "文件夹里没有读出问题的班子对照检查材料，列不出情况报告。请先补上")
    unit = next((one.name for one in _first(meeting, Organisation) if isinstance(one.name, str)), meeting.organisation)
    year = f"{meeting.year}年度" if meeting.year else ""
    causes = tuple(Cause(text=cause.text) for _, cause in team[0].paper.each(Cause))
    voiced = sum(1 for _ in criticisms_of(meeting.papers))
    return MeetingReport(
        title=f"{unit}关于{year}民主生活会情况的报告",
        year=meeting.year,
        addressee=TO_FILL,
        organisation=Organisation(name=unit),
        meeting=_meeting(meeting),
        preparation=tuple(_steps(meeting)),
        prior=next(_first(meeting, PriorSummary), None),
        sections=tuple(_sections(members=any(one.paper.member for one in issues), causes=bool(causes))),
        team_issues=tuple(Issue(text=f"{one.said}。", aspect=_run_in(one.issue.aspect)) for one in team),
        member_issues=tuple(Issue(text=f"{one.said}。") for one in issues if one.paper.member),
        stated_criticisms=voiced or None,
        causes=causes,
        measures=tuple(Measure(text=measure.text) for _, measure in team[0].paper.each(Measure)),
    )


def _sections(*, members: bool, causes: bool) -> Iterator[Section]:
    """The chapters, in the order of the genre; those of members and of causes where there is any."""
    wanted = {"班子成员查摆的共性问题": members, "原因剖析": causes}
    yield from (Section(heading=head, level=1, role=role) for head, role in _CHAPTERS if wanted.get(head, True))


def _run_in(aspect: str | None) -> str | None:
    """An aspect as a report tells a problem by it: 在带头…方面，…。"""
    bare = (aspect or "").strip("。：: ").removeprefix("在").removesuffix("方面")
    return f"在{bare}方面" if bare else None


def _first(meeting: DossierMeeting, kind: type[V]) -> Iterator[V]:
    """The values of a type in the papers that are the team's or the whole meeting's and were read as what they are."""
    for paper in meeting.papers.papers:
        if paper.scope != "member" and not paper.doubts.refusal:
            yield from (value for _, value in paper.each(kind))


def _meeting(meeting: DossierMeeting) -> Meeting:
    """What minutes or another report tell of the meeting; without one, how many the roster makes expected."""
    before = {one.kind for one in package_kinds() if one.phase == "会前"}
    every = ((paper, one) for paper, _, one in meeting.papers.having(Meeting) if paper.kind not in before)
    told = next((one for paper, one in every if (one.held_on or one.chair) and not paper.doubts.refusal), None)
    if told is None:
        return Meeting(year=meeting.year, expected=len(meeting.roster.members) or None)
    return Meeting(
        year=meeting.year,
        held_on=told.held_on,
        chair=told.chair,
        attendees=tuple(Member(name=one.name) for one in told.attendees),
        expected=told.expected,
        present=told.present,
    )


def _steps(meeting: DossierMeeting) -> Iterator[Step]:
    opinions = next((one for one in _first(meeting, OpinionSummary) if isinstance(one.total, int)), None)
    talks = next((count for count in _talks(meeting)), None)
    yield Step(text=f"组织学习研讨。{TO_FILL}")
    collected = f"征求意见建议{opinions.total}条。" if opinions is not None else TO_FILL
    yield Step(text=f"征求意见建议。{collected}")
    yield Step(text=f"开展谈心谈话。{f'谈心谈话{talks}人次。' if talks is not None else TO_FILL}")
    papers = len(meeting.papers.of("SelfExamination", scope="member"))
    yield Step(
        text=f"撰写对照检查材料。{papers}名班子成员撰写了个人对照检查材料。"
        if papers
        else f"撰写对照检查材料。{TO_FILL}"
    )


def _talks(meeting: DossierMeeting) -> Iterator[int]:
    for paper in meeting.papers.papers:
        talks = paper.value.__dict__.get("talks")
        if paper.scope != "member" and isinstance(talks, int):
            yield talks
