"""A row of a ledger: every field is a cell, and the reader of ledgers says what a cell's text gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from mzsh_model.chinese.fields import field_names
from mzsh_model.edit.label import labelled
from mzsh_model.edit.reread import Reading
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kinds.ledger.reader import read_ledger
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import Ledger, LedgerEntry
from mzsh_model.model.items import Measure
from mzsh_model.model.row_cells import COLUMN_ORDER, ENTRY_CELLS, MEASURE_CELLS
from mzsh_model.outline.lines import Cell, Line, Outline
from mzsh_model.reading.skeleton import skeleton_of
from mzsh_model.reading.tables.grids import Grids
from mzsh_model.reading.tables.ledger_tables import ledger_tables

_HEADERS = {name: field_names()[name].zh for name in COLUMN_ORDER if name != "person"}
"""What the column of each meaning is called where a row is read again by itself."""


def read_issue_cell(text: str) -> Reading:
    """Return what the text of a problem's cell gives."""
    outcome = _read({"issue": text, "measure": "抓。"})
    entry = next(iter(outcome.value.entries), None)
    if entry is None or entry.issue is None:
        return Reading({"statement": text}, {})
    place = outcome.anchors["/entries/0/issue/statement"]
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    first = next(n for n, line in enumerate(_lines({"issue": text, "measure": "抓。"})) if line.cell == Cell(0, 1, 0))
    at = starts[place.line - 1 - first]
    return Reading({"statement": entry.issue.statement}, {"statement": (at + place.start, at + place.end)})


def settled(ledger: Ledger, before: LedgerEntry, after: LedgerEntry, index: int | None, path: str) -> LedgerEntry:
    """Return `after`, an edited row of `ledger`, with what follows from its cells; `index` is the measure edited.

    Raises:
        BadEdit: the ledger has no such column, or the row would not be read so.
    """
    columns = _columns_of(ledger.columns) or frozenset(_HEADERS)
    name = path.rpartition("/")[2]
    if name in _HEADERS and name not in columns and not _is_filled(ledger, name):
        raise BadEdit("edit-column", f"台账没有“{_HEADERS[name]}”一栏，{path} 没有地方写。请先在文件里加上这一栏")
    was, now = _again(before, index, columns), _again(after, index, columns)
    if was is None:
        return after  # read by more than this row shows (merged cells, a heading row): the file will tell
    if now is None:
        raise BadEdit("edit-unread", f"{path} 写进台账以后读出来不是这样（如分号、序号会把一格分成几条）。请换个写法")
    return after


def fresh_row(ledger: Ledger, entry: LedgerEntry, fresh: Iterable[int], path: str) -> LedgerEntry:
    """Return `entry`, as a row of `ledger` its measures at `fresh` new, with what follows from its cells.

    Raises:
        BadEdit: a cell without a column, or one whose text gives several items.
    """
    columns = _columns_of(ledger.columns) or frozenset(_HEADERS)
    places: list[int | None] = [*fresh]
    for index in places or [None]:
        for name, _ in _cells(entry, index):
            missing = name not in columns and name not in ("issue", "measure")
            if missing and not _is_filled(ledger, name):
                raise BadEdit("edit-column", f"台账没有“{_HEADERS[name]}”一栏，{path} 的这一项没有地方写。请去掉")
        again = _again(entry, index, columns)
        if again is None:
            raise BadEdit(
                "edit-unread",
                f"{path} 写进台账以后读出来不是这样（如分号、序号会把一格分成几条）。请去掉分号和句首的序号",
            )
    return entry


@lru_cache(maxsize=64)
def _columns_of(names: tuple[str, ...]) -> frozenset[str]:
    """The meanings of a ledger's columns, none where its header cannot be told from their names."""
    lines = [Line(n + 1, name, cell=Cell(0, 0, n)) for n, name in enumerate(names)]
    lines += [Line(len(names) + n + 1, "有", cell=Cell(0, 1, n)) for n in range(len(names))]
    tables = ledger_tables(Grids(lines))
    return frozenset(tables[0].rows[0].cells) if tables else frozenset()


def _is_filled(ledger: Ledger, name: str) -> bool:
    """Whether some row has this cell, whatever its column is called; a status may come from the progress told."""
    if name in ENTRY_CELLS:
        return any(entry.__dict__[name] is not None for entry in ledger.entries)
    return name != "status" and any(m.__dict__.get(name) is not None for e in ledger.entries for m in e.measures)


def _again(entry: LedgerEntry, index: int | None, columns: frozenset[str]) -> LedgerEntry | None:
    """Read a row, with one of its measures, again by itself; None where that gives another row."""
    cells = {name: told for name, told in _cells(entry, index) if name in columns or name in ("issue", "measure")}
    again = next(iter(_read(cells).value.entries), None)
    if again is None or _told(again, 0 if again.measures else None, columns) != _told(entry, index, columns):
        return None
    return again


def _cells(entry: LedgerEntry, index: int | None) -> Iterator[tuple[str, str]]:
    held: list[tuple[str, object]] = [(name, entry.__dict__[name]) for name in ENTRY_CELLS]
    if entry.issue is not None:
        # a number that only Word computes (A., 第一条) stands in no cell
        held += [
            ("issue", labelled(entry.issue.label, entry.issue.text) or entry.issue.text),
            ("origin", entry.issue.origin),
        ]
    if index is not None:
        measure = entry.measures[index]
        held.append(("measure", labelled(measure.label, measure.text) or measure.text))
        held += [(name, measure.__dict__[name]) for name in MEASURE_CELLS]
    for name, told in held:
        if told is not None:
            yield name, told.raw if isinstance(told, Placeholder) else str(told)


def _read(cells: Mapping[str, str]) -> Outcome[Ledger]:
    lines = _lines(cells)
    return read_ledger(skeleton_of(Outline(lines)), ledger_tables(Grids(lines)))


def _lines(cells: Mapping[str, str]) -> tuple[Line, ...]:
    names = [name for name in _HEADERS if name in cells or name in ("issue", "measure")]
    found = [(0, n, _HEADERS[name]) for n, name in enumerate(names)]
    found += [(1, n, line) for n, name in enumerate(names) for line in cells.get(name, "").split("\n")]
    return tuple(Line(at, text, cell=Cell(0, row, col)) for at, (row, col, text) in enumerate(found, 1))


def _told(entry: LedgerEntry, index: int | None, columns: frozenset[str]) -> dict[str, object]:
    """What a row says, cell by cell: what a reader derives or counts is left out."""
    told: dict[str, object] = {name: entry.__dict__[name] for name in ENTRY_CELLS if name in columns}
    told["issue"] = entry.issue and (entry.issue.text, entry.issue.origin)
    measure: Measure | None = None if index is None else entry.measures[index]
    told["measure"] = measure and (
        measure.text,
        *(measure.__dict__[name] for name in MEASURE_CELLS if name in columns and name != "status"),
    )
    return {name: held for name, held in told.items() if held is not None}
