"""ISS003 issue-aspect-out-of-order."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="ISS003",
    name="issue-aspect-out-of-order",
    on=SelfExamination,
    level=Level.HINT,
    basis=Basis("年度民主生活会通知列出的方面次序", "惯例"),
    zh=Message(
        "“{name}”排在了“{before}”后面，与通知的次序不同。",
        "按通知的次序写，便于会上对照和上级审核。",
        "把这一方面移到规定的位置。",
        "（一）带头强化政治忠诚……（二）带头固本培元……",
    ),
    en=Message(
        "“{name}” stands after “{before}”, against the order of the notice.",
        "The notice's order makes papers easy to compare.",
        "Move the aspect to its place.",
        "（一）带头强化政治忠诚……（二）带头固本培元……",
    ),
)
def issue_aspect_out_of_order(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """方面应当按通知的次序来写。

    次序以年度目录为准。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）带头固本培元、增强党性方面
    一是组织生活不够严肃。
    （二）带头强化政治忠诚、提高政治能力方面
    一是学习不够系统。
    ```

    → 「带头强化政治忠诚、提高政治能力方面」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）带头强化政治忠诚、提高政治能力方面
    一是学习不够系统。
    （二）带头固本培元、增强党性方面
    一是组织生活不够严肃。
    ```
    """
    if ctx.aspect_set is None or not ctx.aspect_set.is_sure:
        return
    order = {aspect.id: aspect.order for aspect in ctx.aspect_set.aspects}
    last = None
    for index, aspect in enumerate(paper.aspects):
        if aspect.id is None or aspect.id not in order:
            continue
        if last is not None and order[aspect.id] < order[last.id or ""]:
            yield hit(f"/aspects/{index}", name=aspect.name, before=last.name)
        else:
            last = aspect
