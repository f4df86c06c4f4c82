"""What Word notes of who wrote a file, where and with what: authors, ids of editing sessions, paths, counts of revisions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.package import Package
from mzsh_model.wml.hiding.embedded import without_parts
from mzsh_model.wml.hiding.pieces import Attribute, Element, Layer, Piece, Pieces, as_text, escaped, pieces_of, quoted
from mzsh_model.wml.hiding.replace import Edit, Swap, edited, replaced, swapped

_AUTHORS, _EDITOR = frozenset({"author", "userName"}), ("permStart", "ed")
"""Who wrote or changed something, or reacted to it: comments, changes, people.xml, the parts that Word 365 has beside comments."""
_EMPTIED = frozenset({"initials", "userId"})
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
    r"""(?:file:/*)?(?:(?<![A-Za-z])[A-Za-z]:|\\\\(?=[^\\])|(?<=file:)/+)[\\/]*(?:[^\\/:*?"<>|\r\n]*[\\/]+)+(?P<name>[^\\/:*?"<>|\r\n]*)""",
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
            changed[name] = after.encode(encoding, "xmlcharrefreplace")
    return package.with_parts(changed) if changed else package


def authors(package: Package) -> tuple[str, ...]:
    """Return whom Word notes as authors and editors, each once, in the order of the parts.

    Raises:
        BadEdit: a part is not in the encoding that it says.
        BadPackage: a part is damaged.
    """
    told: dict[str, None] = {}
    scrubbed(package, lambda one: told.setdefault(one) or one)
    for name in package.names:
        if name.lower().endswith(".xml"):
            for text in _managers(pieces_of(as_text(package.read(name), name)[0])):
                told.setdefault(text)
    return tuple(told)


def _managers(pieces: Pieces) -> Iterator[str]:
    """Who is told in properties that go away as a whole."""
    if pieces.elements[0].name == "Properties":
        for _, texts in _texts_of(pieces, frozenset({"Manager"})):
            yield "".join(piece.text for piece in texts)


def _edits(pieces: Pieces, author: Callable[[str], str]) -> Iterator[Edit]:
    root = pieces.elements[0].name
    for element in pieces.elements:
        if element.name in _GONE or (root == "Properties" and element.name in _GONE_PROPERTIES):
            yield Edit(element.start, element.end, "")
        elif root == "Relationships":
            yield from _relationship(pieces.xml, element)
        else:
            yield from _marks(pieces, element.attributes, author)
    if root == "coreProperties":
        yield from _core(pieces, author)
    for block in pieces.blocks:
        if any(piece.layer & Layer.CODE for piece in block):
            yield from replaced(block, _paths)


def _marks(pieces: Pieces, attributes: list[Attribute], author: Callable[[str], str]) -> Iterator[Edit]:
    for one in attributes:
        if one.name.startswith(_SESSION):
            yield Edit(*pieces.whole(one), "")
        elif one.value and (one.name in _AUTHORS or (one.element, one.name) == _EDITOR):
            yield Edit(one.start, one.end, quoted(author(one.value)))
        elif one.name in _EMPTIED:
            yield Edit(one.start, one.end, "")
        elif one.name == "instr" and _PATH.search(one.value):
            yield Edit(one.start, one.end, quoted(swapped(one.value, _paths)))


def _core(pieces: Pieces, author: Callable[[str], str]) -> Iterator[Edit]:
    for name, texts in _texts_of(pieces, _PEOPLE | {_REVISION}):
        new = "1" if name == _REVISION else author("".join(piece.text for piece in texts))
        for n, piece in enumerate(texts):
            yield Edit(piece.start, piece.end, "" if n else escaped(new))


def _texts_of(pieces: Pieces, names: Set[str]) -> Iterator[tuple[str, list[Piece]]]:
    """The elements of some names that hold text, each with its texts."""
    for element in pieces.elements:
        if element.name in names:
            told = [p for block in pieces.blocks for p in block if element.start < p.start and p.end <= element.end]
            if told:
                yield element.name, told


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
