"""The aspects that items come under: by the year's catalogue, by their own text, by where a merge has put them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, cast

from mzsh_model.edit.diff3 import moved
from mzsh_model.edit.pairing import ident
from mzsh_model.model.base import Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.items import Aspect, Cause, Issue, Measure
from mzsh_model.model.parts import Section
from mzsh_model.model.rebuild import updated
from mzsh_model.reading.aspects import aspect_in_item, aspect_value

DocT = TypeVar("DocT", bound=DocumentValue)
ItemT = TypeVar("ItemT", bound=Value)


def under(item: ItemT, aspect: Aspect) -> ItemT:
    """Return `item` under an aspect."""
    return item.model_copy(update={"aspect": aspect.name, "aspect_id": aspect.id})


def with_aspects_of_year(value: DocT) -> DocT:
    """Return `value`, which has aspects and headings, with its aspects held against the catalogue of its year."""
    aspects = aspects_of(value)
    named = {aspect.name: aspect_value(aspect.name, year_of(value)) for aspect in aspects}
    told: dict[str, object] = {"aspects": tuple(named[aspect.name] for aspect in aspects)}
    told["sections"] = tuple(
        section.model_copy(update={"aspect_id": named[section.heading].id}) if section.heading in named else section
        for section in sections_of(value)
    )
    for name, items in _lists(value):
        told[name] = tuple(under(item, named[item.aspect]) if item.aspect in named else item for item in items)
    return updated(value, told)


def aspects_of(value: DocumentValue) -> tuple[Aspect, ...]:
    """Return the aspects that a document examines itself by, none where its kind has none."""
    return cast(tuple[Aspect, ...], value.__dict__.get("aspects", ()))


def sections_of(value: DocumentValue) -> tuple[Section, ...]:
    """Return the headings of a document, none where its kind has none."""
    return cast(tuple[Section, ...], value.__dict__.get("sections", ()))


def year_of(value: DocumentValue) -> int | None:
    """Return the year of a document, None where its kind or its text has none."""
    return cast("int | None", value.__dict__.get("year"))


def _lists(value: DocumentValue) -> Iterator[tuple[str, tuple[Issue | Cause | Measure, ...]]]:
    """The lists of items that come under aspects."""
    for name, held in value.__dict__.items():
        if isinstance(held, tuple) and held and isinstance(held[0], Issue | Cause | Measure):
            yield name, cast(tuple[Issue | Cause | Measure, ...], held)


def _issues(value: DocumentValue) -> Iterator[Issue]:
    for _, items in _lists(value):
        yield from (item for item in items if isinstance(item, Issue))


def with_own_aspects(before: DocT, after: DocT) -> DocT:
    """Return `after`, whose issues were edited, with the aspects that their texts name (在带头……方面)."""
    told: dict[str, object] = {}
    for name, items in _lists(after):
        if isinstance(items[0], Issue) and items is not before.__dict__[name]:
            told[name] = tuple(_with_own(issue, before) for issue in cast(tuple[Issue, ...], items))
    if not told:
        return after
    after = updated(after, told)
    if _named(before) == aspects_of(before):
        after = updated(after, {"aspects": _named(after)})
    return after


def _with_own(issue: Issue, before: DocumentValue) -> Issue:
    year = year_of(before)
    own = own_aspect(issue, year)
    if own is not None:
        return issue if (issue.aspect, issue.aspect_id) == (own.name, own.id) else under(issue, own)
    old = next((one for one in _issues(before) if one.id == issue.id), None)
    was_own = old is not None and own_aspect(old, year) is not None
    return issue.model_copy(update={"aspect": None, "aspect_id": None}) if was_own else issue


def own_aspect(issue: Issue, year: int | None) -> Aspect | None:
    """Return the aspect that an issue names in its own text, None where it names none."""
    named = aspect_in_item(issue.text, 0, len(issue.text))
    return aspect_value(issue.text[slice(*named)], year) if named else None


def _named(value: DocumentValue) -> tuple[Aspect, ...]:
    """The aspects in order: one for each issue that names its own, one for each heading."""
    found: list[Aspect] = []
    heading: str | None = None
    for issue in _issues(value):
        own = own_aspect(issue, year_of(value))
        if own is not None:
            found.append(own)
        elif issue.aspect is not None and issue.aspect != heading:
            heading = issue.aspect
            found.append(aspect_value(heading, year_of(value)))
    return tuple(found)


def with_placed_aspects(base: DocT, ours: DocT, theirs: DocT, merged: DocT) -> DocT:
    """Return `merged` in which each item is under the aspect where the side that placed it has it, renamed or not."""
    if len({len(aspects_of(side)) for side in (base, ours, theirs, merged)}) > 1:
        return merged  # aspects came or went: the items have what their side gave them
    names = [{one.name: aspects_of(merged)[n] for n, one in enumerate(aspects_of(side))} for side in (ours, theirs)]
    told: dict[str, object] = {}
    for name, _ in _lists(merged):
        lists = [cast(tuple[Issue | Cause | Measure, ...], side.__dict__[name]) for side in (base, ours, theirs)]
        keys = [[ident(item) or "" for item in side] for side in lists]
        mine, others = moved(keys[0], keys[1]), moved(keys[0], keys[2])
        sides = [{item.id: item for item in side} for side in lists[1:]]
        items: list[Value] = []
        for item in cast(tuple[Issue | Cause | Measure, ...], merged.__dict__[name]):
            by = int(item.id not in sides[0] or (item.id in others and item.id not in mine))
            aspect = names[by].get(sides[by][item.id].aspect or "")
            fits = aspect is None or (item.aspect, item.aspect_id) == (aspect.name, aspect.id)
            items.append(item if fits or aspect is None else under(item, aspect))
        told[name] = tuple(items)
    return updated(merged, told)
