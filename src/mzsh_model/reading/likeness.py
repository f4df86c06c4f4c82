"""Which causes and measures are about the same things as an issue: by their words, rare ones first, and by their themes."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from math import log, sqrt
from sys import intern
from typing import NamedTuple

from mzsh_model.kernel.spelling import fold
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.reading.words.themes import themes_of

_PAIRED, _ADDED = 0.03, 0.06
"""How much alike two must be to be paired, and to be added to what another pair has already."""
_SHORT = 70
"""So many words (characters and pairs of neighbours) an issue of a sentence has."""
_THEME = 0.05
"""What a shared theme adds to the likeness of the words."""
_OFTEN = 3
_FEW = 8
"""So many of those most like an item are looked at."""
_LOOKED_UP = 4_000
"""How often a word is looked up in one document at most: what very many share tells nothing."""
_HEAD_LENGTH = 60
_BODY_LENGTH = 300


class Pair(NamedTuple):
    """How much alike an issue and an answer are, and their positions."""

    score: float
    issue: int
    other: int


class Likeness:
    """Compares the issues of one document with its causes and with its measures, and looks at each issue once."""

    def __init__(self) -> None:
        self._themes: dict[str, frozenset[str]] = {}
        self._words: dict[str, tuple[str, ...]] = {}

    def matches(self, issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[tuple[str, str]]:
        """Return the ids of issues and others that are alike: one and one first, then what is left with its nearest.

        There are never more links than issues and others together.
        """
        pairs = self._pairs(issues, others)
        chosen = _chosen([one for one in pairs if one.score >= self._least(issues[one.issue])])
        return [(issues[at].id, others[other].id) for at, other in sorted(chosen)]

    def crosses(self, issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> bool:
        """Tell whether the words say that the n-th of the others does not answer the n-th issue, though they are as many."""
        sure = _one_to_one(self._pairs(issues, others), _ADDED)
        return len(sure) > 2 and sum(one.issue != one.other for one in sure) * 2 > len(sure)

    def _pairs(self, issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[Pair]:
        """Those that are most alike, the likest first; of equals those that stand alike in the document."""
        mine = [self._words_of(issue) for issue in issues]
        theirs = [_words(other.text) for other in others]
        seen = Counter(chain.from_iterable([*mine, *theirs]))
        total = len(mine) + len(theirs)
        weight = {word: log(1 + total / n) ** 2 for word, n in seen.items() if n > 1}
        having: dict[str, list[int]] = {}
        for at, words in enumerate(theirs):
            for word in filter(weight.__contains__, words):
                having.setdefault(word, []).append(at)
        reach = max(_FEW, _LOOKED_UP // (len(mine) or 1))
        telling = {word for word, places in having.items() if len(places) <= reach}
        topics = [themes_of(_head(other)) | themes_of(other.text, least=_OFTEN) for other in others]
        lone = log(1 + total) ** 2

        def size_of(words: tuple[str, ...]) -> float:
            common = [word for word in words if word in weight]
            return sqrt(sum(map(weight.__getitem__, common)) + lone * (len(words) - len(common))) or 1.0

        sizes = [size_of(words) for words in theirs]
        found: dict[tuple[int, int], float] = {}
        nearest: dict[int, tuple[float, float, int]] = {}  # the issue that each of the others is most like
        for at, (issue, words) in enumerate(zip(issues, mine, strict=True)):
            shared: dict[int, float] = {}
            for word in filter(telling.__contains__, words):
                for other in having[word]:
                    shared[other] = shared.get(other, 0.0) + weight[word]
            size = size_of(words)
            about = self._about(issue)
            place = at * len(theirs) / len(mine)
            told: list[tuple[float, float, int]] = []
            for other, n in shared.items():
                score = n / (size * sizes[other]) + (_THEME if about & topics[other] else 0.0)
                told.append((score, -abs(other - place), other))
                nearest[other] = max(nearest.get(other, (0.0, 0.0, 0)), (score, -abs(other - place), at))
            found |= {(at, other): score for score, _, other in heapq.nlargest(_FEW, told)}
        found |= {(at, other): score for other, (score, _, at) in nearest.items()}
        told_of = [Pair(score, at, other) for (at, other), score in found.items()]
        step = len(theirs) / (len(mine) or 1)
        return sorted(told_of, key=lambda one: (-one.score, abs(one.other - one.issue * step), one.issue))

    def _least(self, issue: Issue) -> float:
        """How much alike what answers an issue must be: the longer it is, the more it shares with any text by chance."""
        return _PAIRED * max(1.0, len(self._words_of(issue)) / _SHORT)

    def _words_of(self, issue: Issue) -> tuple[str, ...]:
        if issue.id not in self._words:
            self._words[issue.id] = _words((issue.aspect or "") + issue.text)
        return self._words[issue.id]

    def _about(self, issue: Issue) -> frozenset[str]:
        if issue.id not in self._themes:
            self._themes[issue.id] = themes_of(issue.statement[:_HEAD_LENGTH]) | themes_of(issue.aspect or "")
        return self._themes[issue.id]


def _one_to_one(pairs: Sequence[Pair], least: float) -> list[Pair]:
    """The likest pairs in which nothing stands twice."""
    issues: set[int] = set()
    others: set[int] = set()
    found: list[Pair] = []
    for one in pairs:
        if one.score >= least and one.issue not in issues and one.other not in others:
            issues.add(one.issue)
            others.add(one.other)
            found.append(one)
    return found


def _chosen(pairs: Sequence[Pair]) -> set[tuple[int, int]]:
    chosen = {(one.issue, one.other) for one in _one_to_one(pairs, _PAIRED)}
    issues, others = {issue for issue, _ in chosen}, {other for _, other in chosen}
    for one in pairs:
        if one.score >= _ADDED and (one.issue not in issues or one.other not in others):
            chosen.add((one.issue, one.other))
            issues.add(one.issue)
            others.add(one.other)
    return chosen


def _words(text: str) -> tuple[str, ...]:
    """The characters of a text and the pairs of neighbours, marks left out, each once and each held once for all texts."""
    bare = fold(text[:_BODY_LENGTH])
    return tuple(dict.fromkeys(map(intern, chain(bare, map("".join, pairwise(bare))))))


def _head(other: Cause | Measure) -> str:
    return other.title or re.split("[，。；,;]", other.text)[0]
