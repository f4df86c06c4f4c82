"""Who supervised the meeting: the group, and who led it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.attendance.place import closed, member_at, opened
from mzsh_model.model.parts import Supervision
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.words.persons import Person, persons

_CALLED = lazy_pattern(r"(?:督导|指导|检查|巡察|巡视|督查)(?:小|[一二三四五六七八九十]{1,2}|\d{1,2})?组")
_GROUP = lazy_pattern(
    r"(?:[\u4e00-\u9fff]{0,12}?第?\s{0,4}(?:[xX×＊*ｘ某]{1,3}|[一二三四五六七八九十\d]{0,3})\s{0,4})" + _CALLED.pattern
)
_NO_PART = lazy_pattern(
    r"^.*(?:由|请|报|经|送|交|代表|是|受|在|与|向(?!阳)|按照|根据|配合|听取|[，、：:；。]|会议(?!室)|随后|最后|以及|(?<!呼)和(?!平|县|田)|及(?!时)|率领|率|带领|组长的)"
)
_BARE = lazy_pattern("(?:督导|指导|检查|巡察|巡视|督查)小?组")
"""What any of them is called, and none by name."""
_GUIDED = lazy_pattern("到会|列席|点评|全程|莅会|莅临|出席|参加|督导(?!组)|指导(?!组)")
_LEADER = lazy_pattern(r"(?:副组长|组长|负责同志|负责人|带队领导|成员)?")
_HEADED = lazy_pattern(r"以(?P<who>[^，,。；;以]{2,30})为(?:组长|领队)的\s*$")
"""Who leads it, named before it: 以副主任李四为组长的督导组."""
_WITH = lazy_pattern(r"(?:和|及|与|率领|率|带领|带)\s*$")
_GUIDE_ALONE = lazy_pattern(r"(?:到会|列席|莅临|全程|现场|出席会议并)(?:会议)?(?:并)?(?:进行)?(?:指导|督导|点评)")


def read_supervision(spans: Sequence[Span], draft: Draft, path: str) -> Supervision | None:
    """Return the group that supervised, by its name, or the leader who came alone or whose group has none in the text."""
    group: tuple[int, Span] | None = None
    led: tuple[int, Span, Person] | None = None
    told = False
    for span in spans:
        text = span.block.text
        named_here = _CALLED.search(text, span.start, span.end) is not None
        for found in _GROUP.finditer(text, span.start, span.end) if named_here else ():
            low = found.start()
            if cut := _NO_PART.match(found[0]):
                low += cut.end()
            close = closed(text, found.end(), span.end)
            guided = _GUIDED.search(text, found.end(), close) is not None
            if ("巡" in text[low : found.end()]) and not guided:
                continue  # what inspectors found earlier
            told = True
            leader = None if text.startswith("成员", found.end()) else _leader(text, span, low, found.end(), close)
            weight = 2 * (leader is not None) + guided
            if leader is not None and (led is None or weight > led[0]):
                led = weight, span, leader
            named = _BARE.fullmatch(text, low, found.end()) is None
            if named and (group is None or weight > group[0]):
                group = weight, Span(span.block, low, found.end())
    if not told:
        led = _alone(spans)
    if group is None and led is None:
        return None
    member = member_at(draft, f"{path}/leader", led[1], led[2]) if led else None
    if group is None:
        return Supervision(leader=member)
    draft.anchor(path, group[1].place())
    return Supervision(group=draft.anchor_span(f"{path}/group", group[1]), leader=member)


def _alone(spans: Sequence[Span]) -> tuple[int, Span, Person] | None:
    """Who came to guide the meeting where no group is told of."""
    for span in spans:
        text = span.block.text
        if alone := _GUIDE_ALONE.search(text, span.start, span.end):
            several = persons(text, opened(text, span.start, alone.start()), alone.start())
            if several:
                return 0, span, several[-1]
    return None


def _leader(text: str, span: Span, low: int, at: int, close: int) -> Person | None:
    """Who leads the group: named behind it (督导组组长李四), or before it (副主任水八和督导组)."""
    post = _LEADER.match(text, at, close)
    named_post = (at, post.end()) if post and post.end() > at else None
    begin = post.end() if post else at
    while begin < close and text[begin].isspace():
        begin += 1
    for end in range(min(begin + 4, close), begin + 1, -1):
        stops = end == close or re.match(
            "同志|到会|列席|对|[，,、。；]|在会|作|进行|全程|出席|参加|莅|一行|等", text[end:close]
        )
        if stops and (named := persons(text, begin, end)) and named[0].name == (begin, end):
            return Person((begin, end), named_post)
    if headed := _HEADED.search(text, span.start, low):
        named = persons(text, *headed.span("who"), titled=True)
        return named[0] if len(named) == 1 else None
    if joined := _WITH.search(text, span.start, low):
        named = persons(text, opened(text, span.start, joined.start()), joined.start())
        return named[-1] if named else None
    return None
