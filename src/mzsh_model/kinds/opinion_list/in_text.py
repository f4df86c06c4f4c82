"""Opinions told in numbered paragraphs instead of a table: 1.建议多到村里走走。"""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kinds.column import NUMBER, Column
from mzsh_model.kinds.rows_in_text import Row, Told, rows_in_text
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.reading.draft import Span, trimmed

_FEWEST = 2


def opinions_in_text(columns: Sequence[Column], spans: Sequence[Span]) -> Told:
    """Return the rows that labels make of paragraphs; else the paragraphs of the lowest number, each an opinion.

    A number above others is that of a heading: 一、对班子的意见.
    """
    labelled = rows_in_text(columns, spans)
    if labelled.rows:
        return labelled
    text = next(column for column in columns if column.needed)
    kinds = [label.kind for span in spans if (label := span.block.label) is not None and span.start == 0]
    lowest = max((kind for kind in kinds if kind not in RUN_IN), default=None)
    rows: list[Row] = []
    others: list[Span] = []
    for span in spans:
        label = span.block.label if span.start == 0 else None
        if label is None or label.kind is not lowest:
            others.append(span)
            continue
        said = trimmed(Span(span.block, label.end, span.end))
        rows.append({NUMBER: Span(span.block, 0, len(label.raw)), text: said})
    return Told(rows, others) if len(rows) >= _FEWEST else Told([], list(spans))
