"""What became of every item of a bound document while people edited the file.

Bookmarks decide before texts; what they leave open is aligned, each kind for itself. Every remembered item has one
fate, and so has every item seen that none of them accounts for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from mzsh_model.binding.identity.claims import Seen
from mzsh_model.binding.identity.evidence import Basis, Evidence
from mzsh_model.binding.identity.fingerprint import fingerprint, joined
from mzsh_model.binding.identity.ids import mint
from mzsh_model.binding.identity.items import ItemKind
from mzsh_model.binding.identity.placing import Placed, place
from mzsh_model.binding.identity.snapshot import Known, Snapshot
from mzsh_model.binding.identity.telling import FateKind, tell
from mzsh_model.edit.pairing import steady

_ABSENT = Evidence(Basis.ABSENCE, 1.0)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one item.

    `id` is the item's, none of a new one; `paths` where it is now, first the place that keeps the id. `origin` are the
    ids that were run together (first the one that goes on), that a copy comes from, or that an ambiguous place may be.
    `sure` is false where a person should look; an ambiguous one is not decided at all.
    """

    id: str | None
    item: ItemKind
    kinds: frozenset[FateKind]
    paths: tuple[str, ...]
    origin: tuple[str, ...]
    evidence: Evidence
    sure: bool
    message: str = field(repr=False)

    @property
    def kind(self) -> FateKind:
        """The one of `kinds` that says most."""
        return next(kind for kind in FateKind if kind in self.kinds)

    @property
    def goes_on(self) -> bool:
        """Whether the first of `paths` keeps the id: the item is there, in no doubt, and not part of another now."""
        there = self.id is not None and bool(self.paths) and FateKind.AMBIGUOUS not in self.kinds
        return there and self.origin[:1] in ((), (self.id,))


def fates(snapshot: Snapshot, seen: Sequence[Seen], pending: Collection[str] = ()) -> tuple[Fate, ...]:
    """Return the fates of the items of `snapshot` in their order, then of what is new in `seen`, in document order.

    `seen` are the items of the edited file, each path once; `pending` the ids whose bookmark starts only in text that a
    tracked change takes out.
    """
    reading = _Reading(snapshot, seen, pending)
    return (*reading.known(), *reading.others())


def assign_ids(
    fates: Sequence[Fate], seen: Sequence[Seen], *, taken: Collection[str] = (), seed: str | None = None
) -> tuple[str, ...]:
    """Return the id that each item of `seen` has from now on: its own where its fate says so, else a fresh one.

    Of a cut item the first place keeps the id, of several run together the first item's id goes on. `taken` are ids
    never to be given again besides those in `fates` (`Snapshot.ids`); `seed` makes fresh ones repeatable.
    """
    own = {fate.paths[0]: fate.id for fate in fates if fate.goes_on}
    fresh = mint({*taken, *(fate.id for fate in fates if fate.id)}, seed=seed)
    return tuple(own.get(item.path) or next(fresh) for item in seen)


