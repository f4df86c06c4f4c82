"""A ledger as a workbook (.xlsx): the same page as the Word table."""

from __future__ import annotations

import datetime as dt
import io
from importlib import import_module
from typing import Protocol, cast

from mzsh_model.fresh.page import Page
from mzsh_model.kernel.errors import BadEdit, WrongKind

_WIDTH = 7
"""Characters of a column for each unit of its weight."""


class _Sheet(Protocol):
    """What is used of a sheet of xlsxwriter, which says nothing of its types."""

    def set_landscape(self) -> None: ...
    def set_paper(self, paper_size: int) -> None: ...
    def fit_to_pages(self, width: int, height: int) -> None: ...
    def merge_range(self, top: int, left: int, bottom: int, right: int, data: str, cell_format: object) -> object: ...
    def write_string(self, row: int, col: int, string: str, cell_format: object) -> object: ...
    def repeat_rows(self, first_row: int) -> None: ...
    def freeze_panes(self, row: int, col: int) -> None: ...
    def set_column(self, first_col: int, last_col: int, width: int) -> object: ...


class _Workbook(Protocol):
    def set_properties(self, properties: dict[str, object]) -> None: ...
    def add_format(self, properties: dict[str, object]) -> object: ...
    def add_worksheet(self, name: str) -> _Sheet: ...
    def close(self) -> None: ...


def _new_workbook(out: io.BytesIO) -> _Workbook:
    try:
        made = import_module("xlsxwriter").Workbook(out, {"in_memory": True})
    except ImportError as error:
        raise BadEdit("workbook-extra", "写 Excel 文件要先安装：pip install 'mzsh-model[excel]'") from error
    return cast(_Workbook, made)


def workbook_of(page: Page) -> bytes:
    """Return a workbook with the ledger on one sheet; the same page gives the same bytes.

    Raises:
        WrongKind: the page holds no table.
        BadEdit: xlsxwriter (extra `excel`) is not installed.
    """
    grid = page.grid
    if grid is None:
        raise WrongKind("write-form", "只有整改台账这样的表格能写成 Excel 文件，其他材料请写成 .docx")
    out = io.BytesIO()
    book = _new_workbook(out)
    book.set_properties({"created": dt.datetime(1980, 1, 1)})
    title = book.add_format({"bold": True, "font_size": 18, "align": "center", "valign": "vcenter", "text_wrap": True})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    head = book.add_format(
        {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#EDEDED"}
    )
    body = book.add_format({"border": 1, "valign": "vcenter", "text_wrap": True})
    sheet = book.add_worksheet("整改台账")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    last = len(grid.header) - 1
    row = 0
    for paragraph in page.above:
        sheet.merge_range(row, 0, row, last, "", plain)
        sheet.write_string(row, 0, paragraph.text, title if row == 0 else plain)
        row += 1
    sheet.repeat_rows(row)
    sheet.freeze_panes(row + 1, 0)
    for col, (name, weight) in enumerate(zip(grid.header, grid.weights, strict=True)):
        sheet.write_string(row, col, name, head)
        sheet.set_column(col, col, weight * _WIDTH)
    for cells in grid.rows:
        row += 1
        for col, cell in enumerate(cells):
            if cell is None:
                continue
            if cell.rows > 1:
                sheet.merge_range(row, col, row + cell.rows - 1, col, "", body)
            sheet.write_string(row, col, cell.text, body)
    row += 1
    for paragraph in page.below:
        row += 1
        sheet.merge_range(row, 0, row, last, "", plain)
        sheet.write_string(row, 0, paragraph.text, plain)
    book.close()
    return out.getvalue()
