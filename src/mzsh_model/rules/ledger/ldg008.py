"""LDG008 ledger-rate-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.documents import LedgerCounts, LedgerEntry
from mzsh_model.model.parts import PriorSummary
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import then

_PERCENT = lazy_pattern(r"(\d+(?:\.\d+)?)\s*[%％]")


@rule(
    code="LDG008",
    name="ledger-rate-mismatch",
    on=(LedgerCounts, PriorSummary),
    level=Level.MUST,
    any_paper=True,
    basis=Basis("台账数据应前后一致", "惯例"),
    zh=Message(
        "写的完成率是{rate}，按已完成{done}条、共{total}条算，应是{right}%。",
        "比例算错，整张台账的数都会被怀疑。",
        "核对已完成数和总数，重新算一遍。",
        "共25个问题，已完成19个，完成率76%。",
    ),
    en=Message(
        "The rate is given as {rate}, but {done} done of {total} make {right}%.",
        "A wrong rate casts doubt on every number of the ledger.",
        "Check both numbers and work it out again.",
        "共25个问题，已完成19个，完成率76%。",
    ),
)
def ledger_rate_mismatch(stated: LedgerCounts | PriorSummary, at: str, ctx: Context) -> Iterator[Hit]:
    """台账写的完成率应当与已完成数相符。

    上年度整改落实情况和其他材料写到的上年度完成率也这样算。

    按写明的或表里的、问题数或措施数算，有一个相符就不提；相差不到一个百分点的，当作四舍五入。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出2个问题、2条整改措施，已完成1条，完成率80%。
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```

    → 「80%」

    Good:

    ```text
    某局2025年度民主生活会整改台账
    台账共列出2个问题、2条整改措施，已完成1条，完成率50%。
    序号|存在问题|整改措施|责任人|完成时限
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前
    ```
    """
    done = stated.done if isinstance(stated.done, int) else _done_in_rows(stated, ctx)
    if stated.rate is None or done is None:
        return
    if isinstance(stated, LedgerCounts) and then().search(re.split("[。；]", ctx.around(f"{at}/rate")[0])[-1]):
        return  # 上年度整改完成率100%: that is another ledger's
    given = _PERCENT.search(stated.rate)
    wholes = (stated.measures, stated.issues, *_listed(stated, ctx))
    totals = [n for n in wholes if isinstance(n, int) and n >= max(done, 1)]
    if given is None or not totals:
        return
    if all(abs(100 * done / total - float(given[1])) >= 1 for total in totals):
        right = f"{100 * done / totals[0]:.1f}".removesuffix(".0")
        level = None if done == stated.done else Level.SHOULD  # the rows may be counted otherwise than the words do
        yield hit(f"{at}/rate", level=level, rate=stated.rate, done=done, total=totals[0], right=right)


def _listed(stated: LedgerCounts | PriorSummary, ctx: Context) -> tuple[int, ...]:
    """How many the table has, by measures and by rows; of last year only an account of last year has any."""
    rows = cast(
        tuple[object, ...], ctx.value.__dict__.get("accounts" if isinstance(stated, PriorSummary) else "entries", ())
    )
    measures = sum(len(row.measures) for row in rows if isinstance(row, LedgerEntry))
    return tuple(n for n in (measures, len(rows)) if n)


def _done_in_rows(stated: LedgerCounts | PriorSummary, ctx: Context) -> int | None:
    """How many measures the table calls done, where the words above it do not say; None where a row leaves it open."""
    rows = cast(tuple[object, ...], ctx.value.__dict__.get("entries", ())) if isinstance(stated, LedgerCounts) else ()
    states = [measure.state for row in rows if isinstance(row, LedgerEntry) for measure in row.measures]
    return None if not states or None in states or "standing" in states else states.count("done")
