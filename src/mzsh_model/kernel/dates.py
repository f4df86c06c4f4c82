"""Dates as these documents write them, kept as partial as they are.

The notation is EDTF (ISO 8601-2 extended date/time format): `X` stands for what is missing, so `2022年1月xx日` is
`2022-01-XX`, and a month without a day is `2026-06`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import NamedTuple

from mzsh_model.kernel.numerals import chinese, parse_numeral

_X = "[xX×*＊ｘＸ_某]"
_HAN = "[一二三四五六七八九十]{1,3}"
_SP = r"[ \t\u3000]*"
_DATE = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d|[１２][０-９]{{3}}|(?:19|20){_X}{{2}}|{_X}{{1,4}}|[一二][〇零○ＯO九][〇零○一二三四五六七八九]{{2}}){_SP}年{_SP})?"
    rf"(?P<month>\d{{1,2}}|[０-９]{{1,2}}|{_HAN}|{_X}{{1,2}}|(?<=年)[ \u3000]{{0,4}}|(?<=年 )|(?<=年  )){_SP}月{_SP}"
    rf"(?:(?P<day>\d{{1,3}}|[０-９]{{1,2}}|{_HAN}|{_X}{{1,2}}|(?<=月)[ \u3000]{{0,4}}|(?<=月 )|(?<=月  )){_SP}[日号])?"
    r"|(?P<year2>(?:19|20)\d\d)(?P<sep>[-./．／])(?P<month2>\d{1,2})(?:(?P=sep)(?P<day2>\d{1,2}))?(?![\d%])"
    rf"|(?P<end>年底|年末)"
    rf"|(?P<year3>(?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{{2}}){_SP}年(?:{_SP}(?P<end3>底|末))?(?!度|来|级)"
)
_EDTF = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?")
_TAIL = re.compile(r"(?:底|末|中旬|上旬|下旬|初|起|内|份)?(?:之前|以前|前|止)?(?:完成)?")
_PART_OF_MONTH = re.compile(r"\A(?:底|末|[上中下]旬|初)")
_DAYS_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is given: `edtf` with `X` for what is missing (`2022-01-XX`), `text` as typed.

    `possible` is False for a date that no calendar has (13月1日, 2月30日).
    """

    edtf: str
    text: str
    possible: bool = True


class FoundDate(NamedTuple):
    """A date and where it stands in a text."""

    start: int
    end: int
    date: PartialDate


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the dates in `text` in order. A bare `2025年度` is a year of account, not a date."""
    return tuple(FoundDate(m.start(), m.end(), _date(m)) for m in _DATE.finditer(text))


def parse_date(text: str) -> PartialDate | None:
    """Return the date that `text` is, its 底前 and the like included; None where it is none or more than one."""
    bare = text.strip()
    if (edtf := _EDTF.fullmatch(bare)) is not None:
        return PartialDate(bare, text, _possible(edtf["year"], edtf["month"], edtf["day"]))
    found = _DATE.match(bare)
    if found is None or not _TAIL.fullmatch(bare, found.end()):
        return None
    date = _date(found)
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
    found = _DATE.search(text)
    if found is None or found["end"]:
        return plain(edtf) if found is None or _date(found).edtf != edtf else text
    if _date(found).edtf == edtf:
        return text
    names = ("year", "month", "day") if found["month"] is not None else ("year2", "month2", "day2")
    if found["year3"] is not None:
        return text[: found.start()] + plain(edtf) + _after(text[found.end() :], edtf)
    given = [found[name] for name in names]
    wanted = [parts["year"], parts["month"], parts["day"]]
    if [g is None for g in given] != [w is None or (n == 0 and w == "XXXX") for n, w in enumerate(wanted)]:
        return text[: found.start()] + plain(edtf) + _after(text[found.end() :], edtf)
    out: list[str] = []
    at = 0
    for name, old, new in zip(names, given, wanted, strict=True):
        if old is None or new is None:
            continue
        start, end = found.span(name)
        out += [text[at:start], _like(old, new)]
        at = end
    return "".join(out) + text[at:]


def _after(rest: str, edtf: str) -> str:
    """What follows a date; a day has neither 底 nor 中旬."""
    return _PART_OF_MONTH.sub("", rest) if edtf.count("-") == 2 else rest


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
    if old.strip() and old.strip()[0] in "一二三四五六七八九十〇零○":
        return "".join("〇一二三四五六七八九"[int(c)] for c in new) if len(new) == 4 else chinese(int(new))
    digits = new if len(new) == 4 or old.startswith(("0", "０")) else str(int(new))
    return (
        digits
        if old.isascii()
        else digits.translate({48 + i: 0xFF10 + i for i in range(10)})
        if old.isdecimal()
        else digits
    )


def _number(text: str | None) -> int | None:
    return None if text is None else parse_numeral(text.replace("Ｏ", "〇").replace("O", "〇"))


def _date(found: re.Match[str]) -> PartialDate:
    if found["end"]:
        return PartialDate("XXXX-12", found[0])
    if found["year3"] is not None:
        year = f"{_number(found['year3']) or 0:04d}"
        return PartialDate(f"{year}-12" if found["end3"] else year, found[0])
    second = "2" if found["month"] is None else ""
    raw_year, raw_month, raw_day = found["year" + second], found["month" + second], found["day" + second]
    year = _part(raw_year, 4)
    month, day = _part(raw_month, 2), _part(raw_day, 2) if raw_day is not None else None
    edtf = "-".join(p for p in (year, month, day) if p is not None)
    return PartialDate(edtf, found[0], _possible(year, month, day, raw_day))


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
