"""Which items a character of a document belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mzsh_model.binding.identity.items import Item, ItemKind
from mzsh_model.binding.put.sites import Site, site_of
from mzsh_model.kernel.place import Place
from mzsh_model.outline.lines import Line


class _Extent(NamedTuple):
    """Characters of a line that belong to an item, by its position."""

    start: int
    end: int
    item: int


class Extents:
    """Answers about the items of one reading; items are known by their positions in it."""

    def __init__(self, items: Sequence[Item], anchors: Mapping[str, Place], lines: Sequence[Line]) -> None:
        self.sites: dict[int, Site] = {}
        self.heads: dict[int, Line] = {}
        """The line that owns each item: its first; of a row the first paragraph of its first cell."""
        self._lines = lines
        self._extents: defaultdict[int, list[_Extent]] = defaultdict(list)
        self._rows: defaultdict[int, list[int]] = defaultdict(list)
        cells = _by_row(lines)
        for n, item in enumerate(items):
            if item.kind is ItemKind.LEDGER_ENTRY:
                self._take_row(n, anchors.get(item.path), cells)
            elif (site := site_of(item.path, anchors, lines)) is not None:
                self._take(n, site)
        for extents in self._extents.values():
            extents.sort()

    def at(self, line: int, offset: int) -> tuple[int, ...]:
        """Return the items at a character, outer ones first.

        What stands between two items belongs to the second: its enumerator, and what is typed before that. What stands behind
        the last one belongs to that.
        """
        extents = self._extents.get(line, [])
        inside = [extent for extent in extents if extent.start <= offset < extent.end][-1:]
        behind = [extent for extent in extents if extent.start > offset][:1]
        found = inside or behind or extents[-1:]
        return (*self._rows.get(line, ()), *(extent.item for extent in found))

    def _take(self, n: int, site: Site) -> None:
        self.sites[n] = site
        self.heads[n] = self._lines[site.line - 1]
        for part in site.parts:
            self._extents[part.line].append(_Extent(part.start, part.end, n))

    def _take_row(self, n: int, place: Place | None, cells: Mapping[tuple[int, int], list[Line]]) -> None:
        rows: dict[tuple[int, int], None] = {}
        for part in () if place is None else place.parts:
            cell = self._lines[part.line - 1].cell
            if cell is not None:
                rows[cell.table, cell.row] = None
        for row in rows:
            for line in cells[row]:
                self._rows[line.number].append(n)
        if rows:
            self.heads[n] = cells[min(rows)][0]


def _by_row(lines: Sequence[Line]) -> dict[tuple[int, int], list[Line]]:
    """The lines of each row of a table, in order."""
    found: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if line.cell is not None:
            found.setdefault((line.cell.table, line.cell.row), []).append(line)
    return found
