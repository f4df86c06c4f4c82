"""What each chapter is for: by its heading, by what its members say, and by where it stands among the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.model.catalogue import match_aspect
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.outline.tree import Node
from mzsh_model.reading.aspects import AspectFinder
from mzsh_model.reading.behind import ANSWERS, asked, limited, parted
from mzsh_model.reading.draft import Span, whole
from mzsh_model.reading.items.harvest import Context
from mzsh_model.reading.items.heading_items import openings_of
from mzsh_model.reading.own_names import NO_NAMES
from mzsh_model.reading.skeleton import Skeleton
from mzsh_model.reading.told_facts import due_of
from mzsh_model.reading.weighing.evidence import Decision, Scores
from mzsh_model.reading.weighing.path import best_path
from mzsh_model.reading.words.lexicon import (
    announces_plans,
    has_digit,
    names_act,
    names_problems,
    names_roots,
    refers_back,
    role_of_label,
    roles_of_heading,
    states_achievement,
    states_fault,
    states_plan,
    states_problem,
)

UNSURE = 2
"""A chapter whose best two readings lie no further apart is told as unsure."""

_ROLES = (Role.OTHER, Role.ISSUES, Role.CAUSES, Role.MEASURES, Role.PRIOR, Role.CASE, Role.MATTERS)
_NAMES = {role: str(role) for role in _ROLES}
_APART = frozenset({Role.PRIOR, Role.CASE, Role.MATTERS})
_TELLING = frozenset(
    f"chapter.{sign}" for sign in ("named", "word", "apart", "aspect", "year-aspect", "answered", "faults", "plans")
)
_SAYS = frozenset(
    f"chapter.{sign}" for sign in ("named", "word", "asked", "back", "lead", "roots", "plans", "limited", "answered")
)
_NAMED = lazy_pattern(r"([^。；;，,：:]{1,10})[：:](?=.)")
_ENOUGH = 12
"""So many members of a chapter tell what it is for; more would cost and say the same."""


class Chapter(NamedTuple):
    """A chapter, the part that it is with its aspect, and how that was decided; nothing was, where it is but an item."""

    node: Node
    context: Context
    decision: Decision[Role] | None

    @property
    def heads(self) -> bool:
        """Whether it heads anything: an item does where it begins with the name of its aspect, before a mark of its own."""
        aspect = self.context.aspect
        named = aspect is not None and aspect.block.text[aspect.end : aspect.end + 1] not in ("，", ",")
        return named if is_item(self.node) else True

    @property
    def told(self) -> bool:
        """Whether the chapter itself says what it is, by its heading or its members, and not its place alone."""
        return self.decision is None or any(one.name in _TELLING for one in self.decision.evidence)


def chapters_of(skeleton: Skeleton) -> list[Chapter]:
    """Return the chapters of a document, each with the part that it is, and its aspect where it is one."""
    chapters: Sequence[Node] = skeleton.tree.children
    aspects = AspectFinder(skeleton.year)
    heads = [one for one in chapters if not is_item(one)]
    told = decide_chapters(heads, aspects, skeleton.names)
    named_by_place = _aspects_among(heads, told, aspects)
    decisions = iter(told)
    loose = [chapter for chapter in chapters if is_item(chapter)]
    blocks = [one.block for one in loose if one.block is not None]
    opened = openings_of(Context(Role.ISSUES), [whole(block) for block in blocks], skeleton.year)
    of_items = Context(_role_of_items(loose, len(opened)))
    opened = opened if of_items.role is Role.ISSUES else {}
    kept, behind = parted(loose)
    found: list[Chapter] = []
    for chapter in chapters:
        node = kept.get(chapter, chapter)
        if is_item(node):
            opening = opened.get(node.block) if node.block is not None else None
            context = of_items
            if opening is not None and node.block is not None:
                context = of_items.under(Span(node.block, opening.start, opening.end), node)
            found.append(Chapter(node, context, None))
            if chapter in kept:
                told = decide_behind(blocks, behind, aspects)
                found += [
                    Chapter(one, Context(decided.taken), decided) for one, decided in zip(behind, told, strict=True)
                ]
            continue
        decision = next(decisions)
        named = named_by_place.get(node)
        span = Span(node.block, *named) if named is not None and node.block is not None else None
        both = decision.taken is Role.ISSUES and Role.MEASURES in roles_of_heading(node.heading)
        context = Context(decision.taken, span, node if span else None, both=both)
        found.append(Chapter(node, context, decision))
    return found


def says_itself(decision: Decision[Role]) -> bool:
    """Tell whether a paragraph without a heading says itself what it is, by its first words or its members, and not its place alone."""
    return any(one.name in _SAYS and one.weight > 0 for one in decision.evidence)


def decide_behind(told: Sequence[Block], behind: Sequence[Node], aspects: AspectFinder) -> list[Decision[Role]]:
    """Return what the paragraphs are, each a node of its own, that stand behind those that tell problems."""
    return decide_chapters([Node(blocks=tuple(told)), *behind], aspects)[1:] if behind else []


def _aspects_among(
    heads: Sequence[Node], decisions: Sequence[Decision[Role]], aspects: AspectFinder
) -> dict[Node, tuple[int, int]]:
    """Where the chapters of problems name their aspects: by their wording, or because there are several of them, each with a
    heading that names no part and holds no aspects of its own.
    """
    chapters = [one for one, decision in zip(heads, decisions, strict=True) if decision.taken is Role.ISSUES]
    found: dict[Node, tuple[int, int]] = {}
    for one in chapters:
        heading = one.heading
        named = aspects.of_heading(one)
        if named is None and len(chapters) > 1 and one.is_bare_heading and not roles_of_heading(heading):
            above = any(aspects.of_heading(child) for child in one.children)
            named = None if above or states_fault(heading) else (one.title[0], one.title[0] + len(heading))
        elif named is not None and len(chapters) == 1 and names_problems(heading):
            named = None
        if named is not None:
            found[one] = named
    return found


def decide_chapters(
    chapters: Sequence[Node], aspects: AspectFinder, names: Mapping[str, Role] = NO_NAMES
) -> list[Decision[Role]]:
    """Return for each chapter the part that it is, the part that it would be else, and why; `names` are the paper's own of parts."""
    return best_path([chapter_scores(chapter, aspects, names) for chapter in chapters])


