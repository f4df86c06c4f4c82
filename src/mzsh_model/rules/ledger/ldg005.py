"""LDG005 ledger-closed-without-progress."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.chinese.states import state_of
from mzsh_model.chinese.unsaid import is_unsaid
from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_SHORT = 8
"""Up to so many characters a state is all that a cell says."""


@rule(
    code="LDG005",
    name="ledger-closed-without-progress",
    on=Measure,
    level=Level.SHOULD,
    basis=Basis("销号管理的通行要求：销号要有完成情况和佐证", "惯例"),
    zh=Message(
        "状态是“{status}”，但没有写完成情况或佐证。",
        "没有完成情况就销号，经不起复核。",
        "在进展情况或佐证一栏写明做了什么、成效如何。",
        "清单和告知单已在窗口启用，退件率下降到3%。",
        {"day": "写了销号日期{status}，但没有写完成情况或佐证。"},
    ),
    en=Message(
        "The status is “{status}”, but neither progress nor evidence is given.",
        "Closing without evidence does not stand up to review.",
        "Fill in what was done and with what effect.",
        "清单和告知单已在窗口启用，退件率下降到3%。",
        {"day": "Closed on “{status}”, but neither progress nor evidence is given."},
    ),
)
def ledger_closed_without_progress(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """销号应当有完成情况或佐证。

    表里没有进展、佐证一类的栏时不查。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|进展情况
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前|已销号|研讨2次，形成方案1份
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前|已销号|
    ```

    → 「已销号」

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|销号时间|佐证材料
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前|2026年6月18日|会议记录2份
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前|2026年6月20日|
    ```

    → 「2026年6月20日」

    Good:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|进展情况
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前|已销号|研讨2次，形成方案1份
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前|整改中|
    ```
    """
    out = measure.close_out
    day = out is not None and out.day is not None and measure.state is None
    if measure.state != "done" and not day:
        return
    if not any(one.progress or one.evidence for _, one in ctx.measures):
        return  # the ledger has no column for it
    told = (cell for cell in (measure.progress, measure.evidence) if cell)
    if all(is_unsaid(cell, "progress") or (len(cell) <= _SHORT and state_of(cell) is not None) for cell in told):
        name = "closed_on" if day else "status" if measure.status else "progress"
        yield hit(f"{at}/{name}", case="day" if day else "", status=getattr(measure, name))
