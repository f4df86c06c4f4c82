"""RPT011 report-without-signatory."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context, Source
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, hit_line, rule

_TOP = 5
_NUMBER = lazy_pattern(r"^\s*[\u4e00-\u9fff]{1,12}[〔\[（(【]20\d\d[〕\]）)】]\s*\d{1,4}\s*号")
"""A document number among the first lines that something else stands beside: 某党〔2026〕2号（共印5份）."""


@rule(
    code="RPT011",
    name="report-without-signatory",
    on=MeetingReport,
    level=Level.HINT,
    basis=Basis("《党政机关公文处理工作条例》（2012年7月1日起施行）第九条第六项：上行文应当标注签发人姓名", "规定"),
    zh=Message(
        "有发文字号，没有标注签发人。",
        "上行文应当标注签发人姓名。",
        "在发文字号的右边标注“签发人：”和姓名；先送审的稿子可以定稿时再补。",
        "某党〔2026〕3号    签发人：张三",
    ),
    en=Message(
        "There is a document number but no signatory.",
        "A paper to a superior unit names who signed it for issue.",
        "Add the signatory beside the number.",
        "某党〔2026〕3号    签发人：张三",
    ),
)
def report_without_signatory(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """上行文应当标注签发人。

    没有发文字号的当作草稿，不查；没有原文时不查。

    Bad:

    ```text
    某党〔2026〕3号
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```

    → 「某党〔2026〕3号」

    Good:

    ```text
    某党〔2026〕3号　签发人：张三
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```

    Good:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会前准备
    一是组织学习。二是征求意见38条。
    ```
    """
    if ctx.source is None or _told(ctx.source):
        return
    if report.number is not None:
        yield hit("/number")
    elif numbered := next((one for one in ctx.source.outline.lines[:_TOP] if _NUMBER.search(one.text)), None):
        found = _NUMBER.search(numbered.text)
        assert found is not None
        yield hit_line(numbered, found.start(), found.end())


def _told(source: Source) -> bool:
    """Whether a line, headers and text boxes included, names who signed it for issue."""
    return any("签发" in line.text for line in source.outline.lines)
