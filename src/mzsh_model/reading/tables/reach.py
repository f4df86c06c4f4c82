"""What a cell says beyond its own row: cells merged over rows, 同上, a problem or a measure that goes on below, totals."""

from __future__ import annotations

from collections.abc import Iterable

from mzsh_model.chinese.fields import field_of
from mzsh_model.chinese.unsaid import is_ditto
from mzsh_model.outline.lines import Line
from mzsh_model.reading.tables.column_names import NEEDED, LedgerTable, Row


def reach_down(table: LedgerTable) -> None:
    """Give every row of a table what the cells above say of it; rows that add up others are set aside."""
    table.totals = [row for row in table.rows if _is_total(row)]
    table.rows = [row for row in table.rows if not _is_total(row)]
    _repeat_dittos(table)
    _spread_merged(table.rows)
    _repeat_persons(table.rows)


def _is_total(row: Row) -> bool:
    """Whether the first cell that says anything says that the row adds up: 合计, 小计（3项）."""
    lines = sorted((line for cell in row.cells.values() for line in cell if line.text.strip()), key=_column)
    return bool(lines) and field_of("".join(lines[0].text.replace(":", "：").split("：")[0].split())) == "total"


def _column(line: Line) -> int:
    return line.cell.col if line.cell else 0


def _repeat_dittos(table: LedgerTable) -> None:
    above: dict[str, list[Line]] = {}
    for row in table.rows:
        if row.wide:
            continue
        for meaning, lines in list(row.cells.items()):
            said = [line for line in lines if line.text.strip()]
            if len(said) == 1 and is_ditto(said[0].text) and meaning in above:
                table.dittos += said
                if meaning in NEEDED:
                    row.cells[meaning] = []
                    row.shares |= meaning == "measure"
                else:
                    row.cells[meaning] = above[meaning]
            elif said:
                above[meaning] = lines


def _repeat_persons(rows: Iterable[Row]) -> None:
    """Where nobody is named, the problem is whose the one above is: sheets of comma-separated values merge no cells."""
    above: list[Line] = []
    for row in rows:
        if row.wide:
            above = []
        elif any(line.text.strip() for line in row.cells.get("person", ())):
            above = row.cells["person"]
        elif above and row.cells.keys() & NEEDED:
            row.cells["person"] = above


def _spread_merged(rows: Iterable[Row]) -> None:
    """Give rows the cells merged over them; those of problems and measures make the entries, and are shared instead."""
    above: dict[str, tuple[int, list[Line]]] = {}
    for row in rows:
        for meaning, lines in row.cells.items():
            if row.spans.get(meaning, 1) > 1:
                above[meaning] = row.row + row.spans[meaning], lines
        for meaning, (end, lines) in above.items():
            if row.row < end and meaning not in row.cells:
                if meaning not in NEEDED:
                    row.cells[meaning] = lines
                elif meaning == "measure":
                    row.shares = True
