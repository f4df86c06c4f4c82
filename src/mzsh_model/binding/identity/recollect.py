"""What bookmarks alone remember of the items of a document, when its snapshot is gone: that they were there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mzsh_model.binding.identity.carriers import ItemMark
from mzsh_model.binding.identity.claims import Seen, claims_of
from mzsh_model.binding.identity.fates import Fate
from mzsh_model.binding.identity.fingerprint import fingerprint
from mzsh_model.binding.identity.snapshot import Known, Level, Snapshot
from mzsh_model.binding.identity.telling import FateKind

_UNKNOWN = fingerprint("")
_COMPARED = frozenset({FateKind.EDITED, FateKind.UNCHANGED, FateKind.MOVED, FateKind.DELETED})
"""Fates that only a comparison with an earlier state can tell."""


def recollected(seen: Sequence[Seen], marks: Sequence[ItemMark], document: str) -> Snapshot:
    """Return a snapshot of the items that have a bookmark, in the order in which they stand now, texts unknown."""
    kinds = {mark.id: mark.kind for mark in marks}
    placed = [id for _, ids in sorted(claims_of(seen, kinds).owners.items()) for id in ids]
    items = [
        Known(id, kinds[id], n, None, _UNKNOWN.digest, _UNKNOWN.length, _UNKNOWN.written)
        for n, id in enumerate(dict.fromkeys([*placed, *kinds]))
    ]
    return Snapshot(document or "?", 0, Level.IDS, tuple(items))


def known_by_bookmarks(fates: Iterable[Fate]) -> Iterator[Fate]:
    """Yield what is true of the fates that a snapshot without texts gives."""
    for fate in fates:
        kinds = fate.kinds - _COMPARED
        if kinds:
            yield replace(fate, kinds=kinds)
