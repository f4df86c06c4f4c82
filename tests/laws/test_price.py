"""What a reading may cost: calls and searches a line, the same on every machine, held from one change to the next.

Each change reads a little more, and each alone costs little: together they doubled the time twice. Whoever needs more says so
here, and says what for; whoever made it cheaper lowers what is stated.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from types import BuiltinFunctionType, FrameType
from typing import NamedTuple

import pytest

import mzsh_model as mz
from tests import structured

_COPY = 4711
"""Papers that no other test reads: what is kept of texts seen before makes nothing cheaper."""


class Price(NamedTuple):
    """What a line costs at most: calls, of Python and of C, and searches of patterns among them."""

    calls: float
    searches: float


def _examination(size: int, copy: int) -> bytes:
    return structured.word(
        structured.examination(size, copy), rows=structured.ledger(size // 10, copy), comments=10, revisions=9
    )


def _ledger(size: int, copy: int) -> bytes:
    rows = structured.ledger(size, copy)
    return structured.word(["某局2025年度民主生活会整改台账"], rows=[row[:3] + row[4:] for row in rows])


def _told_one_by_one(size: int, copy: int) -> bytes:
    return "\n".join(structured.examination(size, copy)).encode()


def _report(size: int, copy: int) -> bytes:
    return "\n".join(structured.report(size, copy)).encode()


PRICES: dict[Callable[[int, int], bytes], Price] = {
    _examination: Price(450, 44),
    _told_one_by_one: Price(430, 47),
    _ledger: Price(256, 11),
    _report: Price(915, 160),
}


def _spent(data: bytes) -> Price:
    """What reading costs by the line."""
    calls = searches = 0

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls, searches
        calls += event in ("call", "c_call")
        if event == "c_call" and isinstance(argument, BuiltinFunctionType):
            searches += isinstance(argument.__self__, re.Pattern)

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        doc = mz.open(data)
        doc.read()
    finally:
        sys.setprofile(before)
    return Price(calls / len(doc.lines), searches / len(doc.lines))


@pytest.mark.parametrize("size", [40, 160])
@pytest.mark.parametrize("made", PRICES, ids=lambda made: made.__name__.strip("_"))
def test_a_reading_costs_no_more_than_is_stated(made: Callable[[int, int], bytes], size: int) -> None:
    mz.open(made(size, _COPY)).read()  # what is imported and compiled at first use
    spent, stated = _spent(made(size, _COPY + 1)), PRICES[made]
    assert spent.calls < stated.calls, spent
    assert spent.searches < stated.searches, spent
