"""Partial dates in order: only what is sure is said to be before or after."""

from __future__ import annotations


def earliest(edtf: str) -> str:
    """Return the first day that a partial date may be, `YYYY-MM-DD`; empty where not even the year is known.

    >>> earliest("2026-01"), earliest("2026-01-XX"), earliest("XXXX-01-05")
    ('2026-01-01', '2026-01-01', '')
    """
    return _day(edtf, "01", "01")


def latest(edtf: str) -> str:
    """Return the last day that a partial date may be; a month is taken to have 31 days, for comparison only.

    >>> latest("2026"), latest("2026-02")
    ('2026-12-31', '2026-02-31')
    """
    return _day(edtf, "12", "31")


def is_before(one: str, other: str) -> bool:
    """Tell whether one partial date is surely before another.

    >>> is_before("2025-12", "2026-01-05"), is_before("2026-01", "2026-01-05")
    (True, False)
    """
    last, first = latest(one), earliest(other)
    return bool(last and first) and last < first


def _day(edtf: str, month: str, day: str) -> str:
    parts = edtf.split("-")
    if "X" in parts[0] or not parts[0]:
        return ""
    months = parts[1] if len(parts) > 1 and "X" not in parts[1] else month
    days = parts[2] if len(parts) > 2 and "X" not in parts[2] else day
    return f"{parts[0]}-{months}-{days}"
