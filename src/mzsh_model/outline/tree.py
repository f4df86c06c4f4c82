"""Headings and enumerated paragraphs as a tree, by the ladder of their numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Node:
    """A numbered or styled paragraph with everything that stands under it.

    `title` spans the first sentence after the label, `body` the rest of the same paragraph; `blocks` are the unnumbered
    paragraphs that follow, before the first child. A node is itself and no other: two are never equal.
    """

    block: Block | None = None
    label: Label | None = None
    rank: int = -1
    level: int = 0
    title: tuple[int, int] = (0, 0)
    body: tuple[int, int] = (0, 0)
    blocks: tuple[Block, ...] = ()
    children: tuple[Node, ...] = ()

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
        return len(title) <= HEADING_LENGTH and title[-1:] not in "。.．；;！!？?"

    def __repr__(self) -> str:
        return f"Node({self.label.raw if self.label else ''}{self.heading!r}, {len(self.children)} children)"


def heading_alone(block: Block, label: Label | None = None) -> Node:
    """Return a heading that is known to be one: all of its paragraph behind the number, with nothing below it."""
    end = len(block.text)
    return Node(block, label, rank=0, title=(label.end if label else 0, end), body=(end, end))


class _Open:
    """A node while the tree grows, with what has come to stand below it so far."""

    __slots__ = ("blocks", "children", "node")

    def __init__(self, node: Node) -> None:
        self.node: Node = node
        self.blocks: list[Block] = []
        self.children: list[Node] = []

    def closed(self) -> Node:
        """Return the node with all that stands below it: most have nothing."""
        if not self.blocks and not self.children:
            return self.node
        return replace(self.node, blocks=tuple(self.blocks), children=tuple(self.children))


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
    above = [_Open(Node())]
    for block, label in zip(blocks, labels, strict=True):
        rank = _rank(block, label, ranks, unnumbered, above)
        if rank is None:
            above[-1].blocks.append(block)
            continue
        while len(above) > 1 and above[-1].node.rank >= rank:
            _close_last(above)
        title, body = _split_title(block, label)
        above.append(_Open(Node(block, label, rank, above[-1].node.level + 1, title, body)))
    while len(above) > 1:
        _close_last(above)
    return above[0].closed()


def _close_last(above: list[_Open]) -> None:
    done = above.pop().closed()
    above[-1].children.append(done)


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
    block: Block, label: Label | None, ranks: dict[LabelKind, int], unnumbered: HeadingTest, above: Sequence[_Open]
) -> int | None:
    if label is None and len(block.text) > HEADING_LENGTH:
        return None
    nodes = [one.node for one in above]
    if label is None:
        return unnumbered(block, nodes)
    rank = ranks[label.kind]
    if label.kind is BULLET and len(block.text) <= HEADING_LENGTH:
        # a bullet says nothing of its paragraph's rank: the words may
        rank = unnumbered(block, nodes) or rank
    if label.kind in RUN_IN:
        return _spoken_rank(block, label, nodes) or rank
    if label.kind <= HAN_PAREN or (block.line.level is None and any(map(_is_styled, nodes))):
        before = above[-1].blocks[-1].text if above[-1].blocks else None
        return _inner_rank(block, label, rank, nodes, before) or rank
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


def _inner_rank(block: Block, label: Label, rank: int, above: Sequence[Node], before: str | None) -> int | None:
    """Rank of an item whose number is as high as its heading's, None where the number is a heading's; `before` is the
    paragraph that stands between, if one does.

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
    led_in = before is None or before[-1] in "：:"
    begins = as_high and number == 1 and last.is_bare_heading and led_in
    return last.rank + _INNER if begins else None


_WORD = 9
"""So long is a name of a chapter with its colon, at most."""
_CLOSES = "。；;！？"
_TITLE_COLON = lazy_pattern(r"[^。；;]{2,60}[：:]")


def _split_title(block: Block, label: Label | None) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the title of a heading stands in its paragraph, and where the rest."""
    start = label.end if label else 0
    end = len(block.text)
    if block.text[start : start + 1] == "【" and block.text.find("】", start) == end - 1:
        return (start + 1, end - 1), (end, end)
    close = first_sentence(block.text, start, end)
    if (label is None or label.kind not in RUN_IN) and (colon := _TITLE_COLON.match(block.text, start, close)):
        after = colon.end()
        if after < close and (label_at(block.text, after) or _holds_its_part(block.text, label, start, after)):
            close = after
    body = close
    while body < end and block.text[body].isspace():
        body += 1
    return (start, close), (body, end)


def _holds_its_part(text: str, label: Label | None, start: int, after: int) -> bool:
    """Whether a chapter's name, a word or two, has all the chapter behind its colon: 二、原因：回避矛盾，为民浅。"""
    return label is not None and label.kind is HAN and after - start <= _WORD and text.rstrip()[-1] in _CLOSES
