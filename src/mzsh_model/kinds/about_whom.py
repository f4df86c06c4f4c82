"""Headings that say whom what stands below is about: 对班子的意见：, （一）张三同志, 二、对班子成员个人."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.labels import label_at
from mzsh_model.reading.draft import Span
from mzsh_model.reading.words.persons import persons

_LONGEST = 40
_FRAME = lazy_pattern(
    r"\s*(?P<to>(?:(?:关于|针对)?[对给]|关于|针对|涉及))?\s*(?P<whom>[^，。；：:“”\s]{1,24}?)(?P<comrade>同志)?(?P<said>(?:的|所提|提出|提|反映|方面)*(?:主要|其他)?(?:批评|意见|建议|问题|和|与|、|及)+(?:有|如下|是)?)?"
    r"\s*(?:[（(][^（）()]{1,16}[）)])?\s*(?P<colon>[：:])?\s*"
)
_TEAMS = (
    lazy_pattern(r"[\u4e00-\u9fff]{0,16}?(?P<team>(?:领导)?班子)(?:集体|整体)*(?:方面)?"),
    lazy_pattern(r"[\u4e00-\u9fff]{0,12}?(?P<team>党[组委]|党工委|党总支|[党总]?支部|常委会|集体)(?:方面)?"),
)
_MEMBERS = lazy_pattern(r"[\u4e00-\u9fff]{0,12}?(?:成员|个人|本人|同志们|领导干部)(?:个人|本人|方面)*")


class About(NamedTuple):
    """A heading: whom it names, None where it says no more than that members follow, and where what is said begins."""

    whom: tuple[int, int] | None
    end: int


def about_whom(text: str, start: int, end: int) -> About | None:
    """Return whom a heading, or the words before the first item of a paragraph, name; None where they are no such heading.

    >>> text = "二、对王五同志的意见："
    >>> about = about_whom(text, 2, len(text))
    >>> text[slice(*about.whom)]
    '王五'
    """
    found = _FRAME.fullmatch(text, start, end) if end - start <= _LONGEST else None
    if found is None or not (found["to"] or found["said"] or found["comrade"] or found["colon"] is None):
        return None
    low, high = found.span("whom")
    framed = bool(found["to"] or found["said"])
    if framed and _MEMBERS.fullmatch(text, low, high):
        return About(None, end)
    teams = (team.fullmatch(text, low, high) for team in _TEAMS) if framed else ()
    if (team := next(filter(None, teams), None)) is not None:
        return About(team.span("team"), end)
    return About((low, high), end) if _is_name(text[low:high], found["comrade"]) else _titled(text, low, high, framed)


def _is_name(word: str, comrade: str | None) -> bool:
    return is_person(word) or (comrade is not None and may_name(word))


def _titled(text: str, low: int, high: int, framed: bool) -> About | None:
    """The one person named with a post: 党组书记张三; a unit or a thing is none."""
    named = persons(text, low, high, titled=True)
    return About(named[0].name, high) if len(named) == 1 and (framed or named[0].post is not None) else None


def headings_among(spans: Sequence[Span]) -> list[tuple[int, Span | None]]:
    """Return the lines of such headings among paragraphs, each with whom it names."""
    found: list[tuple[int, Span | None]] = []
    for span in spans:
        label = label_at(span.block.text, span.start) if span.start == 0 else None
        about = about_whom(span.block.text, label.end if label else span.start, span.end)
        if about is not None:
            found.append((span.place().line, None if about.whom is None else Span(span.block, *about.whom)))
    return found
