"""A list annexed to a self-examination that says who answers for the measures of the text, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.model.items import Measure
from mzsh_model.reading.draft import Draft
from mzsh_model.reading.tables.cell_values import leave_out_cells, read_row_fields, row_measures, row_number
from mzsh_model.reading.tables.column_names import LedgerTable, Row
from mzsh_model.reading.told_facts import owner_value

_ANSWERS = ("owner", "department", "due")
_ALIKE = 0.5
_NUMERAL = lazy_pattern(r"\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳]")
_RANGE = lazy_pattern("[-—~～至到]")
_REFERENCE = lazy_pattern(
    rf"(?:见|对应|第|整改|措施|条|项|[（(])*(?:{_NUMERAL.pattern})(?:[）)条项、,，和及与第措施（(]|{_RANGE.pattern}|{_NUMERAL.pattern})*"
)
_ORDER = 8
"""A row is looked for among so many measures before and behind the place in the text that its own place answers to."""


def join_annex(draft: Draft, tables: Sequence[LedgerTable], measures: Sequence[Measure]) -> list[Measure]:
    """Return the measures, those that a row of the tables answers with its person and time limit where the text has none.

    A row is known by the words of its measure, else by its number where there are as many rows as measures. What is taken is
    anchored in its cell; the other cells are named as what repeats the text.
    """
    rows = [(row, part) for table in tables for row in table.rows if not row.wide for part in _parts(row)]
    joined = list(measures)
    answered: set[int] = set()
    matched = zip(rows, _matched(rows, measures), strict=True)
    for row, (index, count, _), at in ((row, part, at) for (row, part), some in matched for at in some):
        lacking = [name for name in _ANSWERS if getattr(joined[at], name) is None]
        told = read_row_fields(draft, f"/measures/{at}", row, lacking, (index, count))
        found = {
            name: owner_value(text) if name == "owner" else text for name, text in told.items() if text is not None
        }
        joined[at] = joined[at].model_copy(update=found)
        answered.add(min(line.number for lines in row.cells.values() for line in lines))
    # a table no row of which answers anything repeats nothing: its cells are named as not placed
    cells = [{line.number for row in table.rows for lines in row.cells.values() for line in lines} for table in tables]
    _name_cells(draft, [table for table, numbers in zip(tables, cells, strict=True) if numbers & answered])
    return joined


def repeats_any(tables: Sequence[LedgerTable], measures: Sequence[Measure]) -> bool:
    """Tell whether a row of the tables answers one of the measures of the text."""
    rows = [(row, part) for table in tables for row in table.rows if not row.wide for part in _parts(row)]
    return bool(measures) and any(_matched(rows, measures))


def _parts(row: Row) -> Iterator[tuple[int, int, str]]:
    """The measures of a row: position in its cell, how many they are, and the words; a list of persons alone has no words."""
    told = row_measures(row)
    if "measure" not in row.cells:
        yield 0, 1, ""
    yield from ((index, len(told), span.text) for index, (_, span) in enumerate(told))


def _matched(rows: Sequence[tuple[Row, tuple[int, int, str]]], measures: Sequence[Measure]) -> list[list[int]]:
    """For each row the positions of the measures that it answers, each measure once."""
    words = [_pairs(measure.text) for measure in measures]
    free = set(range(len(measures)))
    found: list[list[int]] = []
    for place, (row, (_, _, text)) in enumerate(rows):
        near = place * len(measures) // len(rows)
        around = range(max(0, near - _ORDER), min(len(measures), near + _ORDER + 1))
        said = _pairs(text)
        scored = [(_shared(said, words[at]), -abs(at - near), at) for at in around if at in free]
        best = max(scored, default=(0.0, 0, 0))
        if best[0] < _ALIKE and (refs := _refers_to(row)):
            found.append([at for at in refs if at in free])
            free.difference_update(refs)
            continue
        if best[0] < _ALIKE and len(rows) == len(measures) and row_number(row) == place + 1 and place in free:
            best = (1.0, 0, place)
        taken = best[2] if best[0] >= _ALIKE else None
        free.discard(-1 if taken is None else taken)
        found.append([] if taken is None else [taken])
    return found


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters of a text, marks left out."""
    said = fold(text)
    return {said[at : at + 2] for at in range(len(said) - 1)}


def _shared(said: set[str], whole: set[str]) -> float:
    """The share of the pairs of `said` that `whole` has too."""
    return len(said & whole) / len(said) if said else 0.0


def _refers_to(row: Row) -> list[int]:
    """The positions of the measures that a row names by their numbers alone: 第1、2条, 措施（三）."""
    text = "".join(line.text.strip() for line in row.cells.get("measure", ()))
    if _REFERENCE.fullmatch(text) is None:
        return []
    numbers = [number for found in _NUMERAL.finditer(text) if (number := parse_numeral(found[0])) is not None]
    if len(numbers) == 2 and _RANGE.search(text):
        numbers = list(range(numbers[0], numbers[1] + 1))
    return [number - 1 for number in numbers]


def _name_cells(draft: Draft, tables: Sequence[LedgerTable]) -> None:
    told = draft.told_lines()
    for table in tables:
        for line in table.header:
            draft.leave_out("table-header", line.number, line.text, "这一格是表头，按它理解这一栏")
        leave_out_cells(draft, table)
        for row in table.rows:
            for line in (line for lines in row.cells.values() for line in lines):
                if line.text.strip() and line.number not in told:
                    said = "这一格与正文重复，责任人和时限已并入正文的措施，其余没有另读"
                    draft.leave_out("annexed-cell", line.number, line.text, said)
