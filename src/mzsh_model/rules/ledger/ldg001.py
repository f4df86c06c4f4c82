"""LDG001 ledger-issue-without-measure."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import LedgerEntry
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="LDG001",
    name="ledger-issue-without-measure",
    on=LedgerEntry,
    level=Level.MUST,
    basis=Basis("整改台账的通行要求：问题与整改措施一一对应", "惯例"),
    zh=Message(
        "第{number}项的问题没有整改措施。",
        "台账是整改的依据，没有措施就无从落实、无法销号。",
        "在“整改措施”一栏写明做什么。",
        "1.制定年度学习计划，每季度至少开展1次专题研讨。",
    ),
    en=Message(
        "Entry {number} has no measure.",
        "The ledger is what rectification is checked against.",
        "Fill in the measure column.",
        "1.制定年度学习计划，每季度至少开展1次专题研讨。",
    ),
)
def ledger_issue_without_measure(entry: LedgerEntry, at: str, ctx: Context) -> Iterator[Hit]:
    """台账里每个问题都应当有整改措施。

    写了问题，“整改措施”一格空着、只有“—”“无”“待定”的，是一处。同一格措施合并管着几行问题的，那几行都算有措施。只列问题、没有措施一栏的清单不查；
    措施写得好不好、够不够，这条不管。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入||李四|2026年6月底前
    ```

    → 「调研不够深入」

    Good:

    ```text
    某局领导班子2025年度民主生活会问题清单
    序号|问题|类别
    1|学习不够系统|政治忠诚
    2|调研不够深入|担当作为
    ```

    Good:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```
    """
    if entry.issue is None or entry.measures or not ctx.asks_for_measures:
        return
    if not any(link.issue == entry.issue.id and link.measure for link in ctx.links):  # one cell may answer several
        yield hit(f"{at}/issue", number=ctx.number_of(entry, at))
