"""Ledgers told in paragraphs with labels: 问题1：… / 整改措施：… / 责任领导：… / 完成时限：…"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from mzsh_model.chinese.fields import field_names
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Cell, Line
from mzsh_model.reading.tables.column_names import NEEDED, LedgerTable, Row
from mzsh_model.reading.tables.ledger_tables import names_aspect
from mzsh_model.reading.tables.stretch import stretch_of

_NUMBER = r"[ \u3000]*(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})?"
_HEAD = lazy_pattern(
    r"[【\s]*(?P<word>[\u4e00-\u9fff]{1,4}?)[ \u3000]*第?(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})[项个号条]?[】:：、.\s]*"
)
"""A line of its own above the labels of a problem, which only counts it: 任务一, 【第2项】."""

_OTHER = lazy_pattern(r"[ \u3000\t]+[\u4e00-\u9fff]{2,8}[:：]")
"""Where behind a gap another label begins, whatever it names."""

_MARKS = " \t\u3000；;，,（(【"
_TOLD = frozenset({"issue", "measure", "cause", "goal", "progress", "evidence", "remark"})
"""What is told in sentences, whose full stop is theirs; behind a name or a day it only closes the field."""

_ENUMERATOR = r"(?:[（(]?(?P<rank>\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]+[ \u3000]*)?"


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of a label, and the field of each name.

    At the beginning of a line or within 【】 that is every name of a field, behind a mark one that running text has.
    """
    fields = field_names().values()
    prose = {name: field.name for field in fields for name in field.prose}
    whole = {name: field.name for field in fields for name in field.names if len(name) > 1} | prose
    pattern = (
        rf"(?:(?:^[ \u3000]*{_ENUMERATOR}【?|【)(?P<name>{_either(whole)})|(?<=[\s；;，,。（(])(?P<within>{_either(prose)}))"
        rf"{_NUMBER}(?:[】）)]?[ \u3000]*[:：]|】)"
    )
    return re.compile(pattern), whole


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))


def labelled_table(lines: Iterable[Line]) -> LedgerTable | None:
    """Return the ledger that labels make of paragraphs; None where there are no problems with measures so labelled.

    A paragraph without a label goes on with the field above it, a line that names an aspect heads what follows.
    """
    table = LedgerTable([], (), [], form=True)
    row = Row(0)
    open_field: str | None = None
    headed: set[str] = set()
    lines = list(lines)
    heads = _heads(lines)
    for line in lines:
        text = line.text
        if line.cell is not None or line.story != "body" or not text.strip():
            continue
        told = list(labels_in(text))
        if line.number in heads:
            row, open_field = _begun(table, row), None
            row.cells["number"] = [stretch_of(line, *heads[line.number], Cell(0, row.row, 0))]
            row.spans["number"] = 1
        elif not told and names_aspect(text.strip()):
            row = _begun(table, row)
            wide = Row(row.row, {"aspect": [stretch_of(line, 0, len(text), Cell(0, row.row, 0))]}, wide=True)
            table.rows.append(wide)
            row, open_field = Row(row.row + 1), None
        elif told and (
            row.cells or told[0][0] != "remark"
        ):  # what is explained before the first row is none of its cells
            for name, label, number, (start, end) in told:
                if name == "issue" and ("issue" in row.cells or "measure" in row.cells):
                    row = _begun(table, row)
                place = Cell(0, row.row, 0)
                if name not in headed:
                    headed.add(name)
                    table.header.append(stretch_of(line, *label, place))
                if number is not None and name == "issue":
                    row.cells["number"] = [stretch_of(line, *number, place)]
                    row.spans["number"] = 1
                row.cells.setdefault(name, []).append(stretch_of(line, start, end, place))
                row.spans[name] = 1
                open_field = name
        elif open_field is not None:
            row.cells[open_field].append(stretch_of(line, 0, len(text), Cell(0, row.row, 0)))
    _begun(table, row)
    if "owner" not in headed:  # as in running text: the unit answers for it where no person does
        for row in table.rows:
            if "department" in row.cells:
                row.cells["owner"] = row.cells.pop("department")
    table.names = tuple(line.text.strip() for line in table.header)
    whole = [row for row in table.rows if row.cells.keys() >= NEEDED]
    return table if whole and len(whole) * 2 > sum(not row.wide for row in table.rows) else None


def _heads(lines: Iterable[Line]) -> dict[int, tuple[int, int]]:
    """Where the number stands in lines that only count what the labels below them tell, by line: several with one word."""
    found = [(line, head) for line in lines if (head := _HEAD.fullmatch(line.text)) is not None]
    words = [head["word"] for _, head in found]
    return {line.number: head.span("number") for line, head in found if words.count(head["word"]) > 1}


def _begun(table: LedgerTable, row: Row) -> Row:
    """Put a row that holds anything to the table and return the next."""
    if not row.cells:
        return row
    table.rows.append(row)
    return Row(row.row + 1)


def labels_in(text: str) -> Iterator[tuple[str, tuple[int, int], tuple[int, int] | None, tuple[int, int]]]:
    """Yield the fields that labels name in a paragraph that begins with one: where label, number and what it says stand."""
    pattern, fields = _labels()
    found = list(pattern.finditer(text))
    if not found or text[: found[0].start()].strip():
        return
    for at, label in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        if (other := _OTHER.search(text, label.end(), end)) is not None:
            end = other.start()
        name = "name" if label["name"] else "within"
        marks = _MARKS if fields[label[name]] in _TOLD else f"{_MARKS}。"
        bare = text[label.end() : end].rstrip(marks)
        number = next((label.span(name) for name in ("number", "rank") if label[name]), None)
        yield fields[label[name]], label.span(name), number, (label.end(), label.end() + len(bare))
