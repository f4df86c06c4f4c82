"""Empty elements put between the characters of a line, and taken out again to the byte.

A mark inside a run needs the run cut in two. How it was cut is told by the spelling of the mark's own tag, the blanks
before its `/>`, which mean nothing to an XML parser: taking the mark out can then join what was cut and nothing else. An
editor that saves the file spells tags its own way; the cut then stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

from lxml import etree

from mzsh_model.wml.closed import Closed, outer
from mzsh_model.wml.compose import Composer
from mzsh_model.wml.markup import Tag
from mzsh_model.wml.names import ALTERNATE, MATH
from mzsh_model.wml.spans import Finder, Glyph, LineSpans
from mzsh_model.wml.splice import Splice

_BLANKS = b" \t\r\n"
_PRESERVE = b' xml:space="preserve"'
_BESIDE = re.compile(rb"[^ ]( {2,3})/>(?:</[^<>]*>)?\Z")
_BEHIND = re.compile(rb"<[^<>]*[^ <>]( {2,3})/>")
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
        low, high = (bisect_left(spans.glyphs, at, key=_start) for at in bounds)
        return auto + low, auto + high

    def _cut_at(self, at: int) -> Cut:
        """How the place of a mark was cut for others that stand there: it says so, too, for when it is the last to go."""
        xml = self._finder.markup.xml
        found = _BESIDE.search(xml, max(0, at - _NEAR), at) or _BEHIND.match(xml, at)
        return Cut.NONE if found is None else Cut(len(found[1]))

    def _before_blanks(self, at: int) -> int:
        while self._finder.markup.xml[at - 1] in _BLANKS:
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
        blank = self._finder.markup.xml[at - 1] in _BLANKS and glyph.leaf.get(_SPACE) != "preserve"
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
            yield Splice(low, low, c.close("t") + c.open("t", _PRESERVE))
        joint = c.close("t") + c.close("r") + content + opened + c.open("t", _PRESERVE)
        yield Splice(seat.at, seat.at, joint)


class Standing(NamedTuple):
    """A mark that stands in a part: its bytes, and how the place was cut for it."""

    start: int
    end: int
    cut: Cut


def take_out(xml: bytes, prefix: bytes, marks: Iterable[Standing]) -> Iterator[Splice]:
    """Yield the splices that remove marks and join what was cut for them, where no other mark stands in the cut.

    A cut stays, too, where another one needs it to keep blanks that stand before that one.
    """
    groups: list[list[Standing]] = []
    for mark in sorted(marks):
        if groups and groups[-1][-1].end == mark.start:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    gaps: dict[int, int] = {}
    joined: dict[int, int] = {}
    seamed: list[int] = []
    for group in reversed(groups):
        start, end = group[0].start, group[-1].end
        cut = max(mark.cut for mark in group)
        joint = _joint(xml, prefix, start, end, cut)
        needed = joint is not None and cut is not Cut.RUN and _keeps_blanks(xml, prefix, joint[1], joined)
        if joint is None or (needed and cut is Cut.TEXT and not _is_preserved(xml, prefix, joint[0])):
            yield Splice(start, end, b"")
            continue
        low, high = joint
        gaps[high] = low
        joined[low] = high
        if cut is Cut.BLANK and not needed:
            seamed.append(low)
        yield Splice(low, high, b"")
    for low in seamed:
        yield from _seam(xml, prefix, low, gaps)


def _joint(xml: bytes, prefix: bytes, start: int, end: int, cut: Cut) -> tuple[int, int] | None:
    """The bytes from the end of the left half to the beginning of the right one, None where it is not a cut of ours."""
    p = re.escape(prefix)
    if cut is Cut.NONE:
        return None
    left = b"</%sr>" % prefix if cut is Cut.RUN else b"</%st></%sr>" % (prefix, prefix)
    head = re.compile(
        rb"(<%sr(?:\s[^<>]*)?>)\s*(<%srPr\s*/>|<%srPr(?:\s[^<>]*)?>.*?</%srPr>)?" % (p, p, p, p), re.DOTALL
    )
    opened = head.match(xml, end)
    rest = b"" if cut is Cut.RUN else b"<%st%s>" % (prefix, _PRESERVE)
    if opened is None or not xml.startswith(rest, opened.end()) or not xml.endswith(left, 0, start):
        return None
    low = start - len(left)
    # some writers put a blank before every `/>`: only the halves of one run, which have one format, are joined
    before = head.match(_open_run(xml, prefix, low))
    return (low, opened.end() + len(rest)) if before is not None and before.groups() == opened.groups() else None


def _keeps_blanks(xml: bytes, prefix: bytes, start: int, joined: Mapping[int, int]) -> bool:
    """Whether a right half ends in blanks before a cut that stays: behind one of ours the text is said to keep its own."""
    end = xml.find(b"</%st>" % prefix, start)
    while end in joined:
        end = xml.find(b"</%st>" % prefix, joined[end])
    if xml[end - 1] not in _BLANKS or not xml.startswith(b"</%sr>" % prefix, end + len(prefix) + 4):
        return False
    p = re.escape(prefix)
    after = re.compile(rb"<%st[ >]|</%sp>" % (p, p)).search(xml, end)
    return after is not None and xml.startswith(_PRESERVE, after.end() - 1)


def _is_preserved(xml: bytes, prefix: bytes, end: int) -> bool:
    """Whether the text that ends at `end` keeps its blanks."""
    return b"preserve" in xml[xml.rfind(b"<%st" % prefix, 0, end) : end].partition(b">")[0]


def _open_run(xml: bytes, prefix: bytes, end: int) -> bytes:
    """Return the run that is open at `end`, up to there, without the record of how its format was changed."""
    p = re.escape(prefix)
    at, inside = end, 1
    while inside and (at := xml.rfind(b"%sr" % prefix, 0, at)) > 0:
        before, after = xml[at - 1 : at], xml[at + len(prefix) + 1 : at + len(prefix) + 2]
        if before == b"/":
            inside += after == b">"  # that of a text box inside the run
        elif before == b"<":
            inside -= after in (b">", b" ")
    return re.sub(rb"<%srPrChange(?:\s[^<>]*)?>.*?</%srPrChange>" % (p, p), b"", xml[at - 1 : end], flags=re.DOTALL)


def _seam(xml: bytes, prefix: bytes, at: int, gaps: Mapping[int, int]) -> Iterator[Splice]:
    """What divides the blanks before `at` from the text they belong to. Between the two may stand cuts that go (`gaps`)."""
    while xml[at - 1] in _BLANKS or at in gaps:
        at = gaps.get(at, at - 1)
    closed, opened = b"</%st>" % prefix, b"<%st%s>" % (prefix, _PRESERVE)
    start = at - len(opened)
    end = gaps.get(start, start)
    if xml.startswith(opened, start) and xml.endswith(closed, 0, end):
        yield Splice(end - len(closed), end, b"")
        yield Splice(start, at, b"")


def _start(glyph: Glyph) -> int:
    return glyph.start
