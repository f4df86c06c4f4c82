"""RPT002 report-issue-count-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.model.items import Issue
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.number.runs import label_in
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import then

_OPEN = lazy_pattern(r"等等|等(?:问题|方面|不足|情况)[。；]")
_ASPECTS = lazy_pattern(r"\s*(?:个|大)?方面")
_MAIN = lazy_pattern(r"[^。；：:]{0,16}[，。][^。；：:]{0,8}(?:主要|集中|突出)[^。；：:]{0,8}[：:]")


@rule(
    code="RPT002",
    name="report-issue-count-mismatch",
    on=MeetingReport,
    level=Level.MUST,
    whole=True,
    any_paper=True,
    basis=Basis("报告数据应前后一致", "惯例"),
    zh=Message(
        "文中写有问题{stated}个，实际列出{listed}个。",
        "说的和列的不一致是常见硬伤。",
        "核对后改正数字，或补上漏写的问题。",
        "查找出5方面问题：一是……五是……",
    ),
    en=Message(
        "The text announces {stated} problems and lists {listed}.",
        "Numbers that do not agree are a common blunder.",
        "Correct the number or add what is missing.",
        "查找出5方面问题：一是……五是……",
    ),
)
def report_issue_count_mismatch(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """报告写的问题个数应当与列出的一致。

    写了总数、只列主要问题的（“等等”），一个也没有列的，上年度的数，写的是几个方面、列出的方面正好这么多的，不在此列。
    成员问题的总数是各人材料里的，到会的人逐人列出的才比。列出的不到写的一半的，多半只列了主要的；列出的问题有的归在方面之下、有的没有归属，没有从一编起、一个接一个编了号的，或者中间隔着成员的问题、有成员的问题看不出是谁的，可能没有读准：都只作提示。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    二、会议情况
    班子查摆出3个方面问题：一是学习不够系统。二是调研不够深入。
    ```

    → 「3」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    二、会议情况
    班子查摆出2个方面问题：一是学习不够系统。二是调研不够深入。
    ```
    """
    told = report.member_issues if _tells_all_members(report) else ()
    pairs = (
        ("/stated_team_issues", report.stated_team_issues, report.team_issues),
        ("/stated_member_issues", report.stated_member_issues, told),
    )
    for path, stated, issues in pairs:
        listed = len(issues)
        if _ASPECTS.match(ctx.around(path)[1]) and stated == len(report.aspects):
            continue  # 从四个方面查找: as many aspects are listed, whatever number of problems they hold
        if isinstance(stated, int) and 0 < listed != stated and not _is_of_else(path, ctx, fewer=listed < stated):
            unsure = listed * 2 < stated or _strays(issues) or _is_broken(path, issues, report, ctx)
            unsure = unsure or not (ctx.source is None or _are_counted(issues))
            yield hit(path, stated=stated, listed=listed, level=Level.HINT if unsure else None)


def _tells_all_members(report: MeetingReport) -> bool:
    """Whether the problems of each member who came are told: else a total is of all their papers, and the report tells some."""
    whose = {str(issue.member) for issue in report.member_issues if issue.member}
    came = report.meeting.present if isinstance(report.meeting.present, int) else len(report.meeting.attendees)
    return all(issue.member for issue in report.member_issues) and len(whose) >= came


def _strays(issues: Sequence[Issue]) -> bool:
    """Whether some stand below an aspect and some below none, or some are numbered: then one may be taken for a problem, or be lost."""
    return len({(issue.aspect is None, issue.label is None) for issue in issues}) > 1


def _are_counted(issues: Sequence[Issue]) -> bool:
    """Whether the text itself numbers them, from the first to the last or anew under each aspect: else how many they are is our reading."""
    labels = [label_in(issue.label) for issue in issues]
    forms = {(label.kind, label.form) for label in labels if label is not None}
    if len(forms) != 1 or None in labels:
        return False
    due = 0
    before: str | None = None
    for issue, label in zip(issues, labels, strict=True):
        anew = issue.aspect_id != before and label is not None and label.number == 1
        due = 1 if anew else due + 1
        before = issue.aspect_id
        if label is None or label.number != due:
            return False
    return True


def _is_broken(path: str, issues: Sequence[Issue], report: MeetingReport, ctx: Context) -> bool:
    """Whether problems of the members stand between those of the team, or of nobody knows whom: some may be something else."""
    if path != "/stated_team_issues":
        return False
    if any(issue.member is None for issue in report.member_issues):
        return True
    lines = [ctx.anchors[at].line for n in range(len(issues)) if (at := f"/team_issues/{n}") in ctx.anchors]
    others = [
        ctx.anchors[at].line for n in range(len(report.member_issues)) if (at := f"/member_issues/{n}") in ctx.anchors
    ]
    return bool(lines) and any(min(lines) < line < max(lines) for line in others)


def _is_of_else(path: str, ctx: Context, *, fewer: bool) -> bool:
    """Whether the number is last year's, or a total of which only the main ones are told."""
    before, after = ctx.around(path)
    return bool(then().search(re.split("[。；]", before)[-1])) or (
        fewer and bool(_MAIN.match(after) or _OPEN.search(after))
    )
