"""All marked drafts: those written by hand and those that are generated."""

from __future__ import annotations

from collections.abc import Iterator

from tests.marked_drafts.draft import Draft, written
from tests.marked_drafts.generator.make import generated


def all_drafts() -> Iterator[Draft]:
    """Every draft of both halves."""
    yield from written()
    yield from generated()
