"""情况报告: what a unit reports up after its meeting. Its headings are free couplets, so chapters are told by their role."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import count
from typing import TypeVar

from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.cells import leave_out_labels, told_in_cells
from mzsh_model.kinds.report.criticism_values import criticism_value
from mzsh_model.kinds.report.form_chapters import FormChapter, lines_of
from mzsh_model.kinds.report.matrix import matrix_criticisms
from mzsh_model.kinds.report.meeting import read_basis, read_meeting, year_held
from mzsh_model.kinds.report.proceedings import Proceedings
from mzsh_model.kinds.report.prose_chapters import holds_lists_alone, left_over, prose_chapters
from mzsh_model.kinds.report.short_names import called
from mzsh_model.kinds.report.tabled import Tabled, before_tables
from mzsh_model.model.base import Placeholder, Role
from mzsh_model.model.documents import MeetingReport
from mzsh_model.model.items import Aspect, Issue, Measure
from mzsh_model.model.parts import Section, Step
from mzsh_model.model.people import Member
from mzsh_model.outline.sentences import sentences
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import (
    ONE_SENTENCE,
    POINTS,
    AspectFinder,
    AspectList,
    after_marks,
    aspect_in_item,
    behind_aspect,
)
from mzsh_model.reading.chapters import chapter_roles
from mzsh_model.reading.draft import Draft, Span, joined_place, joined_text, trimmed, whole
from mzsh_model.reading.frame.preamble import prior_clauses, read_opinions, read_prior, read_talks
from mzsh_model.reading.frame.tail import read_tail
from mzsh_model.reading.items.find_items import Harvester
from mzsh_model.reading.items.harvest import Context, Harvest, Item
from mzsh_model.reading.items.item_values import read_cause, read_issue, read_measure, run_in_title
from mzsh_model.reading.links import link_items
from mzsh_model.reading.skeleton import Skeleton, anchor_title, finish, read_organisation
from mzsh_model.reading.tables.column_names import LedgerTable
from mzsh_model.reading.told_facts import count_value

_MEETING = frozenset({Role.MEETING, Role.ISSUES})
"""Chapters that are read as what was said at the meeting."""

_FIGURES = lazy_pattern(r"[\u4e00-\u9fff]\s*\d{1,4}\s*(?:条|人次|人|次|个)?(?=[，,；;。]|$)")
"""A number that closes a clause; a line below the text with several tells figures of the meeting."""
_WHOSE = "像是一名成员的问题，没有把握是谁的，没有读成条目；写明姓名和职务，就分得清"
M = TypeVar("M", bound=MeetingReport)


def read_report(
    skeleton: Skeleton,
    make: type[M],
    tables: tuple[LedgerTable, ...] = (),
    forms: Sequence[FormChapter] = (),
    *,
    linked: bool = True,
) -> Outcome[M]:
    """Read what is there, say what was not understood, judge nothing.

    `make` is the type of the value: reports, or what is told as they are. `tables` and `forms` hold what no paragraph does;
    links if `linked`.
    """
    draft, front, tree = skeleton.draft, skeleton.front, skeleton.tree
    title = anchor_title(skeleton)
    parts = tree.children
    roles = chapter_roles(parts)
    everything = [*front.preamble, *_paragraphs(parts)]
    prose = not parts or holds_lists_alone(front.preamble, tree)
    preamble = front.preamble
    meeting = read_meeting(everything, skeleton.year, draft)
    year = skeleton.year or year_held(meeting.held_on)
    meeting = meeting.model_copy(update={"year": year})
    away = (Member(name=one.name, post=one.post) for one in meeting.absentees if one.name is not None)
    known = called(one for one in (meeting.chair, *meeting.attendees, *away) if one is not None)
    if prose:
        told = prose_chapters(preamble, tree, known)
        parts, roles = tuple(part for part, _ in told), [role for _, role in told]
    parts, roles = (*parts, *(one.node for one in forms)), [*roles, *(one.role for one in forms)]
    everything += _paragraphs([one.node for one in forms])
    everything += [whole(block) for block in skeleton.tail if len(_FIGURES.findall(block.text)) > 1]
    prepared = [c for c, role in zip(parts, roles, strict=True) if role is Role.PREPARATION]
    finder = AspectFinder(year)
    listed = AspectList(year, draft)
    proceedings = Proceedings(finder.of_heading, known, year, before_tables(draft.outline.lines))
    harvests = [
        proceedings.read(chapter, role) if role in _MEETING else _harvest(chapter, role, finder)
        for chapter, role in zip(parts, roles, strict=True)
    ]
    left = tuple(left_over(preamble, parts)) if prose else preamble
    proceedings.noted.glean(left)
    chaptered = lines_of(forms)
    facts = [line for line in draft.outline.lines if line.number not in chaptered]
    figures = told_in_cells(facts, "")
    labelled = told_in_cells(facts)  # 上年度整改：6个问题 counts none that is done
    proceedings.noted.figures(figures)
    measures, followup = _measures(draft, roles, harvests, known)
    steps = _steps(draft, _of(Role.PREPARATION, roles, harvests))
    issues = [item for found in harvests for item in found.items if item.context.role is Role.ISSUES]
    causes = [
        read_cause(draft, f"/causes/{i}", f"c{i + 1}", item, None)
        for i, item in enumerate(item for found in harvests for item in found.items if item.context.role is Role.CAUSES)
    ]
    team = _issues(draft, "team_issues", [one for one in issues if not one.context.of_members], listed, 0)
    members = _issues(draft, "member_issues", [one for one in issues if one.context.of_members], listed, len(team))
    tabled = Tabled(draft, listed, list(team), list(members), causes, list(measures), proceedings.noted.criticisms)
    for table in tables:
        tabled.read(table)
    tabled.criticisms += matrix_criticisms(draft)
    team, members, measures = tuple(tabled.team), tuple(tabled.members), tuple(tabled.measures)
    if prose:
        said = [
            span
            for part, role, found in zip(parts, roles, harvests, strict=True)
            if part.block is None and role is not Role.MEASURES
            for span in (*found.remarks.get(0, ()), *found.closing)
        ]
        preamble = (*left, *said)
    signature, below = read_tail(draft, skeleton.tail, front)
    talks, talk_counts = read_talks([*everything, *figures], draft)
    value = make(
        title=title,
        number=draft.anchor_span("/number", front.number) if front.number else None,
        addressee=draft.anchor_span("/addressee", front.addressee).rstrip("：:") if front.addressee else None,
        year=year,
        organisation=read_organisation(skeleton),
        preamble=tuple(draft.anchor_span(f"/preamble/{i}", span) for i, span in enumerate(preamble)),
        basis=read_basis(preamble, draft),
        meeting=meeting,
        sections=tuple(_sections(draft, roles, harvests, listed)),
        preparation=steps,
        opinions=read_opinions([*(_paragraphs(prepared) or everything), *figures], draft, "/opinions"),
        talks=talks,
        talk_counts=talk_counts,
        prior=read_prior(prior_clauses([*everything, *labelled], year), draft, "/prior"),
        aspects=tuple(listed.values),
        team_issues=team,
        member_issues=members,
        stated_team_issues=_stated(
            draft, "/stated_team_issues", proceedings.noted.stated(members=False, listed=len(team))
        ),
        stated_member_issues=_stated(
            draft, "/stated_member_issues", proceedings.noted.stated(members=True, listed=len(members))
        ),
        criticisms=tuple(criticism_value(draft, n, one) for n, one in enumerate(proceedings.noted.criticisms)),
        stated_criticisms=_stated(draft, "/stated_criticisms", proceedings.noted.criticism_count),
        causes=tuple(causes),
        measures=measures,
        followup=followup,
        links=link_items([*team, *members], causes, measures, tabled.beside) if linked else (),
        closing=tuple(draft.anchor_span(f"/closing/{index}", span) for index, span in enumerate(below)),
        signature=signature,
    )
    for span in proceedings.noted.unsure:
        draft.notice("reading-unsure", span.block.place(span.start, span.end).line, span.text, _WHOSE)
    leave_out_labels(draft)
    finish(skeleton)
    return Outcome(value, tuple(draft.notices), draft.anchors)


def _paragraphs(chapters: Sequence[Node]) -> list[Span]:
    """Everything that the chapters state: all paragraphs but the headings that only head something."""
    spans: list[Span] = []
    pending = list(reversed(chapters))
    while pending:
        node = pending.pop()
        if node.block is not None and (start := _stated_from(node)) < node.body[1]:
            spans.append(Span(node.block, start, node.body[1]))
        spans += [whole(block) for block in node.blocks]
        pending.extend(reversed(node.children))
    return spans


def _stated_from(node: Node) -> int:
    """Where what a numbered paragraph states begins: behind its title, if it heads anything and is nothing but a heading."""
    heads = node.is_bare_heading and (node.children or node.blocks)
    return node.body[0] if heads else node.title[0]


def _issues(draft: Draft, name: str, items: list[Item], listed: AspectList, before: int) -> tuple[Issue, ...]:
    issues: list[Issue] = []
    for index, item in enumerate(items):
        head = item.spans[0]
        named = aspect_in_item(head.block.text, head.start, head.end)
        span = Span(head.block, *named) if named is not None else None
        aspect = None
        if item.context.aspect is not None:
            aspect = listed.at(item.context.aspect_key, item.context.aspect)
        elif span is not None:
            aspect = listed.at(before + index, span)
            item = item._replace(context=item.context.under(span, item.context.aspect_key))
        own = item.context.aspect
        if span is not None and own == span:
            said = Span(head.block, behind_aspect(head.block.text, span.end, head.end), head.end)
            if said.start < said.end and not span.block.text.startswith(ONE_SENTENCE, said.start):
                item = item._replace(spans=(said, *item.spans[1:]))
        elif own is not None and own.block is head.block and head.start <= own.start < own.end < head.end:
            said = Span(head.block, after_marks(head.block.text, own.end), head.end)
            apart = head.block.text[own.end] not in "，," or own.text.startswith(POINTS)
            if said.start < said.end and apart:  # 政治上，想得浅 is one sentence
                item = item._replace(spans=(said, *item.spans[1:]))
        issues.append(read_issue(draft, f"/{name}/{index}", f"i{before + index + 1}", item, aspect))
    return tuple(issues)


def _harvest(chapter: Node, role: Role, finder: AspectFinder) -> Harvest:
    """The items and headings of a chapter that is read as one of a self-examination is; of last year's account what is said."""
    harvester = Harvester(finder.of_heading)
    harvester.part(chapter, Context(Role.OTHER if role is Role.PRIOR else role))
    found = harvester.found
    if role is Role.PRIOR:
        found.headings = [(node, context.of(role)) for node, context in found.headings]
    elif role is Role.PREPARATION and not found.items:
        _steps_of_clauses(found)
    return found


