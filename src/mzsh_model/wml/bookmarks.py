"""Range bookmarks (ECMA-376 part 1, 17.13.6): put around words, found again by their names, taken out to the byte.

A range of ours never leaves its paragraph: of one over several paragraphs LibreOffice writes the start once more in the last
(measured).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mzsh_model.outline.lines import Line
from mzsh_model.wml.compose import Composer
from mzsh_model.wml.marks import Cut, Mark, Marker, Standing, take_out
from mzsh_model.wml.markup import Markup, Stretch, tags_from
from mzsh_model.wml.spans import Finder, LineSpans
from mzsh_model.wml.splice import Splice

_ATTRIBUTE = re.compile(rb"""[\s:](id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ANNOTATION = re.compile(rb"""\bid\s*=\s*["'](\d{1,9})["']""")
_OPENED = b" " * (len(Cut) + 1)
"""The blanks in a mark that stands where a paragraph was one empty-element tag before."""
_BLANKS = re.compile(rb" *(?=/>\Z)")


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
        end = tags_from(markup.xml, at)[0].end
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
    """Yield the splices that remove bookmarks; what was put by `put_bookmarks` is undone to the byte.

    `others` are marks of another kind that go at once: where the two meet, one stands in a cut of the other.
    """
    standing = sorted([*others, *(mark for b in bookmarks for mark in (b.start, b.end) if mark is not None)])
    yield from take_out(markup.xml, markup.prefix, standing)
    yield from _closed_again(markup, standing)


def put_bookmarks(finder: Finder, composer: Composer, ranges: Iterable[Range]) -> Iterator[Splice]:
    """Yield the splices that put bookmarks into lines of the body; the ends of each stand in one paragraph.

    Raises:
        BadEdit: the bytes of a line do not show what was read.
    """
    marker = Marker(finder, composer)
    next_id = max((int(m[1]) for m in _ANNOTATION.finditer(finder.markup.xml)), default=0) + 1
    whole: dict[int, list[_Ends]] = {}
    inner: dict[int, tuple[Line, list[Mark]]] = {}
    for id, range_ in enumerate(ranges, next_id):
        ends = _Ends(composer, str(id), range_.name)
        if range_.whole or len(range_.line.text) <= range_.line.auto:
            whole.setdefault(_paragraph(finder, range_), []).append(ends)
        else:
            spans = finder.spans(range_.line)
            start, end = _confined(spans, range_)
            low, high = marker.reach(spans, start, start + 1)
            if low < start and high < end:  # before a field it would begin in what comes before
                start = high
            marks = inner.setdefault(range_.line.number, (range_.line, []))[1]
            marks += [Mark(end, True, ends.end), Mark(start, False, ends.start)]
    for ordinal, all_ends in whole.items():
        yield from _around(finder.markup.stretch(finder.markup.paragraphs[ordinal]), finder, composer, all_ends)
    for line, marks in inner.values():
        yield from marker.put(finder.spans(line), marks)


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


def _paragraph(finder: Finder, range_: Range) -> int:
    """The paragraph, of those that a line was joined from, that the first character of the range stands in."""
    origin = range_.line.origin
    if len(origin) == 1:
        return origin[0]
    spans = finder.spans(range_.line)
    at = max(0, range_.start - range_.line.auto)
    return origin[spans.stretches.index(spans.glyphs[at].stretch)] if at < len(spans.glyphs) else origin[-1]


def _confined(spans: LineSpans, range_: Range) -> tuple[int, int]:
    """The characters of a range that stand in the paragraph of its first one, by their places in the line."""
    auto = spans.line.auto
    start = min(max(range_.start - auto, 0), len(spans.glyphs) - 1)
    end = start + 1
    while end < range_.end - auto and spans.glyphs[end].stretch is spans.glyphs[start].stretch:
        end += 1
    return auto + start, auto + end


def _around(stretch: Stretch, finder: Finder, composer: Composer, ends: list[_Ends]) -> Iterator[Splice]:
    """Put bookmarks around all that stands in a paragraph, its properties left out."""
    tag = stretch.span
    blanks = _OPENED if tag.empty else b""
    starts, closes = b"".join(e.start(blanks) for e in ends), b"".join(e.end() for e in ends)
    if tag.empty:
        yield Splice(tag.end - 2, tag.end, b">" + starts + closes + composer.close("p"))
        return
    properties = stretch.root.find(finder.w + "pPr")
    at = tag.inner if properties is None else stretch.tags[properties].end
    yield Splice(at, at, starts)
    yield Splice(tag.close, tag.close, closes)


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
