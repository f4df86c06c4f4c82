"""MTG005 meeting-without-theme."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_THEME = lazy_pattern(
    "主题(?!教育|党日|活动|征文|班)|[以围][^。；]{0,3}“[^”]+”[^。；，]{0,2}(?:为题|为主线|为主要内容|，)"
)


@rule(
    code="MTG005",
    name="meeting-without-theme",
    on=MeetingReport,
    level=Level.HINT,
    basis=Basis("年度民主生活会通知都确定主题，情况报告照写", "惯例"),
    zh=Message(
        "报告没有写会议的主题。",
        "主题由上级确定或报上级同意，报告里写明，才看得出会是照着开的。",
        "在开头写明“围绕……主题”。",
        "某局党组围绕“……”主题，于2026年1月10日召开2025年度民主生活会。",
    ),
    en=Message(
        "The report does not name the theme of the meeting.",
        "The theme is set by the superior unit or agreed with it.",
        "Name it in the opening.",
        "某局党组围绕“……”主题，于2026年1月10日召开2025年度民主生活会。",
    ),
)
def meeting_without_theme(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当写明会议主题。

    “主题教育”“主题党日”不算主题。没有原文时不查。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```

    → 「某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局围绕“守初心、强作风”主题，于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```
    """
    if ctx.text and not _THEME.search(ctx.text):
        yield hit("/preamble/0" if report.preamble else "/title")
