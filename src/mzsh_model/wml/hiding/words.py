"""Words replaced in all parts of a package, and looked for again afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.package import Package
from mzsh_model.wml.hiding.attributes import attribute_edits, changed
from mzsh_model.wml.hiding.embedded import contents_of, is_font
from mzsh_model.wml.hiding.pictures import holds
from mzsh_model.wml.hiding.pieces import Pieces, as_text, pieces_of
from mzsh_model.wml.hiding.replace import Edit, Search, crossing, edited, reworded, views

_PARAGRAPH = lazy_pattern(r"</?(?:[^\s<>/:]+:)?p(?=[\s/>])[^<>]*>")
_TAG = lazy_pattern(r"<[^<>]*>")
_BORDER = "\ufffd"
_MOMENTS = frozenset({"created", "modified", "lastPrinted"})


def with_words(package: Package, search: Search) -> dict[str, bytes]:
    """Return the parts of the package, in order, with their words replaced; what is not XML stays as it is.

    Raises:
        BadEdit: a part is not in the encoding that it says.
        BadPackage: a part is damaged.
    """
    texts = frozenset(contents_of(package).texts)
    parts: dict[str, bytes] = {}
    for name in package.names:
        parts[name] = package.read(name)
        if name in texts:
            xml, encoding = as_text(parts[name], name)
            after = edited(xml, _edits(pieces_of(xml), search))
            if after != xml:
                parts[name] = after.encode(encoding, "xmlcharrefreplace")
    return parts


def left_in(package: Package, search: Search) -> Iterator[str]:
    """Yield the parts, and the names of parts, in which something is found still."""
    texts = frozenset(contents_of(package).texts)
    for name in package.names:
        data = package.read(name)
        is_text = name in texts
        if (
            search.known(name)
            or (is_text and _is_left(as_text(data, name)[0], search))
            or (not is_text and holds(data, search, outlines=is_font(name)))
        ):
            yield name


def _is_left(xml: str, search: Search) -> bool:
    """Whether something is found still in a part: as it is read, in its attributes, as it is written, without its tags."""
    pieces = pieces_of(xml)
    return (
        any(search.all(text) for block in pieces.blocks for text, _ in views(block))
        or any(True for block in pieces.blocks for _ in crossing(block, search))
        or any(changed(one, search) is not None for one in pieces.attributes)
        or bool(search.known(xml))
        or bool(search.known(_TAG.sub("", _PARAGRAPH.sub(_BORDER, xml))))
    )


def _edits(pieces: Pieces, search: Search) -> Iterator[Edit]:
    for block in pieces.blocks:
        yield from reworded(block, search)
    yield from attribute_edits(pieces, search)
    yield from _moments(pieces, search)
    for start, end in pieces.asides:
        yield Edit(start, end, "")


def _moments(pieces: Pieces, search: Search) -> Iterator[Edit]:
    """The properties that are a moment which shall go: a word cannot stand there."""
    if pieces.elements[0].name == "coreProperties":
        for element in pieces.elements:
            if element.name in _MOMENTS and search.all(_TAG.sub("", pieces.xml[element.start : element.end])):
                yield Edit(element.start, element.end, "")
