"""Words that stand in a text only if some stretches of it are left out: changes taken or not, hidden text, marks of reading.

Which stretches those are nobody can tell beforehand, and all choices are too many to be written out: the word is followed
through the text instead, from each place where it may begin.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from mzsh_model.kernel.disguises import BETWEEN, bare
from mzsh_model.kernel.patterns import lazy_pattern

_LATIN = lazy_pattern("[A-Za-z0-9]{2}")


class Crossing:
    """Words, bare, to be looked for across stretches; `stands_for` tells the new words."""

    def __init__(self, words: Iterable[str], stands_for: Callable[[str], str]) -> None:
        self._stands_for = stands_for
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for word in words:
            self._by_first[word[0]].append(word)

    def found(self, text: str, units: Sequence[tuple[int, int]]) -> list[tuple[list[int], str]]:
        """Return the words that stand in `text` without some of `units`: the places of their characters, and the new words."""
        view = bare(text)
        told = view.lowered
        leaps = _leaps(view.starts, units)
        edges = {*leaps, *(place for ends in leaps.values() for place in ends)}
        out: list[tuple[list[int], str]] = []
        for at, char in enumerate(told):
            for word in self._by_first.get(char, ()):
                path = _path(told, at, word, leaps)
                if path is not None and not any(_is_inside(told, n, edges) for n in (at, path[-1] + 1)):
                    typed = [n for one in path for n in range(view.starts[one], view.ends[one])]
                    out.append((typed, self._stands_for(word)))
        return out


def _is_inside(text: str, at: int, edges: Set[int]) -> bool:
    """Whether a Latin word goes on across a place at which a word would begin or end."""
    return at not in edges and _LATIN.fullmatch(text[max(0, at - 1) : at + 1]) is not None


def _leaps(starts: Sequence[int], units: Sequence[tuple[int, int]]) -> Mapping[int, list[int]]:
    """Where one may go on from the beginning of a stretch: behind it."""
    leaps: dict[int, list[int]] = defaultdict(list)
    for start, end in units:
        one, other = bisect_left(starts, start), bisect_left(starts, end)
        if one < other:
            leaps[one].append(other)
    return leaps


def _path(text: str, at: int, word: str, leaps: Mapping[int, list[int]]) -> list[int] | None:
    """The places of the characters of a word that begins at `at`, None where it does not go on to its end."""
    came: dict[tuple[int, int], tuple[int, int] | None] = {(at, 0): None}
    pending = [(at, 0)]
    while pending:
        state = pending.pop()
        place, done = state
        if done == len(word):
            return _back(came, state)
        onward = [(behind, done) for behind in leaps.get(place, ())] if done else []
        if place < len(text):
            if done and text[place] in BETWEEN:
                onward.append((place + 1, done))
            if text[place] == word[done]:
                onward.append((place + 1, done + 1))
        for one in onward:
            if one not in came:
                came[one] = state
                pending.append(one)
    return None


def _back(came: Mapping[tuple[int, int], tuple[int, int] | None], last: tuple[int, int]) -> list[int]:
    out: list[int] = []
    at = last
    while (before := came[at]) is not None:
        if at[1] > before[1]:
            out.append(before[0])
        at = before
    return out[::-1]
