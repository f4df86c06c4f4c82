"""Headings and enumerated paragraphs as a tree, by the ladder of their numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.chains import begins_list
from mzsh_model.outline.labels import (
    BULLET,
    DIGIT,
    DIGIT_PAREN,
    HAN,
    HAN_PAREN,
    PART,
    RUN_IN,
    Label,
    LabelKind,
    label_at,
    takes_over,
)
from mzsh_model.outline.sentences import first_sentence

HEADING_LENGTH = 60
"""A longer paragraph is no heading, whatever its style."""

_TITLE_ENDS = "。.．：:；;，,、"


class Node:
    """A numbered or styled paragraph with everything that stands under it.

    `title` spans the first sentence after the label, `body` the rest of the same paragraph; `blocks` are the unnumbered
    paragraphs that follow, before the first child.
    """

    __slots__ = ("block", "blocks", "body", "children", "label", "level", "rank", "title")

    def __init__(self, block: Block | None, label: Label | None, rank: int, parent: Node | None) -> None:
        self.block: Block | None = block
        self.label: Label | None = label
        self.rank: int = rank
        self.level: int = 0 if parent is None else parent.level + 1
        self.title: tuple[int, int] = (0, 0)
        self.body: tuple[int, int] = (0, 0)
        self.blocks: list[Block] = []
        self.children: list[Node] = []

    @property
    def heading(self) -> str:
        """The title's text without the marks that close it."""
        return "" if self.block is None else self.block.text[self.title[0] : self.title[1]].rstrip(_TITLE_ENDS)

    @property
    def has_body(self) -> bool:
        """Whether more than the title stands in the same paragraph."""
        return self.body[0] < self.body[1]

    @property
    def is_bare_heading(self) -> bool:
        """Whether the paragraph is nothing but a short title without a closing mark."""
        if self.block is None or self.has_body:
            return False
        title = self.block.text[self.title[0] : self.title[1]]
        return len(title) <= HEADING_LENGTH and title[-1:] not in "。；;！？"

    def __repr__(self) -> str:
        return f"Node({self.label.raw if self.label else ''}{self.heading!r}, {len(self.children)} children)"


HeadingTest = Callable[[Block, Sequence[Node]], int | None]
"""Tells the rank of an unnumbered heading by its style, its wording and the nodes that are open above it, outermost first;
None for a text that is no heading: the reader's knowledge.
"""

_INNER = 2
"""Ranks that an item stands below the heading whose form of number it shares."""


def build_tree(blocks: Sequence[Block], unnumbered: HeadingTest) -> Node:
    """Return the root of the tree of `blocks`; its own `blocks` are those before the first heading."""
    labels = [_label_of(block) for block in blocks]
    ranks = _ranks(labels, styled=any(block.line.level is not None for block in blocks))
    root = Node(None, None, -1, None)
    above = [root]
    for block, label in zip(blocks, labels, strict=True):
        rank = _rank(block, label, ranks, unnumbered, above)
        if rank is None:
            above[-1].blocks.append(block)
            continue
        while len(above) > 1 and above[-1].rank >= rank:
            above.pop()
        node = Node(block, label, rank, above[-1])
        _split_title(node)
        above[-1].children.append(node)
        above.append(node)
    return root


def _label_of(block: Block) -> Label | None:
    """The paragraph's own number; none where the paragraph is a whole list in itself."""
    label = block.label
    if label is None:
        auto = block.line.auto
        if auto and block.pieces[0][2] == 0 and auto < len(block.text):
            return Label(BULLET, 0, block.text[:auto].strip(), auto)
        return None
    if label.end >= len(block.text):
        return None
    if label.kind is HAN or label.kind is PART:
        return label
    return None if begins_list(block.text, label) else label