def is_item(node: Node) -> bool:
    """Tell whether a chapter is none but an item of a document without headings: 问题一：…, 一是…"""
    return node.label is not None and node.label.kind in RUN_IN


def _role_of_items(loose: Sequence[Node], opened: int) -> Role:
    scores: Scores[Role] = Scores("chapter", _NAMES)
    if opened > 1 and opened * 2 > len(loose):
        scores.add("aspect")
    _of_members(scores, [chapter.heading for chapter in loose[:_ENOUGH]])
    raw = loose[0].label.raw if loose and loose[0].label is not None else ""
    if role_of_label(raw.rstrip("0123456789０１２３４５６７８９一二三四五六七八九十 ")) is Role.ISSUES:
        scores.add("named", of=Role.ISSUES)
    return max((Role.OTHER, Role.ISSUES), key=scores.total)


def chapter_scores(node: Node, aspects: AspectFinder, names: Mapping[str, Role] = NO_NAMES) -> Scores[Role]:
    """Return what speaks for each part that a chapter may be, by itself: its heading, its members, what they say."""
    scores: Scores[Role] = Scores("chapter", _NAMES)
    heading = node.heading
    told = "" if heading or not node.blocks else asked(node.blocks[0].text)
    heading = heading or told
    label = role_of_label(heading)
    first, *others = roles_of_heading(heading) or (None,)
    if told and first in ANSWERS:
        scores.add("asked", of=first)
    aspect = aspects.of_heading(node)
    if label is not None:
        scores.add("named", of=label)
    elif aspect is not None and first in (None, Role.ISSUES):
        scores.add("aspect")
    elif aspect is not None and match_aspect(heading, aspects.year) is not None:
        scores.add("year-aspect")
    elif first is Role.OTHER:
        scores.add("no-part")
    elif first is Role.ISSUES and names_act(heading):
        scores.add("act")
        if not any(map(has_digit, _texts(node))):
            scores.add("act-bare")
    elif first is not None:
        scores.add("apart" if first in _APART else "word", of=first)
    for other in others:
        if other is not Role.OTHER and label is None:
            scores.add("word-too", of=other)
    named = {role for text in _paragraphs(node, numbered=bool(names)) if (role := _named_part(text, names)) is not None}
    if Role.ISSUES in named and not named.isdisjoint(ANSWERS):
        scores.add("answered")
    members = list(islice(_members(node), _ENOUGH))
    if members and not named:
        scores.add("limited", share=sum(due_of(member) is not None for member in members) / len(members))
    elif not members:
        scores.add("limited", share=limited(node))
    scores.add("listed" if len(members) > 1 else "unlisted")
    _of_members(scores, members or [text for block in node.blocks[:_ENOUGH] if (text := _first(block.text))])
    if refers_back(next(_texts(node), "")):
        scores.add("back")
    if announces_plans(" ".join(block.text for block in node.blocks[:2]) + heading):
        scores.add("lead", of=Role.MEASURES)
    return scores


