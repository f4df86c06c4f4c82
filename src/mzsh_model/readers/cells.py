"""What the cells of a row hold: text, and measures with who answers for them and by when."""

from __future__ import annotations

import re

from mzsh_model.model.items import Measure
from mzsh_model.outline.blocks import Block, make_blocks
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.lines import Line
from mzsh_model.outline.sentences import sentences
from mzsh_model.readers.columns import LedgerTable, Row
from mzsh_model.readers.draft import Draft, Span, joined_place, joined_text, trimmed, whole
from mzsh_model.readers.facts import name_value

_STATE = re.compile(
    r"已销号|申请销号|拟销号|已完成|已整改(?:到位)?|整改完成|完成整改|基本完成|正在(?:推进|整改)|整改中|推进中|持续推进|长期坚持|未启动|未开始|尚未(?:启动|完成)|未完成|均已完成|逾期|重新整改"
)


def row_measures(row: Row) -> list[tuple[Span | None, Span]]:
    """Return the measures of a row's cell with their enumerators: numbered ones, else one a paragraph, else one a clause between semicolons."""
    found: list[tuple[Span | None, Span]] = []
    spans = cell_spans(row, "measure")
    for span in spans:
        text = span.block.text
        lists = chains(text, 0, len(text))
        if lists and lists[0].members[0].at == 0:
            for chain in lists:
                for m in chain.members:
                    label = Span(span.block, m.at, m.at + len(m.label.raw))
                    found.append((label, trimmed(Span(span.block, m.start, m.end), "；;，,")))
            continue
        typed = label_at(text)
        if typed is not None and typed.end < len(text):
            found.append((Span(span.block, 0, len(typed.raw)), trimmed(Span(span.block, typed.end, len(text)), "；;")))
            continue
        for start, end in _clauses(text):
            found.append((None, trimmed(Span(span.block, start, end), "；;")))
    return [(label, span) for label, span in found if span.start < span.end]


def _clauses(text: str) -> list[tuple[int, int]]:
    """Cut at semicolons, not at full stops: a measure without a number is a clause, or the whole paragraph."""
    cuts = [end for _, end in sentences(text, clauses=True) if text[end - 1] in "；;"]
    return list(zip([0, *cuts], [*cuts, len(text)], strict=True))


def read_row_measure(draft: Draft, path: str, ident: str, row: Row, label: Span | None, span: Span) -> Measure:
    """Return one measure of a row with what the row's other cells say of it; a person's own row makes him its owner."""
    draft.anchor(path, span.place())
    text = draft.anchor_span(f"{path}/text", span)
    typed = draft.anchor_span(f"{path}/label", label) if label else None
    owner = read_cell(draft, f"{path}/owner", row, "owner") or read_cell(draft, f"{path}/owner", row, "person")
    progress = read_cell(draft, f"{path}/progress", row, "progress")
    status = read_cell(draft, f"{path}/status", row, "status")
    if status is None and progress is not None and len({m[0] for m in _STATE.finditer(progress)}) == 1:
        found = _STATE.search(progress)
        status = found[0] if found else None
    return Measure(
        id=ident,
        label=typed,
        text=text,
        owner=None if owner is None else name_value(owner),
        department=read_cell(draft, f"{path}/department", row, "department"),
        due=read_cell(draft, f"{path}/due", row, "due"),
        status=status,
        progress=progress,
        evidence=read_cell(draft, f"{path}/evidence", row, "evidence"),
    )


def line_span(line: Line) -> Span:
    """Return what a line says, without white space at either end."""
    start = len(line.text) - len(line.text.lstrip())
    return trimmed(Span(Block(line.text, ((0, line.number, 0, len(line.text)),), line), start, len(line.text)))


def cell_spans(row: Row, meaning: str) -> list[Span]:
    """Return the paragraphs of a row's cell."""
    return [whole(block) for block in make_blocks(row.cells.get(meaning, ())).blocks]


def read_cell(draft: Draft, path: str, row: Row, meaning: str) -> str | None:
    """Return the text of a row's cell, one line a paragraph; None where it is blank or the table has no such column."""
    spans = [span for span in map(line_span, row.cells.get(meaning, ())) if span.start < span.end]
    if not spans:
        return None
    draft.anchor(path, joined_place(spans))
    return joined_text(spans)


def leave_out_cells(draft: Draft, table: LedgerTable) -> None:
    """Name the cells of a table that are not read: its header again on a new page, columns that mean nothing here."""
    for line in table.repeated:
        draft.leave_out("repeated-header", line.number, line.text, "表头在下一页又出现一次，没有当作一项")
    for line in table.unread:
        if line.text.strip():
            draft.leave_out("unread-cell", line.number, line.text, "这一格所在的栏不是台账的内容，没有读入")
