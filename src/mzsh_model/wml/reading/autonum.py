"""Numbers of the fields AUTONUM, AUTONUMLGL, AUTONUMOUT and LISTNUM, for which a file holds no result (ECMA-376 17.16.5.5–7, .32).

Word counts them through a part each time it lays the pages out; so does this, once for a part and one view.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.wml.reading.numfmt import format_number
from mzsh_model.wml.reading.values import number, value_of

_COUNTED = lazy_pattern(rb"autonum|listnum", re.IGNORECASE)
_LEVELS = 9
_SWITCH = lazy_pattern(r'\\([a-z*])\s*(?:"([^"]*)"|(\S+))', re.IGNORECASE)

_SCHEMES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "numberdefault": (
        ("decimal", "{})"), ("lowerLetter", "{})"), ("lowerRoman", "{})"), ("decimal", "({})"), ("lowerLetter", "({})"),
        ("lowerRoman", "({})"), ("decimal", "{}."), ("lowerLetter", "{}."), ("lowerRoman", "{}."),
    ),
    "outlinedefault": (
        ("upperRoman", "{}."), ("upperLetter", "{}."), ("decimal", "{}."), ("lowerLetter", "{})"), ("decimal", "({})"),
        ("lowerLetter", "({})"), ("lowerRoman", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})"),
    ),
}  # fmt: skip
"""How a level of LISTNUM's built-in lists and of AUTONUMOUT counts; LegalDefault and AUTONUMLGL write all levels: `1.2.`."""

_FORMATS = {
    "arabic": "decimal", "chinesenum1": "ideographDigital", "chinesenum2": "chineseLegalSimplified",
    "chinesenum3": "chineseCounting", "circlenum": "decimalEnclosedCircle", "gb1": "decimalEnclosedFullstop",
    "gb2": "decimalEnclosedParen", "gb3": "decimalEnclosedCircle", "gb4": "ideographEnclosedCircle",
    "dbchar": "decimalFullWidth", "zodiac1": "ideographTraditional", "zodiac2": "ideographZodiac",
}  # fmt: skip
"""Number formats by the names that a field's `\\*` switch has for them (17.16.4.3.1); others follow by their case."""


def may_count(xml: bytes) -> bool:
    """Tell whether a part may hold such fields: one without field codes, as most are, is not searched in any spelling."""
    return (b"instrText" in xml or b"fldSimple" in xml) and _COUNTED.search(xml) is not None


def counted(root: etree._Element, w: str, dropped: tuple[str, ...]) -> dict[etree._Element, str]:
    """Return what shows for each such field of a part, by its first mark (w:fldChar) or itself (w:fldSimple).

    What stands in `dropped` elements is not there, and is not counted.
    """
    count = _Count()
    found: dict[etree._Element, str] = {}
    opened: list[tuple[etree._Element, list[str]]] = []
    for element in root.iter(w + "fldChar", w + "instrText", w + "fldSimple"):
        if dropped and next(element.iterancestors(*dropped), None) is not None:
            continue
        if element.tag == w + "instrText":
            if opened:
                opened[-1][1].append(element.text or "")
            continue
        if element.tag == w + "fldSimple":
            shown = count.next(element.get(w + "instr") or "", _level(element, w))
            if shown:
                found[element] = shown
            continue
        kind = element.get(w + "fldCharType")
        if kind == "begin":
            opened.append((element, []))
        elif kind == "end" and opened:
            begin, code = opened.pop()
            if shown := count.next("".join(code), _level(begin, w)):
                found[begin] = shown
    return found


def _level(element: etree._Element, w: str) -> int:
    """The outline level that the paragraph around a field says itself to have, 1-based; 0 for body text."""
    paragraph = next(element.iterancestors(w + "p"), None)
    level = None if paragraph is None else value_of(paragraph.find(w + "pPr"), w + "outlineLvl", w)
    return 0 if level is None else (number(level, 9, 0, 9) + 1) % 10


class _Count:
    """How far the fields have counted: each scheme on its own, headings and body text apart."""

    def __init__(self) -> None:
        self._reached: dict[str, list[int]] = {}

    def next(self, code: str, heading: int) -> str:
        """Return what the next field with this code shows, nothing for a field that does not count."""
        name, _, rest = code.strip().partition(" ")
        switches = {
            found[1].lower(): found[2] if found[2] is not None else found[3] for found in _SWITCH.finditer(rest)
        }
        bare = _SWITCH.sub("", rest).split()
        match name.upper():
            case "AUTONUM":
                n = self._step("autonum", heading, None)[-1]
                return format_number(n, _format(switches.get("*", "arabic"))) + switches.get("s", ".")
            case "AUTONUMLGL":
                numbers = self._step("autonumlgl", max(heading, 1) - 1, None)
                return ".".join(map(str, numbers)) + ("" if "\\e" in rest else switches.get("s", "."))
            case "AUTONUMOUT":
                at = max(heading, 1) - 1
                fmt, text = _SCHEMES["outlinedefault"][at]
                return text.format(format_number(self._step("autonumout", at, None)[-1], fmt))
            case "LISTNUM":
                scheme = (bare[0] if bare else "NumberDefault").strip('"').lower()
                at = number(switches.get("l"), 1, 1, _LEVELS) - 1
                start = switches.get("s")
                numbers = self._step(f"listnum {scheme}", at, None if start is None else number(start, 1))
                if scheme == "legaldefault":
                    return ".".join(map(str, numbers)) + "."
                fmt, text = _SCHEMES.get(scheme, _SCHEMES["numberdefault"])[at]
                return text.format(format_number(numbers[-1], fmt))
            case _:
                return ""

    def _step(self, scheme: str, at: int, start: int | None) -> list[int]:
        """The numbers down to level `at`, that one a step further; deeper levels begin anew."""
        reached = self._reached.setdefault(scheme, [])
        above = reached[:at] + [1] * (at - len(reached))
        own = start if start is not None else reached[at] + 1 if at < len(reached) else 1
        reached[:] = [*above, own]
        return list(reached)


def _format(name: str) -> str:
    known = _FORMATS.get(name.lower())
    if known is not None:
        return known
    for kind in ("Roman", "Letter"):
        if name.lower() in (kind.lower(), {"Letter": "alphabetic"}.get(kind)):
            return ("upper" if name[0].isupper() else "lower") + kind
    return "decimal"
