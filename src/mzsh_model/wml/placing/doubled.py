"""Runs that stand twice in alternate content, the same words in both branches: what is edited in one is edited in the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from mzsh_model.kernel.difference import Hunk
from mzsh_model.wml.names import ALTERNATE, CHOICE, FALLBACK
from mzsh_model.wml.placing.glyphs import Glyph
from mzsh_model.wml.placing.markup import characters

Doubles = dict[etree._Element, list[Glyph]]
"""The characters of the branch that is not shown, by the alternate content they stand in."""


def doubles(w: str, xml: bytes, glyphs: Iterable[Glyph]) -> Doubles:
    """Return the alternate contents of a line whose two branches hold the same plain words."""
    found: Doubles = {}
    for around, group in groupby(glyphs, key=alternate_around):
        if around is None:
            continue
        shown = list(group)
        if around in found or any(glyph.leaf.tag != w + "t" or glyph.field for glyph in shown):
            found.pop(around, None)
            continue
        branches = [child for child in around if child.tag in (CHOICE, FALLBACK)]
        others = [branch for branch in branches if branch not in set(shown[0].leaf.iterancestors())]
        if len(others) != 1:
            continue
        leaves = [leaf for leaf in others[0].iter(w + "t", w + "tab", w + "br", w + "cr", w + "fldChar", w + "sym")]
        if any(leaf.tag != w + "t" for leaf in leaves):
            continue
        said = "".join(leaf.text or "" for leaf in leaves)
        if said != _said(shown):
            continue
        stretch = shown[0].stretch
        found[around] = [
            Glyph(low, high, leaf, stretch, False)
            for leaf in leaves
            for low, high in characters(xml, stretch.tags[leaf].inner, stretch.tags[leaf].close)
        ]
    return found


def alternate_around(glyph: Glyph) -> etree._Element | None:
    """Return the outermost alternate content around a character, inside its paragraph."""
    found = None
    for element in glyph.leaf.iterancestors():
        if element is glyph.stretch.root:
            break
        if element.tag == ALTERNATE:
            found = element
    return found


def _said(glyphs: Sequence[Glyph]) -> str:
    return "".join(leaf.text or "" for leaf in dict.fromkeys(glyph.leaf for glyph in glyphs))


def swapped(glyphs: Sequence[Glyph], found: Doubles) -> Iterator[tuple[Glyph, bool]]:
    """Yield the characters of a line as they stand where the other branch is shown, each with whether it is another one."""
    for around, group in groupby(glyphs, key=alternate_around):
        other = None if around is None else found.get(around)
        for glyph in group if other is None else other:
            yield glyph, other is not None


def parted(hunks: Iterable[Hunk], inside: Sequence[bool]) -> tuple[list[Hunk], list[Hunk]]:
    """Return hunks cut at the borders of what stands twice, and those of them that are inside it.

    `inside` says of each character of the line whether it stands twice. What comes for a hunk over a border comes outside.
    """
    every: list[Hunk] = []
    within: list[Hunk] = []
    for start, end, text in hunks:
        if start == end:
            hosted = inside[start - 1] if start else bool(inside) and inside[0]
            every.append(Hunk(start, end, text))
            within += [Hunk(start, end, text)] if hosted else []
            continue
        pieces: list[tuple[int, int, bool]] = []
        at = start
        for twice, group in groupby(inside[start:end]):
            size = len(list(group))
            pieces.append((at, at + size, twice))
            at += size
        taking = next((n for n, piece in enumerate(pieces) if not piece[2]), 0)
        for n, (low, high, twice) in enumerate(pieces):
            hunk = Hunk(low, high, text if n == taking else "")
            every.append(hunk)
            within += [hunk] if twice else []
    return every, within
