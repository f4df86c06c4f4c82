"""What the part about the meeting tells beside its lists: criticisms that are quoted, and numbers that are stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.addressed import Addressed, addressed_in, said_by_someone
from mzsh_model.kinds.report.attributed import attributed_in
from mzsh_model.kinds.report.criticisms import criticism_count
from mzsh_model.kinds.report.exchanges import Said, exchanges_in
from mzsh_model.kinds.report.listing import Lead, counts_in, of_members, stated_count, stated_share
from mzsh_model.kinds.report.slips import Slips
from mzsh_model.kinds.report.spoken import spoken_in
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import listed_in, sentences
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.frame.preamble import prior_clauses

_MARKS = "；;。，,"
_OF_ONE = lazy_pattern(
    r"(?<!代表)(?:^|(?<=[，,。；;：:\s]))(?!各|每|全体|其他|其余|几|两|三|四|五)[^，,。；;：:]{2,16}同志(?:带头|主动|首先|重点)*(?:查摆|检视|检查|查找|剖析|存在)(?:出|了)*[^，,。；;：:班]{0,6}[个条项]"
)
"""Where a clause counts the problems of one member: 李四同志查摆问题2个."""


@dataclass(slots=True)
class Noted:
    """Criticisms in order, their number, and the paragraphs that state how many problems there are, with whose.

    `known` are the names of who was there, `unsure` what looks as told of a member while it is not sure of which.
    """

    criticisms: list[Said] = field(default_factory=list[Said])
    criticism_count: Span | None = None
    known: frozenset[str] = frozenset()
    unsure: list[Span] = field(default_factory=list[Span])
    slips: Slips = field(default_factory=Slips)
    _stated: list[tuple[Span, bool]] = field(default_factory=list[tuple[Span, bool]])
    _told: dict[Span, list[Said]] = field(default_factory=dict[Span, list[Said]])

    def glean(self, spans: Sequence[Span]) -> None:
        """Take what paragraphs before the chapters tell."""
        for span in spans:
            self.tell(span)

    def figures(self, spans: Sequence[Span]) -> None:
        """Take the numbers that texts tell, and nothing else of them: 相互批评意见 | 30条."""
        for span in spans:
            self._number(span)

    def tell(self, span: Span, *, sure: bool = False, below: bool = False) -> bool:
        """Take what a paragraph tells; True where it quotes criticisms. `sure` says that it stands where criticisms do, `below`
        that it does below their heading.
        """
        quoted = self._quoted(span)
        self.criticisms += quoted
        targets = {one.target for one in quoted}
        addressed = [one for one in self.addressed(span, sure=sure) if one.target not in targets]
        for one in addressed:
            self.said_to(one.target, one.said)
        self._number(span, below=below)
        return bool(quoted or addressed)

    def _number(self, span: Span, *, below: bool = False) -> None:
        """Take the numbers of criticisms and of problems that a text states; see `tell` for `below`."""
        self.criticism_count = self.criticism_count or criticism_count(span, below=below)
        text = span.block.text
        if any(counts_in(text[low:high]) for low, high in sentences(text, span.start, span.end)):
            self._count(span)

    def _count(self, span: Span) -> None:
        """Note whose problems a paragraph counts: those of the team and of its members each in its clause, else one of them."""
        block, text = span.block, span.block.text
        told: list[tuple[Span, bool | None]] = []
        for low, high in sentences(text, span.start, span.end):
            stated = [low + one.start for one in counts_in(text[low:high])]
            whose: bool | None = None  # 代表班子作检查，查出问题6个: as the clause before says
            for clause in (
                one for cut in sentences(text, low, high, clauses=True) for one in listed_in(text, *cut, "，")
            ):
                own = of_members(Lead(Span(block, *clause)))
                whose = whose if own is None else own
                if any(clause[0] <= at < clause[1] for at in stated) and not _OF_ONE.search(text, *clause):
                    told.append((Span(block, *clause), whose))
        known = {whose for _, whose in told if whose is not None}
        if len(known) > 1:
            for span_of, of_whom in told:
                if of_whom is not None:
                    self.stated_in(span_of, members=of_whom)
        elif told and (whose := next(iter(known), of_members(Lead(span)))) is not None:
            self.stated_in(span, members=whose)

    def addressed(self, span: Span, *, sure: bool = False) -> list[Addressed]:
        """Return what a paragraph says of one member after the other, with no critic of its own."""
        return addressed_in(span, self.known, sure=sure)

    def quotes(self, span: Span) -> bool:
        """Tell whether a paragraph quotes criticisms with the names of both sides."""
        return bool(self._quoted(span))

    def _quoted(self, span: Span) -> list[Said]:
        """The criticisms that a paragraph quotes, looked for once: several ask before it is told."""
        if span not in self._told:
            quoted = list(exchanges_in(span, self.known, points=True))
            self._told[span] = quoted or list(attributed_in(span, self.known))
        return self._told[span]

    def said_by(self, critic: Span, target: Span, span: Span, at: int) -> None:
        """Take a criticism that stands in a paragraph from `at` on, behind its number and its critic."""
        label = label_at(span.block.text, span.start)
        number = Span(span.block, span.start, span.start + len(label.raw)) if label else None
        self.criticisms.append(Said(critic, target, number, trimmed(Span(span.block, at, span.end), _MARKS)))

    def said_to(self, target: Span, said: Span) -> None:
        """Take what a paragraph says to one member: one criticism a critic, one a number, else one a clause between semicolons."""
        block, text = said.block, said.block.text
        said = trimmed(said)
        if by_someone := said_by_someone(said):
            self.criticisms += (Said(critic, target, None, what) for critic, what in by_someone)
            return
        if spoken := spoken_in(said, self.known):
            self.criticisms += (Said(critic, target, None, what) for critic, what in spoken)
            return
        found = [member for chain in chains(text, said.start, said.end) for member in chain.members]
        for one in found:
            label = Span(block, one.at, one.at + len(one.label.raw))
            self.criticisms.append(Said(None, target, label, trimmed(Span(block, one.start, one.end), _MARKS)))
        for low, high in sentences(text, said.start, said.end, clauses=True) if not found else ():
            apart = low == said.start or text[low - 1] in "；;"
            whole = Span(block, low, high) if apart else Span(block, self.criticisms.pop().text.start, high)
            self.criticisms.append(Said(None, target, None, trimmed(whole, _MARKS)))

    def stated_in(self, span: Span, *, members: bool) -> None:
        """Note that a paragraph may state how many problems of the team, or of its members, there are."""
        self._stated.append((span, members))

    def stated(self, *, members: bool, listed: int) -> Span | None:
        """Return where the number of the team's, or of the members' problems is stated, the one that is `listed` before others."""
        counts = [share for span, _ in self._stated if (share := stated_share(span, members=members))]
        if not counts:
            spans = [span for span, of_members in self._stated if of_members is members]
            counts = [count for span in spans if (count := stated_count(span, listed))]
        same = (one for one in counts if one.text.isdecimal() and int(one.text) == listed)
        return next(same, None) or next(iter(counts), None)


def issues_found(spans: Sequence[Span], year: int | None) -> tuple[Span | None, Span | None]:
    """Return where texts state how many problems the team has, and how many its members, apart from those of the years before `year`."""
    noted = Noted()
    noted.figures([part for span in spans for part in _of_this_year(span, year)])
    return noted.stated(members=False, listed=0), noted.stated(members=True, listed=0)


def _of_this_year(span: Span, year: int | None) -> Iterator[Span]:
    """What a text says beside the clauses on last year's account."""
    at = span.start
    for clause in prior_clauses([span], year):
        if at < clause.start:
            yield Span(span.block, at, clause.start)
        at = clause.end
    if at < span.end:
        yield Span(span.block, at, span.end)
