"""Rows of cells, of a workbook or of comma-separated values, as lines: text above and below, tables between blank rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from mzsh_model.outline.lines import Cell, Line, Outline

Merged = tuple[int, int, int, int]
"""A merged cell: row, column, rows, columns."""


def outline_of_sheets(sheets: Iterable[tuple[Sequence[Sequence[str]], Sequence[Merged]]]) -> Outline:
    """Return the lines of sheets, one behind the other.

    A row of one cell at the head or foot of a table is text (a title, a note); every other row is one of the table's.
    A paragraph of a cell is a line of its own.
    """
    lines: list[Line] = []
    table = 0
    for rows, merged in sheets:
        for block in _blocks(rows):
            table += _add(lines, rows, merged, block, table)
    return Outline(tuple(lines))


def outline_of_csv(text: str) -> Outline:
    """Return the lines of comma-separated values (or of values between semicolons or tabs, whichever the first rows have)."""
    head = text.removeprefix("\ufeff")[:4096]
    delimiter = max(",;\t", key=head.count)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))
    width = max(map(len, rows), default=0)
    return outline_of_sheets([([[*row, *[""] * (width - len(row))] for row in rows], ())])


def _blocks(rows: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """The rows between blank ones."""
    block: list[int] = []
    for at, row in enumerate(rows):
        if any(cell.strip() for cell in row):
            block.append(at)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _add(
    lines: list[Line], rows: Sequence[Sequence[str]], merged: Sequence[Merged], block: list[int], table: int
) -> int:
    """Add the lines of one block; return how many tables it makes."""
    below = {row for top, _, tall, _ in merged for row in range(top + 1, top + tall)}
    alone = [at not in below and _is_text(rows[at]) for at in block]
    first = next((n for n, one in enumerate(alone) if not one), len(block))
    last = len(block) - next((n for n, one in enumerate(reversed(alone)) if not one), 0)
    inside = {block[n] for n in range(first, last)}
    spans = {(top, left): (tall, wide) for top, left, tall, wide in merged}
    covered = {
        (row, col)
        for top, left, tall, wide in merged
        for row in range(top, min(top + tall, len(rows)))
        for col in range(left, min(left + wide, len(rows[row])))
        if (row, col) != (top, left)
    }
    for at in block:
        for col, cell in enumerate(rows[at]):
            if at not in inside:
                if cell.strip():
                    lines += _paragraphs(cell, len(lines))
            elif (at, col) not in covered:
                tall, wide = spans.get((at, col), (1, 1))
                lines += _paragraphs(cell, len(lines), Cell(table, at - block[first], col, tall, wide))
    return int(bool(inside))


def _paragraphs(text: str, before: int, cell: Cell | None = None) -> list[Line]:
    """The paragraphs of a cell as lines, counted on from those before."""
    return [Line(number, part, cell=cell) for number, part in enumerate(text.split("\n"), before + 1)]


def _is_text(row: Sequence[str]) -> bool:
    """Whether the first cell of a row is the only one that says anything."""
    return bool(row[0].strip()) and not any(cell.strip() for cell in row[1:])
