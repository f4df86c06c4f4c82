"""Dates as these documents write them, kept as partial as they are.

The notation is EDTF (ISO 8601-2 extended date/time format): `X` stands for what is missing, so `2022年1月xx日` is
`2022-01-XX`, and a month without a day is `2026-06`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from mzsh_model.kernel.lookalikes import seen
from mzsh_model.kernel.numerals import chinese, parse_numeral
from mzsh_model.kernel.patterns import begins_with, lazy_pattern

_X = "[xX×*＊ｘＸ_某]"
_ZEROS = "〇零○◯⭕ＯOОοо0\ue000-\uf8ff"
"""What is typed for the zero of a year in Chinese numerals, letters and the private-use signs of old fonts included."""
_HAN = "[一二三四五六七八九十]{1,3}"
_SP = "[ ]*"
_HAN_YEAR = f"[一二][{_ZEROS}九][{_ZEROS}一二三四五六七八九]{{2}}"
# Every pattern here is matched against the text as it is seen: one width of digits and blanks, nothing invisible.
_DATE = lazy_pattern(
    begins_with(
        rf"\d{_X[1:-1]}一二三四五六七八九十元 月年",
        rf"(?:(?P<year>(?:19|20)\d\d|(?:19|20){_X}{{2}}|{_X}{{1,4}}|{_HAN_YEAR}){_SP}年{_SP})?"
        rf"(?P<month>\d{{1,2}}|{_HAN}|元|{_X}{{1,2}}|(?<=年)[ ]{{0,4}}|(?<=年 )|(?<=年  )){_SP}月{_SP}"
        rf"(?:(?P<day>\d{{1,3}}|{_HAN}|{_X}{{1,2}}|(?<=月)[ ]{{0,4}}|(?<=月 )|(?<=月  )){_SP}[日号])?"
        r"|(?P<year2>(?:19|20)\d\d)(?P<sep>[-./])(?P<month2>\d{1,2})(?:(?P=sep)(?P<day2>\d{1,2}))?(?![\d%])"
        r"|(?P<end>年底|年末)"
        rf"|(?P<year3>(?:19|20)\d\d|{_HAN_YEAR}){_SP}年(?:{_SP}(?P<end3>底|末))?(?!度|来|级)",
    )
)
MONTH = rf"(?:\d{{1,2}}|{_X}{{1,2}}|[一二三四五六七八九十]{{1,2}}|元)\s*月"
YEAR = rf"(?:(?:20\d\d|20{_X}{{2}}|{_X}{{2,4}}|{_HAN_YEAR})\s*年\s*|(?:今|明|本|当|次)年\s*)"
DAY = rf"\s*(?:\d{{1,2}}|{_X}{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*[日号]"
"""Month, year and day for the patterns of readers, to be matched against `seen` texts."""
_OPEN = lazy_pattern(rf"(?:[\d{_ZEROS}一二三四五六七八九十]\s*年?|\d[-./])\s*\Z")
_EDTF = lazy_pattern(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?")
_TAIL = lazy_pattern(r"(?:底|末|中旬|上旬|下旬|初|起|内|份)?(?:之前|以前|前|止)?(?:完成)?")
_BEFORE = lazy_pattern("前|之前|以前")
_MAY_HOLD = lazy_pattern("[年月\u2f49]|\\d\\d[-./．／－‐‑‒–−]\\d")
_PART_OF_MONTH = lazy_pattern(r"\A(?:底|末|[上中下]旬|初)")
_DAYS_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is given: `edtf` with `X` for what is missing (`2022-01-XX`), `text` as typed.

    `possible` is False for a date that no calendar has (13月1日, 2月30日).
    """

    edtf: str
    text: str = field(repr=False)
    possible: bool = True


