"""What a reader makes of a text: the fields of an item, each with its place, by the readers' own code."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mzsh_model.kernel.place import Place
from mzsh_model.model.base import Role, Value
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.model.parts import Step
from mzsh_model.reading.draft import paragraphs
from mzsh_model.reading.items.harvest import Context, Item
from mzsh_model.reading.items.item_values import read_cause, read_issue, read_measure, run_in_title


class Reading(NamedTuple):
    """The fields that an item has from its text, and where they stand in it; `instances/0/text` is a place too."""

    fields: dict[str, object]
    places: dict[str, tuple[int, int]]


Reader = Callable[[str], Reading]
"""Reads the text of one item."""


def read_item(kind: type[Value], text: str) -> Reading:
    """Return what the text of an item of this kind says; the kinds that are nothing but their text say nothing more."""
    draft, spans = paragraphs(text)
    item = Item(Context(Role.OTHER), tuple(spans))
    fields: dict[str, object] = {}
    if kind is Issue:
        issue = read_issue(draft, "", "", item, None)
        fields = {"statement": issue.statement, "instances": issue.instances, "claims": issue.claims}
    elif kind is Cause:
        fields = {"title": read_cause(draft, "", "", item, None).title}
    elif kind is Step:
        fields = {"title": run_in_title(draft, "", item)}
    elif kind is Measure:
        measure = read_measure(draft, "", "", item, None)
        fields = {name: measure.__dict__[name] for name in ("title", "owner", "department", "due")}
    starts = [0]
    for span in spans:
        starts.append(starts[-1] + len(span.text) + 1)
    return Reading(fields, {path[1:]: _within(place, starts) for path, place in draft.anchors.items() if path})


def _within(place: Place, starts: list[int]) -> tuple[int, int]:
    first, last = place.parts[0], place.parts[-1]
    return starts[first.line - 1] + first.start, starts[last.line - 1] + last.end
