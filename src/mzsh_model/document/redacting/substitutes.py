"""Which placeholder stands for which words, and where these words stand in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from urllib.parse import quote

from mzsh_model.chinese.codes import CODE, Sort, is_code
from mzsh_model.chinese.surnames import surname_of
from mzsh_model.document.redacting.crossing import Crossing
from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.disguises import BETWEEN, Bare, bare, readings
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.personal_numbers import possible_numbers
from mzsh_model.reading.words.persons import post_word
from mzsh_model.wml.hiding.replace import Swap

_GAP = f"[{re.escape(BETWEEN)}]*"
_GAPS = str.maketrans("", "", BETWEEN)
_ASCII = lazy_pattern("[A-Za-z0-9]")
_MOBILE = 11
_PERCENT = lazy_pattern("%[0-9A-Fa-f]{2}")


def bare_word(word: str) -> str:
    """Return a word as it is looked for: without what may stand between its characters and does not make it another one.

    >>> bare_word("张 三"), bare_word("Wang-Wu"), bare_word("张 ")
    ('张三', 'wangwu', '张')
    """
    return bare(word).lowered.translate(_GAPS)


class Substitutes:
    """The placeholders of one run: the same words have the same one in every file, numbered as they are met."""

    def __init__(self, sorts: Collection[Sort]) -> None:
        self._sorts = frozenset(sorts)
        self._given: dict[tuple[Sort, str], str] = {}
        self._words: dict[str, tuple[Sort, str]] = {}
        self._counts: Counter[Sort] = Counter()
        self._taken: set[str] = set()
        self.met: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self._calls: dict[str, str] = {}
        self._crossing = Crossing((), self._stands_for)

    @property
    def words(self) -> list[str]:
        """The words known so far, as they were first met, and bare where that is another spelling."""
        return list(dict.fromkeys(word for key, (_, told) in self._words.items() for word in (told, key)))

    @property
    def counts(self) -> dict[Sort, int]:
        """How many placeholders of each sort there are."""
        return {sort: self._counts[sort] for sort in Sort if self._counts[sort]}

    def spare(self, text: str) -> None:
        """Give no placeholder that stands in `text` already."""
        self._taken.update(found[0] for found in CODE.finditer(text))

    def know(self, sort: Sort, word: str) -> None:
        """Take a word for one of that sort from now on."""
        key = bare_word(word)
        if sort in self._sorts and len(key) > 1 and key not in self._words and not is_code(word):
            self._words[key] = sort, word.strip()
            self.placeholder(sort, key)
            self._pattern = None

    def placeholder(self, sort: Sort, word: str) -> str:
        """Return what stands for a word."""
        key = sort, bare_word(word)
        if key not in self._given:
            while True:
                self._counts[sort] += 1
                made = f"{sort}{self._counts[sort]:02}"
                if made not in self._taken:
                    break
            self._given[key] = made
        return self._given[key]

    def known(self, text: str) -> list[Swap]:
        """Return where words that are known stand in a text, written out or in codes."""
        return list(_apart(swap for view in self._views(text) for swap in self._words_in(text, view)))

    def all(self, text: str) -> list[Swap]:
        """Return where such words stand, and what looks like a telephone, a number or a date where those are asked for."""
        found: list[Swap] = []
        for view in readings(text):
            found += [*self._words_in(text, view), *self._numbers(text, view)]
            if Sort.DATE in self._sorts:
                dates = ((view.span(d.start, d.end), d.date.edtf) for d in find_dates(view.text))
                found += (_swap(text, span, self.placeholder(Sort.DATE, told)) for span, told in dates)
        return list(_apart(found))

    def across(self, text: str, units: Sequence[tuple[int, int]]) -> list[tuple[list[int], str]]:
        """Return where words stand if any of the stretches `units` are left out: the places of their characters, and the new words."""
        if self._pattern is None and self._words:
            self._compiled()
        return self._crossing.found(text, units)

    def _views(self, text: str) -> Iterable[Bare]:
        return readings(text) if self._words else ()

    def _words_in(self, text: str, view: Bare) -> Iterator[Swap]:
        if self._words:
            pattern = self._pattern or self._compiled()
            for found in pattern.finditer(view.lowered):
                yield _swap(text, view.span(*found.span()), self._stands_for(found[0]))

    def _numbers(self, text: str, view: Bare) -> Iterator[Swap]:
        for start, end, case in possible_numbers(view.text):
            sort = Sort.CONTACT if case in ("mobile", "landline", "mail") else Sort.NUMBER
            if sort in self._sorts:
                word = view.text[start:end]
                digits = word if case == "mail" else "".join(c for c in word if c.isalnum())
                if case == "mobile":
                    digits = digits[-_MOBILE:]  # with or without the code of the country
                yield _swap(text, view.span(start, end), self.placeholder(sort, digits))

    def _stands_for(self, word: str) -> str:
        key = word.translate(_GAPS)
        self.met.add(key)
        return self._calls.get(key) or self._given[self._words[key][0], key]

    def _compiled(self) -> re.Pattern[str]:
        self._calls = dict(self._called())
        words = sorted({*self._words, *self._calls}, key=lambda one: (-len(one), one))
        first = "".join(sorted({re.escape(word[0]) for word in words}))
        self._pattern = re.compile(f"(?=[{first}])(?:{'|'.join(map(_spelled, words))})")
        self._crossing = Crossing(words, self._stands_for)
        return self._pattern

    def _called(self) -> Iterator[tuple[str, str]]:
        """How persons are called by surname and post (张局长): as themselves, where nobody else has that surname."""
        people: dict[str, list[str]] = {}
        for key, (sort, _) in self._words.items():
            if sort is Sort.PERSON and (surname := surname_of(key)):
                people.setdefault(surname, []).append(key)
        posts = dict.fromkeys(p for k, (sort, _) in self._words.items() if sort is Sort.POST and (p := post_word(k)))
        for surname, keys in people.items():
            for post in posts:
                call = surname + post
                if call not in self._words:
                    yield call, self.placeholder(Sort.PERSON, keys[0] if len(keys) == 1 else call)


def _spelled(word: str) -> str:
    """The pattern of a word: blanks and stops may stand between its characters, Latin words end where they end."""
    before = "(?<![A-Za-z0-9])" if _ASCII.match(word) else ""
    return before + _GAP.join(map(re.escape, word)) + ("(?![A-Za-z0-9])" if _ASCII.match(word[-1]) else "")


def _swap(text: str, span: tuple[int, int], new: str) -> Swap:
    """The swap of a stretch of a text; what was written by its bytes is so again."""
    return Swap(*span, quote(new) if _PERCENT.search(text, *span) else new)


def _apart(swaps: Iterable[Swap]) -> Iterator[Swap]:
    """The swaps in order; of two that overlap the second goes where the first ends."""
    at = 0
    for one in sorted(swaps, key=lambda swap: (swap.start, -swap.end)):
        if one.start >= at:
            yield one
        elif one.end > at:
            yield Swap(at, one.end, "")
        at = max(at, one.end)
