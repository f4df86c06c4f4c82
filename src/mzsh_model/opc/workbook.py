"""Workbooks (.xlsx) as rows of text: what each sheet shows, and which cells are merged."""

from __future__ import annotations

import datetime as dt
import io
from typing import NamedTuple

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.opc.archive import open_archive
from mzsh_model.opc.limits import Limits

_MOST_CELLS = 2_000_000
"""So many cells a sheet may claim: a stray format in the last row of an empty sheet makes it a million rows long."""


class Sheet(NamedTuple):
    """One sheet: `rows` of equal length, and merged cells as `(row, column, rows, columns)`, all from 0."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...]

    def __repr__(self) -> str:
        return f"Sheet({len(self.rows)} rows)"  # never the words: they are people's


def is_workbook(data: bytes) -> bool:
    """Tell whether a zip package is a workbook."""
    return b"xl/workbook.xml" in data and b"word/document.xml" not in data


def read_workbook(data: bytes, limits: Limits) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that are not hidden, in order.

    Raises:
        BadPackage: damaged, over a limit, or python-calamine (extra `excel`) is not installed.
    """
    open_archive(data, limits)
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum
    except ImportError as error:
        raise BadPackage("workbook-extra", "读 Excel 文件要先安装：pip install 'mzsh-model[excel]'") from error
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found: list[Sheet] = []
        for told in book.sheets_metadata:
            sheet = book.get_sheet_by_name(told.name)
            if told.visible is not SheetVisibleEnum.Visible or sheet.total_height * sheet.total_width > _MOST_CELLS:
                continue
            rows = tuple(tuple(map(_shown, row)) for row in sheet.to_python(skip_empty_area=False))
            merged = tuple(
                (top, left, bottom - top + 1, right - left + 1)
                for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
            )
            found.append(Sheet(told.name, rows, merged))
    except CalamineError:
        raise BadPackage("workbook-damaged", "Excel 文件损坏，读不了。请用 Excel 或 WPS 打开后另存") from None
    return tuple(found)


def _shown(cell: object) -> str:
    """The text of a cell as a person would type it: a day in Chinese, a whole number without a point, yes and no."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell.year}年{cell.month}月{cell.day}日"
    return str(cell).replace("\r\n", "\n").replace("\r", "\n")
