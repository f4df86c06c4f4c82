"""Text of documents as it may be shown: what would command a terminal, a browser or a spreadsheet is spelled out instead."""

from __future__ import annotations

from unicodedata import category

_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """Return document text as one line that nothing obeys: control, bidirectional and broken characters as escapes.

    What comes out is a text that XML 1.0 can carry.

    >>> printable("甲\\u202e乙\\n丙")
    '甲\\\\u202e乙 丙'
    """
    if text.isprintable():
        return text
    return "".join(" " if c in "\n\t\v" else _escape(c) if is_command(c) else c for c in text)


def is_command(character: str) -> bool:
    """Tell whether a terminal or a reader of XML may take a character for something else than itself."""
    return category(character) in _ESCAPED or ord(character) & 0xFFFE == 0xFFFE


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "replace").decode("ascii")
