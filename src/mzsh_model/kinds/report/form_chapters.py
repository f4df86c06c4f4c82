"""A report filled in as a form: what stands beside the name of a part (存在的主要问题 | 1.…；2.…) is a chapter as in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.standing import about_of
from mzsh_model.kinds.report.tabled import tells_who_came
from mzsh_model.model.base import Role
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.lines import Line
from mzsh_model.outline.paragraphs import make_blocks
from mzsh_model.outline.tree import HeadingTest, Node, build_tree
from mzsh_model.reading.tables.column_names import NEEDED, meaning_of
from mzsh_model.reading.tables.forms import form_of
from mzsh_model.reading.tables.grids import Grid, Grids
from mzsh_model.reading.words.lexicon import states_fault

_ITEMS = frozenset({Role.ISSUES, Role.CAUSES, Role.MEASURES})
_ROLES = {Role.CRITICISM: Role.MEETING, Role.SUPERVISION: Role.MEETING}
"""What the model has no chapter of its own for is told of the meeting."""
_PREPARES, _MEETS = (
    lazy_pattern("会前|准备|筹备"),
    lazy_pattern("会议?(?:召开|进行|开展)?(?:的)?(?:情况|过程|概况)$|会上"),
)
_COUNT = lazy_pattern(r"[^\u4e00-\u9fff]*\d+\s*[\u4e00-\u9fff]{0,3}[。]?")
_SAYS = lazy_pattern("[。；;，,]")
"""What no name has within it."""
_LONGEST_NAME, _TOLD = 16, 16
"""A name of a part is no longer; what is told of the meeting is, or stands in several paragraphs."""
_CHAPTER, _PART = 1, 2
"""Ranks above those of any number."""


class FormChapter(NamedTuple):
    """A chapter that cells tell, and its role."""

    node: Node
    role: Role


class _Beside(NamedTuple):
    """The cell that names a part, those that say whose or what of it, and the lines of the one that tells it."""

    name: Line
    role: Role
    parts: list[tuple[Line | None, list[Line]]]


def form_chapters(grids: Grids) -> tuple[FormChapter, ...]:
    """Return the chapters of the tables that are forms, in order."""
    return tuple(chapter for grid in grids.tables for chapter in _chapters(grid))


def lines_of(chapters: Iterable[FormChapter]) -> frozenset[int]:
    """Return the numbers of the lines that chapters of forms tell."""
    found: set[int] = set()
    pending = [one.node for one in chapters]
    while pending:
        node = pending.pop()
        found.update(line for block in (node.block, *node.blocks) if block for _, line, *_ in block.pieces)
        pending += node.children
    return frozenset(found)


def _chapters(grid: Grid) -> Iterator[FormChapter]:
    told = list(_named(grid.by_row))
    if (
        not any(one.role in _ITEMS for one in told)
        or any(map(_heads_columns, grid.by_row.values()))
        or _is_ledger(grid)
    ):
        return
    for one in told:
        ranks = {one.name.number: _CHAPTER}
        lines = [one.name]
        for whose, said in one.parts:
            if whose is not None:
                ranks[whose.number] = _PART
                lines.append(whose)
            lines += said
        blocks = make_blocks(lines).blocks
        tree = build_tree(blocks, _rank_by(ranks))
        for node in tree.children:
            yield FormChapter(node, one.role)


def _rank_by(ranks: Mapping[int, int]) -> HeadingTest:
    """The test for headings that are told by their lines: cells that name something."""

    def rank(block: Block, _above: Sequence[Node]) -> int | None:
        return ranks.get(block.line.number)

    return rank


def _is_ledger(grid: Grid) -> bool:
    """Whether a form tells problems each with its measures, or who answers for them: that is read as a ledger, which ties them."""
    form = form_of({row: grid.by_row[row] for row in grid.rows})
    rows = () if form is None else form.rows
    return sum(row.cells.keys() >= NEEDED for row in rows) > 1 or any("owner" in row.cells for row in rows)


def _heads_columns(row: Sequence[Line]) -> bool:
    """Whether names of parts stand beside other names, as in the header of a table: 整改措施 | 责任人."""
    cells = _inside(_cells(row))
    return any(_names(a) and _names(b) and not _ITEMS.isdisjoint((_role(a), _role(b))) for a, b in pairwise(cells))


def _named(by_row: Mapping[int, Sequence[Line]]) -> Iterator[_Beside]:
    """The parts that cells name at the left of what tells them; a cell over several rows names all that stands beside it."""
    until, last = -1, None
    for row in sorted(by_row):
        cells = _cells(by_row[row])
        if last is not None and row < until and cells and not _names(cells[0]):
            last.parts.append(_told(cells))
            continue
        last = None
        cells = _inside(cells)
        while len(cells) > 1 and (role := _role(cells[0])) is not None and not _names(cells[1]):
            name = cells[0][0]
            behind = next((n for n in range(1, len(cells)) if _names(cells[n])), len(cells))
            whose, said = _told(cells[1:behind])
            if role in _ITEMS or len(said) > 1 or len(_text(said)) >= _TOLD:
                last = _Beside(name, role, [(whose, said)])
                until = row + name.cell.rows if name.cell else row
                yield last
            cells = cells[behind:]


def _inside(cells: list[list[Line]]) -> list[list[Line]]:
    """The cells of a row without one over several rows that only heads those that name parts: 对照检查 | 班子问题 | ……"""
    heads = len(cells) > 2 and _spans_rows(cells[0]) and _names(cells[0]) and _role(cells[1]) is not None
    return cells[1:] if heads else cells


def _spans_rows(lines: Sequence[Line]) -> bool:
    cell = lines[0].cell
    return cell is not None and cell.rows > 1


def _told(cells: Sequence[list[Line]]) -> tuple[Line | None, list[Line]]:
    """What is told in the last of some cells, and what the one before it says of it."""
    return (cells[-2][0] if len(cells) > 1 else None), cells[-1]


def _cells(lines: Sequence[Line]) -> list[list[Line]]:
    found: dict[int, list[Line]] = {}
    for line in lines:
        if line.cell is not None and line.text.strip():
            found.setdefault(line.cell.col, []).append(line)
    return [found[col] for col in sorted(found)]


def _text(lines: Sequence[Line]) -> str:
    return "".join("".join(line.text.split()) for line in lines)


def _names(lines: Sequence[Line]) -> bool:
    """Whether a cell only names something: a part, or a field of one, as the header of a column does."""
    if len(lines) > 1 or _SAYS.search(_text(lines)):
        return False
    return _role(lines) is not None or meaning_of(_text(lines)) is not None


def _role(lines: Sequence[Line]) -> Role | None:
    """The part that a cell names, None where it names none."""
    text = _text(lines).rstrip("：:")
    if len(lines) > 1 or len(text) > _LONGEST_NAME or any(mark in text for mark in "。；;，") or states_fault(text):
        return None
    if _COUNT.fullmatch(text) or tells_who_came(text):
        return None
    about = about_of(text)
    if about is not None:
        return _ROLES.get(about, about)
    return Role.PREPARATION if _PREPARES.search(text) else Role.MEETING if _MEETS.search(text) else None
