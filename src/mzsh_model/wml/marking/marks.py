"""Empty elements put between the characters of a line, so that they can be taken out again to the byte (`joints`).

A mark inside a run needs the run cut in two. How it was cut is told by the spelling of the mark's own tag, the blanks
before its `/>`, which mean nothing to an XML parser: taking the mark out can then join what was cut and nothing else. An
editor that saves the file spells tags its own way; the cut then stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from lxml import etree

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.splice import Splice
from mzsh_model.wml.marking.closed import Closed, outer
from mzsh_model.wml.names import ALTERNATE, MATH
from mzsh_model.wml.placing.glyphs import Glyph, before
from mzsh_model.wml.placing.markup import Tag
from mzsh_model.wml.placing.spans import Finder, LineSpans

BLANKS = b" \t\r\n"
PRESERVE = b' xml:space="preserve"'
_BESIDE = lazy_pattern(rb"[^ ]( {2,3})/>(?:</[^<>]*>)?\Z")
_BEHIND = lazy_pattern(rb"<[^<>]*[^ <>]( {2,3})/>")
_NEAR = 64
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Cut(IntEnum):
    """How many blanks stand before the `/>` of a mark, and what they say was cut there."""

    NONE = 0
    RUN = 1
    TEXT = 2
    BLANK = 3
    """Inside a text whose left half ends in blanks, which a text element of their own keeps."""


class Mark(NamedTuple):
    """What comes at a place: `make(spelling)` gives its bytes with those blanks before each `/>`.

    `after` puts it right behind the character before `offset` (the end of a range), else right before the one at `offset`.
    """

    offset: int
    after: bool
    make: Callable[[bytes], bytes]


class _Seat(NamedTuple):
    """A byte of the part where marks can stand, and what must be cut there."""

    at: int
    cut: Cut
    run: etree._Element | None
    glyph: Glyph


class Marker:
    """Puts marks into the lines of one part; around what is `closed` to them, never inside."""

    def __init__(self, finder: Finder, composer: Composer, closed: Closed | None = None) -> None:
        self._finder = finder
        self._compose = composer
        self._closed = closed

    def put(self, spans: LineSpans, marks: Iterable[Mark]) -> Iterator[Splice]:
        """Yield the splices that put marks into a line that has text; those at one place stand in the order given.

        Raises:
            BadEdit: a mark cannot stand there: inside something closed that reaches out of the paragraph.
        """
        placed = [(mark, self._seat(spans, mark.offset - spans.line.auto, after=mark.after)) for mark in marks]
        cuts = {seat.at for _, seat in placed if seat.cut in (Cut.TEXT, Cut.BLANK)}
        seats: dict[int, tuple[_Seat, list[Mark]]] = {}
        for mark, seat in placed:
            if seat.cut is Cut.BLANK and any(self._before_blanks(seat.at) <= cut < seat.at for cut in cuts):
                seat = seat._replace(cut=Cut.TEXT)  # the text is cut there as well, and keeps blanks from there on
            seats.setdefault(seat.at, (seat, []))[1].append(mark)
        for seat, standing in seats.values():
            ordered = [m for m in standing if m.after] + [m for m in standing if not m.after]
            content = b"".join(mark.make(b" " * (seat.cut or self._cut_at(seat.at))) for mark in ordered)
            yield from self._cut(spans, seat, content)

    def reach(self, spans: LineSpans, start: int, end: int) -> tuple[int, int]:
        """Return the characters that marks put at `start` and `end` stand around: all of what they cannot cut.

        Raises:
            BadEdit: as `put`.
        """
        auto = spans.line.auto
        bounds = self._seat(spans, start - auto, after=False).at, self._seat(spans, end - auto, after=True).at
        low, high = (before(spans.glyphs, at) for at in bounds)
        return auto + low, auto + high

    def _cut_at(self, at: int) -> Cut:
        """How the place of a mark was cut for others that stand there: it says so, too, for when it is the last to go."""
        xml = self._finder.markup.xml
        found = _BESIDE.search(xml, max(0, at - _NEAR), at) or _BEHIND.match(xml, at)
        return Cut.NONE if found is None else Cut(len(found[1]))

    def _before_blanks(self, at: int) -> int:
        while self._finder.markup.xml[at - 1] in BLANKS:
            at -= 1
        return at

    def _seat(self, spans: LineSpans, offset: int, *, after: bool) -> _Seat:
        """Where a mark goes: at a run's own edge where it can, else inside the run."""
        offset = min(max(offset, 1 if after else 0), len(spans.glyphs) - (0 if after else 1))
        glyph = spans.glyphs[offset - 1 if after else offset]
        tags = glyph.stretch.tags
        around = self._around(spans, glyph)
        if around is not None:
            return _Seat(around.end if after else around.start, Cut.NONE, None, glyph)
        run = spans.run_of(glyph)
        content = [child for child in run if child.tag != spans.w + "rPr"]
        edge = content[-1 if after else 0]
        leaf = tags[glyph.leaf]
        at = glyph.end if after else glyph.start
        whole = glyph.leaf.tag != spans.w + "t" or at == (leaf.close if after else leaf.inner)
        if whole and edge is glyph.leaf:
            return _Seat(tags[run].end if after else tags[run].start, Cut.NONE, None, glyph)
        if whole:
            return _Seat(leaf.end if after else leaf.start, Cut.RUN, run, glyph)
        blank = self._finder.markup.xml[at - 1] in BLANKS and glyph.leaf.get(_SPACE) != "preserve"
        return _Seat(at, Cut.BLANK if blank else Cut.TEXT, run, glyph)

    def _around(self, spans: LineSpans, glyph: Glyph) -> Tag | None:
        """The bytes of what stands around a character and into which no mark can be put."""
        opaque = self._opaque(spans, glyph)
        closed = None if self._closed is None else self._closed.around(glyph.stretch, glyph.start)
        return outer(closed, None if opaque is None else glyph.stretch.tags[opaque])

    def _opaque(self, spans: LineSpans, glyph: Glyph) -> etree._Element | None:
        """The outermost element around a character into which no mark can be put."""
        w = spans.w
        found: etree._Element | None = None
        for element in glyph.leaf.iterancestors():
            if element is glyph.stretch.root:
                break
            if element.tag in (ALTERNATE, w + "ruby", w + "fldSimple", *MATH):
                found = element
        if found is None:
            return None
        return next((e for e in found.iterancestors(w + "r") if e in glyph.stretch.tags), found)

    def _cut(self, spans: LineSpans, seat: _Seat, content: bytes) -> Iterator[Splice]:
        c = self._compose
        if seat.run is None:
            yield Splice(seat.at, seat.at, content)
            return
        tags = seat.glyph.stretch.tags
        xml = self._finder.markup.xml
        properties = seat.run.find(spans.w + "rPr")
        given = b"" if properties is None else c.without(seat.glyph.stretch, properties, [spans.w + "rPrChange"])
        opened = xml[tags[seat.run].start : tags[seat.run].inner] + given
        if seat.cut is Cut.RUN:
            yield Splice(seat.at, seat.at, c.close("r") + content + opened)
            return
        if seat.cut is Cut.BLANK:
            low = self._before_blanks(seat.at)
            yield Splice(low, low, c.close("t") + c.open("t", PRESERVE))
        joint = c.close("t") + c.close("r") + content + opened + c.open("t", PRESERVE)
        yield Splice(seat.at, seat.at, joint)
