"""Values that were read apart from each other: which item of one is which of the other, and their merging.

A reader counts ids (`i1`, `i2`), so that equal ids of two readings say nothing; ids that a bound file carries do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from mzsh_model.binding.identity.claims import Seen
from mzsh_model.binding.identity.fates import Fate, assign_ids, fates
from mzsh_model.binding.identity.ids import is_minted
from mzsh_model.binding.identity.items import items_of, with_ids
from mzsh_model.binding.identity.snapshot import Level, snapshot_of
from mzsh_model.edit.merge import Conflict, merge
from mzsh_model.model.documents import DocumentValue

V = TypeVar("V", bound=DocumentValue)


@dataclass(frozen=True, slots=True)
class MergeApart(Generic[V]):
    """A merged value, with the ids that its items have in `ours`, and what is for people to decide.

    `unsure` are the fates of items, in one of the two sides, that were known by their texts and could be others.
    """

    value: V
    conflicts: tuple[Conflict, ...]
    unsure: tuple[Fate, ...]


def share_ids(one: DocumentValue, other: DocumentValue) -> bool:
    """Tell whether the ids of two values name the same items, because a file was bound before there were two of it."""
    mine = {item.id for item in items_of(one) if is_minted(item.id)}
    return any(item.id in mine for item in items_of(other))


def merge_apart(base: V, ours: V, theirs: V) -> MergeApart[V]:
    """Merge three readings: by the ids that they share, else by what their items say.

    Raises:
        WrongKind: the three are not of one kind.
    """
    told: list[Fate] = []
    root = base
    if not (share_ids(base, ours) and share_ids(base, theirs)):
        minted = snapshot_of(base, document="base", revision=0, seed="base")
        root = with_ids(base, [known.id for known in minted.items])
    mine, others = (_known_again(root, side, name, told) for side, name in ((ours, "ours"), (theirs, "theirs")))
    merged = merge(root, mine, others)
    here = {item.id: was.id for item, was in zip(items_of(mine), items_of(ours), strict=True)}
    value = with_ids(merged.value, [here.get(item.id, item.id) for item in items_of(merged.value)])
    return MergeApart(value, merged.conflicts, tuple(fate for fate in told if not fate.sure))


def _known_again(base: V, side: V, seed: str, told: list[Fate]) -> V:
    """`side` with the ids of `base`; what became of the items is added to `told`."""
    if share_ids(base, side):
        return side
    snapshot = snapshot_of(base, document="base", revision=0, level=Level.FULL)
    seen = [Seen(str(item.path), item.kind, item.text) for item in items_of(side)]
    became = fates(snapshot, seen)
    told += became
    return with_ids(side, assign_ids(became, seen, taken=snapshot.ids, seed=seed))
