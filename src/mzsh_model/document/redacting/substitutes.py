"""Which placeholder stands for which words, and where these words stand in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from unicodedata import normalize

from mzsh_model.chinese.codes import CODE, Sort, is_code
from mzsh_model.chinese.surnames import surname_of
from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.lookalikes import UNSEEN, seen
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.personal_numbers import possible_numbers
from mzsh_model.reading.words.persons import post_word
from mzsh_model.wml.hiding.replace import Swap

_BLANKS = r"[ \n]{0,4}"
_HAN = lazy_pattern("[\u4e00-\u9fff]")
_ASCII = lazy_pattern("[A-Za-z0-9]")
_WIDE = 0xFEE0


class Substitutes:
    """The placeholders of one run: the same words have the same one in every file, numbered as they are met."""

    def __init__(self, sorts: Collection[Sort]) -> None:
        self._sorts = frozenset(sorts)
        self._given: dict[tuple[Sort, str], str] = {}
        self._words: dict[str, tuple[Sort, str]] = {}
        self._counts: Counter[Sort] = Counter()
        self._taken: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self._calls: dict[str, str] = {}

    @property
    def words(self) -> list[str]:
        """The words known so far, as they were first met."""
        return [word for _, word in self._words.values()]

    @property
    def counts(self) -> dict[Sort, int]:
        """How many placeholders of each sort there are."""
        return {sort: self._counts[sort] for sort in Sort if self._counts[sort]}

    def spare(self, text: str) -> None:
        """Give no placeholder that stands in `text` already."""
        self._taken.update(found[0] for found in CODE.finditer(text))

    def know(self, sort: Sort, word: str) -> None:
        """Take a word for one of that sort from now on."""
        key = _key(word)
        if sort in self._sorts and len(key) > 1 and key not in self._words and not is_code(word):
            self._words[key] = sort, word.strip()
            self.placeholder(sort, key)
            self._pattern = None

    def placeholder(self, sort: Sort, word: str) -> str:
        """Return what stands for a word."""
        key = sort, _key(word)
        if key not in self._given:
            while True:
                self._counts[sort] += 1
                made = f"{sort}{self._counts[sort]:02}"
                if made not in self._taken:
                    break
            self._given[key] = made
        return self._given[key]

    def known(self, text: str) -> list[Swap]:
        """Return where words that are known stand in a text."""
        pattern = self._pattern or self._compiled()
        if not self._words:
            return []
        view = seen(text)
        return [Swap(*view.span(*m.span()), self._stands_for(m[0])) for m in pattern.finditer(view.text)]

    def all(self, text: str) -> list[Swap]:
        """Return where such words stand, and what looks like a telephone, a number or a date where those are asked for."""
        found = [*self.known(text), *self._numbers(text)]
        if Sort.DATE in self._sorts:
            found += [Swap(d.start, d.end, self.placeholder(Sort.DATE, d.date.edtf)) for d in find_dates(text)]
        return list(_apart(found))

    def _numbers(self, text: str) -> Iterator[Swap]:
        view = seen(text)
        for start, end, case in possible_numbers(view.text):
            sort = Sort.CONTACT if case in ("mobile", "landline", "mail") else Sort.NUMBER
            if sort in self._sorts:
                word = view.text[start:end]
                digits = word if case == "mail" else "".join(c for c in word if c.isalnum())
                yield Swap(*view.span(start, end), self.placeholder(sort, digits))

    def _stands_for(self, word: str) -> str:
        key = _key(word)
        return self._calls.get(key) or self._given[self._words[key][0], key]

    def _compiled(self) -> re.Pattern[str]:
        self._calls = dict(self._called())
        words = sorted({*self._words, *self._calls}, key=lambda one: (-len(one), one))
        first = "".join({re.escape(c) for word in words for c in _same(word[0])})
        self._pattern = re.compile(f"(?=[{first}])(?:{'|'.join(map(_spelled, words))})" if words else "(?!)")
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


def _key(word: str) -> str:
    return UNSEEN.sub("", "".join(normalize("NFKC", word).casefold().split()))


def _same(char: str) -> set[str]:
    """The ways in which a character is typed: in either case and width."""
    ways = {char, char.lower(), char.upper()}
    return ways | {chr(ord(c) + _WIDE) for c in ways if "!" <= c <= "~" and len(c) == 1}


def _spelled(word: str) -> str:
    """The pattern of a word: blanks may stand between characters of the language, Latin words end where they end."""
    ways = (_same(char) for char in word)
    told = [re.escape(next(iter(w))) if len(w) == 1 else f"[{''.join(map(re.escape, sorted(w)))}]" for w in ways]
    joined = (_BLANKS if _HAN.search(word) else "").join(told)
    before = "(?<![A-Za-z0-9])" if _ASCII.match(word) else ""
    return before + joined + ("(?![A-Za-z0-9])" if _ASCII.match(word[-1]) else "")


def _apart(swaps: list[Swap]) -> Iterator[Swap]:
    """The swaps in order; of two that overlap the second goes where the first ends."""
    at = 0
    for one in sorted(swaps, key=lambda swap: (swap.start, -swap.end)):
        if one.start >= at:
            yield one
        elif one.end > at:
            yield Swap(at, one.end, "")
        at = max(at, one.end)
