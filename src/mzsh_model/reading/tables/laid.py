"""Every way in which a ledger is laid out: a table, several lists, rows pasted into text, paragraphs with labels."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.reading.tables.column_names import LedgerTable
from mzsh_model.reading.tables.grids import Grids
from mzsh_model.reading.tables.labelled import labelled_table
from mzsh_model.reading.tables.ledger_tables import ledger_tables
from mzsh_model.reading.tables.pasted import pasted_cells
from mzsh_model.reading.tables.threefold import joined_ledger
from mzsh_model.reading.tables.titles import LEDGER_TITLE

_STOP = lazy_pattern("[：:。；;，,]")
"""What no title has within it."""

_TELLS_MEASURES = lazy_pattern("台[账帐]|整改|措施")
"""The title of what holds measures, too."""

_HEAD = 6
"""So many lines a title may stand among."""


class Laid(NamedTuple):
    """The tables of a ledger, and the numbers of lines that are cells of them and no paragraphs."""

    tables: tuple[LedgerTable, ...]
    aside: frozenset[int] = frozenset()


def laid_tables(grids: Grids) -> Laid:
    """Return the ledger of a document, its tables first, then lists to be joined, pasted rows, labels under a ledger's title."""
    lines, tables = grids.lines, ledger_tables(grids)
    numbered = ledger_tables(grids, frozenset({"number"})) if len(grids.tables) > 1 else ()
    if len(numbered) > len(tables) and (joined := joined_ledger(numbered)) is not None:
        return Laid((joined,))
    if tables:
        return Laid(tables)
    if (pasted := pasted_cells(lines)) and (tables := ledger_tables(Grids(pasted))):
        return Laid(tables, frozenset(line.number for line in pasted))
    head = [line for line in lines if line.text.strip()][:_HEAD]
    titled = next(
        (at for at, line in enumerate(head) if LEDGER_TITLE.search(line.text) and not _STOP.search(line.text)), None
    )
    if titled is None:
        return Laid(())
    if not _TELLS_MEASURES.search(head[titled].text):
        lists = (ledger_tables(grids, frozenset({"issue", other})) for other in ("aspect", "number", "member"))
        if alone := next(filter(None, lists), ()):
            return Laid(alone)  # a list of nothing but problems
    told = labelled_table(lines[head[titled].number :])
    if told is None:
        return Laid(())
    cells = [line for row in told.rows for held in row.cells.values() for line in held]
    return Laid((told,), frozenset(line.number for line in (*cells, *told.header)))
