"""LDG002 ledger-measure-without-due."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.chinese.states import state_words
from mzsh_model.chinese.unsaid import is_unsaid
from mzsh_model.kernel.dates import find_dates
from mzsh_model.model.documents import LedgerEntry
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="LDG002",
    name="ledger-measure-without-due",
    on=LedgerEntry,
    level=Level.MUST,
    basis=Basis("整改台账的通行要求：明确责任主体、规定完成时限", "惯例"),
    zh=Message(
        "第{number}项没有写完成时限。",
        "没有时限，到什么时候算完成说不清。",
        "填写完成时限；需要长期坚持的，写“长期坚持”。",
        "2026年6月底前",
    ),
    en=Message(
        "Entry {number} has no time limit.",
        "Without a limit it cannot be followed up.",
        "Fill in the time limit.",
        "2026年6月底前",
    ),
)
def ledger_measure_without_due(entry: LedgerEntry, at: str, ctx: Context) -> Iterator[Hit]:
    """台账里的措施应当有完成时限。

    同一项里几条措施共用一个时限，只提一次。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|
    ```

    → 「每月到联系点1次」

    Good:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|立行立改
    2|调研不够深入|每月到联系点1次|李四|长期坚持
    ```
    """
    in_text = not any(measure.due for _, measure in ctx.measures)
    for index, measure in enumerate(entry.measures):
        if in_text and (find_dates(measure.text) or state_words(measure.text)):
            continue
        if measure.due is None or is_unsaid(measure.due, "due"):
            yield hit(f"{at}/measures/{index}", number=ctx.number_of(entry, at))
            return
