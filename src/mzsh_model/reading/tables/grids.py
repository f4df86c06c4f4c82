"""Tables as they stand in a document, whatever they hold: what each row names is found once, however often it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.reading.tables.column_names import Looks, meanings, with_inferred

_TITLED = lazy_pattern(r"台[账帐]|清单|整改")


class Grid:
    """One table by its rows; `above` is the line that leads it in."""

    def __init__(self, by_row: Mapping[int, list[Line]], above: Line | None = None) -> None:
        self.by_row = by_row
        self.above = above
        self._looks = Looks()
        self._heads: dict[int, tuple[list[Line], Mapping[int, str]]] = {}
        self._inferred: dict[tuple[int, bool, tuple[tuple[int, str], ...]], Mapping[int, str]] = {}

    @cached_property
    def rows(self) -> Sequence[int]:
        """The rows in order, without those at the head that one cell fills."""
        return sorted(self.by_row)[len(leading_rows(self.by_row)) :]

    def header(self, row: int) -> list[Line]:
        """The cells of a row and those above that reach down to it."""
        return self._head(row)[0]

    def names(self, row: int) -> dict[int, str]:
        """Column and meaning, as far as a row names them."""
        return dict(self._head(row)[1])

    def inferred(self, row: int, columns: Mapping[int, str], *, titled: bool = False) -> dict[int, str]:
        """Return the `columns` that a row names and those that only the cells below it explain."""
        key = row, titled, tuple(columns.items())
        if key not in self._inferred:
            heads = {line.cell.col for line in self.header(row) if line.cell and line.text.strip()}
            below: dict[int, list[str]] = {col: [] for col in heads - columns.keys()}
            for line in self.below(row) if below else ():
                if line.cell is not None and line.cell.col in below:
                    below[line.cell.col].append(line.text.strip())
            self._inferred[key] = with_inferred(columns, below, self._looks, titled=titled)
        return dict(self._inferred[key])

    def below(self, row: int) -> list[Line]:
        """The cells of the rows below one."""
        return [line for r in self.rows if r > row for line in self.by_row[r]]

    def _head(self, row: int) -> tuple[list[Line], Mapping[int, str]]:
        if row not in self._heads:
            reach = (line for r in self.by_row if r < row for line in self.by_row[r])
            head = [*(line for line in reach if line.cell and line.cell.row + line.cell.rows > row), *self.by_row[row]]
            self._heads[row] = head, meanings(head)
        return self._heads[row]


class Grids:
    """The tables among lines, those within cells of others aside; `titled` if the text before them says that they are a ledger."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.titled: bool = False
        by_row: dict[int, dict[int, list[Line]]] = {}
        above: dict[int, Line | None] = {}
        before: Line | None = None
        for line in lines:
            if line.cell is None:
                before = line if line.text.strip() else before
                self.titled |= not by_row and _TITLED.search(line.text) is not None
            elif not line.cell.path:
                above.setdefault(line.cell.table, before)
                before = None
                by_row.setdefault(line.cell.table, {}).setdefault(line.cell.row, []).append(line)
        self.tables: Sequence[Grid] = [Grid(rows, above[table]) for table, rows in by_row.items()]


def leading_rows(by_row: Mapping[int, Sequence[Line]]) -> list[int]:
    """Return the rows at the head of a table that one cell fills: its title, who filled it in."""
    found: list[int] = []
    for row in sorted(by_row):
        if not is_wide(by_row[row]):
            break
        found.append(row)
    return found if len(found) < len(by_row) else []


def title_rows(lines: Iterable[Line]) -> frozenset[int]:
    """Return the numbers of the lines in the first rows of the first table that one cell fills: a title on the table."""
    by_row: dict[int, list[Line]] = {}
    for line in lines:
        if line.cell is not None and line.cell.table == 0:
            by_row.setdefault(line.cell.row, []).append(line)
    return frozenset(line.number for row in leading_rows(by_row) for line in by_row[row])


def is_wide(lines: Sequence[Line]) -> bool:
    """Tell whether one cell over several columns fills a row."""
    return (
        len({line.cell.col for line in lines if line.cell}) == 1
        and lines[0].cell is not None
        and lines[0].cell.cols > 1
    )
