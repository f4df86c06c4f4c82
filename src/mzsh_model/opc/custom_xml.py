"""Custom XML parts (ECMA-376 part 1, 15.2.5): data that editors carry along with a document without looking at it.

They come through Word, and through LibreOffice generation after generation, as long as no content control is bound to them;
a bound one LibreOffice loses at its second save (measured). Editors write them anew, so that their bytes mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from lxml import etree

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.opc.package import Package
from mzsh_model.opc.vocabulary import vocabulary
from mzsh_model.opc.xml import parse_xml

_FOLDER = "customxml/"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class CustomXml(NamedTuple):
    """A custom XML part and the text in it."""

    part: str
    text: str


def custom_xml(package: Package, namespace: str) -> tuple[CustomXml, ...]:
    """Return the custom XML parts whose root is in `namespace`, wherever an editor has put them. Damaged ones are passed over."""
    found: list[CustomXml] = []
    for name in _candidates(package):
        root = _root(package, name, namespace)
        if root is not None:
            found.append(CustomXml(name, "".join(map(str, root.itertext()))))
    return tuple(found)


def with_custom_xml(package: Package, namespace: str, root: str, text: str, guid: str) -> Package:
    """Return the package whose one custom XML part in `namespace` holds `text`; a new one has the item id `guid`.

    Raises:
        BadEdit: content types or relationships are not in UTF-8.
        BadPackage: they are damaged.
    """
    standing = custom_xml(package, namespace)
    for more in standing[1:]:
        package = _without(package, more.part)
    content = f'{_DECLARATION}<{root} xmlns="{namespace}">{escape(text, quote=False)}</{root}>'.encode()
    if standing:
        return package if standing[0].text == text else package.with_parts({standing[0].part: content})
    names = vocabulary(package)
    name = package.unused_name("customXml/item{}.xml", numbered=True)
    relationship = names.custom_xml_relationship
    package, _ = package.add_part(name, content, "application/xml", source=package.main_part, relationship=relationship)
    properties = (
        f'{_DECLARATION}<ds:datastoreItem xmlns:ds="{names.custom_xml}" ds:itemID="{{{guid.upper()}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    beside = package.unused_name("customXml/itemProps{}.xml", numbered=True)
    relationship = names.custom_xml_properties_relationship
    return package.add_part(beside, properties, _PROPERTIES_TYPE, source=name, relationship=relationship)[0]


def without_custom_xml(package: Package, namespace: str) -> Package:
    """Return the package without the custom XML parts in `namespace` and what describes them.

    Raises:
        BadEdit: content types or relationships are not in UTF-8.
        BadPackage: they are damaged.
    """
    for one in custom_xml(package, namespace):
        package = _without(package, one.part)
    return package


def _without(package: Package, name: str) -> Package:
    for relationship in package.relationships(name):
        if relationship.type.endswith("/customXmlProps") and relationship.part is not None:
            package = package.remove_part(relationship.part)
    return package.remove_part(name)


def _candidates(package: Package) -> Iterator[str]:
    names = [name for name in package.names if name.casefold().startswith(_FOLDER) and name.casefold().endswith(".xml")]
    try:
        related = [r.part for r in package.relationships(package.main_part) if r.type.endswith("/customXml")]
    except BadPackage:
        related = []
    yield from dict.fromkeys([*names, *(part for part in related if part is not None)])


def _root(package: Package, name: str, namespace: str) -> etree._Element | None:
    try:
        content = package.read(name)
        root = parse_xml(content, name) if namespace.encode() in content else None
    except BadPackage:
        return None
    return root if root is not None and str(root.tag).startswith(f"{{{namespace}}}") else None
