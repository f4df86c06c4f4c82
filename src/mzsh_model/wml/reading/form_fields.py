"""Form fields to type into (FORMTEXT): what stands in them was typed by a person, and no update takes it away."""

from __future__ import annotations

from lxml import etree

from mzsh_model.wml.reading.values import value_of


class FormFields:
    """Follows the marks of complex fields through a paragraph."""

    def __init__(self, w: str) -> None:
        self._w = w
        self._opened: list[tuple[etree._Element, list[str]]] = []

    def pass_by(self, element: etree._Element) -> None:
        """Take note of the next element."""
        if element.tag == self._w + "fldChar":
            kind = element.get(self._w + "fldCharType")
            if kind == "begin":
                self._opened.append((element, []))
            elif kind == "end" and self._opened:
                self._opened.pop()
        elif element.tag == self._w + "instrText" and self._opened:
            self._opened[-1][1].append(element.text or "")

    def cover(self, depth: int) -> bool:
        """Tell whether all `depth` fields that are open were opened here and are there to be typed into."""
        return len(self._opened) == depth and all(self._is_typed(begin, code) for begin, code in self._opened)

    def _is_typed(self, begin: etree._Element, code: list[str]) -> bool:
        w = self._w
        words = "".join(code).split()
        if not words or words[0].upper() != "FORMTEXT":
            return False
        kind = value_of(begin.find(f"{w}ffData/{w}textInput"), w + "type", w)
        return kind not in ("calculated", "currentDate", "currentTime")
