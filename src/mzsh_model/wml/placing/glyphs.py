"""The bytes behind the characters of a line, worked out for those that are asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from lxml import etree

from mzsh_model.wml.placing.markup import Stretch, characters


class Glyph(NamedTuple):
    """One visible character: its bytes, the element that carries it, and whether a field computes it."""

    start: int
    end: int
    leaf: etree._Element
    stretch: Stretch
    field: bool


class _Piece(NamedTuple):
    """Characters that one element shows.

    `plain` is their text where each is spelled by itself in the bytes from `start` on; else `bounds` has the bytes of each,
    or of the one element that stands for them all.
    """

    leaf: etree._Element
    stretch: Stretch
    field: bool
    start: int
    plain: str
    bounds: Sequence[tuple[int, int]]

    @property
    def size(self) -> int:
        """How many characters it has."""
        return len(self.plain) or len(self.bounds)


class Glyphs(Sequence[Glyph]):
    """The characters of a line. A line has hundreds, and an edit asks for a few."""

    __slots__ = ("_firsts", "_pieces", "_size", "_xml")

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._size = 0
        self._firsts: list[int] = []
        self._pieces: list[_Piece] = []

    def add_text(self, leaf: etree._Element, stretch: Stretch, *, field: bool) -> None:
        """Add the characters of an element that holds text."""
        text, tag = leaf.text or "", stretch.tags[leaf]
        plain = len(_bytes(text)) == tag.close - tag.inner  # anything else takes more bytes
        bounds = () if plain else tuple(characters(self._xml, tag.inner, tag.close))
        self._add(_Piece(leaf, stretch, field, tag.inner, text if plain else "", bounds))

    def add_sign(self, leaf: etree._Element, stretch: Stretch, count: int, *, field: bool) -> None:
        """Add characters that an element stands for as a whole."""
        tag = stretch.tags[leaf]
        self._add(_Piece(leaf, stretch, field, tag.start, "", [(tag.start, tag.end)] * count))

    def _add(self, piece: _Piece) -> None:
        self._firsts.append(self._size)
        self._pieces.append(piece)
        self._size += piece.size

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Glyph]:
        for piece in self._pieces:
            yield from _within(piece, 0, piece.size)

    @overload
    def __getitem__(self, at: int) -> Glyph: ...
    @overload
    def __getitem__(self, at: slice) -> list[Glyph]: ...
    def __getitem__(self, at: int | slice) -> Glyph | list[Glyph]:
        if not isinstance(at, slice):
            at += self._size if at < 0 else 0
            if not 0 <= at < self._size:
                raise IndexError(at)
            n = bisect_right(self._firsts, at) - 1
            at -= self._firsts[n]
            return next(_within(self._pieces[n], at, at + 1))
        low, high, step = at.indices(self._size)
        found: list[Glyph] = []
        for n in range(max(0, bisect_right(self._firsts, low) - 1), bisect_left(self._firsts, high)):
            found += _within(self._pieces[n], max(0, low - self._firsts[n]), high - self._firsts[n])
        return found[::step]

    def of(self, leaf: etree._Element) -> list[Glyph]:
        """Return the characters that one element carries."""
        return [glyph for piece in self._pieces if piece.leaf is leaf for glyph in _within(piece, 0, piece.size)]

    def before(self, at: int) -> int:
        """Return how many characters stand before byte `at`."""
        n = bisect_right(self._pieces, at, key=_start) - 1
        if n < 0:
            return 0
        piece = self._pieces[n]
        return self._firsts[n] + sum(1 for glyph in _within(piece, 0, piece.size) if glyph.start < at)


def before(glyphs: Sequence[Glyph], at: int) -> int:
    """Return how many of the characters of a line stand before byte `at`: the position of the first one from there on."""
    return glyphs.before(at) if isinstance(glyphs, Glyphs) else sum(glyph.start < at for glyph in glyphs)


def carried(glyphs: Sequence[Glyph], leaf: etree._Element) -> list[Glyph]:
    """Return those of the characters of a line that one element carries."""
    return glyphs.of(leaf) if isinstance(glyphs, Glyphs) else [glyph for glyph in glyphs if glyph.leaf is leaf]


def _within(piece: _Piece, low: int, high: int) -> Iterator[Glyph]:
    """The characters `low` to `high` of a piece."""
    leaf, stretch, field, start, plain, bounds = piece
    for begin, end in bounds[low:high]:
        yield Glyph(begin, end, leaf, stretch, field)
    begin = start + len(_bytes(plain[:low]))
    for char in plain[low:high]:
        end = begin + len(_bytes(char))
        yield Glyph(begin, end, leaf, stretch, field)
        begin = end


def _start(piece: _Piece) -> int:
    return piece.start


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
