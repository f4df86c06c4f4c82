"""Which problems the words of a measure point at: 针对第二个问题, 针对“学习不够系统”, 针对学习不够系统的问题."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.model.items import Issue

_NUMBERED = lazy_pattern(
    r"(?:针对|对照|围绕|聚焦)(?:查摆(?:出)?的?)?(?:问题|第)\s*([一二三四五六七八九十]{1,3}|\d{1,2})(?:个|项|条)?(?:问题)?"
)
_QUOTED = lazy_pattern(r"(?:针对|对照|围绕|聚焦|解决)[^。；，,“”\"]{0,12}[“\"]([^”\"]{4,40})[”\"]")
_NAMED = lazy_pattern(
    r"(?:针对|对照|围绕|聚焦|解决)(?:(?:自身|班子|个人)?(?:存在|查摆出?|检视出?)的)?([^。；;，,：:“”\"]{4,60}?)等?的?(?:突出|主要)?(?:问题|现象|不足|短板)"
)
_JOINED = lazy_pattern("[、和及]|以及")
_GRAM = 4
_OFTEN = 64
"""Words that so many problems share point at none of them."""


def points_at_number(text: str, at: int) -> bool:
    """Tell whether `text` goes on at `at` with the number of the problem that is answered: 针对问题2，…"""
    return _NUMBERED.match(text, at) is not None


class Pointing:
    """The problems of one document, looked up by the words that stand in them: in one step a word, however many there are."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        self._issues = issues
        self._texts: list[str] = []
        self._holding: dict[str, list[int]] = {}

    def at(self, text: str) -> Iterator[str]:
        """Yield the ids of the problems that `text` points at.

        Words without quotes point at a problem only where they stand in it alone.
        """
        if (match := _NUMBERED.search(text)) is not None:
            number = parse_numeral(match[1]) or 0
            if 0 < number <= len(self._issues):
                yield self._issues[number - 1].id
        for quoted in _QUOTED.finditer(text):
            yield from (self._issues[at].id for at in self._with(quoted[1]))
        for named in _NAMED.finditer(text):
            # each of several problems is named in words of its own: 针对学得不深、抓得不实的问题
            for words in (named[1], *_JOINED.split(named[1])):
                if len(found := self._with(words)) == 1:
                    yield self._issues[found[0]].id

    def _with(self, words: str) -> list[int]:
        """The positions of the problems in whose text `words` stand."""
        sought = fold(words)
        if len(sought) < _GRAM:
            return []
        if not self._texts:
            self._texts = [fold(issue.text) for issue in self._issues]
            for at, text in enumerate(self._texts):
                for gram in _grams(text):
                    self._holding.setdefault(gram, []).append(at)
        rarest = min((self._holding.get(gram, []) for gram in _grams(sought)), key=len)
        return [at for at in rarest if sought in self._texts[at]] if len(rarest) <= _OFTEN else []


def _grams(text: str) -> set[str]:
    return {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
