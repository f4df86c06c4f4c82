"""What a paper says of persons at a meeting: who is named, and in what part; in sentences, behind labels, in tables, annexed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.attendance.away import away_people
from mzsh_model.kinds.report.attendance.place import MARK
from mzsh_model.kinds.report.attendance.words import PARTS, roll_words
from mzsh_model.outline.lines import Line
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Span
from mzsh_model.reading.tables.cell_values import line_span
from mzsh_model.reading.words.persons import Person, persons

_STOP, _COMMA = lazy_pattern("[。；;]"), lazy_pattern("[，,。；;]")
_COUNTED = lazy_pattern("(?:应该?|实际?|未能?|没有|不能)$")
"""Before how many should have come, or who did not."""

_BLANK = lazy_pattern(r"\s+")
_LISTS = lazy_pattern(r"名单|签到表|签到册")
_LONGEST_HEADING = 24
_ABSENT = lazy_pattern("请假|缺席|未到|未参加|出差|病假|公假|学习|培训")
_BESIDE, _LED = lazy_pattern("列席"), lazy_pattern("主持")


class Roll(NamedTuple):
    """Persons that a paragraph or a cell names, what their part was, where it stands, and whether a label or a list says so.

    `place` is the same for rolls that tell one list; `elsewhere` says that the sentence tells of another meeting.
    """

    part: str
    span: Span
    people: list[Person]
    labelled: bool
    place: int
    elsewhere: bool = False


_SPOKEN = lazy_pattern("[：:。；]")
"""What a line has in which somebody speaks or something is told, and a line of names has not."""


def rolls(spans: Sequence[Span], lines: Sequence[Line]) -> list[Roll]:
    """Return every list of persons with their part at the meeting: of paragraphs, then of tables and annexed lists."""
    found: list[Roll] = []
    open_part: tuple[str, int] | None = None
    for span in spans:
        labelled = list(_labelled(span))
        goes_on = not labelled and open_part is not None and not _SPOKEN.search(span.block.text, span.start, span.end)
        if goes_on and open_part is not None and (people := persons(*_within(span), titled=True, called=True)):
            found.append(Roll(open_part[0], span, people, labelled=True, place=open_part[1]))
            continue
        found += labelled
        told = bool(labelled) and not _STOP.search(span.block.text, span.start, span.end)
        open_part = (labelled[-1].part, labelled[-1].place) if told else None
        found += _said(span)
    return [*found, *_tabled(lines), *_annexed(lines)]


def _within(span: Span) -> tuple[str, int, int]:
    start = span.start
    while start < span.end and span.block.text[start].isspace():
        start += 1
    return span.block.text, start, span.end


def _labelled(span: Span) -> Iterator[Roll]:
    text = span.block.text
    found = list(roll_words().label.finditer(text, span.start, span.end))
    for at, label in enumerate(found):
        stop = _STOP.search(text, label.end(), span.end)
        ends = [one.start() for one in found[at + 1 : at + 2]] + [stop.start() if stop else span.end]
        end = min(ends)
        if text[label.end() - 1] in "（(":
            close = next((n for n in range(label.end(), span.end) if text[n] in "）)"), end)
        else:
            close = end
        if label["missing"] or label["absent"]:
            people = away_people(text, label.end(), close)
        elif label["present"] and text[label.end() - 1] in "（(":
            people = persons(text, label.end(), close, titled=True)
        else:
            people = persons(text, label.end(), end, whole=False, titled=True, called=True)
        part = "absent" if label["missing"] else next((part for part in PARTS if label[part]), "came")
        if people:
            yield Roll(part, span, people, labelled=True, place=span.block.line.number)


def _said(span: Span) -> Iterator[Roll]:
    """The lists that a verb ends: 张三、李四参加会议, 王五列席, 督导组组长高六到会."""
    text, words = span.block.text, roll_words()
    if words.verb.search(text, span.start, span.end) is None:
        return
    for low, high in sentences(text, span.start, span.end, clauses=True):
        if words.label.search(text, low, high):
            continue
        for verb in words.verb.finditer(text, low, high):
            part = verb.lastgroup or "came"
            if part == "came" and _COUNTED.search(text, low, verb.start()):
                continue
            starts = [low, *(mark.end() for mark in MARK.finditer(text, low, verb.start()))]
            lists = ((at, persons(text, at, verb.start(), titled=True)) for at in starts)
            found = next(((at, people) for at, people in lists if people), None)
            if found is None:
                continue
            at, people = found
            comma = _COMMA.search(text, verb.end(), high)
            behind = comma.start() if comma else high
            if words.guides.search(text, verb.end(), behind) or words.groups.search(text, at, verb.start()):
                part = "guided"
            elsewhere = words.elsewhere.search(text, low, high) is not None and "生活会" not in text[low:high]
            yield Roll(part, span, people, labelled=False, place=span.block.line.number, elsewhere=elsewhere)


def _tabled(lines: Sequence[Line]) -> Iterator[Roll]:
    """The rows of tables that tell it: 出席人员 | 张三、李四; and tables with a row a person."""
    cells = [line for line in lines if line.cell is not None and line.text.strip()]
    for table, rows in groupby(cells, lambda line: line.cell.table if line.cell else 0):
        by_row = [list(row) for _, row in groupby(rows, lambda line: line.cell.row if line.cell else 0)]
        yield from _roster(by_row, -1 - table)
        for row in by_row:
            for label, told in pairwise(row):
                found = roll_words().label.fullmatch(_BLANK.sub("", label.text) + "：")
                part = next((part for part in PARTS if found and found[part]), None)
                if part is not None:
                    span = line_span(told)
                    if part == "absent":
                        people = away_people(*_within(span))
                    else:
                        people = persons(*_within(span), whole=False, titled=True, called=True)
                    if people:
                        yield Roll(part, span, people, labelled=True, place=-1 - table)


def _roster(rows: list[list[Line]], place: int) -> Iterator[Roll]:
    """A table that lists persons: each of its columns is one of a roster, and one is that of the names."""
    roster = roll_words().roster
    names = {line.cell.col: roster.get(_BLANK.sub("", line.text)) for line in rows[0] if line.cell}
    if "name" not in names.values() or None in names.values() or len(names) < 2:
        return
    for row in rows[1:]:
        told = {names.get(line.cell.col): line for line in row if line.cell}
        if "name" not in told:
            continue
        name, beside = line_span(told["name"]), told["part"].text if "part" in told else ""
        people = persons(*_within(name), called=True)
        part = "absent" if _ABSENT.search(beside) else "beside" if _BESIDE.search(beside) else "came"
        if people:
            yield Roll("led" if _LED.search(beside) else part, name, people, labelled=True, place=place)


def _annexed(lines: Sequence[Line]) -> Iterator[Roll]:
    """A list of names under a heading: 参会人员名单, one person or several a line."""
    part = ""
    place = 0
    for line in lines:
        text = _BLANK.sub("", line.text)
        if line.cell is not None or line.story != "body" or not text:
            continue
        headed = _LISTS.search(text) is not None and len(text) <= _LONGEST_HEADING
        found = roll_words().label.search(_LISTS.sub("", text).rstrip("：:") + "：") if headed else None
        if found is not None:
            part, place = next((one for one in PARTS if found[one]), "came"), line.number
            continue
        people = persons(*_within(line_span(line)), titled=True) if part else []
        if people:
            yield Roll(part, line_span(line), people, labelled=True, place=place)
        else:
            part = ""
