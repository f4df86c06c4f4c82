"""Tables read by what their columns mean: which column holds the problem, the measure, the person, the time limit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mzsh_model.kernel.spelling import fold
from mzsh_model.outline.labels import LabelKind, label_at
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


_OF_TABLE = re.compile(r"问题|清单|台[账帐]|整改|成员|个人|合计|说明")
"""What a row says that heads a part of the table itself, not an aspect: 二、班子成员问题整改清单."""


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


def ledger_tables(lines: Iterable[Line], needed: frozenset[str] = NEEDED) -> tuple[LedgerTable, ...]:
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
    first = len(leading_rows(by_row))
    for row in sorted(by_row)[: first + 6]:
        above = [line for r in by_row if r < row for line in by_row[r] if line.cell and r + line.cell.rows > row]
        columns = _meanings([*above, *by_row[row]])
        if set(columns.values()) >= needed:
            rows = sorted(by_row)[first:]
            header = [line for r in rows if r <= row for line in by_row[r]]
            heads = sorted([*above, *by_row[row]], key=lambda line: line.cell.col if line.cell else 0)
            names = tuple(line.text.strip() for line in heads if line.text.strip())
            _sort_details(columns, [line for r in rows if r > row for line in by_row[r]])
            table = LedgerTable(header, names, [])
            again = {_shown(by_row[r]) for r in rows if r <= row}
            for r in (r for r in rows if r > row):
                if _shown(by_row[r]) in again:
                    table.repeated += by_row[r]
                else:
                    table.rows.append(_row(r, by_row[r], columns, table.unread))
            _reach_down(table.rows)
            return table
    return None


def leading_rows(by_row: Mapping[int, Sequence[Line]]) -> list[int]:
    """Return the rows at the head of a table that one cell fills: its title, who filled it in."""
    found: list[int] = []
    for row in sorted(by_row):
        if not _is_wide(by_row[row]):
            break
        found.append(row)
    return found if len(found) < len(by_row) else []


def title_rows(lines: Iterable[Line]) -> frozenset[int]:
    """Return the numbers of the lines in the first rows of the first table that one cell fills: a title on the table."""
    by_row: dict[int, list[Line]] = {}
    for line in lines:
        if line.cell is not None and line.cell.table == 0:
            by_row.setdefault(line.cell.row, []).append(line)
    return frozenset(line.number for row in leading_rows(by_row) for line in by_row[row])


def _is_wide(lines: Sequence[Line]) -> bool:
    return (
        len({line.cell.col for line in lines if line.cell}) == 1
        and lines[0].cell is not None
        and lines[0].cell.cols > 1
    )


def _shown(lines: Sequence[Line]) -> tuple[tuple[int, str], ...]:
    return tuple((line.cell.col if line.cell else 0, fold(line.text)) for line in lines)


def _sort_details(columns: dict[int, str], body: Sequence[Line]) -> None:
    """Where a column beside that of the problems tells them in detail: it holds them, if the first only names aspects."""
    named = {meaning: col for col, meaning in columns.items()}
    if "detail" not in named or "aspect" in named:
        return
    cells = [line for line in body if line.cell and line.cell.col == named["issue"] and not _is_wide([line])]
    texts = [line.text.strip() for line in cells if line.text.strip()]
    if texts and all(text.endswith("方面") for text in texts):
        columns[named["issue"]], columns[named["detail"]] = "aspect", "issue"


def _reach_down(rows: list[Row]) -> None:
    """Give every row the cells that are merged over it, those of problems and measures left out: they make the entries."""
    above: dict[str, tuple[int, list[Line]]] = {}
    for row in rows:
        for meaning, lines in row.cells.items():
            if meaning not in NEEDED and row.spans[meaning] > 1:
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


def _row(row: int, lines: list[Line], columns: dict[int, str], unread: list[Line]) -> Row:
    out = Row(row, wide=_is_wide(lines))
    for line in lines:
        cell = line.cell
        if cell is None:
            continue
        meaning = columns.get(cell.col)
        if out.wide:
            meaning = "aspect" if names_aspect(line.text.strip()) else None
        if meaning is not None:
            out.cells.setdefault(meaning, []).append(line)
            out.spans[meaning] = cell.rows
        else:
            unread.append(line)
    if (detail := out.cells.pop("detail", None)) is not None:
        out.cells.setdefault("issue", []).extend(detail)
    return out


def names_aspect(text: str) -> bool:
    """Tell whether a row's only text names the aspect of the rows below: 一、政治忠诚, 带头固本培元、增强党性方面."""
    label = label_at(text)
    ranked = label is not None and label.kind in (LabelKind.HAN, LabelKind.HAN_PAREN)
    return (ranked and _OF_TABLE.search(text) is None) or text.endswith("方面")
