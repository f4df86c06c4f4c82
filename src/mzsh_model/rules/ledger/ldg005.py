"""LDG005 ledger-closed-without-progress."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_CLOSED = re.compile(r"已销号|申请销号|已完成|整改完成|完成整改")


@rule(
    code="LDG005",
    name="ledger-closed-without-progress",
    on=Measure,
    level=Level.SHOULD,
    basis=Basis("销号管理要求：销号要有完成情况和佐证", "通知"),
    zh=Message(
        "状态是“{status}”，但没有写完成情况或佐证。",
        "没有完成情况就销号，经不起复核。",
        "在进展情况或佐证一栏写明做了什么、成效如何。",
        "清单和告知单已在窗口启用，退件率下降到3%。",
    ),
    en=Message(
        "The status is “{status}”, but neither progress nor evidence is given.",
        "Closing without evidence does not stand up to review.",
        "Fill in what was done and with what effect.",
        "清单和告知单已在窗口启用，退件率下降到3%。",
    ),
)
def ledger_closed_without_progress(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """销号应当有完成情况或佐证。

    Bad:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|进展情况
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前|已销号|研讨2次，形成方案1份
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前|已销号|
    ```

    → 「已销号」

    Good:

    ```text
    某局2025年度民主生活会整改台账
    序号|存在问题|整改措施|责任人|完成时限|整改状态|进展情况
    1|学习不够系统|每季度研讨1次|张三|2026年6月底前|已销号|研讨2次，形成方案1份
    2|调研不够深入|每月到联系点1次|李四|2026年6月底前|整改中|
    ```
    """
    if measure.status is None or not _CLOSED.search(measure.status):
        return
    told = (measure.progress or "") + (measure.evidence or "")
    if not _CLOSED.sub("", told).strip("，。；、 "):
        yield hit(f"{at}/status", status=measure.status)
