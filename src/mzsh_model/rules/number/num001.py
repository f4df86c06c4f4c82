"""NUM001 number-heading-gap."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.number.runs import Run, gaps, label_in
from mzsh_model.rules.rule import Basis, Hit, Message, rule


@rule(
    code="NUM001",
    name="number-heading-gap",
    on=(SelfExamination, MeetingReport),
    level=Level.MUST,
    basis=Basis("公文的通行写法：同一层次的序数连续，不跳号、不重号", "惯例"),
    zh=Message(
        "标题“{before}”之后应是“{due}”，这里是“{label}”。",
        "编号不连续，可能漏了一部分，也容易在会上念错。",
        "补上漏掉的部分，或把编号改成连续的。",
        "（一）……（二）……（三）……",
        {"first": "标题编号应从“{due}”开始，这里是“{label}”。"},
    ),
    en=Message(
        "After the heading “{before}” number “{due}” was to be expected, not “{label}”.",
        "A gap may mean a missing part.",
        "Add the part or renumber.",
        "（一）……（二）……（三）……",
        {"first": "Heading numbers begin with “{due}”, not with “{label}”."},
    ),
)
def number_heading_gap(value: SelfExamination | MeetingReport, at: str, ctx: Context) -> Iterator[Hit]:
    """标题编号应当连续，不跳号、不重号。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    三、整改措施
    一是加强学习。二是深入调研。
    ```

    → 「三、」

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    二、存在的问题
    一是学习不够系统。二是调研不够深入。
    三、整改措施
    一是加强学习。二是深入调研。
    ```

    → 「二、」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是加强学习。二是深入调研。
    ```
    """
    for run in _runs(value):
        yield from gaps(run, ctx)


def _runs(value: SelfExamination | MeetingReport) -> list[Run]:
    """The numbers of headings, one run for those of one form under one heading."""
    found: list[Run] = []
    last: dict[int, Run] = {}  # by level
    for index, section in enumerate(value.sections):
        for level in [level for level in last if level > section.level]:
            del last[level]
        label = label_in(section.label)
        if label is None or label.number == 0 or label.kind in RUN_IN:
            continue  # 一是…, 首先… belong to prose: a heading that has them is an item
        run = last.get(section.level)
        if run is None or run.last.kind != label.kind:
            run = last[section.level] = Run(begins=run is None)
            found.append(run)
        run.members.append((f"/sections/{index}/label", label))
    return found
