"""What the cells of a row hold: text, and measures with who answers for them and by when."""

from __future__ import annotations

from collections.abc import Iterable

from mzsh_model.chinese.fields import field_names
from mzsh_model.chinese.unsaid import is_unsaid
from mzsh_model.model.items import Measure
from mzsh_model.model.row_cells import MEASURE_CELLS, NAME_CELLS
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.lines import Line
from mzsh_model.outline.paragraphs import make_blocks
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Draft, Span, joined_place, joined_text, trimmed, whole
from mzsh_model.reading.tables.column_names import LedgerTable, Row
from mzsh_model.reading.told_facts import due_of, owner_value


def row_measures(row: Row) -> list[tuple[Span | None, Span]]:
    """Return the measures of a row's cell with their enumerators: numbered ones, else one a paragraph, else one a clause between semicolons.

    A cell that says 无 or 待定 has none.
    """
    found: list[tuple[Span | None, Span]] = []
    for span in cell_spans(row, "measure"):
        clauses = ((None, trimmed(Span(span.block, *one), "；;")) for one in _clauses(span.block.text))
        found += _numbered(span) or clauses
    return [(label, span) for label, span in found if not is_unsaid(span.text, "measure")]


def row_causes(row: Row) -> list[tuple[Span | None, Span]]:
    """Return the causes of a row's cell with their enumerators: numbered ones, else one a paragraph."""
    return [one for span in cell_spans(row, "cause") for one in _numbered(span) or [(None, span)]]


def row_number(row: Row) -> int | None:
    """Return the number that a row says it has, None where it says none."""
    text = "".join(line.text.strip() for line in row.cells.get("number", ()))
    label = label_at(f"{text}、") if text else None
    return label.number if label is not None else None


def _numbered(span: Span) -> list[tuple[Span | None, Span]]:
    """What a paragraph of a cell numbers, each with its enumerator; nothing where it begins with none."""
    text = span.block.text
    lists = chains(text, 0, len(text))
    if lists and lists[0].members[0].at == 0:
        return [
            (Span(span.block, m.at, m.at + len(m.label.raw)), trimmed(Span(span.block, m.start, m.end), "；;，,"))
            for chain in lists
            for m in chain.members
        ]
    typed = span.block.label
    if typed is None or typed.end == len(text):
        return []
    return [(Span(span.block, 0, len(typed.raw)), trimmed(Span(span.block, typed.end, len(text)), "；;"))]


def _clauses(text: str) -> list[tuple[int, int]]:
    """Cut at semicolons, not at full stops: a measure without a number is a clause, or the whole paragraph."""
    cuts = [end for _, end in sentences(text, clauses=True) if text[end - 1] in "；;"]
    return list(zip([0, *cuts], [*cuts, len(text)], strict=True))


def read_row_measure(
    draft: Draft, path: str, ident: str, row: Row, label: Span | None, span: Span, part: tuple[int, int] = (0, 1)
) -> Measure:
    """Return one measure of a row with what the row's other cells say of it; a person's own row makes him its owner.

    `part` is its position among the measures of its cell and how many they are: cells numbered likewise tell of each.
    """
    draft.anchor(path, span.place())
    text = draft.anchor_span(f"{path}/text", span)
    typed = draft.anchor_span(f"{path}/label", label) if label else None
    told = read_row_fields(draft, path, row, MEASURE_CELLS, part)
    if told["due"] is None and "due" not in row.cells:
        told |= _beside_owner(draft, path, row)
    told["owner"] = told["owner"] or read_person(draft, f"{path}/owner", row)
    named = {name: owner_value(held) for name in NAME_CELLS if (held := told[name]) is not None}
    return Measure.model_validate({"id": ident, "label": typed, "text": text, **told, **named})


def _beside_owner(draft: Draft, path: str, row: Row) -> dict[str, str | None]:
    """Return the person and the time limit where one cell holds both: 责任人及时限."""
    beside = cell_spans(row, "owner")
    fact = due_of(beside[0].text) if len(beside) == 1 else None
    if fact is None:
        return {}
    block, cut = beside[0].block, beside[0].start + fact.start
    owner = trimmed(Span(block, beside[0].start, cut), "，,、；;（( ")
    due = draft.anchor_span(f"{path}/due", Span(block, cut, beside[0].start + fact.end))
    if owner.start < owner.end:
        return {"owner": draft.anchor_span(f"{path}/owner", owner), "due": due}
    draft.forget(f"{path}/owner")
    return {"owner": None, "due": due}


def read_row_fields(
    draft: Draft, path: str, row: Row, names: Iterable[str], part: tuple[int, int]
) -> dict[str, str | None]:
    """Return what a row's cells say of one of its measures under each of `names`; `part` as for `read_row_measure`."""
    return {name: _read_part(draft, f"{path}/{name}", row, name, part) for name in names}


def _read_part(draft: Draft, path: str, row: Row, meaning: str, part: tuple[int, int]) -> str | None:
    """The text of a row's cell; where it is numbered like the measures, the part of the one measure."""
    index, count = part
    spans = cell_spans(row, meaning) if count > 1 else []
    parts: list[Span] = []
    for span in spans:
        text = span.block.text
        lists = chains(text, 0, len(text))
        if lists and lists[0].members[0].at == 0:
            parts += [trimmed(Span(span.block, m.start, m.end), "；;，,、") for m in lists[0].members]
        elif (typed := span.block.label) is not None and typed.end < len(text):
            parts.append(trimmed(Span(span.block, typed.end, len(text)), "；;，,、"))
        else:
            return read_cell(draft, path, row, meaning)
    return draft.anchor_span(path, parts[index]) if len(parts) == count else read_cell(draft, path, row, meaning)


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


def read_person(draft: Draft, path: str, row: Row) -> str | None:
    """Return the person whose row it is; None where it is nobody's or the team's."""
    of_team = any(line.text.strip().endswith("班子") for line in row.cells.get("person", ()))
    return None if of_team else read_cell(draft, path, row, "person")


def leave_out_cells(draft: Draft, table: LedgerTable) -> None:
    """Name the cells of a table that are no item of it, and the headers that are not understood or only by their cells."""
    for line in table.repeated:
        draft.leave_out("repeated-header", line.number, line.text, "表头在下一页又出现一次，没有当作一项")
    for line in table.again:
        draft.leave_out("repeated-cell", line.number, line.text, "前一张清单已经写了这一格，按前一张理解")
    for line in table.apart:
        draft.leave_out("group-row", line.number, line.text, "这一行只是下面几项的小标题，没有当作一项")
    for line in table.unknown:
        draft.notice("header-unknown", line.number, line.text, f"没有看懂表头“{line.text.strip()}”，这一栏没有读入")
    for line, meaning in table.inferred:
        zh = field_names()[meaning].zh
        draft.notice(
            "header-inferred", line.number, line.text, f"表头“{line.text.strip()}”不认识，按各格的内容当作{zh}一栏"
        )
    for line in table.unread:
        if line.text.strip():
            draft.leave_out(
                "unread-cell", line.number, line.text, "这一格所在的栏不是台账的内容，或与另一栏是同一项，没有读入"
            )
    for line in table.dittos:
        draft.leave_out("ditto", line.number, line.text, "这一格写的是同上，按上一行理解")
    for row in table.rows:
        for meaning in ("issue", "measure"):
            for line in row.cells.get(meaning, ()):
                if line.text.strip() and is_unsaid(line.text, meaning):
                    zh = field_names()[meaning].zh
                    draft.leave_out(
                        "unsaid-cell", line.number, line.text, f"这一格写的是“{line.text.strip()}”，没有写出{zh}"
                    )