def _ranks(labels: Sequence[Label | None], *, styled: bool) -> dict[LabelKind, int]:
    """Rank of each kind of number: the ladder's, unless this document turns 1. and （一） round.

    A form whose numbers run on through the whole document while a higher form begins anew between them stands above it.
    Where headings have styles (`styled`), such numbers alone head nothing.
    """
    ranks = {kind: kind * 10 for kind in LabelKind}
    structural = [label for label in labels if label is not None and label.kind <= DIGIT_PAREN]
    turns = not styled or any(label.kind is HAN_PAREN for label in structural)
    if structural and turns and not any(label.kind <= HAN for label in structural):
        first = structural[0]
        same = [label.number for label in structural if label.kind is first.kind]
        if first.kind is DIGIT and len(same) > 1 and same == list(range(1, len(same) + 1)):
            ranks[DIGIT] = HAN * 10 + 5
    return ranks


def _rank(
    block: Block, label: Label | None, ranks: dict[LabelKind, int], unnumbered: HeadingTest, above: Sequence[Node]
) -> int | None:
    if label is None:
        return unnumbered(block, above) if len(block.text) <= HEADING_LENGTH else None
    rank = ranks[label.kind]
    if label.kind is BULLET and len(block.text) <= HEADING_LENGTH:
        # a bullet says nothing of its paragraph's rank: the words may
        rank = unnumbered(block, above) or rank
    if label.kind in RUN_IN:
        return _spoken_rank(block, label, above) or rank
    if label.kind <= HAN_PAREN or (block.line.level is None and any(map(_is_styled, above))):
        return _inner_rank(block, label, rank, above) or rank
    return rank


def _is_styled(node: Node) -> bool:
    """Whether a node is a heading by its style alone: what is typed below it stands below it, whatever its number."""
    return node.label is None and node.block is not None and node.block.line.level is not None


def _spoken_rank(block: Block, label: Label, above: Sequence[Node]) -> int | None:
    """Rank of an item that goes on with a list of another form, as people speak: 一是…, 其次是…; None where none is open."""
    for node in reversed(above):
        if node.label is not None and node.label.kind is label.kind:
            return node.rank if label.number > 1 else None
        if node.label is not None and takes_over(block.text, label, node.label):
            return node.rank
    return None


def _inner_rank(block: Block, label: Label, rank: int, above: Sequence[Node]) -> int | None:
    """Rank of an item whose number is as high as its heading's, None where the number is a heading's.

    一、存在的问题 with the paragraphs 一、学习不够。 and 二、调研不深。 below it, before 二、原因分析: such a list begins with its first
    number right below a bare heading or what leads it in there, and goes on with its next number; where the next heading would have the same number,
    what is no bare heading goes on with the list.
    """
    last, number = above[-1], label.number
    for outer, inner in pairwise(above):
        if inner.label is None or inner.label.kind is not label.kind or inner.rank == rank:
            continue
        goes_on = number == inner.label.number + 1
        next_heading = outer.label is not None and number == outer.label.number + 1
        bare = len(block.text) <= HEADING_LENGTH and block.text[-1] not in "。；;！？"
        return inner.rank if (not bare if goes_on == next_heading else goes_on) else None
    above_it = last.label is None and last.rank > rank and last.block is not None and last.block.line.level != 1
    as_high = last.rank == rank or above_it
    led_in = not last.blocks or last.blocks[-1].text[-1] in "：:"
    begins = as_high and number == 1 and last.is_bare_heading and led_in
    return last.rank + _INNER if begins else None


_TITLE_COLON = lazy_pattern(r"[^。；;]{2,60}[：:]")


def _split_title(node: Node) -> None:
    block = node.block
    assert block is not None
    start = node.label.end if node.label else 0
    end = len(block.text)
    if block.text[start : start + 1] == "【" and block.text.find("】", start) == end - 1:
        node.title, node.body = (start + 1, end - 1), (end, end)
        return
    close = first_sentence(block.text, start, end)
    if (node.label is None or node.label.kind not in RUN_IN) and (
        colon := _TITLE_COLON.match(block.text, start, close)
    ):
        after = colon.end()
        if after < close and label_at(block.text, after):
            close = after
    node.title = (start, close)
    body = close
    while body < end and block.text[body].isspace():
        body += 1
    node.body = (body, end)
