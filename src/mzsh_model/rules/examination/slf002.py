"""SLF002 examination-too-short."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="SLF002",
    name="examination-too-short",
    on=SelfExamination,
    level=Level.HINT,
    basis=Basis("各地审核要求的篇幅下限不一，按配置", "惯例"),
    zh=Message(
        "全文{count}字，少于本单位定的{least}字。",
        "篇幅太短，问题、原因和措施往往没有展开。",
        "看问题是否讲到了具体的人和事，原因是否讲到思想根源；篇幅要求与本单位不符的，改配置。",
        "用一两件具体的事说明问题的表现和后果。",
    ),
    en=Message(
        "The paper has {count} characters, fewer than the {least} of the profile.",
        "A very short paper usually leaves problems, causes and measures undeveloped.",
        "Add persons and events; change the profile if your unit asks for less.",
        "用一两件具体的事说明问题的表现和后果。",
    ),
)
def examination_too_short(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """对照检查材料不宜过短。

    字数没有统一规定，下限在配置里，默认 0，不查；下面的例子以一千字为下限。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```

    → 「2025年度民主生活会个人对照检查材料」

    Good:

    ```text
    存在问题和整改措施
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是加强学习。二是深入调研。
    ```
    """
    least = ctx.profile.shortest_team_paper if paper.scope == "team" else ctx.profile.shortest_member_paper
    count = ctx.length
    if paper.title is not None and "民主生活会" in paper.title and 0 < count < least:
        yield hit("/title", count=count, least=least)
