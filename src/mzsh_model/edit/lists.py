"""Items that come and go: their ids, the aspect they come under, the links they leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar, cast

from mzsh_model.edit.pairing import has_id, ident
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.registry import id_letters, kind_of
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue, Ledger
from mzsh_model.model.items import Cause, Issue, Link, LinkBasis, Measure
from mzsh_model.model.misfit import alternatives
from mzsh_model.model.rebuild import entry_type, updated

DocT = TypeVar("DocT", bound=DocumentValue)
ItemT = TypeVar("ItemT", bound=Value)
_NUMBERED = lazy_pattern(r"(.*?)(\d{1,9})")


def items_of(value: Value) -> Iterator[tuple[str, Value]]:
    """Yield every item with its id, those of a ledger's rows too; what can hold no item is not looked into."""
    for name in _holders(type(value)):
        held = value.__dict__[name]
        for entry in cast(tuple[object, ...], held if isinstance(held, tuple) else (held,)):
            if isinstance(entry, Value):
                if (key := ident(entry)) is not None:
                    yield key, entry
                yield from items_of(entry)


@cache
def _holders(kind: type[Value]) -> tuple[str, ...]:
    """The fields that may hold items, or what holds items."""
    found: list[str] = []
    for name, info in kind.model_fields.items():
        inner = (entry_type(info.annotation), *alternatives(info.annotation))
        kinds = [one for one in inner if isinstance(one, type) and issubclass(one, Value)]
        if any(has_id(one) or _holders(one) for one in kinds):
            found.append(name)
    return tuple(found)


def ids_of(value: Value) -> set[str]:
    """Return the ids in use."""
    return {key for key, _ in items_of(value)}


def free_id(taken: Iterable[str], name: str, siblings: Iterable[str]) -> str:
    """Return the next id for the list `name`, in the pattern of its other ids: one more than the largest in use."""
    letters = Counter(found[1] for one in siblings if (found := _NUMBERED.fullmatch(one)))
    letter = letters.most_common(1)[0][0] if letters else id_letters()[name]
    used = [int(found[2]) for one in taken if (found := _NUMBERED.fullmatch(one)) and found[1] == letter]
    return f"{letter}{max(used, default=0) + 1}"


def placed(item: ItemT, near: Sequence[object], path: str) -> ItemT:
    """Return `item` with an aspect of the items before and after it: its own where one is under it, else the first's.

    Raises:
        BadEdit: its own aspect is another one.
    """
    if not isinstance(item, Issue | Cause | Measure):
        return item
    around = [one for one in near if isinstance(one, Issue | Cause | Measure)]
    under = next((one for one in around if item.aspect is not None and one.aspect == item.aspect), None)
    if under is None and item.aspect is not None:
        raise BadEdit("edit-aspect", f"{path} 写明的方面与前后各项都不同。请放到那个方面下面，或不写方面")
    aspect, key = (under or around[0]).aspect if around else None, (under or around[0]).aspect_id if around else None
    return cast(ItemT, item.model_copy(update={"aspect": aspect, "aspect_id": key}))


def relinked(value: DocT) -> DocT:
    """Return `value` without the links of items that are gone; a ledger's rows link what they hold."""
    links = cast(tuple[Link, ...], value.__dict__.get("links", ()))
    known = ids_of(value)
    kept = tuple(link for link in links if {link.issue, link.cause, link.measure} - {None} <= known)
    if kind_of(value).in_cells:
        kept = _by_row(cast(Ledger, value), kept)
    return value if kept == links else updated(value, {"links": kept})


def _by_row(ledger: Ledger, kept: tuple[Link, ...]) -> tuple[Link, ...]:
    held: dict[tuple[str, str | None], Link] = {(link.issue, link.measure): link for link in kept}
    rows: dict[tuple[str, str | None], None] = dict.fromkeys(
        (entry.issue.id, measure.id) for entry in ledger.entries if entry.issue for measure in entry.measures
    )
    made = [held.get(row) or Link(issue=row[0], measure=row[1], basis=LinkBasis.ROW) for row in rows]
    return (*made, *(link for row, link in held.items() if link.basis is not LinkBasis.ROW and row not in rows))


def with_fresh_ids(base: DocT, ours: DocT, theirs: DocT) -> DocT:
    """Return `theirs` in which what it inserted under an id that `ours` gave to something else has an id of its own."""
    known, old, others = dict(items_of(ours)), ids_of(base), list(items_of(theirs))
    taken = old | set(known) | {key for key, _ in others}
    fresh: dict[str, str] = {}
    for key, item in others:
        if key not in old and key in known and item != known[key]:
            fresh[key] = free_id(taken, "issue", [key])
            taken.add(fresh[key])
    return cast(DocT, _renamed(theirs, fresh)) if fresh else theirs


def _renamed(held: object, fresh: dict[str, str]) -> object:
    if isinstance(held, tuple):
        return tuple(_renamed(entry, fresh) for entry in cast(tuple[object, ...], held))
    if isinstance(held, Link):
        return updated(held, {name: fresh.get(end, end) for name, end in held.__dict__.items()})
    if not isinstance(held, Value):
        return held
    told = {name: _renamed(part, fresh) for name, part in held.__dict__.items()}
    if (key := ident(held)) is not None:
        told["id"] = fresh.get(key, key)
    return updated(held, told)
