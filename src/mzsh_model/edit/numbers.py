"""The numbers that items have in a list: where items came, went or moved, the others' numbers follow."""

from __future__ import annotations

from typing import cast

from mzsh_model.edit.label import read_label
from mzsh_model.edit.pairing import ident
from mzsh_model.model.base import Value
from mzsh_model.model.rebuild import updated
from mzsh_model.outline.labels import relabel

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


def in_one_form(base: tuple[Value, ...], ours: tuple[Value, ...], merged: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return `merged` with the numbers that its items have in `ours`, in the form to which `theirs` changed them.

    Whoever turns 1. 2. into （一）（二） restyles a list: an item that the other side put in takes the new form too.
    """
    if _keys(ours) == _keys(base):
        return merged
    old = _keys(base)
    mine = {ident(item): cast("str | None", item.__dict__.get("label")) for item in ours}
    new_form: dict[tuple[int, str], str] = {}
    told: dict[str | None, dict[str, object]] = {}
    for item in merged:
        was, now = read_label(mine.get(ident(item))), read_label(cast("str | None", item.__dict__.get("label")))
        if was is not None and now is not None and (was.kind, was.form) != (now.kind, now.form):
            new_form.setdefault((was.kind, was.form), now.raw)
            told[ident(item)] = {"label": relabel(now.raw, was.number)}
    for item in merged:
        was = read_label(mine.get(ident(item)))
        if was is not None and ident(item) not in old and (form := new_form.get((was.kind, was.form))):
            told[ident(item)] = {"label": relabel(form, was.number)}
    return _numbered(merged, told)


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
