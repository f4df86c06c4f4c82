"""Tables that stand upright: the names of the fields in the first column, and every problem a column of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mzsh_model.outline.lines import Cell, Line
from mzsh_model.reading.tables.column_names import NEEDED, meaning_of, meanings
from mzsh_model.reading.tables.stretch import stretch_of


def laid_down(by_row: Mapping[int, Sequence[Line]]) -> dict[int, list[Line]] | None:
    """Return the rows of a table turned, so that its fields are columns; None where it does not stand upright.

    It does where the first column names problems and measures, nothing beside it names a field, and a row of it tells of
    at least two problems.
    """
    lines = [line for row in by_row.values() for line in row if line.cell is not None]
    first = [line for line in lines if _place(line).col == 0]
    beside = [line for line in lines if _place(line).col > 0]
    if not set(meanings([_turned(line) for line in first]).values()) >= NEEDED:
        return None
    if len({_place(line).col for line in beside if line.text.strip()}) < 2 or any(map(_is_name, beside)):
        return None
    turned: dict[int, list[Line]] = {}
    for line in map(_turned, lines):
        turned.setdefault(_place(line).row, []).append(line)
    return turned


def _is_name(line: Line) -> bool:
    return meaning_of(line.text) is not None


def _place(line: Line) -> Cell:
    assert line.cell is not None
    return line.cell


def _turned(line: Line) -> Line:
    cell = _place(line)
    return stretch_of(
        line, 0, len(line.text), Cell(cell.table, cell.col, cell.row, cell.cols, cell.rows, path=cell.path)
    )
