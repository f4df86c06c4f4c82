"""A row of a ledger as it comes into the table of a file: which column holds what, and what its cells say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import LedgerEntry
from mzsh_model.model.items import Measure
from mzsh_model.model.row_cells import ENTRY_CELLS, MEASURE_CELLS
from mzsh_model.outline.lines import Line
from mzsh_model.reading.tables.grids import Grids
from mzsh_model.reading.tables.ledger_tables import ledger_tables


def column_places(lines: Sequence[Line]) -> Mapping[int, Mapping[str, int]]:
    """Return, by table, at which position the column of each field stands."""
    found: dict[int, dict[str, int]] = {}
    typed = {line.number: line.cell for line in lines}  # a table that stands upright is read turned
    for table in ledger_tables(Grids(lines)):
        for row in table.rows:
            for meaning, told in row.cells.items():
                if (cell := typed[told[0].number]) is not None:
                    found.setdefault(cell.table, {}).setdefault(meaning, cell.col)
    return found


def row_texts(entry: LedgerEntry, columns: Collection[str]) -> Mapping[str, str]:
    """Return what the cells of a row say, by field; the table has these `columns`.

    Raises:
        BadEdit: its measures would need several rows.
    """
    texts: dict[str, object] = {name: getattr(entry, name) for name in ENTRY_CELLS}
    if entry.issue is not None:
        texts["issue"] = (entry.issue.label or "") + entry.issue.text
        texts["origin"] = entry.issue.origin
    texts["measure"] = _measures(entry.measures)
    for name in MEASURE_CELLS:
        held = {_words(getattr(measure, name)) for measure in entry.measures}
        if len(held) > 1:
            raise BadEdit("edit-rows-differ", "新增的一项里各条措施的责任人或时限不同，一行写不下。请拆成几项")
        texts[name] = next(iter(held), None)
    if "status" not in columns and "progress" in columns:
        texts.pop("status")  # read from the words of the progress, where it has no column of its own
    return {name: str(text) for name, text in texts.items() if text}


def _measures(measures: Sequence[Measure]) -> str:
    if len(measures) == 1:
        return (measures[0].label or "") + measures[0].text
    return "\n".join(f"{measure.label or f'{n}.'}{measure.text}" for n, measure in enumerate(measures, 1))


def _words(held: object) -> str | None:
    return held.raw if isinstance(held, Placeholder) else None if held is None else str(held)
