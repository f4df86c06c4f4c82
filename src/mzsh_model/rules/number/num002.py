"""NUM002 number-item-gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.outline.labels import ADVERB
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.number.runs import Run, gaps, label_in
from mzsh_model.rules.rule import Basis, Hit, Message, rule

_LISTS = ("causes", "measures", "issues", "team_issues", "member_issues")


@rule(
    code="NUM002",
    name="number-item-gap",
    on=(SelfExamination, MeetingReport),
    level=Level.MUST,
    basis=Basis("公文的通行写法：同一组序数连续，不跳号、不重号", "惯例"),
    zh=Message(
        "“{before}”之后应是“{due}”，这里是“{label}”。",
        "序号不连续，可能漏写或删掉了一条。",
        "补上漏掉的一条，或把序号改成连续的。",
        "一是……二是……三是……",
        {"first": "序号应从“{due}”开始，这里是“{label}”。"},
    ),
    en=Message(
        "After “{before}” number “{due}” was to be expected, not “{label}”.",
        "A gap may mean that an item was lost.",
        "Add the item or renumber.",
        "一是……二是……三是……",
        {"first": "Numbers begin with “{due}”, not with “{label}”."},
    ),
)
def number_item_gap(value: SelfExamination | MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """问题、原因、措施的序号应当连续。

    同一方面之下的一串序号算一组；从一重新开始是新的一组，几个方面连着编也可以。“首先”“其次”“再次”“最后”只分先后、不计数，
    “一是……其次是……”这样口头的写法不算跳号。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。
    三是调研不够深入。
    ```

    → 「三是」

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    二是学习不够系统。
    三是调研不够深入。
    ```

    → 「二是」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。
    二是调研不够深入。
    ```
    """
    for name in _LISTS:
        for run in _runs(name, cast(Sequence[Issue | Cause | Measure], value.__dict__.get(name, ()))):
            yield from gaps(run, ctx)


def _runs(name: str, items: Sequence[Issue | Cause | Measure]) -> list[Run]:
    """The numbers of a list's items: a new run begins with each aspect, with another form, and wherever one begins anew."""
    found: list[Run] = []
    run: Run | None = None
    spoken = False  # 首先, 其次, 最后 order and do not count: none is missing where 其次 stands first
    above: str | None = None  # the aspect that the run stands under
    # problems that name their aspect themselves are one list, whatever the aspect
    run_in = any(item.aspect is not None and item.text.startswith(item.aspect[:6]) for item in items)
    for index, item in enumerate(items):
        under = None if run_in else item.aspect
        label = label_in(item.label)
        if label is None or label.number == 0 or label.kind is ADVERB:
            run, spoken, above = None, label is not None and label.kind is ADVERB, under
            continue
        alike = run is not None and (run.last.kind, run.last.form) == (label.kind, label.form)
        # 1、2、3)：a slip in the form of the number, where no other list begins
        goes_on = run is not None and (alike or above == under) and label.number == run.last.number + 1
        if run is None or (not goes_on and (not alike or above != under or label.number == 1)):
            run = Run(begins=(run is None and not spoken) or above != under)
            found.append(run)
        run.members.append((f"/{name}/{index}/label", label))
        above = under
    return found
