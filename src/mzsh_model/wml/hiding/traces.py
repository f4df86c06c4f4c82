"""What Word notes of who wrote a file, where and with what: authors, ids of editing sessions, paths, counts of revisions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.package import Package
from mzsh_model.wml.hiding.embedded import without_parts
from mzsh_model.wml.hiding.pieces import Attribute, Element, Layer, Pieces, as_text, escaped, pieces_of, quoted
from mzsh_model.wml.hiding.replace import Edit, Swap, edited, replaced, swapped

_AUTHOR, _EDITOR = "author", ("permStart", "ed")
_INITIALS = "initials"
_SESSION = "rsid"
_GONE = frozenset({"rsids", "rsid", "attachedTemplate", "docId", "printerSettings", "mailMerge", "presenceInfo"})
"""Elements that only say who, where, or by which session."""
_GONE_PROPERTIES = frozenset({"Template", "TotalTime", "Company", "Manager", "HyperlinkBase"})
_PEOPLE = frozenset({"creator", "lastModifiedBy"})
_REVISION = "revision"
_PARTS = ("/thumbnail", "/custom-properties", "/customProperties", "/printerSettings", "/recipientData")
"""Relationships whose parts only say such: a picture of the first page, properties that programs leave."""
_LINKS = ("/attachedTemplate", "/mailMergeSource", "/mailMergeHeaderSource")
_PATH = lazy_pattern(
    r"""(?:file:/*)?(?:[A-Za-z]:|\\\\(?=[^\\])|(?<=file:)/+)[\\/]*(?:[^\\/:*?"<>|\r\n]*[\\/]+)+(?P<name>[^\\/:*?"<>|\r\n]*)""",
    re.IGNORECASE,
)
"""A path on a disk or in a network, quoted or not, with strokes doubled as in field codes."""


def scrubbed(package: Package, author: Callable[[str], str]) -> Package:
    """Return the package without such traces; `author` gives the name that stands for an author's.

    Raises:
        BadEdit: a part is not in the encoding that it says.
        BadPackage: a part is damaged.
    """
    doomed = [
        r.part for part in ("", package.main_part) for r in package.relationships(part) if r.type.endswith(_PARTS)
    ]
    package = without_parts(package, [part for part in doomed if part is not None])
    changed: dict[str, bytes | None] = {}
    for name in package.names:
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        xml, encoding = as_text(package.read(name), name)
        pieces = pieces_of(xml)
        after = edited(xml, _edits(pieces, author))
        if after != xml:
            changed[name] = after.encode(encoding)
    return package.with_parts(changed) if changed else package


def _edits(pieces: Pieces, author: Callable[[str], str]) -> Iterator[Edit]:
    root = pieces.elements[0].name
    for element in pieces.elements:
        if element.name in _GONE or (root == "Properties" and element.name in _GONE_PROPERTIES):
            yield Edit(element.start, element.end, "")
        elif root == "Relationships":
            yield from _relationship(pieces.xml, element)
        else:
            yield from _marks(pieces.xml, element.attributes, author)
    if root == "coreProperties":
        yield from _core(pieces, author)
    for block in pieces.blocks:
        if any(piece.layer & Layer.CODE for piece in block):
            yield from replaced(block, _paths)


def _marks(xml: str, attributes: list[Attribute], author: Callable[[str], str]) -> Iterator[Edit]:
    for one in attributes:
        if one.name.startswith(_SESSION):
            yield Edit(*_whole(xml, one), "")
        elif one.value and (one.name == _AUTHOR or (one.element, one.name) == _EDITOR):
            yield Edit(one.start, one.end, quoted(author(one.value)))
        elif one.name == _INITIALS:
            yield Edit(one.start, one.end, "")
        elif one.name == "instr" and _PATH.search(one.value):
            yield Edit(one.start, one.end, quoted(swapped(one.value, _paths)))


def _core(pieces: Pieces, author: Callable[[str], str]) -> Iterator[Edit]:
    for element in pieces.elements:
        texts = [p for block in pieces.blocks for p in block if element.start < p.start and p.end <= element.end]
        for piece in texts if element.name in _PEOPLE else ():
            yield Edit(piece.start, piece.end, escaped(author(piece.text)))
        for piece in texts if element.name == _REVISION else ():
            yield Edit(piece.start, piece.end, "1")


def _relationship(xml: str, element: Element) -> Iterator[Edit]:
    told = {one.name: one for one in element.attributes}
    kind, target = told.get("Type"), told.get("Target")
    if kind is None or target is None:
        return
    if kind.value.endswith(_LINKS):
        yield Edit(element.start, element.end, "")
    elif "TargetMode" in told and (found := _PATH.match(target.value)):
        yield Edit(target.start, target.end, quoted(found["name"]))


def _paths(text: str) -> list[Swap]:
    return [Swap(found.start(), found.end(), found["name"]) for found in _PATH.finditer(text)]


def _whole(xml: str, attribute: Attribute) -> tuple[int, int]:
    """An attribute with its name, its quotes and the blanks before it."""
    at = attribute.start - 1
    at = xml.rindex("=", 0, at)
    at = len(xml[:at].rstrip()) if xml[at - 1].isspace() else at
    while not xml[at - 1].isspace():
        at -= 1
    while xml[at - 1].isspace():
        at -= 1
    return at, attribute.end + 1
