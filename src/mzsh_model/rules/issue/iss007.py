"""ISS007 issue-after-praise."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.items import Issue
from mzsh_model.model.parts import Section
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import sense
from mzsh_model.rules.words import any_of

_TURNS = lazy_pattern(r"[。！；](?=但(?:是)?|然而|不过|尽管如此|即便如此|当然)")
"""A whole sentence stands before it: 能够按时参加，但…… within one is how people talk."""
_TURN = lazy_pattern(r"但(?:是)?|然而|不过|同时(?:也)?要?看到")


@rule(
    code="ISS007",
    name="issue-after-praise",
    on=(Section, Issue),
    within=(SelfExamination,),
    level=Level.HINT,
    basis=Basis("党的群众路线教育实践活动中专题民主生活会的要求（2013年）：开门见山，不评功摆好", "通知"),
    zh=Message(
        "这一方面先讲成绩，再用“但”转到问题。",
        "查摆问题要开门见山，先扬后抑会冲淡问题。有的单位接受一句话带过，由审核的人定。",
        "删去讲成绩的句子，直接写问题。",
        "一是理论学习的转化效果不够好。……",
    ),
    en=Message(
        "The aspect begins with achievements before it turns to problems.",
        "Problems should be named outright.",
        "Drop the sentence of praise.",
        "一是理论学习的转化效果不够好。……",
    ),
)
def issue_after_praise(part: Section | Issue, at: str, ctx: Context) -> Iterator[Hit]:
    """查摆问题应当开门见山，不先扬后抑。

    这一条有争议，只作提示。讲成绩的词，配置里可以加。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）带头强化政治忠诚、提高政治能力方面
    我能够坚持集中学习，取得一定成效，但还有差距：一是自学不够。二是研讨不深。
    ```

    → 「我能够坚持集中学习，取得一定成效，但还有差距：」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）带头强化政治忠诚、提高政治能力方面
    一是自学不够。二是研讨不深。
    ```
    """
    praise = any_of((*ctx.profile.praise_words, *sense("praise", "words")))
    if isinstance(part, Issue):
        turn = _TURNS.search(part.text)
        if turn and praise.search(part.text, 0, turn.start()):
            yield hit(f"{at}/text", start=0, end=turn.start() + 1)
        return
    if part.role is not Role.ISSUES:
        return
    for index, remark in enumerate(part.remarks):
        turn = _TURN.search(remark)
        if turn and praise.search(remark, 0, turn.start()):
            yield hit(f"{at}/remarks/{index}")
            return
