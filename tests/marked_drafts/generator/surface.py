"""The dirt of typing, laid over a marked text: widths, stray blanks, soft breaks, blank lines. The words stay the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_OPENERS = re.compile(r"(\{[^{}|]*\|?)")
_HALF = str.maketrans("，：；（）", ",:;()")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def _words(source: str, change: Callable[[str], str]) -> str:
    """Change the text and leave the marks alone."""
    return "".join(part if part.startswith("{") else change(part) for part in _OPENERS.split(source))


def half(source: str, dice: Random) -> str:
    return _words(source, lambda text: text.translate(_HALF))


def wide(source: str, dice: Random) -> str:
    return _words(source, lambda text: text.translate(_WIDE))


def blanks(source: str, dice: Random) -> str:
    return _words(source, lambda text: re.sub(r"(?<=[，、；])", lambda _: dice.choice(["", "", " "]), text))


def indented(source: str, dice: Random) -> str:
    return "\n".join(line if line.startswith("‖") else f"　　{line}" for line in source.split("\n"))


def airy(source: str, dice: Random) -> str:
    return source.replace("\n‖", "\0").replace("\n", "\n\n").replace("\0", "\n‖")


def soft(source: str, dice: Random) -> str:
    """Items 一是 and 1. behind the one before by a soft break instead of a paragraph."""
    return re.sub(r"\n(?=[二三四五六七八九]是|[2-9]\.)", "↵", source)


DIRT = (None, None, None, half, wide, blanks, indented, airy, soft)


def dirty(source: str, dice: Random) -> str:
    """The text with one kind of dirt, or clean."""
    kind = dice.choice(DIRT)
    return source if kind is None else kind(source, dice)
