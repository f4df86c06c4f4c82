"""RPT013 report-late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeGuard

from mzsh_model.kernel.dates import parse_date, plain
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="RPT013",
    name="report-late",
    on=MeetingReport,
    level=Level.SHOULD,
    basis=Basis("有的地方的制度：会后15日内上报（上位规定未核实，默认不查）", "惯例"),
    zh=Message(
        "会开在{held}，报告写的是{on}，隔了{days}天，超过本单位定的{most}天。",
        "上报有时限的，晚了要说明。",
        "核对两个日期；确实晚了的，说明原因。",
        "2026年1月10日召开，1月20日上报。",
    ),
    en=Message(
        "The meeting was on “{held}” and the report is dated “{on}”: {days} days, more than the {most} of the profile.",
        "Where there is a time limit, a late report needs a reason.",
        "Check both dates or give the reason.",
        "2026年1月10日召开，1月20日上报。",
    ),
)
def report_late(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当在时限内上报。

    时限各地不一，写在配置里（days_to_report），默认 0，不查；下面的例子以15天为限。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    中共某局党组
    2026年3月28日
    ```

    → 「2026年3月28日」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    中共某局党组
    2026年1月20日
    ```
    """
    signed = report.signature.on if report.signature is not None else None
    held, most = report.meeting.held_on, ctx.profile.days_to_report
    if not most or not _is_day(signed) or not _is_day(held):
        return
    days = (date.fromisoformat(signed) - date.fromisoformat(held)).days
    if days > most:
        yield hit("/signature/on", held=plain(held), on=plain(signed), days=days, most=most)


def _is_day(edtf: str | None) -> TypeGuard[str]:
    """Whether it is a day that a calendar has, with nothing missing."""
    on = parse_date(edtf) if edtf is not None and len(edtf) == len("2026-01-10") and "X" not in edtf else None
    return on is not None and on.possible
