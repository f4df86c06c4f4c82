"""Tables pasted into text: rows of cells between tabs, or aligned with spaces under the words of a header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from mzsh_model.chinese.fields import ENDING, evidence_of
from mzsh_model.kernel.columns import columns
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Cell, Line
from mzsh_model.reading.tables.stretch import stretch_of

_TAB, _WIDE, _GAP = lazy_pattern("\t"), lazy_pattern("\u3000"), lazy_pattern(r"\s{2,}")
_MAYBE = lazy_pattern("\t|\u3000|  ")
"""What a header has, and most lines of prose have not."""

_LEAST = 3
"""Cells that a header must have: two words with a gap between them are no table."""

_LONGEST_NAME = 12

Piece = tuple[int, int]
"""Where a cell stands in its line."""


def pasted_cells(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the cells of every run of lines that a header begins, as lines with coordinates; blank lines do not end it."""
    found: list[Line] = []
    header: list[Piece] | None = None
    starts: list[int] = []
    mark = _TAB
    table = row = 0
    told = [line for line in lines if line.text.strip()]
    for line, after in zip_longest(told, told[1:]):
        if line.cell is not None or line.story != "body":
            header = None
            continue
        if header is None:
            if not _MAYBE.search(line.text):
                continue
            mark = _mark(line.text)
        pieces = _pieces(line.text, mark)
        if header is None and (_is_header(line.text, pieces) or _heads_rows(line.text, pieces, mark, after)):
            header, starts, row = pieces, [columns(line.text[:start]) for start, _ in pieces], 0
            table += 1
        elif header is None or len(pieces) < 2:
            header = None
            continue
        for col, (start, end) in _placed(line.text, pieces, starts, aligned=mark is _GAP):
            found.append(stretch_of(line, start, end, Cell(table - 1, row, col)))
        row += 1
    return tuple(found)


def _mark(text: str) -> re.Pattern[str]:
    """What parts the cells of a header, and so of its rows: tabs, single wide spaces, or as many spaces as align them."""
    if "\t" in text:
        return _TAB
    return _WIDE if "\u3000" in text and not _GAP.search(text.strip()) else _GAP


def _pieces(text: str, mark: re.Pattern[str]) -> list[Piece]:
    bare = text.rstrip()
    cuts = [found.span() for found in mark.finditer(bare) if found.start() > 0 or mark is not _GAP]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(bare)]
    return list(zip(starts, ends, strict=True))


def _is_header(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether most cells of a line are names of fields, one of them that of problems or of measures."""
    told = [evidence_of(text[start:end]) for start, end in pieces]
    named = [
        max(weights, key=lambda name: weights[name]) for weights in told if max(weights.values(), default=0) >= ENDING
    ]
    return len(pieces) >= _LEAST and len(named) * 2 > len(pieces) and bool({"issue", "measure"} & set(named))


def _heads_rows(text: str, pieces: Sequence[Piece], mark: re.Pattern[str], after: Line | None) -> bool:
    """Whether the line behind has as many cells between tabs, and one short cell here is called as a problem or a measure is.

    Nobody types such two lines that is not at a table; what the other columns are called their cells tell.
    """
    if mark is not _TAB or after is None or len(pieces) < _LEAST or len(_pieces(after.text, mark)) != len(pieces):
        return False
    texts = [text[start:end].strip() for start, end in pieces]
    called = [name for one in texts for name, weight in evidence_of(one).items() if weight >= ENDING]
    return max(map(len, texts)) <= _LONGEST_NAME and bool({"issue", "measure"} & set(called))


def _placed(text: str, pieces: Sequence[Piece], starts: Sequence[int], *, aligned: bool) -> list[tuple[int, Piece]]:
    """The cells of a row by column: in order where there are as many as in the header, else under the nearest word of it."""
    if len(pieces) == len(starts) or not aligned:
        return [(col, piece) for col, piece in enumerate(pieces) if col < len(starts)]
    placed: list[tuple[int, Piece]] = []
    for piece in pieces:
        at = columns(text[: piece[0]])
        col = min(range(len(starts)), key=lambda n: abs(starts[n] - at))
        if col not in [taken for taken, _ in placed]:
            placed.append((col, piece))
    return placed
