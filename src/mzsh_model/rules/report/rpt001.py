"""RPT001 report-without-signature."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="RPT001",
    name="report-without-signature",
    on=MeetingReport,
    level=Level.SHOULD,
    basis=Basis("上行文格式：有发文机关署名和成文日期（GB/T 9704-2012）", "规定"),
    zh=Message(
        "报告没有落款，没有写发文单位和日期。",
        "发文机关署名和成文日期是公文格式的要素；先送审的稿子可以定稿时再补。",
        "在正文之后写明发文单位和成文日期。",
        "中共某局党组  2026年1月28日",
        {"name": "报告的落款没有写发文单位。", "date": "报告的落款没有写日期。"},
    ),
    en=Message(
        "The report has neither issuer nor date at its end.",
        "A report to a superior unit carries the issuer's name and the date.",
        "Add both below the text.",
        "中共某局党组  2026年1月28日",
        {"name": "The signature names no issuer.", "date": "The signature has no date."},
    ),
)
def report_without_signature(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当有落款和日期。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    ```

    → 「某局2025年度民主生活会情况报告」

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    中共某局党组
    ```

    → 「中共某局党组」

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    2026年1月28日
    ```

    → 「2026年1月28日」

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见。
    中共某局党组
    2026年1月28日
    ```
    """
    signature = report.signature
    if signature is None:
        yield hit("/title")
    elif signature.name is None:
        yield hit("/signature/on", case="name")
    elif signature.on is None:
        yield hit("/signature/name", case="date")
