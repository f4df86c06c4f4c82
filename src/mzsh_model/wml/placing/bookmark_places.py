"""Where bookmarks begin among the lines of a document, and whether what they stand around is deleted.

Only the paragraphs that hold one are parsed. The place of the start is all that counts: LibreOffice leaves what is typed at
either end of a range outside, and collapses it when a tracked retyping is accepted (measured).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.package import Package
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.wml.editing.part import finder_to_read
from mzsh_model.wml.marking.bookmarks import Bookmark, find_bookmarks
from mzsh_model.wml.placing.markup import Markup, Stretch, Tag
from mzsh_model.wml.placing.spans import Finder

_GONE = ("del", "moveFrom")
_REVISED = lazy_pattern(rb"[<:](?:del|moveFrom)[\s/>]")
_RUN = lazy_pattern(rb"[<:]r[\s>]")


@dataclass(frozen=True, slots=True)
class BookmarkStart:
    """Where a bookmark begins: before the character `offset` of line `line`, automatic number included in the count.

    `line` is 0 where its paragraph has no line: a tracked change takes the whole of it out. `struck` tells that all text
    between its ends is deleted by tracked changes; `closed` that it ends in the paragraph in which it begins.
    """

    name: str
    line: int
    offset: int
    struck: bool
    closed: bool


def bookmark_starts(package: Package, outline: Outline, names: re.Pattern[str]) -> tuple[BookmarkStart, ...]:
    """Return where the bookmarks of the main part whose whole names match begin, in document order.

    `outline` is the final view of the package. A part in which no bytes can be told apart has none.
    """
    part = package.main_part
    try:
        markup = Markup(package.read(part), part)
        found = find_bookmarks(markup, names)
        if not found:
            return ()
        hiding = any(line.hidden for line in outline.lines)
        places = _Places(finder_to_read(package, markup, hiding=hiding), outline)
        return tuple(map(places.of, found))
    except BadEdit:
        return ()


class _Seat(NamedTuple):
    """A paragraph, the line that shows it, and where its characters stand: in the part, blank or not; None if unknown.

    `before` are the characters of the line before its own.
    """

    stretch: Stretch
    line: Line | None
    characters: tuple[tuple[int, bool], ...] | None
    before: int


class _Places:
    def __init__(self, finder: Finder, outline: Outline) -> None:
        self._finder = finder
        self._markup = finder.markup
        self._lines = {n: x for x in outline.lines if x.story in ("body", "textbox") for n in x.origin}
        self._seats: dict[int, _Seat] = {}

    def of(self, bookmark: Bookmark) -> BookmarkStart:
        at = bookmark.start.start
        around = self._around(at)
        if around is None:
            return self._between(bookmark)
        ordinal, span = around
        closed = bookmark.end is not None and at < bookmark.end.start < span.end
        line = self._lines.get(ordinal)
        end = bookmark.end.start if closed and bookmark.end is not None else span.close
        if line is not None and len(line.origin) == 1 and self._begins_plainly(line, span, at, end):
            return BookmarkStart(bookmark.name, line.number, line.auto, False, closed)
        seat = self._seat(ordinal)
        if seat.line is None or (self._mark_is_gone(seat.stretch) and seat.characters == ()):
            return BookmarkStart(bookmark.name, 0, 0, True, closed)
        characters = seat.characters or ()
        live = seat.characters is None or any(at <= start < end and not blank for start, blank in characters)
        struck = self._inside_gone(seat.stretch, at) or (not live and self._holds_gone(seat.stretch, at, end))
        offset = seat.before + sum(start < at for start, _ in characters)
        return BookmarkStart(bookmark.name, seat.line.number, offset, struck, closed)

    def _between(self, bookmark: Bookmark) -> BookmarkStart:
        """Take one that begins between paragraphs for one that begins with the next."""
        ordinal = bisect_right(self._markup.paragraphs, bookmark.start.start)
        seat = self._seat(ordinal) if ordinal < len(self._markup.paragraphs) else None
        if seat is None or seat.line is None:
            return BookmarkStart(bookmark.name, 0, 0, True, False)
        return BookmarkStart(bookmark.name, seat.line.number, seat.before, False, False)

    def _begins_plainly(self, line: Line, span: Tag, at: int, end: int) -> bool:
        """Whether a byte stands before all runs of the one paragraph of a line, and something that shows up to `end`.

        Where nothing is deleted, or where all that the line says stands before `end`, that needs no parse.
        """
        xml = self._markup.xml
        if _RUN.search(xml, span.start, at) is not None:
            return False
        if xml.find(b"del", span.start, span.end) < 0 and xml.find(b"moveFrom", span.start, span.end) < 0:
            return True
        if _REVISED.search(xml, span.start, at) is None and _RUN.search(xml, end, span.close) is None:
            return not line.text[line.auto :].isspace() and len(line.text) > line.auto
        return _REVISED.search(xml, span.start, span.end) is None

    def _around(self, at: int) -> tuple[int, Tag] | None:
        """The innermost paragraph around a byte."""
        starts, boxes = self._markup.paragraphs, self._finder.ancestors
        ordinal, own = bisect_right(starts, at) - 1, boxes.box(at)
        while ordinal >= 0 and (box := boxes.box(starts[ordinal])) is not None and box is not own:
            ordinal = bisect_left(starts, box.start) - 1
        if ordinal < 0:
            return None
        span = self._markup.paragraph(ordinal)
        return (ordinal, span) if at < span.end else None

    def _seat(self, ordinal: int) -> _Seat:
        seat = self._seats.get(ordinal)
        if seat is None:
            seat = self._seats[ordinal] = self._fresh(ordinal)
        return seat

    def _fresh(self, ordinal: int) -> _Seat:
        line = self._lines.get(ordinal)
        if line is None:
            return _Seat(self._stretch(ordinal), None, None, 0)
        try:
            spans = self._finder.spans(line)
        except BadEdit:  # some of its text is not where it was read: the line is known, the characters are not
            return _Seat(self._stretch(ordinal), line, None, line.auto)
        own = spans.stretches[line.origin.index(ordinal)]
        shown = list(zip(spans.glyphs, line.text[line.auto :], strict=True))
        begun = own.span.start
        before = sum(1 for glyph, _ in shown if glyph.start < begun)
        characters = tuple((glyph.start, not c.strip()) for glyph, c in shown if glyph.stretch is own)
        return _Seat(own, line, characters, line.auto + before)

    def _stretch(self, ordinal: int) -> Stretch:
        return self._markup.stretch(self._markup.paragraphs[ordinal])

    def _mark_is_gone(self, stretch: Stretch) -> bool:
        w = self._finder.w
        properties = stretch.root.find(f"{w}pPr/{w}rPr")
        return properties is not None and any(properties.find(w + name) is not None for name in _GONE)

    def _inside_gone(self, stretch: Stretch, at: int) -> bool:
        start = next((element for element, tag in stretch.tags.items() if tag.start == at), None)
        return start is not None and self._is_gone(start)

    def _holds_gone(self, stretch: Stretch, at: int, end: int) -> bool:
        w = self._finder.w
        return any(
            at <= tag.start < end
            and (element.tag == w + "delText" or (element.tag == w + "t" and self._is_gone(element)))
            for element, tag in stretch.tags.items()
        )

    def _is_gone(self, element: etree._Element) -> bool:
        return next(element.iterancestors(*(self._finder.w + name for name in _GONE)), None) is not None
