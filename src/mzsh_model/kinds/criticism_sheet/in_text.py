"""Criticisms told in paragraphs: 张三对李四：……, or below 对李四同志的批评意见 what each said."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.column import NUMBER, Column
from mzsh_model.kinds.report.criticisms import speaker_of, target_of
from mzsh_model.kinds.report.exchanges import exchanges_in
from mzsh_model.kinds.rows_in_text import Row, Told
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.persons import persons

_LONGEST_HEADING = 40
_SIGNED = lazy_pattern(
    r"[。；;，,]?\s*[（(](?P<by>[\u4e00-\u9fff·]{2,4}?)(?:同志)?(?:提出?|批评|意见)?[）)][。；;]?\s*$"
)
"""Who says it, behind it: ……（张三）"""


def criticisms_in_text(columns: Sequence[Column], spans: Sequence[Span]) -> Told:
    """Return the criticisms that paragraphs tell with the names of both sides, and the other paragraphs."""
    at = {column.field: column for column in columns}
    told = Told([], [])
    target: Span | None = None
    for span in spans:
        said = list(exchanges_in(span))
        if said:
            for one in said:
                sides = {"critic": one.critic, "target": one.target, "text": one.text}
                row = {at[name]: held for name, held in sides.items() if held is not None}
                told.rows.append(_numbered(span, row) if one.label is None else {NUMBER: one.label, **row})
            continue
        block, start = span.block, _behind_number(span)
        heads = span.end - span.start <= _LONGEST_HEADING and not span.text.rstrip("：:").endswith(("。", "；"))
        if heads and (named := target_of(block.text, start, span.end) or _alone(block.text, start, span.end)):
            target = Span(block, *named)
            told.others.append(span)
        elif (to := _said_to(block.text, start, span.end)) is not None:
            name, behind = to
            row = {at["target"]: Span(block, *name), at["text"]: trimmed(Span(block, behind, span.end), "；;，,。")}
            told.rows.append(_numbered(span, row))
        elif target is not None and (speaker := speaker_of(block.text, start, span.end)) is not None:
            text = trimmed(Span(block, speaker[1], span.end), "；;，,。")
            if text.start < text.end:
                row = {at["critic"]: Span(block, *speaker[0]), at["target"]: target, at["text"]: text}
                told.rows.append(_numbered(span, row))
            else:
                told.others.append(span)
        elif target is not None and (by := _SIGNED.search(block.text, start, span.end)) is not None:
            row = {at["critic"]: Span(block, *by.span("by")), at["target"]: target}
            told.rows.append(_numbered(span, row | {at["text"]: trimmed(Span(block, start, by.start()), "；;，,。")}))
        else:
            told.others.append(span)
    return told


def _alone(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a heading that names one person and nothing else has the name: 一、张三同志, （二）副局长李四："""
    while end > start and (text[end - 1].isspace() or text[end - 1] in "：:"):
        end -= 1
    named = persons(text, start + (text[start : start + 1] in ("对", "给")), end, titled=True)
    return named[0].name if len(named) == 1 else None


def _said_to(text: str, start: int, end: int) -> tuple[tuple[int, int], int] | None:
    """Where a paragraph of one member's criticisms names whom each is of, and where it begins: 对李四同志：……"""
    colon = next((at for at in range(start, min(end, start + _LONGEST_HEADING)) if text[at] in "：:"), end)
    if text[start : start + 1] not in ("对", "给", "向") or colon + 1 >= end:
        return None
    named = persons(text, start + 1, colon, titled=True)
    return (named[0].name, colon + 1) if len(named) == 1 else None


def _behind_number(span: Span) -> int:
    label = span.block.label if span.start == 0 else None
    return span.start if label is None else label.end


def _numbered(span: Span, row: Row) -> Row:
    label = span.block.label if span.start == 0 else None
    return row if label is None else {NUMBER: Span(span.block, 0, len(label.raw)), **row}
