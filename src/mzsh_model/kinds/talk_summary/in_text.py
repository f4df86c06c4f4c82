"""Talks told one a paragraph: 1.张三与李四谈话，1月3日，办公室，交流分工。"""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.column import NUMBER, Column
from mzsh_model.kinds.rows_in_text import Row, Told, rows_in_text
from mzsh_model.outline.labels import label_at
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.persons import persons

_FEWEST = 2
_PAIR = lazy_pattern(
    r"(?P<talker>[^，,。；;：:、]{2,20}?)(?:同志)?(?:与|和|同|跟|找|约)(?P<talked>[^，,。；;：:、]{2,20}?)(?:同志)?(?:进行|开展|作)?(?:了)?(?:个别|一次|第一次)*"
    r"(?:谈心谈话|谈话|谈心|交心|面谈|交谈|谈)(?P<rest>[：:，,。；;]|$)"
)
_PLACE = lazy_pattern(
    r"(?:地点(?:[：:]|在)?|在)?(?P<place>[^，,。；;：:]{1,16}?[室厅楼院馆站家厂场所库办村里]|[^，,。；;：:]{0,16}?(?:办公室|中心|车间|食堂|工地|现场|电话))"
)
_CLAUSE = lazy_pattern("[^，,。；;]+")
_MARKS = "，,。；; "


def talks_in_text(columns: Sequence[Column], spans: Sequence[Span]) -> Told:
    """Return the rows that labels make of paragraphs; else those of paragraphs that begin with who talked with whom.

    Of what follows, a clause that is nothing but a day is when, one that is nothing but a place is where; the rest is what was said.
    """
    labelled = rows_in_text(columns, spans)
    if labelled.rows:
        return labelled
    at = {column.field: column for column in columns}
    rows: list[Row] = []
    others: list[Span] = []
    for span in spans:
        row = _talk(span, at)
        if row is None:
            others.append(span)
        else:
            rows.append(row)
    return Told(rows, others) if len(rows) >= _FEWEST else Told([], list(spans))


def _talk(span: Span, at: dict[str, Column]) -> Row | None:
    block, text = span.block, span.block.text
    label = label_at(text, span.start) if span.start == 0 else None
    start = label.end if label else span.start
    row: Row = {} if label is None else {NUMBER: Span(block, span.start, span.start + len(label.raw))}
    found = _dated(span, start, row, at)
    pair = _PAIR.match(text, found, span.end)
    if pair is None:
        return None
    for side in ("talker", "talked"):
        named = persons(text, *pair.span(side), titled=True)
        if len(named) != 1:
            return None
        row[at[side]] = Span(block, *named[0].name)
    behind = pair.end()
    for part in _CLAUSE.finditer(text, pair.end(), span.end):
        clause = trimmed(Span(block, *part.span()), _MARKS)
        days = find_dates(clause.text)
        place = _PLACE.fullmatch(text, clause.start, clause.end)
        if days and at["when"] not in row and days[0].start == 0:
            row[at["when"]] = clause
        elif place is not None and at["place"] not in row:
            row[at["place"]] = Span(block, *place.span("place"))
        else:
            break
        behind = part.end()
    while behind < span.end and text[behind] in _MARKS:
        behind += 1
    if behind < span.end:
        row[at["text"]] = trimmed(Span(block, behind, span.end))
    return row


def _dated(span: Span, start: int, row: Row, at: dict[str, Column]) -> int:
    """Where the words behind a day begin, which is taken into the row: 1月3日，张三与李四谈话……"""
    text = span.block.text
    days = find_dates(text[start : span.end])
    if not days or days[0].start != 0:
        return start
    end = start + days[0].end
    row[at["when"]] = Span(span.block, start, end)
    while end < span.end and text[end] in _MARKS:
        end += 1
    return end
