"""From lines to paragraphs: soft breaks cut, hard wraps joined, page numbers set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mzsh_model.kernel.lookalikes import UNSEEN, ideographs
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.labels import SHI
from mzsh_model.outline.lines import Line
from mzsh_model.outline.ragged import goes_on, ragged_width
from mzsh_model.outline.run_in import run_in_labels
from mzsh_model.outline.wrapping import PAGE_NUMBER, is_full, wrap_width

_Breaks = Callable[[Block, Block, Block], bool]
"""Whether the paragraph that the first line begins and the second goes on with goes on in the third."""
_ENDS = "。.．；;：:！!？?"


@dataclass(frozen=True, slots=True)
class Blocks:
    """The paragraphs of a document, the lines that only hold a page number, and whether hard wraps were joined."""

    blocks: tuple[Block, ...]
    furniture: tuple[Line, ...] = ()
    joined: bool = False


def make_blocks(lines: Iterable[Line]) -> Blocks:
    """Return the paragraphs of `lines`, blank ones left out."""
    pieces = [piece for line in lines for piece in _pieces(line)]
    column = wrap_width([piece.text for piece in pieces if piece.line.cell is None])
    blocks: list[Block] = []
    furniture: list[Line] = []
    for piece in pieces:
        if PAGE_NUMBER.fullmatch(piece.text):
            furniture.append(piece.line)
        else:
            blocks.append(piece)
    blocks = _counted(blocks)
    widest = ragged_width(blocks) if column is None else None
    if column is not None:
        blocks = list(_joined(blocks, lambda _, one, __: is_full(one.text, column, _indent(one))))
    elif widest is not None:
        blocks = list(_joined(blocks, lambda first, one, after: goes_on(first, one, after, widest)))
    return Blocks(tuple(blocks), tuple(furniture), joined=column is not None or widest is not None)


def _counted(blocks: Sequence[Block]) -> list[Block]:
    """Return the paragraphs, those of the text, or of one cell, with the numbers that are run into figures."""
    cell = blocks[0].line.cell if blocks else None
    alone = all(one.line.cell == cell for one in blocks)
    text = [at for at, one in enumerate(blocks) if alone or one.line.cell is None]
    counted = list(blocks)
    for n, label in run_in_labels([blocks[at].text for at in text], [blocks[at].label for at in text]).items():
        counted[text[n]] = counted[text[n]].counted(label)
    return counted


def _pieces(line: Line) -> Iterator[Block]:
    """The paragraphs that soft breaks make of a line, trimmed, radicals in them as the characters they stand for."""
    at = 0
    for part in line.text.split("\n"):
        if UNSEEN.search(part):
            if stretches := _seen(part):
                pieces = [(position, line.number, at + start, len(text)) for position, start, text in stretches]
                yield Block(ideographs("".join(text for *_, text in stretches)), tuple(pieces), line)
        elif bare := part.strip():
            yield Block(ideographs(bare), ((0, line.number, at + part.index(bare[0]), len(bare)),), line)
        at += len(part) + 1


def _seen(part: str) -> list[tuple[int, int, str]]:
    """The stretches of a line between characters that do not show: position in what shows, start in the line, text."""
    found: list[tuple[int, int, str]] = []
    size = at = 0
    for unseen in (*(m.span() for m in UNSEEN.finditer(part)), (len(part), len(part))):
        text = part[at : unseen[0]]
        start = at if found else at + len(text) - len(text.lstrip())
        if part[start : unseen[0]]:
            found.append((size, start, part[start : unseen[0]]))
            size += unseen[0] - start
        at = unseen[1]
    while found and not found[-1][2].strip():
        _ = found.pop()
    return [*found[:-1], (*found[-1][:2], found[-1][2].rstrip())] if found else []


def _joined(blocks: Iterable[Block], breaks: _Breaks) -> Iterator[Block]:
    run: list[Block] = []
    for block in blocks:
        if run and not _continues(run[0], run[-1], block, breaks):
            yield _block(run)
            run = []
        run.append(block)
    if run:
        yield _block(run)


def _continues(first: Block, before: Block, after: Block, breaks: _Breaks) -> bool:
    """Whether the paragraph that `first` begins and `before` goes on with goes on in the next line."""
    if before.line.cell is not None or after.line.cell is not None or not breaks(first, before, after):
        return False
    label, own = after.label, first.label
    if after.line.number > before.line.number + 1 and before.text[-1] in _ENDS:
        return False  # an empty line behind a whole sentence
    if label is None:
        return True
    if own is not None and (label.kind, label.number) in (
        (own.kind, own.number + 1),
        (max(own.kind + 1, label.kind), 1),
    ):
        return False  # the next of the list, or the first of one below: no sentence goes on with just that
    # a line that begins with a number may still be the middle of a sentence that names one
    return label.kind >= SHI or before.text[-1] not in _ENDS


def _indent(block: Block) -> str:
    """The blanks that a paragraph's line begins with."""
    before = block.line.text[: block.pieces[0][2]] if block.pieces else ""
    return before if before.isspace() else ""


def _block(run: list[Block]) -> Block:
    first = run[0]
    if len(run) == 1:
        return first
    parts: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    at = 0
    for block in run:
        text = block.typed
        if parts and parts[-1][-1].isascii() and parts[-1][-1].isalpha() and text[0].isascii() and text[0].isalpha():
            parts.append(" ")
            at += 1
        pieces += [(at + position, number, start, length) for position, number, start, length in block.pieces]
        parts.append(text)
        at += len(text)
    return Block("".join(parts), tuple(pieces), first.line)
