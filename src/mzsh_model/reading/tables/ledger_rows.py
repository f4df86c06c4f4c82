"""The rows of a table of problems: which belong together, which only name an aspect, what problem they hold."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.chinese.unsaid import is_unsaid
from mzsh_model.model.items import Issue
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import LabelKind, label_at
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.reading.draft import Draft, Span, trimmed
from mzsh_model.reading.tables.cell_values import cell_spans, line_span, read_cell
from mzsh_model.reading.tables.column_names import Row


def row_groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows that share one problem: merged cells, or a blank problem cell without a number, which goes on from above."""
    groups: list[list[Row]] = []
    reach = 0
    for row in rows:
        if _is_said(row, "issue") or row.wide or not groups or groups[-1][0].wide or not _goes_on(row, reach):
            groups.append([row])
            reach = row.row + row.spans.get("issue", 1)
        else:
            groups[-1].append(row)
    return groups


def _goes_on(row: Row, reach: int) -> bool:
    """Whether a row without a problem of its own belongs to the problem above."""
    own = "issue" in row.cells and row.row >= reach
    numbered = _is_said(row, "number") and row.spans.get("number") is not None
    return not own or (_is_said(row, "measure") and not numbered)


def _is_said(row: Row, meaning: str) -> bool:
    return any(line.text.strip() for line in row.cells.get(meaning, ()))


def aspect_row(group: list[Row]) -> Span | None:
    """Return the name in a row that only heads the rows below it: （一）, or 方面, and nothing in the other columns."""
    cells = {name: lines for name, lines in group[0].cells.items() if any(line.text.strip() for line in lines)}
    if len(group) > 1 or not cells or not set(cells) <= {"number", "issue", "aspect"}:
        return None
    named = next(line for name in ("issue", "aspect", "number") for line in cells.get(name, ()))
    span = line_span(named)
    if group[0].wide:
        label = label_at(span.text)
        return trimmed(Span(span.block, span.start + (label.end if label else 0), span.end))
    label = label_at(cells["number"][0].text.strip()) if "number" in cells else None
    ranked = label is not None and label.kind in (LabelKind.HAN, LabelKind.HAN_PAREN)
    return span if ranked or named.text.strip().endswith("方面") else None


def own_aspect(row: Row) -> Span | None:
    """Return the name of the aspect in a row, which holds for the rows below that name none."""
    named = [line for line in row.cells.get("aspect", ()) if line.text.strip()]
    return line_span(named[0]) if len(named) == 1 else None


def read_row_aspect(draft: Draft, path: str, row: Row, heading: Span | None) -> str | None:
    """Return the aspect of a row: its own, else that of the row that heads it."""
    own = read_cell(draft, path, row, "aspect")
    return draft.anchor_span(path, heading) if own is None and heading is not None else own


def row_problems(row: Row) -> list[tuple[Span | None, list[Span]]]:
    """Return the problems of a row's cell with their enumerators: one a number, where it numbers several; else one."""
    spans = [span for span in cell_spans(row, "issue") if not is_unsaid(span.text, "issue")]
    if not spans:
        return []
    text = spans[0].block.text
    lists = chains(text, 0, len(text)) if len(spans) == 1 else ()
    if len(lists) == 1 and lists[0].members[0].at == 0 and lists[0].members[0].label.kind is not LabelKind.SHI:
        block = spans[0].block
        return [
            (Span(block, m.at, m.at + len(m.label.raw)), [trimmed(Span(block, m.start, m.end), "；;，,")])
            for m in lists[0].members
        ]
    labels = [span.block.label for span in spans]
    first = labels[0]
    heads = [first is not None and one is not None and one.form == first.form for one in labels]
    if sum(heads) < 2:
        heads = [True] + [False] * (len(spans) - 1)
    found: list[tuple[Span | None, list[Span]]] = []
    for span, label, is_head in zip(spans, labels, heads, strict=True):
        if not is_head:
            found[-1][1].append(span)
        elif label is not None and label.end < len(span.text):
            typed = Span(span.block, span.start, span.start + len(label.raw))
            found.append((typed, [Span(span.block, span.start + label.end, span.end)]))
        else:
            found.append((None, [span]))
    return found


def read_row_issue(
    draft: Draft, path: str, row: Row, number: int, heading: Span | None, problem: tuple[Span | None, list[Span]]
) -> Issue:
    """Return one problem of a row, the document's `number`th."""
    label, spans = problem
    typed = draft.anchor_span(f"{path}/label", label) if label else None
    head = spans[0]
    text = draft.anchor_item(path, spans)
    close = first_sentence(head.block.text, head.start, head.end)
    statement = draft.anchor_span(f"{path}/statement", trimmed(Span(head.block, head.start, close), "。.；;"))
    origin = read_cell(draft, f"{path}/origin", row, "origin")
    aspect = read_row_aspect(draft, f"{path}/aspect", row, heading)
    return Issue(id=f"i{number}", aspect=aspect, label=typed, statement=statement, text=text, origin=origin)
