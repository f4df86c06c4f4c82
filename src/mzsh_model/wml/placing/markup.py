"""Where elements and characters stand in the bytes of a part.

`lxml` tells what a part means and forgets where it stood; these offsets are found only for the stretch that is written. The
part has been parsed before, so it is known to be well-formed UTF-8 without a DTD.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.xml import parse_xml
from mzsh_model.wml.names import dialect

_SKIPPED = rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
_TAG = lazy_pattern(
    rb"""<(?:(/?)[^\s/>"'=!?]++(?:[^>"']++|"[^"]*+"|'[^']*+')*+>|!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>)""", re.DOTALL
)
_PIECE = lazy_pattern(
    rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>|(&[^;]+;)|(\r\n?|[\x00-\x0c\x0e-\x7f]|[\xc0-\xff][\x80-\xbf]*)",
    re.DOTALL,
)
_CDATA_CHARACTER = lazy_pattern(rb"\r\n?|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*", re.DOTALL)
_OURS = (b"wordprocessingml", b"markup-compatibility")
_DECLARATION = lazy_pattern(rb"""xmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Tag(NamedTuple):
    """An element's byte offsets: `<` of its start tag, its content, `<` of its end tag, and where it ends.

    An empty-element tag `<a/>` has `inner == close == end`.
    """

    start: int
    inner: int
    close: int
    end: int

    @property
    def empty(self) -> bool:
        """Whether it is written as one empty-element tag."""
        return self.inner == self.end


def tags_from(xml: bytes, start: int) -> list[Tag]:
    """Return the element that begins at byte `start` and every element inside it, in document order."""
    offsets = _offsets_from(xml, start)
    return [Tag(*offsets[at : at + 4]) for at in range(0, len(offsets), 4)]


def _offsets_from(xml: bytes, start: int) -> array[int]:
    """The offsets of an element and of every element inside it, four each: a paragraph has a hundred of them."""
    found = array("q")
    opened: list[int] = []
    for match in _TAG.finditer(xml, start):
        mark = match[1]
        if mark is None:
            continue
        low, high = match.span()
        if mark:
            at = opened.pop()
            found[at + 2] = low
            found[at + 3] = high
        else:
            if xml[high - 2] != 0x2F:
                opened.append(len(found))
            found.extend((low, high, high, high))
        if not opened:
            break
    return found


class Tags(Mapping[etree._Element, Tag]):
    """Where the elements of a tree stand in a part; a tag is made of its four numbers when it is asked for."""

    __slots__ = ("_at", "_offsets")

    def __init__(self, elements: Iterable[etree._Element], offsets: array[int]) -> None:
        self._offsets = offsets
        self._at = dict(zip(elements, range(0, len(offsets), 4), strict=True))

    def __getitem__(self, element: etree._Element) -> Tag:
        at = self._at[element]
        return Tag(*self._offsets[at : at + 4])

    def __contains__(self, element: object) -> bool:
        return element in self._at

    def __iter__(self) -> Iterator[etree._Element]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)


@dataclass(frozen=True, slots=True)
class Stretch:
    """An element parsed on its own: the tree, and where each element of it stands in the part."""

    root: etree._Element
    tags: Tags

    @property
    def span(self) -> Tag:
        """Where the element itself stands."""
        return self.tags[self.root]


