"""Tables read by what their columns mean: which column holds the problem, the measure, the person, the time limit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from mzsh_model.kernel.spelling import fold
from mzsh_model.outline.lines import Line

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
    ("issue", re.compile(r".{0,8}(?:问题|不足|差距|表现|短板)(?:表现|描述|清单|内容|事项|具体.{0,4})?")),
    ("evidence", re.compile(r".{0,6}(?:佐证|销号依据|证明材料|印证).{0,4}")),
    ("remark", re.compile(r"备注|说明|其他")),
    ("person", re.compile(r"(?:成员|班子成员|本人)?姓名|班子成员|成员")),
)
_NEEDED = frozenset({"issue", "measure"})


@dataclass(slots=True)
class Row:
    """One row: the lines of each cell by column meaning, and the table's row number."""

    row: int
    cells: dict[str, list[Line]] = field(default_factory=dict[str, list[Line]])
    spans: dict[str, int] = field(default_factory=dict[str, int])


@dataclass(slots=True)
class LedgerTable:
    """A table with a column of problems and one of measures: header lines, and rows in order."""

    header: list[Line]
    names: tuple[str, ...]
    rows: list[Row]


def ledger_tables(lines: Iterable[Line], needed: frozenset[str] = _NEEDED) -> tuple[LedgerTable, ...]:
    """Return the tables with the `needed` columns (problem and measure), whatever they are called and wherever they stand."""
    grouped: dict[int, list[Line]] = {}
    for line in lines:
        if line.cell is not None and not line.cell.path:
            grouped.setdefault(line.cell.table, []).append(line)
    found = (_ledger(table, needed) for table in grouped.values())
    return tuple(table for table in found if table is not None)


def _ledger(lines: list[Line], needed: frozenset[str]) -> LedgerTable | None:
    by_row: dict[int, list[Line]] = {}
    for line in lines:
        if line.cell is not None:
            by_row.setdefault(line.cell.row, []).append(line)
    for row in sorted(by_row)[:6]:
        above = [line for r in by_row if r < row for line in by_row[r] if line.cell and r + line.cell.rows > row]
        columns = _meanings([*above, *by_row[row]])
        if set(columns.values()) >= needed:
            header = [line for r in sorted(by_row) if r <= row for line in by_row[r]]
            heads = sorted([*above, *by_row[row]], key=lambda line: line.cell.col if line.cell else 0)
            names = tuple(line.text.strip() for line in heads if line.text.strip())
            body = [_row(r, by_row[r], columns) for r in sorted(by_row) if r > row]
            _reach_down(body)
            return LedgerTable(header, names, body)
    return None


def _reach_down(rows: list[Row]) -> None:
    """Give every row the cells that are merged over it, those of problems and measures left out: they make the entries."""
    above: dict[str, tuple[int, list[Line]]] = {}
    for row in rows:
        for meaning, lines in row.cells.items():
            if meaning not in _NEEDED and row.spans[meaning] > 1:
                above[meaning] = row.row + row.spans[meaning], lines
        for meaning, (end, lines) in above.items():
            if row.row < end and meaning not in row.cells:
                row.cells[meaning] = lines


def _meanings(lines: list[Line]) -> dict[int, str]:
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


def _row(row: int, lines: list[Line], columns: dict[int, str]) -> Row:
    out = Row(row)
    for line in lines:
        cell = line.cell
        if cell is None:
            continue
        meaning = columns.get(cell.col)
        if meaning is not None:
            out.cells.setdefault(meaning, []).append(line)
            out.spans[meaning] = cell.rows
    return out
