"""The text of a draft with its findings on it: lines and tables as a person sees them, cut where a finding begins or ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from mzsh_model.kernel.place import Place
from mzsh_model.outline.lines import Line
from mzsh_model.rules.finding import Finding, Level


class Stretch(NamedTuple):
    """Characters under the same findings: the heaviest of their levels (None where there is none), the ones that begin and end here."""

    text: str
    level: Level | None
    begins: tuple[int, ...]
    ends: tuple[int, ...]


class MarkedLine(NamedTuple):
    """One line: its number from 1, which story it is of, whether it is a heading by its style, its stretches."""

    number: int
    story: str
    is_heading: bool
    stretches: tuple[Stretch, ...]


class Block(NamedTuple):
    """Lines as they follow one another, or the rows of a table: cells of lines."""

    lines: tuple[MarkedLine, ...] = ()
    rows: tuple[tuple[tuple[MarkedLine, ...], ...], ...] = ()


class _Mark(NamedTuple):
    start: int
    end: int
    number: int
    level: Level
    is_first: bool
    is_last: bool


def marked(lines: Sequence[Line], findings: Sequence[Finding]) -> list[Block]:
    """Return the text of a draft; findings are told by their position in `findings`, counted from 1."""
    on: dict[int, list[_Mark]] = {}
    for number, finding in enumerate(findings, 1):
        if not finding.line:
            continue
        places = (Place(finding.line, finding.start, finding.end), *finding.rest)
        for nth, place in enumerate(places, 1):
            mark = _Mark(place.start, place.end, number, finding.level, nth == 1, nth == len(places))
            on.setdefault(place.line, []).append(mark)
    return list(_blocks(lines, {line.number: _line(line, on.get(line.number, ())) for line in lines}))


def _blocks(lines: Sequence[Line], told: dict[int, MarkedLine]) -> Iterator[Block]:
    for table, held in groupby(lines, key=lambda line: None if line.cell is None else line.cell.table):
        if table is None:
            yield Block(lines=tuple(told[line.number] for line in held))
            continue
        rows = groupby(held, key=_row)
        yield Block(rows=tuple(tuple(_cells(row, told)) for _, row in rows))


def _cells(row: Iterable[Line], told: dict[int, MarkedLine]) -> Iterator[tuple[MarkedLine, ...]]:
    for _, cell in groupby(row, key=_column):
        yield tuple(told[line.number] for line in cell)


def _row(line: Line) -> int:
    return -1 if line.cell is None else line.cell.row


def _column(line: Line) -> int:
    return -1 if line.cell is None else line.cell.col


def _line(line: Line, marks: Sequence[_Mark]) -> MarkedLine:
    """A line cut at every edge of a mark; a mark of no characters stands at its place all the same."""
    edges = sorted({0, len(line.text), *(at for mark in marks for at in (mark.start, mark.end))})
    spans = [(here, then) for here, then in pairwise(edges)] or [(0, 0)]
    empty = {mark.start for mark in marks if mark.start == mark.end}
    spans = sorted([*spans, *((at, at) for at in empty if (at, at) not in spans)])
    return MarkedLine(
        line.number,
        line.story,
        line.level is not None,
        tuple(_stretch(line, start, end, marks) for start, end in spans),
    )


def _stretch(line: Line, start: int, end: int, marks: Sequence[_Mark]) -> Stretch:
    if start == end:
        here = [mark for mark in marks if mark.start == mark.end == start]
    else:
        here = [mark for mark in marks if mark.start <= start and end <= mark.end and mark.start < mark.end]
    return Stretch(
        line.text[start:end],
        max((mark.level for mark in here), key=lambda level: level.weight, default=None),
        tuple(mark.number for mark in here if mark.is_first and mark.start == start),
        tuple(mark.number for mark in here if mark.is_last and mark.end == end),
    )
