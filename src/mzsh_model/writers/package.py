"""A Word file around paragraphs, from the template beside this module (`tools/make_template.py` builds it)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from mzsh_model.opc.package import Package, open_package
from mzsh_model.writers.paragraph import Paragraph, body_xml

_PLACE = "<w:p/>"


def word_file(paragraphs: Iterable[Paragraph]) -> bytes:
    """Return the bytes of a Word file that holds the paragraphs: the same paragraphs, the same bytes."""
    template = _template()
    part = template.main_part
    page = template.read(part).decode("utf-8").replace(_PLACE, body_xml(paragraphs), 1)
    return template.with_parts({part: page.encode("utf-8")}).to_bytes()


@cache
def _template() -> Package:
    return open_package(files("mzsh_model.writers").joinpath("template.docx").read_bytes())
