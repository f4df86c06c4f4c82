"""A column of a table or a blank of a form, declared once: by which it is told, read and written; the tables that have such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.model.base import Placeholder
from mzsh_model.outline.lines import Line
from mzsh_model.reading.told_facts import name_value

_HEADER_ROWS = 4
_BRACKET = lazy_pattern("[（(]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table or a blank of a form.

    Attributes:
        field: The field of the row's type that a cell is.
        zh: What it is called where it is written.
        also: What else people call it; with `zh`, all by which it is known.
        codec: What its cells hold: text, or the name of a person or a unit.
        weight: How wide it is beside the others.
        needed: Whether a table without it is none of this kind.
    """

    field: str
    zh: str
    also: tuple[str, ...] = ()
    codec: Literal["text", "person", "org"] = "text"
    weight: int = 2
    needed: bool = False

    def is_called(self, header: str) -> bool:
        """Tell whether a header names this column, spaces, brackets behind it and widths aside."""
        return _bare(header) in map(fold, (self.zh, *self.also))

    def read(self, raw: str) -> object:
        """Return what a cell of this column holds."""
        return raw if self.codec == "text" else name_value(raw, self.codec)

    @staticmethod
    def printed(held: object) -> str:
        """Return a cell's text: `read(printed(v)) == v`."""
        return held.raw if isinstance(held, Placeholder) else "" if held is None else str(held)


NUMBER = Column("number", "序号", ("编号", "序", "号"), weight=1)
OWNER = Column("owner", "责任人", ("责任领导", "责任部门", "责任单位"), "person")
REMARK = Column("remark", "备注")
"""Columns that lists of every sort have."""


def table_under(columns: Sequence[Column], lines: Sequence[Line]) -> Mapping[int, dict[int, Column]]:
    """Return, by table, the columns of its header at their positions, of tables that have all that are needed."""
    named = {fold(name): column for column in columns for name in (column.zh, *column.also)}
    rows: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if line.cell is not None and not line.cell.path and line.cell.row < _HEADER_ROWS:
            rows.setdefault((line.cell.table, line.cell.row), []).append(line)
    found: dict[int, dict[int, Column]] = {}
    for (table, _), cells in rows.items():
        known = {
            line.cell.col: column
            for line in cells
            if line.cell is not None and (column := named.get(_bare(line.text))) is not None
        }
        if table not in found and all(column in known.values() for column in columns if column.needed):
            found[table] = known
    return found


def _bare(header: str) -> str:
    """What a header says before its brackets."""
    return fold(_BRACKET.split(header, 1)[0])
