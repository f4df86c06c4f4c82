"""A stretch of a line as a line of its own: what stands before it is blank, so that every character keeps its place."""

from __future__ import annotations

from mzsh_model.outline.lines import Cell, Line


def stretch_of(line: Line, start: int, end: int, cell: Cell) -> Line:
    """Return `line.text[start:end]` as the text of `cell`."""
    return Line(line.number, " " * start + line.text[start:end], cell=cell)
