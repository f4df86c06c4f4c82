"""Forms: a table whose labels stand left of what they name (存在问题 | 1.……), one or several problems a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mzsh_model.outline.lines import Line
from mzsh_model.reading.tables.column_names import NEEDED, LedgerTable, Row, meaning_of


def form_of(by_row: Mapping[int, Sequence[Line]]) -> LedgerTable | None:
    """Return the table as a form if labels of problems and of measures stand at the left; every problem begins a row."""
    form = LedgerTable([], (), [], form=True)
    row = Row(-1)
    shared: dict[str, list[Line]] | None = None  # what is said before the first problem, of all of them
    open_until: tuple[int, str] | None = None
    for at in sorted(by_row):
        cells = _cells(by_row[at])
        index = 0
        if open_until is not None and at < open_until[0] and meaning_of(_text(cells[0])) is None:
            row.cells.setdefault(open_until[1], []).extend(cells[0])
            index = 1
        while index < len(cells):
            meaning = meaning_of(_text(cells[index]))
            if meaning is None or index + 1 == len(cells):
                form.unread += cells[index]
                index += 1
                continue
            said = meaning in row.cells and (meaning == "aspect" or meaning not in (shared or {}))
            if said and (meaning == "issue" or "measure" in row.cells):
                form.rows.append(row)
                shared = {name: said for name, said in (shared or {}).items() if name != meaning}
                row = Row(at, dict(shared))
                said = False
            if meaning == "issue" and shared is None:
                shared = dict(row.cells)
            form.header += cells[index]
            row.row = at if row.row < 0 else row.row
            row.cells[meaning] = [*(row.cells[meaning] if said else ()), *cells[index + 1]]
            row.spans[meaning] = 1
            label = cells[index][0].cell
            open_until = None if label is None or label.rows == 1 else (at + label.rows, meaning)
            index += 2
    form.rows.append(row)
    form.names = tuple(line.text.strip() for line in form.header)
    return form if set(row.cells) >= NEEDED else None


def _cells(lines: Sequence[Line]) -> list[list[Line]]:
    found: dict[int, list[Line]] = {}
    for line in lines:
        if line.cell is not None:
            found.setdefault(line.cell.col, []).append(line)
    return [found[col] for col in sorted(found)]


def _text(lines: Sequence[Line]) -> str:
    return "".join(line.text for line in lines)
