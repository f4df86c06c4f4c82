"""Numbers and switches that a document states, taken one way: whatever a hostile file writes, nothing is raised."""

from __future__ import annotations

from lxml import etree

_OFF = frozenset({"0", "false", "off", "none"})


def number(text: str | None, default: int, low: int = 0, high: int = 100_000) -> int:
    """Return the ASCII decimal number `text` within `low` and `high`, else `default`."""
    if text is None or len(text) > 9:
        return default
    bare = text.strip()
    if not (bare.isascii() and bare.removeprefix("-").isdigit()):
        return default
    return min(max(int(bare), low), high)


def value_of(parent: etree._Element | None, tag: str, w: str) -> str | None:
    """Return `w:val` of the first child `tag`, None where there is none."""
    child = parent.find(tag) if parent is not None else None
    return None if child is None else child.get(w + "val")


def is_on(element: etree._Element | None, w: str) -> bool:
    """Tell whether a toggle element is present and not switched off."""
    return element is not None and (element.get(w + "val") or "1").lower() not in _OFF
