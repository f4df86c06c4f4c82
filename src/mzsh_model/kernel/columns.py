"""The width of text where a hanzi takes two columns: on terminals, and in lines that are cut to one length."""

from __future__ import annotations

from unicodedata import category, east_asian_width


def columns(text: str) -> int:
    """Return how many columns `text` takes.

    >>> columns("第3条")
    5
    """
    return sum(0 if category(c) in ("Mn", "Me") else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, width: int) -> str:
    """Return `text` whole where it fits `width` columns, or its beginning with an ellipsis.

    >>> cut("学习不够系统", 8)
    '学习不…'
    """
    if columns(text) <= width:
        return text
    taken = 0
    for end, character in enumerate(text):
        taken += columns(character)
        if taken >= width:
            return text[:end] + "…"
    return text
