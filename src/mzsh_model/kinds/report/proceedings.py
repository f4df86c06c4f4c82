"""What a report says of the meeting itself: problems of the team and of its members, causes, criticisms."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.aspect_names import bare_names, is_spoken, names_set_off
from mzsh_model.kinds.report.bare_lists import BareLists
from mzsh_model.kinds.report.criticisms import speaker_of
from mzsh_model.kinds.report.listing import Lead, counts_in
from mzsh_model.kinds.report.paragraphs import TEAM_SAYS
from mzsh_model.kinds.report.spoken import whose_behind
from mzsh_model.kinds.report.standing import (
    Standing,
    body_of,
    ends_list,
    goes_on,
    heads,
    leads_in_next,
    leads_in_table,
    leaves_aspect,
)
from mzsh_model.kinds.report.taker import TAKEN
from mzsh_model.kinds.report.unnumbered import clauses_of, numbered
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.outline.sentences import sentences
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import after_marks, parts_by_aspect
from mzsh_model.reading.draft import Span, whole
from mzsh_model.reading.items.find_items import Harvester
from mzsh_model.reading.items.harvest import Context, Harvest
from mzsh_model.reading.items.heading_items import AspectTest, goes_on_below
from mzsh_model.reading.weighing.turns import CONTINUES

_CALLED = lazy_pattern(r"(?P<who>[\u4e00-\u9fff]{2,4}?)(?:同志)?[：:]")
_SETS_OFF = frozenset("：:—")
_FEWEST = 2
"""So many paragraphs without numbers are a list."""
_Task = tuple[Node | tuple[Node, ...], Standing]


class Proceedings(BareLists):
    """Reads the chapters about the meeting, one object a report; `before_tables` are the lines right before its tables."""

    def __init__(
        self,
        aspect_of: AspectTest,
        known: frozenset[str] = frozenset(),
        year: int | None = None,
        before_tables: Collection[int] = (),
    ) -> None:
        super().__init__(aspect_of, known, year)
        self._before_tables = before_tables

    def read(self, chapter: Node, role: Role) -> Harvest:
        """Return what a chapter holds, its headings and what is said beside the items."""
        self._found = Harvester(self._aspect_of)
        pending: list[_Task] = [(chapter, Standing(about=None if role is Role.MEETING else role))]
        while pending:
            task, above = pending.pop()
            if isinstance(task, tuple):
                self._run(task, above)
                continue
            below = above.below(task, self._aspect_at)
            self._open(task, below)
            own = [Span(task.block, *body_of(task, below))] if task.block is not None else []
            if task.block is not None and (slip := self.noted.slips.read(whole(task.block))) is not None:
                self.noted.criticisms += slip  # 1.批评人：张三, with the other labels below it
                self._found.remark(*own)
                own = []
            inner = below
            spans = [span for span in [*own, *map(whole, task.blocks)] if span.start < span.end]
            self._called(spans)
            self._by_sentence = _tells_by_sentence(spans)
            while spans:
                inner = above if leaves_aspect(spans[0], inner, task) else inner
                if taken := self._in_turn(spans, inner) or self._plain_list(spans, inner):
                    spans = spans[taken:]
                    continue
                self._paragraph(spans.pop(0), inner, leads=bool(task.children))
            pending += reversed([(group, below) for group in self._groups(task, below)])
        return self._found.found

    def _called(self, spans: Sequence[Span]) -> None:
        """Note the names that paragraphs begin with, if most of those that begin so name persons (张三：…, 雨师：…, 李四：…),
        else that they are none (学风：…, 文风：…, 会风：…).
        """
        found = [one["who"] for span in spans if (one := _CALLED.match(span.block.text, span.start, span.end))]
        if len(found) <= _FEWEST or len(set(found)) < len(found):
            return
        sure = sum(who in self.noted.known or is_person(who) for who in found)
        if sure * 2 > len(found):
            self.noted.known |= frozenset(filter(may_name, found))
        else:
            self._things |= frozenset(found) - self.noted.known

    def _open(self, node: Node, standing: Standing) -> None:
        if node.block is not None:
            start = node.title[0]
            self.noted.figures([Span(node.block, start, start + len(node.heading))])
        self._found.open(node, standing.place.of(Role.MEETING))
        self._last = self._speaker = None
        self._target = standing.target

    def _groups(self, node: Node, standing: Standing) -> Iterator[Node | tuple[Node, ...]]:
        """The headings below a node, and between them the runs of numbered paragraphs that are lists."""
        run: list[Node] = []
        self._opens(node, standing)
        for child, following in zip(node.children, (*node.children[1:], None), strict=False):
            below = standing.below(child, self._aspect_at)
            ends = len(run) >= _FEWEST and ends_list(run, child) and standing.heads_alike(child, self._aspect_at)
            ends = ends or (bool(run) and goes_on(run[-1], child) and leads_in_next(child, following))
            if not ends and (heads(child, standing, below) or leads_in_table(child, self._before_tables)):
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

    def _opens(self, node: Node, standing: Standing) -> None:
        """Note the aspects that the paragraphs right below a heading name, each like its siblings: （一）学风：1.……；2.……"""
        told = [one for one in node.children if one.block is not None and not is_spoken(one)]
        if len(told) < _FEWEST or standing.place.aspect is not None or standing.place.member is not None:
            return
        found = names_set_off(told, self._year)
        if not found and (standing.about is Role.ISSUES or self._leads_in_problems()):
            found = bare_names(one for one in told if standing.heads_alike(one, self._aspect_of))
        if len(found) >= _FEWEST and len(found) * 2 > len(told):
            self._openings |= found

    def _aspect_at(self, node: Node) -> tuple[int, int] | None:
        """Where a heading names an aspect, by its own words or those of its siblings."""
        return self._openings.get(node) or self._aspect_of(node)

    def _run(self, run: tuple[Node, ...], standing: Standing) -> None:
        """Take a list of paragraphs as what it tells."""
        lead = Lead(self._last, standing.headings, standing.about)
        place = standing.place if self._speaker is None else replace(standing.place, member=self._speaker)
        told = [Span(n.block, n.label.end if n.label else 0, len(n.block.text)) for n in run if n.block is not None]
        texts = [span.text for span in told]
        first = run[0].label
        if first is not None and first.number > 1 and standing.of_members is None and self._has_team:
            standing = replace(standing, of_members=self._of_members)  # the list goes on, whatever stood between
        prose = len(run) == 1 and first is not None and first.kind in RUN_IN and first.number > 1  # 最后，… is no list
        role, context = (Role.OTHER, place) if prose else self._told(lead, texts, place, standing)
        grows = goes_on_below(run, role)
        within = self._under(told, context) if role is Role.ISSUES else [context] * len(told)
        things = {node: _set_off(node, under) for node, under in zip(run, within, strict=True)}
        if not any(len(several) > 1 for several in things.values()):
            things = dict.fromkeys(run, ())
        speakers = self._speakers(told, context) if role is Role.ISSUES else ()
        if speakers:
            within = [
                replace(under, member=name, of_members=name is not None)
                for under, (name, _) in zip(within, speakers, strict=True)
            ]
            things = {node: (what,) for node, (_, what) in zip(run, speakers, strict=True)}
        for node, under in zip((node for node in run if node.block is not None), within, strict=True):
            blocks = node.blocks
            kept = len(blocks) if grows or node is not run[-1] else 0
            while kept < len(blocks) and CONTINUES.match(blocks[kept].text):
                kept += 1
            if role is Role.ISSUES and things[node]:
                self._of_aspect(node, under, things[node])
                kept = 0
            elif role in TAKEN:
                self._found.leaf(node, under, grows=grows or node is not run[-1], below=kept)
            else:
                self._beside(node, role, standing)
                kept = 0
            for block in blocks[kept:]:  # what follows the last item is not of the member whose list it ends
                self._paragraph(whole(block), standing.behind_list(whole(block)))
        if role in TAKEN:
            self._mark(role)

    def _of_aspect(self, node: Node, under: Context, things: Sequence[Span]) -> None:
        """Take what a numbered paragraph sets side by side behind the aspect, or the member, that it begins with."""
        if node.block is not None:
            self._found.remark(Span(node.block, 0, things[0].start))
        for text, label in map(numbered, things):
            self._found.add(under, [text], label)

    def _speakers(self, told: Sequence[Span], context: Context) -> Sequence[tuple[Span | None, Span]]:
        """Whose problem each item of a list is, None for the team's, and the problem, if each begins with that: - 李四：下乡少。

        Of a list that is not led in as the members' at least one must be.
        """
        if context.member is not None:
            return ()
        found = [self._whose(one) for one in told]
        named = [one for one in found if one is not None]
        mixed = context.of_members or any(name is not None for name, _ in named)
        return named if mixed and len(named) == len(told) else ()

    def _whose(self, told: Span) -> tuple[Span | None, Span] | None:
        """Whose problem an item says that it is before a colon, None for the team's, and the problem; None where it does not say."""
        text = told.block.text
        if team := TEAM_SAYS.match(text, told.start, told.end):
            return (None, Span(told.block, team.end(), told.end)) if team.end() < told.end else None
        if len(behind := whose_behind(told, self.noted.known)) == 1:
            return behind[0].who, behind[0].what
        who = speaker_of(text, told.start, told.end, self.noted.known)
        return (Span(told.block, *who[0]), Span(told.block, who[1], told.end)) if who and who[1] < told.end else None

    def _beside(self, node: Node, role: Role, standing: Standing) -> None:
        """Take a numbered paragraph that is no item: a criticism, a heading of its own, or something said."""
        assert node.block is not None
        if role is Role.CRITICISM or (node.label is not None and node.label.kind in RUN_IN):
            self._paragraph(whole(node.block), standing, behind=node.label.end if node.label else 0)
            return
        self._found.open(node, standing.place.of(Role.MEETING))
        if node.has_body:
            self._paragraph(Span(node.block, *node.body), standing)


def _set_off(node: Node, under: Context) -> Sequence[Span]:
    """What a numbered paragraph sets side by side behind the aspect that it begins with: 一是作风方面：A；B。 Nothing where none."""
    block, aspect = node.block, under.aspect
    if block is None or aspect is None or aspect.block is not block or block.text[aspect.end] not in _SETS_OFF:
        return ()
    behind = Span(block, after_marks(block.text, aspect.end), len(block.text))
    return () if chains(block.text, behind.start, behind.end) else clauses_of(behind)


def _tells_by_sentence(spans: Sequence[Span]) -> bool:
    """Whether paragraphs that begin with an aspect each have as many sentences together as problems are stated before them."""
    numbers: set[int | None] = set()
    told: list[int] = []
    for block, start, end in spans:
        parts = parts_by_aspect(block.text, start, end)
        if len(parts) == 1 and parts[0].start == start:
            told.append(sum(1 for _ in sentences(block.text, *parts[0].said)))
        elif not told:
            numbers = {
                one.number for cut in sentences(block.text, start, end) for one in counts_in(block.text[slice(*cut)])
            }
    return len(told) > 1 and sum(told) in numbers and len(told) < sum(told)
