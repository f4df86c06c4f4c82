"""LDG004 ledger-count-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import Ledger
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import then

_NEARLY = ("基本", "阶段性", "部分")
"""What the text may count as done, or not."""

_SENTENCE = lazy_pattern(r"[^。；;\n]{2,}")


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
            "done": "文字写已完成{stated}项，表里写已完成的实有{listed}项。",
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
            "done": "The text speaks of {stated} done, the table closes {listed}.",
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

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出2个问题，已完成2个。
    序号|存在问题|整改措施|责任人|完成时限|整改状态
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前|已完成
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前|正在推进
    ```

    → 「2」

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
    if isinstance(stated.issues, int) and stated.issues != issues and not _is_share(ctx, issues):
        yield hit("/stated/issues", stated=stated.issues, listed=issues)
    # one cell may tell several measures in as many sentences
    sentences = sum(len(_SENTENCE.findall(one.text)) for _, one in ctx.measures)
    if isinstance(stated.measures, int) and stated.measures != measures and not measures < stated.measures <= sentences:
        yield hit("/stated/measures", case="measures", stated=stated.measures, listed=measures)
    parts = [n for n in (stated.done, stated.ongoing, stated.standing) if isinstance(n, int)]
    total = stated.measures
    if isinstance(total, int) and len(parts) == 3 and sum(parts) not in (total, stated.issues):
        yield hit("/stated/done", case="progress", stated=sum(parts), listed=total)
    elif isinstance(stated.done, int) and (closed := _closed(ledger, ctx)) and stated.done not in closed:
        yield hit("/stated/done", case="done", stated=stated.done, listed=closed[0])


def _is_share(ctx: Context, listed: int) -> bool:
    """Whether the sentence that states the total names the number in the table as a share of it: 共9个，其中班子3个、个人6个."""
    before, after = ctx.around("/stated/issues")
    sentence = re.split("[。；\n]", before)[-1] + re.split("[。；\n]", after)[0]
    return "其中" in sentence and re.search(rf"(?<!\d){listed}\s*[个条项]", sentence) is not None


def _closed(ledger: Ledger, ctx: Context) -> tuple[int, ...]:
    """How many are done, by measures and by problems, with those kept up for good and without; nothing where a row leaves it open."""
    if not ctx.measures or any(
        one.status is None or one.state is None or any(word in one.status for word in _NEARLY)
        for _, one in ctx.measures
    ):
        return ()
    rows = [{one.state for one in entry.measures} for entry in ledger.entries if entry.measures]
    cells = [one.state for _, one in ctx.measures]
    full = {"done"}, {"done", "standing"}
    return tuple(
        n for states in full for n in (sum(one in states for one in cells), sum(row <= states for row in rows))
    )
