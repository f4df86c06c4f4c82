"""The visible text of one paragraph, whatever its runs are wrapped in.

Looked through: content controls, insertions, smart tags, custom XML, hyperlinks, simple fields. Left out: deletions and
moved-away text (or insertions, in the original view), field codes, the other branch of AlternateContent, ruby above the
base text, hidden text. Most paragraphs hold nothing of the kind and take a path without Python objects per run.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from mzsh_model.wml.names import ALTERNATE, CHOICE, FALLBACK, MATH_SIGNS, MATH_TEXT, UNDERSTOOD
from mzsh_model.wml.reading.autonum import counted
from mzsh_model.wml.reading.computed import computed
from mzsh_model.wml.reading.fields import unended_in
from mzsh_model.wml.reading.styles import Styles
from mzsh_model.wml.reading.values import is_on
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
        self._styles = styles
        special = (*(w + name for name in _SPECIAL), ALTERNATE, *MATH_TEXT)
        self._plain = not hiding_styles and next(root.iter(special), None) is None
        self._hiding = hiding_styles or next(root.iter(w + "vanish"), None) is not None
        self._fast = tuple(w + name for name in ("t", "br", "cr", "tab"))
        self._only_text = next(root.iter(self._fast[1:]), None) is None
        self._dropped = frozenset(w + name for name in view.dropped)
        self._text = frozenset({w + "t"} if view is View.FINAL else {w + "t", w + "delText"})
        self._unended = unended_in(root, w, tuple(self._dropped)) if unended is None and not self._plain else unended
        if numbers is None:
            numbers = {} if self._plain else counted(root, w, tuple(self._dropped))
        self._numbers = numbers
        self._fields: list[_Field] = []  # the open complex fields
        self._codes = 0  # how many of them are in their code
        self._t = w + "t"

    def read(self, paragraph: etree._Element) -> tuple[str, str, list[etree._Element]]:
        """Return the visible text, the hidden text, and the text boxes (w:txbxContent) that hang on a paragraph."""
        if not self._plain:
            return self._slow(paragraph)
        if self._only_text:
            return _one_line("".join([t.text or "" for t in paragraph.iter(self._t)])), "", []
        w = self._w
        out: list[str] = []
        t, tab = self._t, w + "tab"
        for element in paragraph.iter(self._fast):
            tag = element.tag
            if tag == t:
                out.append(_one_line(element.text))
            elif tag == tab:
                parent = element.getparent()
                if parent is not None and parent.tag == w + "r":
                    out.append("\t")
            elif element.get(w + "type") in (None, "textWrapping"):
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
        w = self._w
        out: list[str] = []
        hidden: list[str] = []
        boxes: list[etree._Element] = []
        size = counted = 0  # of the visible text so far; the pieces of it that are in `size`
        pending: list[tuple[etree._Element, bool]] = [(child, False) for child in reversed(paragraph)]
        while pending:
            element, is_hidden = pending.pop()
            if seen is not None:
                size += sum(map(len, out[counted:]))
                counted = len(out)
                seen.append((element, size))
            tag = element.tag
            if not isinstance(tag, str) or tag in self._dropped:
                continue
            into = hidden if is_hidden else out
            if tag in self._text or tag in MATH_TEXT:
                if not self._codes:
                    into.append(_one_line(element.text))
                pending.extend((child, is_hidden) for child in reversed(element))  # none in any Word file
            elif tag == w + "r":
                run_hidden = is_hidden or (self._hiding and self._hides(element))
                pending.extend((child, run_hidden) for child in reversed(element))
            elif tag == w + "fldChar":
                if not self._unended or element not in self._unended:
                    self._field(element, into)
            elif tag == w + "instrText":
                if self._fields and self._fields[-1].result is None:
                    self._fields[-1].code.append(element.text or "")
            elif tag == w + "txbxContent":
                boxes.append(element)
            elif tag == ALTERNATE:
                branch = shown_branch(element)
                if branch is not None:
                    pending.extend((child, is_hidden) for child in reversed(branch))
            elif tag == w + "fldSimple" and element in self._numbers and next(element.iter(w + "t"), None) is None:
                if not self._codes:
                    into.append(self._numbers[element])
            elif tag == w + "ruby":
                base = element.find(w + "rubyBase")
                if base is not None:
                    pending.extend((child, is_hidden) for child in reversed(base))
            elif (mark := self._mark(tag, element)) is not None:
                into.append(mark)
            elif tag in MATH_SIGNS:
                if not self._codes:
                    into.append(MATH_SIGNS[tag])
                pending.extend((child, is_hidden) for child in reversed(element))
            elif tag not in self._leaves():
                pending.extend((child, is_hidden) for child in reversed(element))
        return "".join(out), "".join(hidden), boxes

    def _leaves(self) -> frozenset[str]:
        w = self._w
        return frozenset(
            {w + "pPr", w + "rPr", w + "sdtPr", w + "sdtEndPr", w + "instrText", w + "delInstrText", w + "delText"}
        )

    def _mark(self, tag: str, element: etree._Element) -> str | None:
        w = self._w
        if tag in (w + "tab", w + "ptab"):
            return "\t"
        if tag in (w + "br", w + "cr"):
            return "\n" if element.get(w + "type") in (None, "textWrapping") else ""
        if tag == w + "noBreakHyphen":
            return "-"
        if tag == w + "softHyphen":
            return ""
        return _symbol(element.get(w + "char"), element.get(w + "font") or "") if tag == w + "sym" else None

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
            return False
        vanish = properties.find(w + "vanish")
        if vanish is not None:
            return is_on(vanish, w)
        style = properties.find(w + "rStyle")
        return style is not None and self._styles.hides(style.get(w + "val"))


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
