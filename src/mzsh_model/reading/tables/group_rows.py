"""Rows that only head the rows below them, in cells of their own: 一 | 班子问题 | | |, where the rows are numbered 1, 2."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.reading.tables.column_names import Row

_DIGITS = lazy_pattern(r"[（(]?\d{1,3}[)）.．、]?")
_HAN = lazy_pattern(r"[（(]?[一二三四五六七八九十]{1,3}[)）.．、]?")
_WHOSE = lazy_pattern(r"[^，。；：\d]{0,8}(?:班子|集体|成员|个人|同志|共性)[^，。；：\d]{0,6}")
_HEADING = frozenset({"number", "issue", "aspect"})
_LONGEST = 16


def group_rows(rows: Sequence[Row]) -> list[tuple[Row, Line]]:
    """Return the rows that head others, each with the line that names what it heads.

    Such a row says something in its first columns only. Its number is of another form than those of the rows it heads, or
    it has none and says whose problems follow.
    """
    numbers = [_said(row, "number") for row in rows]
    if not any(map(_DIGITS.fullmatch, numbers)):
        return []
    found: list[tuple[Row, Line]] = []
    for at, row in enumerate(rows[:-1]):
        named = [line for line in row.cells.get("issue", ()) if line.text.strip()]
        if (
            row.wide
            or len(named) != 1
            or not _says_only(row, _HEADING)
            or _says_only(rows[at + 1], _HEADING - {"number"})
        ):
            continue
        number, text = numbers[at], named[0].text.strip()
        higher = _HAN.fullmatch(number) is not None and parse_numeral(number.strip("（()）.．、")) is not None
        if len(text) <= _LONGEST and text[-1] not in "。；;" and (higher or (not number and _WHOSE.fullmatch(text))):
            found.append((row, named[0]))
    return found


def _said(row: Row, meaning: str) -> str:
    return "".join(line.text.strip() for line in row.cells.get(meaning, ()))


def _says_only(row: Row, meanings: Collection[str]) -> bool:
    return all(name in meanings or not any(line.text.strip() for line in lines) for name, lines in row.cells.items())
