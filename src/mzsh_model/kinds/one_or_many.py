"""Whether a paper is one form or lists many: titles do not tell (谈心谈话登记表, 征求意见表), its labels and tables do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.column import Column, Headed, table_under
from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.spec import Sign

_TOLD = 36
"""More than a title alone weighs."""

_FEWEST = 2
_LABEL = lazy_pattern(r"(?:^|(?<=[\s　；;]))(?P<label>[^：:\d\s][^：:\d]{0,12}?)\s*[:：]")


def signs_of_one(zh: str, many: str, blanks: Sequence[Column], marks: Collection[str]) -> tuple[Sign, ...]:
    """Return the sign of a form that the title calls by its name or by that of a list: the labels of `marks` stand in it once each."""
    marking = [blank for blank in blanks if blank.field in marks]

    def is_one(seen: Seen) -> bool:
        if seen.neighbour_titled not in (zh, many) or _lists(seen, blanks, rows=0):
            return False
        times = _times(seen, marking)
        return len(times) >= _FEWEST and set(times.values()) == {1}

    return (Sign(f"标题写明是{zh}或{many}，写法是一张{zh}", _TOLD, is_one),)


def signs_of_many(zh: str, one: str, columns: Sequence[Column]) -> tuple[Sign, ...]:
    """Return the sign of a list that the title calls by its name or by that of a form: rows of a table, or labels time and again."""
    needed = [column for column in columns if column.needed]

    def is_many(seen: Seen) -> bool:
        if seen.neighbour_titled not in (zh, one):
            return False
        times = _times(seen, needed)
        again = len(needed) >= _FEWEST and len(times) == len(needed) and min(times.values()) >= _FEWEST
        return again or _lists(seen, columns)

    return (Sign(f"标题写明是{one}或{zh}，写了几条", _TOLD, is_many),)


def _times(seen: Seen, columns: Sequence[Column]) -> Counter[str]:
    """How often each column is named by a label: in a cell of its own, or before a colon."""
    times: Counter[str] = Counter()
    for line in seen.lines:
        labels = [found["label"] for found in _LABEL.finditer(line.text)] or ([line.text] if line.cell else [])
        called = (column.field for label in labels for column in columns if column.is_called(label))
        times.update(called)
    return times


def _lists(seen: Seen, columns: Sequence[Column], rows: int = _FEWEST) -> bool:
    """Whether a table has most of its headers known, and so many rows below them at least."""
    return any(_is_list(seen, *one, rows) for one in table_under(columns, seen.first_rows, by_parts=True).items())


def _is_list(seen: Seen, table: int, head: Headed, rows: int) -> bool:
    headers = seen.first_rows[table, head.row]
    needed = [col for col, column in head.columns.items() if column.needed]
    told = [
        line.cell.col
        for line in seen.lines
        if line.cell and line.cell.table == table and line.cell.row > head.row and line.text.strip()
    ]
    return 2 * len(head.columns) > len(headers) and all(told.count(col) >= rows for col in needed)
