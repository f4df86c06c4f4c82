"""LDG004 ledger-count-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import Ledger
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="LDG004",
    name="ledger-count-mismatch",
    on=Ledger,
    level=Level.MUST,
    basis=Basis("台账数据应前后一致", "惯例"),
    zh=Message(
        "文字写{what}{stated}，表里实有{listed}。",
        "数字对不上，上级会认为台账没有核对。",
        "核对表格，改正文字里的数，或补上漏掉的行。",
        "台账共列出8个问题、17条整改措施。",
    ),
    en=Message(
        "The text says {stated} ({what}), the table has {listed}.",
        "Numbers that do not agree cast doubt on the ledger.",
        "Correct the text or add the missing rows.",
        "台账共列出8个问题、17条整改措施。",
    ),
)
def ledger_count_mismatch(ledger: Ledger, at: str, ctx: Context) -> Iterator[Hit]:
    """台账文字写的总数应当与表格一致，各项进展之和应当等于总数。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出3个问题、2条整改措施。
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```

    → 「3」

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
    if stated is None:
        return
    issues = sum(entry.issue is not None for entry in ledger.entries)
    measures = sum(len(entry.measures) for entry in ledger.entries)
    for name, what, given, listed in (
        ("issues", "问题数", stated.issues, issues),
        ("measures", "措施数", stated.measures, measures),
    ):
        if isinstance(given, int) and given != listed:
            yield hit(f"/stated/{name}", what=what, stated=given, listed=listed)
    parts = [n for n in (stated.done, stated.ongoing, stated.standing) if isinstance(n, int)]
    total = stated.measures
    if isinstance(total, int) and len(parts) == 3 and sum(parts) not in (total, stated.issues):
        yield hit("/stated/done", what="各类进展之和", stated=sum(parts), listed=total)
