"""LDG009 ledger-closed-while-open."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.days import latest
from mzsh_model.model.documents import Ledger
from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="LDG009",
    name="ledger-closed-while-open",
    on=Measure,
    within=(Ledger,),
    level=Level.SHOULD,
    basis=Basis("台账数据应前后一致", "惯例"),
    zh=Message(
        "写了销号日期{day}，状态却是“{status}”。",
        "到底销没销号，看表的人说不清。",
        "已经销号的改状态；没有销号的去掉日期。",
        "已销号",
    ),
    en=Message(
        "Closed on “{day}”, but the status is “{status}”.",
        "Nobody can tell whether it is closed.",
        "Correct the status, or take the date out.",
        "已销号",
    ),
)
def ledger_closed_while_open(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """写了销号日期的措施，状态应当是已经完成。

    状态说不清的、长期坚持的、日期还没有到的（拟销号）不查。

    Bad:

    ```text
    某局2020年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|销号时间
    1|学习不够系统|每季度研讨1次|张三|2021年6月底前|已销号|2021年6月18日
    2|调研不够深入|每月到联系点1次|李四|2021年6月底前|正在推进|2021年6月20日
    ```

    → 「2021年6月20日」

    Good:

    ```text
    某局2020年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|销号时间
    1|学习不够系统|每季度研讨1次|张三|2021年6月底前|已销号|2021年6月18日
    2|调研不够深入|每月到联系点1次|李四|长期坚持|长期坚持|2021年6月20日
    3|服务不够主动|每月回访1次|王五|2021年9月底前|正在推进|
    ```
    """
    out = measure.close_out
    day = out.day if out is not None else None
    if day is None or measure.state != "open" or not latest(day.edtf) or latest(day.edtf) > ctx.today.isoformat():
        return
    yield hit(f"{at}/closed_on", day=measure.closed_on, status=measure.status or measure.progress)
