"""What the columns of a ledger mean, whatever they are called, and its rows by that meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mzsh_model.kernel.spelling import fold
from mzsh_model.outline.lines import Line

_ISSUE = re.compile(
    r".{0,8}(?:问题|不足|差距|表现|短板)(?:表现|表述|描述|陈述|概述|清单|内容|事项|情况|名称|点|具体.{0,4}|及.{0,4}表现|[（(].{1,8}[）)])?"
)
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"序号|编号|序|号|no")),
    ("cause", re.compile(r".{0,6}(?:原因|根源|症结)(?:分析|剖析|查找)?")),
    ("goal", re.compile(r".{0,4}(?:整改)?目标.{0,4}")),
    ("status", re.compile(r"(?:是否)?(?:整改)?(?:状态|销号|完成与否|是否完成|是否销号)(?:情况)?")),
    ("progress", re.compile(r".{0,4}(?:进展|完成情况|落实情况|整改情况|整改成效|整改结果|推进情况|进度).{0,6}")),
    ("due", re.compile(r".{0,6}(?:时限|期限|完成时间|整改时间|办结时间|时间节点|时间要求|完成日期|时间).{0,4}")),
    (
        "department",
        re.compile(
            r"(?!.{0,2}领导).{0,4}(?:责任|牵头|承办|配合|落实|整改)?(?:部门|[科股处]室|单位|机构)(?:[及和与].{0,6})?"
        ),
    ),
    (
        "owner",
        re.compile(
            r".{0,6}(?:责任人|责任领导|牵头领导|负责人|责任主体|牵头人|包保领导|分管领导|责任者|领导)(?:[及和与]?.{0,6})?"
        ),
    ),
    (
        "measure",
        re.compile(r".{0,6}(?:措施|举措|整改内容|整改任务|整改方案|解决办法|改进办法|整改意见|任务)(?:及.{0,8})?"),
    ),
    ("aspect", re.compile(r".{0,4}(?:方面|类别|类型|领域|分类)")),
    ("origin", re.compile(r".{0,4}(?:来源|渠道|出处)")),
    ("issue", _ISSUE),
    ("detail", _ISSUE),
    ("evidence", re.compile(r".{0,6}(?:佐证|销号依据|证明材料|印证).{0,4}")),
    ("remark", re.compile(r"备注|说明|其他")),
    ("person", re.compile(r"(?:成员|班子成员|本人)?姓名|班子成员|成员")),
)
NEEDED = frozenset({"issue", "measure"})


@dataclass(slots=True)
class Row:
    """One row: the lines of each cell by column meaning, and the table's row number; `wide` if one cell fills it."""

    row: int
    cells: dict[str, list[Line]] = field(default_factory=dict[str, list[Line]])
    spans: dict[str, int] = field(default_factory=dict[str, int])
    wide: bool = False


@dataclass(slots=True)
class LedgerTable:
    """A table with a column of problems and one of measures: header lines, and rows in order.

    `repeated` are the header's rows on the pages that follow, `unread` the cells of columns that mean nothing here; a `form`
    has its labels on the left.
    """

    header: list[Line]
    names: tuple[str, ...]
    rows: list[Row]
    repeated: list[Line] = field(default_factory=list[Line])
    unread: list[Line] = field(default_factory=list[Line])
    form: bool = False


def meaning_of(text: str) -> str | None:
    """Return what a label means that stands by itself."""
    folded = fold(text).lower().strip(" :：")
    return next((meaning for meaning, pattern in _COLUMNS if pattern.fullmatch(folded)), None)


def meanings(lines: list[Line]) -> dict[int, str]:
    """Column → meaning of a header row; the first column that fits a meaning has it."""
    columns: dict[int, str] = {}
    texts: dict[int, str] = {}
    for line in lines:
        if line.cell is not None:
            texts[line.cell.col] = texts.get(line.cell.col, "") + fold(line.text).lower()
    for col, text in texts.items():
        for meaning, pattern in _COLUMNS:
            if meaning not in columns.values() and pattern.fullmatch(text):
                columns[col] = meaning
                break
    return columns
