"""The cells of a table with their coordinates: merged cells once, nothing expanded by the counts a file claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from mzsh_model.outline.lines import Cell
from mzsh_model.wml.names import ALTERNATE
from mzsh_model.wml.reading.paragraph import shown_branch
from mzsh_model.wml.reading.values import is_on, number, value_of

_CELLS_GONE = {"del": "cellDel", "ins": "cellIns"}
"""What takes a cell out of the views in which rows with the mark on the left are gone."""
_WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom")


_WIDEST = 63
"""More columns no table of Word has: a row said to begin further right begins at the left, where Word shows it."""

_Laid = tuple[int, int, bool | None, etree._Element]
"""A cell of a row: column, columns taken, merge (True begins one, False goes on with one, None neither), element."""


def table_cells(
    table: etree._Element, w: str, index: int, path: tuple[int, ...], dropped: str | None
) -> Iterator[tuple[etree._Element, Cell]]:
    """Yield each cell element with its coordinates, row by row.

    A cell that a vertical merge continues is yielded only where it holds text of its own, which Word does not show.
    `dropped` is the tag of the revision mark that takes a row out of the view (w:del or w:ins; None where both stand); the
    mark of a cell (w:cellDel, w:cellIns) takes that out, and those after it move up.
    """
    rows: list[list[_Laid]] = []
    gone = _CELLS_GONE.get(dropped.removeprefix(w)) if dropped is not None else None
    headers: list[bool] = []
    for row in _inside(table, w + "tr", w):
        properties = row.find(w + "trPr")
        if dropped is not None and properties is not None and properties.find(dropped) is not None:
            continue
        headers.append(properties is not None and is_on(properties.find(w + "tblHeader"), w))
        rows.append(_begun(_row(row, properties, w, gone), rows[-1] if rows else ()))
    below: dict[int, int] = {}
    height: dict[tuple[int, int], int] = {}
    for r in range(len(rows) - 1, -1, -1):
        nearer: dict[int, int] = {}
        for col, _, merge, _ in rows[r]:
            if merge is False:
                nearer[col] = below.get(col, 0) + 1
            elif merge is True:
                height[r, col] = below.get(col, 0) + 1
        below = nearer
    for r, row_cells in enumerate(rows):
        for col, span, merge, cell in row_cells:
            if merge is False and not _says(cell, w, dropped):
                continue
            yield cell, Cell(index, r, col, height.get((r, col), 1), span, headers[r], path)


def _row(row: etree._Element, properties: etree._Element | None, w: str, gone: str | None) -> list[_Laid]:
    """The cells of a row, those with the mark `gone` left out."""
    cells: list[_Laid] = []
    skipped = number(value_of(properties, w + "gridBefore", w), 0)
    col = skipped if skipped <= _WIDEST else 0
    for cell in _inside(row, w + "tc", w):
        tcpr = cell.find(w + "tcPr")
        if gone is not None and tcpr is not None and tcpr.find(w + gone) is not None:
            continue
        span = number(value_of(tcpr, w + "gridSpan", w), 1, 1)
        vmerge = tcpr.find(w + "vMerge") if tcpr is not None else None
        merge = None if vmerge is None else vmerge.get(w + "val") == "restart"
        cells.append((col, span, merge, cell))
        col += span
    return cells


def _says(cell: etree._Element, w: str, dropped: str | None) -> bool:
    """Whether a cell holds words, those left out that stand in elements `dropped`."""
    said = (t for t in cell.iter(w + "t") if (t.text or "").strip())
    return any(dropped is None or next(t.iterancestors(dropped), None) is None for t in said)


def _begun(row: list[_Laid], above: Sequence[_Laid]) -> list[_Laid]:
    """The cells of a row, those of them beginning a merge that have none to go on from: Word shows them, too."""
    merged = {col for col, _, merge, _ in above if merge is not None}
    return [
        (col, span, True if merge is False and col not in merged else merge, cell) for col, span, merge, cell in row
    ]


def _inside(parent: etree._Element, tag: str, w: str) -> Iterator[etree._Element]:
    """The children `tag` of `parent`, looked for through content controls, the branch that is shown and the like."""
    wrappers = frozenset(w + name for name in _WRAPPERS)
    pending = list(reversed(parent))
    while pending:
        element = pending.pop()
        if element.tag == tag:
            yield element
        elif element.tag in wrappers:
            pending.extend(reversed(element))
        elif element.tag == ALTERNATE and (branch := shown_branch(element)) is not None:
            pending.extend(reversed(branch))


def row_cells(row: etree._Element, w: str) -> Iterator[tuple[int, etree._Element]]:
    """Yield each cell element of a row with its column, those left out that are marked as deleted."""
    for col, _, _, cell in _row(row, row.find(w + "trPr"), w, _CELLS_GONE["del"]):
        yield col, cell
