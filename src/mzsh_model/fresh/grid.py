"""A table with merged cells, and the WordprocessingML of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mzsh_model.fresh.paragraph_xml import Paragraph, Style, body_xml

_WIDTH, _UPRIGHT_WIDTH = 16838 - 1984 - 2098, 11906 - 1588 - 1474
"""What a page on its side and one upright hold between their margins (twips)."""

_ROW = 680
"""How high a row of a form is at least (twips): so much a hand needs."""


class GridCell(NamedTuple):
    """A cell and the rows that it takes."""

    text: str
    rows: int = 1


class Grid(NamedTuple):
    """A table: its header, and its rows, None where a cell from above reaches down; `weights` say how wide columns are.

    `high` are how many times as high as a line of a form each row is at least: such a table is a form, which has no header,
    its labels in the first column, and stands on an upright page.
    """

    header: tuple[str, ...]
    weights: tuple[int, ...]
    rows: tuple[tuple[GridCell | None, ...], ...]
    high: tuple[int, ...] = ()

    @property
    def is_form(self) -> bool:
        """Whether it is to be filled in by hand."""
        return bool(self.high)


def table_xml(grid: Grid) -> str:
    """Return a table with borders, its header repeated on every page, no row broken over two; a form's rows may be."""
    whole = sum(grid.weights)
    widths = [(_UPRIGHT_WIDTH if grid.is_form else _WIDTH) * weight // whole for weight in grid.weights]
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    header = _row_xml([GridCell(name) for name in grid.header], widths, Style.HEADER_CELL) if grid.header else ""
    if grid.is_form:
        rows = "".join(_form_row_xml(row, widths, _ROW * high) for row, high in zip(grid.rows, grid.high, strict=True))
    else:
        rows = "".join(_row_xml(row, widths, Style.CELL) for row in grid.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{header}{rows}</w:tbl>'
    )


def _row_xml(row: Sequence[GridCell | None], widths: Sequence[int], style: Style) -> str:
    header = "<w:tblHeader/>" if style is Style.HEADER_CELL else ""
    cells = "".join(_cell_xml(cell, width, style) for cell, width in zip(row, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _form_row_xml(row: Sequence[GridCell | None], widths: Sequence[int], height: int) -> str:
    styles = (Style.HEADER_CELL, *(Style.CELL for _ in row[1:]))
    cells = "".join(_cell_xml(*one) for one in zip(row, widths, styles, strict=True))
    return f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr>'


def _cell_xml(cell: GridCell | None, width: int, style: Style) -> str:
    merge = "<w:vMerge/>" if cell is None else '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
    texts = [""] if cell is None else cell.text.split("\n")
    paragraphs = body_xml(Paragraph(style, text) for text in texts)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'
