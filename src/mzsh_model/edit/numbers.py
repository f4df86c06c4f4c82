"""The numbers that items have in a list: where items came, went or moved, the others' numbers follow."""

from __future__ import annotations

from mzsh_model.edit.pairing import ident
from mzsh_model.edit.rebuild import updated
from mzsh_model.model.base import Value

Sides = tuple[tuple[Value, ...], tuple[Value, ...], tuple[Value, ...]]
NUMBERS = ("label", "number")


def without_renumbering(base: tuple[Value, ...], ours: tuple[Value, ...], theirs: tuple[Value, ...]) -> Sides:
    """Return three versions of a list in which no number differs that only followed from what came, went or moved.

    Writing renumbers a list, so that a file read again has items whose number alone is another: nobody edited those. What
    stands in `ours` stays as it is; what came in `theirs` has no number, for it will stand elsewhere.
    """
    ours_moved, theirs_moved = (_keys(side) != _keys(base) for side in (ours, theirs))
    old, mine = _numbers(base), _numbers(ours)
    if theirs_moved:
        came: dict[str | None, dict[str, object]] = {
            key: {name: None for name in told}
            for key, told in _numbers(theirs).items()
            if key not in old and key not in mine
        }
        theirs = _numbered(theirs, old | came)
    if ours_moved:
        kept = {key: mine.get(key, told) for key, told in _numbers(theirs).items() if old.get(key) == told}
        base, theirs = _numbered(base, mine), _numbered(theirs, kept)
    return base, ours, theirs


def _keys(side: tuple[Value, ...]) -> list[str | None]:
    return [ident(item) for item in side]


def _numbers(side: tuple[Value, ...]) -> dict[str | None, dict[str, object]]:
    return {ident(item): _number(item) for item in side}


def _number(item: Value) -> dict[str, object]:
    return {name: item.__dict__[name] for name in NUMBERS if name in item.__dict__}


def _numbered(side: tuple[Value, ...], numbers: dict[str | None, dict[str, object]]) -> tuple[Value, ...]:
    """The items with the numbers that are given for their ids; the others as they are."""
    told = ((item, numbers.get(ident(item), {})) for item in side)
    return tuple(updated(item, new) if new and new != _number(item) else item for item, new in told)
