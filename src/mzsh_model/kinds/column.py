"""A column of a table or a blank of a form, declared once: by which it is told, read and written; the tables that have such."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.model.base import Placeholder
from mzsh_model.outline.lines import Line
from mzsh_model.reading.told_facts import name_value

_HEADER_ROWS = 4
_FEWEST = 2
"""So many headers must be known where parts of names are enough: one alone may be a title."""

_WHOLE, _ENDING, _PART = 8, 5, 3
_SHORTEST, _LONGEST = 2, 16
"""Characters of a header or name of which a part counts."""

_LONG = 4
"""A name of so many characters is one at the end of any header."""

_JOINS = lazy_pattern("[对给和与及]|个人|本人|同志|方面")
"""What labels are joined with and may lack: 对班子成员个人的意见和建议 asks what 班子成员意见建议 does."""

_BRACKET = lazy_pattern("[（(]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table or a blank of a form.

    Attributes:
        field: The field of the row's type that a cell is.
        zh: What it is called where it is written.
        also: What else people call it; with `zh`, all by which it is known.
        codec: What its cells hold: text, or the name of a person or a unit.
        weight: How wide it is beside the others; of a blank, for how many lines it leaves room.
        needed: Whether a table without it is none of this kind.
        alone: What people call it in one word that other headers end with, too (姓名): it counts as the whole of a header.
        beside: The field of the blank behind which it stands, where a form asks for the same of others, too: 职务.
        never: Endings of headers that are none of it, though a part of them is a name: 征求对象 is asked, not told of.
    """

    field: str
    zh: str
    also: tuple[str, ...] = ()
    codec: Literal["text", "person", "org"] = "text"
    weight: int = 2
    needed: bool = False
    never: tuple[str, ...] = ()
    beside: str = ""
    alone: tuple[str, ...] = ()
    _names: tuple[str, ...] = dataclasses.field(default=(), init=False, repr=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """All by which it is known, as headers are compared; made when they are first asked for."""
        if not self._names:
            object.__setattr__(self, "_names", tuple(map(_plain, (self.zh, *self.also, *self.alone))))
        return self._names

    def is_called(self, header: str) -> bool:
        """Tell whether a header names this column, spaces, brackets behind it and widths aside."""
        bare = _bare(header)
        return bare in self.names or _plainer(bare) in map(_plainer, self.names)

    def ends(self, header: str) -> bool:
        """Tell whether a header ends with a long name of this column: 对局领导班子的意见建议."""
        bare = _plainer(_bare(header))
        return any(len(name) >= _LONG and bare.endswith(name) for name in map(_plainer, self.names))

    def weight_of(self, bare: str, *, by_parts: bool) -> int:
        """Return how well a bare header names this column: by a whole name, else, `by_parts`, by one at its end, one in it or
        one it is short for; 0 for not.
        """
        names = self.names
        if bare in names:
            return _WHOLE
        if not by_parts or not _SHORTEST <= len(bare) <= _LONGEST or bare.endswith(self.never):
            return 0
        named = [name for name in names if name not in self.alone]
        longer = [name for name in named if len(name) >= _SHORTEST]
        if any(map(bare.endswith, longer)):
            return _ENDING
        return _PART if any(name in bare for name in longer) or any(bare in name for name in named) else 0

    def read(self, raw: str) -> object:
        """Return what a cell of this column holds."""
        return raw if self.codec == "text" else name_value(raw, self.codec)

    @staticmethod
    def printed(held: object) -> str:
        """Return a cell's text: `read(printed(v)) == v`."""
        return held.raw if isinstance(held, Placeholder) else "" if held is None else str(held)


NUMBER = Column("number", "序号", ("编号", "编码", "序", "号", "次", "次序", "项次"), weight=1)
OWNER = Column(
    "owner",
    "责任人",
    ("责任领导", "责任部门", "责任单位", "负责人", "整改责任人", "牵头领导", "责任同志", "谁负责"),
    "person",
)
REMARK = Column("remark", "备注", ("说明", "备注说明"))
"""Columns that lists of every sort have."""


FirstRows = Mapping[tuple[int, int], Mapping[int, str]]
"""The first rows of tables, by table and row: what stands at which position."""


class Headed(NamedTuple):
    """The header of a table: its row, and the column of which kind stands at which position."""

    row: int
    columns: dict[int, Column]


def first_rows(lines: Sequence[Line]) -> FirstRows:
    """Return what may be the headers of the tables among `lines`."""
    rows: dict[tuple[int, int], dict[int, str]] = {}
    for line in lines:
        if line.cell is not None and not line.cell.path and line.cell.row < _HEADER_ROWS:
            rows.setdefault((line.cell.table, line.cell.row), {})[line.cell.col] = line.text
    return rows


def table_under(columns: Sequence[Column], rows: FirstRows, *, by_parts: bool = False) -> Mapping[int, Headed]:
    """Return, by table, its header, of tables that have all columns that are needed.

    `by_parts`: that it is a table of these is known, so that a part of a name is enough: 意见内容, 主谈.
    """
    found: dict[int, Headed] = {}
    needed = [column for column in columns if column.needed]
    for (table, row), headers in rows.items():
        bare = frozenset(map(_bare, headers.values()))
        if table in found or not (by_parts or all(not bare.isdisjoint(one.names) for one in needed)):
            continue
        known = columns_called(columns, headers, by_parts=by_parts)
        alone = by_parts and len(known) < _FEWEST and len(headers) > 1
        if not alone and all(one in known.values() for one in needed):
            found[table] = Headed(row, known)
    return found


def columns_called(
    columns: Sequence[Column], headers: Mapping[int, str], *, by_parts: bool = False
) -> dict[int, Column]:
    """Return which column each header names: the one that names it best first, no column twice unless both are whole names."""
    offers = sorted(
        (-weight, at, order)
        for at, bare in ((at, _bare(header)) for at, header in headers.items())
        for order, column in enumerate(columns)
        if (weight := column.weight_of(bare, by_parts=by_parts))
    )
    known: dict[int, Column] = {}
    for weight, at, order in offers:
        if at not in known and (-weight == _WHOLE or columns[order] not in known.values()):
            known[at] = columns[order]
    return dict(sorted(known.items()))


def _bare(header: str) -> str:
    """What a header says before its brackets."""
    return _plain(_BRACKET.split(header, 1)[0])


def _plain(name: str) -> str:
    """A name as names are compared: 整改落实的情况 is 整改落实情况."""
    return fold(name).replace("的", "")


def _plainer(bare: str) -> str:
    """A label as labels of blanks are compared, without what only joins it, where anything is left."""
    return _JOINS.sub("", bare) or bare
