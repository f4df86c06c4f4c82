"""Whether two texts say the same words: blanks, marks and widths do not count, nor a tenth at the edges."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

ENOUGH = 0.9


def bare(text: str) -> str:
    """The letters and digits alone, in one width; the text itself where it has none (√, —)."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(filter(str.isalnum, folded)) or folded.strip()


def alike(one: str, other: str, enough: float = ENOUGH) -> bool:
    """The same words, or the shorter stands in the longer and has at least that share of it."""
    short, long = sorted((bare(one), bare(other)), key=len)
    return short == long or (short in long and len(short) >= enough * len(long) > 0)


def pairs(true: Sequence[str], read: Sequence[str]) -> list[tuple[int, int]]:
    """Which of the one is which of the other: equal ones first, then like ones, each once."""
    found: list[tuple[int, int]] = []
    left, right = list(range(len(true))), list(range(len(read)))
    bared, seen = [bare(text) for text in true], [bare(text) for text in read]
    for same in (lambda a, b: bared[a] == seen[b], lambda a, b: alike(bared[a], seen[b])):
        for a in tuple(left):
            b = next((b for b in right if same(a, b)), None)
            if b is not None:
                found.append((a, b))
                left.remove(a)
                right.remove(b)
    return sorted(found)