class _Reading:
    """One reading of an edited file: where everything is, what moved, and what everything is called."""

    def __init__(self, snapshot: Snapshot, seen: Sequence[Seen], pending: Collection[str]) -> None:
        self.items = snapshot.items
        self.seen = seen
        self.pending = pending
        self.at = place(snapshot, seen)
        self.prints = [fingerprint(item.text) for item in seen]
        self.by_id = {known.id: known for known in snapshot.items}
        self.was = dict(zip(self.by_id, _names([known.kind for known in snapshot.items]), strict=True))
        self.now = _names([item.kind for item in seen])
        self.moved = self._moved()

    def known(self) -> Iterator[Fate]:
        """Yield the fates of the remembered items."""
        for known in self.items:
            if placed := self.at.placed.get(known.id):
                kinds = self._kinds(known, placed)
                origin = placed.ids if FateKind.MERGED in kinds else ()
                yield self._fate(known.id, known.kind, kinds, placed.places, origin, placed.evidence, placed.sure)
            elif doubt := self.at.doubts.get(known.id):
                evidence = Evidence(Basis.LIKENESS, doubt[1])
                yield self._fate(known.id, known.kind, {FateKind.AMBIGUOUS}, doubt[0], (), evidence, sure=False)
            else:
                kind = FateKind.PENDING if known.id in self.pending else FateKind.DELETED
                yield self._fate(known.id, known.kind, {kind}, (), (), _ABSENT)

    def others(self) -> Iterator[Fate]:
        """Yield the fates of the places that no remembered item accounts for."""
        accounted = {n for placed in self.at.placed.values() for n in placed.places}
        for n, item in enumerate(self.seen):
            if n in accounted:
                continue
            if copy := self.at.copies.get(n):
                of, evidence = copy
                sure = self.at.placed[of].sure
                yield self._fate(None, item.kind, {FateKind.COPIED}, (n,), (of,), evidence, sure)
            elif unclear := self.at.unclear.get(n):
                evidence = Evidence(Basis.LIKENESS, unclear[1])
                kinds = {FateKind.NEW, FateKind.AMBIGUOUS}
                yield self._fate(None, item.kind, kinds, (n,), unclear[0], evidence, sure=False)
            else:
                id = self.at.strangers.get(n)
                evidence = Evidence(Basis.BOOKMARK, 1.0) if id else _ABSENT
                yield self._fate(id, item.kind, {FateKind.NEW}, (n,), (), evidence)

    def _fate(
        self,
        id: str | None,
        item: ItemKind,
        kinds: set[FateKind],
        places: Sequence[int],
        origin: tuple[str, ...],
        evidence: Evidence,
        sure: bool = True,
    ) -> Fate:
        now = [self.now[n] for n in places]
        name = self.was[id] if id in self.was else now[0]
        said = tell(frozenset(kinds), name, now, [self.was[other] for other in origin], sure=sure)
        paths = tuple(self.seen[n].path for n in places)
        return Fate(id, item, frozenset(kinds), paths, origin, evidence, sure, said)

    def _kinds(self, known: Known, placed: Placed) -> set[FateKind]:
        kinds: set[FateKind] = set()
        if len(placed.ids) > 1:
            kinds.add(FateKind.MERGED)
        if len(placed.places) > 1:
            kinds.add(FateKind.SPLIT)
        if self._edited(placed):
            kinds.add(FateKind.EDITED)
        if known.id in self.moved:
            kinds.add(FateKind.MOVED)
        return kinds or {FateKind.UNCHANGED}

    def _edited(self, placed: Placed) -> bool:
        """Tell whether the words differ; of several run together whose texts are not known, only their number tells."""
        before = [self.by_id[id].fingerprint for id in placed.ids]
        after = joined(*(self.prints[n] for n in sorted(placed.places)))
        if len(before) == 1:
            return before[0].digest != after.digest
        if any(print_.text is None for print_ in before):
            return sum(print_.length for print_ in before) != after.length
        return joined(*before).digest != after.digest

    def _moved(self) -> set[str]:
        """The items that are out of order among their like in the same row, in another row, or of another kind."""
        moved: set[str] = set()
        row = {self.seen[placed.places[0]].path: placed.ids[0] for placed in self.at.placed.values()}
        groups: defaultdict[tuple[ItemKind, str | None], list[tuple[int, int, str]]] = defaultdict(list)
        for id, placed in self.at.placed.items():
            known, n = self.by_id[id], placed.places[0]
            around = _around(self.seen[n].path, row)
            if self.seen[n].kind is not known.kind or (around and around != known.parent):
                moved.add(id)
            elif id == placed.ids[0]:
                groups[known.kind, known.parent].append((n, known.order, id))
        for group in groups.values():
            order = [(base, n) for n, base, _ in sorted(group)]
            kept = steady(order)
            moved |= {id for n, base, id in group if (base, n) not in kept}
        return moved


def _around(path: str, row: dict[str, str]) -> str | None:
    """The id of the innermost item around a path, None where there is none or its own id is not known."""
    while path := path.rpartition("/")[0]:
        if path in row:
            return row[path]
    return None


def _names(kinds: Sequence[ItemKind]) -> list[str]:
    """What people call each item: its kind and its number among those of its kind."""
    count: defaultdict[ItemKind, int] = defaultdict(int)
    names: list[str] = []
    for kind in kinds:
        count[kind] += 1
        names.append(f"{kind.zh}{count[kind]}")
    return names
