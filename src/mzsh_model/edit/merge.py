"""Two people's edits of one value joined; what they changed differently is a conflict, named and not chosen silently."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from mzsh_model.edit.aspects import with_own_aspects, with_placed_aspects
from mzsh_model.edit.clash import Clash, in_order_of_model, said
from mzsh_model.edit.diff3 import merged_order, merged_text
from mzsh_model.edit.facts import facts_of
from mzsh_model.edit.insertion import PARAGRAPHS
from mzsh_model.edit.item import with_field
from mzsh_model.edit.lists import ids_of, relinked, with_fresh_ids
from mzsh_model.edit.merged_links import hangs, merged_links
from mzsh_model.edit.numbers import Sides, in_one_form, without_renumbering
from mzsh_model.edit.pairing import aligned, ident
from mzsh_model.edit.reread import Reader, Reading, read_item
from mzsh_model.edit.row import read_issue_cell
from mzsh_model.kernel.errors import BadEdit, WrongKind
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kinds.measure_phrases import FIELDS
from mzsh_model.kinds.registry import kind_of
from mzsh_model.kinds.spec import AspectsIn
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.items import Issue, Link
from mzsh_model.model.rebuild import updated
from mzsh_model.model.walk import resolve

DocT = TypeVar("DocT", bound=DocumentValue)
_Lists = tuple[tuple[object, ...], tuple[object, ...], tuple[object, ...]]
_PROSE = frozenset({"text", "cause", "goal", "remark", "progress", "evidence"})
_ECHOES = frozenset({"aspect", "aspect_id", "canonical", "role", "level"})
"""Fields that follow from a heading or a text, whose own conflict is told."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed differently; `path` is where it stands in the base.

    `message` says in one Chinese sentence what each side did. The merged value has what `ours` is; where one side removed
    what the other changed, it has what was changed.
    """

    path: ModelPath
    base: object = field(repr=False)
    ours: object = field(repr=False)
    theirs: object = field(repr=False)
    message: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Merge(Generic[DocT]):
    """The joined value, and what is for people to decide; without conflicts it holds every change of both sides."""

    value: DocT
    conflicts: tuple[Conflict, ...]


def merge(base: DocT, ours: DocT, theirs: DocT) -> Merge[DocT]:
    """Return the changes from `base` to `ours` and those from `base` to `theirs` in one value.

    Items are known by their ids; one that both sides inserted under one id is kept twice, theirs with a new id. A text
    takes both sides' changes where they are in different clauses that do not touch, or nothing but owner and time limit.
    Insertions of both sides at one place stand ours first. Links of items that are gone go too.

    Raises:
        WrongKind: the three are not of one kind.
    """
    if not type(base) is type(ours) is type(theirs):
        raise WrongKind("merge-kind", "要合并的三份不是同一文种。请检查是不是拿错了文件")
    if ours in (base, theirs):
        return Merge(theirs, ())
    if theirs == base:
        return Merge(ours, ())
    theirs, kind = with_fresh_ids(base, ours, theirs), kind_of(base)
    merging = _Merging(kind.in_cells, (ids_of(base) - ids_of(ours), ids_of(base) - ids_of(theirs)))
    value = relinked(cast(DocT, merging.fields(base, ours, theirs, ROOT)))
    if kind.aspects is AspectsIn.TEXTS:
        value = with_own_aspects(base, value)
    elif kind.aspects is AspectsIn.HEADINGS:
        value = with_placed_aspects(base, ours, theirs, value)
    value, clashes = _restated(base, ours, theirs, value, merging.clashes)
    if _says_the_same(value, ours):
        value = ours
    told = in_order_of_model(base, clashes)
    return Merge(value, tuple(_conflict(clash, base, ours, theirs) for clash in told))


def _says_the_same(value: Value, ours: Value) -> bool:
    """Whether two values differ in nothing but links for which no words of a paper stand."""
    links = [cast(tuple[Link, ...], side.__dict__.get("links", ())) for side in (value, ours)]
    if not any(links) or updated(value, {"links": links[1]}) != ours:
        return False
    return all(hangs(link) for link in set(links[0]) ^ set(links[1]))


def _conflict(clash: Clash, base: DocT, ours: DocT, theirs: DocT) -> Conflict:
    held = resolve(base, clash.path)  # as it stands there, not as it would after a renumbering
    return Conflict(clash.path, held, clash.ours, clash.theirs, said(clash, base, ours, theirs))


class _Merging:
    """One merging; `clashes` are found on the way. `gone` are the ids of what each side removed."""

    def __init__(self, in_cells: bool, gone: tuple[set[str], set[str]]) -> None:
        self._in_cells = in_cells
        self._gone = gone
        self.clashes: list[Clash] = []

    def fields(self, base: Value, ours: Value, theirs: Value, path: ModelPath) -> Value:
        """Merge values of one type field by field; what stands in an item's text goes with its text."""
        told: dict[str, object] = {}
        if ident(base) is not None and "text" in type(base).model_fields:
            told = self._said(base, ours, theirs, path)
        for name in type(base).model_fields:
            if name not in told:
                held = [side.__dict__[name] for side in (base, ours, theirs)]
                told[name] = (
                    merged_links(*held, gone=self._gone)
                    if name == "links"
                    else self._part(*held, path=path / name, prose=name in _PROSE)
                )
        return updated(ours, told)

    def _part(self, base: object, ours: object, theirs: object, *, path: ModelPath, prose: bool) -> object:
        if ours is base or ours == base:
            return theirs
        if theirs is base or theirs == base or ours == theirs:
            return ours
        if all(isinstance(side, tuple) for side in (base, ours, theirs)):
            return self._entries(cast(_Lists, (base, ours, theirs)), path)
        if isinstance(base, Value) and isinstance(ours, Value) and isinstance(theirs, Value):
            same = type(base) is type(ours) is type(theirs) and ident(base) == ident(ours) == ident(theirs)
            if same and not isinstance(base, Placeholder):
                return self.fields(base, ours, theirs, path)
        if prose and isinstance(base, str) and isinstance(ours, str) and isinstance(theirs, str):
            text = merged_text(base, ours, theirs)
            if text is not None:
                return text
        if path.parts[-1] not in _ECHOES and path.parts[0] != "aspects":
            self.clashes.append(Clash(path, base, ours, theirs))
        return ours

    def _said(self, base: Value, ours: Value, theirs: Value, path: ModelPath) -> dict[str, object]:
        """The text of an item, and those of its fields that stand in it on all sides."""
        read = self._reader(base)
        texts = [cast(str, side.__dict__["text"]) for side in (base, ours, theirs)]
        if texts[1] == texts[0] or texts[1] == texts[2]:
            text: str | None = texts[2]
        else:
            text = texts[1] if texts[2] == texts[0] else merged_text(*texts)
        if text is None and (made := _replayed(base, ours, theirs, read, path)) is not None:
            text = cast(str, made.__dict__["text"])
        if text is None:
            self.clashes.append(Clash(path / "text", texts[0], texts[1], texts[2]))
        told: dict[str, object] = {"text": texts[1] if text is None else text}
        readings = [read(one).fields for one in texts]
        for name, now in read(str(told["text"])).fields.items():
            held = [side.__dict__[name] for side in (base, ours, theirs)]
            if held != [reading[name] for reading in readings]:
                continue
            told[name] = now
            changed = [one for one in held[1:] if one != held[0]]
            if text is not None and name in FIELDS and any(one != now for one in changed):
                self.clashes.append(Clash(path / name, held[0], held[1], held[2]))
        return told

    def _reader(self, item: Value) -> Reader:
        if not self._in_cells:
            return lambda text: read_item(type(item), text)
        return read_issue_cell if isinstance(item, Issue) else lambda text: Reading({}, {})

    def _entries(self, lists: _Lists, path: ModelPath) -> tuple[object, ...]:
        base, ours, theirs = lists
        if ident(next(iter(base or ours or theirs))) is None:
            return self._aligned(base, ours, theirs, path)
        return self._items(cast(Sides, lists), path)

    def _items(self, lists: Sides, path: ModelPath) -> tuple[Value, ...]:
        """Items by their ids: each merged, then put in order; where an id repeats, nobody can tell which is which."""
        old, mine, others = ({ident(item) or "": item for item in side} for side in lists)
        if any(len(keyed) < len(side) for keyed, side in zip((old, mine, others), lists, strict=True)):
            self.clashes.append(Clash(path, *lists))
            return lists[1]
        sides = [{ident(item) or "": item for item in side} for side in without_renumbering(*lists)]
        places = {key: path / n for n, key in enumerate(old)}
        kept: dict[str, Value] = {}
        for key in {**old, **mine, **others}:
            was, one, other = (side.get(key) for side in sides)
            if was is not None and one is not None and other is not None:
                kept[key] = cast(Value, self._part(was, one, other, path=places[key], prose=False))
            elif was is None:
                kept[key] = cast(Value, one or other)
            elif (left := one or other) is not None and left != was:
                self.clashes.append(Clash(places[key], was, mine.get(key), others.get(key)))
                kept[key] = left
        order = merged_order(list(old), list(mine), list(others), set(kept))
        for key in order.torn:
            self.clashes.append(Clash(places[key], old[key], mine[key], others[key], moved=True))
        return in_one_form(lists[0], lists[1], tuple(kept[key] for key in order.keys))

    def _aligned(
        self, base: tuple[object, ...], ours: tuple[object, ...], theirs: tuple[object, ...], path: ModelPath
    ) -> tuple[object, ...]:
        """Entries known by their place alone, aligned with the base on either side."""
        prose = path.parts[-1] in PARAGRAPHS
        mine, others = _Side(base, ours), _Side(base, theirs)
        merged: list[object] = []
        for n in range(len(base) + 1):
            came = mine.came.get(n, []), others.came.get(n, [])
            merged += came[0] if came[0] == came[1] else [*came[0], *came[1]]
            if n == len(base):
                break
            i, j = mine.partner.get(n), others.partner.get(n)
            if i is not None and j is not None:
                merged.append(self._part(base[n], ours[i], theirs[j], path=path / n, prose=prose))
            elif i is not None or j is not None:
                left = ours[i] if i is not None else theirs[j or 0]
                if left != base[n]:
                    one, other = (None if i is None else ours[i]), (None if j is None else theirs[j])
                    self.clashes.append(Clash(path / n, base[n], one, other))
                    merged.append(left)
        return tuple(merged)


