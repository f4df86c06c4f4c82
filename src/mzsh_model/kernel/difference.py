"""The smallest difference of two texts that a person would recognise: whole clauses where much changed, characters inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


_DIGITS = frozenset("0123456789０１２３４５６７８９〇零一二三四五六七八九十百千")


def whole_numbers(old: str, found: Iterable[Hunk], first: int = 0) -> list[Hunk]:
    """Return differences widened to whole numbers, as people change them: 12月 becomes 11月 by 12 and 11, not by 2 and 1.

    Nothing before character `first` is taken.

    >>> whole_numbers("2026年12月", [Hunk(6, 7, "1")])
    [Hunk(start=5, end=7, text='11')]
    """
    wide: list[Hunk] = []
    given = list(found)
    for n, (start, end, text) in enumerate(given):
        low = wide[-1].end if wide else first
        high = given[n + 1].start if n + 1 < len(given) else len(old)
        while low < start and old[start - 1] in _DIGITS and _begins((old[start:end], text)):
            start -= 1
            text = old[start] + text
        while end < high and old[end] in _DIGITS and _begins((old[start:end][::-1], text[::-1])):
            text += old[end]
            end += 1
        wide.append(Hunk(start, end, text))
    return wide


def _begins(texts: tuple[str, str]) -> bool:
    return any(text[:1] in _DIGITS for text in texts if text)


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
