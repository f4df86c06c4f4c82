"""How much of one text's wording another has: pairs of neighbouring characters, marks left out."""

from __future__ import annotations

from functools import lru_cache

from mzsh_model.kernel.spelling import fold
from mzsh_model.rules.repeats import ratio

SAME = 0.7
"""From this share on, one text says what the other says, if perhaps shorter (counted on reworded ledgers of our own)."""

AKIN = 0.3
"""From this share on, two texts of one person are about the same thing."""


@lru_cache(maxsize=8192)
def _pairs(text: str) -> frozenset[str]:
    bare = fold(text)
    return frozenset(bare[n : n + 2] for n in range(len(bare) - 1)) or frozenset(bare)


def covered(part: str, whole: str) -> float:
    """Return the share of the wording of `part` that `whole` has, 0 to 1.

    >>> covered("调研不深", "到基层调研不深不透"), covered("", "调研不深")
    (1.0, 0.0)
    """
    own = _pairs(part)
    return len(own & _pairs(whole)) / len(own) if own else 0.0


def are_akin(one: str, other: str) -> bool:
    """Whether two texts of one person are about the same thing: much of the shorter one's wording is in the other.

    >>> are_akin("开会多，听不进不同意见", "听取不同意见不充分"), are_akin("开会多", "调研少")
    (True, False)
    """
    return max(covered(one, other), covered(other, one)) >= AKIN


def alike(one: str, other: str) -> float:
    """Return how much of two short texts is the same, in order, marks left out, 0 to 1; nothing is like an empty text.

    >>> alike("学习，不系统", "学习不系统"), round(alike("学习不系统", "学习不够系统"), 2)
    (1.0, 0.91)
    """
    own, others = fold(one), fold(other)
    return ratio(own, others) if own and others else 0.0
