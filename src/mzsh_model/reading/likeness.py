"""Which causes and measures are about the same things as an issue: by their words, rare ones first, and by their themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from math import log, sqrt

from mzsh_model.kernel.patterns import lazy_pattern
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
_MARK = lazy_pattern("[，。；,;]")
_HEAD_LENGTH = 60
_BODY_LENGTH = 300
Pair = tuple[float, int, int]
"""How much alike an issue and an answer are, and their positions: there are thousands."""


class Likeness:
    """Compares the issues of one document with its causes and with its measures, and looks at each issue once."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], tuple[int, ...]] = {}
        self._about: dict[str, frozenset[str]] = {}
        self._last: tuple[list[str], list[str], list[Pair]] = ([], [], [])

    def matches(self, issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[tuple[str, str]]:
        """Return the ids of issues and others that are alike: one and one first, then what is left with its nearest.

        There are never more links than issues and others together.
        """
        pairs = self._pairs(issues, others)
        least = [self._least(issue) for issue in issues]
        chosen = _chosen([one for one in pairs if one[0] >= least[one[1]]])
        return [(issues[at].id, others[other].id) for at, other in sorted(chosen)]

    def crosses(self, issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> bool:
        """Tell whether the words say that the n-th of the others does not answer the n-th issue, though they are as many."""
        sure = _one_to_one(self._pairs(issues, others), _ADDED)
        return len(sure) > 2 and sum(issue != other for _, issue, other in sure) * 2 > len(sure)

    def _pairs(self, issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[Pair]:
        """Those that are most alike, the likest first; of equals those that stand alike in the document."""
        asked = [one.id for one in issues], [one.id for one in others]
        if self._last[:2] != asked:  # whoever asks whether they cross asks for their matches next
            self._last = (*asked, self._compared(issues, others))
        return self._last[2]

    def _compared(self, issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[Pair]:
        mine = [self._words_of(issue) for issue in issues]
        theirs = [_words(other.text) for other in others]
        seen = Counter(chain.from_iterable([*mine, *theirs]))
        total = len(mine) + len(theirs)
        weigh = {n: log(1 + total / n) ** 2 for n in {*seen.values()} if n > 1}
        weight = {word: weigh[n] for word, n in seen.items() if n > 1}
        lone = log(1 + total) ** 2
        sizes = [_size(words, weight, lone) for words in theirs]
        having: dict[int, list[int]] = {word: [] for word in set[int]().union(*mine)}
        for at, words in enumerate(theirs):
            for word in having.keys() & words:
                having[word].append(at)
        reach = max(_FEW, _LOOKED_UP // (len(mine) or 1))
        telling = {word: (weight[word], places) for word, places in having.items() if 0 < len(places) <= reach}
        of_theme: dict[str, set[int]] = {}
        for at, one in enumerate(others):
            for theme in _topics_of(one):
                of_theme.setdefault(theme, set()).add(at)
        found: dict[tuple[int, int], float] = {}
        most = [0.0] * len(theirs)
        nearest: list[tuple[float, float, int]] = [(0.0, 0.0, 0)] * len(theirs)  # the issue that each is most like
        for at, (issue, words) in enumerate(zip(issues, mine, strict=True)):
            shared: dict[int, float] = {}
            for worth, places in filter(None, map(telling.get, words)):
                for other in places:
                    shared[other] = shared[other] + worth if other in shared else worth
            size = _size(words, weight, lone)
            scores = {other: n / (size * sizes[other]) for other, n in shared.items()}
            for other in scores.keys() & chain.from_iterable(of_theme.get(one, ()) for one in self._about_of(issue)):
                scores[other] += _THEME
            alike = [(score, other) for other, score in scores.items() if score >= _PAIRED]
            place = at * len(theirs) / len(mine)
            for score, other in alike:
                if score >= most[other]:
                    most[other] = score
                    nearest[other] = max(nearest[other], (score, -abs(other - place), at))
            least = sorted([score for score, _ in alike])[-_FEW] if len(alike) > _FEW else 0.0
            likest = [(score, -abs(other - place), other) for score, other in alike if score >= least]
            for score, _, other in sorted(likest, reverse=True)[:_FEW]:
                found[at, other] = score
        for other, (score, _, at) in enumerate(nearest):
            if score:
                found[at, other] = score
        step = len(theirs) / (len(mine) or 1)
        ranked = sorted(
            (-score, abs(other - at * step), at, n, other) for n, ((at, other), score) in enumerate(found.items())
        )
        return [(-score, at, other) for score, _, at, _, other in ranked]

    def _least(self, issue: Issue) -> float:
        """How much alike what answers an issue must be: the longer it is, the more it shares with any text by chance."""
        return _PAIRED * max(1.0, len(self._words_of(issue)) / _SHORT)

    def _words_of(self, issue: Issue) -> tuple[int, ...]:
        said = (issue.aspect or "", issue.text)
        if said not in self._words:
            self._words[said] = _words("".join(said))
        return self._words[said]

    def _about_of(self, issue: Issue) -> frozenset[str]:
        if issue.id not in self._about:
            themes = themes_of(issue.statement[:_HEAD_LENGTH]) | themes_of(issue.aspect or "")
            self._about[issue.id] = themes
        return self._about[issue.id]


def _one_to_one(pairs: Sequence[Pair], least: float) -> list[Pair]:
    """The likest pairs in which nothing stands twice."""
    issues: set[int] = set()
    others: set[int] = set()
    found: list[Pair] = []
    for score, issue, other in pairs:
        if score >= least and issue not in issues and other not in others:
            issues.add(issue)
            others.add(other)
            found.append((score, issue, other))
    return found


def _chosen(pairs: Sequence[Pair]) -> set[tuple[int, int]]:
    chosen = {(issue, other) for _, issue, other in _one_to_one(pairs, _PAIRED)}
    issues, others = {issue for issue, _ in chosen}, {other for _, other in chosen}
    for score, issue, other in pairs:
        if score >= _ADDED and (issue not in issues or other not in others):
            chosen.add((issue, other))
            issues.add(issue)
            others.add(other)
    return chosen


def _words(text: str) -> tuple[int, ...]:
    """The characters of a text and the pairs of neighbours, marks left out, each once, as numbers: made by the thousand at once."""
    bare = fold(text[:_BODY_LENGTH])
    codes = memoryview(bare.encode("utf-32-le", "surrogatepass"))
    pairs = [0] * (len(bare) - 1)
    for low in (0, 1) if pairs else ():  # a character is four bytes, a pair of them eight
        pairs[low::2] = codes[low * 4 : (len(bare) - (len(bare) - low) % 2) * 4].cast("Q").tolist()
    return tuple(dict.fromkeys(codes.cast("I").tolist() + pairs))


def _size(words: Sequence[int], weight: Mapping[int, float], lone: float) -> float:
    """How much an item says in all; what none of the others has weighs as much as it can."""
    common = [*filter(None, map(weight.get, words))]
    return sqrt(sum(common) + lone * (len(words) - len(common))) or 1.0


def _topics_of(other: Cause | Measure) -> frozenset[str]:
    return themes_of(_head(other)) | themes_of(other.text, least=_OFTEN)


def _head(other: Cause | Measure) -> str:
    return other.title or _MARK.split(other.text, 1)[0]
