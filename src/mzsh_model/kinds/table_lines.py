"""The lines of a table whose columns are known: its header, what stands below it, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mzsh_model.kinds.column import Headed
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.reading.draft import Draft
from mzsh_model.reading.tables.cell_values import line_span


def read_header(draft: Draft, outline: Outline, table: int, head: Headed, *, first: bool) -> tuple[str, ...]:
    """Return the headers of the known columns; those of the others are named, and so are their cells."""
    row, known = head
    told: list[str] = []
    for line in outline.lines:
        if line.cell is None or line.cell.table != table or not line.text.strip():
            continue
        if line.cell.row == row and line.cell.col in known:
            if first:
                told.append(draft.anchor_span(f"/columns/{len(told)}", line_span(line)))
            else:
                draft.leave_out("repeated-header", line.number, line.text, "表头重复，只取了第一个")
        elif line.cell.row > row and line.cell.col not in known:
            draft.leave_out("unread-cell", line.number, line.text, "这一栏的表头没有认出，栏里的内容没有读入")
    return tuple(told)


def rows_below(outline: Outline, table: int, head: Headed) -> Iterator[tuple[int, Mapping[int, list[Line]]]]:
    """Yield the rows below the header with the lines of their known cells; a merged cell counts for the rows it reaches down to."""
    first, known = head
    lines = [line for line in outline.lines if line.cell is not None and line.cell.table == table]
    shown = {line.cell.col: line.text.strip() for line in lines if line.cell and line.cell.row == first}
    headed = {
        line.cell.row
        for line in lines
        if line.cell and line.cell.col in known and line.text.strip() == shown.get(line.cell.col)
    }
    rows = sorted(
        {line.cell.row for line in lines if line.cell and line.cell.row > first and line.cell.row not in headed}
    )
    for row in rows:
        cells: dict[int, list[Line]] = {}
        for line in lines:
            cell = line.cell
            if cell is not None and cell.col in known and first < cell.row <= row < cell.row + cell.rows:
                cells.setdefault(cell.col, []).append(line)
        yield row, cells


def first_below_a_header(lines: Sequence[Line]) -> Line | None:
    """Return the first cell of a table that says something below the first row."""
    return next((line for line in lines if line.cell is not None and line.cell.row and line.text.strip()), None)


def says_something(lines: Sequence[Line], table: int, head: Headed) -> bool:
    """Tell whether a table has a row with something in a column that is needed: a blank form that a notice encloses has none."""
    needed = {col for col, column in head.columns.items() if column.needed}
    rows = (line for line in lines if line.cell and line.cell.table == table and line.cell.row > head.row)
    return any(line.text.strip() for line in rows if line.cell and line.cell.col in needed)
