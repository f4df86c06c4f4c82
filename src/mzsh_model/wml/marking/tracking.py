"""The same edits as tracked changes: what goes stays as w:del, what comes stands in w:ins (ECMA-376 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from mzsh_model.kernel.difference import Hunk, whole_numbers
from mzsh_model.outline.lines import Line
from mzsh_model.wml.editing.compose import Composer, Styled, escape
from mzsh_model.wml.editing.formats import copied, formats
from mzsh_model.wml.editing.paragraphs import PlainEditor, uncut
from mzsh_model.wml.editing.splice import Splice
from mzsh_model.wml.marking.stamping import Stamp, Stamper
from mzsh_model.wml.marking.whole_fields import WholeFields
from mzsh_model.wml.placing.glyphs import Glyph
from mzsh_model.wml.placing.markup import Stretch, Tag
from mzsh_model.wml.placing.spans import Finder, LineSpans, obstacle, refused

_Leaves = Mapping[etree._Element, Sequence[Glyph]]
"""The characters of a line by the element that holds them."""


@dataclass(slots=True)
class _Change:
    """What happens to one run: characters that go (by byte offset), and texts that come after (or before) a character."""

    gone: set[int] = field(default_factory=set[int])
    after: dict[int, str] = field(default_factory=dict[int, str])
    first: str = ""


class TrackedEditor(PlainEditor):
    """Edits that can be accepted or rejected one by one. Other people's changes stay as they are."""

    def __init__(self, finder: Finder, composer: Composer, stamp: Stamp) -> None:
        super().__init__(finder, composer)
        self.stamper: Stamper = Stamper(composer, stamp, finder.w)
        self._fields = WholeFields(finder.markup.xml, finder.w, composer, self.stamper, finder.ancestors)

    def retype(self, line: Line, hunks: Sequence[Hunk]) -> Iterator[Splice]:
        """Change characters of a line, whole numbers at a time; the offsets count in `line.text`."""
        for spans, given in self.finder.twins(line, whole_numbers(line.text, hunks, line.auto)):
            yield from self._retype(spans, given)

    def delete(self, line: Line, before: Line | None = None) -> Iterator[Splice]:
        """Mark a line's text, the fields it holds and its paragraph mark as deleted; nothing else in the paragraph goes.

        The mark of the last paragraph of a container has no paragraph to run into: the mark of the line `before` goes
        instead, where it is given and the two are alike; else an empty paragraph stays when the change is accepted.
        """
        spans = self.finder.spans(line)
        if self._holds_field(spans):
            yield from self._fields.delete(spans)
        else:
            yield from self.retype(line, [Hunk(line.auto, len(line.text), "")])
        for stretch in spans.stretches[:-1]:  # they run on by other ways: a drop cap, a mark that is hidden
            if not self._is_gone(stretch):
                yield self.stamper.mark(stretch, "del")
        if not self.ends_container(line):
            yield self.stamper.mark(spans.stretches[-1], "del")
        elif before is not None and not self.ends_container(before):
            own = self.finder.spans(before).stretches[-1]
            if own.span.end > spans.stretches[-1].span.start:
                return  # the line stands in a text box that hangs on the paragraph before: the two meet nowhere
            if self.properties(own) == self.properties(spans.stretches[-1]):
                yield self.stamper.mark(own, "del")

    def move(
        self, line: Line, beside: Line, hunks: Sequence[Hunk] = (), *, before: bool = False, left: Line | None = None
    ) -> Iterator[Splice]:
        """Delete a line where it stands and insert it, formatted as it was, where it goes."""
        spans = self.finder.spans(line)
        given = formats(spans, self.compose)
        words, at = "", line.auto
        styles: list[bytes] = []
        for start, end, text in [*hunks, Hunk(len(line.text), len(line.text), "")]:
            words += line.text[at:start] + text
            styles += given[at - line.auto : start - line.auto]
            styles += [given[min(start - line.auto, len(given) - 1)] if given else b""] * len(text)
            at = end
        yield from self.delete(line, left)
        yield from self._insert(beside, spans, copied(words, styles), before=before)

    def split(self, line: Line, offsets: Sequence[int]) -> Iterator[Splice]:
        """Cut a line; the new paragraph marks are insertions."""
        if len(offsets) > 1:
            raise uncut()
        yield self.stamper.mark(self.finder.spans(line).stretches[-1], "ins")
        yield from super().split(line, offsets)

    def join(self, line: Line, following: Line) -> Iterator[Splice]:
        """Mark the end of a line as deleted: the next one runs on in it."""
        yield self.stamper.mark(self._meeting(line, following)[0], "del")

    def _insert(self, beside: Line, model: LineSpans, pieces: list[Styled], *, before: bool) -> Iterator[Splice]:
        place = self.finder.spans(beside)
        runs = b"".join(self.stamper.wrapped("ins", self.compose.run(piece.text, piece.properties)) for piece in pieces)
        properties = self.properties(model.stretches[-1])
        start, end = self.compose.open("p"), self.compose.close("p")
        if before or not self.ends_container(beside) or not self.neighbour_after(place).startswith(b"/"):
            at = self.beside(place, before=before)
            yield Splice(at, at, start + self.stamper.inserted(properties) + runs + end)
            return
        # the last of its container: on rejection its mark cannot run into a next paragraph, the one before it can
        yield self.stamper.mark(place.stretches[-1], "ins")
        yield Splice(place.stretches[-1].span.end, place.stretches[-1].span.end, start + properties + runs + end)

    def _retype(self, spans: LineSpans, hunks: Iterable[Hunk]) -> Iterator[Splice]:
        changes: dict[etree._Element, _Change] = {}
        lone = ""
        for hunk in hunks:
            start, end = hunk.start - spans.line.auto, hunk.end - spans.line.auto
            if start < 0:
                raise refused("auto-number")
            for glyph in spans.glyphs[start:end]:
                self._checked(spans, glyph)
                changes.setdefault(spans.run_of(glyph), _Change()).gone.add(glyph.start)
            if not hunk.text:
                continue
            if not spans.glyphs:
                lone += hunk.text
                continue
            after, before = self._host(spans, start, end)
            if after is not None:
                changes.setdefault(spans.run_of(after), _Change()).after[after.start] = hunk.text
            elif before is not None:
                changes.setdefault(spans.run_of(before), _Change()).first = hunk.text
        stretch_of = {spans.run_of(g): g.stretch for g in spans.glyphs if self._has_run(spans, g)}
        leaves: dict[etree._Element, list[Glyph]] = {}  # once for the line: it may have thousands of runs
        for glyph in spans.glyphs:
            leaves.setdefault(glyph.leaf, []).append(glyph)
        for run, change in changes.items():
            yield from self._rebuilt(leaves, run, stretch_of[run], change)
        if lone:
            stretch = spans.stretches[-1]
            made = self.stamper.wrapped("ins", self.compose.run(lone, self.compose.mark_properties(stretch)))
            yield self.compose.appended(stretch, made)

    def _is_gone(self, stretch: Stretch) -> bool:
        """Whether a paragraph's mark is deleted, or moved away, already."""
        w = self.finder.w
        return any(stretch.root.find(f"{w}pPr/{w}rPr/{w}{name}") is not None for name in ("del", "moveFrom"))

    def _holds_field(self, spans: LineSpans) -> bool:
        marks = (self.finder.w + "fldChar", self.finder.w + "fldSimple")
        return any(next(stretch.root.iter(*marks), None) is not None for stretch in spans.stretches) or any(
            glyph.field for glyph in spans.glyphs
        )

    def _has_run(self, spans: LineSpans, glyph: Glyph) -> bool:
        return next(glyph.leaf.iterancestors(spans.w + "r"), None) is not None

    def _checked(self, spans: LineSpans, glyph: Glyph) -> None:
        if (why := obstacle(spans, glyph, self.finder.ancestors)) is not None:
            raise refused(why)

    def _host(self, spans: LineSpans, start: int, end: int) -> tuple[Glyph | None, Glyph | None]:
        """The character after which a text comes, or else the one before which it comes: of those it replaces the last."""
        if end > start:
            return spans.glyphs[end - 1], None
        beside = [(spans.glyphs[start - 1], None)] if start else []
        after = [(None, g) for g in spans.glyphs[start : start + 1]]
        able = [
            pair
            for pair in (*beside, *after)
            if obstacle(spans, pair[0] or spans.glyphs[start], self.finder.ancestors) is None
        ]
        if not able:
            raise refused(obstacle(spans, spans.glyphs[max(0, start - 1)], self.finder.ancestors) or "unsure")
        return able[0]

    def _rebuilt(self, leaves: _Leaves, run: etree._Element, stretch: Stretch, change: _Change) -> Iterator[Splice]:
        """The run in pieces: what stays, what is deleted, what is inserted."""
        xml, w = self.finder.markup.xml, self.finder.w
        tag = stretch.tags[run]
        properties = run.find(w + "rPr")
        given = b"" if properties is None else xml[stretch.tags[properties].start : stretch.tags[properties].end]
        clean = b"" if properties is None else self.compose.without(stretch, properties, [w + "rPrChange"])
        start = xml[tag.start : tag.inner]
        parent = run.getparent()
        inside = parent is not None and parent.tag == w + "ins" and parent in stretch.tags
        out: list[bytes | Tag] = []

        def insertion(text: str) -> None:
            made = self.stamper.wrapped("ins", self.compose.run(text, clean))
            if inside and parent is not None:
                # not another author's insertion: theirs closes before ours and opens again after it
                made = self.compose.close("ins") + made + self._reopened(xml, stretch, parent)
            out.append(made)

        if change.first:
            insertion(change.first)
        for kind, content in self._pieces(leaves, run, stretch, change):
            if kind == "ins":
                insertion(_bytes(content).decode("utf-8"))
                continue
            opened, closed = start + (given if not out else clean), self.compose.close("r")
            if kind == "keep":
                out += (opened, *content, closed)
            else:
                out.append(self.stamper.wrapped("del", opened + _bytes(content) + closed))
        yield from _around(tag, out)

    def _reopened(self, xml: bytes, stretch: Stretch, element: etree._Element) -> bytes:
        return self.stamper.renumbered(xml[stretch.tags[element].start : stretch.tags[element].inner])

    def _pieces(
        self, leaves: _Leaves, run: etree._Element, stretch: Stretch, change: _Change
    ) -> Iterator[tuple[str, list[bytes | Tag]]]:
        """Yield the content of a run as `keep`, `del` and `ins` pieces in order."""
        held: list[tuple[str, list[bytes | Tag]]] = []
        for kind, content in self._atoms(leaves, run, stretch, change):
            if held and held[-1][0] == kind != "ins":
                held[-1][1].append(content)
            else:
                held.append((kind, [content]))
        yield from held

    def _atoms(
        self, leaves: _Leaves, run: etree._Element, stretch: Stretch, change: _Change
    ) -> Iterator[tuple[str, bytes | Tag]]:
        xml, w = self.finder.markup.xml, self.finder.w
        for child in run:
            if child.tag == w + "rPr":
                continue
            glyphs = leaves.get(child, ())
            tag = stretch.tags[child]
            touched = any(g.start in change.gone or g.start in change.after for g in glyphs)
            if child.tag != w + "t" or not touched:
                kind = "del" if glyphs and glyphs[0].start in change.gone else "keep"
                holds_box = not glyphs and next(child.iter(w + "txbxContent"), None) is not None
                yield kind, tag if holds_box else xml[tag.start : tag.end]
            else:
                yield from self._cut(glyphs, change)
                continue
            for glyph in glyphs:
                if glyph.start in change.after:
                    yield "ins", change.after[glyph.start].encode("utf-8")

    def _cut(self, glyphs: Sequence[Glyph], change: _Change) -> Iterator[tuple[str, bytes]]:
        """The characters of one text element in stretches that stay or go, and the texts between them."""
        xml = self.finder.markup.xml
        leaf = glyphs[0].leaf
        text, tag = leaf.text or "", glyphs[0].stretch.tags[leaf]
        whole = xml[tag.inner : tag.close]
        low = 0
        for at, glyph in enumerate(glyphs):
            gone = glyph.start in change.gone
            last = at + 1 == len(glyphs) or (glyphs[at + 1].start in change.gone) != gone
            if not last and glyph.start not in change.after:
                continue
            name = "delText" if gone else "t"
            raw = escape(text[low : at + 1]) if b"<!" in whole else xml[glyphs[low].start : glyph.end]
            start = self.compose.open(name, b' xml:space="preserve"')
            yield ("del" if gone else "keep"), start + raw + self.compose.close(name)
            low = at + 1
            if glyph.start in change.after:
                yield "ins", change.after[glyph.start].encode("utf-8")


def _bytes(pieces: Iterable[bytes | Tag]) -> bytes:
    return b"".join(piece for piece in pieces if not isinstance(piece, Tag))


def _around(whole: Tag, made: Iterable[bytes | Tag]) -> Iterator[Splice]:
    """The pieces in the place of an element, around what of it stays where it stands: lines of a text box change, too."""
    at = whole.start
    new: list[bytes] = []
    for piece in made:
        if isinstance(piece, Tag):
            yield Splice(at, piece.start, b"".join(new))
            at, new = piece.end, []
        else:
            new.append(piece)
    yield Splice(at, whole.end, b"".join(new))
