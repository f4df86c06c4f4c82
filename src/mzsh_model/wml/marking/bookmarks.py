"""Range bookmarks (ECMA-376 part 1, 17.13.6): put around words, found again by their names, taken out to the byte.

A range of ours never leaves its paragraph: of one over several paragraphs LibreOffice writes the start once more in the last
(measured).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.splice import Splice
from mzsh_model.wml.marking.closed import Closed
from mzsh_model.wml.marking.joints import Standing, take_out
from mzsh_model.wml.marking.marks import Cut, Mark, Marker
from mzsh_model.wml.placing.markup import Markup, Tag, tags_from
from mzsh_model.wml.placing.spans import Finder, LineSpans

_ATTRIBUTE = lazy_pattern(rb"""[\s:](id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ANNOTATION = lazy_pattern(rb"""id(?<!\wid)\s*=\s*["'](\d{1,9})["']""")
_OPENED = b" " * (len(Cut) + 1)
"""The blanks in a mark that stands where a paragraph was one empty-element tag before."""
_EMPTY_TAG = lazy_pattern(rb"""<(?:[^<>"'/]++|/(?!>)|"[^<"]*+"|'[^<']*+')*+/>""")
_BLANKS = lazy_pattern(rb" *(?=/>\Z)")


class Bookmark(NamedTuple):
    """A bookmark that stands in a part; `end` is None where nothing ends it."""

    name: str
    start: Standing
    end: Standing | None


class Range(NamedTuple):
    """What a bookmark is put around: characters `start` to `end` of a line, or with `whole` the paragraph they stand in."""

    name: str
    line: Line
    start: int
    end: int
    whole: bool


def find_bookmarks(markup: Markup, names: re.Pattern[str]) -> list[Bookmark]:
    """Return the bookmarks of a part whose whole names match, in document order, with the end of each that has the same id.

    Ids may repeat: an end belongs to the nearest start before it.
    """
    found: list[Bookmark] = []
    opened: defaultdict[bytes, list[int | None]] = defaultdict(list)
    for at in markup.starts_of(b"bookmarkStart", b"bookmarkEnd"):
        end = _end(markup.xml, at)
        tag = markup.xml[at:end]
        told = {m[1]: m[2] if m[2] is not None else m[3] for m in _ATTRIBUTE.finditer(tag)}
        standing = Standing(at, end, _cut(tag))
        id = told.get(b"id", b"").strip()
        if not tag.startswith(b"<" + markup.prefix + b"bookmarkStart"):
            which = opened[id].pop() if opened[id] else None
            if which is not None:
                found[which] = found[which]._replace(end=standing)
            continue
        name = told.get(b"name", b"").decode("utf-8", "replace")
        ours = names.fullmatch(name) is not None
        opened[id].append(len(found) if ours else None)
        if ours:
            found.append(Bookmark(name, standing, None))
    return found


def take_out_bookmarks(
    markup: Markup, bookmarks: Iterable[Bookmark], others: Iterable[Standing] = ()
) -> Iterator[Splice]:
    """Yield the splices that remove bookmarks; what `Bookmarker` did is undone to the byte.

    `others` are marks of another kind that go at once: where the two meet, one stands in a cut of the other.
    """
    standing = sorted([*others, *(mark for b in bookmarks for mark in (b.start, b.end) if mark is not None)])
    yield from take_out(markup.xml, markup.prefix, standing)
    yield from _closed_again(markup, standing)


def _end(xml: bytes, at: int) -> int:
    """Where the element that begins at a byte ends; nearly always with its one tag."""
    tag = _EMPTY_TAG.match(xml, at)
    return tag.end() if tag is not None else tags_from(xml, at)[0].end


class Bookmarker:
    """Puts bookmarks into the lines of the body of one part, outside of what is closed to marks."""

    def __init__(self, finder: Finder, composer: Composer) -> None:
        self._finder = finder
        self._compose = composer
        self._closed = Closed(finder)
        self._marker = Marker(finder, composer, self._closed)
        self._inners: dict[int, tuple[Tag, int]] = {}

    def fits(self, range_: Range) -> bool:
        """Tell whether a bookmark can stand around a range: not in a closed thing that reaches out of the paragraph."""
        try:
            _ = self._inner(self._paragraph(range_)) if _is_whole(range_) else self._bounds(range_)
        except BadEdit:
            return False
        return True

    def put(self, ranges: Iterable[Range]) -> Iterator[Splice]:
        """Yield the splices that put bookmarks, all of a part at once; the ends of each stand in one paragraph.

        Raises:
            BadEdit: one does not fit.
        """
        xml = self._finder.markup.xml
        next_id = max((int(m[1]) for m in _ANNOTATION.finditer(xml)), default=0) + 1
        whole: dict[int, list[_Ends]] = {}
        inner: dict[int, tuple[LineSpans, list[Mark]]] = {}
        for id, range_ in enumerate(ranges, next_id):
            ends = _Ends(self._compose, str(id), range_.name)
            if _is_whole(range_):
                whole.setdefault(self._paragraph(range_), []).append(ends)
            else:
                start, end = self._bounds(range_)
                spans = self._finder.spans(range_.line)
                marks = inner.setdefault(range_.line.number, (spans, []))[1]
                marks += [Mark(end, True, ends.end), Mark(start, False, ends.start)]
        for ordinal, all_ends in whole.items():
            yield from self._around(ordinal, all_ends)
        for spans, marks in inner.values():
            yield from self._marker.put(spans, marks)

    def _paragraph(self, range_: Range) -> int:
        """The paragraph, of those that a line was joined from, that the first character of the range stands in."""
        origin = range_.line.origin
        if len(origin) == 1:
            return origin[0]
        spans = self._finder.spans(range_.line)
        at = max(0, range_.start - range_.line.auto)
        return origin[spans.stretches.index(spans.glyphs[at].stretch)] if at < len(spans.glyphs) else origin[-1]

    def _bounds(self, range_: Range) -> tuple[int, int]:
        """The characters of a range that stand in the paragraph of its first one, by their places in the line."""
        spans = self._finder.spans(range_.line)
        auto = spans.line.auto
        start = min(max(range_.start - auto, 0), len(spans.glyphs) - 1)
        end = start + 1 if len(spans.stretches) > 1 else max(start + 1, range_.end - auto)
        while end < range_.end - auto and spans.glyphs[end].stretch is spans.glyphs[start].stretch:
            end += 1
        low, high = self._marker.reach(spans, auto + start, auto + start + 1)
        if low < auto + start and high < auto + end:  # before a closed thing it would begin in what comes before
            start = high - auto
        _ = self._marker.reach(spans, auto + start, auto + end)
        return auto + start, auto + end

    def _inner(self, ordinal: int) -> tuple[Tag, int]:
        """Where a paragraph stands, and the byte behind its properties.

        Raises:
            BadEdit: that is inside a closed thing that reaches out of the paragraph.
        """
        if ordinal not in self._inners:
            plain = None if self._closed.has_any else self._finder.markup.opening(ordinal)
            self._inners[ordinal] = self._parsed(ordinal) if plain is None else plain
        return self._inners[ordinal]

    def _parsed(self, ordinal: int) -> tuple[Tag, int]:
        stretch = self._finder.markup.stretch(self._finder.markup.paragraphs[ordinal])
        properties = stretch.root.find(self._finder.w + "pPr")
        at = stretch.span.inner if properties is None else stretch.tags[properties].end
        _ = self._closed.around(stretch, at)
        return stretch.span, at

    def _around(self, ordinal: int, ends: list[_Ends]) -> Iterator[Splice]:
        """Put bookmarks around all that stands in a paragraph, its properties left out."""
        tag, at = self._inner(ordinal)
        blanks = _OPENED if tag.empty else b""
        starts, closes = b"".join(e.start(blanks) for e in ends), b"".join(e.end() for e in ends)
        if tag.empty:
            yield Splice(tag.end - 2, tag.end, b">" + starts + closes + self._compose.close("p"))
        else:
            yield Splice(at, at, starts)
            yield Splice(tag.close, tag.close, closes)


def _is_whole(range_: Range) -> bool:
    return range_.whole or len(range_.line.text) <= range_.line.auto


class _Ends(NamedTuple):
    """The tags of one bookmark; `blanks` before their `/>` tell how the place was cut (see `marks`)."""

    composer: Composer
    id: str
    name: str

    def start(self, blanks: bytes = b"") -> bytes:
        c = self.composer
        return c.empty("bookmarkStart", c.attribute("id", self.id) + c.attribute("name", self.name) + blanks)

    def end(self, blanks: bytes = b"") -> bytes:
        return self.composer.empty("bookmarkEnd", self.composer.attribute("id", self.id) + blanks)


def _closed_again(markup: Markup, standing: list[Standing]) -> Iterator[Splice]:
    """Make the paragraphs that were opened for marks one tag again, where nothing else stands in them now."""
    xml, starts = markup.xml, set(markup.paragraphs)
    closing = b"</%sp>" % markup.prefix
    ends = {mark.start: mark.end for mark in standing}
    for mark in standing:
        if xml.endswith(_OPENED + b"/>", mark.start, mark.end) and xml.rfind(b"<", 0, mark.start) in starts:
            at = mark.end
            while at in ends:
                at = ends[at]
            if xml.startswith(closing, at):
                yield Splice(mark.start - 1, mark.start, b"/>")
                yield Splice(at, at + len(closing), b"")


def _cut(tag: bytes) -> Cut:
    blanks = _BLANKS.search(tag)
    size = 0 if blanks is None else len(blanks[0])
    return Cut(size) if size <= max(Cut) else Cut.NONE
