"""How many should have come to the meeting, and how many came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.attendance.words import roll_words
from mzsh_model.model.base import Placeholder
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.told_facts import count_value

_N = r"(\d{1,3}|[一二两三四五六七八九十]{1,3}|[xX×＊*ｘ某]{1,3})"
_UNIT = r"\s*(?:个?人|[名位])"
_BARE = r"(?=\s*(?:[，,。；;、）)]|[应实]|$))"
_WHOSE = r"(?:[省市县区镇乡]委|党[组委]|党工委|常委(?!会)|领导|班子|支委|总支|局|委)*"
_TO = rf"(?:会议)?(?:的)?{_WHOSE}(?:成员|委员|人员|人数|班子成员)?\s*(?:为|是|[:：])?\s*"
_CAME = r"(?:到会|出席|参会|参加|与会|到场|到齐)"
_EXPECTED = lazy_pattern(
    rf"应(?:到会|出席|参会|参加|到){_TO}{_N}{_UNIT}|(?<![\d第]){_N}{_UNIT}应(?:到会|到|出席|参会)(?!\s*\d)|应(?:到会|出席|参会|参加|到)(?:会议)?(?:人数\s*[:：]?|[:：])\s*{_N}(?![\d年月])"
    rf"|应(?:到会|出席|参会|参加|到)(?:会议)?\s*{_N}{_BARE}|应到\s*[/／、]\s*实到[*\s]*[:：]?[*\s]*{_N}\s*[人名位]?\s*[/／、]"
)
_PRESENT = lazy_pattern(
    rf"实(?:际)?(?:到会|出席|参会|参加|到){_TO}{_N}{_UNIT}|(?<![\d第]){_N}{_UNIT}实(?:际)?(?:到会|到|出席|参会)(?!\s*\d)|实(?:际)?(?:到会|出席|参会|参加|到)(?:会议)?(?:人数\s*[:：]?|[:：])\s*{_N}(?![\d年月])"
    rf"|(?<![/／、])实(?:际)?(?:到会|出席|参会|参加|到)(?:会议)?\s*{_N}{_BARE}|应到\s*[/／、]\s*实到[*\s]*[:：]?[*\s]*\d{{1,3}}\s*[人名位]?\s*[/／、]\s*{_N}"
    rf"|(?:^|(?<=[\s，,。；;（(]))(?:到会|出席|参会|参加|与会)(?:会议)?(?:成员)?人数\s*(?:为|是|[:：])?\s*{_N}(?:{_UNIT}|(?!\d))"
    rf"|(?:^|(?<=[\s。；;]))(?:到会|出席|参会|参加|与会)(?:会议)?(?:的)?(?:人员|成员|同志|领导)?\s*[:：][^。；;：:]{{2,120}}[（(]共?\s*{_N}{_UNIT}[）)]"
)
_TEAM = lazy_pattern(
    rf"(?:成员|班子|委员)(?:共有?|现有)?\s*{_N}{_UNIT}|(?<![第等\d]){_N}{_UNIT}{_WHOSE}(?:成员|委员)|全体{_WHOSE}成员\s*{_N}{_UNIT}"
)
"""How many a team has: 党组成员7人, 7名班子成员."""
_OF_THEM = lazy_pattern(
    rf"(?<![列应邀]){_CAME}(?:会议)?(?:的)?(?:有)?\s*{_N}{_UNIT}|(?<![第\d]){_N}{_UNIT}(?:同志|成员|委员)?(?:按时|准时|均|都|全部)*{_CAME}"
    rf"|(?<![应实该])(?:到|来)了?\s*{_N}\s*(?:个人?|[人名位])(?=[，,。；;])"
)
"""How many of those came: 参会5人, 7人中6人到会."""
_ALL = lazy_pattern(rf"(?:全部|全体|均|都|全员|悉数|一并){_CAME}|(?<!未)全部到|全勤")
_DIRECTLY = lazy_pattern(rf"(?:均|都|全部|按时|准时)?{_CAME}")
_EXCEPT = lazy_pattern("除|未|没有?|请假|缺席|列席|邀请")

_COMES = lazy_pattern(f"[应实]|{_CAME}")
_SAYS_WHO = lazy_pattern("应|成员|班子|委员")
"""What no number of those who came is without, and none of a team."""

_Counts = tuple[int | Placeholder | None, int | Placeholder | None]


def read_counts(spans: Sequence[Span], draft: Draft, expected: str, present: str) -> _Counts:
    """Return how many should have come and how many came; a team that came whole is both."""
    should, came = _first(_EXPECTED, spans), _first(_PRESENT, spans)
    if should is None or came is None:
        should, came = next(_told_together(spans, should, came), (should, came))
    return _value(draft, expected, should), _value(draft, present, came)


def _sentences(spans: Sequence[Span], sign: re.Pattern[str]) -> Iterator[tuple[Span, int, int]]:
    """The sentences that tell of this meeting, of paragraphs with a `sign` of what is looked for."""
    elsewhere = roll_words().elsewhere
    for span in spans:
        text = span.block.text
        if sign.search(text, span.start, span.end) is None:
            continue
        for low, high in sentences(text, span.start, span.end):
            if "生活会" in text[low:high] or not elsewhere.search(text, low, high):
                yield span, low, high


def _first(pattern: re.Pattern[str], spans: Sequence[Span]) -> Span | None:
    for span, low, high in _sentences(spans, _COMES):
        if found := pattern.search(span.block.text, low, high):
            return Span(span.block, *found.span(found.lastindex or 0))
    return None


def _told_together(
    spans: Sequence[Span], should: Span | None, came: Span | None
) -> Iterator[tuple[Span | None, Span | None]]:
    """The numbers that one sentence tells of those who should have come and of those who did, the first one known or not."""
    for span, low, high in _sentences(spans, _SAYS_WHO):
        block, text = span.block, span.block.text
        whole = should if should is not None and should.block is block and low <= should.start < high else None
        if whole is None and should is not None:
            continue
        for team in () if whole is not None else _TEAM.finditer(text, low, high):
            of_team = Span(block, *team.span(team.lastindex or 0))
            at = team.end()
            if came is not None and came.block is block and at <= came.start < high:
                yield of_team, came
            elif team[0].startswith("全体") and _DIRECTLY.match(text, at):
                yield of_team, of_team
            else:
                yield from _came(of_team, at, high)
        if whole is not None and came is None:
            yield from _came(whole, whole.end, high)
            yield from _came(whole, low, whole.start)  # 10人全部到会（应到10人）


def _came(whole: Span, at: int, high: int) -> Iterator[tuple[Span, Span | None]]:
    """How many of those who are `whole` came, as the sentence goes on behind their number."""
    block, text = whole.block, whole.block.text
    every, some = _ALL.search(text, at, high), _OF_THEM.search(text, at, high)
    if some is not None and not (every and every.start() < some.start()):
        number = Span(block, *some.span(some.lastindex or 0))
        most, told = count_value(whole.text), count_value(number.text)
        if not (isinstance(most, int) and isinstance(told, int) and told > most):
            yield whole, number
    elif every is not None:
        yield whole, None if _EXCEPT.search(text, at, every.start()) else whole


def _value(draft: Draft, path: str, at: Span | None) -> int | Placeholder | None:
    return None if at is None else count_value(draft.anchor_span(path, at))
