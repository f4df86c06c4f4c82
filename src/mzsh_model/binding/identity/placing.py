"""Where every remembered item is now: by its bookmark, and where bookmarks are silent by its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mzsh_model.binding.identity.align import align
from mzsh_model.binding.identity.alike import ENOUGH, Sides
from mzsh_model.binding.identity.claims import Claims, Seen, claims_of
from mzsh_model.binding.identity.evidence import Basis, Evidence
from mzsh_model.binding.identity.fingerprint import fingerprint, likeness
from mzsh_model.binding.identity.items import ItemKind
from mzsh_model.binding.identity.snapshot import Snapshot

_WHOLE = 0.6


class Placed(NamedTuple):
    """One item, or several run together (first the one that goes on), and the positions it has now (first its own)."""

    ids: tuple[str, ...]
    places: tuple[int, ...]
    evidence: Evidence
    sure: bool = True


@dataclass(slots=True)
class Placement:
    """What is where, by id and by position among the items seen.

    `copies` are positions of copies and what of; `strangers` positions whose bookmark the snapshot does not know;
    `doubts` the ids that fit several places, and `unclear` the places that several ids fit.
    """

    placed: dict[str, Placed] = field(default_factory=dict[str, Placed])
    copies: dict[int, tuple[str, Evidence]] = field(default_factory=dict[int, tuple[str, Evidence]])
    strangers: dict[int, str] = field(default_factory=dict[int, str])
    doubts: dict[str, tuple[tuple[int, ...], float]] = field(default_factory=dict[str, tuple[tuple[int, ...], float]])
    unclear: dict[int, tuple[tuple[str, ...], float]] = field(default_factory=dict[int, tuple[tuple[str, ...], float]])


def place(snapshot: Snapshot, seen: Sequence[Seen]) -> Placement:
    """Return where the items of `snapshot` are among `seen`."""
    placing = _Placing(snapshot, seen)
    placing.by_bookmarks()
    for kind in ItemKind:
        placing.by_texts(kind)
    placing.same_again()
    return placing.found


class _Placing:
    """The placing of one snapshot; `sides` holds all items, of every kind, by position."""

    def __init__(self, snapshot: Snapshot, seen: Sequence[Seen]) -> None:
        self.snapshot = snapshot
        self.seen = seen
        self.sides = Sides(
            tuple(known.fingerprint for known in snapshot.items), tuple(fingerprint(item.text) for item in seen)
        )
        self.at = {known.id: i for i, known in enumerate(snapshot.items)}
        self.found = Placement()

    def by_bookmarks(self) -> None:
        """Place what has a bookmark."""
        claims = claims_of(self.seen, {known.id: known.kind for known in self.snapshot.items})
        for n, ids in sorted(claims.owners.items()):
            known = [id for id in ids if id in self.at]
            if known:
                self._own(tuple(known), n)
            elif ids[0] not in self.snapshot.retired:
                self.found.strangers[n] = ids[0]
        self._again(claims)

    def _own(self, ids: tuple[str, ...], n: int) -> None:
        """Give a place to the items whose bookmarks start there; if it says just what one of them did, to that
        alone.
        """
        alone = [id for id in ids if self.sides.base[self.at[id]].digest == self.sides.now[n].digest]
        ids = tuple(alone[:1]) or ids
        score = self.sides.likeness([self.at[id] for id in ids], (n,))
        for id in ids:
            self.found.placed[id] = Placed(ids, (n,), Evidence(Basis.BOOKMARK, score))

    def _again(self, claims: Claims) -> None:
        """Tell copies from the rests of an item that was cut in two, which LibreOffice gives the same name."""
        for n, id in (*claims.copies.items(), *claims.twins.items()):
            own = self.found.placed.get(id)
            if own is None:
                self._own((id,), n)
            elif n in claims.copies or likeness(self.sides.now[own.places[0]], self.sides.now[n]) >= _WHOLE:
                self.found.copies[n] = id, Evidence(Basis.BOOKMARK, self.sides.likeness((self.at[id],), (n,)))
            elif len(own.ids) == 1:
                places = (*own.places, n)
                score = self.sides.likeness((self.at[id],), sorted(places))
                self.found.placed[id] = Placed((id,), places, Evidence(Basis.BOOKMARK, score), score >= ENOUGH)

    def by_texts(self, kind: ItemKind) -> None:
        """Place the items of one kind that no bookmark places, among the texts of that kind that none claims."""
        found, items = self.found, self.snapshot.items
        own = {id: placed.places[0] for id, placed in found.placed.items()}
        bases = [i for i, known in enumerate(items) if known.kind is kind and self._is(kind, own.get(known.id))]
        owners = {n for i in bases if (n := own.get(items[i].id)) is not None}
        closed = {*found.copies, *found.strangers, *(n for placed in found.placed.values() for n in placed.places)}
        places = [n for n in range(len(self.seen)) if self._is(kind, n) and (n in owners or n not in closed)]
        index = {n: j for j, n in enumerate(places)}
        held = {b: index[own[items[i].id]] for b, i in enumerate(bases) if items[i].id in own}
        matches, doubts = align([items[i] for i in bases], [self.seen[n].text for n in places], held=held)
        for match in matches:
            ids = tuple(items[bases[b]].id for b in match.bases)
            where = tuple(places[j] for j in match.places)
            if before := found.placed.get(ids[0]):
                if len(ids) == len(where) == 1:
                    continue
                where = (*before.places, *where[1:])
            for id in ids:
                found.placed[id] = Placed(ids, where, match.evidence, match.sure)
        for fit in doubts:
            ids, where = tuple(items[bases[b]].id for b in fit.bases), tuple(places[j] for j in fit.places)
            found.doubts |= dict.fromkeys(ids, (where, fit.score))
            found.unclear |= dict.fromkeys(where, (ids, fit.score))

    def _is(self, kind: ItemKind, n: int | None) -> bool:
        return n is None or self.seen[n].kind is kind

    def same_again(self) -> None:
        """Take a text that says just what a placed one says, or said, for its copy: in Word the bookmark stays behind.

        Where no bookmark tells the original from the copy, the choice is not sure.
        """
        found = self.found
        closed = {*found.copies, *found.strangers, *found.unclear}
        closed |= {n for placed in found.placed.values() for n in placed.places}
        first: dict[str, str] = {}
        for id, placed in found.placed.items():
            for print_ in (self.sides.base[self.at[id]], self.sides.now[placed.places[0]]):
                if print_.length:
                    first.setdefault(print_.digest, id)
        for n, print_ in enumerate(self.sides.now):
            source = first.get(print_.digest)
            if n not in closed and source and self._is(self.snapshot.items[self.at[source]].kind, n):
                found.copies[n] = source, Evidence(Basis.DIGEST, 1.0)
                original = found.placed[source]
                found.placed[source] = original._replace(sure=original.evidence.basis is Basis.BOOKMARK)
