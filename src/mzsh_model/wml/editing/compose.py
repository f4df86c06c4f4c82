"""New WordprocessingML in the spelling of a part: text, runs and paragraphs made after their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.names import dialect
from mzsh_model.wml.placing.markup import Markup, Stretch

FORBIDDEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PIECES = lazy_pattern(r"\n|\t|[^\n\t]+")
_MARK_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange")


class Styled(NamedTuple):
    """A text and the bytes of the run properties it has."""

    text: str
    properties: bytes


class Composer:
    """Writes elements with the prefix that the part uses."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self.prefix: bytes = markup.prefix

    def open(self, name: str, attributes: bytes = b"") -> bytes:
        """Return a start tag."""
        return b"<%s%s%s>" % (self.prefix, name.encode(), attributes)

    def close(self, name: str) -> bytes:
        """Return an end tag."""
        return b"</%s%s>" % (self.prefix, name.encode())

    def empty(self, name: str, attributes: bytes = b"") -> bytes:
        """Return an empty-element tag."""
        return b"<%s%s%s/>" % (self.prefix, name.encode(), attributes)

    def attribute(self, name: str, value: str) -> bytes:
        """Return an attribute of WordprocessingML, a space before it."""
        quoted = escape(value).replace(b'"', b"&quot;")
        return b' %s%s="%s"' % (self._markup.attribute_prefix, name.encode(), quoted)

    def escaped(self, text: str) -> bytes:
        """Return the content of a text element; soft breaks and tabs close it and open it again."""
        out: list[bytes] = []
        for piece in _PIECES.findall(text):
            if piece in "\n\t":
                out += [
                    self.close("t"),
                    self.empty("br" if piece == "\n" else "tab"),
                    self.open("t", b' xml:space="preserve"'),
                ]
            else:
                out.append(escape(piece))
        return b"".join(out)

    def text(self, text: str) -> bytes:
        """Return text elements with the breaks and tabs between them, nothing for no text."""
        if not text:
            return b""
        plain = text == text.strip() and "\n" not in text and "\t" not in text
        start = self.open("t", b"" if plain else b' xml:space="preserve"')
        return start + self.escaped(text) + self.close("t")

    def run(self, text: str, properties: bytes = b"") -> bytes:
        """Return a run."""
        return self.open("r") + properties + self.text(text) + self.close("r")

    def appended(self, stretch: Stretch, content: bytes) -> Splice:
        """Return the splice that puts `content` at the end of a paragraph."""
        tag = stretch.span
        if tag.empty:
            return Splice(tag.end - 2, tag.end, b">" + content + self.close("p"))
        return Splice(tag.close, tag.close, content)

    def mark_properties(self, stretch: Stretch) -> bytes:
        """Return the run properties of a paragraph's mark as a run may have them, empty where it has none."""
        w = dialect(str(stretch.root.tag)) or ""
        properties = stretch.root.find(f"{w}pPr/{w}rPr")
        if properties is None:
            return b""
        return self.without(stretch, properties, [w + name for name in _MARK_REVISIONS])

    def without(self, stretch: Stretch, element: etree._Element, tags: Sequence[str]) -> bytes:
        """Return an element's bytes without the elements `tags` anywhere in it."""
        base = stretch.tags[element].start
        gone = [stretch.tags[e] for e in element.iter(*tags)]
        return spliced(
            self._markup.xml[base : stretch.tags[element].end],
            [Splice(t.start - base, t.end - base, b"") for t in gone if not _inside(t.start, gone)],
        )


def _inside(at: int, tags: Sequence[tuple[int, int, int, int]]) -> bool:
    return any(tag[0] < at < tag[3] for tag in tags)


def escape(text: str) -> bytes:
    """Return `text` as XML character data.

    Raises:
        BadEdit: it holds a character that XML cannot carry.
    """
    if FORBIDDEN.search(text):
        raise BadEdit("edit-character", "要写入的文字含有 Word 文件不能保存的控制字符。请删去后再写")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;").encode("utf-8")
