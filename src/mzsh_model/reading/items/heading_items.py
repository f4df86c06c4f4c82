"""Which numbered paragraphs of a part are headings, and what stands below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.chains import Member
from mzsh_model.outline.labels import ADVERB, DIGIT, RUN_IN, label_at
from mzsh_model.outline.sentences import sentences
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import after_marks, aspect_in_item
from mzsh_model.reading.draft import Span
from mzsh_model.reading.items.harvest import Context
from mzsh_model.reading.items.statements import statements
from mzsh_model.reading.openings import Opening, aspects_opened, goes_on
from mzsh_model.reading.weighing.lists import DIVIDED, list_in
from mzsh_model.reading.weighing.turns import after_lead
from mzsh_model.reading.words.lexicon import (
    lead_role,
    names_problems,
    role_of_heading,
    role_of_label,
    states_achievement,
    states_fault,
    states_problem,
)

_POINTS = lazy_pattern("对照|针对|聚焦|围绕|关于|按照")
FIELDS = lazy_pattern(r"[（(]?(?:牵头|责任|整改|完成|办结|时限|配合|分管|包保|落实)[^：:，,。；]{0,6}[：:]")
"""What begins a line, or a bracket, that says who answers for a measure and by when."""
_AFTERWARDS = lazy_pattern(
    r"(?:会后|散会后|下一?步|接下来|今后)[，,]|[\u4e00-\u9fff]{0,8}(?:党[组委]|党工委|班子|支部|我们)(?:将|要)(?![^。；]*(?:责任人|负责|\d\s*月))"
)
"""How a paragraph below the last measure begins that closes the part, and goes on with none: 会后，局党组将及时通报……"""
_APART = frozenset({Role.PRIOR, Role.CASE, Role.MATTERS})
_ISSUES, _MEASURES = Role.ISSUES, Role.MEASURES  # until Python 3.12 members of an enum are slow to look up

AspectTest = Callable[[Node], tuple[int, int] | None]
"""The stretch of a node's paragraph that names an aspect, None where the node is no aspect heading."""


def context_of(child: Node, context: Context, aspect_of: AspectTest) -> Context:
    """Return the part and the aspect in which a heading, or an item, below `context` stands."""
    if child.label is not None and child.label.kind in RUN_IN:
        return context
    role = role_of_label(child.heading)
    if role is None and child.label is None and child.block is not None and child.block.text[-1] in "：:":
        role = lead_role(child.block.text)
    tells = context.role in DIVIDED and child.label is not None and (states_fault(child.heading) or not child.blocks)
    if (
        role is None
        and child.is_bare_heading
        and context.role is not Role.PREPARATION
        and not (tells and not child.children)
    ):
        special = role_of_heading(child.heading)
        # a number within an aspect counts one of its problems, whatever that is about: 以案促改“半篇文章”
        within = context.aspect is not None and context.role is _ISSUES and child.label is not None
        role = special if special in _APART and not within else None
    if role is not None:
        return context.of(role)
    if context.role in DIVIDED and child.block is not None:
        named = aspect_of(child)
        if named is not None and (context.role is _ISSUES or child.is_bare_heading):
            return context.under(Span(child.block, *named), child)
    return context


def is_heading(child: Node, context: Context) -> bool:
    """Tell whether a numbered or styled paragraph heads something, and is no item itself."""
    if context.aspect_key is child:
        return not _goes_on(child, context)
    if role_of_label(child.heading) is not None:
        return True
    if child.children:
        return True
    if context.role is _ISSUES and _leads_in(child):
        return context.aspect is None or bool(child.blocks) or _sets_apart(child)
    if not child.is_bare_heading or not child.blocks:
        return False
    if context.role is _ISSUES and (
        _POINTS.match(child.heading) or not (states_fault(child.heading) or context.aspect)
    ):
        return True  # under an aspect it is the title of an item
    return any(list_in(context.role, b.text, 0, len(b.text)) for b in child.blocks)


def _leads_in(child: Node) -> bool:
    """Tell whether a heading without a fault goes on in its paragraph with words that lead in problems: 还存在以下差距：…"""
    if child.block is None or not child.has_body:
        return False
    text, (start, end) = child.block.text, child.body
    if (text.find("：", start, end) < 0 and text.find(":", start, end) < 0) or states_problem(child.heading):
        return False
    at = after_lead(text, start, end)
    return at > start and text[at - 1] in "：:"


def _sets_apart(child: Node) -> bool:
    """Tell whether what a numbered paragraph leads in is several: a list, or clauses between semicolons; else it is an item's own."""
    if child.block is None:
        return False
    text, (start, end) = child.block.text, child.body
    return list_in(_ISSUES, text, start, end) or len(list(sentences(text, start, end, clauses=True))) > len(
        list(sentences(text, start, end))
    )


def _goes_on(child: Node, context: Context) -> bool:
    """Tell whether a numbered sentence names its aspect and goes on to its problem: 1.理论学习方面，存在……的问题。 is an item."""
    if context.aspect is None or child.children or child.label is None or child.label.kind < DIGIT:
        return False
    text, at = context.aspect.block.text, context.aspect.end
    if text[at : at + 1] not in ("，", ",") or any(list_in(context.role, b.text, 0, len(b.text)) for b in child.blocks):
        return False
    found = statements(text, at + 1, len(text))
    sentence = text[context.aspect.start] == "在" and context.role is _ISSUES  # 1、在……方面，尽管……，但……。
    return (sentence or len(found) == 1) and not list_in(context.role, text, at, len(text))


