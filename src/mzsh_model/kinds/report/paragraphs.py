"""What one paragraph about the meeting tells: problems of the team and of its members, causes, criticisms, or something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.criticisms import is_attributed, speaker_of, target_of
from mzsh_model.kinds.report.exchanges import spoken_in
from mzsh_model.kinds.report.listing import Lead, of_members, tells_of_prior, told_by
from mzsh_model.kinds.report.noted import Noted
from mzsh_model.kinds.report.standing import Standing, turns_away
from mzsh_model.kinds.report.unnumbered import clauses_of, member_of, numbered, unnumbered_lists
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.aspects import ONE_SENTENCE, parts_by_aspect
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.items.find_items import Harvester
from mzsh_model.reading.items.harvest import Context
from mzsh_model.reading.items.heading_items import AspectTest
from mzsh_model.reading.items.named import cut_parts
from mzsh_model.reading.items.statements import statements
from mzsh_model.reading.words.lexicon import states_fault

_TOLD_HIM = lazy_pattern(r"(?<=[。；;])\s*(?:接受|听取)?(?:的)?(?:相互)?批评(?:意见)?[：:]")
"""Where a paragraph about a member turns to what the others say to him."""
_LEAD_ENDS = lazy_pattern("[：:，,。]")
_OWN = lazy_pattern("检查|查摆|检视|查找|剖析|存在|主要是")
TAKEN = frozenset({Role.ISSUES, Role.CAUSES, Role.MEASURES})


class Paragraphs:
    """Takes paragraphs one after the other; what they tell is gathered, and noted beside the items."""

    def __init__(self, aspect_of: AspectTest, known: frozenset[str] = frozenset(), year: int | None = None) -> None:
        self._aspect_of = aspect_of
        self._year = year
        self._found = Harvester(aspect_of)
        self._last: Span | None = None  # what was said last under the open heading
        self._target: Span | None = None
        self._speaker: Span | None = None
        self._has_team = False
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
            if lead.own is not None and place.aspect is None and told.member is None:
                self.noted.stated_in(lead.own, members=told.of_members)
        return told.role, replace(place.of(told.role), of_members=told.of_members, member=told.member)

    def _paragraph(self, span: Span, standing: Standing, *, leads: bool = False, behind: int = 0) -> None:
        """Take a paragraph: what it lists, what it quotes, and the rest as what is said; `behind` its number, if it has one."""
        self._criticised = standing.about is Role.CRITICISM
        if self._found.closes(span, standing.place):
            return
        head, parts = cut_parts(Role.OTHER, span)
        if head.start < head.end:
            self._part(head, standing, leads=leads, behind=behind)
        for role, part in parts:
            named = Span(span.block, max(head.end, span.start), part.end)
            listed = role is not Role.ISSUES or chains(span.block.text, part.start, part.end)
            if not listed and self._unnumbered(named, replace(standing, about=standing.about or role)):
                head = Span(span.block, part.end, part.end)
                continue
            if part.start > span.start:
                self._found.remark(Span(span.block, named.start, part.start))
            if role in (Role.CAUSES, Role.MEASURES):
                self._found.named(role, part, standing.place)
            elif self._by_aspect(part, replace(standing, about=standing.about or role)):
                pass
            elif not self._lists(part, standing, Lead(None, standing.headings, role)):
                self._found.stated(
                    part, standing.place.of(role), trusted=standing.place.aspect is not None, led_in=True
                )
            head = Span(span.block, part.end, part.end)

    def _part(self, span: Span, standing: Standing, *, leads: bool, behind: int) -> None:
        text = span.block.text
        if self._addressed(span, standing, leads=leads, behind=behind):
            return
        if (target := target_of(text, span.start, span.end)) and self._of_target(span, Span(span.block, *target)):
            return
        if self.noted.quotes(span) and not chains(text, span.start, span.end):
            self._said(span)
            return
        speaker = speaker_of(text, span.start + behind, span.end, self.noted.known)
        name = None if speaker is None else Span(span.block, *speaker[0])
        if speaker and name and name.text not in self._things and self._spoken(span, name, speaker[1], standing):
            return
        if self._one_by_one(span, standing) or self._by_aspect(span, standing) or self._lists(span, standing, None):
            return
        if tells_of_prior(span):
            self._said(span)
            return
        if self._unnumbered(span, standing):
            return
        under = standing.place.aspect is not None
        plain = under or (standing.about is Role.ISSUES and states_fault(text[span.start : span.end]))
        if plain and not leads:
            self._statements(span, standing, standing.place, by_clause=under)
        else:
            self._said(span)

    def _addressed(self, span: Span, standing: Standing, *, leads: bool, behind: int) -> bool:
        """Take what is said of one member after the other, and before that what its sentences list; False where nothing is."""
        sure = standing.about is Role.CRITICISM
        told = self.noted.addressed(span, sure=sure)
        if not told or self.noted.quotes(span):
            return False
        block, text = span.block, span.block.text
        first = next(low for low, high in sentences(text, span.start, span.end) if told[0].target.start < high)
        if first > span.start:
            self._part(Span(block, span.start, first), standing, leads=leads, behind=behind)
        self._said(Span(block, first, span.end), sure=sure)
        return True

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
        told_him = _TOLD_HIM.search(span.block.text, at, span.end) is not None
        told = [] if told_him else spoken_in(span, self.noted.known)
        if len(told) > 1:
            return all([self._of_member(one.who, one.what, standing) for one in told])
        self._found.remark(Span(span.block, span.start, at))
        if self._of_member(name, Span(span.block, at, span.end), standing):
            return True
        self._found.found.remarks[len(self._found.found.headings) - 1].pop()
        return False

    def _of_member(self, name: Span, behind: Span, standing: Standing) -> bool:
        """Take what is found in a member, and what the others say to him behind that: 批评意见：…; False where it is no problem."""
        if cut := _TOLD_HIM.search(behind.block.text, behind.start, behind.end):
            self.noted.said_to(name, Span(behind.block, cut.end(), behind.end))
            self._mark(Role.CRITICISM)
            self._found.remark(Span(behind.block, cut.start(), behind.end))
            behind = Span(behind.block, behind.start, cut.start())
        place = replace(standing.place, member=name, of_members=True)
        lead = Lead(None, standing.headings, standing.about or Role.ISSUES)
        if self._lists(behind, replace(standing, place=place), lead):
            return True
        things = clauses_of(behind)
        role, context = self._told(lead, [one.text for one in things], place, standing)
        if role is not Role.ISSUES:
            return False
        for text, number in map(numbered, things):
            self._found.add(context, [text], number)
        self._mark(role)
        return True

    def _one_by_one(self, span: Span, standing: Standing) -> bool:
        """Take a paragraph that goes through the members' problems behind a lead; False where it does not."""
        block, text = span.block, span.block.text
        for at in (span.start, *(mark.end() for mark in _LEAD_ENDS.finditer(text, span.start, span.end))):
            told = spoken_in(Span(block, at, span.end), self.noted.known)
            own = bool(told) and all(_OWN.search(text, one.who.end, one.what.start) for one in told)
            lead = Span(block, span.start, at)
            if len(told) > 1 and (own or (at > span.start and of_members(Lead(lead)) is True)):
                if not (self._by_aspect(lead, standing) or self._lists(lead, standing, None)):
                    self._said(lead, lead=True)
                taken = all([self._of_member(one.who, one.what, standing) for one in told])
                self._said(trimmed(Span(block, told[-1].what.end, span.end), "。；;"))
                return taken
        return False

    def _by_aspect(self, span: Span, standing: Standing) -> bool:
        """Take a paragraph that begins with the name of an aspect, or names several one after the other; False where it does not."""
        text, block = span.block.text, span.block
        if standing.place.aspect is not None or label_at(text, span.start) is not None:
            return False
        parts = parts_by_aspect(text, span.start, span.end)
        if not parts or (len(parts) == 1 and parts[0].start > span.start):
            return False
        turn = turns_away(Span(block, *parts[-1].said))
        if turn < span.end:
            self._by_aspect(Span(block, span.start, turn), standing)
            self._part(Span(block, turn, span.end), standing, leads=False, behind=0)
            return True
        self._said(Span(block, span.start, parts[0].start))
        for part in parts:
            place = standing.place.under(Span(block, *part.name), (block, part.start))
            inner = replace(standing, place=place, about=standing.about or Role.ISSUES)
            whole_part, said = Span(block, part.start, part.said[1]), Span(block, *part.said)
            if self._lists(whole_part, inner, None):
                continue
            runs_in = text[part.start] == "在" and text[part.name[1]] in "，,"
            if runs_in and said.text.startswith(ONE_SENTENCE):
                self._statements(whole_part, inner, place, by_clause=len(parts) > 1)
                continue
            if not runs_in or len(clauses_of(said)) > 1:
                self._found.remark(Span(block, part.start, said.start))
            self._statements(said, inner, place, by_clause=True)
        self._last = None
        return True

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
        if not lead and self.noted.tell(span, sure=sure, below=self._criticised):
            self._mark(Role.CRITICISM)