class _Side:
    """One side of a list against its base: the partner of each base entry, and what came before which base entry."""

    def __init__(self, base: tuple[object, ...], side: tuple[object, ...]) -> None:
        pairs = aligned(base, side)
        self.partner = dict(pairs)
        self.came: dict[int, list[object]] = {}
        known = {j: i for i, j in pairs}
        gap = 0
        for j, entry in enumerate(side):
            if j in known:
                gap = known[j] + 1
            else:
                self.came.setdefault(gap, []).append(entry)


def _replayed(base: Value, ours: Value, theirs: Value, read: Reader, path: ModelPath) -> Value | None:
    """Join two texts of which one changed in nothing but owner, department and time limit; None where neither did."""
    edits = [
        {name: side.__dict__[name] for name in FIELDS if side.__dict__.get(name) != base.__dict__.get(name)}
        for side in (ours, theirs)
    ]
    if any(name in edits[1] and edits[1][name] != held for name, held in edits[0].items()):
        return None
    alone = [_with_fields(base, edit, read, path) == side for edit, side in zip(edits, (ours, theirs), strict=True)]
    if all(alone):
        return _with_fields(base, {**edits[0], **edits[1]}, read, path)
    if not any(alone):
        return None
    return _with_fields(theirs if alone[0] else ours, edits[0] if alone[0] else edits[1], read, path)


def _with_fields(item: Value, edits: dict[str, object], read: Reader, path: ModelPath) -> Value | None:
    try:
        for name in FIELDS:
            if name in edits:
                item = with_field(item, name, cast("str | Placeholder | None", edits[name]), read, path / name)
    except BadEdit:
        return None
    return item


def _restated(base: DocT, ours: DocT, theirs: DocT, value: DocT, clashes: list[Clash]) -> tuple[DocT, list[Clash]]:
    """Let the facts be what the merged texts state; where a text is in conflict, what it states needs no telling."""
    facts = [facts_of(side).fields for side in (base, ours, theirs)]
    now = facts_of(value).fields
    told: dict[str, object] = {}
    for name, fact in now.items():
        if all(side.__dict__[name] == read[name] for side, read in zip((base, ours, theirs), facts, strict=True)):
            told[name] = fact
    texts = [clash for clash in clashes if clash.path.parts[0] not in now]
    kept = [clash for clash in clashes if not texts or clash.path.parts[0] not in told]
    return updated(value, told), kept