def under_heading(child: Node, context: Context) -> Context:
    """Return in which aspect the problems below a heading stand.

    A bare heading names one, though no catalogue has it; one that states a problem does not, unless it points at what a
    problem was found by: 对照反馈的“……弱化”问题.
    """
    heading = child.heading
    if child.block is None or not (child.is_bare_heading or _leads_in(child)) or role_of_label(heading):
        return context
    if (states_fault(heading) or names_problems(heading)) and not _POINTS.match(heading):
        return context
    start = child.title[0]
    return context.under(Span(child.block, start, start + len(heading)), child)


def opening_context(span: Span, context: Context) -> Context | None:
    """The context of a paragraph of problems that begins with an aspect of its own: 能力本领方面，…"""
    if context.role is not _ISSUES or context.aspect is not None:
        return None
    named = aspect_in_item(span.block.text, span.start, span.end)
    if named is None:
        return None
    return context.under(Span(span.block, *named), span.block)


def within_aspect(span: Span, context: Context) -> tuple[Context, Span]:
    """Return where one of several things stands that a paragraph sets apart, and what it says: behind an aspect that it begins with."""
    text = span.block.text
    named = aspect_in_item(text, span.start, span.end) if context.aspect is None else None
    at = span.end if named is None else after_marks(text, named[1])
    if named is None or at >= span.end:
        return context, span
    return context.under(Span(span.block, *named), (span.block, named[0])), Span(span.block, at, span.end)


def openings_of(context: Context, spans: Sequence[Span], year: int | None) -> dict[Block, Opening]:
    """Return by paragraph what siblings begin with, where it names their aspects and no heading has named one.

    Of measures those count that stand before a mark of their own: 护林防火方面。物资库……
    """
    if context.role not in (_ISSUES, _MEASURES) or context.aspect is not None:
        return {}
    if context.role is _MEASURES and not any("方面" in one.text for one in spans):
        return {}  # nothing that would count is there to be weighed
    labels = [one.block.label if one.start == 0 else label_at(one.block.text, one.start) for one in spans]
    texts = [
        (one.block.text, label.end if label else one.start, one.end) for one, label in zip(spans, labels, strict=True)
    ]
    found = zip(spans, aspects_opened(texts, year), strict=True)
    return {
        span.block: one
        for span, one in found
        if one is not None and (context.role is _ISSUES or (one.form == "aspect" and not goes_on(span.block.text, one)))
    }


def stand(
    child: Node, context: Context, aspect_of: AspectTest, opened: Mapping[Block, Opening]
) -> tuple[Context, bool]:
    """Return in which part and aspect a paragraph below `context` stands, and whether it heads anything.

    `opened` holds what siblings begin with where that names their aspects.
    """
    below = context_of(child, context, aspect_of)
    opening = opened.get(child.block) if below is context and child.block is not None else None
    if opening is not None and child.block is not None:
        below = context.under(Span(child.block, opening.start, opening.end), child)
        if not child.children and goes_on(child.block.text, opening):
            return below, False
    heads = is_heading(child, below) or (below.role is not context.role and bool(child.blocks))
    if heads and below.role is _ISSUES and below.aspect is None:
        below = under_heading(child, below)
    return below, heads


def members_opened(
    context: Context, span: Span, members: Sequence[Member], tail: int, year: int | None
) -> Iterator[tuple[Member, Context, Opening | None]]:
    """Yield the members of a list in the paragraph of `span`, each where it stands, with the name of its aspect if it begins so."""
    texts = [(span.block.text, member.start, min(member.end, tail)) for member in members]
    plain = context.role is _ISSUES and context.aspect is None
    found = aspects_opened(texts, year) if plain else [None] * len(members)
    for member, opening in zip(members, found, strict=True):
        if opening is None:
            yield member, context, None
        else:
            named = Span(span.block, opening.start, opening.end)
            yield member, context.under(named, (span.block, opening.start)), opening


def title_before(node: Node, context: Context) -> Span | None:
    """Return the title that stands before the aspect in its own heading: 照信仰。带头……方面：…"""
    aspect = context.aspect if context.aspect_key is node else None
    return Span(aspect.block, *node.title) if aspect is not None and node.title[1] <= aspect.start else None


def answers_in(node: Node) -> Span | None:
    """Return where a heading of measures says who answers for all of them and by when: …方面（责任领导：张三）."""
    if node.block is None or (found := FIELDS.search(node.block.text, node.title[0])) is None:
        return None
    return Span(node.block, found.start(), len(node.block.text))


def begins_late(node: Node) -> bool:
    """Tell whether the items below a heading begin with 其次 or 最后: then the first stands in a paragraph without a word."""
    first = next((child.label for child in node.children), None)
    return first is not None and first.kind is ADVERB and first.number > 1


def goes_on_below(siblings: Sequence[Node], role: Role) -> bool:
    """Tell whether items are a title and paragraphs below it: then those behind the last one are its own, and no closing words."""
    *others, last = siblings
    return not last.has_body and any(may_go_on(block.text, role) for one in others for block in one.blocks)


def may_go_on(text: str, role: Role) -> bool:
    """Tell whether a paragraph below an item may go on with it: what was achieved, or leads in others, goes on with no problem."""
    if text[-1] in "：:" or (role is _MEASURES and _AFTERWARDS.match(text)):
        return False
    return role is not _ISSUES or not states_achievement(text) or states_problem(text)


def names_part(node: Node) -> bool:
    """Tell whether a heading is nothing but the name of a part before a colon: 主要问题有："""
    return node.block is not None and node.block.text[-1] in "：:" and role_of_label(node.heading) is not None
