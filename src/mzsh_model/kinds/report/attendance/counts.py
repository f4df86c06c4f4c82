"""How many should have come to the meeting, and how many came."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Placeholder
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.told_facts import count_value

_N = r"(\d{1,3}|[一二三四五六七八九十]{1,3}|[xX×＊*ｘ某]{1,3})"
_TO = r"(?:会议)?(?:的)?(?:党[组委]|党工委|班子|领导|局|委)*(?:成员|人员|人数|班子成员)?\s*[:：]?\s*"
_EXPECTED = lazy_pattern(rf"应(?:到会|出席|参会|参加|到){_TO}{_N}\s*[人名位]")
_PRESENT = lazy_pattern(rf"实(?:际)?(?:到会|出席|参会|参加|到){_TO}{_N}\s*[人名位]")
_MEMBERS = lazy_pattern(rf"(?:成员|班子)(?:共有?|现有)?\s*{_N}\s*[人名位]，?(?=实(?:际)?[到出参])")
_ALL = lazy_pattern(
    rf"(?:成员|班子)(?:共)?\s*{_N}\s*[人名位]?[^，。；]{{0,3}}(?:全部|全体|均|都|全员)(?:到会|参加|出席|参会)"
)

_Counts = tuple[int | Placeholder | None, int | Placeholder | None]


def read_counts(spans: Sequence[Span], draft: Draft, expected: str, present: str) -> _Counts:
    """Return how many should have come and how many came."""
    should, came = _count((_EXPECTED, _MEMBERS), spans), _count((_PRESENT,), spans)
    if should is None and came is None:
        should = came = _count((_ALL,), spans)
    return _value(draft, expected, should), _value(draft, present, came)


def _count(patterns: Sequence[re.Pattern[str]], spans: Sequence[Span]) -> Span | None:
    for pattern in patterns:
        for span in spans:
            if found := pattern.search(span.block.text, span.start, span.end):
                return Span(span.block, *found.span(1))
    return None


def _value(draft: Draft, path: str, at: Span | None) -> int | Placeholder | None:
    return None if at is None else count_value(draft.anchor_span(path, at))
