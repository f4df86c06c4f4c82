"""Texts that say nearly the same as one before them, without comparing each with all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import merge
from math import ceil


def repeats(texts: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Yield `(later, earlier)` positions of texts that are alike by at least `least` (0 to 1), the first earlier one of each.

    `least` lets at most so many characters of a text be missing from the other; of its rarest characters, that many and
    one, the two share one. Only texts that meet there are compared.
    """
    missing = 2 * (1 - least) / (2 - least)
    rank = {char: n for n, (char, _) in enumerate(reversed(Counter("".join(texts)).most_common()))}
    meeting: dict[int, list[int]] = {}
    letters: list[set[int]] = []
    for later, text in enumerate(texts):
        own = {rank[char] for char in text}
        rarest = sorted(own)[: int(missing * len(text)) + 2]  # one more for rounding
        tried = -1
        for earlier in merge(*(meeting.get(n, ()) for n in rarest)):
            if earlier == tried:
                continue
            tried, other = earlier, letters[earlier]
            enough = len(own & other) >= least * min(len(own), len(other))
            if enough and _are_alike(text, texts[earlier], least):
                yield later, earlier
                break
        letters.append(own)
        for n in rarest:
            meeting.setdefault(n, []).append(later)


def _are_alike(a: str, b: str, least: float) -> bool:
    both = len(a) + len(b)
    if 2.0 * min(len(a), len(b)) / both < least:
        return False
    # a long stretch is enough by itself, and most repeats have one
    long = ceil(least * both / 2) + 1
    return any(a[n : n + long] in b for n in range(len(a) - long + 1)) or ratio(a, b) >= least


def ratio(a: str, b: str) -> float:
    """Return `difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()`, of short texts several times as fast.

    >>> ratio("学习不够系统", "学习还不够系统")
    0.9230769230769231
    """
    if not a and not b:
        return 1.0
    matched = 0
    pending = [(a, b)]
    while pending:
        low, high = pending.pop()
        start = size = 0  # of the longest stretch they share, the first of several
        for at in range(len(low)):
            while at + size < len(low) and low[at : at + size + 1] in high:
                start, size = at, size + 1
        if size:
            matched += size
            other = high.index(low[start : start + size])
            pending += [(low[:start], high[:other]), (low[start + size :], high[other + size :])]
    return 2.0 * matched / (len(a) + len(b))
