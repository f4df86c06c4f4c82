"""Where a piece of text stands in a document."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Characters `start` to `end` (0-based, end excluded) of line `line` (1-based) of an outline.

    A piece that runs over several lines (hard line wraps, soft-wrapped items) has its further parts in `rest`, in order.
    A named tuple, because a document has thousands of them.
    """

    line: int
    start: int
    end: int
    rest: tuple[Place, ...] = ()

    @property
    def parts(self) -> tuple[Place, ...]:
        """This place line by line: itself without `rest`, then the rest."""
        return (Place(self.line, self.start, self.end), *self.rest) if self.rest else (self,)
