"""Items cut up, and items run together: two different texts become one when a neighbour is added to either side."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from mzsh_model.binding.identity.alike import Sides

_MOST = 4
_NEARLY = 0.95
_LITTLE = 0.02

Widened = tuple[tuple[int, ...], float]
"""The positions that belong together, rising, and how alike the two sides are with them."""


def runs(first: int, open_: Container[int]) -> Iterator[tuple[int, ...]]:
    """Yield `first` with the one, two and three open positions right after it, as far as they go."""
    for end in range(first + 1, first + _MOST):
        if end not in open_:
            return
        yield tuple(range(first, end + 1))


def cut_up(sides: Sides, base: int, place: int, open_: Container[int]) -> Widened:
    """Return the places that the text of `base` was cut into: `place`, and open ones near it that complete the text."""

    def complete(parts: tuple[int, ...], score: float) -> bool:
        return score >= _NEARLY

    return _widened(place, _near(place, open_), sides.margin, lambda parts: sides.likeness((base,), parts), complete)


def run_together(sides: Sides, base: int, place: int, open_: Container[int]) -> Widened:
    """Return the items whose texts were run together at `place`: `base`, and open ones near it that complete the text.

    Where texts are not known, the sum of their lengths tells better than an estimate whether they make the whole.
    """

    def complete(parts: tuple[int, ...], score: float) -> bool:
        if sides.known:
            return score >= _NEARLY
        return sum(sides.base[k].length for k in parts) == sides.now[place].length

    return _widened(base, _near(base, open_), sides.margin, lambda parts: sides.likeness(parts, (place,)), complete)


def _widened(
    start: int,
    near: Iterable[int],
    margin: float,
    likeness: Callable[[tuple[int, ...]], float],
    complete: Callable[[tuple[int, ...], float], bool],
) -> Widened:
    """Add to `start` what adds most, one after another, as long as it adds clearly or completes the text."""
    parts: tuple[int, ...] = (start,)
    best = likeness(parts)
    while candidates := [tuple(sorted((*parts, k))) for k in near if k not in parts]:
        score, wider = max((likeness(wider), wider) for wider in candidates)
        if score < best + margin and not (score >= best + _LITTLE and complete(wider, score)):
            break
        parts, best = wider, score
    return parts, best


def _near(position: int, open_: Container[int]) -> list[int]:
    return [k for k in range(position - _MOST + 1, position + _MOST) if k in open_ and k != position]
