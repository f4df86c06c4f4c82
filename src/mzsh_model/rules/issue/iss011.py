"""ISS011 issue-part-without-fault."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.chinese.faults import has_fault
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import sense
from mzsh_model.rules.words import any_of

_FEWEST = 2


@rule(
    code="ISS011",
    name="issue-part-without-fault",
    on=SelfExamination,
    level=Level.SHOULD,
    basis=Basis("党的群众路线教育实践活动中专题民主生活会的要求（2013年）：不写成工作总结，不评功摆好", "通知"),
    zh=Message(
        "问题部分讲了{count}条，没有一条说到哪里不足。",
        "通篇讲做法和成绩，等于没有查摆问题。",
        "每一条先说哪里没有做到，再说表现和后果。",
        "学习计划没有完成，4本书只读了2本。",
        {"aspect": "“{aspect}”只讲了做法和成绩，没有说到哪里不足。"},
    ),
    en=Message(
        "None of the {count} items of the problem part says what fell short.",
        "A list of achievements is no examination of problems.",
        "Say in each what was not done, then how it showed.",
        "学习计划没有完成，4本书只读了2本。",
        {"aspect": "“{aspect}” tells achievements only, and nothing that fell short."},
    ),
)
def issue_part_without_fault(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """问题部分应当讲问题。

    两条以上、每一条都没有不足的字眼、又在讲成绩的才提；别的方面讲了问题，有一个方面只讲成绩的，也提。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    1.认真学习，全年读完4本书，取得明显成效。
    2.坚持调研，走访12次，得到群众肯定。
    二、整改措施
    1.2026年6月底前再读2本书。
    ```

    → 「存在的问题」

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）带头固本培元、增强党性方面
    1.学习不够系统，4本书只读了2本。
    （二）带头干事创业、担当作为方面
    能够勇于担当，全年盘活资产3处，受到县委肯定。
    二、整改措施
    1.2026年6月底前再读2本书。
    ```

    → 「带头干事创业、担当作为方面」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    1.学习不够系统，4本书只读了2本。
    2.坚持调研，走访12次，得到群众肯定。
    二、整改措施
    1.2026年6月底前再读2本书。
    ```
    """
    told = [issue.text for issue in paper.issues]
    praise = any_of((*ctx.profile.praise_words, *sense("praise", "words")))
    if len(told) >= _FEWEST and not any(has_fault(text) for text in told) and any(map(praise.search, told)):
        yield hit(ctx.heading_of(Role.ISSUES), count=len(told))
        return
    aspects = {aspect.name for aspect in paper.aspects}
    for at_section, section in enumerate(paper.sections):
        if section.role is not Role.ISSUES or section.heading not in aspects:
            continue
        told = [*section.remarks, *(issue.text for issue in paper.issues if issue.aspect == section.heading)]
        if not any(has_fault(text) for text in told) and any(map(praise.search, told)):
            yield hit(f"/sections/{at_section}", case="aspect", aspect=section.heading)
