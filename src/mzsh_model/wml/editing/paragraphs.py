"""Whole paragraphs that come, go and move, their neighbours' bytes untouched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from mzsh_model.kernel.difference import Hunk
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.outline.lines import Line
from mzsh_model.wml.editing.compose import Composer, Styled
from mzsh_model.wml.editing.formats import alike
from mzsh_model.wml.editing.retype import Retyper
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.marking.marks import Mark, Marker
from mzsh_model.wml.names import ALTERNATE, MATH
from mzsh_model.wml.placing.borders import Borders
from mzsh_model.wml.placing.glyphs import Glyph
from mzsh_model.wml.placing.markup import Stretch, Tag
from mzsh_model.wml.placing.spans import Finder, LineSpans, refused

_HELD = ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "sectPr", "altChunk", "del", "moveFrom")
_PAIRS = {
    "bookmarkStart": "bookmarkEnd",
    "commentRangeStart": "commentRangeEnd",
    "moveFromRangeStart": "moveFromRangeEnd",
    "moveToRangeStart": "moveToRangeEnd",
    "permStart": "permEnd",
}


class PlainEditor:
    """Edits as if they had always stood there.

    `disposable` are ids of comments that may go with the text they stand on.
    """

    def __init__(self, finder: Finder, composer: Composer, disposable: Collection[str] = ()) -> None:
        self.finder = finder
        self.compose = composer
        self._borders = Borders(finder.markup)
        self._retyper = Retyper(finder, composer)
        self._disposable = disposable

    def retype(self, line: Line, hunks: Sequence[Hunk]) -> Iterator[Splice]:
        """Change characters of a line; the offsets count in `line.text`."""
        leading = self.finder.leading(line)
        own = [Hunk(start - line.auto, end - line.auto, text) for start, end, text in hunks]
        if leading is not None and (quick := leading.rewritten(own)) is not None:
            yield from (Splice(low, high, self.compose.escaped(text)) for low, high, text in quick)
            return
        for spans, given in self.finder.twins(line, hunks):
            yield from self._retyper.retype(spans, given)

    def insert(self, beside: Line, text: str, like: Line, *, before: bool = False) -> Iterator[Splice]:
        """Put a new paragraph after (or before) a line, made after the line `like`."""
        model = self.finder.spans(like)
        yield from self._insert(beside, model, alike(text, model, self.compose), before=before)

    def delete(self, line: Line, before: Line | None = None) -> Iterator[Splice]:
        """Take a line's paragraphs out, with a content control that holds nothing else. `before` is not needed.

        The only one of a table cell just loses its text.
        """
        spans = self.finder.spans(line)
        if line.hidden.strip():
            raise held()
        for stretch in spans.stretches:
            self._may_go(spans, stretch)
        if self._must_stay(spans):
            yield from self.retype(line, [Hunk(line.auto, len(line.text), "")])
            return
        xml = self.finder.markup.xml
        for stretch in spans.stretches:
            hull = self._hull(stretch)
            left = [*self._borders.markers(hull.start, stretch.span.start), *self._unpaired(spans, stretch)]
            left += self._borders.markers(stretch.span.end, hull.end)
            yield Splice(hull.start, hull.end, b"".join(xml[tag.start : tag.end] for tag in left))

    def move(
        self, line: Line, beside: Line, hunks: Sequence[Hunk] = (), *, before: bool = False, left: Line | None = None
    ) -> Iterator[Splice]:
        """Take a line's paragraphs to after (or before) another line byte by byte, but for the changes `hunks` of its text.

        A content control that holds nothing else goes along. `left` is not needed.
        """
        spans, target = self.finder.spans(line), self.finder.spans(beside)
        if self._must_stay(spans) or self._ends_section(spans):
            raise held()
        at = self.beside(target, before=before)
        xml = self.finder.markup.xml
        changed = list(self._retyper.retype(spans, hunks))
        for stretch in spans.stretches:
            hull = self._hull(stretch)
            low, high = hull.start, hull.end
            stay = self._unpaired(spans, stretch)
            inner = [Splice(tag.start, tag.end, b"") for tag in stay]
            inner += [splice for splice in changed if low < splice.start < high]
            yield Splice(low, high, b"".join(xml[tag.start : tag.end] for tag in stay))
            yield Splice(at, at, spliced(xml[low:high], [Splice(s.start - low, s.end - low, s.new) for s in inner]))

    def split(self, line: Line, offsets: Sequence[int]) -> Iterator[Splice]:
        """Cut a line before the characters at `offsets`; what stands on its words stays on them.

        Raises:
            BadEdit: a cut would go through a link, a control, a change or a field, or the paragraph ends a section.
        """
        spans = self.finder.spans(line)
        stretch, *others = spans.stretches
        if others or self._ends_section(spans):
            raise uncut()
        for offset in offsets:
            glyph = spans.glyphs[offset - line.auto]
            if glyph.field or spans.run_of(glyph).getparent() is not stretch.root:
                raise uncut()
        seam = self.compose.close("p") + self.compose.open("p") + self.properties(stretch, "numPr")

        def cut(blanks: bytes) -> bytes:
            return seam

        marks: list[Mark] = []
        for offset in offsets:
            opening = self._opening(spans, spans.glyphs[offset - line.auto])
            if opening is None:
                marks.append(Mark(offset, False, cut))
            else:
                yield Splice(opening, opening, seam)
        yield from Marker(self.finder, self.compose).put(spans, marks)

    def _opening(self, spans: LineSpans, glyph: Glyph) -> int | None:
        """Where the ranges open that begin right before a character's run: they go with it."""
        run = spans.run_of(glyph)
        starts = {spans.w + name for name in _PAIRS}
        at, before = None, run.getprevious()
        first = next(child for child in run if child.tag != spans.w + "rPr")
        while before is not None and before.tag in starts and first is glyph.leaf:
            at, before = glyph.stretch.tags[before].start, before.getprevious()
        return at if at is not None and glyph.start == glyph.stretch.tags[glyph.leaf].inner else None

    def join(self, line: Line, following: Line) -> Iterator[Splice]:
        """Take the end of a line and the beginning of the next one out; the first one's properties hold.

        Raises:
            BadEdit: something stands between the two.
        """
        first, second = self._meeting(line, following)
        properties = second.root.find(self.finder.w + "pPr")
        yield Splice(first.span.close, second.span.inner if properties is None else second.tags[properties].end, b"")

    def _meeting(self, line: Line, following: Line) -> tuple[Stretch, Stretch]:
        """The two paragraphs that meet at the end of a line."""
        one, other = self.finder.spans(line), self.finder.spans(following)
        first, second = one.stretches[-1], other.stretches[0]
        between = self.finder.markup.xml[first.span.end : second.span.start]
        if (
            between.strip()
            or first.span.empty
            or second.span.empty
            or self._ends_section(one)
            or self._ends_section(other)
        ):
            raise uncut()
        return first, second

    def _insert(self, beside: Line, model: LineSpans, pieces: list[Styled], *, before: bool) -> Iterator[Splice]:
        place = self.finder.spans(beside)
        at = self.beside(place, before=before)
        runs = b"".join(self.compose.run(piece.text, piece.properties) for piece in pieces)
        properties = self.properties(model.stretches[-1])
        yield Splice(at, at, self.compose.open("p") + properties + runs + self.compose.close("p"))

    def beside(self, place: LineSpans, *, before: bool) -> int:
        """Return where a paragraph comes that stands beside a line: outside a content control that holds that line alone."""
        if before:
            return self._borders.hull(place.stretches[0].span).start
        return self._borders.hull(place.stretches[-1].span).end

    def properties(self, stretch: Stretch, *left_out: str) -> bytes:
        """Return a paragraph's properties as a new one may have them: no section, no record of changes."""
        w = self.finder.w
        held = stretch.root.find(w + "pPr")
        gone = ("sectPr", "pPrChange", "rPrChange", "ins", "del", "moveFrom", "moveTo", *left_out)
        return b"" if held is None else self.compose.without(stretch, held, [w + name for name in gone])

    def _may_go(self, spans: LineSpans, stretch: Stretch) -> None:
        w = spans.w
        held_by = (
            e for e in stretch.root.iter(*(w + name for name in _HELD), ALTERNATE, *MATH) if e not in spans.doubles
        )
        found = next(held_by, None)
        comments = {e.get(w + "id") for e in stretch.root.iter(w + "commentReference")}
        if found is not None or comments - set(self._disposable):
            raise held()

    def _ends_section(self, spans: LineSpans) -> bool:
        return any(next(s.root.iter(spans.w + "sectPr"), None) is not None for s in spans.stretches)

    def _must_stay(self, spans: LineSpans) -> bool:
        """Whether it is the only paragraph of a container, or stands between a table and a container's end."""
        after = self._borders.after(self._hull(spans.stretches[-1]).end)
        return after.startswith(b"/") and self.before(spans) is None

    def _hull(self, stretch: Stretch) -> Tag:
        """A paragraph, or the content control that goes with it."""
        hull = self._borders.hull(stretch.span)
        if hull is not stretch.span and (why := self.finder.ancestors.lock(hull)) is not None:
            raise refused(why)
        return hull

    def ends_container(self, line: Line) -> bool:
        """Whether no paragraph follows a line: a table, a section's end or the end of a cell does."""
        end = self._borders.hull(self.finder.spans(line).stretches[-1].span).end
        return self._borders.follows(end) != self.compose.prefix + b"p"

    def neighbour_after(self, spans: LineSpans) -> bytes:
        """Return the name of the tag after a line's paragraphs, with a slash where it is an end tag."""
        return self._borders.after(spans.stretches[-1].span.end)

    def before(self, spans: LineSpans) -> Stretch | None:
        """Return the paragraph that stands right before a line's paragraphs, in the same container."""
        markup, at = self.finder.markup, spans.stretches[0].span.start
        where = bisect_left(markup.paragraphs, at) - 1
        if where < 0:
            return None
        stretch = markup.stretch(markup.paragraphs[where])
        return stretch if stretch.span.end <= at and self._borders.past(stretch.span.end) == at else None

    def _unpaired(self, spans: LineSpans, stretch: Stretch) -> list[Tag]:
        """Where the range markers stand whose mate is in another paragraph."""
        w = spans.w
        starts = {w + start: w + end for start, end in _PAIRS.items()}
        mates = {**starts, **{end: start for start, end in starts.items()}}
        markers = list(stretch.root.iter(*mates))
        here = {(str(e.tag), e.get(w + "id")) for e in markers}
        return [stretch.tags[e] for e in markers if (mates[str(e.tag)], e.get(w + "id")) not in here]


def held() -> BadEdit:
    """Return the error for a paragraph that holds more than text."""
    said = "要删去或移动的段落里还有图片、脚注、分节、隐藏文字、别人的批注或修订，会一起丢掉。请改用修订方式（tracked），或先在 Word 里处理"
    return BadEdit("edit-paragraph-holds", said)


def uncut() -> BadEdit:
    """Return the error for paragraphs that cannot be cut or run together where it is asked."""
    said = "这一段不能在这里分开或与下一段合并（中间有链接、控件、修订、域或分节）。请在 Word 里改"
    return BadEdit("edit-uncut", said)
