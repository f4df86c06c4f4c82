"""LDG003 ledger-measure-without-owner."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.chinese.unsaid import is_everybody
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
        "写明牵头领导的姓名或职务；只写“有关部门”“相关人员”不算。",
        "张三",
        {"everybody": "第{number}项的责任人写的是“{owner}”，人人有份，没有写到由谁牵头。"},
    ),
    en=Message(
        "Entry {number} names nobody in particular.",
        "What is everybody's is nobody's.",
        "Name the leader in charge.",
        "张三",
        {"everybody": "Entry {number} names all of a group (“{owner}”) and nobody who leads."},
    ),
)
def ledger_measure_without_owner(entry: LedgerEntry, at: str, ctx: Context) -> Iterator[Hit]:
    """台账里的措施应当有具体的责任人。

    空着、“待定”、“有关部门”一类谁也指不出的，是必改；“班子成员”“各支部”这样一群人都负责的，说得出是谁，通行的要求（明确责任主体）
    没有落空，只是没有写到由谁牵头，全班子的学习、谈心也本来就是各人的事，所以只是建议。个人的整改清单由本人负责，表里没有责任栏的
    不查。笼统的说法，配置里可以加词。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|有关部门|2026年6月底前
    ```

    → 「有关部门」

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|全体班子成员|2026年6月底前
    ```

    → 「全体班子成员」

    Good:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```
    """
    if not ctx.names_owners or getattr(ctx.value, "owner", None) is not None:
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
        unit = measure.department
        if is_everybody(told) and (unit is None or ctx.is_nobody(unit) or is_everybody(unit)):
            place, number = f"{at}/measures/{index}/owner", ctx.number_of(entry, at)
            yield hit(place, level=Level.SHOULD, case="everybody", number=number, owner=told)
            return