class FoundDate(NamedTuple):
    """A date and where it stands in a text."""

    start: int
    end: int
    date: PartialDate


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the dates in `text` in order. A bare `2025年度` is a year of account, not a date."""
    if not _MAY_HOLD.search(text):
        return ()
    view = seen(text)
    found: list[FoundDate] = []
    for match in _DATE.finditer(view.text):
        start, end = view.span(*match.span())
        found.append(FoundDate(start, end, _date(match, text[start:end])))
    return tuple(found)


def is_inside_date(text: str, start: int) -> bool:
    """Tell whether `text[:start]` ends within a date: a digit, a numeral or its year stands directly before.

    Whoever writes a date at `start` would leave that part of an older one in front of it.
    """
    return _OPEN.search(seen(text[max(0, start - 12) : start]).text) is not None


def parse_date(text: str) -> PartialDate | None:
    """Return the date that `text` is, its 底前 and the like included; None where it is none or more than one."""
    bare = text.strip()
    if (edtf := _EDTF.fullmatch(bare)) is not None:
        return PartialDate(bare, text, _possible(edtf["year"], edtf["month"], edtf["day"]))
    view = seen(bare).text.strip()
    found = _DATE.match(view)
    if found is None or not _TAIL.fullmatch(view, found.end()):
        return None
    date = _date(found, bare)
    return PartialDate(date.edtf, text, date.possible)


def restyle(text: str, edtf: str) -> str:
    """Return the date `edtf` written in the form of `text`: (`2026年6月底前`, `2026-09`) gives `2026年9月底前`.

    Parts that are still unknown stay as `text` has them, so `restyle(text, parse_date(text).edtf) == text`. A text that
    holds no date gives the plain form `2026年9月`.
    """
    parts = _EDTF.fullmatch(edtf)
    if parts is None:
        return edtf
    if _EDTF.fullmatch(text.strip()):
        return edtf
    view = seen(text)
    found = _DATE.search(view.text)
    if found is None:
        return plain(edtf)
    start, end = view.span(*found.span())
    if _date(found, text).edtf == edtf:
        return text
    names = ("year", "month", "day") if found["month"] is not None else ("year2", "month2", "day2")
    given = [found[name] for name in names]
    wanted = [parts["year"], parts["month"], parts["day"]]
    if any(given) and [g is None for g in given] == [
        w is None or (n == 0 and w == "XXXX") for n, w in enumerate(wanted)
    ]:
        out: list[str] = []
        at = 0
        for name, old, new in zip(names, given, wanted, strict=True):
            if old is None or new is None:
                continue
            low, high = view.span(*found.span(name))
            out += [text[at:low], _like(given[0] or "1" if old == "元" else text[low:high], new)]
            at = high
        return "".join(out) + text[at:]
    closing = "底" if found["end"] or found["end3"] else ""
    coarser = sum(p is not None for p in wanted) < sum(g is not None for g in given)
    return text[:start] + plain(edtf) + _after(closing + text[end:], edtf, coarser=coarser)


def _after(rest: str, edtf: str, *, coarser: bool) -> str:
    """What follows a date: a day has neither 底 nor 中旬, and 2027年前 is not by its end, as 2026年6月10日前 was by that day."""
    if edtf.count("-") == 2:
        return _PART_OF_MONTH.sub("", rest)
    return f"底{rest}" if coarser and _BEFORE.match(rest) else rest


def plain(edtf: str) -> str:
    """Return `edtf` as Chinese documents write it, what is missing as `x`: `2022-01-XX` gives `2022年1月xx日`."""
    parts = _EDTF.fullmatch(edtf)
    if parts is None:
        return edtf
    out = "" if parts["year"] == "XXXX" and parts["month"] else f"{parts['year'].replace('X', 'x')}年"
    for name, unit in (("month", "月"), ("day", "日")):
        if parts[name]:
            out += (parts[name].lower() if "X" in parts[name] else str(int(parts[name]))) + unit
    return out


def _like(old: str, new: str) -> str:
    if "X" in new:
        return old if _number(old) is None else new.lower()
    bare = seen(old).text.strip()
    if bare[:1] and bare[0] in "一二三四五六七八九十〇零○":
        zero = next((c for c in bare if re.match(f"[{_ZEROS}]", c)), "〇")
        return "".join((zero + "一二三四五六七八九")[int(c)] for c in new) if len(new) == 4 else chinese(int(new))
    digits = new if len(new) == 4 or bare.startswith("0") else str(int(new))
    wide = any("０" <= c <= "９" for c in old)
    return digits.translate({48 + i: 0xFF10 + i for i in range(10)}) if wide else digits


def _number(text: str | None) -> int | None:
    if text is None or text.strip() == "元":
        return None if text is None else 1
    bare = text.strip()
    return parse_numeral(bare if bare.isdecimal() and bare.isascii() else re.sub(f"[{_ZEROS}]", "〇", bare))


def _date(found: re.Match[str], typed: str) -> PartialDate:
    if found["end"]:
        return PartialDate("XXXX-12", typed)
    if found["year3"] is not None:
        year = f"{_number(found['year3']) or 0:04d}"
        return PartialDate(f"{year}-12" if found["end3"] else year, typed)
    second = "2" if found["month"] is None else ""
    raw_year, raw_month, raw_day = found["year" + second], found["month" + second], found["day" + second]
    year = _part(raw_year, 4)
    month, day = _part(raw_month, 2), _part(raw_day, 2) if raw_day is not None else None
    edtf = "-".join(p for p in (year, month, day) if p is not None)
    return PartialDate(edtf, typed, _possible(year, month, day, raw_day))


def _part(raw: str | None, digits: int) -> str:
    if raw is None:
        return "X" * digits
    number = _number(raw)
    if number is not None and number < 10**digits:
        return f"{number:0{digits}d}"
    kept = raw.strip()[:digits] if digits == 4 else ""
    known = "".join(c if c.isdigit() and c.isascii() else "X" for c in kept)
    return (known + "X" * digits)[:digits]


def _possible(year: str | None, month: str | None, day: str | None, raw_day: str | None = None) -> bool:
    if month is not None and month.isdigit() and not 1 <= int(month) <= 12:
        return False
    if raw_day is not None and (number := _number(raw_day)) is not None and number > 31:
        return False
    if day is None or not day.isdigit():
        return True
    known = month is not None and month.isdigit()
    longest = (
        calendar.monthrange(int(year) if year and year.isdigit() and int(year) else _DAYS_LEAP_YEAR, int(month))[1]
        if known and month
        else 31
    )
    return 1 <= int(day) <= longest
