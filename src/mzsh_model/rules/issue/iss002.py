"""ISS002 issue-aspect-not-listed."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.items import Aspect
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_OTHER = lazy_pattern(r"案例|以案|事项|谈话函询|需要说明|整改")


@rule(
    code="ISS002",
    name="issue-aspect-not-listed",
    on=Aspect,
    level=Level.HINT,
    basis=Basis("年度民主生活会通知规定的对照方面", "通知"),
    zh=Message(
        "“{name}”不在{year}年度规定的方面里。",
        "方面一般按上级通知来列，另立的方面要有依据。",
        "核对上级通知；是上级或本单位要求增加的，可以保留。",
        "（一）带头强化政治忠诚、提高政治能力方面",
    ),
    en=Message(
        "“{name}” is not among the aspects of {year}.",
        "Aspects normally follow the superior unit's notice.",
        "Check the notice; keep it if your unit asked for it.",
        "（一）带头强化政治忠诚、提高政治能力方面",
    ),
)
def issue_aspect_not_listed(aspect: Aspect, at: str, ctx: Context) -> Iterator[Hit]:
    """方面应当与年度通知一致，不自立名目。

    只有其他方面都对得上目录时才提示。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    （一）带头强化政治忠诚、提高政治能力方面
    一是学习不够系统。
    （二）带头固本培元、增强党性方面
    一是组织生活不够严肃。
    （三）其他工作方面
    一是统筹不够。
    ```

    → 「其他工作方面」

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
    listed = {one.id for one in ctx.aspect_set.aspects}
    others = [one for one in ctx.aspects if one.id not in listed and not _OTHER.search(one.name)]
    if others == [aspect]:
        yield hit(at, name=aspect.name, year=ctx.aspect_set.year)
