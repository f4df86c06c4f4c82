"""The marks that tie a comment to its words: put around them, and taken out again to the byte.

A range never leaves its paragraph: editors break those that do; and it never stands in what is closed to it (see `closed`).
A comment without a reference in the body is dropped by Word, so that one on a text box or a note stands on the run which
these hang on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package
from mzsh_model.outline.lines import Line
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.marking.closed import Closed
from mzsh_model.wml.marking.joints import Standing, take_out
from mzsh_model.wml.marking.marks import Cut, Mark, Marker
from mzsh_model.wml.placing.glyphs import before
from mzsh_model.wml.placing.markup import Markup, Tag, tags_from
from mzsh_model.wml.placing.spans import Finder, LineSpans, refused
from mzsh_model.wml.reading.hosts import Hosts, ident_at

_STORIES = ("footnotes", "endnotes", "header", "footer")
_NAMES = (b"commentRangeStart", b"commentRangeEnd", b"commentReference")
_WORD = tuple("comment".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_FARTHEST = 4096
"""How far before a comment reference its run is looked for, in bytes."""


class Anchor(NamedTuple):
    """Where a comment goes. `place` is what a reading of it will report: a point, where a run has no words in its line.

    `host` is the element that the marks stand around, None where they stand between characters of the line.
    """

    place: Place
    host: Tag | None

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """What anchors are ordered by."""
        return self.place.line, self.place.start, self.place.end, -1 if self.host is None else self.host.start


class CommentMarker:
    """Finds where comments can stand in the main part, and puts their marks there."""

    def __init__(self, package: Package, finder: Finder, composer: Composer, lines: Iterable[Line]) -> None:
        closed = Closed(finder)
        self.w: str = finder.w
        self._finder = finder
        self._compose = composer
        self._hosts = Hosts(package, finder, closed, lines)
        self._marker = Marker(finder, composer, closed)

    def anchor(self, line: Line, start: int, end: int) -> Anchor:
        """Return where a comment on characters of a line goes.

        Characters that are in the file, of the first paragraph, without blanks at either end; the first character of the
        line, where none are left. For a line of a text box or a note, the run that it hangs on.

        Raises:
            BadEdit: the line has no such character, its bytes are not found, or nothing in the body leads to it.
        """
        if line.story == "body":
            return self._words(self._finder.spans(line), start, end)
        host = self._hosts.of(line)
        if host is None:
            raise refused("side-story")
        glyphs = self._finder.spans(host.line).glyphs
        low = host.line.auto + before(glyphs, host.tag.start)
        high = host.line.auto + before(glyphs, host.tag.end)
        return Anchor(Place(host.line.number, low, high), host.tag)

    def put(self, line: Line, comments: Iterable[tuple[Anchor, str]]) -> Iterator[Splice]:
        """Yield the splices that mark comments, each with its id, on one line; at one place in the order given."""
        marks: list[Mark] = []
        for anchor, ident in comments:
            start, end = self._start(ident), self._end(ident)
            if anchor.host is not None:
                yield Splice(anchor.host.start, anchor.host.start, start(b""))
                yield Splice(anchor.host.end, anchor.host.end, end(b""))
            else:
                marks += [Mark(anchor.place.start, False, start), Mark(anchor.place.end, True, end)]
        if marks:
            yield from self._marker.put(self._finder.spans(line), marks)

    def _words(self, spans: LineSpans, start: int, end: int) -> Anchor:
        line = spans.line
        low, high = _trimmed(spans, start, end) or _trimmed(spans, line.auto, len(line.text)) or (0, 0)
        if low == high:
            raise BadEdit("edit-no-words", f"第{line.number}段没有文字，放不下批注")
        if not _trimmed(spans, start, end):
            high = low + 1
        low, high = self._marker.reach(spans, low, high)
        return Anchor(Place(line.number, low, high), None)

    def _start(self, ident: str) -> Callable[[bytes], bytes]:
        attribute = self._compose.attribute("id", ident)
        return lambda blanks: self._compose.empty("commentRangeStart", attribute + blanks)

    def _end(self, ident: str) -> Callable[[bytes], bytes]:
        c, attribute = self._compose, self._compose.attribute("id", ident)
        return lambda blanks: (
            c.empty("commentRangeEnd", attribute + blanks)
            + c.open("r")
            + c.empty("commentReference", attribute + blanks)
            + c.close("r")
        )


def _trimmed(spans: LineSpans, start: int, end: int) -> tuple[int, int] | None:
    """Characters without blanks at either end, those of the first paragraph they stand in; None where none are left."""
    text, auto = spans.line.text, spans.line.auto
    start, end = max(start, auto), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    if start >= end:
        return None
    stretch = spans.glyphs[start - auto].stretch
    while text[end - 1].isspace() or spans.glyphs[end - 1 - auto].stretch is not stretch:
        end -= 1
    return start, end


def standing_marks(markup: Markup, idents: Collection[str]) -> Iterator[Standing]:
    """Yield the marks of some comments in a part; a reference with its run, where that holds nothing else."""
    wanted = {ident.encode() for ident in idents}
    for start in markup.starts_of(*_NAMES):
        if ident_at(markup.xml, start) in wanted:
            tag = tags_from(markup.xml, start)[0]
            low, high = _run_of(markup, tag) or (tag.start, tag.end)
            yield Standing(low, high, _cut(markup.xml, tag))


def without_marks(package: Package, idents: Collection[str]) -> Package:
    """Return the package without the marks of some comments in any story, what was cut for them joined again.

    Raises:
        BadEdit: a part that has some is not UTF-8.
    """
    parts: dict[str, bytes | None] = {}
    for name in commented_parts(package) if idents else ():
        markup = Markup(package.read(name), name)
        if marks := list(standing_marks(markup, idents)):
            parts[name] = spliced(markup.xml, take_out(markup.xml, markup.prefix, marks))
    return package.with_parts(parts) if parts else package


def commented_parts(package: Package) -> Iterator[str]:
    """Yield the names of the parts with marks of comments: the main part, notes, headers, footers."""
    main = package.main_part
    related = (r.part for r in package.relationships(main) if r.type.rpartition("/")[2] in _STORIES)
    for name in dict.fromkeys((main, *related)):
        if name is not None and any(word in package.read(name) for word in _WORD):
            yield name


def idents_in(markup: Markup) -> Iterator[bytes]:
    """Yield the id of every mark of a comment in a part."""
    for start in markup.starts_of(*_NAMES):
        if (ident := ident_at(markup.xml, start)) is not None:
            yield ident


def _cut(xml: bytes, tag: Tag) -> Cut:
    blanks = tag.end - 2 - len(xml[tag.start : tag.end - 2].rstrip(b" ")) - tag.start
    return Cut(blanks) if tag.empty and blanks <= max(Cut) else Cut.NONE


def _run_of(markup: Markup, tag: Tag) -> tuple[int, int] | None:
    """The run that holds a reference and nothing else, None for another mark."""
    xml, p = markup.xml, re.escape(markup.prefix)
    if not xml.startswith(_NAMES[-1], tag.start + 1 + len(markup.prefix)):
        return None
    near = max(0, tag.start - _FARTHEST)
    low = max(xml.rfind(b"<%sr%s" % (markup.prefix, after), near, tag.start) for after in (b">", b" "))
    opening = rb"<%sr(?:\s[^<>]*)?>\s*(?:<%srPr\s*/>|<%srPr(?:\s[^<>]*)?>.*?</%srPr>)?\s*" % (p, p, p, p)
    if low < 0 or re.compile(opening, re.DOTALL).fullmatch(xml, low, tag.start) is None:
        return None
    closing = re.compile(rb"\s*</%sr\s*>" % p).match(xml, tag.end)
    return None if closing is None else (low, closing.end())