class Markup:
    """The bytes of a part that is written to, and where its paragraphs stand; found when asked for, never a whole parse.

    Raises:
        BadEdit: the part is not UTF-8, or binds a prefix of WordprocessingML in several ways.
    """

    def __init__(self, xml: bytes, part: str, like: Markup | None = None) -> None:
        if xml.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in xml[:64]:
            raise BadEdit("edit-encoding", f"部件 {part} 不是 UTF-8 编码，不能逐处改写。请用 Word 重新保存后再改")
        self.xml = xml
        self.part = part
        self._like = like

    def over(self, xml: bytes) -> Markup:
        """Return the markup of the same part after an edit: prefixes are not looked for anew."""
        return Markup(xml, self.part, self)

    @cached_property
    def _bindings(self) -> list[tuple[bytes, bytes]]:
        """Every binding of a prefix in the part, each once, in document order; the first of a prefix holds for stretches."""
        if self._like is not None:
            return self._like._bindings
        found: dict[tuple[bytes, bytes], None] = {}
        at = 0
        while (at := self.xml.find(b"xmlns", at)) >= 0:
            match = _DECLARATION.match(self.xml, at)
            at += 5
            if match is not None:
                found[match[1] or b"", match[2] if match[2] is not None else match[3]] = None
        return list(found)

    @cached_property
    def _context(self) -> bytes:
        """A start tag that declares every prefix as the part does."""
        chosen: dict[bytes, bytes] = {}
        for prefix, uri in self._bindings:
            other = chosen.setdefault(prefix, uri)
            if other != uri and any(word in either for word in _OURS for either in (other, uri)):
                raise _mixed()
        declared = (
            b' xmlns%s="%s"' % (b":" + prefix if prefix else b"", uri.replace(b'"', b"&quot;"))
            for prefix, uri in chosen.items()
        )
        return b"<context%s>" % b"".join(declared)

    @property
    def namespaces(self) -> list[bytes]:
        """The namespaces that the part declares."""
        return [uri for _, uri in self._bindings]

    @cached_property
    def prefix(self) -> bytes:
        """How the part spells the names of its elements: `w:`, empty for the default namespace."""
        root = next(match for match in _TAG.finditer(self.xml) if match[1] is not None)
        name = re.split(rb"[\s/>]", root[0][1:], maxsplit=1)[0]
        return name[: name.rfind(b":") + 1]

    @cached_property
    def attribute_prefix(self) -> bytes:
        """How the part spells the names of attributes, which no default namespace covers: `w:`."""
        for prefix, uri in self._bindings:
            if prefix and dialect(f"{{{uri.decode('utf-8', 'replace')}}}") is not None:
                return prefix + b":"
        raise BadEdit("edit-namespaces", "正文没有给 Word 的命名空间定前缀，不能安全改写。请用 Word 重新保存后再改")

    @cached_property
    def paragraphs(self) -> list[int]:
        """The byte offsets of the start tags of all paragraphs, in document order: what `Line.origin` counts.

        Raises:
            BadEdit: some paragraphs have another prefix than the root, so that they would be counted otherwise.
        """
        for prefix, uri in self._bindings:
            other = prefix + b":" if prefix else b""
            is_words = other != self.prefix and dialect(f"{{{uri.decode('utf-8', 'replace')}}}") is not None
            if is_words and re.search(rb"<%sp[\s/>]" % re.escape(other), self.xml):
                raise _mixed()
        return self.starts_of(b"p")

    def starts_of(self, *names: bytes) -> list[int]:
        """Return the byte offsets of the start tags of those names, in document order."""
        wanted = rb"<%s(?:%s)(?=[\s/>])" % (re.escape(self.prefix), b"|".join(names))
        if b"<!--" in self.xml or b"<![CDATA[" in self.xml or self.xml.find(b"<?", 2) >= 0:
            found = re.finditer(_SKIPPED + b"|" + wanted, self.xml, re.DOTALL)
            return [m.start() for m in found if self.xml[m.start() + 1] not in b"!?"]
        return [m.start() for m in re.finditer(wanted, self.xml)]

    def stretch(self, start: int) -> Stretch:
        """Parse the element that begins at byte `start`."""
        offsets = _offsets_from(self.xml, start)
        element = self.element(start, offsets[3])
        return Stretch(element, Tags(element.iter(), offsets))

    def element(self, start: int, end: int) -> etree._Element:
        """Parse the element of bytes `start` to `end`."""
        return parse_xml(self._context + self.xml[start:end] + b"</context>", self.part)[0]

    def paragraph(self, ordinal: int) -> Tag:
        """Return where a paragraph stands: to the first end tag, unless others stand inside it or it is one tag."""
        starts = self.paragraphs
        start, closing = starts[ordinal], b"</%sp>" % self.prefix
        close = self.xml.find(closing, start)
        follower = starts[ordinal + 1] if ordinal + 1 < len(starts) else len(self.xml)
        if start < close < follower and not self._commented:
            return Tag(start, start, close, close + len(closing))
        return tags_from(self.xml, start)[0]

    def opening(self, ordinal: int) -> tuple[Tag, int] | None:
        """Return where a paragraph stands and the byte behind its properties, None where only a parse would tell."""
        tag, xml, prefix = self.paragraph(ordinal), self.xml, self.prefix
        inner = xml.find(b">", tag.start, tag.close) + 1
        if not inner or xml[inner - 2] == 0x2F or self._commented or b"<?" in xml[tag.start : tag.close]:
            return None
        if b"<%spPr" % prefix not in xml[inner : tag.close]:
            return Tag(tag.start, inner, tag.close, tag.end), inner
        closing = b"</%spPr>" % prefix
        end = xml.find(closing, inner, tag.close) + len(closing)
        held = xml[inner:end]
        if not held.startswith(b"<%spPr>" % prefix) or b"pPrChange" in held or b"<%sr>" % prefix in held:
            return None
        return Tag(tag.start, inner, tag.close, tag.end), end

    @cached_property
    def alternates(self) -> bool:
        """Whether the part has alternate content."""
        return b"AlternateContent" in self.xml

    @cached_property
    def _commented(self) -> bool:
        """Whether end tags may be text."""
        return b"<!" in self.xml


def _mixed() -> BadEdit:
    return BadEdit("edit-namespaces", "正文的命名空间前缀前后不一致，不能安全改写。请用 Word 重新保存后再改")


def characters(xml: bytes, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield the byte range of each character of the text `xml[low:high]`, as an XML parser counts characters."""
    for match in _PIECE.finditer(xml, low, high):
        if match[2] is not None or match[3] is not None:
            yield match.span()
        elif match[1] is not None:
            for inner in _CDATA_CHARACTER.finditer(xml, *match.span(1)):
                yield inner.span()
