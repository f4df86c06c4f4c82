"""What a person sees on paper, line by line: the common ground of Word, plain text and Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Story = Literal["body", "textbox", "footnote", "endnote", "header", "footer"]
"""Which story of the document a line belongs to; all but `body` and `textbox` stand after the body's lines."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Coordinates of a table cell, 0-based; `path` tells nested tables apart.

    `table` counts the tables of the document in reading order (nested ones included). A merged cell is given once, at its
    first row and column, with `rows` and `cols` > 1.
    """

    table: int
    row: int
    col: int
    rows: int = 1
    cols: int = 1
    header: bool = False
    path: tuple[int, ...] = ()


class Line:
    """One paragraph of a Word file, or one line of a text file.

    `text` is what is seen: soft breaks are `\\n`, tabs `\\t`, and a number that Word computes stands in front of the typed
    text (`auto` is how many characters of it, so that typed and automatic numbers read the same). Plain slots, no
    validation: a document has thousands of them.
    """

    __slots__ = ("auto", "cell", "hidden", "level", "number", "origin", "story", "style", "text")

    def __init__(
        self,
        number: int,
        text: str,
        *,
        auto: int = 0,
        level: int | None = None,
        style: str = "",
        cell: Cell | None = None,
        story: Story = "body",
        hidden: str = "",
        origin: tuple[int, ...] = (),
    ) -> None:
        self.number: int = number  # 1-based position among the outline's lines
        self.text: str = text
        self.auto: int = auto  # leading characters of `text` that are a computed number, not in the file
        self.level: int | None = level  # heading level from the style or Markdown `#`, 1-based; None for body text
        self.style: str = style  # name of the paragraph style, as the file spells it
        self.cell: Cell | None = cell
        self.story: Story = story
        self.hidden: str = hidden  # text formatted as hidden (w:vanish), not part of `text`
        # what it comes from, for whoever writes it back: the paragraphs of its part, counted from 0 in document order
        # (more than one where a deleted paragraph mark joins them, none for letters of a drawing), or the row of a text
        # file, from 0
        self.origin: tuple[int, ...] = origin

    def __repr__(self) -> str:
        return f"Line({self.number}, {len(self.text)} characters)"  # never the words: they are people's


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of a document in reading order; `lines[n - 1].number == n`."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The body's text, one line per line: every visible text once, notes, headers and footers left out."""
        return "\n".join(line.text for line in self.lines if line.story in ("body", "textbox"))
