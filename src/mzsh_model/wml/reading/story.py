"""A Word file as plain lines: everything a person sees, once, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.kernel.outcome import Notice
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.outline.lines import Cell, Line, Outline, Story
from mzsh_model.wml.names import ALTERNATE, STRICT, TRANSITIONAL, dialect
from mzsh_model.wml.reading.bounds import refuse_too_many
from mzsh_model.wml.reading.drawn import drawn_letters
from mzsh_model.wml.reading.numbering import Numbering
from mzsh_model.wml.reading.paragraph import ParagraphReader, runs_on, shown_branch
from mzsh_model.wml.reading.runs import joined_runs
from mzsh_model.wml.reading.styles import Styles
from mzsh_model.wml.reading.tables import table_cells
from mzsh_model.wml.reading.unread import unread
from mzsh_model.wml.reading.values import number, value_of
from mzsh_model.wml.reading.view import View

_BLOCK_WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "moveFrom", "del", "smartTag")
_EVERYTHING = frozenset({"pStyle", "numPr", "outlineLvl", "rPr"})
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_SIDE_STORIES: tuple[tuple[str, Story, str], ...] = (
    ("/footnotes", "footnote", "footnote"),
    ("/endnotes", "endnote", "endnote"),
    ("/header", "header", ""),
    ("/footer", "footer", ""),
)
# notes to the text, though none of its stories
_COMMENTS: tuple[str, Story, str] = ("/comments", "footnote", "comment")
_holds_elements = etree.XPath("boolean(//w:t/* | //s:t/*)", namespaces={"w": TRANSITIONAL[1:-1], "s": STRICT[1:-1]})
"""Whether a text holds elements, which no Word file has: joined to it, the text of the next run would stand behind them."""


@dataclass(frozen=True, slots=True)
class StoryText:
    """The lines of a file, the side parts that could not be read (`part: code`), and what else shows and was not read."""

    outline: Outline
    problems: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


ReaderOf = Callable[[View], ParagraphReader]


class Follower(Protocol):
    """Goes along with a reading; it is told where the words of each line come from."""

    def part(self, root: etree._Element, first: int, reader: ReaderOf) -> None:
        """Take note of a part whose lines begin at line `first`; `reader` makes readers of its paragraphs."""

    def paragraph(self, element: etree._Element, text: str) -> None:
        """Take note of the next paragraph that is read, and of what it gives to its line."""


def read_story(package: Package, view: View = View.FINAL) -> StoryText:
    """Return every visible line: the body, text boxes after the paragraph they hang on, then notes, headers, footers.

    Watermarks and other letters drawn as shapes are lines of a header, wherever they hang; no paragraph is their origin.

    Raises:
        BadPackage: the main part or its relationships are not well-formed. An ill-formed side part is only named.
    """
    return _read(_Reader(package, view), _SIDE_STORIES)


def follow_story(package: Package, follower: Follower) -> StoryText:
    """Read the final view with somebody following. The comments (w:comment) are read as well, after all other lines.

    Raises:
        BadPackage: as `read_story`.
    """
    return _read(_Reader(package, View.FINAL, follower), (*_SIDE_STORIES, _COMMENTS))


def _read(reader: _Reader, sides: Iterable[tuple[str, Story, str]]) -> StoryText:
    reader.body()
    for suffix, story, wrapper in sides:
        reader.side(suffix, story, wrapper)
    return StoryText(Outline(tuple(reader.lines)), tuple(reader.problems), tuple(reader.notices))


class _Reader:
    def __init__(self, package: Package, view: View, follower: Follower | None = None) -> None:
        self.lines: list[Line] = []
        self.problems: list[str] = []
        self.notices: list[Notice] = []
        self._package = package
        self._view = view
        self._follower = follower
        main = package.main_part
        self._relations = self._side_relations(main)
        joined = self._joined(main)
        # bytes are asked what a part mentions; in UTF-16 they would deny it
        xml = joined if b"\0" not in joined[:8] else joined.decode("utf-16", "replace").encode()
        # the styles of Word's own template are as long as a book: read only where the text refers to one
        needed = b"Style" in xml or b"numPr" in xml or self._may_hide("/styles")
        styles = self._side_root("/styles") if needed else None
        self._hiding = styles is not None and next(styles.iter("{*}vanish"), None) is not None
        self._root = self._parsed(joined, main)
        w = dialect(str(self._root.tag))
        if w is None or self._root.tag != w + "document":
            raise BadPackage("part-not-word", f"部件 {main} 不是 Word 正文。请用 Word 打开修复后另存")
        self._w = w
        self._styles = Styles(styles, w)
        numbered = b"numPr" in xml or (styles is not None and next(styles.iter(w + "numPr"), None) is not None)
        self._numbering = Numbering(self._side_root("/numbering") if numbered else None, self._styles, w)
        # what a file never mentions is not looked for in each of its paragraphs
        names = ("pStyle", "numPr", "outlineLvl", "rPr") if b"pPr" in xml else ()
        self._mentions = {name for name in names if name.encode() in xml}
        if b"dropCap" in xml:
            self._mentions.add("rPr")
        marks = (b"del ", b"del/", b"moveFrom ", b"moveFrom/", b"vanish", b"dropCap")
        if "rPr" in self._mentions and view is View.FINAL and not any(mark in xml for mark in marks):
            self._mentions.remove("rPr")
        self._wrappers = frozenset(w + name for name in _BLOCK_WRAPPERS)
        self._dropped = w + view.dropped[0] if view.dropped else None
        self._gone = frozenset(w + name for name in view.dropped)
        self._tables = 0
        self._joining: tuple[str, str, tuple[int, ...], Cell | None] | None = None

    def body(self) -> None:
        body = self._root.find(self._w + "body")
        if body is not None:
            self._begin(self._root)
            self._container(body, "body")
            self._art(body, "header")
            self.notices += unread(self.lines, self._root, self._w, tuple(self._gone))

    def side(self, suffix: str, story: Story, wrapper: str) -> None:
        for kind, part in self._relations:
            if not kind.endswith(suffix):
                continue
            try:
                root = self._parsed(self._joined(part), part)
            except BadPackage as error:
                self.problems.append(f"{part}: {error.code}")
                continue
            self._begin(root)
            w = self._w
            if not wrapper:
                self._container(root, story)
                self._art(root, story)
                continue
            for note in root.iterchildren(w + wrapper):
                if note.get(w + "type") not in _SEPARATORS:
                    self._container(note, story)

    def _begin(self, root: etree._Element) -> None:
        def reader(view: View) -> ParagraphReader:
            return ParagraphReader(root, self._w, self._styles, view, hiding_styles=self._hiding)

        self._paragraphs = reader(self._view)
        if self._follower is not None:
            self._follower.part(root, len(self.lines) + 1, reader)
        self._ordinals = enumerate(root.iter(self._w + "p"))

    def _joined(self, part: str) -> bytes:
        """A part with its runs joined, unless somebody follows who wants to see each."""
        return joined_runs(self._package.read(part)) if self._follower is None else self._package.read(part)

    def _parsed(self, joined: bytes, part: str) -> etree._Element:
        refuse_too_many(joined, self._package.archive.limits)
        if not (self._hiding and b"rStyle" in joined):
            try:
                root = parse_xml(joined, part)
            except BadPackage:  # damaged; or joined to a text longer than a text node may be
                pass
            else:
                if not _holds_elements(root):
                    return root
        return parse_xml(self._package.read(part), part)

    def _side_relations(self, main: str) -> list[tuple[str, str]]:
        found = self._package.relationships(main)
        seen: set[str] = set()
        kept: list[tuple[str, str]] = []
        for relationship in found:
            if relationship.part is not None and relationship.part not in seen:
                seen.add(relationship.part)
                kept.append((relationship.type, relationship.part))
        return kept

    def _may_hide(self, suffix: str) -> bool:
        """Whether a side part speaks of hidden text, or cannot be asked: a style that no paragraph names may hide them all."""
        try:
            xml = b"".join(self._package.read(part) for kind, part in self._relations if kind.endswith(suffix))
        except BadPackage:
            return True
        return b"vanish" in xml or b"\0" in xml[:8]

    def _side_root(self, suffix: str) -> etree._Element | None:
        part = next((part for kind, part in self._relations if kind.endswith(suffix)), None)
        if part is None:
            return None
        try:
            return parse_xml(self._package.read(part), part)
        except BadPackage as error:
            self.problems.append(f"{part}: {error.code}")
            return None

    def _container(self, container: etree._Element, story: Story) -> None:
        """Read the paragraphs and tables of a container in order, with a stack: files nest tables at will."""
        w = self._w
        p, tbl = w + "p", w + "tbl"
        pending: list[tuple[Iterator[etree._Element], Cell | None, Story]] = [(iter(container), None, story)]
        while pending:
            elements, cell, inside = pending[-1]
            below: list[tuple[Iterator[etree._Element], Cell | None, Story]] = []
            for element in elements:
                tag = element.tag
                if tag == p:
                    boxes = self._paragraph(element, cell, inside)
                    below = [(iter(box), cell, "textbox" if inside == "body" else inside) for box in boxes]
                elif tag == tbl:
                    path = (*cell.path, cell.table, cell.row, cell.col) if cell is not None else ()
                    cells = table_cells(element, w, self._tables, path[-12:], self._dropped)
                    below = [(iter(tc), at, inside) for tc, at in cells]
                    self._tables += 1
                elif tag in self._wrappers and tag not in self._gone:
                    below = [(iter(element), cell, inside)]
                elif tag == ALTERNATE and (branch := shown_branch(element)) is not None:
                    below = [(iter(branch), cell, inside)]
                if below:
                    break
            else:
                pending.pop()
            pending.extend(reversed(below))
        self._flush(story)

    def _paragraph(self, element: etree._Element, cell: Cell | None, story: Story) -> list[etree._Element]:
        w = self._w
        ppr = numpr = style_id = None
        level: int | None = None
        mentions = self._mentions if story in ("body", "textbox") else _EVERYTHING
        if mentions and (ppr := next(element.iterchildren(w + "pPr"), None)) is not None:
            if "pStyle" in mentions:
                style_id = value_of(ppr, w + "pStyle", w)
            if "numPr" in mentions:
                numpr = ppr.find(w + "numPr")
            if "outlineLvl" in mentions and (outline := value_of(ppr, w + "outlineLvl", w)) is not None:
                level = number(outline, 9, 0, 9) + 1
        style = self._styles.paragraph(style_id)
        text, hidden, boxes = self._paragraphs.read(element)
        if self._follower is not None:
            self._follower.paragraph(element, text)
        # paragraphs are read as they stand in the part, though not all of them
        ordinal, p = next(self._ordinals)
        while p is not element:
            ordinal, p = next(self._ordinals)
        origin: tuple[int, ...] = (ordinal,)
        if self._joining is not None and self._joining[3] != cell:
            self._flush(story)  # the last mark of a cell cannot go: nothing runs out of its cell
        if self._joining is not None:
            before, before_hidden, joined, _ = self._joining
            text, hidden, origin = before + text, before_hidden + hidden, joined + origin
            self._joining = None
        if ppr is not None and "rPr" in mentions and runs_on(ppr, w, self._gone, shown=bool(text)):
            # it runs into the next paragraph, whose mark, and so whose style and number, the joined one has (17.13.5.15)
            self._joining = (text, hidden, origin, cell)
            return boxes
        numbered = numpr is not None or style.num is not None
        label = self._numbering.label(numpr, style, style_id) if numbered else ""
        if level is None:
            level = style.level
        self.lines.append(
            Line(
                len(self.lines) + 1,
                label + text,
                auto=len(label),
                level=level if level is None or level < 10 else None,
                style=style.name,
                cell=cell,
                story=story,
                hidden=hidden,
                origin=origin,
            )
        )
        return boxes

    def _art(self, root: etree._Element, story: Story) -> None:
        drawn = enumerate(drawn_letters(root, self._gone), len(self.lines) + 1)
        self.lines += [Line(number, text, story=story) for number, text in drawn]

    def _flush(self, story: Story) -> None:
        if self._joining is not None:
            text, hidden, origin, cell = self._joining
            self._joining = None
            if text or hidden:
                number = len(self.lines) + 1
                self.lines.append(Line(number, text, cell=cell, story=story, hidden=hidden, origin=origin))
