"""Spellings of the genre in the wild: pinyin initials and masks for words that filters dislike, and a tolerant fold."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, normalize

from mzsh_model.kernel.patterns import lazy_pattern

_MEANINGS = {
    "mzshh": "民主生活会",
    "mzsh": "民主生活会",
    "民主shh": "民主生活会",
    "zzshh": "组织生活会",
    "zhshh": "组织生活会",
    "组织shh": "组织生活会",
    "dangshi": "党史",
    "zz局": "政治局",
    "zz": "政治",
    "gcd": "共产党",
    "dzz": "党组织",
    "x中央": "党中央",
    "从严治x": "从严治党",
}
_ALIAS = lazy_pattern(
    r"(?<![A-Za-z])(?:(?:民主|组织)shh|mzshh?|zzshh|zhshh|dangshi|zz局|zz(?=[\u4e00-\u9fff])|gcd|dzz)(?![A-Za-z])|(?<![A-Za-zxX])[xX](?=中央)中央|从严治[xX](?![A-Za-zxX])",
    re.IGNORECASE,
)
_LATIN = lazy_pattern("[A-Za-z]")  # every alias has a Latin letter, few paragraphs have one
_HAN = "\u4e00-\u9fff"
_DIRT = r"""\s!"#$&'(),\-./:;<=>?@[\\\]^_`{|}~·–—‘’“”…\u3000、。《》「」『』【】〔〕！（），：；？"""
_ORDINARY = lazy_pattern(rf"[{_HAN}0-9A-Za-z{_DIRT}]*", re.ASCII)
_DIRTY = lazy_pattern(rf"[{_DIRT}]+", re.ASCII)


class _Folding(dict[int, int | None]):
    """For `str.translate`: leaves out punctuation, spaces, symbols and controls (of the first plane) but + % * ×."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        dropped = code < 0x10000 and category(char)[0] in "PZSC" and char not in "+%*×" and not 0xD800 <= code < 0xE000
        self[code] = None if dropped else code
        return self[code]


_FOLDING = _Folding()


class Alias(NamedTuple):
    """A spelling met in a text, where it stands and what it means."""

    start: int
    end: int
    raw: str
    meaning: str


def find_aliases(text: str) -> tuple[Alias, ...]:
    """Return the aliases of `text` in order; letters inside a longer Latin word are none."""
    if not _LATIN.search(text):
        return ()
    return tuple(Alias(m.start(), m.end(), m[0], _MEANINGS[m[0].lower()]) for m in _ALIAS.finditer(text))


def spell_out(text: str) -> str:
    """Return `text` with every alias replaced by what it means."""
    return _ALIAS.sub(lambda m: _MEANINGS[m[0].lower()], text) if _LATIN.search(text) else text


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return what is left of `text` for tolerant comparison: NFKC, aliases spelled out, no space, marks or quotes.

    >>> fold("（一）带头 坚决扛起“管党治党”责任，") == fold("(一)带头坚决扛起管党治党责任")
    True
    """
    spelled = spell_out(text)
    if not _ORDINARY.fullmatch(spelled):
        return normalize("NFKC", spelled).translate(_FOLDING)
    # NFKC changes nothing of it but what is left out anyway, and most of that are these
    for mark in "，。、；：“”":
        spelled = spelled.replace(mark, "")
    return _DIRTY.sub("", spelled)
