"""MEA001 measure-section-missing."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.base import Role
from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import measures_elsewhere, sense
from mzsh_model.rules.words import any_of


@rule(
    code="MEA001",
    name="measure-section-missing",
    on=(SelfExamination, MeetingReport),
    level=Level.MUST,
    whole=True,
    basis=Basis("对照检查材料和情况报告的基本结构：问题、原因、措施", "惯例"),
    zh=Message(
        "没有整改措施。",
        "查出的问题都要整改，没有措施就无法明确责任、无法销号。",
        "在最后写整改措施，与问题对应，写明做什么、谁负责、何时完成。",
        "三、整改措施  （一）严守纪律规矩。每月对照负面清单自查一次，2026年6月底前……",
    ),
    en=Message(
        "There are no measures.",
        "Every problem found must be mended.",
        "End with measures that answer the problems: what, who, by when.",
        "三、整改措施  （一）严守纪律规矩。每月对照负面清单自查一次，2026年6月底前……",
    ),
)
def measure_section_missing(value: SelfExamination | MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """对照检查材料和情况报告应当有整改措施。

    没有认出措施、而问题后面说到今后或时限的，可能是写法没有认出，只作提示；写明措施另见附件的，也只作提示，附件里的没有检查。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```

    → 「存在的问题」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是加强学习。二是深入调研。
    ```
    """
    if value.measures:
        return
    # where time limits and plans stand behind the problems, measures may be written and not be read for what they are
    told = any_of(sense("plan", "words")).search(ctx.text_behind_issues) or measures_elsewhere(ctx.text)
    yield hit(ctx.heading_of(Role.ISSUES), level=Level.HINT if told else None)
