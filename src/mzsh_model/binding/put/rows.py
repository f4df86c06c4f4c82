"""Rows of tables: entries that come, go and move, and cells that were empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mzsh_model.binding.put.listing import Listing, numbers_of
from mzsh_model.binding.put.plan import Plan, RowComing
from mzsh_model.binding.put.sites import Site
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.place import Place
from mzsh_model.kinds.spec import Tabular
from mzsh_model.outline.labels import relabel
from mzsh_model.outline.lines import Cell


class Rows:
    """The rows of a document's tables."""

    def __init__(self, plan: Plan, anchors: Mapping[str, Place], tabular: Tabular) -> None:
        self._plan = plan
        self._anchors = anchors
        self._tabular = tabular
        self._columns = tabular.places(plan.lines)

    def fill(self, path: ModelPath, text: str) -> bool:
        """Plan a text for a field whose cell is empty; False where there is no such cell."""
        cell = self._cell_of(path.parent)
        col = None if cell is None else self._columns.get(cell.table, {}).get(path.parts[-1])
        if cell is None or col is None:
            return False
        for line in self._plan.lines:
            own = line.cell
            if (
                own is not None
                and (own.table, own.col) == (cell.table, col)
                and own.row <= cell.row < own.row + own.rows
            ):
                self._plan.retype(line.number, line.auto, len(line.text), text)
                return True
        return False

    def _cell_of(self, path: ModelPath) -> Cell | None:
        place = self._anchors.get(f"{path}/text") or self._anchors.get(path)
        return None if place is None else self._plan.lines[place.line - 1].cell

    def place(self, where: ModelPath, new: Sequence[object], listing: Listing) -> None:
        """Plan the entries that come, go and move, their numbers kept right.

        Raises:
            BadEdit: a new entry would need several rows, or its row is a form, or a row holds several entries.
        """
        beside, numbers = numbers_of(listing)
        self._refuse_shared(where, listing)
        for n in sorted(listing.gone):
            for row in self._rows(where / n):
                self._plan.delete_row(row)
        for n, before in enumerate(listing.order):
            entry = new[n]
            if before is not None and before not in listing.moved:
                self._renumber(listing.sites[before], numbers.get(n))
                continue
            near, ahead = beside[n]
            rows = self._rows(where / near)
            target = rows[0] if ahead else rows[-1]
            site = listing.sites[near]
            if before is None:
                number = relabel(site.raw, numbers[n]) if n in numbers and not site.auto else None
                self._plan.insert_row(RowComing(target[0], ahead, self._cells(target[0], entry, number)))
            else:
                self._renumber(listing.sites[before], numbers.get(n))
                self._plan.insert_row(RowComing(target[0], ahead, {}, tuple(self._rows(where / before))))

    def _refuse_shared(self, where: ModelPath, listing: Listing) -> None:
        """Refuse where taking a row would take more than its entry."""
        taken = [*listing.gone, *listing.moved]
        told = [where / n for n in range(len(listing.sites)) if f"{where / n}" in self._anchors]
        if (taken or None in listing.order) and not all(map(self._rows, told)):
            raise BadEdit("edit-form", "这里的各项写在段落里，不是表里的一行，不能整项增删。请在文件里改")
        owners: dict[tuple[int, ...], set[int]] = {}
        for n in range(len(listing.sites)):
            for row in self._rows(where / n) if f"{where / n}" in self._anchors else ():
                owners.setdefault(row, set()).add(n)
        if any(len(held) > 1 and held & set(taken) for held in owners.values()):
            raise BadEdit("edit-shared-row", "表的一行里写了几项，不能只删去或移动其中一项。请在文件里先分成几行")
        for columns in self._columns.values():
            if len(set(columns.values())) < len(columns):
                raise BadEdit("edit-form", "这是左边一栏写项目名称的表单，不能整项增删。请在文件里改")

    def _renumber(self, site: Site, number: int | None) -> None:
        if site.label is None or site.auto or number is None:
            return
        label = relabel(site.raw, number)
        if label != site.raw:
            self._plan.retype(site.label.line, site.label.start, site.label.end, label)

    def _rows(self, path: ModelPath) -> list[tuple[int, ...]]:
        """The lines of each row of an entry, row by row."""
        place = self._anchors[path]
        found: dict[tuple[int, int], None] = {}
        for part in place.parts:
            cell = self._plan.lines[part.line - 1].cell
            if cell is not None:
                found[cell.table, cell.row] = None
        return [
            tuple(x.number for x in self._plan.lines if x.cell is not None and (x.cell.table, x.cell.row) == row)
            for row in found
        ]

    def _cells(self, line: int, entry: object, number: str | None) -> dict[int, str]:
        cell = self._plan.lines[line - 1].cell
        columns: Mapping[str, int] = {} if cell is None else self._columns.get(cell.table, {})
        texts = dict(self._tabular.texts(entry, columns))
        if number is not None:
            texts["number"] = number
        missing = [name for name, text in texts.items() if text and name not in columns]
        if missing:
            raise BadEdit("edit-column", f"表里没有写“{missing[0]}”的一栏。请先在文件里加上这一栏")
        return {columns[name]: text for name, text in texts.items() if text}
