"""SLF006 examination-without-personal-matters."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import spell_out
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_TOLD = lazy_pattern("个人(?:重大|有关|重要)?事项|谈话函询|函询|需要说明")


@rule(
    code="SLF006",
    name="examination-without-personal-matters",
    on=SelfExamination,
    level=Level.HINT,
    whole=True,
    basis=Basis(
        "督导中指出的问题：谈话函询应当在会上说明而没有说明（2024年公开报道）；个人有关事项一并说明是惯例", "惯例"
    ),
    zh=Message(
        "没有说明个人有关事项和谈话函询的情况。",
        "有过谈话函询的应当在会上说明；没有的，写一句没有，免得再问。",
        "写明个人有关事项报告、谈话函询和组织要求说明的事项；没有的写没有。",
        "（七）需要说明的事项  本人个人有关事项已如实报告，本年度没有被谈话函询。",
    ),
    en=Message(
        "Nothing is said of personal matters reported or of inquiries by the inspection.",
        "Who was inquired of has to say so at the meeting; who was not says so in a line.",
        "Add a line on both.",
        "（七）需要说明的事项  本人个人有关事项已如实报告，本年度没有被谈话函询。",
    ),
)
def examination_without_personal_matters(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """个人材料应当说明个人有关事项和谈话函询。

    只查个人的民主生活会材料。文中提到的都算写了；没有原文时不查。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```

    → 「2025年度民主生活会个人对照检查材料」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、需要说明的事项
    本人个人有关事项已如实报告，没有谈话函询。
    ```
    """
    if not ctx.is_member_paper or "民主生活会" not in spell_out(paper.title or ""):
        return
    told = paper.personal_matters or any(section.role is Role.MATTERS for section in paper.sections)
    if ctx.text and not told and not _TOLD.search(ctx.text):
        yield hit("/title")
