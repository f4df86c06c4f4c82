"""What a reader notes down while it reads: anchors, notices, and which lines it has accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mzsh_model.kernel.anchors import Anchors
from mzsh_model.kernel.outcome import Notice
from mzsh_model.kernel.place import Place
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.outline.wrapping import PAGE_NUMBER


class Span(NamedTuple):
    """A stretch of one paragraph."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters of the stretch."""
        return self.block.text[self.start : self.end]

    @property
    def typed(self) -> str:
        """The same as it was typed: what a value says."""
        return self.block.typed[self.start : self.end]

    def place(self) -> Place:
        """Where the stretch stands in the document."""
        return self.block.place(self.start, self.end)


def whole(block: Block) -> Span:
    """Return the whole of a paragraph."""
    return Span(block, 0, len(block.text))


def trimmed(span: Span, marks: str = "") -> Span:
    """Return the stretch without white space at either end and without `marks` at its end."""
    block, start, end = span
    text = block.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return span if start == span.start and end == span.end else Span(block, start, end)


def joined_text(spans: Sequence[Span]) -> str:
    """Return the text of several stretches, one line each."""
    return spans[0].typed if len(spans) == 1 else "\n".join(s.typed for s in spans)


def joined_place(spans: Sequence[Span]) -> Place:
    """Return the place of several stretches as one."""
    if len(spans) == 1:
        return spans[0].place()
    first, *rest = (part for span in spans for part in span.place().parts)
    return Place(first.line, first.start, first.end, tuple(rest))


def paragraphs(text: str) -> tuple[Draft, list[Span]]:
    """Return a throw-away draft of a text and its paragraphs, one a line."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    blocks = [Block(line.text, ((0, line.number, 0, len(line.text)),), line) for line in lines]
    return Draft(Outline(lines)), list(map(whole, blocks))


class Draft:
    """The notes of one reading."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.notices: list[Notice] = []
        self._at: dict[str, tuple[int, int, int] | Place] = {}
        self._left_out: set[int] = set()

    @property
    def anchors(self) -> Mapping[str, Place]:
        """Model paths and the places noted for them."""
        return Anchors(self._at)

    def anchor(self, path: str, place: Place) -> None:
        """Note that the value at `path` stands at `place`."""
        self._at[path] = place

    def forget(self, path: str) -> None:
        """Take back what was noted of `path`, which the value does not have after all."""
        self._at.pop(path, None)

    def anchor_same(self, path: str, other: str) -> None:
        """Note that the value at `path` stands where the one at `other` does, if that is known."""
        if (at := self._at.get(other)) is not None:
            self._at[path] = at

    def anchor_span(self, path: str, span: Span) -> str:
        """Note where the value at `path` stands and return its text."""
        block, start, end = span
        if len(block.pieces) == 1:
            _, number, at, _ = block.pieces[0]
            self._at[path] = (number, at + start, at + end)
        else:
            self.anchor(path, block.place(start, end))
        return block.typed[start:end]

    def anchor_spans(self, path: str, spans: Sequence[Span]) -> str:
        """Note where the value at `path` stands, in one stretch or several, and return its text, one line each."""
        if len(spans) == 1:
            return self.anchor_span(path, spans[0])
        self.anchor(path, joined_place(spans))
        return joined_text(spans)

    def anchor_item(self, path: str, spans: Sequence[Span]) -> str:
        """Note where the item at `path` stands, and its `text`, which is all of it; return the text."""
        text = self.anchor_spans(path, spans)
        self._at[f"{path}/text"] = self._at[path]
        return text

    def notice(self, code: str, line: int, text: str, message: str) -> None:
        """Note a doubt about a line that is read none the less."""
        self.notices.append(Notice(code, line, text, message))

    def leave_out(self, code: str, line: int, text: str, message: str) -> None:
        """Note a line that is not read, and why."""
        self.notice(code, line, text, message)
        self._left_out.add(line)

    @property
    def bare_anchors(self) -> Mapping[str, tuple[int, int, int] | Place]:
        """Model paths and the places noted for them, as bare numbers where a place is in one piece: to go through them all."""
        return self._at

    def is_left_out(self, line: int) -> bool:
        """Tell whether a line was left out with a reason."""
        return line in self._left_out

    def told_lines(self) -> set[int]:
        """Return the lines that hold something anchored, or were left out with a reason."""
        told = self._left_out | {at[0] for at in self._at.values()}
        told.update(part.line for at in self._at.values() if isinstance(at, Place) for part in at.rest)
        return told

    def finish(self, furniture: Iterable[Line]) -> None:
        """Name every line that nothing else accounts for (law Totality)."""
        for line in furniture:
            self.leave_out("page-number", line.number, line.text, "这一行只是页码，没有当作正文")
        told = self.told_lines()
        margins: set[str] = set()
        for line in self.outline.lines:
            if line.hidden:
                self.notice(
                    "hidden-text", line.number, "", f"这一段有 {len(line.hidden)} 个隐藏文字，纸上看不见，没有读入"
                )
            if line.number in told or not line.text.strip():
                continue
            if line.story in ("body", "textbox"):
                self.leave_out("unplaced-line", line.number, line.text, "这一行没有读进任何一项，请看是否放错了位置")
            elif line.story in ("footnote", "endnote"):
                self.leave_out(f"unread-{line.story}", line.number, line.text, "这一行在脚注或尾注里，没有当作正文")
            elif (text := line.text.strip()) not in margins:
                margins.add(text)  # the first page and the others may have the same header each
                if text.isdecimal() or PAGE_NUMBER.fullmatch(text):
                    self.leave_out("page-number", line.number, line.text, "页眉或页脚里只是页码，没有当作正文")
                else:
                    self.leave_out(f"unread-{line.story}", line.number, line.text, "这一行在页眉或页脚里，没有当作正文")
