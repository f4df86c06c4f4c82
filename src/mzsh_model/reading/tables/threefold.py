"""One ledger in several lists, 问题清单, 责任清单 and 整改清单, joined by the numbers of their rows."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.spelling import fold
from mzsh_model.reading.tables.column_names import NEEDED, LedgerTable, Row


def joined_ledger(tables: Sequence[LedgerTable]) -> LedgerTable | None:
    """Return the ledger that numbered tables make together; None where they do not tell of the same numbers."""
    base = next((table for table in tables if "issue" in _meanings(table)), None)
    if base is None or len(tables) < 2 or all(_meanings(table) >= NEEDED for table in tables):
        return None
    if not set().union(*map(_meanings, tables)) >= NEEDED:
        return None
    numbers = list(_by_number(base))
    others = [table for table in tables if table is not base]
    if any(not set(_by_number(table)) <= set(numbers) for table in others) or "" in numbers:
        return None
    joined = LedgerTable(list(base.header), base.names, [], heading=base.heading)
    parts = [_by_number(table) for table in others]
    for number, rows in _by_number(base).items():
        joined.rows += rows
        for rows_there in (part.get(number, []) for part in parts):
            _join(joined, rows, rows_there)
    for table in others:
        joined.header += table.header
        joined.names += tuple(name for name in table.names if name not in joined.names)
    for table in tables:
        for name in ("repeated", "again", "totals", "dittos", "unread", "unknown", "inferred"):
            getattr(joined, name).extend(getattr(table, name))
    return joined


def _join(joined: LedgerTable, rows: Sequence[Row], there: Sequence[Row]) -> None:
    """Put what another list says of a number to its rows; a row there that has none here becomes one more measure."""
    for at, row in enumerate(there):
        if at < len(rows):
            own = rows[at]
        else:
            own = Row(rows[-1].row)
            joined.rows.append(own)
        for meaning, lines in row.cells.items():
            if meaning in own.cells or (at > 0 and meaning in ("issue", "number")):
                joined.again += [line for line in lines if meaning != "number" or at == 0]
            else:
                own.cells[meaning], own.spans[meaning] = lines, row.spans.get(meaning, 1)


def _meanings(table: LedgerTable) -> set[str]:
    return {meaning for row in table.rows for meaning in row.cells}


def _by_number(table: LedgerTable) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in table.rows:
        if not row.wide:
            found.setdefault(fold("".join(line.text for line in row.cells.get("number", ()))), []).append(row)
    return found
