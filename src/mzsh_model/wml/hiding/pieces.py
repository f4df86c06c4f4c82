"""Every text and every attribute of an XML part, wherever it stands: known to Word or not, shown or not.

Texts that are read in one go (those of a paragraph) make a block, so that a name split over runs is one name. A part is
taken as text, not as a tree: what is not replaced stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntFlag
from html import escape
from typing import NamedTuple

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.xml import parse_xml, says_ascii
from mzsh_model.wml.editing.compose import FORBIDDEN

_TOKEN = lazy_pattern(
    r"""<!--(?P<note>.*?)-->|<\?(?P<order>.*?)\?>|<!\[CDATA\[(?P<data>.*?)\]\]>"""
    r"""|<(?P<end>/?)(?P<name>[^\s/>]++)(?P<told>(?:[^>"']++|"[^"]*+"|'[^']*+')*+)>|(?P<text>[^<]+)""",
    re.DOTALL,
)
_ATTRIBUTE = lazy_pattern(r"""([^\s="'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = lazy_pattern(r"&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));")
_CODE_POINT = lazy_pattern("[0-9A-Fa-f]{4}")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Layer(IntFlag):
    """What a text belongs to that is not always seen."""

    SHOWN = 0
    DELETED = 1
    INSERTED = 2
    CHOICE = 4
    FALLBACK = 8
    CODE = 16
    RUBY = 32
    HIDDEN = 64


_LAYERS = {
    "del": Layer.DELETED,
    "moveFrom": Layer.DELETED,
    "ins": Layer.INSERTED,
    "moveTo": Layer.INSERTED,
    "Choice": Layer.CHOICE,
    "Fallback": Layer.FALLBACK,
    "instrText": Layer.CODE,
    "delInstrText": Layer.CODE,
    "rt": Layer.RUBY,
}
_UNITS = frozenset({*_LAYERS, "rubyBase"})
"""Elements that are left out, each for itself, in one way of reading or another."""
_HIDING = frozenset({"vanish", "webHidden", "specVanish", "rStyle"})
"""Properties of a run with which its text may not show: what a style says is not asked."""
_WHITE, _SMALLEST = "FFFFFF", 4
"""A colour and a size (in half points) in which text does not show on paper."""
_TEXTS = frozenset({"t", "delText", "instrText", "delInstrText"})
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class Piece:
    """A text, and where it stands in the part; one without a stretch is a break, or a symbol, that cannot be replaced.

    `units` are what it stands in that may be left out, `ruby` the element that reads characters out, -1 where there is none.
    """

    text: str
    layer: Layer
    start: int = 0
    end: int = 0
    run: int = -1
    units: tuple[int, ...] = ()
    ruby: int = -1


class Attribute(NamedTuple):
    """The value of an attribute, and where it stands between its quotes; names are without prefixes."""

    element: str
    name: str
    value: str
    start: int
    end: int


@dataclass(slots=True)
class Element:
    """A start tag, where its element begins and ends, and its attributes."""

    name: str
    start: int
    end: int = 0
    attributes: list[Attribute] = field(default_factory=list[Attribute])


@dataclass(slots=True)
class Pieces:
    """What an XML part holds: texts in blocks, elements with their attributes, and comments and instructions of XML."""

    xml: str
    blocks: list[list[Piece]] = field(default_factory=list[list[Piece]])
    elements: list[Element] = field(default_factory=list[Element])
    asides: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    @property
    def attributes(self) -> Iterator[Attribute]:
        """The attributes of all elements, in order."""
        return (attribute for element in self.elements for attribute in element.attributes)

    def whole(self, attribute: Attribute) -> tuple[int, int]:
        """Return where an attribute stands with its name, its quotes and the blanks before it."""
        at = self.xml.rindex("=", 0, attribute.start - 1)
        while self.xml[at - 1].isspace():
            at -= 1
        while not self.xml[at - 1].isspace():
            at -= 1
        while self.xml[at - 1].isspace():
            at -= 1
        return at, attribute.end + 1


class _Opened(NamedTuple):
    """An element that is not closed yet, and what its texts belong to."""

    element: Element
    layer: Layer
    units: tuple[int, ...]
    ruby: int


_OUTSIDE = _Opened(Element("", 0), Layer.SHOWN, (), -1)


def as_text(data: bytes, part: str) -> tuple[str, str]:
    """Return a part as text, and its encoding.

    Raises:
        BadPackage: it is damaged, or has a DTD.
        BadEdit: it is not what it says it is encoded in.
    """
    parse_xml(data, part)
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    if encoding == "utf-8" and b"\0" in data[:4]:
        encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    if says_ascii(data):
        encoding = "ascii"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        raise BadEdit("edit-encoding", f"部件 {part} 的编码不一致，不能改写。请用 Word 重新保存后再试") from None


def pieces_of(xml: str) -> Pieces:
    """Return what a well-formed part holds."""
    return _Reader(xml).read()


class _Reader:
    def __init__(self, xml: str) -> None:
        self._found = Pieces(xml)
        self._open: list[_Opened] = []
        self._paragraphs: list[tuple[int, list[Piece]]] = []
        self._runs: list[int] = []
        self._run = 0
        self._hidden: set[int] = set()
        self._loose: Element | None = None

    def read(self) -> Pieces:
        found = self._found
        for token in _TOKEN.finditer(found.xml):
            if token["note"] is not None or (token["order"] is not None and token.start()):
                found.asides.append(token.span())
            elif token["name"] is not None:
                if token["end"]:
                    self._close(token.end())
                else:
                    self._begin(token)
            elif token["text"] is not None or token["data"] is not None:
                text = token["data"] if token["data"] is not None else unescaped(token["text"])
                self._text(text, *token.span())
        for block in found.blocks:
            for piece in block:
                if piece.run in self._hidden:
                    piece.layer |= Layer.HIDDEN
                    piece.units += (-piece.run,)
        found.blocks = [block for block in found.blocks if block]
        return found

    def _begin(self, token: re.Match[str]) -> None:
        name, told, at = token["name"].rpartition(":")[2], token["told"], token.start("told")
        element = Element(name, token.start(), token.end())
        for one in _ATTRIBUTE.finditer(told):
            group = 2 if one[2] is not None else 3
            value = unescaped(one[group])
            local = one[1] if one[1].startswith("xmlns") else one[1].rpartition(":")[2]
            element.attributes.append(Attribute(name, local, value, at + one.start(group), at + one.end(group)))
        self._found.elements.append(element)
        above = self._open[-1] if self._open else _OUTSIDE
        if self._is_of_run() and _is_unseen(element):
            self._hidden.add(self._runs[-1])
        if self._paragraphs and above.element.name == "r" and (typed := _typed(element)):
            run = self._runs[-1] if self._runs else -1
            self._paragraphs[-1][1].append(Piece(typed, above.layer, run=run, units=above.units, ruby=above.ruby))
        if told.rstrip().endswith("/"):
            return
        # properties tell of a past or of a mark, and hold no text
        layer = above.layer | _LAYERS.get(name, Layer.SHOWN)
        units = (*above.units, element.start) if name in _UNITS else above.units
        self._open.append(_Opened(element, layer, units, element.start if name == "ruby" else above.ruby))
        if name == "p":
            self._paragraphs.append((len(self._open), self._block()))
        elif name == "r":
            self._run += 1
            self._runs.append(self._run)

    def _close(self, end: int) -> None:
        element = self._open[-1].element
        element.end = end
        if self._paragraphs and self._paragraphs[-1][0] == len(self._open):
            self._paragraphs.pop()
        if element.name == "r" and self._runs:
            self._runs.pop()
        self._open.pop()

    def _text(self, text: str, start: int, end: int) -> None:
        if not self._open:
            return
        element, layer, units, ruby = self._open[-1]
        is_word = element.name in _TEXTS and bool(self._paragraphs)
        if not is_word and not text.strip():
            return
        if is_word:
            block = self._paragraphs[-1][1]
        elif self._loose is element:  # a comment of XML stands between
            block = self._found.blocks[-1]
        else:
            block = self._block()
        self._loose = None if is_word else element
        block.append(Piece(text, layer, start, end, self._runs[-1] if self._runs else -1, units, ruby))

    def _block(self) -> list[Piece]:
        self._found.blocks.append([])
        return self._found.blocks[-1]

    def _is_of_run(self) -> bool:
        names = [opened.element.name for opened in self._open[-2:]]
        return names == ["r", "rPr"]


def _is_unseen(element: Element) -> bool:
    """Whether a property of a run says that its text does not show."""
    value = next((one.value for one in element.attributes if one.name == "val"), "")
    if element.name == "color":
        return value.upper() == _WHITE
    if element.name == "sz":
        return value.isdecimal() and int(value) <= _SMALLEST
    return element.name in _HIDING and value not in ("0", "false", "off")


def _typed(element: Element) -> str:
    """What an element without text of its own shows: a break, a symbol."""
    if element.name != "sym":
        return _BREAKS.get(element.name, "")
    code = next((one.value for one in element.attributes if one.name == "char"), "")
    return chr(int(code, 16)) if _CODE_POINT.fullmatch(code) else ""


def unescaped(raw: str) -> str:
    """Return character data as the text that it is."""
    return _REFERENCE.sub(_character, raw) if "&" in raw else raw


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    return chr(int(found[1], 16) if found[1] else int(found[2]))


def escaped(text: str) -> str:
    """Return a text as character data."""
    return escape(FORBIDDEN.sub("\ufffd", text), quote=False)


def quoted(text: str) -> str:
    """Return a text as the value of an attribute, in either kind of quotes."""
    return escape(FORBIDDEN.sub("\ufffd", text))
