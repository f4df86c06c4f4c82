"""Rows of papers by the fields that they have: criticisms, opinions, whatever kind of document lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mzsh_model.model.base import Value
from mzsh_model.model.walk import walk
from mzsh_model.rules.papers import Paper

_TOLD_OF_A_TALK = ("when", "text", "opinion", "signed")


@dataclass(frozen=True, slots=True)
class Row:
    """A value that has the fields asked for, at its path."""

    at: str
    value: Value

    def said(self, field: str) -> str:
        """Return the text of a field, empty for a blank, for none, and where there is no such field."""
        held = self.value.__dict__.get(field)
        return held.strip() if isinstance(held, str) else ""

    def name(self, field: str) -> str:
        """Return the name in a field as names are compared."""
        return "".join(self.said(field).split()).removesuffix("同志")


def rows_with(paper: Paper, *fields: str) -> Iterator[Row]:
    """Yield every value inside a paper whose type has all these fields, in order."""
    for at, node in walk(paper.value):
        if at.parts and all(field in type(node).model_fields for field in fields):
            yield Row(str(at), node)


def talks_of(paper: Paper, *fields: str) -> Iterator[Row]:
    """Yield the talks that a paper tells of with these fields: what a record is, the rows of a summary.

    A record that says no more than who is to talk with whom is a form that waits to be filled in.
    """
    if paper.kind == "TalkRecord":
        record = Row("", paper.value)
        if any(record.said(field) for field in _TOLD_OF_A_TALK):
            yield record
    else:
        yield from rows_with(paper, "talker", "talked", *fields)