def _texts(node: Node) -> Iterator[str]:
    """The first paragraphs of a chapter in full, those of its own first."""
    if node.block is not None and node.has_body:
        yield node.block.text[slice(*node.body)]
    yield from (block.text for block in node.blocks[:_ENOUGH])
    for child in node.children[:_ENOUGH]:
        if child.block is not None:
            yield child.block.text[child.title[0] :]
        yield from (block.text for block in child.blocks[:_ENOUGH])


def _of_members(scores: Scores[Role], members: Sequence[str]) -> None:
    if not members:
        return
    faults = sum(map(states_problem, members)) / len(members)
    scores.add("faults", share=faults)
    if not faults:
        scores.add("faultless")
    planned = sum(states_plan(member) and not states_problem(member) for member in members)
    scores.add("plans", share=planned / len(members))
    scores.add("roots", share=sum(map(names_roots, members)) / len(members))
    scores.add("achieved", share=sum(map(states_achievement, members)) / len(members))


def _members(node: Node) -> Iterator[str]:
    """The first sentences of what a chapter lists: below its headings, or in its paragraphs."""
    if node.block is not None and node.has_body:
        yield from _listed(node.block.text, *node.body)
    for block in node.blocks:
        yield from _listed(block.text, 0, len(block.text))
    for child in node.children:
        below = child.children[:_ENOUGH] if child.is_bare_heading else ()
        yield from (one.heading for one in below)
        if not below:
            named = child.heading.endswith("方面") or match_aspect(child.heading, None) is not None
            said = states_problem(child.heading) or states_plan(child.heading)
            tells = (said and not named) or not child.is_bare_heading  # the name of an aspect says what is demanded
            texts = [] if tells else [_first(block.text) for block in child.blocks[:2]]
            yield from texts or [child.heading]


def _paragraphs(node: Node, *, numbered: bool) -> Iterator[str]:
    """The first unnumbered paragraphs of a chapter, and of the headings right below it; `numbered`: those headings too."""
    yield from (block.text for block in node.blocks[:_ENOUGH])
    for child in node.children[:_ENOUGH]:
        if numbered and child.block is not None:
            yield child.block.text[child.title[0] :]
        yield from (block.text for block in child.blocks[:_ENOUGH])


def _named_part(text: str, names: Mapping[str, Role]) -> Role | None:
    """The part that a paragraph names before it says something: 整改措施：…"""
    colon = _NAMED.match(text)
    return None if colon is None else names.get(colon[1]) or role_of_label(colon[1])


def _listed(text: str, start: int, end: int) -> Iterator[str]:
    for chain in chains(text, start, end):
        for member in chain.members:
            yield text[member.start : first_sentence(text, member.start, member.end)]


def _first(text: str) -> str:
    return text[: first_sentence(text, 0, len(text))]
