"""Rows of tables that name a fact and tell it: 应到人数 | 4人, 会议时间 | 2024年2月2日; each as a paragraph with a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.lines import Line
from mzsh_model.reading.draft import Draft, Span, whole

_LONGEST_LABEL = 16
_UNIT = lazy_pattern(r"[（(]\s*(?:单位[：:])?(?P<unit>[\u4e00-\u9fff]{1,2})\s*[）)]")
"""What a label counts in: 征求意见（条）."""
_COUNTS = lazy_pattern(r"\d{1,6}")
_SAYS = lazy_pattern(r"[\u4e00-\u9fff]")
_ROWS_UPRIGHT = 2
"""A table of so many rows has its labels above what they name, unless these stand beside them."""


def told_in_cells(lines: Sequence[Line], mark: str = "：") -> list[Span]:
    """Return what stands in cells behind their labels, or below them, as paragraphs: 应到人数：4人."""
    return [whole(block) for label, told in _pairs(lines) if (block := _paragraph(label, told, mark)) is not None]


def leave_out_labels(draft: Draft) -> None:
    """Note as read the labels of those cells that were read for what they say."""
    told = draft.told_lines()
    for label, value in _pairs(draft.outline.lines):
        if value.number in told and label.number not in told:
            draft.leave_out("table-header", label.number, label.text, "这一格是栏目名，按它理解旁边的一格")
            told.add(label.number)


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """The cells that name something, each with the first line of the one that tells it."""
    cells = [line for line in lines if line.cell is not None and line.text.strip()]
    for _, group in groupby(cells, lambda line: line.cell.table if line.cell else 0):
        rows: list[list[Line]] = []
        for _, below in groupby(group, lambda line: line.cell.row if line.cell else 0):
            first = {line.cell.col: line for line in reversed(list(below)) if line.cell}
            rows.append(list(first.values())[::-1])
        if len(rows) == _ROWS_UPRIGHT and all(map(_is_label, rows[0])) and not _is_label(rows[1][0]):
            under = {line.cell.col: line for line in rows[1] if line.cell}
            yield from ((one, under[one.cell.col]) for one in rows[0] if one.cell and one.cell.col in under)
            continue
        for row in rows:
            said = row[1:] if len(row) % 2 and row[0].text.strip(" .、．").isdigit() else row
            yield from ((one, told) for one, told in zip(said[::2], said[1::2], strict=False) if _is_label(one))


def _is_label(line: Line) -> bool:
    text = line.text.strip()
    return len(text) <= _LONGEST_LABEL and _SAYS.search(text) is not None and not any(map(str.isdigit, text))


def _paragraph(label: Line, told: Line, mark: str) -> Block | None:
    """The label and what it names as one text; the unit of a bare number stands behind it."""
    name, said = "".join(label.text.split()).rstrip("：:"), told.text.strip()
    unit = _UNIT.search(name)
    behind = unit["unit"] if unit and _COUNTS.fullmatch(said) else ""
    name = name[: unit.start()] + name[unit.end() :] if unit else name
    at = len(told.text) - len(told.text.lstrip())
    start = len(name + mark)
    pieces = (0, label.number, 0, start), (start, told.number, at, len(said))
    return Block(name + mark + said + behind, pieces, told) if said else None
