"""Columns that no header names, told by what stands below it: two of names are who and whom, the longest of the others is the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mzsh_model.chinese.surnames import is_person
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.column import Column, Headed, columns_called, first_rows
from mzsh_model.outline.lines import Line

_FEWEST = 2
_RECEIVES = lazy_pattern("被|挨|听|受|对象|对谁|给谁|找谁|谁听")
"""What the header of those says whom something is said to."""


def headed_by_cells(columns: Sequence[Column], lines: Sequence[Line]) -> Mapping[int, Headed]:
    """Return, by table, a header whose needed columns are told by their cells, where its names do not tell them.

    It must be known that the paper is one of these; where there are more columns of names than needed, nothing is told.
    """
    found: dict[int, Headed] = {}
    for (table, row), headers in first_rows(lines).items():
        if row == 0 and table not in found and (head := _headed(columns, lines, table, headers)) is not None:
            found[table] = head
    return found


def _headed(columns: Sequence[Column], lines: Sequence[Line], table: int, headers: Mapping[int, str]) -> Headed | None:
    cells: dict[int, list[str]] = {}
    for line in lines:
        if line.cell is not None and line.cell.table == table and line.cell.row and line.text.strip():
            cells.setdefault(line.cell.col, []).append("".join(line.text.split()))
    if len(headers) < _FEWEST or max(map(len, cells.values()), default=0) < _FEWEST:
        return None
    people = [col for col in headers if (told := cells.get(col)) and all(map(is_person, told))]
    wanted = [one for one in columns if one.needed and one.codec == "person"]
    texts = [one for one in columns if one.needed and one.codec == "text"]
    if len(people) != len(wanted) or len(texts) > 1 or any(is_person("".join(headers[col].split())) for col in people):
        return None
    if len(people) == _FEWEST and _RECEIVES.search(headers[people[0]]) and not _RECEIVES.search(headers[people[1]]):
        people.reverse()
    known = dict(zip(people, wanted, strict=True))
    rest = [col for col in headers if col not in known and col in cells]
    if texts:
        if not rest:
            return None
        longest = max(rest, key=lambda col: sum(map(len, cells[col])) / len(cells[col]))
        known[longest] = texts[0]
    taken = {one.field for one in known.values()}
    others = [one for one in columns if one.field not in taken]
    named = columns_called(others, {col: said for col, said in headers.items() if col not in known}, by_parts=True)
    return Headed(0, dict(sorted({**named, **known}.items())))
