"""Numerals of Chinese documents: 一…九千九百九十九, 〇, 两, 廿, digits of both widths, and the enclosed signs."""

from __future__ import annotations

from functools import lru_cache

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "Ｏ": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "廿": 20, "卅": 30}
_LONGEST = 9
_SIGNS = (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50), ("⑴", 1, 20), ("⒈", 1, 20), ("㈠", 1, 10), ("❶", 1, 10))
_HAN = "零一二三四五六七八九"


def parse_numeral(text: str) -> int | None:
    """Return the number that `text` writes, None where it writes none. Total: never raises, whatever the length.

    >>> [parse_numeral(t) for t in ("三", "十二", "二十一", "一百零三", "二〇二六", "１２", "⑶", "㉑", "若干")]
    [3, 12, 21, 103, 2026, 12, 3, 21, None]
    """
    text = text.strip()
    return _parse(text) if 0 < len(text) <= _LONGEST else None


@lru_cache(maxsize=2048)
def _parse(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and (sign := _sign(text)) is not None:
        return sign
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    return _han(text)


def _sign(char: str) -> int | None:
    for first, low, high in _SIGNS:
        if 0 <= ord(char) - ord(first) <= high - low:
            return low + ord(char) - ord(first)
    return None


def _han(text: str) -> int | None:
    total, digit, unit_before = 0, None, 10000
    for char in text:
        if char in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[char]
            continue
        unit = _UNITS.get(char)
        if unit is None or digit == 0:
            return None
        if char in "廿卅":
            total, unit_before = total + unit, 10
            continue
        if unit >= unit_before or (digit is None and unit != 10):
            return None
        total += (1 if digit is None else digit) * unit
        digit, unit_before = None, unit
    return total + (digit or 0)


def chinese(n: int) -> str:
    """Return `n` (0 to 9999) as Chinese documents count: 十二, 二十一, 一百零三.

    Raises:
        ValueError: outside 0 to 9999.
    """
    if not 0 <= n <= 9999:
        raise ValueError(f"no counting numeral for {n}")
    if n < 10:
        return _HAN[n]
    if n < 20:
        return "十" + (_HAN[n - 10] if n > 10 else "")
    out, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            out += ("零" if gap and out else "") + _HAN[digit] + name
            gap = False
        else:
            gap = bool(out)
    return out
