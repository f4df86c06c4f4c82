"""Custom document properties (ECMA-376 part 1, 15.2.12.2 and 22.3): named values that come through .doc, .odt and .rtf, too."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape

from lxml import etree

from mzsh_model.opc.children import with_child, without_children
from mzsh_model.opc.package import Package
from mzsh_model.opc.vocabulary import vocabulary
from mzsh_model.opc.xml import parse_xml

_KINDS = ("/custom-properties", "/customProperties")
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The fmtid of every property that a user may name (22.3.2.1)."""
_FIRST_ID = 2


def custom_properties(package: Package) -> dict[str, str]:
    """Return the custom properties as text, by name.

    Raises:
        BadPackage: the part that holds them is damaged.
    """
    part = _part(package)
    if part is None:
        return {}
    return {_name(p): "".join(map(str, p.itertext())).strip() for p in parse_xml(package.read(part), part)}


def with_custom_properties(package: Package, values: Mapping[str, str]) -> Package:
    """Return the package with these properties, as text; what was there by their names goes, the others stay as they are.

    Raises:
        BadEdit: a part to be changed is not in UTF-8.
        BadPackage: one is damaged.
    """
    held = custom_properties(package)
    if all(held.get(name) == value for name, value in values.items()):
        return package
    part = _part(package)
    if part is None:
        part = package.unused_name("docProps/custom{}.xml")
        kind = vocabulary(package).custom_properties_relationship
        package, _ = package.add_part(part, _empty(package), _TYPE, source="", relationship=kind)
    xml = _without(package.read(part), part, values)
    given = [told for p in parse_xml(xml, part) if (told := p.get("pid", "")).isascii() and told.isdigit()]
    free = max([_FIRST_ID - 1, *(int(told) for told in given if len(told) < 10)]) + 1
    variants = vocabulary(package).variants
    for id, (name, value) in enumerate(values.items(), free):
        content = f'<vt:lpwstr xmlns:vt="{variants}">{escape(value, quote=False)}</vt:lpwstr>'.encode()
        xml = with_child(xml, part, "property", {"fmtid": _FORMAT, "pid": str(id), "name": name}, content)
    return package.with_parts({part: xml})


def without_custom_properties(package: Package, names: Collection[str]) -> Package:
    """Return the package without the properties of these names, and without their part where that was made for them alone.

    Raises:
        BadEdit: a part to be changed is not in UTF-8.
        BadPackage: one is damaged.
    """
    part = _part(package)
    if part is None:
        return package
    before = package.read(part)
    after = _without(before, part, names)
    if after == before:
        return package
    return package.remove_part(part) if after == _empty(package) else package.with_parts({part: after})


def _part(package: Package) -> str | None:
    found = (r.part for r in package.relationships("") if r.type.endswith(_KINDS))
    return next((part for part in found if part is not None), None)


def _empty(package: Package) -> bytes:
    """What a part of ours begins as; the blanks in its end tag tell that it is ours."""
    namespace = vocabulary(package).custom_properties
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{namespace}"></Properties  >'
    ).encode()


def _without(xml: bytes, part: str, names: Collection[str]) -> bytes:
    folded = {name.casefold() for name in names}
    return without_children(xml, part, lambda element: _name(element).casefold() in folded)


def _name(element: etree._Element) -> str:
    return element.get("name", "")
