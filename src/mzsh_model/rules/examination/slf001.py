"""SLF001 examination-without-prior-year."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import spell_out
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import accounts_for_last_year, tells_of_last_year

_ACCOUNT = lazy_pattern(r"整改.{0,6}(?:落实|进展|完成)情况")


@rule(
    code="SLF001",
    name="examination-without-prior-year",
    on=SelfExamination,
    level=Level.SHOULD,
    whole=True,
    basis=Basis("民主生活会的通行程序：通报上次民主生活会整改措施落实情况（2018年以来多地公开报道）", "惯例"),
    zh=Message(
        "全文没有交代上年度整改落实情况。",
        "会上要对上年度查摆的问题逐条交账，材料里没有，会上就无从说起。",
        "在导语里写一两句，或单列一部分：上年度查摆了几个问题、整改到什么程度、没完成的怎么办。",
        "上年度民主生活会查摆的4个问题，已整改到位3个，另有1个正在推进。",
    ),
    en=Message(
        "The paper does not account for last year's rectification.",
        "Last year's problems are reported on one by one at the meeting.",
        "Say how many problems there were, how far each has got, and what happens to the rest.",
        "上年度民主生活会查摆的4个问题，已整改到位3个，另有1个正在推进。",
    ),
)
def examination_without_prior_year(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """对照检查材料应当交代上年度整改落实情况。

    单列一部分，或者在第一个问题以前的话里说到就行：写明是上年度（去年、上次会、更早的某年度），又说到查摆的问题、整改、承诺、措施。只要有一句就不提；说得全不全、数对不对，
    另有规则。

    只在问题部分顺带提到去年怎样的，不算交代。标题写组织生活会、专题的不查；标题和开头都没有写民主生活会的不查。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    会前我认真参加学习，现汇报如下。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```

    → 「2025年度民主生活会个人对照检查材料」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    上年度查摆的4个问题，已整改3个，1个正在推进。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```
    """
    title = paper.title or ""
    if "组织生活会" in title or "专题" in title or "民主生活会" not in spell_out(title + ctx.text[:600]):
        return
    told = paper.prior is not None or bool(paper.prior_issues) or any(s.role is Role.PRIOR for s in paper.sections)
    if not told and not any(
        tells_of_last_year(t, ctx.year) or accounts_for_last_year(t) or _ACCOUNT.search(t) for t in paper.preamble
    ):
        yield hit("/title")
