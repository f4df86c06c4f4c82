"""ISS010 issue-repeated."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.model.documents import Ledger, MeetingReport, SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.repeats import repeats
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_EMPTY = lazy_pattern(r"本人|全年|性(?=不)|[我的了过仅只还也各]")
"""Words that make no other problem of one."""
_RATHER = 0.72
"""So much alike, whatever their order, two may be the same told anew: only a hint."""
_FEW = 60
"""In a list of more, many rows are rather alike, and to compare them all takes too long."""


@rule(
    code="ISS010",
    name="issue-repeated",
    on=(SelfExamination, MeetingReport, Ledger),
    level=Level.SHOULD,
    basis=Basis("审核把关常见要求：问题不重复", "惯例"),
    zh=Message(
        "这个问题与“{other}”几乎一样。",
        "同一个问题写两遍，说明查摆没有分清方面。",
        "合并成一条，或写出两条的不同之处。",
        "一条写学习的深度，另一条写学用结合。",
        {"rather": "这个问题与“{other}”很像，请看是不是同一个问题。"},
    ),
    en=Message(
        "This problem is nearly the same as “{other}”.",
        "The same problem twice shows that the aspects were not told apart.",
        "Merge the two or make the difference clear.",
        "一条写学习的深度，另一条写学用结合。",
        {"rather": "This problem is much like “{other}”: it may be the same."},
    ),
)
def issue_repeated(value: SelfExamination | MeetingReport | Ledger, at: str, ctx: Context) -> Iterator[Hit]:
    """同一份材料里的问题不应重复。

    比较点题句，虚词和词的先后不计；相似到什么程度算重复在配置里；换了说法、次序，用字大半相同的，只作提示。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是理论学习不够系统深入，只读了2本书。
    二是调研不够，全年只到联系点3次。
    三是理论学习还不够系统深入，只读了2本书。
    ```

    → 「理论学习还不够系统深入，只读了2本书」

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是下乡坐在村部听汇报多，进农户家门少。
    二是调研不够，全年只到联系点3次。
    三是下乡时多数坐在村部听汇报，农户家门进得少。
    ```

    → 「下乡时多数坐在村部听汇报，农户家门进得少」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是理论学习不够系统，只读了2本书。
    二是调研不够，全年只到联系点3次。
    ```
    """
    told = [(path, issue.statement, _EMPTY.sub("", fold(issue.statement))) for path, issue in ctx.issues]
    told = [one for one in told if one[2]]
    first: dict[str, int] = {}  # by its characters: the same words in another order say the same
    again: dict[int, int] = {}
    for n, (_, _, words) in enumerate(told):
        earlier = first.setdefault("".join(sorted(words)), n)
        if earlier != n:
            again[n] = earlier
    for later, earlier in repeats([words for _, _, words in told], ctx.profile.alike):
        again.setdefault(later, earlier)
    for later, earlier in sorted(again.items()):
        yield hit(f"{told[later][0]}/statement", other=told[earlier][1])
    few = told if len(told) <= _FEW else []
    for later, earlier in repeats(["".join(sorted(words)) for _, _, words in few], _RATHER):
        if later not in again and earlier not in again:
            yield hit(f"{told[later][0]}/statement", level=Level.HINT, case="rather", other=told[earlier][1])
