"""Lists of those who did not come: 崔岩（出差）、宋扬因病, each with the reason that stands beside his name."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.attendance.words import roll_words
from mzsh_model.reading.words.persons import Person, named_before_post, persons

_MARKS, _OPEN, _CLOSE = "，,、；;。", "（(", "）)"
_FEWEST = 2
"""So many characters has a name at least."""
_LONGEST_REASON = 16
_LONGEST_CALLED = 6
"""Within so many characters 同志 stands behind a name."""
_ENDS = lazy_pattern(
    r"(?:而|故)?(?:(?:请(?:了)?[公病事]?假|缺席|缺会)|(?:未能?|没有?能?|不能|无法)(?:按时|如期)?(?:参加|到会|出席|参会|与会|到场)(?:会议)?)[^，,。；]*$"
)


def away_people(text: str, start: int, end: int) -> list[Person]:
    """Return whom a list names that stayed away, `beside` the reason; what only says why is said of the one before it."""
    found: list[Person] = []
    for low, high in _pieces(text, start, end):
        listed = not found or text[low - 1] not in "，,"
        why = roll_words().away.match(text, low, high) is not None
        one = (
            None
            if (why and found) or not (listed or is_person(text[low:high]) or _called(text, low, high))
            else away_person(text, low, high)
        )
        if one is not None:
            found.append(one)
        elif why and found and found[-1].beside is None and high - low <= _LONGEST_REASON:
            found[-1] = found[-1]._replace(beside=(low, high))
    return found


def away_person(text: str, low: int, high: int) -> Person | None:
    """Return the one whom a clause names, with the words behind his name that say why he was away: 李四外出务工没有参加."""
    if is_person(text[low:high]):
        return Person((low, high))
    if close := _called(text, low, high):
        return Person((low, close), None, (close + 2, high) if close + 2 < high else None)
    bracket = next((at for at in range(low, high) if text[at] in _OPEN), high)
    for away in roll_words().away.finditer(text, low + _FEWEST, bracket):
        close = away.start()
        if (comrade := text.rfind("同志", low, close)) > low and close - comrade == len("同志"):
            close = comrade
        named = persons(text, low, close, titled=True)
        if not named and (one := named_before_post(text, low, close)) is not None:  # 李四委员在医院陪护
            named = [one]
        if len(named) == 1:
            ends = _ENDS.search(text, away.start(), high)
            stop = ends.start() if ends else high
            return named[0]._replace(beside=(away.start(), stop) if away.start() < stop else None)
    named = persons(text, low, high, titled=True, called=True)
    return named[0] if len(named) == 1 else None


def _called(text: str, low: int, high: int) -> int | None:
    """Where a name ends that a clause begins with, behind which 同志 stands: 石满同志在外押运."""
    close = text.find("同志", low, min(low + _LONGEST_CALLED, high))
    return close if close > low and may_name(text[low:close]) else None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the marks of a list, brackets whole."""
    depth, low = 0, start
    for at in range(start, end):
        depth += (text[at] in _OPEN) - (text[at] in _CLOSE)
        if depth < 0:
            end = at
            break
        if text[at] in _MARKS and depth == 0:
            if at > low:
                yield low, at
            low = at + 1
    if low < end:
        yield low, end
