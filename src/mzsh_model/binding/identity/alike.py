"""Texts paired by likeness alone: in order between two fixed points, and anywhere by a clear margin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, sqrt
from typing import NamedTuple

from mzsh_model.binding.identity.fingerprint import Fingerprint, joined, likeness, shared
from mzsh_model.kernel.matching import heaviest

ENOUGH = 0.45
"""From this likeness on, a text in the right place is the old one reworded (measured on formulaic drafts)."""

_COST = 0.2
_CELLS = 40_000
_BALLOTS = 4_000
_BEST = 8


class Fit(NamedTuple):
    """Items and places that fit each other, by position: one of each is a pair, more cannot be told apart."""

    bases: tuple[int, ...]
    places: tuple[int, ...]
    score: float

    @property
    def clear(self) -> bool:
        """Whether there is no second candidate."""
        return len(self.bases) == len(self.places) == 1


@dataclass(frozen=True)
class Sides:
    """The two sides of an alignment: the texts as they are remembered (`base`) and as they stand (`now`)."""

    base: tuple[Fingerprint, ...]
    now: tuple[Fingerprint, ...]

    @cached_property
    def known(self) -> bool:
        """Whether every remembered text is known, so that likeness is counted and not estimated."""
        return all(print_.text is not None for print_ in self.base)

    @property
    def margin(self) -> float:
        """The smallest difference of likenesses that means something; for estimates it must be wider."""
        return 0.08 if self.known else 0.15

    def likeness(self, bases: Sequence[int], places: Sequence[int]) -> float:
        """How alike two texts are, 0 to 1, each made of one or more parts; at most one side of several."""
        there = self.now[places[0]] if len(places) == 1 else joined(*(self.now[j] for j in places))
        if len(bases) == 1:
            return likeness(self.base[bases[0]], there)
        if self.known:
            return likeness(joined(*(self.base[i] for i in bases)), there)
        both = there.size + sum(self.base[i].size for i in bases)
        return min(1.0, 2 * sum(shared(self.base[i], there) for i in bases) / both) if both else 0.0


def in_order(sides: Sides, bases: Sequence[int], places: Sequence[int]) -> Iterator[Fit]:
    """Yield the pairs, in one order on both sides, whose likenesses sum up highest; none is below `ENOUGH`.

    A left over item, or place, that fits nearly as well makes the fit unclear. The table of the dynamic programme has
    at most 40,000 cells: larger gaps are cut into windows, equally many on either side and of equal shares, so that
    cost grows with the root of the product of the two lengths. What then stands in another window is left to
    `anywhere`.
    """
    windows = ceil(sqrt(len(bases) * len(places) / _CELLS))
    for n in range(windows):
        rows = bases[len(bases) * n // windows : len(bases) * (n + 1) // windows]
        columns = places[len(places) * n // windows : len(places) * (n + 1) // windows]
        yield from _window(sides, rows, columns)


def _window(sides: Sides, rows: Sequence[int], columns: Sequence[int]) -> Iterator[Fit]:
    score = {(i, j): sides.likeness((i,), (j,)) for i in rows for j in columns}
    pairs = heaviest({pair: s - _COST for pair, s in score.items() if s >= ENOUGH}, rows, columns)
    left = set(rows).difference(i for i, _ in pairs), set(columns).difference(j for _, j in pairs)
    for i, j in pairs:
        close = score[i, j] - sides.margin
        rivals = (
            [k for k in left[0] if score[k, j] > close],
            [k for k in left[1] if score[i, k] > close and sides.now[k].digest != sides.now[j].digest],
        )
        yield Fit((i, *sorted(rivals[0])), (j, *sorted(rivals[1])), score[i, j])


def anywhere(sides: Sides, bases: Iterable[int], places: Iterable[int], at_least: float) -> Iterator[Fit]:
    """Yield what is alike by `at_least`, wherever it stands, best first; each position is in one fit at most.

    An item is compared with the eight places that share most of what is rarest in it: its features are looked up,
    rarest first, until 4,000 places were named.
    """
    score = _candidates(sides, bases, places, at_least)
    open_bases, open_places = _partners(score), _partners((j, i) for i, j in score)
    for i, j in sorted(score, key=lambda pair: (-score[pair], pair)):
        if i not in open_bases or j not in open_places:
            continue
        close = score[i, j] - sides.margin
        twin = sides.now[j].digest
        bases = [k for k in open_places[j] if k in open_bases and k != i and score[k, j] > close]
        places = [
            k
            for k in open_bases[i]
            if k in open_places and k != j and score[i, k] > close and sides.now[k].digest != twin
        ]
        fit = Fit((i, *sorted(bases)), (j, *sorted(places)), score[i, j])
        for k in fit.bases:
            del open_bases[k]
        for k in fit.places:
            del open_places[k]
        yield fit


def _partners(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def _candidates(
    sides: Sides, bases: Iterable[int], places: Iterable[int], at_least: float
) -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    having: dict[Hashable, list[int]] = {}
    for place in places:
        for feature in _features(sides, sides.now[place]):
            having.setdefault(feature, []).append(place)
    for base in bases:
        votes: Counter[int] = Counter()
        for posted in sorted((having[f] for f in _features(sides, sides.base[base]) if f in having), key=len):
            votes.update(posted)
            if votes.total() > _BALLOTS:
                break
        for place, _ in votes.most_common(_BEST):
            if (score := sides.likeness((base,), (place,))) >= at_least:
                found[base, place] = score
    return found


def _features(sides: Sides, print_: Fingerprint) -> Iterable[Hashable]:
    return print_.grams if sides.known else enumerate(print_.sketch)
