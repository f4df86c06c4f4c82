"""What Word shows for a field that stands in the file without a result: lists to choose from, enclosed numbers, readings above.

Word computes these each time it lays the page out (ECMA-376 17.16.5.17 EQ, 17.16.9 FORMDROPDOWN) and writes no text for them.
"""

from __future__ import annotations

import re

from lxml import etree

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.wml.reading.values import number, value_of

_OVER = lazy_pattern(r"\\o\s*(?:\\a[lcrd]\s*)?\(", re.IGNORECASE)
_RAISED = lazy_pattern(r"\\s\s*\\(?:up|do|ai|di)", re.IGNORECASE)
_CIRCLES = frozenset("○◯〇")
_HAN = "一二三四五六七八九十"
_MOST_DEEP = 40


def computed(code: str, begin: etree._Element, w: str) -> str:
    """Return what shows for a field by its code and the mark that begins it; nothing where that is not known."""
    name, _, rest = code.strip().partition(" ")
    match name.upper():
        case "FORMDROPDOWN":
            return _chosen(begin, w)
        case "EQ":
            return _laid_over(rest)
        case _:
            return ""


def _chosen(begin: etree._Element, w: str) -> str:
    """The entry of a list that is chosen, else the one by default, else the first (17.16.9)."""
    choices = begin.find(f"{w}ffData/{w}ddList")
    if choices is None:
        return ""
    entries = [entry.get(w + "val") or "" for entry in choices.iterchildren(w + "listEntry")]
    chosen = value_of(choices, w + "result", w) or value_of(choices, w + "default", w) or "0"
    at = number(chosen, 0, 0, len(entries))
    return entries[at] if at < len(entries) else ""


def _laid_over(code: str) -> str:
    """The characters that `EQ \\o(…)` lays over one another: a number in a circle, or a word below its reading."""
    found = _OVER.search(code)
    parts = _arguments(code, found.end()) if found is not None else []
    if len(parts) == 1 and (raised := _RAISED.match(parts[0])) is not None:
        opened = parts[0].find("(", raised.end()) + 1
        parts = _arguments(parts[0], opened) if opened else []
    kept = [part for part in parts if _RAISED.match(part) is None]
    signs = [part for part in kept if part not in _CIRCLES]
    if len(signs) != 1 or "\\" in signs[0]:
        return ""
    return signs[0] if len(signs) == len(kept) else _enclosed(signs[0])


def _arguments(code: str, at: int) -> list[str]:
    """The arguments between a bracket that opens before `at` and the one that closes it."""
    depth, start = 0, at
    found: list[str] = []
    for n in range(at, len(code)):
        char = code[n]
        if char == "(":
            depth += 1
        elif char == ")" and depth:
            depth -= 1
        elif char in ",;，)" and not depth:
            found.append(code[start:n].strip())
            start = n + 1
            if char == ")":
                return found
        if depth > _MOST_DEEP:
            break
    return []


def _enclosed(sign: str) -> str:
    if sign.isascii() and sign.isdecimal() and len(sign) < 3 and 0 < int(sign) <= 20:
        return chr(ord("①") + int(sign) - 1)
    return chr(ord("㊀") + _HAN.index(sign)) if len(sign) == 1 and sign in _HAN else sign
