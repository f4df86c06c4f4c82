"""A self-examination of paragraphs alone: which of them tell problems, and what those behind them are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mzsh_model.model.base import Role
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.chains import Chain, chains
from mzsh_model.outline.sentences import sentences
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import AspectFinder
from mzsh_model.reading.behind import ANSWERS, grouped
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.explain import ROLE_ZH
from mzsh_model.reading.items.clauses import closes_paper
from mzsh_model.reading.items.find_items import Harvester
from mzsh_model.reading.items.harvest import Context, Item
from mzsh_model.reading.items.heading_items import openings_of
from mzsh_model.reading.items.named import cut_parts
from mzsh_model.reading.openings import Opening
from mzsh_model.reading.roles import UNSURE, decide_behind, says_itself
from mzsh_model.reading.skeleton import Skeleton
from mzsh_model.reading.weighing.evidence import Decision
from mzsh_model.reading.weighing.lists import counts_as, last_sentence, role_led_in, stated_count
from mzsh_model.reading.words.lexicon import role_of_heading

_SHOWN = 12
_IN_TURN = frozenset({Role.ISSUES, Role.MEASURES})
_UNKNOWN = "看不出哪个写的是问题、哪个是原因或措施；写明是哪一部分，就读得出"
_UNTOLD = "这一段没有标题，看不出写的是问题、原因还是措施，没有读成条目；写明是哪一部分，就读得出"


def read_prose(harvester: Harvester, skeleton: Skeleton, spans: Sequence[Span]) -> list[Span]:
    """Take the parts that paragraphs of a document without headings name, and return the paragraphs that name none."""
    harvester.open(skeleton.tree, Context(Role.OTHER))
    opened = openings_of(Context(Role.ISSUES), spans, skeleton.year)
    if len(opened) > 1:
        return _told_in_turn(harvester, skeleton, spans, opened)
    if (listing := next((span for span in spans if _lists(span)), None)) is not None:
        behind = grouped([span.block for span in spans[spans.index(listing) + 1 :]], skeleton.tree.level + 1)
        told = decide_behind([listing.block], behind, AspectFinder(skeleton.year))
        answers = {one.taken for one in told if says_itself(one)} & ANSWERS
        if Role.CAUSES in answers or (answers and counts_as(Role.ISSUES, listing.block.text, _listed(listing))):
            return _told_in_turn(harvester, skeleton, spans, {listing.block: None})
    left: list[Span] = []
    named: list[tuple[Role, Span]] = []
    for span in spans:
        head, parts = cut_parts(Role.OTHER, span, skeleton.names)
        if not parts or head.start < head.end:
            left.append(head)
        named += parts
    alike = _are_answered_in_turn(named)
    for role, span in named:
        if alike and role in _IN_TURN:
            for cut in sentences(span.block.text, span.start, span.end):
                harvester.add(Context(role), [Span(span.block, *cut)], None)
        else:
            harvester.named(role, span, Context(Role.OTHER))
    return left


def _are_answered_in_turn(told: Sequence[tuple[Role, Span]]) -> bool:
    """Tell whether problems and measures are a paragraph each, both of the same number of sentences, and nothing is listed in them."""
    both = [span for role, span in told if role in _IN_TURN]
    if len(both) != len(_IN_TURN) or {role for role, _ in told} < _IN_TURN:
        return False
    if any(True for one in both for _ in chains(one.block.text, one.start, one.end)):
        return False
    problems, measures = (sum(1 for _ in sentences(one.block.text, one.start, one.end)) for one in both)
    return problems == measures > 1


def _lists(span: Span) -> bool:
    """Tell whether a paragraph lists what may be problems: its lead says how many, or names problems or the looking for them."""
    found = next(iter(chains(span.block.text, span.start, span.end)), None)
    if found is None or role_led_in(span.block.text, found) is not None:
        return False
    lead = span.block.text[slice(*last_sentence(span.block.text, found.lead, found.members[0].at))]
    return stated_count(lead) == len(found.members) or role_of_heading(lead) is Role.ISSUES


def _listed(span: Span) -> Chain:
    return chains(span.block.text, span.start, span.end)[0]


def _told_in_turn(
    harvester: Harvester, skeleton: Skeleton, spans: Sequence[Span], opened: Mapping[Block, Opening | None]
) -> list[Span]:
    """Take paragraphs that name an aspect each for its problems, or list them, and those behind them for what their words and place say.

    Return those that are neither.
    """
    first = next(at for at, span in enumerate(spans) if span.block in opened)
    last = max((at for at, span in enumerate(spans) if not closes_paper(span.text, Role.OTHER)), default=-1) + 1
    harvester.found.closing += spans[last:]
    spans = spans[:last]
    told = [span.block for span in spans if span.block in opened]
    behind = grouped([span.block for span in spans[first:] if span.block not in opened], skeleton.tree.level + 1)
    decided = decide_behind(told, behind, AspectFinder(skeleton.year))
    decisions = {block: one for node, one in zip(behind, decided, strict=True) for block in node.blocks}
    left = list(spans[:first])
    for span in spans[first:]:
        context, opening, decision = Context(Role.ISSUES), opened.get(span.block), decisions.get(span.block)
        if opening is not None:
            named = Span(span.block, opening.start, opening.end)
            harvester.of_aspect(span, context.under(named, span.block), opening.end)
        elif span.block in opened:
            listed = _listed(span)
            harvester.remark(Span(span.block, span.start, listed.members[0].at))
            harvester.remark(Span(span.block, harvester.members(span, listed, context), span.end))
        elif decision is not None and decision.taken in ANSWERS and says_itself(decision):
            tell_close(skeleton.draft, span.block, span.text[:_SHOWN], decision)
            harvester.named(decision.taken, span, context)
        else:
            left.append(span)
            _tell_untold(skeleton.draft, span.block)
    return left


def tell_unread_behind(draft: Draft, loose: Sequence[Node]) -> None:
    """Name the paragraphs behind the last of several items of which no other has any: they may be another part."""
    *others, last = loose or (Node(),)
    behind = [block for block in last.blocks if not closes_paper(block.text, Role.OTHER)]
    if others and len(behind) > 1 and not any(one.blocks for one in others):
        _tell_untold(draft, behind[0])


def tell_unknown_names(draft: Draft, names: Mapping[str, Role], items: Sequence[Item]) -> None:
    """Name the first item that begins with a name which recurs through the paper, and of which no word says what it names."""
    unknown = tuple(f"{name}：" for name, role in names.items() if role is Role.OTHER)
    first = (
        next((item.spans[0].block for item in items if item.spans[0].block.text.startswith(unknown)), None)
        if unknown
        else None
    )
    if first is not None:
        said = "、".join(f"“{name}”" for name in unknown)
        draft.notice("reading-unsure", first.pieces[0][1], first.text, f"{said}各处都有，{_UNKNOWN}")


def _tell_untold(draft: Draft, block: Block) -> None:
    draft.notice("reading-unsure", block.pieces[0][1], block.text, _UNTOLD)


def tell_close(draft: Draft, block: Block, words: str, decision: Decision[Role]) -> None:
    """Name what `words` begin, if its best two readings lie close, with both."""
    if decision.rival is None or decision.margin > UNSURE:
        return
    taken, rival = ROLE_ZH[decision.taken], ROLE_ZH[decision.rival]
    said = f"“{words}”这一部分按“{taken}”读，也可能是“{rival}”，两种读法的依据相差不大；标题写明是哪一部分，就分得清"
    draft.notice("reading-unsure", block.pieces[0][1], block.text, said)
