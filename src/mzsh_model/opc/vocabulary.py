"""The names of ECMA-376 that have two spellings: the transitional ones (part 4) and the strict ones (part 1)."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.opc.package import Package

_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument"


class Vocabulary(NamedTuple):
    """Namespaces and relationship types."""

    custom_xml: str
    custom_xml_relationship: str
    custom_xml_properties_relationship: str
    custom_properties: str
    custom_properties_relationship: str
    variants: str


def vocabulary(package: Package) -> Vocabulary:
    """Return the names as a package spells them, which the relationship to its main part tells.

    Raises:
        BadPackage: its relationships are damaged.
    """
    strict = any(r.type == f"{_STRICT}/relationships/officeDocument" for r in package.relationships(""))
    base, dash = (_STRICT, "customProperties") if strict else (_TRANSITIONAL, "custom-properties")
    return Vocabulary(
        custom_xml=f"{base}/customXml",
        custom_xml_relationship=f"{base}/relationships/customXml",
        custom_xml_properties_relationship=f"{base}/relationships/customXmlProps",
        custom_properties=f"{base}/{dash}",
        custom_properties_relationship=f"{base}/relationships/{dash}",
        variants=f"{base}/docPropsVTypes",
    )
