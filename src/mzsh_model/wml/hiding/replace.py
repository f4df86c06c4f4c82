"""Words of a part replaced, in every view of it: with changes accepted or not, hidden text shown or not, either branch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, product
from typing import NamedTuple, Protocol

from mzsh_model.wml.hiding.pieces import Layer, Piece, escaped

_CHANGES = (Layer.DELETED, Layer.INSERTED, Layer.SHOWN)
_BRANCHES = (Layer.FALLBACK, Layer.CHOICE, Layer.SHOWN)
_UNSEEN = (Layer.CODE | Layer.RUBY | Layer.HIDDEN, Layer.CODE | Layer.RUBY, Layer.SHOWN)


class Swap(NamedTuple):
    """Characters `start` to `end` of a text are replaced by `new`."""

    start: int
    end: int
    new: str


Finder = Callable[[str], Sequence[Swap]]
"""What is to be replaced in a text, in order, no two overlapping."""


class Search(Protocol):
    """What is looked for: `known` finds words that are known, `all` what looks like such as well (telephones, numbers)."""

    @property
    def words(self) -> Sequence[str]:
        """The words that are known, in the ways they are spelled."""
        ...

    def known(self, text: str) -> Sequence[Swap]:
        """Return where words that are known stand."""
        ...

    def all(self, text: str) -> Sequence[Swap]:
        """Return where anything stands that is to be replaced."""
        ...

    def across(self, text: str, units: Sequence[tuple[int, int]]) -> Sequence[tuple[Sequence[int], str]]:
        """Return where words that are known stand if some of the stretches `units` are left out, character by character."""
        ...


class Edit(NamedTuple):
    """Characters `start` to `end` of a part are replaced by `new`, as XML."""

    start: int
    end: int
    new: str


def views(block: Sequence[Piece]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield every text that a block may be read as, what is commonly seen first, with piece and offset of each character."""
    there = Layer.SHOWN
    for piece in block:
        there |= piece.layer
    told: set[tuple[int, ...]] = set()
    for dropped in product(_CHANGES, _BRANCHES, _UNSEEN):
        gone = (dropped[0] | dropped[1] | dropped[2]) & there
        kept = tuple(n for n, piece in enumerate(block) if not piece.layer & gone)
        if kept in told:
            continue
        told.add(kept)
        yield "".join(block[n].text for n in kept), [(n, at) for n in kept for at in range(len(block[n].text))]


def crossing(block: Sequence[Piece], search: Search) -> Iterator[tuple[list[tuple[int, int]], str]]:
    """Yield the words that a block holds if changes, hidden text and the like are left out one by one, not all of a sort.

    Each is told by piece and offset of its characters, and by the new words.
    """
    spans: dict[int, tuple[int, int]] = {}
    places: list[tuple[int, int]] = []
    for n, piece in enumerate(block):
        end = len(places) + len(piece.text)
        for unit in piece.units:
            spans[unit] = spans.get(unit, (len(places), end))[0], end
        places += ((n, at) for at in range(len(piece.text)))
    if spans:
        text = "".join(piece.text for piece in block)
        for found, new in search.across(text, sorted(set(spans.values()))):
            yield [places[at] for at in found], new


def reworded(block: Sequence[Piece], search: Search) -> Iterator[Edit]:
    """Yield the edits that replace what is found in a block in any way of reading it; what reads it out goes along."""
    return _edits(block, search.all, crossing(block, search))


def replaced(block: Sequence[Piece], finder: Finder) -> Iterator[Edit]:
    """Yield the edits that replace what `finder` finds in any view of a block.

    The first character found becomes the new words, the others go. What two views find across one another is replaced twice
    rather than left.
    """
    return _edits(block, finder, ())


def _edits(
    block: Sequence[Piece], finder: Finder, more: Iterable[tuple[Sequence[tuple[int, int]], str]]
) -> Iterator[Edit]:
    if not any(piece.end for piece in block):
        return
    seen = ((places[start:end], new) for text, places in views(block) for start, end, new in finder(text))
    texts: dict[int, list[str]] = {}
    taken: set[tuple[int, int]] = set()
    for places, new in chain(seen, more):
        fresh = [place for place in places if place not in taken and block[place[0]].end]
        taken.update(fresh)
        for n, (piece, at) in enumerate(fresh):
            texts.setdefault(piece, list(block[piece].text))[at] = "" if n else new
    read_out = {block[n].ruby for n in texts if not block[n].layer & Layer.RUBY} - {-1}
    texts |= {n: [] for n, one in enumerate(block) if one.end and one.layer & Layer.RUBY and one.ruby in read_out}
    for n, characters in texts.items():
        yield Edit(block[n].start, block[n].end, escaped("".join(characters)))


def edited(xml: str, edits: Iterable[Edit]) -> str:
    """Return the part with the edits made; one inside another, bigger one is lost in it."""
    out: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda one: (one.start, -one.end)):
        if start < at:
            continue
        out += (xml[at:start], new)
        at = end
    return "".join((*out, xml[at:]))


def swapped(text: str, finder: Finder) -> str:
    """Return a plain text with what `finder` finds replaced."""
    out: list[str] = []
    at = 0
    for start, end, new in finder(text):
        out += (text[at:start], new)
        at = end
    return "".join((*out, text[at:]))
