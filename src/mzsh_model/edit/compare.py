"""What became of a value: the changes between two of one kind, each with its paths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeGuard, cast

from mzsh_model.edit.pairing import Pair, aligned, by_id, by_wording, ident, steady
from mzsh_model.kernel.errors import WrongKind, expect
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.items import Link


class ChangeKind(StrEnum):
    """What happened to a part of a value."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    `path` is where it stands in the old value, empty for what was added; `target` where it stands in the new one, empty
    for what was removed. `old` and `new` are what stands there: the entries that came, went or moved, else the two
    contents of the field.
    """

    kind: ChangeKind
    path: ModelPath
    target: ModelPath
    old: object = field(repr=False)
    new: object = field(repr=False)


def changes(old: Value, new: Value, *, match_by_text: bool = False) -> tuple[Change, ...]:
    """Return what differs, field by field at the smallest part, in the order of the model.

    Items (problems, causes, measures, rows, …) are known by their ids, wherever they stand in their list; with
    `match_by_text` by what they say, for values read apart from each other, whose ids only count. Of a list, what was
    removed comes first. What two values share by reference is skipped unseen, so the cost is that of what differs.
    Links are compared as a set. What follows from another change (the `statement` of a changed `text`) is told too.

    Raises:
        WrongKind: they are of two kinds.
    """
    for one in (old, new):
        expect(one, (Value,), "changes 的参数", "读出或做好的值")
    if type(old) is not type(new):
        names = [type(one).model_config.get("title") or type(one).__name__ for one in (old, new)]
        raise WrongKind(
            "compare-kind", f"一份是{names[0]}，另一份是{names[1]}，不是同一文种，不能比较。请换成同一文种的两份"
        )
    return tuple(_Comparison(match_by_text).fields(old, new, ROOT, ROOT))


class _Comparison:
    """One comparison; `same` maps the ids of the new value to the old, where items are known by what they say."""

    def __init__(self, match_by_text: bool) -> None:
        self._match = by_wording if match_by_text else by_id
        self._by_text = match_by_text
        self._same: dict[str, str] = {}

    def fields(self, old: Value, new: Value, path: ModelPath, target: ModelPath) -> Iterator[Change]:
        """Yield the changes between two values of one type."""
        keyed = ident(old) is not None
        for name in type(old).model_fields:
            before: object = old.__dict__[name]
            after: object = new.__dict__[name]
            if before is not after and not (keyed and name == "id"):
                yield from self._part(before, after, path / name, target / name)

    def _part(self, old: object, new: object, path: ModelPath, target: ModelPath) -> Iterator[Change]:
        if isinstance(old, Value) and isinstance(new, Value) and self._goes_on(old, new):
            yield from self.fields(old, new, path, target)
        elif _is_list(old) and _is_list(new):
            yield from self._entries(old, new, path, target)
        elif old != new:
            yield Change(ChangeKind.CHANGED, path, target, old, new)

    def _goes_on(self, old: Value, new: Value) -> bool:
        """Tell whether `new` is `old` with other fields; a blank is compared as a whole."""
        if type(old) is not type(new) or isinstance(old, Placeholder):
            return False
        mine, theirs = ident(old), ident(new)
        if self._by_text and mine is not None and theirs is not None:
            self._same[theirs] = mine
            return True
        return mine == theirs

    def _entries(
        self, old: tuple[object, ...], new: tuple[object, ...], path: ModelPath, target: ModelPath
    ) -> Iterator[Change]:
        head, tail = (0, 0) if self._by_text else _shared(old, new)
        low, high = old[head : len(old) - tail], new[head : len(new) - tail]
        first = next(iter(low or high), None)
        if isinstance(first, Link):
            yield from self._links(cast(tuple[Link, ...], old), cast(tuple[Link, ...], new), path, target)
            return
        if ident(first) is None:
            pairs = aligned(low, high)
            moved: set[Pair] = set()
        else:
            pairs = self._items(low, high)
            moved = set(pairs) - steady(pairs)
        yield from _removed(low, {i for i, _ in pairs}, path, head)
        partner = {j: i for i, j in pairs}
        for j, entry in enumerate(high):
            i = partner.get(j)
            if i is None:
                yield Change(ChangeKind.ADDED, ROOT, target / (head + j), None, entry)
                continue
            if low[i] is entry and (i, j) not in moved:
                continue
            here, there = path / (head + i), target / (head + j)
            if (i, j) in moved:
                yield Change(ChangeKind.MOVED, here, there, low[i], entry)
            if low[i] is not entry:
                yield from self._part(low[i], entry, here, there)

    def _items(self, old: Sequence[object], new: Sequence[object]) -> list[Pair]:
        pairs = self._match(old, new)
        if self._by_text:
            for i, j in pairs:
                self._same[ident(new[j]) or ""] = ident(old[i]) or ""
        return pairs

    def _links(
        self, old: tuple[Link, ...], new: tuple[Link, ...], path: ModelPath, target: ModelPath
    ) -> Iterator[Change]:
        def ends(link: Link) -> tuple[str | None, ...]:
            named = (link.issue, link.cause, link.measure)
            # an item that came is no item of the old value, whatever its number
            return tuple(self._same.get(one, f"+{one}") if one and self._by_text else one for one in named)

        places: dict[tuple[str | None, ...], list[int]] = {}
        for i in range(len(old) - 1, -1, -1):
            places.setdefault((old[i].issue, old[i].cause, old[i].measure), []).append(i)
        pairs = {j: places[key].pop() for j, link in enumerate(new) if places.get(key := ends(link))}
        yield from _removed(old, set(pairs.values()), path, 0)
        for j, link in enumerate(new):
            if j not in pairs:
                yield Change(ChangeKind.ADDED, ROOT, target / j, None, link)
            elif (before := old[pairs[j]]).basis != link.basis:
                yield Change(
                    ChangeKind.CHANGED, path / pairs[j] / "basis", target / j / "basis", before.basis, link.basis
                )


def _is_list(held: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(held, tuple)


def _removed(old: tuple[object, ...], kept: set[int], path: ModelPath, base: int) -> Iterator[Change]:
    for i, entry in enumerate(old):
        if i not in kept:
            yield Change(ChangeKind.REMOVED, path / (base + i), ROOT, entry, None)


def _shared(old: tuple[object, ...], new: tuple[object, ...]) -> tuple[int, int]:
    """How many entries at the head, and how many at the tail, are the very same."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] is new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] is new[-1 - tail]:
        tail += 1
    return head, tail
