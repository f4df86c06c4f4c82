"""Takes what a paragraph about the meeting lists or states: problems, causes, measures; the rest is noted as what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mzsh_model.kinds.report.criticisms import criticism_count, is_attributed
from mzsh_model.kinds.report.listing import Lead, told_by
from mzsh_model.kinds.report.noted import Noted
from mzsh_model.kinds.report.standing import Standing
from mzsh_model.kinds.report.unnumbered import clauses_of, member_of, numbered, unnumbered_lists
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import chains
from mzsh_model.outline.tree import Node
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.items.find_items import Harvester
from mzsh_model.reading.items.harvest import Context
from mzsh_model.reading.items.heading_items import AspectTest
from mzsh_model.reading.items.statements import statements

TAKEN = frozenset({Role.ISSUES, Role.CAUSES, Role.MEASURES})


class Taker:
    """Gathers items and what is said beside them, one object a report."""

    def __init__(self, aspect_of: AspectTest, known: frozenset[str] = frozenset(), year: int | None = None) -> None:
        self._aspect_of = aspect_of
        self._year = year
        self._found = Harvester(aspect_of)
        self._last: Span | None = None  # what was said last under the open heading
        self._target: Span | None = None
        self._speaker: Span | None = None
        self._has_team = False
        self._of_members = False  # whose the problems told last are
        self._openings: dict[Node, tuple[int, int]] = {}  # headings that name an aspect as their siblings do
        self._things: frozenset[str] = frozenset()  # what paragraphs begin with before a colon and is nobody's name
        self._by_sentence = False  # as many problems are stated as the paragraphs of aspects have sentences
        self._criticised = False  # the paragraph stands below a heading of criticisms
        self.noted: Noted = Noted(known=known)

    def _mark(self, role: Role) -> None:
        """Note that the open heading holds this."""
        node, context = self._found.found.headings[-1]
        if context.role is Role.MEETING or role is Role.ISSUES:
            self._found.found.headings[-1] = node, context.of(role)

    def _told(self, lead: Lead, members: Sequence[str], place: Context, standing: Standing) -> tuple[Role, Context]:
        """Return what a list tells, and where its items stand."""
        attributed = sum(map(is_attributed, members)) * 2 > len(members)
        before = self._has_team and place.aspect is None
        whose = before if standing.of_members is None else standing.of_members
        told = told_by(lead, members, place, whose=whose, attributed=attributed or self._target is not None)
        if told.role is Role.ISSUES:
            self._has_team = self._has_team or not told.of_members
            self._of_members = told.of_members
            if lead.own is not None and place.aspect is None and told.member is None:
                self.noted.stated_in(lead.own, members=told.of_members)
        return told.role, replace(place.of(told.role), of_members=told.of_members, member=told.member)

    def _statements(self, span: Span, standing: Standing, place: Context, *, by_clause: bool = False) -> None:
        """Take what a paragraph states; `by_clause` takes each thing between semicolons for a problem, whatever its words."""
        stated = statements(span.block.text, span.start, span.end)
        found = [Span(span.block, one.start, one.end) for one in stated if one.problem]
        found = clauses_of(span, by_sentence=self._by_sentence) if by_clause else found
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
            if role in TAKEN:
                self._said(Span(block, at, chain.members[0].at), lead=True)
                at = self._found.members(span, chain, context)
                self._mark(role)
                taken = True
        if taken:
            self._last = None  # what led in this list leads in no other
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
                for named in map(member_of, things):  # 张三同志，抓班子标准不高
                    self._found.remark(Span(span.block, named.start, named.behind))
                    his = context if named.name is None else replace(context, member=named.name, of_members=True)
                    for one in named.things:
                        self._found.add(his, [one], None)
                self._mark(role)
                self._last = None
                rest = Span(span.block, behind, span.end)
                if not self._unnumbered(rest, standing):
                    self._said(rest)
                return True
        return False

    def _said(self, span: Span, *, lead: bool = False, sure: bool = False) -> None:
        """Take what is said beside the items, with the criticisms that it quotes and the numbers that it states."""
        if not trimmed(span, "；;，,、").text:
            return
        self._found.remark(span)
        self._last, self._speaker = span, None
        if lead:
            self.noted.criticism_count = self.noted.criticism_count or criticism_count(span, below=self._criticised)
        elif self.noted.tell(span, sure=sure, below=self._criticised):
            self._mark(Role.CRITICISM)
