"""MEA004 measure-without-owner."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import Ledger
from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="MEA004",
    name="measure-without-owner",
    on=Measure,
    level=Level.SHOULD,
    basis=Basis("整改要求：明确责任主体、规定完成时限、全程销号管理", "通知"),
    zh=Message(
        "整改措施“{title}”没有写明谁负责。",
        "没有责任人的措施没有人去做，也无法销号。",
        "写明牵头的领导或部门，不写“有关部门”。",
        "由办公室牵头，2026年3月底前形成学习转化清单。",
    ),
    en=Message(
        "The measure “{title}” names nobody responsible.",
        "A measure without an owner is nobody's work.",
        "Name the leader or department in charge.",
        "由办公室牵头，2026年3月底前形成学习转化清单。",
    ),
)
def measure_without_owner(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """班子的整改措施应当写明责任人。

    个人材料的措施由本人负责，不查。台账另有规则。

    Bad:

    ```text
    某局党组领导班子2025年度民主生活会对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    （一）加强学习。每季度研讨一次。
    ```

    → 「加强学习」

    Good:

    ```text
    某局党组领导班子2025年度民主生活会对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    （一）加强学习。由办公室牵头，每季度研讨一次。
    ```
    """
    owner = measure.owner.raw if isinstance(measure.owner, Placeholder) else measure.owner
    if (owner is None or ctx.is_nobody(owner)) and not isinstance(ctx.value, Ledger) and not ctx.is_member_paper:
        yield hit(f"{at}/title" if measure.title else at, title=measure.title or measure.text[:16])
