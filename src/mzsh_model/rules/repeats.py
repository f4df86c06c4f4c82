"""Texts that say nearly the same as one before them, all of those before counted at once.

A whole number serves as a row of flags, one for each text: bit `n` of the number of a character says whether text `n` has
it. Adding such rows up counts for every earlier text how many characters it shares, some fifty texts to a machine word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from operator import add


def repeats(texts: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Yield `(later, earlier)` positions of texts that are alike by at least `least` (0 to 1), the first earlier one of each.

    Alike is what `ratio` says, between texts the shorter of which has that share of its different characters from the other.
    """
    missing = 2 * (1 - least) / (2 - least)  # of a text's characters, what may have no match in the other
    having: dict[str, int] = {}
    letters: list[set[str]] = []
    pairs: list[set[str]] = []
    for later, text in enumerate(texts):
        own, mine = set(text), set(map(add, text, text[1:]))
        spare = int(missing * len(text)) + 1  # one more for rounding
        rows = [having[char] for char in own if char in having]
        for earlier in _flagged(_sharing(rows, max(1, len(own) - spare))):
            other, its = texts[earlier], letters[earlier]
            if len(own & its) < least * min(len(own), len(its)):
                continue
            # at each end of a matched stretch a pair is lost, and between two of them something has no match
            spoiled = len(text) - (1.5 * least - 1) * (len(text) + len(other)) + 1
            if len(mine & pairs[earlier]) >= len(mine) - spoiled and _are_alike(text, other, least):
                yield later, earlier
                break
        letters.append(own)
        pairs.append(mine)
        flag = 1 << later
        for char in own:
            having[char] = having.get(char, 0) | flag


def _sharing(rows: list[int], least: int) -> int:
    """The flags that at least so many of the rows have: the rows are added up like digits, three at a time."""
    sums: list[int] = []
    while rows:
        carried: list[int] = []
        while len(rows) > 2:
            a, b, c = rows.pop(), rows.pop(), rows.pop()
            rows.append(a ^ b ^ c)
            carried.append(a & b | (a ^ b) & c)
        if len(rows) == 2:
            a, b = rows
            rows = [a ^ b]
            carried.append(a & b)
        sums += rows
        rows = carried
    if least >> len(sums):
        return 0
    more, same = 0, -1
    for place in reversed(range(len(sums))):
        digit = sums[place]
        if least >> place & 1:
            same &= digit
        else:
            more |= same & digit
            same &= ~digit
    return more | same


def _flagged(flags: int) -> Iterator[int]:
    """The positions of the flags set, the first one first."""
    while flags:
        first = flags & -flags
        yield first.bit_length() - 1
        flags ^= first


def _are_alike(a: str, b: str, least: float) -> bool:
    both = len(a) + len(b)
    if 2.0 * min(len(a), len(b)) / both < least:
        return False
    # a long stretch is enough by itself, and most repeats have one
    long = ceil(least * both / 2)
    long += 2.0 * long / both < least  # by rounding
    if any(a[n : n + long] in b for n in range(len(a) - long + 1)):
        return True
    return 2.0 * _common(a, b) / both >= least and ratio(a, b) >= least


def _common(a: str, b: str) -> int:
    """How many characters the two share at most, in order, in as many pieces as it takes (Hyyrö 2004, in bits)."""
    where: dict[str, int] = {}
    for at, char in enumerate(a):
        where[char] = where.get(char, 0) | 1 << at
    whole = (1 << len(a)) - 1
    left = whole
    for char in b:
        if char in where:
            met = left & where[char]
            left = (left + met | left - met) & whole
    return len(a) - left.bit_count()


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
