"""Which causes and measures are about the same things as an issue: by their themes, else by their wording."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from struct import unpack_from

from mzsh_model.kernel.spelling import fold
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.reading.words.themes import themes_of

_ENOUGH = 0.2
_OFTEN = 3
_FEW = 3
"""So many of those most like an item are given to it."""

_RARE = 64
"""A pair of characters is looked up in so many texts at most: what more share tells nothing."""

_SAMPLE = 32
_HEAD_LENGTH = 60
_BODY_LENGTH = 300


class Likeness:
    """Compares the issues of one document with its causes and with its measures, and looks at each issue once.

    Each issue is given the few that are most like it, so that there are never more links than a few an item.
    """

    def __init__(self) -> None:
        self._of_aspect: dict[str, frozenset[str]] = {}
        self._themes: dict[str, frozenset[str]] = {}
        self._pairs: dict[str, set[int]] = {}

    def matches(self, issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[tuple[str, str]]:
        """Return the ids of issues and others that share a theme; where an issue shares none, much of their wording."""
        topics = [themes_of(_head(other)) | themes_of(other.text, least=_OFTEN) for other in others]
        subjects = [self._about(issue) for issue in issues]
        chosen = {(at, other) for at, found in enumerate(_nearest(subjects, topics)) for other in found}
        answered = {other for _, other in chosen}
        left = [at for at in range(len(others)) if at not in answered]
        back = _nearest([topics[at] for at in left], subjects)
        chosen |= {(found[0], at) for at, found in zip(left, back, strict=True) if found}
        served = {at for at, _ in chosen}
        alone = [issue for at, issue in enumerate(issues) if at not in served]
        found = [(issues[at].id, others[other].id) for at, other in sorted(chosen)]
        return [*found, *self._by_wording(alone, others)] if alone else found

    def _about(self, issue: Issue) -> frozenset[str]:
        about = self._themes.get(issue.id)
        if about is None:
            about = themes_of(issue.statement[:_HEAD_LENGTH])
            if (aspect := issue.aspect) is not None:
                if aspect not in self._of_aspect:
                    self._of_aspect[aspect] = themes_of(aspect)
                about |= self._of_aspect[aspect]
            self._themes[issue.id] = about
        return about

    def _by_wording(self, alone: Sequence[Issue], others: Sequence[Cause | Measure]) -> Iterator[tuple[str, str]]:
        """Those with most pairs of characters in common; pairs that more than half of a sample have do not count."""
        for issue in alone:
            if issue.id not in self._pairs:
                self._pairs[issue.id] = _pairs((issue.aspect or "") + issue.text[:_BODY_LENGTH])
        mine = [self._pairs[issue.id] for issue in alone]
        theirs = [_pairs(other.text[:_BODY_LENGTH]) for other in others]
        sample = [*mine[:: len(mine) // _SAMPLE + 1], *theirs]
        seen = Counter(chain.from_iterable(sample))
        common = {pair for pair, n in seen.items() if n > _OFTEN and 2 * n > len(sample)}
        having: dict[int, list[int]] = {}
        for at, pairs in enumerate(theirs):
            for pair in pairs - common:
                having.setdefault(pair, []).append(at)
        known = having.keys()
        sizes = [len(pairs - common) or 1 for pairs in theirs]
        for issue, pairs in zip(alone, mine, strict=True):
            shared = Counter(chain.from_iterable([having[pair][:_RARE] for pair in pairs & known]))
            own = len(pairs) - len(pairs & common)
            scored = [(n / min(own, sizes[at]), -at) for at, n in shared.items()]
            best = sorted((one for one in scored if one[0] >= _ENOUGH), reverse=True)[:_FEW]
            yield from ((issue.id, others[at].id) for at in sorted(-at for _, at in best))


def _nearest(subjects: Sequence[frozenset[str]], topics: Sequence[frozenset[str]]) -> list[list[int]]:
    """For each subject the positions of the few topics that share most themes with it, of many those that stand where it does.

    Papers tell causes and measures in the order of the problems. Subjects with the same themes are looked up once.
    """
    alike: dict[frozenset[str], list[int]] = {}
    places: dict[frozenset[str], list[int]] = {}
    for index, topic in enumerate(topics):
        places.setdefault(topic, []).append(index)
    found: list[list[int]] = []
    for at, subject in enumerate(subjects):
        if subject not in alike:
            shared = {topic: len(subject & topic) for topic in places}
            most = max(shared.values(), default=0)
            nearest = (places[topic] for topic, n in shared.items() if n and n == most)
            alike[subject] = sorted(chain.from_iterable(nearest))
        same = alike[subject]
        if len(same) > _FEW:
            place = bisect_left(same, at * len(topics) // len(subjects))
            low = min(max(0, place - _FEW // 2), len(same) - _FEW)
            same = same[low : low + _FEW]
        found.append(same)
    return found


def _pairs(text: str) -> set[int]:
    """The pairs of neighbouring characters in a text, marks left out, each as one number: much cheaper than strings."""
    chars = fold(text)
    units = chars.encode("utf-32-le", "surrogatepass")
    even, odd = len(chars) // 2, max(0, len(chars) - 1) // 2
    return {*unpack_from(f"<{even}Q", units), *unpack_from(f"<{odd}Q", units, 4 if odd else 0)}


def _head(other: Cause | Measure) -> str:
    return other.title or re.split("[，。；,;]", other.text)[0]
