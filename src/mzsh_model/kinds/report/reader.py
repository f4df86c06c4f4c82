"""情况报告: what a unit reports up after its meeting. Its headings are free couplets, so chapters are told by their role."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kinds.report.meeting import read_basis, read_meeting
from mzsh_model.kinds.report.proceedings import Proceedings, read_proceedings, stated_count, stated_from
from mzsh_model.model.base import Placeholder, Role
from mzsh_model.model.documents import MeetingReport
from mzsh_model.model.items import Aspect, Issue, Measure
from mzsh_model.model.parts import Criticism, Section, Step
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import AspectFinder, AspectList, aspect_in_item
from mzsh_model.reading.chapters import chapter_roles, prose_chapters
from mzsh_model.reading.draft import Draft, Span, joined_place, joined_text, trimmed, whole
from mzsh_model.reading.frame.preamble import prior_clauses, read_opinions, read_prior, read_talks
from mzsh_model.reading.frame.tail import read_tail
from mzsh_model.reading.items.find_items import Harvester
from mzsh_model.reading.items.harvest import Context, Harvest, Item
from mzsh_model.reading.items.item_values import read_cause, read_issue, read_measure, run_in_title
from mzsh_model.reading.links import link_items
from mzsh_model.reading.skeleton import Skeleton, anchor_title, finish, nodes, read_organisation
from mzsh_model.reading.told_facts import count_value, name_value


def read_report(skeleton: Skeleton) -> Outcome[MeetingReport]:
    """Read what is there, say what was not understood, judge nothing."""
    draft, front, tree = skeleton.draft, skeleton.front, skeleton.tree
    title = anchor_title(skeleton)
    parts = tree.children
    roles = chapter_roles(parts)
    everything = [*front.preamble, *_paragraphs(parts)]
    if not parts:
        told = prose_chapters(front.preamble, tree)
        parts, roles = [part for part, _ in told], [role for _, role in told]
    chapters = {role: [c for c, r in zip(parts, roles, strict=True) if r is role] for role in set(roles)}
    finder = AspectFinder(skeleton.year)
    listed = AspectList(skeleton.year, draft)
    proceedings = read_proceedings(chapters.get(Role.MEETING, []))
    harvests = [
        None if role is Role.MEETING else _harvest(chapter, role, finder)
        for chapter, role in zip(parts, roles, strict=True)
    ]
    for chapter, harvest in zip(parts, harvests, strict=True):
        if harvest is not None:
            _add_chapter(proceedings, chapter, harvest)
    measures, followup = _measures(draft, _of(Role.MEASURES, roles, harvests))
    steps = _steps(draft, _of(Role.PREPARATION, roles, harvests))
    items = (*proceedings.team, *proceedings.members, *proceedings.causes)
    taken = {id(span.block) for item in items for span in item.spans}
    causes = [read_cause(draft, f"/causes/{i}", f"c{i + 1}", item, None) for i, item in enumerate(proceedings.causes)]
    team = _issues(draft, "team_issues", proceedings.team, listed, 0)
    members = _issues(draft, "member_issues", proceedings.members, listed, len(team))
    if not tree.children:
        read = taken | {id(span.block) for h in harvests if h for item in h.items for span in item.spans}
        front.preamble = [span for span in front.preamble if id(span.block) not in read]
    signature, below = read_tail(draft, skeleton.tail, front)
    talks, talk_counts = read_talks(everything, draft)
    value = MeetingReport(
        title=title,
        number=draft.anchor_span("/number", front.number) if front.number else None,
        addressee=draft.anchor_span("/addressee", front.addressee).rstrip("：:") if front.addressee else None,
        year=skeleton.year,
        organisation=read_organisation(skeleton),
        preamble=tuple(draft.anchor_span(f"/preamble/{i}", span) for i, span in enumerate(front.preamble)),
        basis=read_basis(front.preamble, draft),
        meeting=read_meeting(everything, skeleton.year, draft),
        sections=tuple(_sections(draft, parts, roles, harvests, proceedings, taken, listed)),
        preparation=steps,
        opinions=read_opinions(_paragraphs(chapters.get(Role.PREPARATION, [])) or everything, draft, "/opinions"),
        talks=talks,
        talk_counts=talk_counts,
        prior=read_prior(prior_clauses(everything, skeleton.year), draft, "/prior"),
        aspects=tuple(listed.values),
        team_issues=team,
        member_issues=members,
        stated_team_issues=_stated(draft, "/stated_team_issues", proceedings.team_count),
        stated_member_issues=_stated(draft, "/stated_member_issues", proceedings.member_count),
        criticisms=_criticisms(draft, proceedings),
        stated_criticisms=_stated(draft, "/stated_criticisms", proceedings.criticism_count),
        causes=tuple(causes),
        measures=measures,
        followup=followup,
        links=link_items([*team, *members], causes, measures),
        closing=tuple(draft.anchor_span(f"/closing/{index}", span) for index, span in enumerate(below)),
        signature=signature,
    )
    finish(skeleton)
    return Outcome(value, tuple(draft.notices), draft.anchors)


def _paragraphs(chapters: list[Node]) -> list[Span]:
    """Everything that the chapters state: all paragraphs but the headings that only head something."""
    spans: list[Span] = []
    pending = list(reversed(chapters))
    while pending:
        node = pending.pop()
        if node.block is not None and (start := stated_from(node)) < node.body[1]:
            spans.append(Span(node.block, start, node.body[1]))
        spans += [whole(block) for block in node.blocks]
        pending.extend(reversed(node.children))
    return spans


def _issues(draft: Draft, name: str, items: list[Item], listed: AspectList, before: int) -> tuple[Issue, ...]:
    issues: list[Issue] = []
    for index, item in enumerate(items):
        head = item.spans[0]
        named = aspect_in_item(head.block.text, head.start, head.end)
        aspect = None
        if item.context.aspect is not None:
            aspect = listed.at(item.context.aspect_key, item.context.aspect)
        elif named is not None:
            span = Span(head.block, *named)
            aspect = listed.at(before + index, span)
            item = Item(Context(Role.ISSUES, span), item.spans, item.label)
        issues.append(read_issue(draft, f"/{name}/{index}", f"i{before + index + 1}", item, aspect))
    return tuple(issues)


def _harvest(chapter: Node, role: Role, finder: AspectFinder) -> Harvest:
    """The items and headings of a chapter that is read as one of a self-examination is."""
    harvester = Harvester(finder.of_heading)
    harvester.part(chapter, Context(role))
    return harvester.found


def _of(role: Role, roles: list[Role], harvests: list[Harvest | None]) -> list[Harvest]:
    return [h for h, one in zip(harvests, roles, strict=True) if one is role and h is not None]


def _add_chapter(proceedings: Proceedings, chapter: Node, harvest: Harvest) -> None:
    """Take the problems and causes of a chapter that is called 问题 or 原因."""
    members = "成员" in chapter.heading
    for item in harvest.items:
        if item.context.role is Role.CAUSES:
            proceedings.causes.append(item)
        elif item.context.role is Role.ISSUES:
            of_members = _of_members(harvest, item)
            (proceedings.members if of_members else proceedings.team).append(item)
    stated = next((c for spans in harvest.remarks.values() for span in spans if (c := stated_count(span))), None)
    if members:
        proceedings.member_count = proceedings.member_count or stated
    elif harvest.items and harvest.items[0].context.role is Role.ISSUES:
        proceedings.team_count = proceedings.team_count or stated


def _of_members(harvest: Harvest, item: Item) -> bool:
    """Tell whether the nearest heading above a problem that says whose it is names the members."""
    at = item.spans[0].block.line.number
    words = [n.heading for n, _ in harvest.headings if n.block is not None and n.block.line.number <= at]
    return next(("成员" in heading for heading in reversed(words) if "班子" in heading or "成员" in heading), False)


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


def _measures(draft: Draft, harvests: list[Harvest]) -> tuple[tuple[Measure, ...], tuple[str, ...]]:
    items = [item for found in harvests for item in found.items if item.context.role is Role.MEASURES]
    measures = tuple(read_measure(draft, f"/measures/{i}", f"m{i + 1}", item, None) for i, item in enumerate(items))
    spans: list[Span] = []
    for found in harvests:
        spans += [span for index in range(len(found.headings)) for span in found.remarks.get(index, ())]
        spans += found.closing
    return measures, tuple(draft.anchor_span(f"/followup/{i}", span) for i, span in enumerate(spans))


def _sections(
    draft: Draft,
    chapters: list[Node],
    roles: list[Role],
    harvests: list[Harvest | None],
    proceedings: Proceedings,
    taken: set[int],
    listed: AspectList,
) -> Iterator[Section]:
    """The headings, each with the paragraphs below it that no item was taken from."""
    at = count(0)
    for chapter, role, harvest in zip(chapters, roles, harvests, strict=True):
        if harvest is None:
            for node in nodes(chapter):
                if node.block is None:
                    continue
                own = [Span(node.block, *node.body)] if node.has_body else []
                spans = [s for s in [*own, *map(whole, node.blocks)] if id(s.block) not in taken]
                yield _section(draft, next(at), node, proceedings.roles.get(id(node), role), spans, None)
            continue
        for index, (node, context) in enumerate(harvest.headings):
            if node.block is None:
                continue
            spans = [] if role is Role.MEASURES else list(harvest.remarks.get(index, ()))
            if role is not Role.MEASURES and index == len(harvest.headings) - 1:
                spans += harvest.closing
            own_aspect = context.aspect if context.aspect_key == id(node) and context.role is Role.ISSUES else None
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


def _criticisms(draft: Draft, proceedings: Proceedings) -> tuple[Criticism, ...]:
    out: list[Criticism] = []
    for critic, target, text in proceedings.criticisms:
        path = f"/criticisms/{len(out)}"
        draft.anchor(path, text.place())
        out.append(
            Criticism(
                id=f"k{len(out) + 1}",
                critic=name_value(draft.anchor_span(f"{path}/critic", critic)),
                target=name_value(draft.anchor_span(f"{path}/target", target)),
                text=draft.anchor_span(f"{path}/text", text),
            )
        )
    return tuple(out)


def _stated(draft: Draft, path: str, span: Span | None) -> int | Placeholder | None:
    return None if span is None else count_value(draft.anchor_span(path, span))
