"""From a part of the tree to its items: the finest things that are enumerated, or each statement where nothing is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mzsh_model.model.base import Role
from mzsh_model.outline.chains import Chain, Member, chains
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.outline.tree import Node
from mzsh_model.readers.closing import is_attachment, is_closing, is_date_line
from mzsh_model.readers.draft import Span, trimmed, whole
from mzsh_model.readers.lexicon import role_of_heading, role_of_label, states_achievement, states_problem
from mzsh_model.readers.lists import DIVIDED, LEAD_LENGTH, counts_as, inner_list, list_end, list_in, named_part
from mzsh_model.readers.statements import statements
from mzsh_model.readers.turns import CONTINUES

_SEPARATORS = "；;，,、"
_POINTS = re.compile("对照|针对|聚焦|围绕|关于|按照")
_STATED = frozenset({Role.CAUSES, Role.MEASURES, Role.PRIOR, Role.CASE, Role.MATTERS})
_APART = frozenset({Role.PRIOR, Role.CASE, Role.MATTERS})
_ISSUES, _OTHER = Role.ISSUES, Role.OTHER  # until Python 3.12 members of an enum are slow to look up
_FIELDS = re.compile(r"[（(]?(?:牵头|责任|整改|完成|办结|时限|配合|分管|包保|落实)[^：:，,。；]{0,6}[：:]")
_LEAD_IN = re.compile(r"(?:针对|围绕)[^。；]{0,40}(?:问题|不足|差距)|(?:下一步|今后)[，,]")


@dataclass(frozen=True, slots=True)
class Context:
    """Where in the document an item stands: its part, and the heading of its aspect with a key that tells aspects apart."""

    role: Role
    aspect: Span | None = None
    aspect_key: int = -1


class Item(NamedTuple):
    """One enumerated or stated thing; `label` is the stretch of its enumerator."""

    context: Context
    spans: tuple[Span, ...]
    label: Span | None = None


@dataclass(slots=True)
class Harvest:
    """What a part yields, in reading order; `remarks` by heading (position in `headings`)."""

    items: list[Item] = field(default_factory=list[Item])
    headings: list[tuple[Node, Context]] = field(default_factory=list[tuple[Node, Context]])
    remarks: dict[int, list[Span]] = field(default_factory=dict[int, list[Span]])
    closing: list[Span] = field(default_factory=list[Span])


class _Task(NamedTuple):
    """A node yet to be read: in which context, under which heading, whether it heads anything, and whether it only leads in
    what its heading has named already (主要问题有：).
    """

    node: Node
    context: Context
    above: int
    heads: bool
    leads_in: bool = False


AspectTest = Callable[[Node], tuple[int, int] | None]
"""The stretch of a node's paragraph that names an aspect, None where the node is no aspect heading."""


