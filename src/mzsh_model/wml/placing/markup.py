"""Where elements and characters stand in the bytes of a part.

`lxml` tells what a part means and forgets where it stood; these offsets are found only for the stretch that is written. The
part has been parsed before, so it is known to be well-formed UTF-8 without a DTD.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.xml import parse_xml
from mzsh_model.wml.names import dialect

_SKIPPED = rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
_TAG = lazy_pattern(_SKIPPED + rb"""|<(/?)[^\s/>"'=]+(?:[^>"']|"[^"]*"|'[^']*')*>""", re.DOTALL)
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
    found: list[list[int]] = []
    opened: list[int] = []
    for match in _TAG.finditer(xml, start):
        if match[1] is None:
            continue
        low, high = match.span()
        if match[1]:
            at = opened.pop()
            found[at][2:] = [low, high]
        elif xml[high - 2] == 0x2F:
            found.append([low, high, high, high])
        else:
            opened.append(len(found))
            found.append([low, high, high, high])
        if not opened:
            break
    return [Tag(*offsets) for offsets in found]


@dataclass(frozen=True, slots=True)
class Stretch:
    """An element parsed on its own: the tree, and where each element of it stands in the part."""

    root: etree._Element
    tags: dict[etree._Element, Tag]

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
        tags = tags_from(self.xml, start)
        root = parse_xml(self._context + self.xml[start : tags[0].end] + b"</context>", self.part)
        element = root[0]
        return Stretch(element, dict(zip(element.iter(), tags, strict=True)))


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
