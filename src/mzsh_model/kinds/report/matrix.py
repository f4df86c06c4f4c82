"""A table of criticisms that has the members on both sides: who criticises at the left, whom at the top, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

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
    before = ""
    lines = [line for line in draft.outline.lines if line.text.strip()]
    for table, group in groupby(lines, lambda line: None if line.cell is None else line.cell.table):
        cells = list(group)
        if table is None:
            before = cells[-1].text
            continue
        corner = next((line.text for line in cells if line.cell and (line.cell.row, line.cell.col) == (0, 0)), "")
        if _CRITICISM.search(corner or before):
            yield from _read(cells, draft, targets_first=_TARGETS_FIRST.match(corner) is not None)


def _read(cells: Sequence[Line], draft: Draft, *, targets_first: bool) -> Iterator[Said]:
    top = {line.cell.col: _name(line) for line in cells if line.cell and line.cell.row == 0 and line.cell.col}
    left = {line.cell.row: _name(line) for line in cells if line.cell and line.cell.col == 0 and line.cell.row}
    if min(len(top), len(left)) < _FEWEST or None in top.values() or None in left.values():
        return
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
