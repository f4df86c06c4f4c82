"""Tracked changes accepted or rejected in the bytes of a part: what no decision touches is copied as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from mzsh_model.wml.marking.decisions import Decisions
from mzsh_model.wml.placing.markup import Markup, Tag, tags_from

_PROPERTIES = ("rPr", "pPr", "trPr", "tcPr", "numPr", "tblPrEx")
_KEPT = frozenset(
    [
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "cellIns",
        "cellDel",
        "cellMerge",
        "rPr",
        "sectPr",
        "headerReference",
        "footerReference",
    ]
)
"""What a record of older properties does not hold, and so stays."""


_HOLDERS = {"tbl": b"tr", "tr": b"tc", "sdt": b"sdtContent"}
"""What goes when nothing is left of what it is there to hold."""


class _Open(NamedTuple):
    """A paragraph that runs into the next one: its start tag, what it held, its properties."""

    start: bytes
    content: bytes
    properties: bytes


class Settler:
    """Writes one part anew."""

    def __init__(self, xml: bytes, root: etree._Element, w: str, part: str, made: Decisions) -> None:
        begin = Markup(xml, part)
        first = re.search(rb"<(?![?!])", re.sub(rb"<!--.*?-->", lambda m: b" " * len(m[0]), xml, flags=re.DOTALL))
        start = 0 if first is None else first.start()
        self._xml = xml
        self._w = w
        self._prefix = begin.prefix
        self._root = root
        self._tags: dict[etree._Element, Tag] = dict(zip(root.iter(), tags_from(xml, start), strict=True))
        self._made = made
        self._dirty: set[etree._Element] = set()
        for element in (*made.gone, *made.opened, *made.renamed, *made.restored, *made.joined):
            for around in (element, *element.iterancestors()):
                if around in self._dirty:
                    break
                self._dirty.add(around)

    def settled(self) -> bytes:
        """Return the part."""
        tag = self._tags[self._root]
        return self._xml[: tag.start] + self._rendered(self._root) + self._xml[tag.end :]

    def _rendered(self, element: etree._Element) -> bytes:
        tag, made, w = self._tags[element], self._made, self._w
        if element in made.gone:
            return b""
        if element not in self._dirty:
            return self._xml[tag.start : tag.end]
        inner = self._inner(element)
        if element in made.opened:
            return inner
        if element in made.renamed:
            return self._called(element, made.renamed[element])
        name = str(element.tag).removeprefix(w)
        if not inner.strip() and name in (*_PROPERTIES, "sdtContent"):
            return b""
        if (needed := _HOLDERS.get(name)) and not re.search(rb"<%s%s[\s/>]" % (re.escape(self._prefix), needed), inner):
            return b""
        if tag.empty:
            return self._xml[tag.start : tag.end]
        return self._xml[tag.start : tag.inner] + inner + self._xml[tag.close : tag.end]

    def _called(self, element: etree._Element, name: str) -> bytes:
        tag, old = self._tags[element], str(element.tag).removeprefix(self._w).encode()
        at = tag.start + 1 + len(self._prefix)
        end = b"" if tag.empty else b"</" + self._prefix + name.encode() + b">"
        return self._xml[tag.start : at] + name.encode() + self._xml[at + len(old) : tag.close] + end

    def _inner(self, element: etree._Element) -> bytes:
        if (older := self._made.restored.get(element)) is not None:
            kept = [child for child in element if str(child.tag).removeprefix(self._w) in _KEPT]
            first = [
                child for child in kept if str(child.tag) != self._w + "rPr" and str(child.tag) != self._w + "sectPr"
            ]
            last = [child for child in kept if child not in first]
            was = self._tags[older]
            return (
                b"".join(map(self._rendered, first))
                + self._xml[was.inner : was.close]
                + b"".join(map(self._rendered, last))
            )
        pieces = list(self._pieces(element))
        if not any(isinstance(piece, etree._Element) and piece in self._made.joined for piece in pieces):
            return b"".join(piece if isinstance(piece, bytes) else self._rendered(piece) for piece in pieces)
        return self._run_together(element, pieces)

    def _pieces(self, element: etree._Element) -> Iterator[bytes | etree._Element]:
        """The children of an element and the bytes between them, those of what is opened among blocks in its place."""
        tag = self._tags[element]
        at = tag.inner
        for child in element:
            own = self._tags[child]
            yield self._xml[at : own.start]
            blocks = (
                child in self._made.opened
                and next(child.iterchildren(self._w + "p", self._w + "tbl"), None) is not None
            )
            if blocks:
                yield from self._pieces(child)
            else:
                yield child
            at = own.end
        yield self._xml[at : tag.close]

    def _run_together(self, container: etree._Element, pieces: list[bytes | etree._Element]) -> bytes:
        """The content of a container some of whose paragraphs run into the next one."""
        out: list[bytes] = []
        carried: _Open | None = None
        for piece in pieces:
            if isinstance(piece, bytes):
                out.append(piece)
                continue
            if piece.tag != self._w + "p" or piece in self._made.gone:
                written = self._rendered(piece)
                if carried is not None and written and self._is_block(piece):
                    out.append(self._closed(carried, needed=False))
                    carried = None
                out.append(written)
                continue
            own = self._open(piece)
            start = own.start if carried is None or not self._shows(carried.content) else carried.start
            joined = _Open(start, (b"" if carried is None else carried.content) + own.content, own.properties)
            if piece in self._made.joined:
                carried = joined
            else:
                carried = None
                out.append(self._whole(joined))
        if carried is not None:
            needed = self._needs_paragraph(container, out)
            out.append(self._closed(carried, needed=needed))
        return b"".join(out)

    def _is_block(self, element: etree._Element) -> bool:
        return str(element.tag).removeprefix(self._w) in ("tbl", "sdt", "customXml", "sectPr", "altChunk")

    def _needs_paragraph(self, container: etree._Element, out: list[bytes]) -> bool:
        """Whether a container must end in a paragraph of its own: a cell, a note, a box; the body where nothing else is left."""
        name = str(container.tag).removeprefix(self._w)
        blocks = re.findall(rb"</%s(p|tbl|sdt)>|<%s(p)(?:\s[^>]*)?/>" % ((re.escape(self._prefix),) * 2), b"".join(out))
        return name != "sdtContent" and (not blocks or b"p" not in blocks[-1])

    def _open(self, paragraph: etree._Element) -> _Open:
        tag = self._tags[paragraph]
        if tag.empty:
            return _Open(self._xml[tag.start : tag.end - 2] + b">", b"", b"")
        properties = next(paragraph.iterchildren(self._w + "pPr"), None)
        given = b"" if properties is None else self._rendered(properties)
        content = b"".join(
            b"" if piece is properties else piece if isinstance(piece, bytes) else self._rendered(piece)
            for piece in self._pieces(paragraph)
        )
        return _Open(self._xml[tag.start : tag.inner], content, given)

    def _whole(self, open_: _Open) -> bytes:
        return open_.start + open_.properties + open_.content + b"</" + self._prefix + b"p>"

    def _closed(self, open_: _Open, *, needed: bool) -> bytes:
        """A paragraph that has none to run into: it goes if nothing is left in it but markers, which stay."""
        if needed or self._shows(open_.content):
            return self._whole(open_)
        return open_.content

    def _shows(self, content: bytes) -> bool:
        return (
            re.search(
                rb"<%s(?:r|fldSimple|hyperlink|sdt|smartTag|ins|del|moveTo|moveFrom)[\s>]|oMath"
                % re.escape(self._prefix),
                content,
            )
            is not None
        )
