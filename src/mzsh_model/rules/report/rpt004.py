"""RPT004 report-without-criticism-count."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_COUNTED = lazy_pattern(
    r"(?:批评|互提|提(?:出|了)?(?:[^征。；\n]{0,4}意见))[^。；\n]{0,24}?[\d一二三四五六七八九十百两]\s*[余多]?\s*条"
)
"""A number of criticisms, told in words that the reader did not take for one."""


@rule(
    code="RPT004",
    name="report-without-criticism-count",
    on=MeetingReport,
    level=Level.SHOULD,
    basis=Basis("情况报告常见要求：写明征求意见、谈心谈话、批评意见的数量", "惯例"),
    zh=Message(
        "没有写会上共提出多少条批评意见。",
        "条数能与会议记录核对，报告里一般都写。",
        "写明相互批评意见共多少条。",
        "会上，班子成员之间提出批评意见56条。",
    ),
    en=Message(
        "The report does not say how many criticisms were made.",
        "The number can be checked against the minutes and is usually given.",
        "Give the number.",
        "会上，班子成员之间提出批评意见56条。",
    ),
)
def report_without_criticism_count(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当写明相互批评意见的条数。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    二、会议情况
    大家认真开展批评与自我批评。
    ```

    → 「会议情况」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    二、会议情况
    班子成员之间提出批评意见26条。
    ```
    """
    if report.stated_criticisms is not None or _COUNTED.search(ctx.text):
        return
    if ctx.meeting_told_at is not None:
        yield hit(ctx.meeting_told_at)
