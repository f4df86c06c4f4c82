"""The content types of a package's parts: what is declared, by name or by extension, and how it is declared."""

from __future__ import annotations

from lxml import etree

from mzsh_model.opc.children import with_child, without_children
from mzsh_model.opc.xml import parse_xml

CONTENT_TYPES = "[Content_Types].xml"


def declared_type(xml: bytes, part: str) -> str:
    """Return the content type that is declared for a part, empty where none is.

    Raises:
        BadPackage: the content types are damaged.
    """
    extension = part.rpartition(".")[2].lower()
    default = ""
    for element in parse_xml(xml, CONTENT_TYPES):
        if _part(element) == part.casefold():
            return element.get("ContentType", "")
        if element.get("Extension", "").lower() == extension:
            default = element.get("ContentType", "")
    return default


def declared_parts(xml: bytes) -> set[str]:
    """Return the case-folded names of the parts that are declared by name, whether they are there or not.

    Raises:
        BadPackage: the content types are damaged.
    """
    return {part for element in parse_xml(xml, CONTENT_TYPES) if (part := _part(element))}


def with_declared(xml: bytes, part: str, kind: str) -> bytes:
    """Return the content types with that of a part.

    Raises:
        BadEdit: they are not in UTF-8.
        BadPackage: they are damaged.
    """
    return with_child(xml, CONTENT_TYPES, "Override", {"PartName": f"/{part}", "ContentType": kind})


def without_declared(xml: bytes, part: str) -> bytes:
    """Return the content types without that of a part.

    Raises:
        BadEdit: they are not in UTF-8.
        BadPackage: they are damaged.
    """
    return without_children(xml, CONTENT_TYPES, lambda element: _part(element) == part.casefold())


def _part(element: etree._Element) -> str:
    """The case-folded name of the part that an Override declares, empty for a Default."""
    return element.get("PartName", "").lstrip("/").casefold()
