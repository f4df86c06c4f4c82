"""LDG004 ledger-count-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import Ledger
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import then


@rule(
    code="LDG004",
    name="ledger-count-mismatch",
    on=Ledger,
    level=Level.MUST,
    whole=True,
    basis=Basis("台账数据应前后一致", "惯例"),
    zh=Message(
        "文字写有{stated}个问题，表里实有{listed}个。",
        "数字对不上，上级会认为台账没有核对。",
        "核对表格，改正文字里的数，或补上漏掉的行。",
        "台账共列出8个问题、17条整改措施。",
        {
            "measures": "文字写有{stated}条措施，表里实有{listed}条。",
            "progress": "已完成、正在推进和长期坚持的加起来是{stated}条，与总数{listed}条不符。",
        },
    ),
    en=Message(
        "The text speaks of {stated} problems, the table has {listed}.",
        "Numbers that do not agree cast doubt on the ledger.",
        "Correct the text or add the missing rows.",
        "台账共列出8个问题、17条整改措施。",
        {
            "measures": "The text speaks of {stated} measures, the table has {listed}.",
            "progress": "Those done, under way and standing add up to {stated}, but the total is {listed}.",
        },
    ),
)
def ledger_count_mismatch(ledger: Ledger, at: str, ctx: Context) -> Iterator[Hit]:
    """台账文字写的总数应当与表格一致，各项进展之和应当等于总数。

    说的是上年度的数，不在此列。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出3个问题、2条整改措施。
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```

    → 「3」

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出2个问题、3条整改措施，已完成1条，正在推进1条，长期坚持2条。
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```

    → 「3」「1」

    Good:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出2个问题、2条整改措施。
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```
    """
    stated = ledger.stated
    if stated is None or any(then().search(ctx.around(f"/stated/{one}")[0]) for one in ("issues", "measures")):
        return
    issues = sum(entry.issue is not None for entry in ledger.entries)
    measures = sum(len(entry.measures) for entry in ledger.entries)
    if isinstance(stated.issues, int) and stated.issues != issues:
        yield hit("/stated/issues", stated=stated.issues, listed=issues)
    if isinstance(stated.measures, int) and stated.measures != measures:
        yield hit("/stated/measures", case="measures", stated=stated.measures, listed=measures)
    parts = [n for n in (stated.done, stated.ongoing, stated.standing) if isinstance(n, int)]
    total = stated.measures
    if isinstance(total, int) and len(parts) == 3 and sum(parts) not in (total, stated.issues):
        yield hit("/stated/done", case="progress", stated=sum(parts), listed=total)
