"""What one paragraph about the meeting tells: problems of the team and of its members, causes, criticisms, or something else."""

from __future__ import annotations

from dataclasses import replace

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.criticisms import speaker_of, target_of
from mzsh_model.kinds.report.listing import Lead, tells_of_prior
from mzsh_model.kinds.report.one_after_another import told_of_each
from mzsh_model.kinds.report.spoken import spoken_in, whose_behind
from mzsh_model.kinds.report.standing import Standing, turns_away
from mzsh_model.kinds.report.taker import Taker
from mzsh_model.kinds.report.unnumbered import clauses_of, numbered
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.aspects import ONE_SENTENCE, begins_with_aspect, parts_by_aspect
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.items.named import cut_parts
from mzsh_model.reading.words.lexicon import states_fault

_TOLD_HIM = lazy_pattern(r"(?<=[。；;])\s*(?:接受|听取)?(?:的)?(?:相互)?批评(?:意见)?[：:]")
"""Where a paragraph about a member turns to what the others say to him."""

TEAM_SAYS = lazy_pattern(
    r"(?:领导)?(?:班子|党[组委]|党工委|党?支部|党总支|支委会|集体)(?:方面|自身|存在|查摆|检视|主要|突出|的)*(?:问题|不足)?[：:]"
)
"""How what is found in the team begins where members are told beside it: 班子：……"""


class Paragraphs(Taker):
    """Takes paragraphs one after the other; what they tell is gathered, and noted beside the items."""

    def _paragraph(self, span: Span, standing: Standing, *, leads: bool = False, behind: int = 0) -> None:
        """Take a paragraph: what it lists, what it quotes, and the rest as what is said; `behind` its number, if it has one."""
        self._criticised = standing.about is Role.CRITICISM
        if self._found.closes(span, standing.place):
            return
        if (slip := self.noted.slips.read(span)) is not None:
            self.noted.criticisms += slip
            self._mark(Role.CRITICISM)
            self._found.remark(span)
            return
        head, parts = cut_parts(Role.OTHER, span)
        if head.start < head.end:
            self._part(head, standing, leads=leads, behind=behind)
        for role, told in parts:
            part = Span(span.block, told.start, turns_away(told)) if role in (Role.CAUSES, Role.MEASURES) else told
            named = Span(span.block, max(head.end, span.start), part.end)
            listed = role is not Role.ISSUES or chains(span.block.text, part.start, part.end)
            if not listed and self._unnumbered(named, replace(standing, about=standing.about or role)):
                head = Span(span.block, part.end, part.end)
                continue
            if part.start > span.start:
                self._found.remark(Span(span.block, named.start, part.start))
                self.noted.figures([Span(span.block, named.start, part.start)])
            if role in (Role.CAUSES, Role.MEASURES):
                self._found.named(role, part, standing.place)
            elif self._by_aspect(part, replace(standing, about=standing.about or role)):
                pass
            elif not self._lists(part, standing, Lead(None, standing.headings, role)):
                self._found.stated(
                    part, standing.place.of(role), trusted=standing.place.aspect is not None, led_in=True
                )
            head = Span(span.block, part.end, part.end)
            if part.end < told.end:
                self._part(Span(span.block, part.end, told.end), standing, leads=False, behind=0)

    def _part(self, span: Span, standing: Standing, *, leads: bool, behind: int) -> None:
        text = span.block.text
        if self._addressed(span, standing, leads=leads, behind=behind):
            return
        if (target := target_of(text, span.start, span.end, self.noted.known)) and self._of_target(
            span, Span(span.block, *target)
        ):
            return
        if self.noted.quotes(span) and not chains(text, span.start, span.end):
            self._said(span)
            return
        beside = standing.place.aspect is not None and standing.about in (Role.ISSUES, None)
        team = TEAM_SAYS.match(text, span.start + behind, span.end) if beside else None
        if team and team.end() < span.end:
            self._found.remark(Span(span.block, span.start, team.end()))
            self._part(
                Span(span.block, team.end(), span.end), replace(standing, of_members=False), leads=leads, behind=0
            )
            return
        speaker = speaker_of(text, span.start + behind, span.end, self.noted.known)
        name = None if speaker is None else Span(span.block, *speaker[0])
        if speaker and self._one_by_one(span, standing):
            return  # 张三——……。李四——……。
        if speaker and name and name.text not in self._things and self._spoken(span, name, speaker[1], standing):
            return
        below = standing.about is not Role.CRITICISM and not leads
        if below and self._speaker is not None and self._of_member(self._speaker, span, standing):
            return  # 张三 / 会议偏多。
        if self._behind_it(span, standing):
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
        if standing.about is Role.CRITICISM and spoken_in(Span(span.block, at, span.end), self.noted.known):
            self.noted.said_to(name, Span(span.block, at, span.end))  # 张三：李四提出，…
            self._said(span)
            self._mark(Role.CRITICISM)
            return True
        if standing.is_mutual:  # who says it, or of whom it is said?
            self.noted.unsure.append(span)
            self._said(span)
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
        if not things:
            return False
        role, context = self._told(lead, [one.text for one in things], place, standing)
        if role is not Role.ISSUES:
            return False
        for text, number in map(numbered, things):
            self._found.add(context, [text], number)
        self._mark(role)
        return True

    def _behind_it(self, span: Span, standing: Standing) -> bool:
        """Take a paragraph that tells problems with the name of the member whose each is behind it: 下乡少。（张三） False where it does not."""
        told = whose_behind(span, self.noted.known) if standing.about is not Role.CRITICISM else []
        if not told or not all([self._of_member(one.who, one.what, standing) for one in told]):
            return False
        at = span.start
        for one in told:
            self._said(Span(span.block, at, one.what.start), lead=True)
            at = one.what.end
        self._found.remark(Span(span.block, at, span.end))
        return True

    def _one_by_one(self, span: Span, standing: Standing) -> bool:
        """Take a paragraph that goes through the members' problems behind a lead; False where it does not."""
        below = standing.of_members is True and standing.about is not Role.CRITICISM
        told = told_of_each(span, self.noted.known, below=below, team=standing.place.aspect is not None)
        if not told or (standing.place.aspect is None and begins_with_aspect(span.block.text, span.start, span.end)):
            return False  # then it is told below the aspect
        block, at = span.block, span.start
        if at < told[0].start:
            self._part(Span(block, at, told[0].start), standing, leads=True, behind=0)
        for one in told:
            self._found.remark(
                trimmed(Span(block, at if at > span.start else one.start, one.things[0].start), "。；;，,")
            )
            at = one.things[-1].end
            if one.team:
                ours = replace(standing, of_members=False, about=standing.about or Role.ISSUES)
                self._part(Span(block, one.things[0].start, at), ours, leads=False, behind=0)
                continue
            if one.who is None:
                self.noted.unsure.append(Span(block, one.start, at))
                self._found.remark(Span(block, one.things[0].start, at))
                continue
            for thing in one.things:
                if not self._of_member(
                    one.who, thing, standing
                ):  # 检讨对批评意见听不进: among the others' problems it is one
                    place = replace(standing.place.of(Role.ISSUES), member=one.who, of_members=True)
                    self._found.add(place, [thing], None)
        self._said(trimmed(Span(block, at, span.end), "。；;，,"))
        return True

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
            if self._one_by_one(said, inner):
                continue
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
