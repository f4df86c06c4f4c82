"""Passages that many texts share, two by two: an index of sampled grams finds where, the texts themselves say how far.

Of every window of grams the one with the smallest hash is kept (winnowing: Schleimer, Wilkerson, Aiken 2003), so that every
passage of at least `least` characters that two texts share has a gram that was kept in both. All work is sorting: it grows
with the texts, not with their pairs. A gram that stands in very many texts is everybody's wording: each of its texts is
then compared with the next one only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mzsh_model.kernel.errors import BadEdit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GRAM = 8
"""Characters of a gram: shorter ones meet by chance."""
_CROWD = 40
"""Texts with a gram in common above which it is everybody's wording."""
_MOST_PLACES = 8
"""Places of one gram in a text that are looked at."""
_MIX = 0x9E3779B97F4A7C15
"""2^64 / golden ratio, odd: what hashes are multiplied by so that neighbours part (Knuth, TAOCP 6.4)."""


class Alike(NamedTuple):
    """Two texts by their positions, and the stretches they share: start in the first, start in the second, length."""

    one: int
    other: int
    stretches: tuple[tuple[int, int, int], ...]

    @property
    def characters(self) -> int:
        """How many characters they share."""
        return sum(length for _, _, length in self.stretches)


def alike(texts: Sequence[str], least: int) -> Iterator[Alike]:
    """Yield every two texts that share a passage of at least `least` characters, or so many pieces that one is the other reworded.

    Reworded means that pieces of at least eight characters make up a third of the shorter text.

    Raises:
        BadEdit: numpy (extra `corpus`) is not installed, or `least` is below 16.
    """
    try:
        import numpy as np
    except ImportError as error:
        raise BadEdit("corpus-extra", "找雷同要先安装：pip install 'mzsh-model[corpus]'") from error
    if least < 2 * GRAM:
        raise BadEdit("corpus-least", f"至少 {2 * GRAM} 个字才算雷同，更短的话谁都会写")
    codes = [np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32) for text in texts]
    seeds = _pairs(*_kept(codes, least - GRAM + 1), len(texts))
    for one, other, here, there in seeds:
        found = tuple(_grown(codes[one], codes[other], here, there))
        longest = max((length for _, _, length in found), default=0)
        shared = sum(length for _, _, length in found)
        shorter = min(len(texts[one]), len(texts[other]))
        if longest >= least:
            yield Alike(one, other, tuple(s for s in found if s[2] >= least) if shared < shorter / 3 else found)
        elif shared * 6 >= shorter >= least and _pieces(texts[one], texts[other]) * 3 >= shorter:
            yield Alike(one, other, found)


def _kept(
    codes: Sequence[NDArray[np.uint32]], window: int
) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int64]]:
    """The grams that are kept: their hashes, their texts, where they begin."""
    import numpy as np

    hashes: list[NDArray[np.uint64]] = []
    owners: list[NDArray[np.int64]] = []
    places: list[NDArray[np.int64]] = []
    for n, text in enumerate(codes):
        if len(text) < GRAM:
            continue
        wide = text.astype(np.uint64)
        told = np.zeros(len(text) - GRAM + 1, dtype=np.uint64)
        for at in range(GRAM):
            told = (told ^ wide[at : at + len(told)]) * np.uint64(_MIX)
            told ^= told >> np.uint64(29)
        size = min(window, len(told))
        views = np.lib.stride_tricks.sliding_window_view(told, size)
        kept = np.unique(np.arange(len(views)) + views.argmin(axis=1))
        hashes.append(told[kept])
        owners.append(np.full(len(kept), n, dtype=np.int64))
        places.append(kept.astype(np.int64))
    if not hashes:
        none = np.zeros(0, dtype=np.int64)
        return none.astype(np.uint64), none, none
    return np.concatenate(hashes), np.concatenate(owners), np.concatenate(places)


def _pairs(
    hashes: NDArray[np.uint64], owners: NDArray[np.int64], places: NDArray[np.int64], count: int
) -> Iterator[tuple[int, int, NDArray[np.int64], NDArray[np.int64]]]:
    """Every two texts that kept a gram in common, the earlier first, with the places of such grams in both."""
    import numpy as np

    order = np.lexsort((places, owners, hashes))
    hashes, owners, places = hashes[order], owners[order], places[order]
    ends = np.flatnonzero(np.append(hashes[1:] != hashes[:-1], True)) + 1 if len(hashes) else np.zeros(0, np.int64)
    starts = np.append(0, ends[:-1])
    group = np.repeat(np.arange(len(ends)), ends - starts)
    size = (ends - starts)[group] if len(group) else group
    index = np.arange(len(hashes))
    ones: list[NDArray[np.int64]] = []
    others: list[NDArray[np.int64]] = []
    # the second of a pair stands `step` behind the first in its group: as many rounds as the biggest group needs
    for step in range(1, _CROWD):
        first = index[: -step or None]
        meets = (group[first] == group[first + step]) & (owners[first] != owners[first + step])
        if step > 1:
            meets &= size[first] <= _CROWD
        first = first[meets]
        if not len(first) and step > 1:
            break
        ones.append(first)
        others.append(first + step)
    if not ones:
        return
    a, b = np.concatenate(ones), np.concatenate(others)
    key = owners[a] * count + owners[b]
    order = np.lexsort((places[b], places[a], key))
    a, b, key = a[order], b[order], key[order]
    if not len(key):
        return
    low = 0
    for high in (np.flatnonzero(np.append(key[1:] != key[:-1], True)) + 1).tolist():
        yield int(key[low]) // count, int(key[low]) % count, places[a[low:high]], places[b[low:high]]
        low = high


def _grown(
    one: NDArray[np.uint32], other: NDArray[np.uint32], here: NDArray[np.int64], there: NDArray[np.int64]
) -> Iterator[tuple[int, int, int]]:
    """The stretches around places that are alike, each as far as it goes, no character of the first text twice."""
    until = 0
    at = 0
    while at < len(here):
        a = int(here[at])
        behind = int(here.searchsorted(a, "right"))
        if a >= until:
            tried = [_around(one, other, a, int(b)) for b in there[at : min(behind, at + _MOST_PLACES)]]
            best = max(tried, key=lambda stretch: stretch[2])
            if best[2] >= GRAM:
                yield best
                until = best[0] + best[2]
        at = behind


def _around(one: NDArray[np.uint32], other: NDArray[np.uint32], a: int, b: int) -> tuple[int, int, int]:
    """The stretch that two texts have in common around a place: where it begins in both, and its length."""
    back = _same(one[:a][::-1], other[:b][::-1])
    return a - back, b - back, back + _same(one[a:], other[b:])


def _same(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> int:
    """How many characters two texts have in common at their beginnings."""
    size = min(len(one), len(other))
    differ = (one[:size] != other[:size]).nonzero()[0]
    return int(differ[0]) if len(differ) else size


def _pieces(one: str, other: str) -> int:
    """How many characters of the shorter text stand in pieces of a gram or more that the other has."""
    short, long = sorted((one, other), key=len)
    grams = {long[at : at + GRAM] for at in range(len(long) - GRAM + 1)}
    covered = until = 0
    for at in range(len(short) - GRAM + 1):
        if short[at : at + GRAM] in grams:
            covered += at + GRAM - max(at, until)
            until = at + GRAM
    return covered
