"""A Word file around paragraphs, from the template beside this module (`tools/make_template.py` builds it)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from mzsh_model.fresh.grid import Grid, table_xml
from mzsh_model.fresh.page import Page
from mzsh_model.fresh.paragraph_xml import Paragraph, Style, body_xml
from mzsh_model.opc.package import Package, open_package

_PLACE = "<w:p/>"
_LAST = (
    f'<w:p><w:pPr><w:pStyle w:val="{Style.CLOSING.id}"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" '
    'w:lineRule="exact"/></w:pPr></w:p>'
)
"""What follows a table that nothing stands below: a point high, so that a table that fills its page has no empty one after it."""
_SIDEWAYS = (
    ('<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'),
    (
        'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"',
        'w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"',
    ),
)
"""A4 upright and on its side, its margins turned with it (twips)."""


def word_file(page: Page) -> bytes:
    """Return the bytes of a Word file that holds a page: the same page, the same bytes."""
    if page.grid is None:
        return _filled(body_xml((*page.above, *page.below)))
    return tables_file(page.above, [page.grid], page.below)


def tables_file(above: Iterable[Paragraph], grids: Sequence[Grid], below: Iterable[Paragraph]) -> bytes:
    """Return the bytes of a Word file with tables, paragraphs above and below them: on pages turned sideways, but for a form's.

    A paragraph always follows a table: Word wants one between it and the end of its page, and takes two tables without one
    between them for a single table.
    """
    gap = [Paragraph(Style.CLOSING, "")]
    tables = body_xml(gap).join(map(table_xml, grids))
    sideways = not all(grid.is_form for grid in grids)
    return _filled(body_xml(above) + tables + (body_xml(below) or _LAST), sideways=sideways)


def _filled(body: str, *, sideways: bool = False) -> bytes:
    template = _template()
    part = template.main_part
    page = template.read(part).decode("utf-8").replace(_PLACE, body, 1)
    for upright, turned in _SIDEWAYS if sideways else ():
        page = page.replace(upright, turned, 1)
    return template.with_parts({part: page.encode("utf-8")}).to_bytes()


@cache
def _template() -> Package:
    return open_package(files("mzsh_model.fresh").joinpath("template.docx").read_bytes())
