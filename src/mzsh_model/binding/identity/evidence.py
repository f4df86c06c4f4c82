"""By what an item is known again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """What a decision rests on, most trusted first."""

    BOOKMARK = "bookmark"
    DIGEST = "digest"
    LIKENESS = "likeness"
    NEIGHBOURS = "neighbours"
    ABSENCE = "absence"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a decision rests on, and how alike the texts are, 0 to 1; 1.0 where nothing is compared (`ABSENCE`)."""

    basis: Basis
    score: float
