"""From a part of the tree to its items: the finest things that are enumerated, or each statement where nothing is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mzsh_model.model.base import Role
from mzsh_model.outline.chains import Chain, chains
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import after_marks, behind_lead, names_nothing_more
from mzsh_model.reading.draft import Span, trimmed, whole
from mzsh_model.reading.items.answers import cut_answer
from mzsh_model.reading.items.answers_for_all import take_fields
from mzsh_model.reading.items.claims import is_claim, is_none
from mzsh_model.reading.items.clauses import LEAD_IN, closes_paper, is_led_in, set_apart, sets_apart, titled, trust
from mzsh_model.reading.items.harvest import OF_ALL, Context, Harvest, Item, Task, behind_dash, label_span, numbered
from mzsh_model.reading.items.heading_items import (
    FIELDS,
    AspectTest,
    answers_in,
    begins_late,
    goes_on_below,
    may_go_on,
    members_opened,
    names_part,
    opening_context,
    openings_of,
    stand,
    title_before,
    within_aspect,
)
from mzsh_model.reading.items.named import cut_parts
from mzsh_model.reading.items.statements import statements
from mzsh_model.reading.openings import goes_on
from mzsh_model.reading.own_names import NO_NAMES
from mzsh_model.reading.weighing.lists import counts_as, inner_list, list_end, lists_over, role_led_in
from mzsh_model.reading.weighing.turns import CONTINUES

_SEPARATORS = "；;，,、"
_ISSUES, _OTHER = Role.ISSUES, Role.OTHER  # until Python 3.12 members of an enum are slow to look up


class Harvester:
    """Gathers the items of the parts of a document; one object a reading."""

    def __init__(self, aspect_of: AspectTest, year: int | None = None, names: Mapping[str, Role] = NO_NAMES) -> None:
        self._aspect_of = aspect_of
        self._year = year
        self._names = names  # what the paper calls its parts itself
        self._under = 0  # position of the heading whose paragraphs are being read
        self.found: Harvest = Harvest()

    def open(self, node: Node, context: Context) -> int:
        """Note a heading, under which what comes next stands; return its position."""
        self._under = len(self.found.headings)
        self.found.headings.append((node, context))
        return self._under

    def part(self, root: Node, context: Context, *, heads: bool = True) -> None:
        """Gather the items of the part that `root` heads, or that it is if it `heads` nothing.

        A stack instead of recursion, since files nest at will.
        """
        pending = [Task(root, context, -1, heads=heads)]
        while pending:
            node, context, above, heads, leads_in, grows = pending.pop()
            if not heads:
                self._under = above
                self.leaf(node, context, grows=grows)
                continue
            if context.role is Role.MEASURES and (answers := answers_in(node)) is not None:
                context = replace(context, answers=(answers,))
            if leads_in and node.block is not None:
                self._under = above
                self.remark(whole(node.block))
            else:
                self.open(node, context)
            if (said := title_before(node, context)) is not None:
                self.remark(said)
            self._paragraphs(node, context)
            opened = openings_of(context, [whole(child.block) for child in node.children if child.block], self._year)
            for child in reversed(node.children):
                below, heads = stand(child, context, self._aspect_of, opened)
                again = below.role is context.role and child.label is None and names_part(child)
                grows = child is not node.children[-1] or goes_on_below(node.children, context.role)
                pending.append(Task(child, below, self._under, heads, again, grows))

    def _paragraphs(self, node: Node, context: Context) -> None:
        """Take a heading's own paragraphs: those with lists, or all of them where nothing is enumerated."""
        plain: list[Span] = []
        yielded = bool(node.children) and not begins_late(node)
        aspect, body = context.aspect, node.body
        if aspect is not None and context.aspect_key is node:
            body = (after_marks(aspect.block.text, aspect.end), node.body[1])
            if names_nothing_more(aspect.block.text, *body):
                body = (0, 0)
        own = [Span(node.block, *body)] if node.block is not None and body[0] < body[1] else []
        if own and any(one.block is node.block for one in context.answers) and FIELDS.match(own[0].text):
            self.remark(own.pop())
        opened = openings_of(context, [whole(block) for block in node.blocks], self._year)
        for span in [*own, *map(whole, node.blocks)]:
            if self.closes(span, context):
                continue
            head, parts = cut_parts(context.role, span, self._names)
            if parts and lists_over(span.block.text, span.start, span.end, parts[0][1].start):
                head, parts = span, []
            if head.start < head.end:
                named = opening_context(head, context)
                if named is None and (opening := opened.get(span.block)) is not None:
                    named = context.under(Span(span.block, opening.start, opening.end), span.block)
                if named is not None and named.aspect is not None:
                    self.of_aspect(head, named, named.aspect.end)
                elif self._led_in(head, context):
                    continue
                elif self._lists(head, context):
                    yielded = True
                elif not yielded or not self._fields(head):
                    plain.append(head)
            for part in parts:
                self.named(*part, context)
                yielded = yielded or part[0] is context.role
        pairs = [] if yielded else titled(plain, context)
        for pair in pairs:
            self.add(context, pair, None)
        plain = [] if pairs else plain
        trusted = trust(plain, context, own=context.aspect_key is node)
        # of several paragraphs the first may lead in the others; a lone one is what the part says
        leads = len(plain) > 1 and not LEAD_IN.match(plain[1].text)
        for span, trusts in zip(plain, trusted, strict=True):
            if self._claimed(span, context):
                continue
            if yielded:
                self.remark(span)
            elif context.role is _ISSUES:
                self._problems(span, context, trusted=trusts, apart=sets_apart(plain, trusted, context))
            else:
                self.stated(span, context, leads=leads and span is plain[0], led_in=is_led_in(plain, node, context))

    def of_aspect(self, span: Span, context: Context, at: int) -> None:
        """Take a paragraph that names its own aspect, up to `at`: what it lists, else what it states."""
        behind = Span(span.block, behind_lead(span.block.text, at, span.end), span.end)
        if not self._lists(behind, context):
            self.stated(behind, context, trusted=True)

    def closes(self, span: Span, context: Context) -> bool:
        """Take a paragraph that only closes the document; False where it does not."""
        if closes_paper(span.text, context.role):
            self.found.closing.append(span)
            return True
        return False

    def _led_in(self, span: Span, context: Context) -> bool:
        """Take a list that stands below problems but is one of causes or measures, as its lead says."""
        if context.role is not _ISSUES:
            return False
        found = next(iter(chains(span.block.text, span.start, span.end)), None)
        role = role_led_in(span.block.text, found) if found else None
        return role is not None and self._lists(span, Context(role))

    def _lists(self, span: Span, context: Context) -> bool:
        """Take the enumerations of a paragraph; False where it has none that counts."""
        text, at, found = span.block.text, span.start, False
        for chain in chains(text, span.start, span.end):
            if counts_as(context.role, text, chain):
                found = True
                self.remark(Span(span.block, at, chain.members[0].at))
                at = self.members(span, chain, context)
        rest = Span(span.block, at, span.end)
        if found and not self._claimed(rest, context):
            self.remark(rest)
        return found

    def _claimed(self, span: Span, context: Context) -> bool:
        """Note of the problem before it what owns up to problems of the team; False where it does not, or there is none."""
        last = self.found.items[-1] if self.found.items and context.role is _ISSUES else None
        if last is None or last.context != context or not is_claim(span.text):
            return False
        self.found.items[-1] = last._replace(owned=(*last.owned, span))
        self.remark(span)
        return True

    def members(self, span: Span, chain: Chain, context: Context) -> int:
        """Take a list's members, and the lists that they introduce; return where the text after the list begins."""
        text, members, tail = span.block.text, chain.members, list_end(span.block.text, chain)
        for member, within, opening in members_opened(context, span, members, tail, self._year):
            if opening is not None and not goes_on(text, opening):
                self.of_aspect(Span(span.block, member.start, min(member.end, tail)), within, opening.end)
                continue
            own = Span(span.block, member.start, min(member.end, tail))
            head, parts = cut_parts(context.role, own, self._names, is_item=True)
            inner = inner_list(context.role, text, head.start, head.end)
            if inner is None:
                self.add(within, [head], label_span(span, member))
            else:
                self.remark(Span(span.block, head.start, inner.members[0].at))
            for part in inner.members if inner is not None else ():
                self.add(within, [Span(span.block, part.start, part.end)], label_span(span, part))
            for named in parts:
                self.named(*named, within)
        return tail

    def stated(
        self, span: Span, context: Context, *, trusted: bool = False, leads: bool = False, led_in: bool = False
    ) -> None:
        """Take what is not enumerated: problems statement by statement, causes and measures paragraph by paragraph."""
        if context.role is _ISSUES:
            self._problems(span, context, trusted=trusted)
            return
        if self._fields(span):
            return
        lead, told = set_apart(context.role, span, led_in=led_in, first=leads, problems=self.found.problems)
        if lead is not None:
            self.remark(lead)
        for one in told:
            below, said = within_aspect(one, context) if len(told) > 1 else (context, one)
            self.add(below, *numbered(said))

    def _problems(self, span: Span, context: Context, *, trusted: bool, apart: bool = False) -> None:
        block = span.block
        for start, end, problem, label in statements(block.text, span.start, span.end, trusted=trusted, apart=apart):
            if problem:
                typed = Span(block, start, start + len(label.raw)) if label else None
                self.add(context, [Span(block, label.end if label else start, end)], typed)
            else:
                self.remark(Span(block, start, end))

    def leaf(self, node: Node, context: Context, *, grows: bool, below: int | None = None) -> None:
        """Take a numbered paragraph that heads nothing: itself, or the list that it only introduces, with `below` paragraphs."""
        if node.block is None:
            return
        block, label = node.block, node.label
        own = Span(block, label.end if label else 0, len(block.text))
        head, parts = cut_answer(context, *cut_parts(context.role, own, self._names, is_item=True))
        among = None if label is None or (label.number == 1 and not grows) else label
        inner = inner_list(context.role, block.text, head.start, head.end, among)
        spans = [head] if inner is None else []
        if inner is not None:
            self.remark(Span(block, head.start, inner.members[0].at))
            self.remark(Span(block, self.members(head, inner, context), head.end))
        bare = inner is None and (node.is_bare_heading or grows)
        owned: list[Span] = []
        beside: list[tuple[Span, list[tuple[Role, Span]]]] = []
        for span in map(whole, node.blocks[:below]):
            if self.closes(span, context):
                continue
            before, named = cut_parts(context.role, span, self._names)
            if spans and not beside and before.start == before.end and [role for role, _ in named] == [context.role]:
                before, named = span, []  # 具体表现：… goes on with its title
            if beside or named or FIELDS.match(span.text) or OF_ALL.match(span.text):
                beside.append((before, named))
            elif is_claim(span.text):
                owned.append(span)
            elif spans and may_go_on(span.text, context.role) and (bare or CONTINUES.match(span.text)):
                spans.append(span)
            else:
                self.remark(span)
        self.add(context, spans, Span(block, 0, len(label.raw)) if label else None)
        for span in owned:
            if not self._claimed(span, context):
                self.remark(span)
        for before, named in [(Span(block, 0, 0), parts), *beside]:
            if not self._fields(before):
                self.remark(before)
            for part in named:
                self.named(*part, context)

    def named(self, role: Role, span: Span, context: Context) -> None:
        """Take what stands behind the name of a part in a paragraph: 原因：…"""
        inner = context.of(role)
        if not self._lists(span, inner):
            self.stated(span, inner, trusted=True, led_in=True)

    def _fields(self, span: Span) -> bool:
        """Give a measure, or all of a list, the line below that names owner and time limit; False where the line is none."""
        return take_fields(self.found, span, self._under)

    def add(self, context: Context, spans: Sequence[Span], label: Span | None) -> None:
        """Take an item."""
        kept = tuple([bare for span in spans if (bare := behind_dash(trimmed(span, _SEPARATORS))).start < bare.end])
        if kept and context.role is _OTHER:
            led = label is not None and label.block is kept[0].block
            for span in [Span(label.block, label.start, kept[0].end) if label and led else kept[0], *kept[1:]]:
                self.remark(span)
        elif len(kept) == 1 and context.role is _ISSUES and is_none(kept[0].text):
            if not self._claimed(kept[0], context):
                self.remark(kept[0])
        elif kept:
            self.found.take(Item(context, kept, label, self._under))

    def remark(self, span: Span) -> None:
        """Take what is said beside the items."""
        kept = trimmed(span, _SEPARATORS)
        if OF_ALL.match(kept.block.text, kept.start, kept.end):
            self.found.answer_all(kept)
        if kept.start < kept.end:
            self.found.remarks.setdefault(self._under, []).append(kept)
