"""Letters drawn as shapes, watermarks as a rule: they belong to the page, to no paragraph of the text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from lxml import etree

from mzsh_model.wml.names import ALTERNATE
from mzsh_model.wml.reading.paragraph import shown_branch

_ART = "{urn:schemas-microsoft-com:vml}textpath"
"""Letters along a path (VML 6.1.2.23); in DrawingML they are the text of a box."""


def drawn_letters(root: etree._Element, gone: Collection[str]) -> Iterator[str]:
    """Yield the texts that are drawn in a part, outside the elements `gone` and the branches that are not shown."""
    for art in root.iter(_ART):
        text = " ".join((art.get("string") or "").split())
        above = list(art.iterancestors())
        shown = all(shown_branch(outer) is inner for inner, outer in pairwise(above) if outer.tag == ALTERNATE)
        if text and shown and not any(element.tag in gone for element in above):
            yield text
