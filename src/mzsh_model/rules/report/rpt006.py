"""RPT006 report-without-prior-year."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import tells_of_last_year


@rule(
    code="RPT006",
    name="report-without-prior-year",
    on=MeetingReport,
    level=Level.SHOULD,
    basis=Basis("民主生活会的通行程序：通报上次民主生活会整改措施落实情况（2018年以来多地公开报道）", "惯例"),
    zh=Message(
        "没有写会上通报了上年度整改落实情况。",
        "通报上年度整改是会议的通行程序。",
        "在会议情况里写明通报了上年度整改措施落实情况；新成立、上年度没有开会的，写一句说明。",
        "首先通报上年度民主生活会整改落实情况（12项整改任务已完成11项）。",
    ),
    en=Message(
        "The report does not say that last year's rectification was accounted for.",
        "It is a usual item of the agenda.",
        "Say so where the meeting is described.",
        "首先通报上年度民主生活会整改落实情况（12项整改任务已完成11项）。",
    ),
)
def report_without_prior_year(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当写明通报了上年度整改落实情况。

    没有原文时不查。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    二、会议情况
    班子成员之间提出批评意见26条。
    ```

    → 「会议情况」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    二、会议情况
    会上通报了上年度整改落实情况，班子成员之间提出批评意见26条。
    ```
    """
    if not ctx.text or tells_of_last_year(ctx.text, ctx.year):
        return
    if ctx.meeting_told_at is not None:
        yield hit(ctx.meeting_told_at)