def _steps_of_clauses(found: Harvest) -> None:
    """Take for steps what a paragraph sets side by side between semicolons, where nothing is numbered."""
    for index, spans in found.remarks.items():
        for span in list(spans):
            clauses = list(sentences(span.block.text, span.start, span.end, clauses=True))
            if sum(span.block.text[high - 1] in "；;" for _, high in clauses) > 1:
                spans.remove(span)
                context = found.headings[index][1]
                found.items += (Item(context, (trimmed(Span(span.block, *one), "；;"),)) for one in clauses)


def _of(role: Role, roles: list[Role], harvests: list[Harvest]) -> list[Harvest]:
    return [h for h, one in zip(harvests, roles, strict=True) if one is role]


def _steps(draft: Draft, harvests: list[Harvest]) -> tuple[Step, ...]:
    """The steps of the preparation: its numbered paragraphs, or the list in its prose."""
    steps: list[Step] = []
    for item in (item for harvest in harvests for item in harvest.items):
        path = f"/preparation/{len(steps)}"
        draft.anchor(path, joined_place(item.spans))
        draft.anchor(f"{path}/text", joined_place(item.spans))
        label = draft.anchor_span(f"{path}/label", item.label) if item.label else None
        title = run_in_title(draft, path, item)
        steps.append(Step(id=f"s{len(steps) + 1}", label=label, title=title, text=joined_text(item.spans)))
    return tuple(steps)


