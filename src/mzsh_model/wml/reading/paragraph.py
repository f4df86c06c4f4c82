"""The visible text of one paragraph, whatever its runs are wrapped in.

Looked through: content controls, insertions, smart tags, custom XML, hyperlinks, simple fields. Left out: deletions and
moved-away text (or insertions, in the original view), field codes, the other branch of AlternateContent, ruby above the
base text, hidden text. Most paragraphs hold nothing of the kind and take a path without Python objects per run.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

from lxml import etree

from mzsh_model.wml.names import ALTERNATE, CHOICE, FALLBACK, MATH_SIGNS, MATH_TEXT, UNDERSTOOD
from mzsh_model.wml.reading.autonum import counted
from mzsh_model.wml.reading.computed import computed
from mzsh_model.wml.reading.fields import unended_in
from mzsh_model.wml.reading.styles import Styles
from mzsh_model.wml.reading.values import is_on, value_of
from mzsh_model.wml.reading.view import View

_SPECIAL = (
    "del", "ins", "moveFrom", "moveTo", "fldChar", "txbxContent", "ruby", "vanish", "specVanish", "sym",
    "noBreakHyphen", "softHyphen", "ptab", "delText", "fldSimple",
)  # fmt: skip
_HIGHEST = 0x10FFFF
_BREAKS = {10: " ", 13: " "}
_BOXES = {
    ("Wingdings", 0x6F): "□", ("Wingdings", 0x71): "□", ("Wingdings", 0xA8): "□", ("Wingdings", 0xFD): "☒",
    ("Wingdings", 0xFE): "☑", ("Wingdings", 0x78): "☒", ("Wingdings", 0xFC): "✓", ("Wingdings", 0xFB): "✗",
    ("Wingdings 2", 0x52): "☑", ("Wingdings 2", 0x53): "☒", ("Wingdings 2", 0xA3): "□", ("Wingdings 2", 0x50): "✓",
    ("Wingdings 2", 0x4F): "✗",
}  # fmt: skip
"""What to tick in forms, by font and place in it (Microsoft's tables of Wingdings and Wingdings 2)."""


class _Field:
    """An open complex field: its first mark, its code, and from where in which text its result shows, once that has begun."""

    __slots__ = ("begin", "code", "result")

    def __init__(self, begin: etree._Element) -> None:
        self.begin = begin
        self.code: list[str] = []
        self.result: tuple[list[str], int] | None = None


class _Names:
    """The names of elements that a reader of one dialect asks for."""

    def __init__(self, w: str) -> None:
        self.special = (*(w + name for name in _SPECIAL), ALTERNATE, *MATH_TEXT)
        self.vanish = w + "vanish"
        self.fast = tuple(w + name for name in ("t", "br", "cr", "tab"))
        self.paragraph = w + "p"
        self.run, self.text, self.deleted, self.tab = w + "r", w + "t", w + "delText", w + "tab"
        self.properties, self.simple = w + "rPr", w + "fldSimple"
        self.mark, self.code, self.box, self.ruby = w + "fldChar", w + "instrText", w + "txbxContent", w + "ruby"
        self.tabs, self.breaks = (w + "tab", w + "ptab"), (w + "br", w + "cr")
        self.hyphen, self.soft, self.symbol = w + "noBreakHyphen", w + "softHyphen", w + "sym"
        self.signs = frozenset({*self.tabs, *self.breaks, self.hyphen, self.soft, self.symbol})
        self.leaves = frozenset(
            w + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText", "delText")
        )


@cache
def _names(w: str) -> _Names:
    return _Names(w)


class ParagraphReader:
    """Reads the paragraphs of one part in order; complex fields may run from one paragraph into the next."""

    def __init__(
        self,
        root: etree._Element,
        w: str,
        styles: Styles,
        view: View,
        *,
        hiding_styles: bool,
        unended: frozenset[etree._Element] | None = None,
        numbers: Mapping[etree._Element, str] | None = None,
    ) -> None:
        """Where `root` is not a whole part: `unended` are its marks that begin a field that never ends, `numbers` what its
        counting fields show.
        """
        self._w = w
        self._names = _names(w)
        self.root: etree._Element = root
        self._styles = styles
        self._hiding_styles = hiding_styles
        self._under = False  # whether the style of the paragraph hides what no run says to show
        self._dropped = frozenset(w + name for name in view.dropped)
        self._text = frozenset({w + "t"} if view is View.FINAL else {w + "t", w + "delText"})
        self._given = unended
        self._given_numbers = numbers
        self._fields: list[_Field] = []  # the open complex fields
        self._codes = 0  # how many of them are in their code

    @cached_property
    def _plain(self) -> bool:
        return not self._hiding_styles and next(self.root.iter(self._names.special), None) is None

    @cached_property
    def _special(self) -> frozenset[etree._Element]:
        """The paragraphs that hold more than plain runs; in a long document a few."""
        held = self.root.iter(self._names.special)
        return frozenset(around for element in held for around in element.iterancestors(self._names.paragraph))

    @cached_property
    def _hiding(self) -> bool:
        return self._hiding_styles or next(self.root.iter(self._names.vanish), None) is not None

    @cached_property
    def _only_text(self) -> bool:
        return next(self.root.iter(self._names.fast[1:]), None) is None

    @cached_property
    def _unended(self) -> frozenset[etree._Element]:
        return unended_in(self.root, self._w, tuple(self._dropped)) if self._given is None else self._given

    @cached_property
    def _numbers(self) -> Mapping[etree._Element, str]:
        if self._given_numbers is not None:
            return self._given_numbers
        return {} if self._plain else counted(self.root, self._w, tuple(self._dropped))

    def read(self, paragraph: etree._Element) -> tuple[str, str, list[etree._Element]]:
        """Return the visible text, the hidden text, and the text boxes (w:txbxContent) that hang on a paragraph."""
        if self._hiding_styles or self._fields or (not self._plain and paragraph in self._special):
            return self._slow(paragraph)
        names = self._names
        if self._only_text:
            return _one_line("".join([t.text or "" for t in paragraph.iter(names.text)])), "", []
        out: list[str] = []
        for element in paragraph.iter(names.fast):
            tag = element.tag
            if tag == names.text:
                out.append(_one_line(element.text))
            elif tag == names.tab:
                parent = element.getparent()
                if parent is not None and parent.tag == names.run:
                    out.append("\t")
            elif element.get(self._w + "type") in (None, "textWrapping"):
                out.append("\n")
        return "".join(out), "", []

    def trace(self, paragraph: etree._Element) -> tuple[str, list[tuple[etree._Element, int]]]:
        """Return the visible text, and every element that is looked at with where in that text it stands."""
        seen: list[tuple[etree._Element, int]] = []
        text, _, _ = self._slow(paragraph, seen)
        return text, seen

    def _slow(
        self, paragraph: etree._Element, seen: list[tuple[etree._Element, int]] | None = None
    ) -> tuple[str, str, list[etree._Element]]:
        names, dropped, texts = self._names, self._dropped, self._text
        out: list[str] = []
        hidden: list[str] = []
        boxes: list[etree._Element] = []
        size = counted = 0  # of the visible text so far; the pieces of it that are in `size`
        if self._hiding_styles:
            w = self._w
            self._under = self._styles.paragraph(value_of(paragraph.find(w + "pPr"), w + "pStyle", w)).hidden
        pending: list[tuple[etree._Element, bool]] = [(child, False) for child in reversed(paragraph)]
        while pending:
            element, is_hidden = pending.pop()
            if seen is not None:
                if counted < len(out):
                    size += sum(map(len, out[counted:]))
                    counted = len(out)
                seen.append((element, size))
            tag = element.tag
            if tag == names.properties or not isinstance(tag, str) or tag in dropped:
                continue
            into = hidden if is_hidden else out
            if tag in texts or tag in MATH_TEXT:
                if not self._codes:
                    into.append(_one_line(element.text))
                if len(element):  # in no Word file
                    pending.extend([(child, is_hidden) for child in reversed(element)])
            elif tag == names.run:
                run_hidden = is_hidden or (self._hiding and self._hides(element))
                pending.extend([(child, run_hidden) for child in reversed(element)])
            elif tag == names.mark:
                if not self._unended or element not in self._unended:
                    self._field(element, into)
            elif tag == names.code:
                if self._fields and self._fields[-1].result is None:
                    self._fields[-1].code.append(element.text or "")
            elif tag == names.box:
                boxes.append(element)
            elif tag == ALTERNATE:
                branch = shown_branch(element)
                if branch is not None:
                    pending.extend([(child, is_hidden) for child in reversed(branch)])
            elif tag == names.simple and element in self._numbers and next(element.iter(names.text), None) is None:
                if not self._codes:
                    into.append(self._numbers[element])
            elif tag == names.ruby:
                base = element.find(self._w + "rubyBase")
                if base is not None:
                    pending.extend([(child, is_hidden) for child in reversed(base)])
            elif tag in names.signs:
                into.append(self._sign(tag, element))
            elif tag in MATH_SIGNS:
                if not self._codes:
                    into.append(MATH_SIGNS[tag])
                pending.extend([(child, is_hidden) for child in reversed(element)])
            elif tag not in names.leaves and len(element):
                pending.extend([(child, is_hidden) for child in reversed(element)])
        return "".join(out), "".join(hidden), boxes

    def _sign(self, tag: str, element: etree._Element) -> str:
        """What an element shows that stands for a character."""
        w, names = self._w, self._names
        if tag in names.tabs:
            return "\t"
        if tag in names.breaks:
            return "\n" if element.get(w + "type") in (None, "textWrapping") else ""
        if tag == names.symbol:
            return _symbol(element.get(w + "char"), element.get(w + "font") or "")
        return "-" if tag == names.hyphen else ""

    def _field(self, mark: etree._Element, into: list[str]) -> None:
        kind = mark.get(self._w + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field(mark))
            self._codes += 1
        elif kind == "separate" and self._fields:
            self._codes -= self._fields[-1].result is None
            self._fields[-1].result = (into, len(into))
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            self._codes -= field.result is None
            if not self._codes and (
                field.result is None or (field.result[0] is into and not any(into[field.result[1] :]))
            ):
                into.append(self._numbers.get(field.begin) or computed("".join(field.code), field.begin, self._w))

    def _hides(self, run: etree._Element) -> bool:
        w = self._w
        properties = run.find(w + "rPr")
        if properties is None:
            return self._under
        vanish = properties.find(w + "vanish")
        if vanish is not None:
            return is_on(vanish, w)
        style = properties.find(w + "rStyle")
        # of two styles that both hide, one takes back what the other does (17.7.3)
        return self._under != (style is not None and self._styles.hides(style.get(w + "val")))


def runs_on(ppr: etree._Element, w: str, gone: frozenset[str], *, shown: bool) -> bool:
    """Whether a paragraph with these properties runs into the next one.

    Its mark is one of `gone`, or hidden behind text that shows; or it is a drop cap, with which the next one begins.
    """
    frame = ppr.find(w + "framePr") if shown else None
    if frame is not None and frame.get(w + "dropCap") in ("drop", "margin"):
        return True
    rpr = ppr.find(w + "rPr")
    if rpr is None:
        return False
    vanish = rpr.find(w + "vanish") if shown else None
    return (vanish is not None and is_on(vanish, w)) or any(rpr.find(name) is not None for name in gone)


def shown_branch(element: etree._Element) -> etree._Element | None:
    """The branch of an AlternateContent that is shown: the first Choice whose extension is understood, else the Fallback."""
    for choice in element.iterchildren(CHOICE):
        if all(prefix in UNDERSTOOD for prefix in (choice.get("Requires") or "").split()):
            return choice
    return element.find(FALLBACK)


def _one_line(text: str | None) -> str:
    """The characters of a w:t: a line break typed into it is a space to Word, a w:br alone breaks the line."""
    if not text:
        return ""
    return text if "\n" not in text and "\r" not in text else text.translate(_BREAKS)


def _symbol(code: str | None, font: str) -> str:
    """The character of a w:sym; symbol fonts keep theirs in U+F000–F0FF: boxes to tick are told apart, the rest is a mark."""
    if code is None or len(code) > 6 or not all(c in "0123456789abcdefABCDEF" for c in code) or not code:
        return ""
    point = int(code, 16)
    if point == 0 or point > _HIGHEST or 0xD800 <= point <= 0xDFFF:
        return ""
    return _BOXES.get((font, point & 0xFF), "•") if 0xE000 <= point <= 0xF8FF else chr(point)
