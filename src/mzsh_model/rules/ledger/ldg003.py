"""LDG003 ledger-measure-without-owner."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import LedgerEntry
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="LDG003",
    name="ledger-measure-without-owner",
    on=LedgerEntry,
    level=Level.MUST,
    basis=Basis("整改台账的通行要求：明确责任主体、规定完成时限", "惯例"),
    zh=Message(
        "第{number}项没有写明具体的责任人。",
        "责任不到人，台账就落不了地。",
        "写明牵头领导的姓名或职务；只写“有关部门”“全体成员”不算。",
        "张三",
    ),
    en=Message(
        "Entry {number} names nobody in particular.",
        "What is everybody's is nobody's.",
        "Name the leader in charge.",
        "张三",
    ),
)
def ledger_measure_without_owner(entry: LedgerEntry, at: str, ctx: Context) -> Iterator[Hit]:
    """台账里的措施应当有具体的责任人。

    个人的整改清单由本人负责，表里没有责任栏的不查。笼统的说法，配置里可以加词。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|有关部门|2026年6月底前
    ```

    → 「有关部门」

    Good:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```
    """
    if not ctx.names_owners:
        return
    for index, measure in enumerate(entry.measures):
        owner = measure.owner
        if owner is None:
            yield hit(f"{at}/measures/{index}", number=ctx.number_of(entry, at))
            return
        told = owner if isinstance(owner, str) else owner.raw
        if ctx.is_nobody(told):
            yield hit(f"{at}/measures/{index}/owner", number=ctx.number_of(entry, at))
            return
