"""Text laid out for terminals where a hanzi takes two columns."""

from __future__ import annotations

from unicodedata import category, east_asian_width


def columns(text: str) -> int:
    """Return how many columns `text` takes."""
    return sum(0 if category(c) in ("Mn", "Me") else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def printable(text: str) -> str:
    """Return document text as one line that no terminal obeys: control and bidirectional characters as escapes."""
    return "".join(
        c
        if category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
        else " "
        if c in "\n\t\v"
        else c.encode("unicode_escape", "replace").decode("ascii")
        for c in text
    )


def cut(text: str, width: int) -> str:
    """Return `text` whole where it fits `width` columns, or its beginning with an ellipsis."""
    if columns(text) <= width:
        return text
    taken = 0
    for end, character in enumerate(text):
        taken += columns(character)
        if taken >= width:
            return text[:end] + "…"
    return text


def window(text: str, start: int, end: int, width: int = 64) -> tuple[str, int, int]:
    """Return the part of a long line that shows `start` to `end`, and the two columns between which they stand in it."""
    low = start
    while low > 0 and columns(text[low - 1 : start]) < width // 4:
        low -= 1
    high = max(end, start + 1)
    while high < len(text) and columns(text[low:high]) < width:
        high += 1
    while high > start + 1 and columns(text[low:high]) > width:
        high -= 1
    head = "…" if low > 0 else ""
    shown = head + printable(text[low:high]) + ("…" if high < len(text) else "")
    begin = columns(head + printable(text[low:start]))
    return shown, begin, begin + max(columns(printable(text[start : min(end, high)])), 1)
