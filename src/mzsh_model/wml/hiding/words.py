"""Words replaced in all parts of a package, and looked for again afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

from mzsh_model.opc.package import Package
from mzsh_model.wml.hiding.embedded import contents_of
from mzsh_model.wml.hiding.pieces import Attribute, as_text, pieces_of, quoted, unescaped
from mzsh_model.wml.hiding.replace import Edit, Finder, edited, replaced, swapped, views

_FREE = frozenset({"descr", "title", "alt", "author", "string", "tooltip", "Target", "lastValue", "placeholder"})
"""Attributes in which people's own words stand: numbers there are no measures of Word's."""
_SAFE = "/:@!$&'()*+,;=?#~-._%"
_ENCODINGS = ("utf-8", "utf-16-le", "gb18030")
_SHORTEST = 6
"""Bytes below which a word is not looked for in pictures: chance would find it."""


class Finders(NamedTuple):
    """What is replaced: `known` finds words that are known, `all` what looks like such as well (telephones, numbers)."""

    known: Finder
    all: Finder


def reworded(package: Package, finders: Finders) -> dict[str, bytes]:
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
            after = edited(xml, _edits(xml, finders))
            if after != xml:
                parts[name] = after.encode(encoding)
    return parts


def left_in(package: Package, finders: Finders, words: Iterable[str]) -> Iterator[str]:
    """Yield the parts, and the names of parts, in which something is found still; `words` are looked for in pictures, too."""
    wanted = {code for word in words for e in _ENCODINGS if len(code := word.encode(e, "ignore")) >= _SHORTEST}
    contents = contents_of(package)
    for name in package.names:
        if finders.known(unquote(name)):
            yield name
        elif name not in contents.texts:
            data = package.read(name)
            if any(code in data for code in wanted):
                yield name
        else:
            xml, _ = as_text(package.read(name), name)
            pieces = pieces_of(xml)
            shown = any(finders.all(text) for block in pieces.blocks for text, _ in views(block))
            if (
                shown
                or any(_reword(one, finders) is not None for one in pieces.attributes)
                or finders.known(unescaped(xml))
            ):
                yield name


def _edits(xml: str, finders: Finders) -> Iterator[Edit]:
    pieces = pieces_of(xml)
    for block in pieces.blocks:
        yield from replaced(block, finders.all)
    for attribute in pieces.attributes:
        new = _reword(attribute, finders)
        if new is not None:
            yield Edit(attribute.start, attribute.end, quoted(new))
    for start, end in pieces.asides:
        yield Edit(start, end, "")


def _reword(attribute: Attribute, finders: Finders) -> str | None:
    """The new value of an attribute, None where it stays."""
    value = attribute.value
    if attribute.name.startswith("xmlns"):
        return None
    is_link = (attribute.element, attribute.name) == ("Relationship", "Target")
    plain = unquote(value) if is_link else value
    new = swapped(plain, finders.all if attribute.name in _FREE else finders.known)
    if new == plain:
        return None
    return quote(new, safe=_SAFE) if is_link and plain != value else new
