"""Items cut up, and items run together: two different texts become one when a neighbour is added to either side."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from mzsh_model.binding.alike import Sides

_MOST = 4
_HALF = 0.5
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
    whole = sides.base[base]
    shares = {k: sides.share(sides.now[k], whole) for k in _near(place) if k in open_}
    return _widened(
        place, shares, sides.margin, lambda parts: sides.likeness((base,), parts), lambda _, score: score >= _NEARLY
    )


def run_together(sides: Sides, base: int, place: int, open_: Container[int]) -> Widened:
    """Return the items whose texts were run together at `place`: `base`, and open ones near it that complete the text.

    Where texts are not known, the sum of their lengths tells better than an estimate whether they make the whole.
    """
    whole = sides.now[place]
    shares = {k: sides.share(sides.base[k], whole) for k in _near(base) if k in open_}

    def complete(parts: tuple[int, ...], score: float) -> bool:
        if sides.known:
            return score >= _NEARLY
        fit = sum(sides.base[k].length for k in parts) == whole.length
        return fit and all(shares.get(k, 1.0) >= _HALF for k in parts)

    return _widened(base, shares, sides.margin, lambda parts: sides.likeness(parts, (place,)), complete)


def _widened(
    start: int,
    shares: Mapping[int, float],
    margin: float,
    likeness: Callable[[tuple[int, ...]], float],
    complete: Callable[[tuple[int, ...], float], bool],
) -> Widened:
    """Add to `start` what adds most, one after another, as long as it adds clearly and is in the whole, or completes
    it.

    `shares` is how much of each candidate is in the whole.
    """
    parts: tuple[int, ...] = (start,)
    best = likeness(parts)
    while candidates := [(likeness(wider), k, wider) for k in shares if (wider := _with(parts, k)) != parts]:
        score, added, wider = max(candidates)
        clear = score >= best + margin and shares[added] >= _HALF
        if not clear and not (score >= best + _LITTLE and complete(wider, score)):
            break
        parts, best = wider, score
    return parts, best


def _with(parts: tuple[int, ...], position: int) -> tuple[int, ...]:
    return tuple(sorted({*parts, position}))


def _near(position: int) -> range:
    return range(position - _MOST + 1, position + _MOST)
