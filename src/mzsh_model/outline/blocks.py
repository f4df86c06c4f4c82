"""From lines to paragraphs: soft breaks cut, hard wraps joined, page numbers set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mzsh_model.kernel.place import Place
from mzsh_model.outline.labels import LabelKind, label_at
from mzsh_model.outline.lines import Line
from mzsh_model.outline.wrapping import PAGE_NUMBER, is_full, wrap_width


class Block:
    """A paragraph as it is meant: `text` without surrounding space, and the pieces of lines that it is made of.

    `pieces` holds `(position in text, line number, start in that line, length)` in order.
    """

    __slots__ = ("line", "pieces", "text")

    def __init__(self, text: str, pieces: tuple[tuple[int, int, int, int], ...], line: Line) -> None:
        self.text = text
        self.pieces = pieces
        self.line = line  # the first line, for its style, level and cell

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
        return f"Block({self.text!r})"


@dataclass(frozen=True, slots=True)
class Blocks:
    """The paragraphs of a document, the lines that only hold a page number, and whether hard wraps were joined."""

    blocks: tuple[Block, ...]
    furniture: tuple[Line, ...] = ()
    joined: bool = False


_Segment = tuple[str, int, Line]


def make_blocks(lines: Iterable[Line]) -> Blocks:
    """Return the paragraphs of `lines`, blank ones left out."""
    segments = [segment for line in lines for segment in _segments(line)]
    column = wrap_width([text for text, _, line in segments if line.cell is None])
    if column is None:
        kept = [s for s in segments if not PAGE_NUMBER.fullmatch(s[0])] if segments else []
        furniture = tuple(s[2] for s in segments if PAGE_NUMBER.fullmatch(s[0])) if len(kept) < len(segments) else ()
        return Blocks(tuple(_block([s]) for s in kept), furniture)
    return _joined(segments, column)


def _segments(line: Line) -> Iterator[_Segment]:
    """The pieces of a line between soft breaks, trimmed: `(text, start in the line, line)`."""
    text = line.text
    if "\n" not in text:
        bare = text.strip()
        if bare:
            yield bare, text.index(bare[0]) if text[0] != bare[0] else 0, line
        return
    at = 0
    for part in text.split("\n"):
        bare = part.strip()
        if bare:
            yield bare, at + len(part) - len(part.lstrip()), line
        at += len(part) + 1


def _joined(segments: list[_Segment], column: int) -> Blocks:
    blocks: list[Block] = []
    furniture: list[Line] = []
    run: list[_Segment] = []
    for segment in segments:
        if PAGE_NUMBER.fullmatch(segment[0]):
            furniture.append(segment[2])
            continue
        if run and not _continues(run[-1], segment, column):
            blocks.append(_block(run))
            run = []
        run.append(segment)
    if run:
        blocks.append(_block(run))
    return Blocks(tuple(blocks), tuple(furniture), joined=True)


def _continues(before: _Segment, after: _Segment, column: int) -> bool:
    if before[2].cell is not None or after[2].cell is not None or not is_full(before[0], column):
        return False
    label = label_at(after[0])
    if label is None:
        return True
    # a line that begins with a number may still be the middle of a sentence that names one
    return label.kind >= LabelKind.SHI or before[0][-1] not in "。.．；;：:！!？?"


def _block(run: list[_Segment]) -> Block:
    if len(run) == 1:
        text, start, line = run[0]
        return Block(text, ((0, line.number, start, len(text)),), line)
    parts: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    at = 0
    for text, start, line in run:
        if parts and parts[-1][-1].isascii() and parts[-1][-1].isalpha() and text[0].isascii() and text[0].isalpha():
            parts.append(" ")
            at += 1
        pieces.append((at, line.number, start, len(text)))
        parts.append(text)
        at += len(text)
    return Block("".join(parts), tuple(pieces), run[0][2])
