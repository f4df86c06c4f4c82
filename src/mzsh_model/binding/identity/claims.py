"""Whose bookmarks stand where: which item each id owns, and where its name stands once more.

The item that holds a bookmark's start owns it, whatever the bookmark covers: LibreOffice leaves what is typed at
either end outside, and collapses it to a point when a tracked retyping is accepted (measured).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mzsh_model.binding.identity.items import ItemKind


@dataclass(frozen=True, slots=True)
class Seen:
    """An item as it stands in the edited file.

    `marks` are the ids whose bookmark starts in it, in document order; `copied` those of which a copy does (`_Copy_1`,
    as LibreOffice names the bookmarks of what is pasted); `deleted` those whose bookmark starts in it, but in text
    that a tracked change takes out.
    """

    path: str
    kind: ItemKind
    text: str
    marks: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()


@dataclass(slots=True)
class Claims:
    """What bookmarks say, by position among the items seen.

    `owners` are the ids that an item has (several where items were run together); `twins` the places where a name
    stands that is owned elsewhere, `copies` those where a copy of such a name stands.
    """

    owners: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    twins: dict[int, str] = field(default_factory=dict[int, str])
    copies: dict[int, str] = field(default_factory=dict[int, str])


def claims_of(seen: Sequence[Seen], kinds: Mapping[str, ItemKind]) -> Claims:
    """Say what the bookmarks say; `kinds` are the kinds of the ids that are known.

    Of several places the earliest owns: a plain name before a copy, and that before a name in deleted text, which
    counts only where nothing else does; so after a tracked cut and paste the pasted copy is the item. An id belongs to
    an item of its kind, for a ledger's row also holds the bookmarks of what stands in its cells; where there is none,
    to an item that no other id owns.
    """
    claims = Claims()
    plain = _places((item.marks for item in seen), seen, kinds)
    copied = _places((item.copied for item in seen), seen, kinds)
    struck = _places((item.deleted for item in seen), seen, kinds)
    owned: set[str] = set()
    for of_kind in (True, False):
        for places in (plain, copied, struck):
            for id, found in places.items():
                kind = kinds.get(id)
                fit = [n for n in found if (seen[n].kind is kind) is of_kind and _fits(seen[n].kind, kind)]
                if places is struck or not of_kind:
                    fit = [n for n in fit if n not in claims.owners]
                if fit and id not in owned:
                    owned.add(id)
                    claims.owners.setdefault(fit[0], []).append(id)
    for places, again in ((plain, claims.twins), (copied, claims.copies)):
        for id, found in places.items():
            for n in found:
                free = n not in claims.owners and n not in claims.twins
                if free and id in kinds and _fits(seen[n].kind, kinds[id]):
                    again[n] = id
    for n, ids in claims.owners.items():
        order = (*seen[n].marks, *seen[n].copied, *seen[n].deleted)
        ids.sort(key=order.index)
    return claims


def _fits(kind: ItemKind, other: ItemKind | None) -> bool:
    """Tell whether an item of `kind` can have an id of another: a row never turns into what stands in it."""
    return kind is other or other is None or ItemKind.LEDGER_ENTRY not in (kind, other)


def _places(
    marks: Iterable[Sequence[str]], seen: Sequence[Seen], kinds: Mapping[str, ItemKind]
) -> dict[str, list[int]]:
    """Return where each id stands, of items inside each other only the one of its kind, else the innermost."""
    found: dict[str, list[int]] = {}
    for n, ids in enumerate(marks):
        for id in dict.fromkeys(ids):
            at = found.setdefault(id, [])
            if not at or not seen[n].path.startswith(f"{seen[at[-1]].path}/"):
                at.append(n)
            elif seen[at[-1]].kind is not kinds.get(id):
                at[-1] = n
    return found
