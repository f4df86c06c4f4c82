"""SLF005 examination-without-case."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import spell_out
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.years import asked_in

_TOLD = lazy_pattern("案例|以案|警示|反面典型|[一该此]案|某[^。；，]{0,12}案")


@rule(
    code="SLF005",
    name="examination-without-case",
    on=SelfExamination,
    level=Level.HINT,
    whole=True,
    basis=Basis("2025年度民主生活会各地公开报道：结合反面典型案例作剖析", "惯例"),
    zh=Message(
        "没有写反面典型案例剖析。",
        "{year}年度的会要求联系反面典型案例作剖析。",
        "在问题之后单列一段，说一个案例，再说自己有没有类似的苗头；本单位没有这项要求的，可以不写。",
        "（六）典型案例剖析  对照李某某违规审批案，我分管的两次审批也没有看附件。",
    ),
    en=Message(
        "There is no reflection on a case.",
        "The meetings of {year} were asked to reflect on cases of misconduct.",
        "Add a part on one case and what it shows of oneself, if your unit asked for it.",
        "（六）典型案例剖析  对照李某某违规审批案，我分管的两次审批也没有看附件。",
    ),
)
def examination_without_case(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """要求案例剖析的年度，材料里应当有。

    哪些年度有这项要求，写在 years.toml 里。文中提到案例的都算写了。

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
    三是对照身边的典型案例，我对下属也失之于宽。
    ```

    Good:

    ```text
    2023年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```
    """
    asked = asked_in(ctx.year)
    if not asked.case or "民主生活会" not in spell_out(paper.title or ""):
        return
    told = paper.case_reflections or any(section.role is Role.CASE for section in paper.sections)
    if ctx.text and not told and _TOLD.search(ctx.text) is None:
        yield hit(ctx.heading_of(Role.ISSUES), year=ctx.year)
