"""LDG006 ledger-measure-overdue."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.chinese.states import may_be_done, state_of
from mzsh_model.kernel.days import latest
from mzsh_model.model.documents import Ledger
from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="LDG006",
    name="ledger-measure-overdue",
    on=Measure,
    within=(Ledger,),
    level=Level.SHOULD,
    basis=Basis("整改要求：全程销号管理，年底对账讲评", "惯例"),
    zh=Message(
        "时限“{due}”已过，还没有销号。",
        "逾期未完成的要说明原因、报批延期。",
        "更新进展；确需延期的，由责任领导书面说明原因。",
        "已完成，2026年6月20日销号。",
    ),
    en=Message(
        "The time limit “{due}” has passed and the measure is not closed.",
        "Overdue measures need a reason and an extension.",
        "Update the progress or explain the delay.",
        "已完成，2026年6月20日销号。",
    ),
)
def ledger_measure_overdue(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """过了时限的措施应当已经完成。

    一条措施三样都占的算一处：时限写到了年和月；那个时限的最后一天在台账写明的填报日期（“填报日期”“截至”后面的那天）之前，没有写明的，在检查当天之前；状态或进展
    写的是没有完成（正在推进、整改中、未启动、没有动……）。

    写已完成、已销号、长期坚持的不算；进展空着的不查；用自己的话写、看不出完没完成的（“全部补发到位”）不提。时限只写“全年”“长期坚持”“立行立改”、
    月份是xx、没有写年份的，也不查。

    Bad:

    ```text
    某局2020年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|进展情况
    1|学习不够系统|每季度研讨1次|张三|2021年6月底前|正在推进，研讨2次
    2|调研不够深入|每月到联系点1次|李四|2021年6月底前|已完成，到联系点12次
    ```

    → 「2021年6月底前」

    Good:

    ```text
    某局2020年度民主生活会整改台账
    填报日期：2021年3月20日
    序号|存在问题|整改措施|责任人|完成时限|进展情况
    1|学习不够系统|每季度研讨1次|张三|2021年6月底前|正在推进，研讨2次
    ```

    Good:

    ```text
    某局2020年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|进展情况
    1|学习不够系统|每季度研讨1次|张三|长期坚持|正在推进，研讨2次
    2|调研不够深入|每月到联系点1次|李四|2021年6月底前|已完成，到联系点12次
    3|服务不够主动|每月回访1次|王五|2021年xx月底前|正在推进，回访3次
    ```
    """
    due = measure.due_on
    told = measure.status or measure.progress
    state = None if told is None else state_of(told)
    if due is None or told is None or state in ("done", "standing") or (state is None and may_be_done(told)):
        return
    if "X" not in due.edtf and "-" in due.edtf and latest(due.edtf) < ctx.standing_on:
        yield hit(f"{at}/due", due=measure.due)
