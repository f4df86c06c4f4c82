"""Who criticised whom, as a square: what a report of the meeting tells of 相互批评."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from mzsh_model.batch.correspondence import Correspondence


@dataclass(frozen=True, slots=True)
class Matrix:
    """The names, and a row for each critic with how often everyone is criticised; `unnamed` criticisms name not both."""

    names: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]
    unnamed: int


def matrix_of(told: Correspondence) -> Matrix | None:
    """Return the square of a document, None where it tells of no criticism."""
    if not told.criticisms:
        return None
    both = Counter(pair for pair in told.criticisms if all(pair))
    names = tuple(dict.fromkeys(name for pair in both for name in pair))
    rows = tuple(tuple(both[critic, target] for target in names) for critic in names)
    return Matrix(names, rows, len(told.criticisms) - sum(both.values()))
