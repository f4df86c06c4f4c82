"""整改台账 as a table: one row a measure, what is said of the whole problem merged over its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mzsh_model.chinese.fields import field_names, fields_of
from mzsh_model.fresh import frame
from mzsh_model.fresh.grid import Grid, GridCell
from mzsh_model.fresh.page import Page
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.kinds.given_title import given_title
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import Ledger, LedgerEntry
from mzsh_model.model.items import Measure
from mzsh_model.model.row_cells import COLUMN_ORDER, ENTRY_CELLS

_OF_ENTRY = frozenset({*ENTRY_CELLS, "person", "origin", "issue"})
_ALWAYS = frozenset({"issue", "measure"})


def lay_out_ledger(value: Ledger) -> tuple[Ledger, Page]:
    """Return the ledger with the title and the header that it has on paper, and its page."""
    columns = _columns(value)
    value = value.model_copy(
        update={"title": given_title(value, "整改台账"), "columns": tuple(header for header, _ in columns)}
    )
    rows = [row for entry in value.entries for row in _rows(value, entry, [name for _, name in columns])]
    weights = tuple(_weight(name) for _, name in columns)
    title = frame.title(value.title, (value.organisation.name if value.organisation else None,))
    year = frame.year(value.year, value.title, [], value.preamble)
    above = (*title, *year, *(Paragraph(Style.BODY, text) for text in value.preamble))
    below = tuple(Paragraph(Style.CLOSING, text) for text in value.closing)
    return value, Page(above, Grid(value.columns, weights, tuple(rows)), below)


def _columns(value: Ledger) -> list[tuple[str, str | None]]:
    """The header with what each column holds: that of the value, then a column for every other field that is held."""
    named = fields_of(dict(enumerate(value.columns)))
    told = [(header, named.get(at)) for at, header in enumerate(value.columns)]
    held = set(named.values())
    missing = [name for name in COLUMN_ORDER if name not in held and (name in _ALWAYS or _is_held(value, name))]
    return [*told, *((field_names()[name].zh, name) for name in missing)]


def _is_held(value: Ledger, name: str) -> bool:
    if name in _OF_ENTRY:
        return any(_of_entry(entry, name) for entry in value.entries)
    told = [(entry, measure) for entry in value.entries for measure in entry.measures if _of_measure(measure, name)]
    if name == "owner":  # in a joint ledger whose row it is answers for it
        return any(measure.owner != entry.member for entry, measure in told)
    return bool(told)


def _rows(value: Ledger, entry: LedgerEntry, names: Sequence[str | None]) -> Iterator[tuple[GridCell | None, ...]]:
    height = max(1, len(entry.measures))
    for at in range(height):
        cells: list[GridCell | None] = []
        for name in names:
            if name is None or name in _OF_ENTRY:
                text = "" if name is None else _of_entry(entry, name)
                cells.append(GridCell(text, height) if at == 0 else None)
            elif at < len(entry.measures):
                cells.append(GridCell(_of_measure(entry.measures[at], name)))
            else:
                cells.append(GridCell("同上" if name == "measure" and _shares(value, entry) else ""))
        yield tuple(cells)


def _shares(value: Ledger, entry: LedgerEntry) -> bool:
    """Whether an entry without measures of its own is answered by those of an entry before it."""
    return entry.issue is not None and any(
        link.issue == entry.issue.id and link.measure is not None for link in value.links
    )


def _of_entry(entry: LedgerEntry, name: str) -> str:
    if name == "issue":
        return "" if entry.issue is None else f"{entry.issue.label or ''}{entry.issue.text}"
    if name == "origin":
        return (entry.issue.origin or "") if entry.issue else ""
    return _words(entry.__dict__["member" if name == "person" else name])


def _of_measure(measure: Measure, name: str) -> str:
    if name == "measure":
        return f"{measure.label or ''}{measure.text}"
    return _words(measure.__dict__.get(name))


def _words(held: object) -> str:
    return held.raw if isinstance(held, Placeholder) else "" if held is None else str(held)


def _weight(name: str | None) -> int:
    if name in ("issue", "measure"):
        return 6
    return 4 if name in ("cause", "goal", "progress", "evidence") else 1 if name == "number" else 2
