"""What a part of a document yields: its items, each with where it stands, its headings, and what is said beside them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.chains import Member
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Span

OF_ALL = lazy_pattern(r"(?:以上|上述|前述)[^，。；]{0,12}(?:措施|整改|任务|事项|工作|\d项)")
"""How a sentence begins that speaks of all measures before it."""

AspectKey = Node | Block | tuple[Block, int] | None
"""What names an aspect: a heading, a paragraph, a position in one; None for what a whole part is about."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where in the document an item stands: its part, the heading of its aspect with a key that tells aspects apart, and
    whose it is: of the team, of its members, of the one whose name stands at `member`; `answers` says for several measures who
    answers for them and by when, `both` that the part is for the measures too that answer each problem (主要问题及整改措施).
    """

    role: Role
    aspect: Span | None = None
    aspect_key: AspectKey = None
    of_members: bool = False
    member: Span | None = None
    answers: tuple[Span, ...] = ()
    both: bool = False

    def of(self, role: Role) -> Context:
        """Return the same place in another part."""
        return self if role is self.role else replace(self, role=role)

    def under(self, aspect: Span, key: AspectKey) -> Context:
        """Return the same place under an aspect."""
        return replace(self, aspect=aspect, aspect_key=key)


class Item(NamedTuple):
    """One enumerated or stated thing; `label` is the stretch of its enumerator, `under` the position of the heading below which it
    stands, `owned` what owns up to the team's problems beside it.
    """

    context: Context
    spans: tuple[Span, ...]
    label: Span | None = None
    under: int = -1
    owned: tuple[Span, ...] = ()


class Task(NamedTuple):
    """A node yet to be read: in which context, under which heading, whether it heads anything, whether it only leads in what
    its heading has named already (主要问题有：), and whether the paragraphs behind a numbered one belong to it.
    """

    node: Node
    context: Context
    above: int
    heads: bool
    leads_in: bool = False
    grows: bool = False


@dataclass(slots=True)
class Harvest:
    """What a part yields, in reading order; `remarks` by heading (position in `headings`), `problems` counts those taken."""

    items: list[Item] = field(default_factory=list[Item])
    headings: list[tuple[Node, Context]] = field(default_factory=list[tuple[Node, Context]])
    remarks: dict[int, list[Span]] = field(default_factory=dict[int, list[Span]])
    closing: list[Span] = field(default_factory=list[Span])
    problems: int = 0

    def take(self, item: Item) -> None:
        """Take an item, and count it if it is a problem."""
        self.items.append(item)
        self.problems += item.context.role is Role.ISSUES

    def answer_all(self, span: Span) -> None:
        """Note of the measures last found that `span` says who answers for them: 以上措施由办公室牵头，……"""
        for at in range(len(self.items) - 1, -1, -1):
            item = self.items[at]
            if item.context.role is not Role.MEASURES or item.context.answers:
                break
            self.items[at] = item._replace(context=replace(item.context, answers=(span,)))


def label_span(span: Span, member: Member) -> Span:
    """Return where the enumerator of a list's member stands in the paragraph of `span`."""
    return Span(span.block, member.at, member.at + len(member.label.raw))


def numbered(span: Span) -> tuple[list[Span], Span | None]:
    """Return what a stretch says behind the number that it begins with, and that number: 措施：1.…, with no second one."""
    label = label_at(span.block.text, span.start)
    if label is None or label.number != 1 or label.end >= span.end:
        return [span], None
    return [Span(span.block, label.end, span.end)], Span(span.block, span.start, span.start + len(label.raw))


def behind_dash(span: Span) -> Span:
    """Return an item without the dash that it stands behind in place of a number: ——盯得不紧。"""
    at = span.start
    while at < span.end and (span.block.text[at] in "—─－" or (at > span.start and span.block.text[at].isspace())):
        at += 1
    return span if at == span.start else Span(span.block, at, span.end)
