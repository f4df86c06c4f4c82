"""What a paragraph style means for reading: its name, heading level, numbering, hidden text; through `basedOn`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.wml.reading.values import is_on, number, value_of

_HEADING = lazy_pattern(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_DEEPEST = 64


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, its inherited parts filled in; `level` is 1-based, None for body text."""

    name: str = ""
    level: int | None = None
    num: str | None = None
    ilvl: str | None = None
    hidden: bool = False


class Styles:
    """The styles part of a document; resolved on demand, loops in `basedOn` cut."""

    def __init__(self, root: etree._Element | None, w: str) -> None:
        self._w = w
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default: str | None = None
        self._plain = Style()
        if root is None:
            return
        everywhere = root.find(f"{w}docDefaults/{w}rPrDefault/{w}rPr/{w}vanish")
        if is_on(everywhere, w):
            self._plain = Style(hidden=True)
        for element in root.iterchildren(w + "style"):
            ident = element.get(w + "styleId")
            if ident is None or ident in self._elements:
                continue
            self._elements[ident] = element
            if element.get(w + "type") == "paragraph" and element.get(w + "default") in ("1", "true", "on"):
                self.default = ident

    def paragraph(self, ident: str | None) -> Style:
        """Return the paragraph style of that id, the default one for None."""
        key = ident if ident is not None and ident in self._elements else self.default
        return self._plain if key is None else self._known(key)

    def hides(self, ident: str | None) -> bool:
        """Tell whether a character style hides its text, beside what all text is."""
        known = ident is not None and ident in self._elements
        return known and self._known(ident or "").hidden and not self._plain.hidden

    def numbering_link(self, ident: str) -> str | None:
        """Return the numbering that a list style refers to."""
        element = self._elements.get(ident)
        ppr = element.find(self._w + "pPr") if element is not None else None
        return value_of(ppr.find(self._w + "numPr") if ppr is not None else None, self._w + "numId", self._w)

    def _known(self, ident: str) -> Style:
        style = self._resolved.get(ident)
        if style is None:
            style = self._resolved[ident] = self._resolve(ident)
        return style

    def _resolve(self, ident: str) -> Style:
        w = self._w
        name = value_of(self._elements[ident], w + "name", w) or ""
        level = num = ilvl = None
        hidden: bool | None = None
        at: str | None = ident
        seen: set[str] = set()
        while at is not None and at not in seen and at in self._elements and len(seen) < _DEEPEST:
            seen.add(at)
            element = self._elements[at]
            ppr, rpr = element.find(w + "pPr"), element.find(w + "rPr")
            if level is None:
                level = _level(ppr, value_of(element, w + "name", w) or "", w)
            numpr = ppr.find(w + "numPr") if ppr is not None else None
            if numpr is not None and num is None:
                num = value_of(numpr, w + "numId", w)
                ilvl = ilvl or value_of(numpr, w + "ilvl", w)
            if hidden is None and rpr is not None and (vanish := rpr.find(w + "vanish")) is not None:
                hidden = is_on(vanish, w)
            at = value_of(element, w + "basedOn", w)
        return Style(
            name,
            level if level is None or level <= 9 else None,
            num,
            ilvl,
            self._plain.hidden if hidden is None else hidden,
        )


def _level(ppr: etree._Element | None, name: str, w: str) -> int | None:
    """The outline level, 1-based; 10 says "body text" and ends the search."""
    outline = value_of(ppr, w + "outlineLvl", w)
    if outline is not None:
        return number(outline, 9, 0, 9) + 1
    found = _HEADING.fullmatch(name.strip())
    return int(found[1]) if found else None
