"""LDG011 ledger-closed-out-of-time."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.days import earliest, latest
from mzsh_model.model.documents import Ledger
from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="LDG011",
    name="ledger-closed-out-of-time",
    on=Measure,
    within=(Ledger,),
    level=Level.SHOULD,
    basis=Basis("台账数据应前后一致", "惯例"),
    zh=Message(
        "销号日期{day}在{year}年度的会以前很久，那时问题还没有查摆出来。",
        "先销号后查摆，会被看作抄了去年的台账。",
        "核对年份，改成实际验收销号的日期。",
        "2026年6月20日",
        {"ahead": "状态是“{status}”，销号日期{day}还没有到。"},
    ),
    en=Message(
        "Closed on “{day}”, long before the meeting of {year} named the problem.",
        "It looks copied from last year's ledger.",
        "Check the year and give the day on which it was closed.",
        "2026年6月20日",
        {"ahead": "The status is “{status}”, but the day of closing, “{day}”, is still to come."},
    ),
)
def ledger_closed_out_of_time(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """销号日期不应早于会议的年度，也不应晚于检查的当天。

    状态不是已经完成的，将来的日期当作打算，不查。

    Bad:

    ```text
    某局2020年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|销号时间
    1|学习不够系统|每季度研讨1次|张三|2021年6月底前|已销号|2019年6月18日
    ```

    → 「2019年6月18日」

    Bad:

    ```text
    某局2020年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|销号时间
    1|学习不够系统|每季度研讨1次|张三|2021年6月底前|已销号|2091年6月18日
    ```

    → 「2091年6月18日」

    Good:

    ```text
    某局2020年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|销号时间
    1|学习不够系统|每季度研讨1次|张三|2021年6月底前|已销号|2021年6月18日
    2|调研不够深入|每月到联系点1次|李四|2021年6月底前|已销号|6月20日
    ```
    """
    out = measure.close_out
    day = out.day if out is not None else None
    if day is None:
        return
    if ctx.year is not None and latest(day.edtf) and latest(day.edtf) < f"{ctx.year}-01-01":
        yield hit(f"{at}/closed_on", day=measure.closed_on, year=ctx.year)
    elif measure.state == "done" and earliest(day.edtf) > ctx.today.isoformat():
        status = measure.status or measure.progress
        yield hit(f"{at}/closed_on", case="ahead", day=measure.closed_on, status=status)
