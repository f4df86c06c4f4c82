"""A table with merged cells, and the WordprocessingML of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mzsh_model.fresh.paragraph_xml import Paragraph, Style, body_xml

_WIDTH = 16838 - 1984 - 2098
"""What a page on its side holds between its margins (twips)."""


class GridCell(NamedTuple):
    """A cell and the rows that it takes."""

    text: str
    rows: int = 1


class Grid(NamedTuple):
    """A table: its header, and its rows, None where a cell from above reaches down; `weights` say how wide columns are."""

    header: tuple[str, ...]
    weights: tuple[int, ...]
    rows: tuple[tuple[GridCell | None, ...], ...]


def table_xml(grid: Grid) -> str:
    """Return a table with borders, its header repeated on every page, no row broken over two."""
    whole = sum(grid.weights)
    widths = [_WIDTH * weight // whole for weight in grid.weights]
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    header = _row_xml([GridCell(name) for name in grid.header], widths, Style.HEADER_CELL)
    rows = "".join(_row_xml(row, widths, Style.CELL) for row in grid.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{header}{rows}</w:tbl>'
    )


def _row_xml(row: Sequence[GridCell | None], widths: Sequence[int], style: Style) -> str:
    header = "<w:tblHeader/>" if style is Style.HEADER_CELL else ""
    cells = "".join(_cell_xml(cell, width, style) for cell, width in zip(row, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _cell_xml(cell: GridCell | None, width: int, style: Style) -> str:
    merge = "<w:vMerge/>" if cell is None else '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
    texts = [""] if cell is None else cell.text.split("\n")
    paragraphs = body_xml(Paragraph(style, text) for text in texts)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'
