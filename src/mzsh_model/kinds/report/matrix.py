"""A table of criticisms that has the members on both sides: who criticises at the left, whom at the top, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from mzsh_model.chinese.unsaid import is_unsaid
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.exchanges import Said
from mzsh_model.outline.lines import Line
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.tables.cell_values import line_span
from mzsh_model.reading.words.persons import persons

_FEWEST = 2
_TARGETS_FIRST = lazy_pattern(r"\s*(?:被批评|对象|接受)")
_CRITICISM = lazy_pattern("批评|意见")
_NOTHING = lazy_pattern(r"[—\-－–/／\\＼×xX]*")


def matrix_criticisms(draft: Draft) -> Iterator[Said]:
    """Yield the criticisms of such tables; note their headers as read."""
    for matrix in matrices(draft.outline.lines):
        yield from _read(matrix, draft)


class Matrix(NamedTuple):
    """A table with the members on both sides: its cells, and who stands at its top and at its left, by column and row."""

    cells: Sequence[Line]
    top: Mapping[int, Span | None]
    left: Mapping[int, Span | None]
    targets_first: bool


def matrices(lines: Sequence[Line]) -> Iterator[Matrix]:
    """Yield the tables of criticisms that have the members on both sides."""
    before = ""
    lines = [line for line in lines if line.text.strip()]
    for table, group in groupby(lines, lambda line: None if line.cell is None else line.cell.table):
        cells = list(group)
        if table is None:
            before = cells[-1].text
            continue
        corner = next((line.text for line in cells if line.cell and (line.cell.row, line.cell.col) == (0, 0)), "")
        if not _CRITICISM.search(corner or before):
            continue
        top = {line.cell.col: _name(line) for line in cells if line.cell and line.cell.row == 0 and line.cell.col}
        left = {line.cell.row: _name(line) for line in cells if line.cell and line.cell.col == 0 and line.cell.row}
        if min(len(top), len(left)) >= _FEWEST and None not in top.values() and None not in left.values():
            yield Matrix(cells, top, left, _TARGETS_FIRST.match(corner) is not None)


def _read(matrix: Matrix, draft: Draft) -> Iterator[Said]:
    cells, top, left, targets_first = matrix
    for line in cells:
        if line.cell is None or not line.cell.row or not line.cell.col:
            if line.cell is not None and line.cell.row == line.cell.col == 0:
                draft.leave_out("table-header", line.number, line.text, "这一格是表头，按它理解各行各列")
            continue
        row, column, said = left.get(line.cell.row), top.get(line.cell.col), line_span(line)
        if _NOTHING.fullmatch(said.text) or is_unsaid(said.text, "issue"):
            draft.leave_out("table-blank", line.number, line.text, "这一格没有写意见")
            continue
        critic, target = (column, row) if targets_first else (row, column)
        yield Said(critic, target, None, said)


def _name(line: Line) -> Span | None:
    span = line_span(line)
    named = persons(span.block.text, span.start, span.end, titled=True, called=True)
    return Span(span.block, *named[0].name) if len(named) == 1 else None
