"""Which text is which, where nothing else tells: the remembered items against the texts that stand there now.

In this order: the same text, once on both sides; texts cut up or run together, letter for letter; between those, what
is alike in order; elsewhere, what is alike by a clear margin; last, what is alone between two neighbours. What two
candidates fit about as well is not decided.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from mzsh_model.binding.identity.alike import Fit, Sides, anywhere, in_order
from mzsh_model.binding.identity.evidence import Basis, Evidence
from mzsh_model.binding.identity.fingerprint import fingerprint, joined
from mzsh_model.binding.identity.parts import cut_up, run_together, runs
from mzsh_model.binding.identity.snapshot import Known
from mzsh_model.edit.pairing import steady

_ALMOST = 0.8
_FAR = 0.55
_SURE = 0.6
_FAINT = 0.25


@dataclass(frozen=True, slots=True)
class Match:
    """Items and where they are: one to one, one to several (cut up), several to one (run together).

    Numbers are positions in the two sequences that were aligned; the first of several is the one that goes on.
    """

    bases: tuple[int, ...]
    places: tuple[int, ...]
    evidence: Evidence
    sure: bool = True


class Alignment(NamedTuple):
    """What was decided, in the order of the items, and what was not; what is in neither has no counterpart."""

    matches: tuple[Match, ...]
    doubts: tuple[Fit, ...]


def align(base: Sequence[Known], texts: Sequence[str], *, held: Mapping[int, int] | None = None) -> Alignment:
    """Say where each item of `base` is among `texts`; labels do not matter.

    `held` are positions that something more trusted than text has decided, base to place; they stay, and fix the order
    for the rest. An empty text is never told by what it says. Where `base` has no texts, likeness is estimated from
    sketches. Memory grows with the number of items and the length of their texts; time also with the windows described
    at `in_order`.
    """
    sides = Sides(tuple(known.fingerprint for known in base), tuple(map(fingerprint, texts)))
    return _Aligning(sides, held or {}).result()


class _Aligning:
    """One alignment: the positions that are still open on either side, rising, and what was decided, by first item."""

    def __init__(self, sides: Sides, held: Mapping[int, int]) -> None:
        self.sides = sides
        self.bases = dict.fromkeys(i for i, text in enumerate(sides.base) if text.length)
        self.places = dict.fromkeys(j for j, text in enumerate(sides.now) if text.length)
        self.matches: dict[int, Match] = {}
        self.doubts: list[Fit] = []
        for i, j in held.items():
            self._decide(Match((i,), (j,), Evidence(Basis.BOOKMARK, sides.likeness((i,), (j,)))))
        # where bookmarks came through, an item without its own is more likely gone than reworded beyond this
        self.sure = _ALMOST if held else _SURE
        shared = Counter(held.values())
        self.single = [i for i, j in held.items() if shared[j] == 1]

    def result(self) -> Alignment:
        self._same()
        self._cut_up()
        self._run_together()
        self._widen(self.single)
        self._set_copies_aside()
        self._take(list(self._unmistakable()), self.sure)
        self._take([fit for gap in self._gaps() for fit in in_order(self.sides, *gap)], self.sure)
        self._set_copies_aside()
        self._take(list(anywhere(self.sides, self.bases, self.places, _FAR)), _ALMOST)
        self._alone()
        return Alignment(tuple(self.matches[i] for i in sorted(self.matches)), tuple(self.doubts))

    def _decide(self, match: Match) -> None:
        self._close(match.bases, match.places)
        for i in match.bases:
            self.matches.pop(i, None)
        self.matches[match.bases[0]] = match

    def _close(self, bases: Iterable[int], places: Iterable[int]) -> None:
        for i in bases:
            self.bases.pop(i, None)
        for j in places:
            self.places.pop(j, None)

    def _same(self) -> None:
        """Pair the texts that stand once on both sides."""
        mine = _once((self.sides.base[i].digest, i) for i in self.bases)
        theirs = _once((self.sides.now[j].digest, j) for j in self.places)
        for digest, i in mine.items():
            if digest in theirs:
                self._decide(Match((i,), (theirs[digest],), Evidence(Basis.DIGEST, 1.0)))

    def _cut_up(self) -> None:
        """Find the items that stand there in parts, one after the other with nothing between."""
        now, owner = self.sides.now, {self.matches[i].places[0]: i for i in self.single}
        mine = _once((self.sides.base[i].digest, i) for i in [*self.bases, *self.single])
        for first in sorted([*self.places, *owner]):
            for parts in runs(first, self.places):
                i = mine.get(joined(*(now[j] for j in parts)).digest)
                if i is None or not ((first in self.places and i in self.bases) or owner.get(first) == i):
                    continue
                basis = Basis.BOOKMARK if first in owner else Basis.DIGEST
                self._decide(Match((i,), parts, Evidence(basis, 1.0)))
                break

    def _run_together(self) -> None:
        """Find the items that stand there as one; only where texts are known, for digests cannot be put together."""
        if not self.sides.known:
            return
        theirs = _once((self.sides.now[j].digest, j) for j in self.places)
        for first in list(self.bases):
            for parts in runs(first, self.bases):
                j = theirs.get(joined(*(self.sides.base[i] for i in parts)).digest)
                if j in self.places and first in self.bases:
                    self._decide(Match(parts, (j,), Evidence(Basis.DIGEST, 1.0)))
                    break

    def _set_copies_aside(self) -> None:
        """Take for no other item what says word for word what a placed one says, or said."""
        said = {self.sides.base[i].digest for match in self.matches.values() for i in match.bases}
        said |= {self.sides.now[j].digest for match in self.matches.values() for j in match.places}
        self._close((), [j for j in self.places if self.sides.now[j].digest in said])

    def _unmistakable(self) -> Iterator[Fit]:
        """Yield what is nearly the same in one place only; where a text stands twice, only the order can tell."""
        single = _once((self.sides.now[j].digest, j) for j in self.places)
        yield from (fit for fit in anywhere(self.sides, self.bases, single.values(), _ALMOST) if fit.clear)

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield what is open between each two fixed points: the matches that stand in one order on both sides."""
        decided = sorted(((m.bases[0], m.places[0]) for m in self.matches.values()), key=lambda pair: pair[1])
        fixed = [(-1, -1), *sorted(steady(decided)), (len(self.sides.base), len(self.sides.now))]
        bases, places = list(self.bases), list(self.places)
        for (i, j), (k, m) in pairwise(fixed):
            rows = bases[bisect_left(bases, i) : bisect_left(bases, k)]
            columns = places[bisect_left(places, j) : bisect_left(places, m)]
            if rows and columns:
                yield rows, columns

    def _take(self, fits: Iterable[Fit], sure: float) -> None:
        """Decide what is clear, or becomes so when its rivals turn out to be parts of one whole; put the rest aside."""
        taken: list[int] = []
        for fit in sorted(fits, key=lambda fit: not fit.clear):
            (i, *_), (j, *_) = fit.bases, fit.places
            if i not in self.bases or j not in self.places:
                continue
            same = self.sides.base[i].digest == self.sides.now[j].digest
            evidence = Evidence(Basis.DIGEST if same else Basis.LIKENESS, fit.score)
            match = Match((i,), (j,), evidence, fit.score >= sure)
            rivals = {k for k in fit.bases if k in self.bases}, {k for k in fit.places if k in self.places}
            if len(rivals[0]) + len(rivals[1]) > 2:
                match = self._widened(match)
            if rivals[0] <= {*match.bases} and rivals[1] <= {*match.places}:
                self._decide(match)
                taken.append(match.bases[0])
            else:
                self.doubts.append(Fit(tuple(sorted(rivals[0])), tuple(sorted(rivals[1])), fit.score))
                self._close(fit.bases, fit.places)
        self._widen(taken)

    def _widen(self, items: Iterable[int]) -> None:
        """Add to matches of two different texts the neighbours, on one side, that make them clearly more alike."""
        for match in [self.matches[i] for i in items]:
            i, j = match.bases[0], match.places[0]
            if len(match.bases) == len(match.places) == 1 and self.sides.base[i].digest != self.sides.now[j].digest:
                self._decide(self._widened(match))

    def _widened(self, match: Match) -> Match:
        (i, *_), (j, *_), basis = match.bases, match.places, match.evidence.basis
        places, score = cut_up(self.sides, i, j, self.places)
        bases: tuple[int, ...] = (i,)
        if len(places) == 1:
            bases, score = run_together(self.sides, i, j, self.bases)
        if basis is Basis.BOOKMARK:
            bases, places = (i, *(k for k in bases if k != i)), (j, *(k for k in places if k != j))
        grown = len(bases) + len(places) > 2
        return Match(bases, places, Evidence(basis, score), score >= self.sure if grown else match.sure)

    def _alone(self) -> None:
        """Pair what is alone between two fixed points if the texts have anything in common; never sure."""
        for bases, places in list(self._gaps()):
            if len(bases) == len(places) == 1 and (score := self.sides.likeness(bases, places)) >= _FAINT:
                self._decide(Match(tuple(bases), tuple(places), Evidence(Basis.NEIGHBOURS, score), sure=False))


def _once(named: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The positions whose digest no other has."""
    found: dict[str, list[int]] = {}
    for digest, position in named:
        found.setdefault(digest, []).append(position)
    return {digest: at[0] for digest, at in found.items() if len(at) == 1}
