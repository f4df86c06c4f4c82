"""Criticisms told in paragraphs: 张三对李四：……, or below 对李四同志的批评意见 what each said."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.chinese.fields import evidence_of
from mzsh_model.chinese.surnames import may_name
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.about_whom import about_whom
from mzsh_model.kinds.column import NUMBER, Column
from mzsh_model.kinds.report.criticisms import speaker_of
from mzsh_model.kinds.report.exchanges import exchanges_in
from mzsh_model.kinds.rows_in_text import Row, Told
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.persons import persons

_LONGEST_HEADING = 40
_BEFORE_COLON = lazy_pattern(r"(?P<who>[\u4e00-\u9fff·]{2,4}?)(?:同志)?[：:]\s*")
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
        about = about_whom(block.text, start, span.end) if heads else None
        if about is not None and about.whom is not None:
            target = Span(block, *about.whom)
            told.others.append(span)
        elif (to := _said_to(block.text, start, span.end)) is not None:
            name, behind = to
            row = {at["target"]: Span(block, *name), at["text"]: trimmed(Span(block, behind, span.end), "；;，,。")}
            told.rows.append(_numbered(span, row))
        elif target is not None and (speaker := _speaker(block.text, start, span.end)) is not None:
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


def _speaker(text: str, start: int, end: int) -> tuple[tuple[int, int], int] | None:
    """Who a paragraph below the name of the one who is criticised begins with: there a word before a colon is his who says it."""
    if (known := speaker_of(text, start, end)) is not None:
        return known
    found = _BEFORE_COLON.match(text, start, end)
    named = found is not None and may_name(found["who"]) and not evidence_of(found["who"])
    return (found.span("who"), found.end()) if found is not None and named else None


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
