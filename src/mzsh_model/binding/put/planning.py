"""The way back: from the changes of a value to the changes of the lines it was read from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import cast

from mzsh_model.binding.put.cells import Cells
from mzsh_model.binding.put.founding import place_first
from mzsh_model.binding.put.listing import Listing, Newcomer, newcomer, place_list
from mzsh_model.binding.put.plan import Plan, inconsistent, unwritable
from mzsh_model.binding.put.read_off import refuse_read_off
from mzsh_model.binding.put.rows import Rows
from mzsh_model.binding.put.sites import Site, site_of
from mzsh_model.binding.put.stretches import retype_text
from mzsh_model.edit.compare import Change, ChangeKind, changes
from mzsh_model.edit.facts import Facts, facts_of
from mzsh_model.edit.refusal import READ_OFF
from mzsh_model.kernel.dates import parse_date, restyle
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.place import Place
from mzsh_model.kinds.registry import kind_of
from mzsh_model.kinds.spec import AspectsIn
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.walk import resolve
from mzsh_model.outline.lines import Outline

_DATES = frozenset({"due", "dated", "held_on", "on"})
_NUMBERS = frozenset({"label", "number"})
_OF_ASPECT = (("aspect",), ("aspect_id",))
_OF_CATALOGUE = frozenset({"aspect_id", "canonical", "id"})
_NAMING = frozenset({"heading", "name", "aspect"})
_WITHIN_TEXT = frozenset({"statement", "title", "owner", "department", "due", "instances", "text"})


def plan_of(outcome: Outcome[DocumentValue], new: DocumentValue, outline: Outline) -> tuple[Plan, tuple[Change, ...]]:
    """Return what must happen to the lines for the document to say `new`, and the changes that it is made of.

    Raises:
        BadEdit: a change has no place in the document's text.
        WrongKind: `new` is another kind of document.
    """
    found = changes(outcome.value, new)
    refuse_read_off(found)
    plan = Plan(outline.lines)
    putting = _Putting(outcome, new, plan)
    lists: dict[ModelPath, list[Change]] = {}
    numbers: list[Change] = []
    for change in found:
        if change.kind is not ChangeKind.CHANGED:
            if not putting.follows(change, found):
                lists.setdefault(putting.list_of(change), []).append(change)
        elif putting.crosses(change, found):
            lists.setdefault(putting.list_of(change), []).append(change)
        elif change.path.parts[-1] in _NUMBERS:
            numbers.append(change)
        else:
            putting.field(change, found)
    for where, members in lists.items():
        putting.list(where, members)
    for change in numbers:
        # lists that change renumber their items; whether to the numbers asked for is seen when all is read again
        if not (lists and putting.renumbers(change.path)):
            putting.field(change, found)
    return plan, found


class _Putting:
    def __init__(self, outcome: Outcome[DocumentValue], new: DocumentValue, plan: Plan) -> None:
        self._old = outcome.value
        self._anchors = outcome.anchors
        self._new = new
        self._plan = plan

    @cached_property
    def _rows(self) -> Rows | None:
        tabular = kind_of(self._old).tabular
        return None if tabular is None else Rows(self._plan, self._anchors, tabular)

    @cached_property
    def _cells(self) -> Cells:
        return Cells(self._plan, self._anchors, kind_of(self._old), self._rows)

    def field(self, change: Change, others: Sequence[Change]) -> None:
        """Plan the change of one field where it stands; a part of other words that change follows them, and so do links."""
        if change.path.parts[0] == "links":
            return
        if change.path.parts[-1] == "label" and change.new is None:
            return  # whoever leaves the number open leaves it to the writer
        if change.path.parts[-1] in _OF_CATALOGUE and any(
            other.path.parent == change.path.parent and other.path.parts[-1] in _NAMING for other in others
        ):
            return  # what the catalogue says of the name that changes beside it
        text = self._text_around(change.path)
        if any(other.path == text or self._covers(other, change) for other in others):
            return
        if text is not None:
            raise inconsistent(change.path)
        if self.follows(change, others):
            return
        place = self._anchors.get(change.path)
        new = _text(change.new)
        if (
            place is None
            and change.old is None
            and change.path.parts[-1] == "label"
            and new
            and self._first_label(change)
        ):
            return
        if place is None and change.old is None and new and self._cells.fill(change.path, new):
            return
        if place is None or new is None or not isinstance(change.old, str | int | Placeholder):
            raise unwritable(change.path)
        self._cells.refuse_shared(change, place, others)
        dated = change.path.parts[-1] in _DATES
        old = change.old if isinstance(change.old, str) and not dated else self._words(place)
        if dated and parse_date(new) is not None and new.replace("X", "0").isascii():
            new = restyle(old, new)
        retype_text(self._plan, place.parts, old, new)

    def follows(self, change: Change, others: Sequence[Change]) -> bool:
        """Whether a fact follows other words that changed, and has none of its own, none any more, or others from now on.

        A list of facts does where the texts of the new value tell it as it is there. Reading back will show.
        """
        first = (change.path or change.target).parts[0]
        alone = all((other.path or other.target).parts[0] == first for other in others)
        if first == "reviews" and change.kind is not ChangeKind.CHANGED:
            if alone:
                raise unwritable(change.path or change.target)  # it comes and goes with the paragraph that tells it
            return True
        if first not in self._facts or alone:
            return False
        if change.kind is not ChangeKind.CHANGED:
            where = self.list_of(change)
            return self._told.at(where) == resolve(self._new, where)
        return change.path not in self._anchors or change.new is None or self._told.at(change.path) == change.new

    @cached_property
    def _told(self) -> Facts:
        """What the texts of the new value tell."""
        return facts_of(self._new)

    @cached_property
    def _facts(self) -> Collection[str]:
        """The fields of the whole document that its texts tell."""
        return facts_of(self._old).fields.keys()

    def crosses(self, change: Change, others: Sequence[Change]) -> bool:
        """Whether an item comes under another heading that names an aspect, and not its heading another name."""
        kind, steps = kind_of(self._old), change.path.parts
        if kind.aspects is not AspectsIn.HEADINGS or steps[0] not in kind.items or steps[2:] not in _OF_ASPECT:
            return False
        named = change.path.parent / "aspect"
        place = self._anchors.get(named)
        return place is not None and not any(
            other.kind is ChangeKind.CHANGED
            and other.path.parts[0] == "sections"
            and self._anchors.get(other.path) == place
            for other in others
        )

    def _first_label(self, change: Change) -> bool:
        """Plan the number of an item that had none; False where it has no words of its own to stand before."""
        place = self._anchors.get(change.path.parent / "text")
        if place is None:
            return False
        self._plan.retype(place.line, place.start, place.start, str(change.new))
        return True

    def renumbers(self, path: ModelPath) -> bool:
        """Tell whether a number follows from the changes of lists: Word computes it, or it is planned to be written anew."""
        place = self._anchors.get(path)
        if place is None:
            return False
        line = self._plan.lines[place.line - 1]
        return place.end <= line.auto or self._plan.retypes(place.line, place.start, place.end)

    def _text_around(self, path: ModelPath) -> ModelPath | None:
        """The path of the item's text that a field is read from, None where it has words of its own."""
        at = path.parent
        while at:
            text = at / "text"
            if text != path and (whole := self._anchors.get(text)) is not None:
                place = self._anchors.get(path)
                if within(place, whole) if place is not None else self._would_be_within(path.parts[len(at.parts)]):
                    return text
            at = at.parent
        return None

    def _would_be_within(self, field: str) -> bool:
        """Whether a field that has no place yet would stand in its item's text; in a ledger it has a cell of its own."""
        kind = kind_of(self._old)
        return field in _WITHIN_TEXT and not kind.in_cells and field not in kind.cells

    def _covers(self, other: Change, change: Change) -> bool:
        """Whether another changed text holds the words of a change."""
        if other.kind is not ChangeKind.CHANGED or other is change or not isinstance(other.old, str):
            return False
        place, whole = self._anchors.get(change.path), self._anchors.get(other.path)
        if place is None or whole is None or not within(place, whole):
            return False
        if other.path.parts[0] in self._facts and change.path.parts[0] not in self._facts:
            return False  # a fact is told by a text, though it be all of it
        if self._text_around(other.path) == change.path:  # it follows this one, though both may be the same words
            return False
        return place != whole or other.path < change.path

    def _words(self, place: Place) -> str:
        return "".join(self._plan.lines[p.line - 1].text[p.start : p.end] for p in place.parts)

    def list_of(self, change: Change) -> ModelPath:
        """The list of the new value in which an entry comes, goes or moves, or comes under another aspect."""
        if change.kind is ChangeKind.CHANGED:
            return change.target.parent.parent
        return change.target.parent if change.target else self._counterpart(change.path.parent, self._old, self._new)

    def list(self, where: ModelPath, members: Sequence[Change]) -> None:
        """Plan what comes, goes and moves in one list of the model."""
        if where.parts[-1] in READ_OFF:
            return
        across = [c for c in members if c.kind is ChangeKind.CHANGED and c.path.parts[-1] == "aspect"]
        members = [c for c in members if c.kind is not ChangeKind.CHANGED]
        leaving = next((c.path.parent for c in members if c.path), None)
        old_where = leaving or self._counterpart(where, self._new, self._old)
        old = self._entries(self._old, old_where)
        new = self._entries(self._new, where)
        order = _order(old, new, members)
        moved = frozenset(int(c.path.parts[-1]) for c in members if c.kind is ChangeKind.MOVED)
        moved |= {int(c.path.parts[-2]) for c in across}
        aspects = [getattr(entry, "aspect", None) for entry in old]
        sites = tuple(self._site(old_where / n) for n in range(len(old)))
        tabular = kind_of(self._old).tabular
        if self._rows is not None and tabular is not None and where.parts == (tabular.name,):
            coming = {
                n: Newcomer("", None, getattr(one, "aspect", None)) for n, one in enumerate(new) if order[n] is None
            }
            self._rows.place(old_where, new, Listing(sites, aspects, order, coming, moved))
            return
        newcomers = {n: newcomer(entry, where) for n, entry in enumerate(new) if order[n] is None}
        if not old:
            place_first(self._plan, self._old, self._anchors, old_where, list(newcomers.values()))
            return
        crossing = {int(c.target.parts[-2]): cast("str | None", c.new) for c in across}
        place_list(self._plan, Listing(sites, aspects, order, newcomers, moved, crossing))

    def _counterpart(self, where: ModelPath, here: DocumentValue, there: DocumentValue) -> ModelPath:
        """Where the list at `where` stands on the other side: the rows around it may have come, gone or moved."""
        holder = where.parent
        if len(holder.parts) < 2:
            return where
        ident = getattr(resolve(here, holder), "id", None)
        for n, entry in enumerate(self._entries(there, holder.parent)):
            if ident and getattr(entry, "id", None) == ident:
                return holder.parent / n / where.parts[-1]
        return where

    def _site(self, path: ModelPath) -> Site:
        site = site_of(path, self._anchors, self._plan.lines)
        if site is None:
            raise unwritable(path)
        return site

    def _entries(self, value: DocumentValue, path: ModelPath) -> tuple[object, ...]:
        held = resolve(value, path)
        return cast(tuple[object, ...], held) if isinstance(held, tuple) else ()


def within(place: Place, whole: Place) -> bool:
    """Tell whether all of `place` lies inside `whole`."""
    return all(
        any(w.line == p.line and w.start <= p.start and p.end <= w.end for w in whole.parts) for p in place.parts
    )


def _order(old: tuple[object, ...], new: tuple[object, ...], members: Sequence[Change]) -> list[int | None]:
    """For each new entry the index of the old one it is."""
    coming = {int(c.target.parts[-1]) for c in members if c.kind is ChangeKind.ADDED}
    going = {int(c.path.parts[-1]) for c in members if c.kind is ChangeKind.REMOVED}
    shifted = {int(c.target.parts[-1]): int(c.path.parts[-1]) for c in members if c.kind is ChangeKind.MOVED}
    taken = going | set(shifted.values())
    staying = iter([i for i in range(len(old)) if i not in taken])
    return [None if n in coming else shifted[n] if n in shifted else next(staying) for n in range(len(new))]


def _text(held: object) -> str | None:
    if isinstance(held, Placeholder):
        return held.raw
    if held is None:
        return ""
    if isinstance(held, Value | tuple):
        return None
    return str(held)
