"""Plain text and Markdown as lines."""

from __future__ import annotations

import re

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Cell, Line, Outline

_HASHES = lazy_pattern(r"(#{1,6})[ \t\u3000]+(?=\S)")
_RULE = r"(?::?-{2,}:?|:-:?|-:)"  # a lone hyphen is a cell that says nothing, but below the header
_BELOW_HEADER = lazy_pattern(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_RULE_ROW = lazy_pattern(rf"\s*(?:\|\s*)?{_RULE}\s*(?:\|\s*{_RULE}\s*)*(?:\|\s*)?")
_BREAK = lazy_pattern(r"<br\s*/?>", re.IGNORECASE)
_STRONG = lazy_pattern(r"\*\*(?=[^\s*])([^*\n]*?[^\s*])\*\*")


_STRONG_LINE = lazy_pattern(r"\s*\*\*([^*\s][^*\n]*[^*\s])\*\*\s*")
_STRONG_WORDS = lazy_pattern(
    r"(?<![^\s，,。；;：:、（(.．）)是])\*\*(?=[\w“《（(])([^*\n]*?[^\s*])\*\*(?:(?<=[，,。；;：:、.．]\*\*)|(?=$|[\s，,。；;：:、）).．]))"
)
"""Words set apart within a row (- **时间**：2026年1月20日); two stars in place of a name (某**局, **县**局) set
nothing apart.
"""


def outline_of_text(text: str) -> Outline:
    """Return the lines of a text or Markdown document.

    Every line break counts as a line (`\\n`, `\\r\\n`, `\\r`); a byte order mark is dropped. Markdown headings give the line
    a level, and their `#` is not part of the text; two or more neighbouring lines with the same number of `|` are a
    table, `<br>` in a cell is a soft break. A table gives one line a row and cell, so `Line.number` then counts cells.
    """
    rows = re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff"))
    if rows and not rows[-1]:
        rows.pop()
    lines: list[Line] = []
    at = table = 0
    while at < len(rows):
        stop = _table_end(rows, at)
        if stop > at:
            _table(rows[at:stop], at, table, lines)
            table += 1
            at = stop
        else:
            _plain(rows[at], at, lines)
            at += 1
    return Outline(tuple(lines))


def _plain(row: str, at: int, lines: list[Line]) -> None:
    heading = _HASHES.match(row)
    if heading is None:
        whole = _STRONG_LINE.fullmatch(row)
        lines.append(Line(len(lines) + 1, whole[1] if whole else _STRONG_WORDS.sub(r"\1", row), origin=(at,)))
        return
    text = _STRONG.sub(r"\1", row[heading.end() :]).rstrip(" #")
    lines.append(Line(len(lines) + 1, text, level=len(heading[1]), style=heading[1], origin=(at,)))


def _columns(row: str) -> int:
    return len(_cells(row)) if "|" in row else 0


def _cells(row: str) -> list[str]:
    """The cells of a row; outer bars are taken off in pairs, so that a last empty cell stays."""
    bare = row.strip()
    if bare.startswith("|"):
        bare = bare[1:].removesuffix("|")
    return bare.split("|")


def _table_end(rows: list[str], at: int) -> int:
    columns = _columns(rows[at])
    if columns < 2:
        return at
    stop = at
    while stop < len(rows) and (_columns(rows[stop]) == columns or (stop > at and _RULE_ROW.fullmatch(rows[stop]))):
        stop += 1
    return stop if stop - at > 1 else at


def _table(rows: list[str], first: int, table: int, lines: list[Line]) -> None:
    ruled = len(rows) > 1 and _BELOW_HEADER.fullmatch(rows[1]) is not None
    count = 0
    for at, row in enumerate(rows, first):
        if _RULE_ROW.fullmatch(row) or (ruled and at == first + 1):
            continue
        for col, cell in enumerate(_cells(row)):
            text = _BREAK.sub("\n", cell.strip())
            place = Cell(table, count, col, header=ruled and count == 0)
            lines.append(Line(len(lines) + 1, text, cell=place, origin=(at,)))
        count += 1
