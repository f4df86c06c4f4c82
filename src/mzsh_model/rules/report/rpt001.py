"""RPT001 report-without-signature."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.dates import find_dates
from mzsh_model.model.documents import MeetingReport
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_WITHIN = 4
_LONGEST = 40
_SIGNED = 2
"""So many short lines below the text, one of them the date, may be a signature that was not read as one."""


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

    末尾有像落款的短行、只是没有读成落款的，不提。

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
        if not any(find_dates(line.text) for line in _last_lines(ctx)):
            yield hit("/title")
    elif signature.name is None and len(_last_lines(ctx)) < _SIGNED:
        yield hit("/signature/on", case="name")
    elif signature.on is None:
        yield hit("/signature/name", case="date")


def _last_lines(ctx: Context) -> list[Line]:
    """The short lines without an end mark with which the body ends."""
    lines = ctx.source.outline.lines if ctx.source is not None else ()
    body = [line for line in lines if line.story == "body" and line.text.strip()][-_WITHIN:]
    found: list[Line] = []
    for line in reversed(body):
        text = line.text.strip()
        if len(text) > _LONGEST or text[-1] in "。；，：" or label_at(text):
            break
        found.append(line)
    return found
