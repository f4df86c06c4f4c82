"""The bytes behind each character of a line, found only for the lines that are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.outline.lines import Line
from mzsh_model.wml.ancestors import Ancestors
from mzsh_model.wml.markup import Markup, Stretch, characters
from mzsh_model.wml.names import ALTERNATE, MATH_TEXT, dialect
from mzsh_model.wml.paragraph import ParagraphReader
from mzsh_model.wml.styles import Styles
from mzsh_model.wml.view import View


class Glyph(NamedTuple):
    """One visible character: its bytes, the element that carries it, and whether a field computes it."""

    start: int
    end: int
    leaf: etree._Element
    stretch: Stretch
    field: bool


@dataclass(frozen=True)
class LineSpans:
    """A line and its characters; `glyphs[i]` carries `line.text[line.auto + i]`."""

    line: Line
    stretches: tuple[Stretch, ...]
    glyphs: tuple[Glyph, ...]

    @cached_property
    def w(self) -> str:
        """The namespace of WordprocessingML in this part, in braces."""
        return dialect(str(self.stretches[0].root.tag)) or ""

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

    def __init__(self, markup: Markup, styles: Styles, *, hiding_styles: bool = False) -> None:
        self.markup = markup
        self._styles = styles
        self._hiding = hiding_styles
        self._found: dict[int, LineSpans] = {}

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
            stretches = tuple(self.paragraph(ordinal) for ordinal in line.origin)
            glyphs = tuple(glyph for stretch in stretches for glyph in self._glyphs(stretch))
            found = LineSpans(line, stretches, glyphs)
            shown = "".join(self._shown(stretch) for stretch in stretches)
            if len(glyphs) != len(shown) or shown != line.text[line.auto :]:
                raise refused("unsure")
            self._found[line.number] = found
        return found

    def paragraph(self, ordinal: int) -> Stretch:
        """Return a paragraph of the part by its number in document order."""
        starts = self.markup.paragraphs
        if ordinal >= len(starts):
            raise refused("unsure")
        return self.markup.stretch(starts[ordinal])

    def _reader(self, stretch: Stretch) -> ParagraphReader:
        w = dialect(str(stretch.root.tag)) or ""
        return ParagraphReader(stretch.root, w, self._styles, View.FINAL, hiding_styles=self._hiding)

    def _shown(self, stretch: Stretch) -> str:
        return self._reader(stretch).trace(stretch.root)[0]

    def _glyphs(self, stretch: Stretch) -> Iterator[Glyph]:
        text, seen = self._reader(stretch).trace(stretch.root)
        w = dialect(str(stretch.root.tag)) or ""
        depth = self.ancestors.open_fields(stretch.span.start)
        ends = [*(offset for _, offset in seen[1:]), len(text)]
        for (element, offset), after in zip(seen, ends, strict=True):
            if element.tag == w + "fldChar":
                depth += {"begin": 1, "end": -1}.get(element.get(w + "fldCharType") or "", 0)
            if after == offset:
                continue
            tag = stretch.tags[element]
            if element.tag == w + "t" or element.tag in MATH_TEXT:
                for start, end in characters(self.markup.xml, tag.inner, tag.close):
                    yield Glyph(start, end, element, stretch, depth > 0)
            else:
                yield Glyph(tag.start, tag.end, element, stretch, depth > 0)


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
    if glyph.leaf.tag in MATH_TEXT:
        return "formula"
    for element in glyph.leaf.iterancestors():
        if element is glyph.stretch.root:
            break
        tag = element.tag
        if tag == w + "fldSimple":
            return "field"
        if tag == w + "ruby":
            return "ruby"
        if tag == ALTERNATE:
            return "alternate"
        if tag == w + "sdt" and (why := ancestors.control(glyph.stretch.tags[element])) is not None:
            return why
    return ancestors.obstacle(glyph.stretch.span.start)
