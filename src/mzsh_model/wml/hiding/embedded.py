"""What a Word file carries that is not text of its own: pictures, which nobody reads here, and files of other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.opc.package import Package
from mzsh_model.opc.relationships import source_of
from mzsh_model.wml.hiding.pieces import Element, Pieces, as_text, pieces_of
from mzsh_model.wml.hiding.replace import Edit, edited

_XML = (".xml", ".rels", ".vml", ".svg")
_PICTURES = (".png", ".jpg", ".jpeg", ".jpe", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".webp", ".ico", ".wdp")
_FONTS = (".odttf", ".ttf", ".otf", ".fntdata")
_HOLDERS = frozenset({"object", "pict"})
_REFERENCES = frozenset({"id", "embed", "link", "pict", "href"})


class Contents(NamedTuple):
    """The parts of a package: texts in XML, pictures and fonts, and files of other programs."""

    texts: tuple[str, ...]
    pictures: tuple[str, ...]
    embedded: tuple[str, ...]


def contents_of(package: Package) -> Contents:
    """Return the parts of a package by what they are."""
    texts: list[str] = []
    pictures: list[str] = []
    embedded: list[str] = []
    for name in package.names:
        low = name.lower()
        if name.endswith("/"):
            continue
        if low.endswith(_XML):
            texts.append(name)
        elif low.endswith(_PICTURES) or package.content_type(name).startswith("image/"):
            pictures.append(name)
        elif not is_font(name):
            embedded.append(name)
    return Contents(tuple(texts), tuple(pictures), tuple(embedded))


def is_font(name: str) -> bool:
    """Tell whether a part is a font by its name."""
    return name.lower().endswith(_FONTS)


def without_parts(package: Package, names: Iterable[str]) -> Package:
    """Return the package without some parts, and without what shows them in the text; pictures that stood for them go along.

    Raises:
        BadEdit: a part that is the whole of another one cannot be taken out alone.
        BadPackage: a part is damaged.
    """
    for name in names:
        if name not in package.names:
            continue  # it went along with another
        for source in _sources(package, name):
            package = _unshown(package, source, name)
        package = package.remove_part(name) if name in package.names else package
    return package


def _sources(package: Package, name: str) -> list[str]:
    told = [source for holder in package.names if (source := source_of(holder))]
    return [one for one in told if one in package.names and any(r.part == name for r in package.relationships(one))]


def _unshown(package: Package, source: str, name: str) -> Package:
    """The package without the elements of one part that show another."""
    xml, encoding = as_text(package.read(source), source)
    pieces = pieces_of(xml)
    idents = {r.id for r in package.relationships(source) if r.part == name}
    doomed = [_holder(pieces, element) for element in pieces.elements if _ids(element) & idents]
    if any(element is pieces.elements[0] for element in doomed):
        raise BadEdit(
            "redact-embedded", f"部件 {name} 不能单独取下：{source} 整个是它的说明。请先在 Word 里删去这个控件"
        )
    spans = {(element.start, element.end) for element in doomed}
    inside = [e for e in pieces.elements if any(low <= e.start < high for low, high in spans)]
    gone = {ident for element in inside for ident in _ids(element)}
    kept = {ident for element in pieces.elements if element not in inside for ident in _ids(element)}
    parts = (r.part for r in package.relationships(source) if r.id in gone - kept)
    beside = {part for part in parts if part is not None and part != name}
    after = edited(xml, (Edit(low, high, "") for low, high in spans))
    package = package.with_parts({source: after.encode(encoding, "xmlcharrefreplace")})
    for part in beside:
        if len(_sources(package, part)) == 1:
            package = package.remove_part(part)
    return package


def _ids(element: Element) -> set[str]:
    return {one.value for one in element.attributes if one.name in _REFERENCES}


def _holder(pieces: Pieces, shown: Element) -> Element:
    """The outermost object that an element stands in, else itself."""
    around = (e for e in pieces.elements if e.name in _HOLDERS and e.start <= shown.start and shown.end <= e.end)
    return next(around, shown)