def _measures(
    draft: Draft, roles: list[Role], harvests: list[Harvest], known: Collection[str]
) -> tuple[tuple[Measure, ...], tuple[str, ...]]:
    items = [item for found in harvests for item in found.items if item.context.role is Role.MEASURES]
    measures = tuple(
        read_measure(draft, f"/measures/{i}", f"m{i + 1}", item, None, known=known) for i, item in enumerate(items)
    )
    spans: list[Span] = []
    for found in _of(Role.MEASURES, roles, harvests):
        spans += [span for index in range(len(found.headings)) for span in found.remarks.get(index, ())]
        spans += found.closing
    return measures, tuple(draft.anchor_span(f"/followup/{i}", span) for i, span in enumerate(spans))


def _sections(draft: Draft, roles: list[Role], harvests: list[Harvest], listed: AspectList) -> Iterator[Section]:
    """The headings, each with what is said below it beside the items."""
    at = count(0)
    for role, harvest in zip(roles, harvests, strict=True):
        for index, (node, context) in enumerate(harvest.headings):
            if node.block is None:
                continue
            spans = [] if role is Role.MEASURES else list(harvest.remarks.get(index, ()))
            if role is not Role.MEASURES and index == len(harvest.headings) - 1:
                spans += harvest.closing
            own_aspect = context.aspect if context.aspect_key is node else None
            aspect = listed.at(context.aspect_key, own_aspect) if own_aspect else None
            yield _section(draft, next(at), node, context.role, spans, aspect, own_aspect)


def _section(
    draft: Draft, at: int, node: Node, role: Role, remarks: list[Span], aspect: Aspect | None, name: Span | None = None
) -> Section:
    assert node.block is not None
    path = f"/sections/{at}"
    start = node.title[0]
    span = name or Span(node.block, start, start + len(node.heading))
    draft.anchor(path, span.place())
    return Section(
        label=draft.anchor_span(f"{path}/label", Span(node.block, 0, len(node.label.raw))) if node.label else None,
        heading=draft.anchor_span(f"{path}/heading", trimmed(span, "。.．：:；;，,、")),
        level=node.level,
        role=role,
        aspect_id=aspect.id if aspect else None,
        remarks=tuple(draft.anchor_span(f"{path}/remarks/{i}", trimmed(one)) for i, one in enumerate(remarks)),
    )


def _stated(draft: Draft, path: str, span: Span | None) -> int | Placeholder | None:
    return None if span is None else count_value(draft.anchor_span(path, span))
