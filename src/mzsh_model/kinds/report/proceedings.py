"""What a report says of the meeting itself: problems of the team and of its members, causes, criticisms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mzsh_model.kinds.report.criticisms import (
    is_attributed,
    speaker_of,
    target_of,
)
from mzsh_model.kinds.report.listing import Lead, told_by
from mzsh_model.kinds.report.noted import Noted
from mzsh_model.kinds.report.standing import Standing, body_of, goes_on, heads, leaves_aspect
from mzsh_model.kinds.report.unnumbered import clauses_of, member_of, numbered, unnumbered_lists
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import RUN_IN, label_at
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import parts_by_aspect
from mzsh_model.reading.draft import Span, trimmed, whole
from mzsh_model.reading.items.find_items import Harvester
from mzsh_model.reading.items.harvest import Context, Harvest
from mzsh_model.reading.items.heading_items import AspectTest, goes_on_below
from mzsh_model.reading.items.named import cut_parts
from mzsh_model.reading.items.statements import statements
from mzsh_model.reading.weighing.turns import CONTINUES
from mzsh_model.reading.words.lexicon import states_fault

_TAKEN = frozenset({Role.ISSUES, Role.CAUSES, Role.MEASURES})
_Task = tuple[Node | tuple[Node, ...], Standing]


class Proceedings:
    """Reads the chapters about the meeting, one object a report."""

    def __init__(self, aspect_of: AspectTest) -> None:
        self._aspect_of = aspect_of
        self._found = Harvester(aspect_of)
        self._last: Span | None = None  # what was said last under the open heading
        self._target: Span | None = None
        self._speaker: Span | None = None
        self._has_team = False
        self.noted: Noted = Noted()

    def read(self, chapter: Node, role: Role) -> Harvest:
        """Return what a chapter holds, its headings and what is said beside the items."""
        self._found = Harvester(self._aspect_of)
        pending: list[_Task] = [(chapter, Standing(about=None if role is Role.MEETING else role))]
        while pending:
            task, above = pending.pop()
            if isinstance(task, tuple):
                self._run(task, above)
                continue
            below = above.below(task, self._aspect_of)
            self._open(task, below)
            own = [Span(task.block, *body_of(task, below))] if task.block is not None else []
            inner = below
            for span in [*own, *map(whole, task.blocks)]:
                inner = above if leaves_aspect(span, inner, task) else inner
                if span.start < span.end:
                    self._paragraph(span, inner, leads=bool(task.children))
            pending += reversed([(group, below) for group in self._groups(task, below)])
        return self._found.found

    def _open(self, node: Node, standing: Standing) -> None:
        self._found.open(node, standing.place.of(Role.MEETING))
        self._last = self._speaker = None
        self._target = standing.target

    def _mark(self, role: Role) -> None:
        """Note that the open heading holds this."""
        node, context = self._found.found.headings[-1]
        if context.role is Role.MEETING or role is Role.ISSUES:
            self._found.found.headings[-1] = node, context.of(role)

    def _groups(self, node: Node, standing: Standing) -> Iterator[Node | tuple[Node, ...]]:
        """The headings below a node, and between them the runs of numbered paragraphs that are lists."""
        run: list[Node] = []
        for child in node.children:
            if heads(child, standing, standing.below(child, self._aspect_of)):
                if run:
                    yield tuple(run)
                run = []
                yield child
                continue
            if run and not goes_on(run[-1], child):
                yield tuple(run)
                run = []
            run.append(child)
        if run:
            yield tuple(run)

    def _run(self, run: tuple[Node, ...], standing: Standing) -> None:
        """Take a list of paragraphs as what it tells."""
        lead = Lead(self._last, standing.headings, standing.about)
        place = standing.place if self._speaker is None else replace(standing.place, member=self._speaker)
        texts = [node.block.text[node.label.end if node.label else 0 :] for node in run if node.block is not None]
        first = run[0].label
        prose = len(run) == 1 and first is not None and first.kind in RUN_IN and first.number > 1  # 最后，… is no list
        role, context = (Role.OTHER, place) if prose else self._told(lead, texts, place, standing)
        grows = goes_on_below(run, role)
        for node in run:
            if node.block is None:
                continue
            blocks = node.blocks
            kept = len(blocks) if grows or node is not run[-1] else 0
            while kept < len(blocks) and CONTINUES.match(blocks[kept].text):
                kept += 1
            if role in _TAKEN:
                self._found.leaf(node, context, grows=grows or node is not run[-1], below=kept)
            else:
                self._beside(node, role, standing)
                kept = 0
            for block in blocks[kept:]:  # what follows the last item is not of the member whose list it ends
                self._paragraph(whole(block), standing.behind_list(whole(block)))
        if role in _TAKEN:
            self._mark(role)

    def _beside(self, node: Node, role: Role, standing: Standing) -> None:
        """Take a numbered paragraph that is no item: a criticism, a heading of its own, or something said."""
        assert node.block is not None
        if role is Role.CRITICISM or (node.label is not None and node.label.kind in RUN_IN):
            self._paragraph(whole(node.block), standing, behind=node.label.end if node.label else 0)
            return
        self._found.open(node, standing.place.of(Role.MEETING))
        if node.has_body:
            self._paragraph(Span(node.block, *node.body), standing)

    def _told(self, lead: Lead, members: Sequence[str], place: Context, standing: Standing) -> tuple[Role, Context]:
        """Return what a list tells, and where its items stand."""
        attributed = sum(map(is_attributed, members)) * 2 > len(members)
        before = self._has_team and place.aspect is None
        whose = before if standing.of_members is None else standing.of_members
        told = told_by(lead, members, place, whose=whose, attributed=attributed or self._target is not None)
        if told.role is Role.ISSUES:
            self._has_team = self._has_team or not told.of_members
            if lead.own is not None and place.aspect is None and told.member is None:
                self.noted.stated_in(lead.own, members=told.of_members)
        return told.role, replace(place.of(told.role), of_members=told.of_members, member=told.member)

    def _paragraph(self, span: Span, standing: Standing, *, leads: bool = False, behind: int = 0) -> None:
        """Take a paragraph: what it lists, what it quotes, and the rest as what is said; `behind` its number, if it has one."""
        if self._found.closes(span, standing.place):
            return
        head, parts = cut_parts(Role.OTHER, span)
        if head.start < head.end:
            self._part(head, standing, leads=leads, behind=behind)
        for role, part in parts:
            if part.start > span.start:
                self._found.remark(Span(span.block, head.end if head.end > span.start else span.start, part.start))
            if not self._lists(part, standing, Lead(None, standing.headings, role)):
                self._found.stated(part, standing.place.of(role), led_in=True)
            head = Span(span.block, part.end, part.end)

    def _part(self, span: Span, standing: Standing, *, leads: bool, behind: int) -> None:
        text = span.block.text
        if (target := target_of(text, span.start, span.end)) and self._of_target(span, Span(span.block, *target)):
            return
        if self.noted.quotes(span) and not chains(text, span.start, span.end):
            self._said(span)
            return
        speaker = speaker_of(text, span.start + behind, span.end)
        if speaker and self._spoken(span, Span(span.block, *speaker[0]), speaker[1], standing):
            return
        if self._by_aspect(span, standing):
            return
        if self._lists(span, standing, None) or self._unnumbered(span, standing):
            return
        under = standing.place.aspect is not None
        plain = under or (standing.about is Role.ISSUES and states_fault(text[span.start : span.end]))
        if plain and not leads:
            self._statements(span, standing, standing.place, by_clause=under)
        else:
            self._said(span)

    def _of_target(self, span: Span, target: Span) -> bool:
        """Take what is said to one member: in this paragraph behind a colon, else in those that follow; False for neither."""
        block, text = span.block, span.block.text
        colon = next((at for at in range(target.end, span.end) if text[at] in "：:"), -1)
        if colon < 0 or self.noted.quotes(span):
            return False
        if colon == span.end - 1:
            self._said(span)
            self._target = target
            return True
        self.noted.said_to(target, Span(block, colon + 1, span.end))
        self._mark(Role.CRITICISM)
        self._said(span)
        return True

    def _spoken(self, span: Span, name: Span, at: int, standing: Standing) -> bool:
        """Take what stands behind a name: a criticism where its target is known, else the problems of that member."""
        if at >= span.end:
            self._said(span)
            self._speaker = name
            return True
        if self._target is not None:
            self.noted.said_by(name, self._target, span, at)
            self._said(span)
            self._mark(Role.CRITICISM)
            return True
        behind = Span(span.block, at, span.end)
        place = replace(standing.place, member=name, of_members=True)
        lead = Lead(None, standing.headings, standing.about or Role.ISSUES)
        self._found.remark(Span(span.block, span.start, at))
        if self._lists(behind, replace(standing, place=place), lead):
            return True
        things = clauses_of(behind)
        role, context = self._told(lead, [one.text for one in things], place, standing)
        if role is not Role.ISSUES:
            self._found.found.remarks[len(self._found.found.headings) - 1].pop()
            return False
        for one in things:
            self._found.add(context, [one], None)
        self._mark(role)
        return True

    def _by_aspect(self, span: Span, standing: Standing) -> bool:
        """Take a paragraph that begins with the name of an aspect, or names several one after the other; False where it does not."""
        text, block = span.block.text, span.block
        if standing.place.aspect is not None or label_at(text, span.start) is not None:
            return False
        parts = parts_by_aspect(text, span.start, span.end)
        if not parts or (len(parts) == 1 and parts[0].start > span.start):
            return False
        self._said(Span(block, span.start, parts[0].start))
        for part in parts:
            place = standing.place.under(Span(block, *part.name), hash((id(block), part.start)))
            inner = replace(standing, place=place, about=standing.about or Role.ISSUES)
            whole_part = Span(block, part.start, part.said[1])
            if self._lists(whole_part, inner, None):
                continue
            if text[part.start] == "在" and text[part.name[1]] in "，,":  # a sentence of its own: 在学习方面，还存在……
                self._statements(whole_part, inner, place, by_clause=len(parts) > 1)
            else:
                self._found.remark(Span(block, part.start, part.said[0]))
                self._statements(Span(block, *part.said), inner, place, by_clause=True)
        return True

    def _statements(self, span: Span, standing: Standing, place: Context, *, by_clause: bool = False) -> None:
        """Take what a paragraph states; `by_clause` takes each thing between semicolons for a problem, whatever its words."""
        stated = statements(span.block.text, span.start, span.end)
        found = [Span(span.block, one.start, one.end) for one in stated if one.problem]
        found = clauses_of(span) if by_clause else found
        lead = Lead(None, standing.headings, Role.ISSUES if by_clause else standing.about)
        role, context = self._told(lead, [t.text for t in found], place, standing) if found else (Role.OTHER, place)
        if role is not Role.ISSUES:
            self._said(span)
            return
        for text, label in map(numbered, found if by_clause else ()):
            self._found.add(context, [text], label)
        if not by_clause:
            self._found.stated(span, context)
        self._mark(role)

    def _lists(self, span: Span, standing: Standing, led: Lead | None) -> bool:
        """Take the enumerations of a paragraph; False where none tells anything that counts."""
        block, text, at, taken = span.block, span.block.text, span.start, False
        for chain in chains(text, span.start, span.end):
            own = Span(block, max(at, chain.lead), chain.members[0].at)
            before = own if led is not None or trimmed(own).text else self._last
            lead = Lead(before, standing.headings, standing.about if led is None else led.about)
            role, context = self._told(
                lead, [text[member.start : member.end] for member in chain.members], standing.place, standing
            )
            if role in _TAKEN:
                self._said(Span(block, at, chain.members[0].at), lead=True)
                at = self._found.members(span, chain, context)
                self._mark(role)
                taken = True
        if taken and at < span.end:
            self._said(Span(block, at, span.end))
        return taken

    def _unnumbered(self, span: Span, standing: Standing) -> bool:
        """Take a list without numbers; False where the paragraph has none that tells problems."""
        for things, behind in unnumbered_lists(span):
            own = Span(span.block, span.start, things[0].start)
            lead = Lead(own, standing.headings, standing.about)
            role, context = self._told(lead, [one.text for one in things], standing.place, standing)
            if role is Role.ISSUES:
                self._said(own, lead=True)
                for one in things:
                    self._thing(one, context)
                self._mark(role)
                rest = Span(span.block, behind, span.end)
                if not self._unnumbered(rest, standing):
                    self._said(rest)
                return True
        return False

    def _thing(self, thing: Span, context: Context) -> None:
        """Take a problem; where it begins with the name of a member, 张三同志，…, each of his."""
        named = member_of(thing)
        self._found.remark(Span(thing.block, thing.start, named.behind))
        if named.name is not None:
            context = replace(context, member=named.name, of_members=True)
        for one in named.things:
            self._found.add(context, [one], None)

    def _said(self, span: Span, *, lead: bool = False) -> None:
        """Take what is said beside the items, with the criticisms that it quotes and the numbers that it states."""
        if not trimmed(span, "；;，,、").text:
            return
        self._found.remark(span)
        self._last, self._speaker = span, None
        if not lead and self.noted.tell(span):
            self._mark(Role.CRITICISM)
