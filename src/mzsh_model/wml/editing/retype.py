"""Changing the characters of a line where they stand: the bytes of the changed ones, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from mzsh_model.kernel.difference import Hunk
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.splice import Splice
from mzsh_model.wml.placing.glyphs import Glyph, carried
from mzsh_model.wml.placing.markup import Stretch
from mzsh_model.wml.placing.spans import Finder, LineSpans, obstacle, refused

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PRESERVE = b' xml:space="preserve"'
_BLANK = " \t\n\r"


@dataclass(slots=True)
class _Leaf:
    """What happens to one text element: characters that go (by byte offset), and texts that come."""

    glyphs: list[Glyph]
    gone: set[int] = field(default_factory=set[int])
    come: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])


class _Leaves(dict[etree._Element, _Leaf]):
    """The text elements to which something happens, made when they are asked for."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __missing__(self, leaf: etree._Element) -> _Leaf:
        made = self[leaf] = _Leaf(carried(self._glyphs, leaf))
        return made


class Retyper:
    """Turns differences of lines into splices, without tracking them."""

    def __init__(self, finder: Finder, composer: Composer) -> None:
        self._finder = finder
        self._compose = composer

    def retype(self, spans: LineSpans, hunks: Iterable[Hunk]) -> Iterator[Splice]:
        """Yield the splices that make the differences, whose offsets count in the line's text.

        Raises:
            BadEdit: a character cannot be edited where it stands.
        """
        leaves = _Leaves(spans.glyphs)
        lone: list[str] = []
        for hunk in hunks:
            start, end = hunk.start - spans.line.auto, hunk.end - spans.line.auto
            if start < 0:
                raise refused("auto-number")
            gone = spans.glyphs[start:end]
            for glyph in _firsts(gone):
                if (why := obstacle(spans, glyph, self._finder.ancestors)) is not None:
                    raise refused(why)
            for glyph in gone:
                leaves[glyph.leaf].gone.add(glyph.start)
            if not hunk.text:
                continue
            host = self._host(spans, start, end)
            if host is None:
                lone.append(hunk.text)
            else:
                leaves[host[0].leaf].come.append((host[1], hunk.text))
        yield from self._written(spans, leaves)
        if lone:
            stretch = spans.stretches[-1]
            run = self._compose.run("".join(lone), self._compose.mark_properties(stretch))
            yield self._compose.appended(stretch, run)

    def _host(self, spans: LineSpans, start: int, end: int) -> tuple[Glyph, int] | None:
        """The character whose text element takes what comes, and the byte where it comes: the first one that goes, else
        the neighbour before, else the one after; another author's insertion only where nothing else is there.
        """
        gone = [(g, g.start) for g in _firsts(spans.glyphs[start:end])]
        beside = [(g, g.end) for g in spans.glyphs[max(0, start - 1) : start]]
        beside += [(g, g.start) for g in spans.glyphs[end : end + 1]]
        able = [(g, at) for g, at in (gone or beside) if obstacle(spans, g, self._finder.ancestors) is None]
        if not able and beside:
            raise refused(obstacle(spans, beside[0][0], self._finder.ancestors) or "unsure")
        own = [(g, at) for g, at in able if next(g.leaf.iterancestors(spans.w + "ins"), None) is None]
        texts = [(g, at) for g, at in own or able if g.leaf.tag == spans.w + "t"]
        return next(iter(texts or own or able), None)

    def _written(self, spans: LineSpans, touched: dict[etree._Element, _Leaf]) -> Iterator[Splice]:
        emptied = list(self._emptied_runs(spans, touched))
        for run, stretch in emptied:
            tag = stretch.tags[run]
            yield Splice(tag.start, tag.end, b"")
        inside = {leaf for run, _ in emptied for leaf in run}
        for leaf, change in touched.items():
            if leaf not in inside:
                yield from self._leaf(spans, leaf, change)

    def _emptied_runs(
        self, spans: LineSpans, touched: dict[etree._Element, _Leaf]
    ) -> Iterator[tuple[etree._Element, Stretch]]:
        """The runs of which nothing is left but their properties."""
        seen: set[etree._Element] = set()
        for change in touched.values():
            run = spans.run_of(change.glyphs[0])
            if run in seen:
                continue
            seen.add(run)
            left = (child for child in run if child.tag != spans.w + "rPr" and not self._goes(child, touched, spans))
            if next(left, None) is None:
                yield run, change.glyphs[0].stretch

    def _goes(self, child: etree._Element, touched: dict[etree._Element, _Leaf], spans: LineSpans) -> bool:
        change = touched.get(child)
        if change is None:
            return child.tag == spans.w + "t" and not child.text
        return not change.come and len(change.gone) == len(change.glyphs)

    def _leaf(self, spans: LineSpans, leaf: etree._Element, change: _Leaf) -> Iterator[Splice]:
        tag = change.glyphs[0].stretch.tags[leaf]
        if leaf.tag != spans.w + "t":
            # a break or a tab: it goes, or a text element of its own comes beside it
            low, high = (tag.start, tag.end) if change.gone else (change.come[0][0], change.come[0][0])
            yield Splice(low, high, self._compose.text("".join(text for _, text in change.come)))
            return
        content = self._content(leaf, change)
        if b"<!" in self._finder.markup.xml[tag.inner : tag.close]:
            # a CDATA section or a comment: what comes would be taken literally there
            yield Splice(tag.inner, tag.close, self._compose.escaped(content))
        else:
            yield from _gone(change)
            for at, text in change.come:
                yield Splice(at, at, self._compose.escaped(text))
        edges = content[:1] + content[-1:]
        broken = "\n" in content or "\t" in content
        if leaf.get(_SPACE) != "preserve" and (broken or any(c in _BLANK for c in edges)):
            yield Splice(tag.inner - 1, tag.inner - 1, _PRESERVE)

    def _content(self, leaf: etree._Element, change: _Leaf) -> str:
        """The text of an element as it will be."""
        out: list[str] = []
        come = sorted(change.come, key=lambda c: c[0])
        for glyph, char in zip(change.glyphs, leaf.text or "", strict=True):
            while come and come[0][0] <= glyph.start:
                out.append(come.pop(0)[1])
            if glyph.start not in change.gone:
                out.append(char)
        return "".join(out + [text for _, text in come])


def _firsts(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The first character of each element: what forbids an edit forbids it to all that one element carries."""
    found: dict[etree._Element, Glyph] = {}
    for glyph in glyphs:
        found.setdefault(glyph.leaf, glyph)
    return list(found.values())


def _gone(change: _Leaf) -> Iterator[Splice]:
    """The removed characters, neighbours together, broken where something comes between them."""
    cuts = {at for at, _ in change.come}
    low = high = -1
    for glyph in change.glyphs:
        if glyph.start not in change.gone:
            continue
        if glyph.start != high or glyph.start in cuts:
            if low >= 0:
                yield Splice(low, high, b"")
            low = glyph.start
        high = glyph.end
    if low >= 0:
        yield Splice(low, high, b"")
