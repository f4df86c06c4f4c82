"""Text that stands where no part of Word's own has any: outside paragraphs, in elements nobody knows, behind elements in a text.

Word drops it or calls the file damaged; it is not read, and so it is counted.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

from mzsh_model.wml.names import CHOICE

_AROUND = ("sdtContent", "customXml", "ins", "del", "moveTo", "moveFrom", "smartTag")
"""What stands around paragraphs, rows and cells alike."""
_HOLDERS = {
    "p": ("body", "tc", "txbxContent"),
    "tbl": ("body", "tc", "txbxContent"),
    "tr": ("tbl",),
    "tc": ("tr",),
}
"""In what each is read; what stands in a paragraph is read as its text."""
_BLOCKS = ("body", "tc", "tr", "tbl", "txbxContent", "document")


def strays(root: etree._Element, w: str) -> int:
    """Return how many pieces of a main part hold text that was not read because of where they stand."""
    return int(_counted(w)(root))


@cache
def _counted(w: str) -> etree.XPath:
    branches = ("mc:Choice", "mc:Fallback")
    found = ["/*/w:body[position() > 1]", "//w:t/*[following-sibling::text()]"]
    for name, holders in _HOLDERS.items():
        read = " or ".join(f"parent::{one}" for one in (*(f"w:{holder}" for holder in (*holders, *_AROUND)), *branches))
        found.append(f"//w:{name}[not({read})][not(ancestor::w:p)][.//w:t]")
    loose = " or ".join(f"parent::w:{name}" for name in _BLOCKS)
    found += [f"//w:r[not(parent::w:p)][{loose}][.//w:t]", f"//w:t[not(parent::w:r)][{loose}]"]
    return etree.XPath(f"count({' | '.join(found)})", namespaces={"w": w[1:-1], "mc": CHOICE[1:].partition("}")[0]})
