"""CAU001 cause-section-missing."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.spelling import spell_out
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import tells_causes

_OPENING = 600
"""Where the title does not say which meeting it is for, the first characters may: surely enough for a 建议."""


@rule(
    code="CAU001",
    name="cause-section-missing",
    on=SelfExamination,
    level=Level.MUST,
    whole=True,
    basis=Basis("对照检查材料的基本结构：问题、原因、措施", "惯例"),
    zh=Message(
        "没有原因剖析。",
        "只列问题、不剖析原因，措施就没有着力点。",
        "在问题之后写原因剖析，从思想、党性、宗旨、担当、纪律上找根源。",
        "二、原因剖析  一是理论武装抓得不深。把学习当作软任务……",
    ),
    en=Message(
        "There is no analysis of causes.",
        "Without causes the measures have nothing to hold on to.",
        "Add a part on causes after the problems.",
        "二、原因剖析  一是理论武装抓得不深。把学习当作软任务……",
    ),
)
def cause_section_missing(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """对照检查材料应当剖析原因。

    组织生活会等相近材料有的不要求单列原因，不查。没有认出原因、而文中写了“原因是……”的，可能是写法没有认出，只作提示；有一部分看不准是问题还是别的（阅读疑点）的，也只作提示。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是加强学习。二是深入调研。
    ```

    → 「存在的问题」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、原因剖析
    一是理论武装抓得不深。二是宗旨意识淡化。
    ```
    """
    title = paper.title or ""
    named = "民主生活会" in spell_out(title)
    if not paper.causes and (named or ("组织生活会" not in title and "民主生活会" in spell_out(ctx.text[:_OPENING]))):
        told = ctx.is_unsure or tells_causes(ctx.text_behind_issues)
        level = Level.HINT if told else None if named else Level.SHOULD
        yield hit(ctx.heading_of(Role.ISSUES), level=level)
