"""The items of a paper under its headings: each gets a heading, a number and its aspect's id where it has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mzsh_model.fresh.laid_parts import MARKS, Entry, Item, Part, numbered_sections, parts_of
from mzsh_model.fresh.missing_headings import Headings, headed
from mzsh_model.fresh.placing import identify, number_items, place


class Settled(NamedTuple):
    """The headings with their items, the items by list, and the parts to be written."""

    headings: Headings
    items: Mapping[str, tuple[Item, ...]]
    parts: Sequence[Part]

    @property
    def fields(self) -> dict[str, object]:
        """What becomes of the fields of a value."""
        return {"sections": self.headings.sections, "aspects": self.headings.aspects, **self.items}


def settle(headings: Headings, lists: Mapping[str, list[Entry]]) -> Settled:
    """Put the items of all lists under the headings of their part and aspect; those that have none get one."""
    named = {(section.heading, section.aspect_id) for section in headings.sections}
    with_heading = tuple(a for a in headings.aspects if (a.name.rstrip(MARKS), a.id) in named)
    headings, parts, homeless = _placed(headings._replace(aspects=with_heading), lists.values())
    if homeless:
        headings, parts, _ = _placed(headed(headings, homeless), lists.values())
    number_items(parts)
    identify((entry for entries in lists.values() for entry in entries), headings.aspects)
    items = {name: tuple(entry.item for entry in entries) for name, entries in lists.items()}
    return Settled(headings, items, parts)


def _placed(headings: Headings, lists: Iterable[list[Entry]]) -> tuple[Headings, list[Part], list[Entry]]:
    """Return the headings numbered, the parts with their items, and the items that have no heading."""
    headings = headings._replace(sections=numbered_sections(headings.sections))
    parts = parts_of(headings.sections, headings.aspects)
    return headings, parts, [entry for entries in lists for entry in place(parts, entries)]
