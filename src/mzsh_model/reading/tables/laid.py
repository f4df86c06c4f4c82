"""Every way in which a ledger is laid out: a table, several lists, rows pasted into text, paragraphs with labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.reading.tables.column_names import NEEDED, LedgerTable
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

_OTHER = lazy_pattern(r"(?:报告|汇报|总结|通报|方案|材料|提纲|情况|通知|计划|意见|讲话|发言|剖析|检查)[）)]?$")
"""How the titles of other papers end, which may tell problems with labels too."""

_ANSWERS = frozenset({"owner", "department", "due"})
_FEWEST = 3
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
        return _rows_told(lines, head)
    if not _TELLS_MEASURES.search(head[titled].text):
        lists = (ledger_tables(grids, frozenset({"issue", other})) for other in ("aspect", "number", "member"))
        if alone := next(filter(None, lists), ()):
            return Laid(alone)  # a list of nothing but problems
    return _told(labelled_table(lines[head[titled].number :]))


def _rows_told(lines: Sequence[Line], head: Sequence[Line]) -> Laid:
    """The rows that paragraphs tell, one each, below a title that speaks of measures and names no other paper: most of what there is."""
    titled = next((line for line in head if _TELLS_MEASURES.search(line.text) and not _STOP.search(line.text)), None)
    if titled is None or _OTHER.search(titled.text.strip()):
        return Laid(())
    below = [line for line in lines if line.number > titled.number]
    told = labelled_table(below)
    rows = (
        [] if told is None else [row for row in told.rows if row.cells.keys() >= NEEDED and row.cells.keys() & _ANSWERS]
    )
    alone = [row for row in rows if len({line.number for held in row.cells.values() for line in held}) == 1]
    if len(alone) < _FEWEST or len(alone) * 3 < 2 * sum(bool(line.text.strip()) for line in below):
        return Laid(())
    return _told(told)


def _told(told: LedgerTable | None) -> Laid:
    if told is None:
        return Laid(())
    cells = [line for row in told.rows for held in row.cells.values() for line in held]
    return Laid((told,), frozenset(line.number for line in (*cells, *told.header)))
