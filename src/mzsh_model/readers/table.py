"""Tables read by what their columns mean: which column holds the problem, the measure, the person, the time limit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from mzsh_model.kernel.spelling import fold
from mzsh_model.outline.labels import LabelKind, label_at
from mzsh_model.outline.lines import Line
from mzsh_model.readers.columns import NEEDED, LedgerTable, Row, meanings
from mzsh_model.readers.forms import form_of

_OF_TABLE = re.compile(r"问题|清单|台[账帐]|整改|成员|个人|合计|说明")
"""What a row says that heads a part of the table itself, not an aspect: 二、班子成员问题整改清单."""


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
        columns = meanings([*above, *by_row[row]])
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
    return form_of({row: by_row[row] for row in sorted(by_row)[first:]}) if needed == NEEDED else None


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
