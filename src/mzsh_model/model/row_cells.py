"""Which fields of a ledger's row stand in a cell of their own: the reader, the layouts and the edits of rows ask here."""

from __future__ import annotations

ENTRY_CELLS = ("number", "aspect", "cause", "goal", "remark")
"""Fields of a `LedgerEntry` that are texts; whose row it is (`member`) and the problem are told by more than their cell."""

MEASURE_CELLS = ("owner", "department", "due", "progress", "status", "closed_on", "closed_by", "evidence")
"""Fields of a `Measure` beside its text."""

NAME_CELLS = ("owner", "closed_by")
"""Those of them that are names, or the blanks in their place."""

ROW_ONLY = ("origin", "progress", "status", "closed_on", "closed_by", "evidence")
"""Fields of problems and measures that no running text gives."""

COLUMN_ORDER = (
    *("number", "person", "aspect", "origin", "issue", "cause", "goal", "measure"),
    *("owner", "department", "due", "progress", "status", "closed_on", "closed_by", "evidence", "remark"),
)
"""The columns of a table that we lay out, by the names that `chinese/fields.toml` has for them."""
