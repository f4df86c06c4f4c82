"""RPT014 report-without-campaign-account."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.years import asked_in


@rule(
    code="RPT014",
    name="report-without-campaign-account",
    on=MeetingReport,
    level=Level.HINT,
    basis=Basis("2025年度民主生活会各地公开报道：会上通报深入贯彻中央八项规定精神学习教育整改整治情况", "惯例"),
    zh=Message(
        "没有写会上通报了{account}情况。",
        "{year}年度的会要求一并通报这一项。",
        "会上通报了的，在会议情况里补一句；本单位没有这项要求的，可以不写。",
        "会上通报了深入贯彻中央八项规定精神学习教育整改整治情况。",
    ),
    en=Message(
        "The report does not mention that “{account}” was accounted for.",
        "The meetings of {year} were asked to account for it.",
        "Add a sentence if it was done; leave it if your unit was not asked.",
        "会上通报了深入贯彻中央八项规定精神学习教育整改整治情况。",
    ),
)
def report_without_campaign_account(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """当年要求一并通报的整改，报告里应当写明。

    哪些年度有什么要求，写在 years.toml 里；没有原文时不查。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    二、会议情况
    会上通报了上年度整改落实情况，班子成员之间提出批评意见26条。
    ```

    → 「会议情况」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    二、会议情况
    会上通报了上年度整改落实情况和学习教育整改整治情况，班子成员之间提出批评意见26条。
    ```
    """
    asked = asked_in(ctx.year)
    if not ctx.text or not asked.account or any(word in ctx.text for word in asked.words):
        return
    if ctx.meeting_told_at is not None:
        yield hit(ctx.meeting_told_at, account=asked.account, year=ctx.year)
