"""A text as a person sees it: characters that look alike are one, invisible ones are none; places lead back to the typed text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import normalize

from mzsh_model.kernel.patterns import lazy_pattern

INVISIBLE = "\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
"""Characters that Word shows as nothing, for a class of a pattern: soft hyphen, joiners, directions, byte order marks."""
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t"
_COMPATIBLE = "\u2e9f\u2ef3\u2f00-\u2fd5\uf900-\ufad9"
"""Radicals and compatibility ideographs, which copies out of PDF files have for characters of the language (Unicode 2E80–2FDF,
F900–FAFF): NFKC has one character for each.
"""
_RADICAL = lazy_pattern(f"[{_COMPATIBLE}]")
_ODD = lazy_pattern(rf"[０-９．／－‐‑‒–−{_SPACES}{INVISIBLE}{_COMPATIBLE}]")
UNSEEN = lazy_pattern(f"[{INVISIBLE}]+")
"""A stretch of characters that do not show."""


class _Same(dict[int, str]):
    """For `str.translate`: one character for each that looks like it, so that places stay."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if "０" <= char <= "９":
            char = chr(code - 0xFEE0)
        elif char in "．／":
            char = "./"["．／".index(char)]
        elif char in "－‐‑‒–−":
            char = "-"
        elif re.match(f"[{_SPACES}]", char):
            char = " "
        elif _RADICAL.match(char):
            char = normalize("NFKC", char)
        self[code] = char
        return char


_SAME = _Same()


class Seen(NamedTuple):
    """A text as it is seen, and where each of its characters was typed (None: all where they are)."""

    text: str
    typed_at: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the typed text that `text[start:end]` is, unseen characters inside it included."""
        if self.typed_at is None or start == end:
            at = start if self.typed_at is None else (*self.typed_at, self.typed_at[-1] + 1)[start]
            return at, at + end - start
        return self.typed_at[start], self.typed_at[end - 1] + 1


def ideographs(text: str) -> str:
    """Return `text` with the characters that its radicals and compatibility ideographs stand for; every place stays.

    >>> ideographs("6⽉底前，责任⼈")
    '6月底前，责任人'
    """
    return _RADICAL.sub(lambda found: normalize("NFKC", found[0]), text) if _RADICAL.search(text) else text


def seen(text: str) -> Seen:
    """Return `text` as it is seen: digits, stops, hyphens and blanks of one width, nothing that shows as nothing.

    >>> seen("２０２６年６\u200b月")
    Seen(text='2026年6月', typed_at=(0, 1, 2, 3, 4, 5, 7))
    """
    if _ODD.search(text) is None:
        return Seen(text)
    same = text.translate(_SAME)
    if UNSEEN.search(text) is None:
        return Seen(same)
    kept = tuple(n for n, char in enumerate(text) if not UNSEEN.match(char))
    return Seen("".join(same[n] for n in kept), kept) if kept else Seen("", (0,))
