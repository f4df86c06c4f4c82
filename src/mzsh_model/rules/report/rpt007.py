"""RPT007 report-without-preparation."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.model.documents import MeetingReport
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import sense
from mzsh_model.rules.words import any_of

_STUDIED = lazy_pattern(r"学习(?:研讨)?\s*(?:了)?\s*[\d一二两三四五六七八九十]+\s*[次天]")


@rule(
    code="RPT007",
    name="report-without-preparation",
    on=MeetingReport,
    level=Level.SHOULD,
    basis=Basis("情况报告的通行结构：会前准备、会议情况、整改落实", "惯例"),
    zh=Message(
        "报告没有写会前准备情况。",
        "学习、征求意见、谈心谈话做得怎样，上级要从报告里看。",
        "在会议情况之前写会前准备：学习几次、征求意见多少条、谈心谈话多少人次。",
        "一、会前准备  一是组织学习4次。二是征求意见38条。三是谈心谈话40人次。",
    ),
    en=Message(
        "The report does not tell of the preparation.",
        "The superior unit wants to see what was studied, asked and talked over.",
        "Tell of the preparation before the meeting, with numbers.",
        "一、会前准备  一是组织学习4次。二是征求意见38条。三是谈心谈话40人次。",
    ),
)
def report_without_preparation(report: MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """情况报告应当写会前准备。

    文中提到会前学习、征求意见、谈心谈话的都算写了；没有原文时不查。

    Bad:

    ```text
    某局2025年度民主生活会情况报告
    某局于2026年1月10日召开2025年度民主生活会，应到9人，实到8人。
    一、会议情况
    班子查摆出2个方面问题：一是学习不够系统。二是调研不够深入。
    ```

    → 「某局2025年度民主生活会情况报告」

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
    told = report.preparation or any(section.role is Role.PREPARATION for section in report.sections)
    if ctx.text and not told and not (any_of(sense("prepared", "words")).search(ctx.text) or _STUDIED.search(ctx.text)):
        yield hit("/title")
