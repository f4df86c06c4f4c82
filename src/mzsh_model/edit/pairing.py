"""Which entry of one list is which entry of another: by id, by what they say, or in order."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from operator import eq

from mzsh_model.kernel.matching import heaviest
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import LedgerEntry

Pair = tuple[int, int]
"""Positions of one thing in the old and in the new list."""

_ALIKE = 0.5
"""Share of common pairs of characters from which two texts are one text reworded; two texts of this genre on different
subjects share under a third."""

_REACH = 32
"""Texts that are equal to none are only held against those whose place among the rest is so near."""

_MOST_CELLS = 100_000


def ident(item: object) -> str | None:
    """Return the id by which an item is known, None for what is known by its place alone (a section, an instance)."""
    return str(item.__dict__["id"]) if isinstance(item, Value) and has_id(type(item)) else None


@cache
def has_id(kind: type[Value]) -> bool:
    """Tell whether entries of this type are known by an id."""
    info = kind.model_fields.get("id")
    return info is not None and info.annotation is str


def wording(entry: object) -> str:
    """Return what an entry says, for comparison: its text, heading or name, of a row its problem and its measures."""
    if isinstance(entry, LedgerEntry):
        issue = [entry.issue.text] if entry.issue else []
        return "\n".join([*issue, *(measure.text for measure in entry.measures)])
    if isinstance(entry, Placeholder):
        return entry.raw
    if isinstance(entry, Value):
        held = entry.__dict__
        return wording(next((held[name] for name in ("text", "heading", "name") if name in held), ""))
    return str(entry)


def by_id(old: Sequence[object], new: Sequence[object]) -> list[Pair]:
    """Pair the items that have one id, in the new order; should an id repeat, the n-th with the n-th."""
    return _equal(list(map(ident, old)), list(map(ident, new)))


def by_wording(old: Sequence[object], new: Sequence[object]) -> list[Pair]:
    """Pair the items that say the same, then the most alike of the rest, in the new order."""
    said = list(map(wording, old)), list(map(wording, new))
    pairs = _equal(*said)
    taken = {i for i, _ in pairs}, {j for _, j in pairs}
    rest = [i for i in range(len(old)) if i not in taken[0]], [j for j in range(len(new)) if j not in taken[1]]
    found: list[tuple[float, int, int, int]] = []
    for rank, j in enumerate(rest[1]):
        middle = rank * len(rest[0]) // len(rest[1])
        for near in range(max(0, middle - _REACH), min(len(rest[0]), middle + _REACH + 1)):
            i = rest[0][near]
            if (share := likeness(said[0][i], said[1][j])) >= _ALIKE:
                found.append((-share, abs(near - middle), i, j))
    for _, _, i, j in sorted(found):
        if i not in taken[0] and j not in taken[1]:
            pairs.append((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return sorted(pairs, key=lambda pair: pair[1])


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pair the entries of two lists in order: equal ones, and between them those that were reworded.

    Of two lists of one length the n-th is the n-th, unless another order has more of them equal.
    """
    head, tail = _common(old, new)
    pairs = [(n, n) for n in range(head)]
    low, high = old[head : len(old) - tail], new[head : len(new) - tail]
    matcher = SequenceMatcher(None, low, high, autojunk=False)
    if len(low) == len(high):
        equal = sum(map(eq, low, high))
        if equal >= sum(block.size for block in matcher.get_matching_blocks()):
            return [(n, n) for n in range(len(old))]
    for tag, i, end_i, j, end_j in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and end_i - i == end_j - j):
            found = [(n, n) for n in range(end_i - i)]
        else:
            found = _most_alike(low[i:end_i], high[j:end_j])
        pairs += [(head + i + a, head + j + b) for a, b in found]
    return pairs + [(len(old) - tail + n, len(new) - tail + n) for n in range(tail)]


def steady(pairs: Iterable[Pair]) -> set[Pair]:
    """Return a largest set of `pairs` (in the new order) that stand in one order on both sides; the others moved."""
    ends: list[int] = []
    chain: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    for pair in pairs:
        at = bisect_left(ends, pair[0])
        before[pair] = chain[at - 1] if at else None
        ends[at : at + 1] = [pair[0]]
        chain[at : at + 1] = [pair]
    kept: set[Pair] = set()
    last = chain[-1] if chain else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def likeness(one: str, other: str) -> float:
    """Return the share of pairs of neighbouring characters that two texts have in common, 0 to 1 (Dice)."""
    mine, theirs = _pairs_of(one), _pairs_of(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))


@lru_cache(maxsize=16384)
def _pairs_of(text: str) -> frozenset[str]:
    return frozenset(text[n : n + 2] for n in range(max(1, len(text) - 1)))


def _equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    places: dict[Hashable, deque[int]] = {}
    for i, key in enumerate(old):
        places.setdefault(key, deque()).append(i)
    return [(places[key].popleft(), j) for j, key in enumerate(new) if places.get(key)]


def _common(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many entries at the head, and how many at the tail, are equal."""
    most = min(len(old), len(new))
    head = 0
    while head < most and (old[head] is new[head] or old[head] == new[head]):
        head += 1
    tail = 0
    while tail < most - head and (old[-1 - tail] is new[-1 - tail] or old[-1 - tail] == new[-1 - tail]):
        tail += 1
    return head, tail


def _most_alike(old: Sequence[object], new: Sequence[object]) -> list[Pair]:
    """Pair in order so that the sum of likenesses is largest; only texts that are alike make a pair."""
    if not old or not new or len(old) * len(new) > _MOST_CELLS:
        return []
    said = list(map(wording, old)), list(map(wording, new))
    share = {(i, j): likeness(a, b) for i, a in enumerate(said[0]) for j, b in enumerate(said[1])}
    gain = {pair: alike for pair, alike in share.items() if alike >= _ALIKE}
    return heaviest(gain, range(len(old)), range(len(new)))
