"""Rows told in paragraphs instead of a table: 1.关于“……”的问题。整改情况：……完成情况：……"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.column import NUMBER, Column, columns_called
from mzsh_model.outline.labels import BULLET
from mzsh_model.reading.draft import Span, trimmed

_ABOUT = lazy_pattern(
    r"(?:关于|针对|对于)?\s*[“\"](?P<said>[^”\"]+)[”\"]\s*(?:的|这一|这个)?\s*(?:问题|方面)?[。：:，,；;]?"
)
_ABOUT_BARE = lazy_pattern(r"(?:关于|针对|对于)\s*(?P<said>.+?)\s*的?问题[。：:，,；;]?")
_LABEL = lazy_pattern(
    r"(?:(?<=[。；;，,、：:\s（(【”.．)）])|(?<![\s\S]))(?P<name>[\u4e00-\u9fff]{2,8})[】）)]?\s*[:：]"
)
_CLAUSES = lazy_pattern("[，；;]|。.")
_NUMBERED = lazy_pattern(r"[\s一二三四五六七八九十\d０-９]+[：:、.．]?")
_MARKS = "。；;，,：:、【】（( "
_FEWEST = 2
"""So many rows, or a row with so many labels, make a list of rows: one label alone is a word before a colon."""

Row = dict[Column, Span]


class Told(NamedTuple):
    """The rows that paragraphs tell, and the paragraphs that tell none."""

    rows: list[Row]
    others: list[Span]


def rows_in_text(columns: Sequence[Column], spans: Sequence[Span], whole: Callable[[Row], bool] | None = None) -> Told:
    """Return the rows that labels make of paragraphs; what stands before the first label is the first column that is needed.

    They are a list if each of them is `whole`: has every column that is needed, unless something else is asked of it.
    """
    lead = next(column for column in columns if column.needed)
    rows: list[Row] = []
    others: list[Span] = []
    for span in spans:
        row = _row(span, columns, lead)
        if row is None:
            others.append(span)
        elif rows and NUMBER not in row and lead not in row and not row.keys() & rows[-1].keys():
            rows[-1].update(row)
        else:
            rows.append(row)
    needed = [column for column in columns if column.needed]

    def has_needed(row: Row) -> bool:
        return all(column in row for column in needed)

    if not all(map(whole or has_needed, rows)) or not any(len(row) > _FEWEST for row in rows):
        return Told([], list(spans))
    return Told(rows, others)


def _row(span: Span, columns: Sequence[Column], lead: Column) -> Row | None:
    """What one paragraph tells: its number, what stands before its labels, what stands behind each; None where it has none."""
    block, text = span.block, span.block.text
    label = block.label if span.start == 0 else None
    start = span.start if label is None or label.end >= span.end else label.end
    labels = list(_LABEL.finditer(text, start, span.end))
    named = columns_called(columns, {at: one["name"] for at, one in enumerate(labels)}, by_parts=True)
    found = [(labels[at], column) for at, column in named.items()]
    before = trimmed(Span(block, start, found[0][0].start() if found else span.end), _MARKS)
    about = _ABOUT.fullmatch(before.text) or _ABOUT_BARE.fullmatch(before.text)
    named_lead = label is not None and lead.is_called(_NUMBERED.split(label.raw, maxsplit=1)[0])  # 问题一：……
    if not found and not named_lead and (label is None or about is None):
        return None
    row: Row = {}
    if label is not None and start > span.start and label.kind is not BULLET:
        row[NUMBER] = Span(block, span.start, span.start + len(label.raw))
    if about is not None:
        row[lead] = Span(block, before.start + about.start("said"), before.start + about.end("said"))
    elif before.text:
        row[lead] = before
    for at, (one, column) in enumerate(found):
        end = found[at + 1][0].start() if at + 1 < len(found) else span.end
        said = trimmed(Span(block, one.end(), end), "；;，,（(【")
        if (
            one.start() and text[one.start() - 1] in "（("
        ):  # the label stands in a bracket, which closes behind what it says
            said = trimmed(said, "。；;，,）)")
        if not _CLAUSES.search(said.text):
            said = trimmed(said, "。")
        if said.start < said.end:
            row[column] = said
    return row