class Harvester:
    """Gathers the items of the parts of a document; one object a reading."""

    def __init__(self, aspect_of: AspectTest) -> None:
        self._aspect_of = aspect_of
        self._under = 0  # position of the heading whose paragraphs are being read
        self.found = Harvest()

    def part(self, root: Node, context: Context, *, heads: bool = True) -> None:
        """Gather the items of the part that `root` heads, or that it is if it `heads` nothing.

        A stack instead of recursion, since files nest at will.
        """
        pending = [_Task(root, context, -1, heads=heads)]
        while pending:
            node, context, above, heads, leads_in = pending.pop()
            if not heads:
                self._under = above
                self._leaf(node, context)
                continue
            if leads_in and node.block is not None:
                self._under = above
                self._remark(whole(node.block))
            else:
                self._under = len(self.found.headings)
                self.found.headings.append((node, context))
            self._paragraphs(node, context)
            for child in reversed(node.children):
                below = self._context_of(child, context)
                heads = self._is_heading(child, below) or (below.role is not context.role and bool(child.blocks))
                if heads and below.role is _ISSUES and below.aspect_key != id(child):
                    below = _under_heading(child, below)
                again = below.role is context.role and child.label is None and _names_part(child)
                pending.append(_Task(child, below, self._under, heads, again))

    def _context_of(self, child: Node, context: Context) -> Context:
        if child.label is not None and child.label.kind in RUN_IN:
            return context
        role = role_of_label(child.heading)
        if role is None and child.is_bare_heading:
            special = role_of_heading(child.heading)
            role = special if special in _APART else None
        if role is not None:
            return Context(role, context.aspect, context.aspect_key)
        if context.role in DIVIDED and child.block is not None:
            named = self._aspect_of(child)
            if named is not None and (context.role is _ISSUES or child.is_bare_heading):
                return Context(context.role, Span(child.block, *named), id(child))
        return context

    def _is_heading(self, child: Node, context: Context) -> bool:
        if context.aspect_key == id(child) or role_of_label(child.heading) is not None:
            return True
        if child.children:
            return True
        if not child.is_bare_heading or not child.blocks:
            return False
        if context.role is _ISSUES and not states_problem(child.heading):
            return True
        return any(list_in(context.role, b.text, 0, len(b.text)) for b in child.blocks)

    def _paragraphs(self, node: Node, context: Context) -> None:
        """Take a heading's own paragraphs: those with lists, or all of them where nothing is enumerated."""
        plain: list[Span] = []
        yielded = bool(node.children)
        aspect = context.aspect
        body = node.body
        if aspect is not None and context.aspect_key == id(node):
            body = (_after_marks(aspect.block.text, aspect.end), node.body[1])
        own = [Span(node.block, *body)] if node.block is not None and body[0] < body[1] else []
        for span in [*own, *map(whole, node.blocks)]:
            if self._closes(span):
                continue
            if self._named(span, context) or self._lists(span, context):
                yielded = True
            elif not yielded or not self._fields(span):
                plain.append(span)
        # an aspect whose text names no fault that the lexicon knows still tells one
        trusted = context.aspect_key == id(node) and not any(states_problem(span.text) for span in plain)
        for span in plain:
            if yielded:
                self._remark(span)
            else:
                self._stated(span, context, trusted=trusted)

    def _closes(self, span: Span) -> bool:
        text = span.text
        if is_closing(text) or is_attachment(text) or is_date_line(text):
            self.found.closing.append(span)
            return True
        return False

    def _lists(self, span: Span, context: Context) -> bool:
        """Take the enumerations of a paragraph; False where it has none that counts."""
        text = span.block.text
        at = span.start
        found = False
        for chain in chains(text, span.start, span.end):
            if counts_as(context.role, text, chain):
                found = True
                self._remark(Span(span.block, at, chain.members[0].at))
                at = self._members(span, chain, context)
        if found:
            self._remark(Span(span.block, at, span.end))
        return found

    def _members(self, span: Span, chain: Chain, context: Context) -> int:
        """Take a list's members, and the lists that they introduce; return where the text after the list begins."""
        text, members = span.block.text, chain.members
        tail = list_end(text, chain)
        for member in members:
            end = min(member.end, tail)
            inner = inner_list(context.role, text, member.start, end)
            if inner is None:
                self._add(context, [Span(span.block, member.start, end)], _label_span(span, member))
                continue
            for part in inner.members:
                self._add(context, [Span(span.block, part.start, part.end)], _label_span(span, part))
        return tail

    def _stated(self, span: Span, context: Context, *, trusted: bool = False) -> None:
        """Take what is not enumerated: problems statement by statement, causes and measures paragraph by paragraph."""
        if context.role is _ISSUES:
            self._problems(span, context, trusted=trusted)
            return
        if self._fields(span):
            return
        text = span.text
        leads_in = text[-1:] in "：:" or (
            context.role is Role.MEASURES and len(text) < LEAD_LENGTH and _LEAD_IN.match(text)
        )
        if context.role in _STATED and not leads_in:
            self._add(context, [span], None)
        else:
            self._remark(span)

    def _problems(self, span: Span, context: Context, *, trusted: bool) -> None:
        block = span.block
        for start, end, problem, label in statements(block.text, span.start, span.end, trusted=trusted):
            if problem:
                typed = Span(block, start, start + len(label.raw)) if label else None
                self._add(context, [Span(block, label.end if label else start, end)], typed)
            else:
                self._remark(Span(block, start, end))

    def _leaf(self, node: Node, context: Context) -> None:
        """Take a numbered paragraph that heads nothing: itself, or the list that it only introduces."""
        if node.block is None:
            return
        block, label = node.block, node.label
        start, end = (label.end if label else 0), len(block.text)
        inner = inner_list(context.role, block.text, start, end)
        spans: list[Span] = []
        if inner is not None:
            self._remark(Span(block, start, inner.members[0].at))
            self._remark(Span(block, self._members(Span(block, start, end), inner, context), end))
        else:
            spans.append(Span(block, start, end))
        bare = node.is_bare_heading and inner is None
        beside: list[Span] = []
        for span in map(whole, node.blocks):
            if self._closes(span):
                continue
            other = context.role is _ISSUES and states_achievement(span.text) and not states_problem(span.text)
            if beside or named_part(span) is not None or _FIELDS.match(span.text):
                beside.append(span)
            elif spans and not other and (bare or CONTINUES.match(span.text)):
                spans.append(span)
            else:
                self._remark(span)
        self._add(context, spans, Span(block, 0, len(label.raw)) if label else None)
        for span in beside:
            if not self._named(span, context) and not self._fields(span):
                self._remark(span)

    def _named(self, span: Span, context: Context) -> bool:
        """Take a paragraph that names its part before a colon; False where it names none."""
        part = named_part(span)
        if part is None:
            return False
        inner = Context(part[0], context.aspect, context.aspect_key)
        if not self._lists(part[1], inner):
            self._stated(part[1], inner)
        return True

    def _fields(self, span: Span) -> bool:
        """Give a measure the line below it that names owner and time limit; False where the line is none."""
        last = self.found.items[-1] if self.found.items else None
        if last is None or last.context.role is not Role.MEASURES or not _FIELDS.match(span.text):
            return False
        self.found.items[-1] = last._replace(spans=(*last.spans, trimmed(span, _SEPARATORS)))
        return True

    def _add(self, context: Context, spans: Sequence[Span], label: Span | None) -> None:
        kept = tuple([bare for span in spans if (bare := trimmed(span, _SEPARATORS)).start < bare.end])
        if kept and context.role is _OTHER:
            for span in [Span(label.block, label.start, kept[0].end) if label else kept[0], *kept[1:]]:
                self._remark(span)
        elif kept:
            self.found.items.append(Item(context, kept, label))

    def _remark(self, span: Span) -> None:
        kept = trimmed(span, _SEPARATORS)
        if kept.start < kept.end:
            self.found.remarks.setdefault(self._under, []).append(kept)


def _under_heading(child: Node, context: Context) -> Context:
    """A bare heading among problems is their aspect, though no catalogue has it; one that states a problem is not, unless it
    points at what a problem was found by: 对照反馈的“……弱化”问题.
    """
    heading = child.heading
    if child.block is None or not child.is_bare_heading or role_of_label(heading):
        return context
    if states_problem(heading) and not _POINTS.match(heading):
        return context
    start = child.title[0]
    return Context(context.role, Span(child.block, start, start + len(heading)), id(child))


def _names_part(node: Node) -> bool:
    return node.block is not None and node.block.text[-1] in "：:" and role_of_label(node.heading) is not None


def _label_span(span: Span, member: Member) -> Span:
    return Span(span.block, member.at, member.at + len(member.label.raw))


def _after_marks(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in "。.．：:，,；;、"):
        at += 1
    return at
