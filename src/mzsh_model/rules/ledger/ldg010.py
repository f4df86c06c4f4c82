"""LDG010 ledger-closed-undated."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.chinese.unsaid import is_unsaid
from mzsh_model.model.documents import Ledger
from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="LDG010",
    name="ledger-closed-undated",
    on=Measure,
    within=(Ledger,),
    level=Level.HINT,
    basis=Basis("销号管理的通行要求：验收一项、销号一项，写明销号时间", "惯例"),
    zh=Message(
        "状态是“{status}”，销号日期一栏没有写日期。",
        "别的措施写了哪天销号，这一条没有，像是没有走验收。",
        "补上验收销号的日期；没有验收的，状态先写整改中。",
        "2026年6月20日",
    ),
    en=Message(
        "The status is “{status}”, but no day of closing is given.",
        "Other rows say when they were closed; this one looks as if nobody had looked at it.",
        "Add the day, or leave the row open.",
        "2026年6月20日",
    ),
)
def ledger_closed_undated(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """已经销号的措施应当写明哪天销的号。

    表里没有一条写了销号日期的不查。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|销号时间
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前|已销号|2026年6月18日
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前|已销号|
    ```

    → 「已销号」

    Good:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|销号时间
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前|已销号|2026年6月18日
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前|整改中|
    ```
    """
    if measure.state != "done" or not (measure.closed_on is None or is_unsaid(measure.closed_on, "progress")):
        return
    if any(one.close_out is not None and one.close_out.day is not None for _, one in ctx.measures):
        name = "status" if measure.status else "progress"
        yield hit(f"{at}/{name}", status=getattr(measure, name))
