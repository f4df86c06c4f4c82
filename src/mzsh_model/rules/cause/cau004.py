"""CAU004 cause-section-thin."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="CAU004",
    name="cause-section-thin",
    on=SelfExamination,
    level=Level.HINT,
    whole=True,
    basis=Basis("各地审核要求的原因篇幅不一，按配置", "惯例"),
    zh=Message(
        "原因剖析共{count}字，少于本单位定的{least}字。",
        "原因写得太短，多半只是把问题换个说法。",
        "每条原因写清“为什么会这样想、这样做”。",
        "把学习当作软任务，满足于参加了、传达了，没有当作破解难题的方法来用。",
    ),
    en=Message(
        "The causes have {count} characters, fewer than the {least} of the profile.",
        "Very short causes tend to repeat the problems in other words.",
        "Say for each why one thought and acted so.",
        "把学习当作软任务，满足于参加了、传达了，没有当作破解难题的方法来用。",
    ),
)
def cause_section_thin(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """原因剖析不宜过短。

    下限在配置里，默认 0，不查；下面的例子以一百字为下限。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、原因剖析
    一是理论武装抓得不深。二是宗旨意识淡化。
    ```

    → 「原因剖析」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、原因剖析
    一是理论武装抓得不深。把学习当作“软任务”，满足于参加了、传达了，没有把党的创新理论作为分析问题、破解难题的方法来用，遇到矛盾多从技术上找出路。
    二是宗旨意识淡化。站位还停留在管理者的角度，习惯于坐等群众上门，换位思考不够，对群众的急难愁盼缺乏感同身受，调研时听汇报多、看现场少。
    ```
    """
    count = sum(len(cause.text) for cause in paper.causes)
    if 0 < count < ctx.profile.shortest_causes:
        yield hit(ctx.heading_of(Role.CAUSES), count=count, least=ctx.profile.shortest_causes)
