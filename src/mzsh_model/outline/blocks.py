"""A paragraph as it is meant, and the lines that it is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from mzsh_model.kernel.half_width import full_width
from mzsh_model.kernel.place import Place
from mzsh_model.outline.labels import Label, label_at
from mzsh_model.outline.lines import Line


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Block:
    """A paragraph as it is meant: `text` without surrounding space, and the pieces of lines that it is made of.

    The marks of `text` are those of Chinese, whatever width they were `typed` in: that is as long, and what values say.
    `pieces` holds `(position in text, line number, start in that line, length)` in order; `line` is the first line, for its
    style, level and cell. A paragraph is itself and no other: two are never equal.
    """

    text: str
    pieces: tuple[tuple[int, int, int, int], ...]
    line: Line
    _label: Label | Literal[False] | None = False
    typed: str = ""

    def __post_init__(self) -> None:
        if not self.typed:
            for name, text in (("typed", self.text), ("text", full_width(self.text))):
                object.__setattr__(self, name, text)

    @property
    def label(self) -> Label | None:
        """The enumerator that the text begins with, None where it begins with none; looked for once."""
        if self._label is not False:
            return self._label
        found = label_at(self.text)
        object.__setattr__(self, "_label", found)  # kept, not changed: the text tells it
        return found

    def counted(self, label: Label) -> Block:
        """Return the paragraph with a number that only the paragraphs around tell."""
        return replace(self, _label=label)

    def place(self, start: int, end: int) -> Place:
        """Return where `text[start:end]` stands in the document."""
        pieces = self.pieces
        if len(pieces) == 1:
            _, number, at, _ = pieces[0]
            return Place(number, at + start, at + end)
        parts: list[Place] = []
        for position, number, at, length in pieces:
            low, high = max(start, position), min(end, position + length)
            if low < high:
                parts.append(Place(number, at + low - position, at + high - position))
        if not parts:
            _, number, at, _ = pieces[0]
            return Place(number, at, at)
        return parts[0] if len(parts) == 1 else Place(*parts[0][:3], tuple(parts[1:]))

    def __repr__(self) -> str:
        return f"Block(line {self.line.number}, {len(self.text)} characters)"  # never the words: they are people's
