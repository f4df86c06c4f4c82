"""One visible character of a line, and the bytes behind it."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from mzsh_model.wml.placing.markup import Stretch


class Glyph(NamedTuple):
    """One visible character: its bytes, the element that carries it, and whether a field computes it."""

    start: int
    end: int
    leaf: etree._Element
    stretch: Stretch
    field: bool
