"""SLF004 examination-problems-too-few-words."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="SLF004",
    name="examination-problems-too-few-words",
    on=SelfExamination,
    level=Level.HINT,
    whole=True,
    basis=Basis("各地审核要求的问题和原因占比不一，按配置", "惯例"),
    zh=Message(
        "问题和原因共占全文{share}%，低于本单位定的{least}%。",
        "问题部分太少，篇幅多半用在了别处。",
        "看导语、体会和成绩是不是写多了；占比要求与本单位不符的，改配置。",
        "导语一段，问题和原因占一半以上。",
    ),
    en=Message(
        "Problems and causes make up {share}% of the text, less than the {least}% of the profile.",
        "When the problems are short, the space went elsewhere.",
        "Shorten the opening and what is no problem; change the profile if your unit asks for less.",
        "导语一段，问题和原因占一半以上。",
    ),
)
def examination_problems_too_few_words(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """问题和原因的篇幅不宜过少。

    占比没有统一规定，下限在配置里（problems_share），默认 0，不查；下面的例子以一半为下限。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    会前我认真参加学习，读完规定的篇目，写了体会，同班子成员逐一谈心，到联系点听取意见，反复修改这份材料，现将情况报告如下。
    一、存在的问题
    一是学习不够。二是调研不深。
    二、整改措施
    一是加强学习。二是深入调研。
    ```

    → 「存在的问题」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统，列入计划的4本书只读了2本，研讨发言由科里代写，念完就算。二是调研不够深入，全年只到联系点3次，每次都有人陪。
    二、整改措施
    一是加强学习。二是深入调研。
    ```
    """
    told = sum(len(i.text) for i in paper.issues) + sum(len(c.text) for c in paper.causes)
    share, least = (told / ctx.length if ctx.length else 0), ctx.profile.problems_share
    if 0 < share < least:
        yield hit(ctx.heading_of(Role.ISSUES), share=round(100 * share), least=round(100 * least))
