"""The smallest difference of two texts that a person would recognise: whole clauses where much changed, characters inside."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern

_CLAUSE = lazy_pattern(r"[^，。；：、！？,.;:!?\n]*[，。；：、！？,.;:!?\n]|[^，。；：、！？,.;:!?\n]+")
_LONGEST = 2_000


class Hunk(NamedTuple):
    """Characters `start` to `end` of the old text become `text`."""

    start: int
    end: int
    text: str


def hunks(old: str, new: str) -> Iterator[Hunk]:
    """Yield the differences in order, none where the texts are equal; what stands between them is unchanged.

    >>> list(hunks("2026年6月底前读完4本书。", "2026年9月底前读完4本书。"))
    [Hunk(start=5, end=6, text='9')]
    """
    head, tail = trimmed(old, new)
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if not (before or after):
        return
    clauses = _CLAUSE.findall(before), _CLAUSE.findall(after)
    if min(map(len, clauses)) < 2 or max(map(len, clauses)) > _LONGEST:
        yield Hunk(head, len(old) - tail, after)
        return
    at = [0]
    for clause in clauses[0]:
        at.append(at[-1] + len(clause))
    for tag, i, j, k, m in SequenceMatcher(None, *clauses, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        words = "".join(clauses[1][k:m])
        first, last = trimmed(before[at[i] : at[j]], words)
        yield Hunk(head + at[i] + first, head + at[j] - last, words[first : len(words) - last])


def trimmed(old: str, new: str) -> tuple[int, int]:
    """Return how many characters the two share at the beginning, and of what is left, at the end."""
    head = shared(old, new)
    return head, shared(old[head:][::-1], new[head:][::-1])


def shared(one: str, other: str) -> int:
    """Return how many characters at the beginning are the same.

    >>> shared("2026年6月底前", "2026年9月底前")
    5
    """
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))
