"""The bytes behind each character of a line, found only for the lines that are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from lxml import etree

from mzsh_model.kernel.difference import Hunk
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.outline.lines import Line
from mzsh_model.wml.names import ALTERNATE, MATH_SIGNS, MATH_TEXT
from mzsh_model.wml.placing.doubled import Doubles, alternate_around, doubles, parted, swapped
from mzsh_model.wml.placing.glyphs import Glyph, Glyphs
from mzsh_model.wml.placing.leading import Leading, Leadings
from mzsh_model.wml.placing.markup import Markup, Stretch
from mzsh_model.wml.reading.ancestors import Ancestors
from mzsh_model.wml.reading.form_fields import FormFields
from mzsh_model.wml.reading.paragraph import ParagraphReader
from mzsh_model.wml.reading.styles import Styles
from mzsh_model.wml.reading.view import View


@dataclass(frozen=True, slots=True)
class LineSpans:
    """A line and its characters; `glyphs[i]` carries `line.text[line.auto + i]`. `w` is the namespace in braces.

    `doubles` are the alternate contents in it whose branches say the same.
    """

    w: str
    line: Line
    stretches: tuple[Stretch, ...]
    glyphs: Sequence[Glyph]
    doubles: Doubles = field(default_factory=dict[etree._Element, list[Glyph]])

    def run_of(self, glyph: Glyph) -> etree._Element:
        """Return the run that holds a character.

        Raises:
            BadEdit: no run holds it (a formula).
        """
        run = next(glyph.leaf.iterancestors(self.w + "r"), None)
        if run is None or run not in glyph.stretch.tags:
            raise refused("formula")
        return run


class Finder:
    """Finds the bytes of lines in one part."""

    def __init__(self, markup: Markup, w: str, styles: Styles, *, hiding_styles: bool = False) -> None:
        self.markup = markup
        self.w = w
        self._styles = styles
        self._hiding = hiding_styles
        self._found: dict[int, LineSpans] = {}
        self._after: Ancestors | None = None  # of the state of the part last looked at

    @cached_property
    def ancestors(self) -> Ancestors:
        """What stands around the paragraphs."""
        return Ancestors(self.markup)

    def spans(self, line: Line) -> LineSpans:
        """Return the bytes behind each character of a body line.

        Raises:
            BadEdit: the line has no paragraph of its own, or its bytes do not show what was read.
        """
        found = self._found.get(line.number)
        if found is None:
            if not line.origin or line.story not in ("body", "textbox"):
                raise refused("side-story")
            found = self._found[line.number] = self._spans(line, line.origin)
        return found

    def leading(self, line: Line) -> Leading | None:
        """Return the text that a body line begins with, where it is found without a parse of its paragraph."""
        return None if self._hiding else self._leadings.of(line)

    @cached_property
    def _leadings(self) -> Leadings:
        return Leadings(self.markup, self.ancestors)

    def twins(self, line: Line, hunks: Sequence[Hunk]) -> Iterator[tuple[LineSpans, Sequence[Hunk]]]:
        """Yield the bytes of a line with the hunks to be made there, for it and for each other place where it stands again.

        That is the same line in the other branch of alternate content, or those words of it that stand in one themselves.

        Raises:
            BadEdit: as `spans`, or the branches differ.
        """
        for spans in self._branches(line):
            if not spans.doubles:
                yield spans, hunks
                continue
            pairs = list(swapped(spans.glyphs, spans.doubles))
            every, within = parted(hunks, [False] * line.auto + [twice for _, twice in pairs])
            yield spans, every
            yield replace(spans, glyphs=tuple(glyph for glyph, _ in pairs)), within

    def _branches(self, line: Line) -> tuple[LineSpans, ...]:
        """The bytes of a line, and of the same line in the other branch of the alternate content around it."""
        own = self.spans(line)
        around = self.ancestors.alternate(own.stretches[0].span.start)
        if around is None:
            return (own,)
        branches = around.branches(self.markup.paragraphs)
        mine, other = branches if line.origin[0] in branches[0] else branches[::-1]
        if not other:
            return (own,)
        if len(mine) != len(other):
            raise refused("alternate")
        try:
            return own, self._spans(line, tuple(other[mine.index(ordinal)] for ordinal in line.origin))
        except BadEdit as error:
            raise refused("alternate") from error

    def traced(self, line: Line) -> list[tuple[etree._Element, int]]:
        """Return the elements that a line is read from, each with its place in the line's text; their bytes are not found.

        Raises:
            BadEdit: the line is not one of the body, or its bytes do not show what was read.
        """
        found: list[tuple[etree._Element, int]] = []
        shown = line.text[: line.auto]
        for ordinal in line.origin:
            tag = self.markup.paragraph(ordinal)
            if self.markup.xml.find(b"fld", tag.start, tag.end) < 0:
                reader = self._plain_reader(self.markup.element(tag.start, tag.end))
            else:
                reader = self._reader(self.markup.stretch(tag.start), self.ancestors)
            text, seen = reader.trace(reader.root)
            found += [(element, len(shown) + at) for element, at in seen]
            shown += text
        if shown != line.text or line.story not in ("body", "textbox"):
            raise refused("unsure")
        return found

    def shown(self, xml: bytes, start: int) -> str:
        """Return what the paragraph at byte `start` of another state of the part shows."""
        if self._after is None or self._after.markup.xml is not xml:
            self._after = Ancestors(self.markup.over(xml))
        stretch = self._after.markup.stretch(start)
        return self._reader(stretch, self._after).trace(stretch.root)[0]

    def _reader(self, stretch: Stretch, around: Ancestors) -> ParagraphReader:
        marks = stretch.root.iter(self.w + "fldChar")
        unended = frozenset(mark for mark in marks if around.is_unended(stretch.tags[mark]))
        numbers = around.numbers(self.w)
        fields = stretch.root.iter(self.w + "fldChar", self.w + "fldSimple") if numbers else ()
        shown = {field: numbers[at] for field in fields if (at := stretch.tags[field].start) in numbers}
        return self._plain_reader(stretch.root, unended, shown)

    def _plain_reader(
        self,
        root: etree._Element,
        unended: frozenset[etree._Element] = frozenset(),
        numbers: Mapping[etree._Element, str] = MappingProxyType({}),
    ) -> ParagraphReader:
        return ParagraphReader(
            root, self.w, self._styles, View.FINAL, hiding_styles=self._hiding, unended=unended, numbers=numbers
        )

    def _spans(self, line: Line, ordinals: tuple[int, ...]) -> LineSpans:
        starts = self.markup.paragraphs
        if max(ordinals) >= len(starts):
            raise refused("unsure")
        stretches: list[Stretch] = []
        glyphs = Glyphs(self.markup.xml)
        shown = ""
        for ordinal in ordinals:
            stretch = self.markup.stretch(starts[ordinal])
            text, seen = self._reader(stretch, self.ancestors).trace(stretch.root)
            stretches.append(stretch)
            self._take(glyphs, stretch, text, seen)
            shown += text
        if len(glyphs) != len(shown) or shown != line.text[line.auto :]:
            raise refused("unsure")
        found = doubles(self.w, self.markup.xml, glyphs) if self.markup.alternates else {}
        return LineSpans(self.w, line, tuple(stretches), glyphs, found)

    def _take(self, glyphs: Glyphs, stretch: Stretch, text: str, seen: Sequence[tuple[etree._Element, int]]) -> None:
        """Add the characters that the elements of a paragraph show."""
        w = self.w
        texts, mark = {w + "t", *MATH_TEXT}, w + "fldChar"
        computing = (mark, w + "fldSimple")
        forms = FormFields(w)
        depth = self.ancestors.open_fields(stretch.span.start)
        last = len(seen) - 1
        for n, (element, offset) in enumerate(seen):
            if element.tag == mark and not self.ancestors.is_unended(stretch.tags[element]):
                depth += {"begin": 1, "end": -1}.get(element.get(w + "fldCharType") or "", 0)
            forms.pass_by(element)
            after = seen[n + 1][1] if n < last else len(text)
            if after == offset:
                continue
            if element.tag in texts:
                glyphs.add_text(element, stretch, field=depth > 0 and not forms.cover(depth))
            else:
                glyphs.add_sign(element, stretch, after - offset, field=depth > 0 or element.tag in computing)


_REFUSALS = {
    "side-story": "这一处在页眉、页脚或脚注里，不能改。请在 Word 里改",
    "unsure": "文件里的字与读出的不一致，不敢改写。请用 Word 重新保存后再改",
    "formula": "要改的字在公式里。请在 Word 里改",
    "field": "要改的字由域（页码、引用、目录等）生成，改了也会被更新覆盖。请在 Word 里改域",
    "locked": "要改的字在锁定的内容控件里。请先在 Word 里解除锁定",
    "bound": "要改的字在绑定数据的内容控件里，打开时会被数据覆盖。请先在 Word 里解除绑定",
    "ruby": "要改的字带有拼音指南。请在 Word 里改",
    "alternate": "要改的字在有替代内容的图形里，两份不一致。请在 Word 里改",
    "auto-number": "要改的序号是 Word 自动编的。请改列表，不要改序号",
}


def refused(why: str) -> BadEdit:
    """Return the error for an edit that cannot be made faithfully; nothing has been written."""
    return BadEdit(f"edit-{why}", _REFUSALS[why])


def obstacle(spans: LineSpans, glyph: Glyph, ancestors: Ancestors) -> str | None:
    """Return why a character cannot be edited (a key of the refusals), None where it can."""
    w = spans.w
    if glyph.field:
        return "field"
    if glyph.leaf.tag in MATH_TEXT or glyph.leaf.tag in MATH_SIGNS:
        return "formula"
    runs = 0
    for element in glyph.leaf.iterancestors():
        if element is glyph.stretch.root:
            break
        tag = element.tag
        runs += tag == w + "r"
        if tag == w + "fldSimple":
            return "field"
        if tag == w + "ruby":
            return "ruby"
        if tag == ALTERNATE and alternate_around(glyph) not in spans.doubles:
            return "alternate"
        if tag == w + "sdt" and (why := ancestors.control(glyph.stretch.tags[element])) is not None:
            return why
    return "unsure" if runs > 1 else ancestors.obstacle(glyph.stretch.span.start)
