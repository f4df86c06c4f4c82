"""The readings of siblings in a row that fit best together: their own evidence, and what follows what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from mzsh_model.reading.weighing.evidence import Decision, Evidence, Scores
from mzsh_model.reading.weighing.weights import load_weights

R = TypeVar("R")

START, END = "start", "end"


def best_path(siblings: Sequence[Scores[R]]) -> list[Decision[R]]:
    """Return what each sibling is read as in the row of readings that scores best, with the best row that reads it otherwise.

    `order.a-b` of the weights is what reading b right behind a weighs. Costs siblings times the square of readings.
    """
    if not siblings:
        return []
    names = siblings[0].names
    order = _order((*names.values(),))
    own = [{reading: scores.total(reading) for reading in names} for scores in siblings]
    # the best score of a row up to a sibling read so, and from it on
    ahead = [{r: own[0][r] + order[START, names[r]] for r in names}]
    for sums in own[1:]:
        last = ahead[-1]
        ahead.append({r: sums[r] + max(last[q] + order[names[q], names[r]] for q in names) for r in names})
    behind = [{r: order[names[r], END] for r in names}]
    for sums in reversed(own[1:]):
        next_one = behind[-1]
        behind.append({r: max(sums[q] + next_one[q] + order[names[r], names[q]] for q in names) for r in names})
    behind.reverse()
    found: list[Decision[R]] = []
    for index, scores in enumerate(siblings):
        best = {r: ahead[index][r] + behind[index][r] for r in names}
        taken, rival, *_ = sorted(names, key=lambda reading: -best[reading])
        before = names[found[-1].taken] if found else START
        evidence = [_with_place(scores, reading, before, names[reading]) for reading in (taken, rival)]
        found.append(Decision(taken, rival, best[taken] - best[rival], *evidence))
    return found


@lru_cache(maxsize=8)
def _order(names: tuple[str, ...]) -> dict[tuple[str, str], int]:
    """What each reading weighs right behind each other, at the start and at the end."""
    weights = load_weights()["order"]
    pairs = ((a, b) for a in (START, *names) for b in (*names, END))
    return {(a, b): weights.get(f"{a}-{b}", {}).get("weight", 0) for a, b in pairs}


def _with_place(scores: Scores[R], reading: R, before: str, name: str) -> list[Evidence]:
    placed = load_weights()["order"].get(f"{before}-{name}")
    told = list(scores.found.get(reading, ()))
    return [*told, Evidence(f"order.{before}-{name}", placed["weight"])] if placed else told
