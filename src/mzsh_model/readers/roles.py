"""What each chapter is for: by its heading's words, else by what stands in it and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.model.base import Role
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import RUN_IN
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.outline.tree import Node
from mzsh_model.readers.aspects import AspectFinder
from mzsh_model.readers.draft import Span
from mzsh_model.readers.harvest import Context
from mzsh_model.readers.lexicon import announces_plans, role_of_heading, states_plan, states_problem

_SHARE = 0.6


def chapter_contexts(chapters: Sequence[Node], aspects: AspectFinder) -> list[Context]:
    """Return the part that each chapter is, and its aspect where it is one.

    Headings may be couplets that name nothing (立行立改见行动，久久为功促提升). Then problems that follow a chapter of problems are
    their causes, and plans that follow it, or whatever is listed last, are the measures, where no chapter says so.
    """
    loose = [chapter.heading for chapter in chapters if is_item(chapter)]
    of_items = _role_of(loose, "") or Role.OTHER
    contexts = [Context(of_items) if is_item(chapter) else _context(chapter, aspects) for chapter in chapters]
    roles = {one.role for one in contexts}  # a text may be all chapters: each is looked at once
    after_issues = False
    for index, (chapter, context) in enumerate(zip(chapters, contexts, strict=True)):
        told = is_item(chapter) or role_of_heading(chapter.heading) is not None or context.aspect is not None
        if after_issues and not told:
            if context.role is Role.ISSUES and Role.CAUSES not in roles:
                contexts[index] = Context(Role.CAUSES)
            elif context.role is Role.OTHER and Role.MEASURES not in roles:
                firsts = _first_sentences(chapter)
                few_problems = len(firsts) > 1 and 2 * sum(map(states_problem, firsts)) < len(firsts)
                if (chapter is chapters[-1] and few_problems) or _mostly_plans(firsts):
                    contexts[index] = Context(Role.MEASURES)
            roles.add(contexts[index].role)
        after_issues = after_issues or contexts[index].role is Role.ISSUES
    return contexts


def _mostly_plans(firsts: Sequence[str]) -> bool:
    return len(firsts) > 0 and sum(map(states_plan, firsts)) >= _SHARE * len(firsts)


def is_item(node: Node) -> bool:
    """Tell whether a chapter is none but an item of a document without headings: 问题一：…, 一是…"""
    return node.label is not None and node.label.kind in RUN_IN


def _context(node: Node, aspects: AspectFinder) -> Context:
    named = aspects.of_heading(node)
    role = role_of_heading(node.heading)
    if named is not None and node.block is not None and role in (None, Role.ISSUES):
        return Context(Role.ISSUES, Span(node.block, *named), id(node))
    if role is None:
        return Context(role_of_content(node) or Role.OTHER)
    # a heading that speaks of results may still lead in what shall be done
    if role is Role.OTHER and role_of_content(node) is Role.MEASURES:
        return Context(Role.MEASURES)
    return Context(role)


def role_of_content(node: Node) -> Role | None:
    """Return what a chapter is for by what its numbered things begin with, None where they say neither."""
    return _role_of(_first_sentences(node), " ".join(block.text for block in node.blocks) + node.heading)


def _role_of(firsts: Sequence[str], lead: str) -> Role | None:
    if firsts and sum(map(states_problem, firsts)) >= _SHARE * len(firsts):
        return Role.ISSUES
    return Role.MEASURES if _mostly_plans(firsts) and announces_plans(lead) else None


def _first_sentences(node: Node) -> list[str]:
    if node.children:
        return [child.heading for child in node.children]
    return [
        block.text[member.start : first_sentence(block.text, member.start, member.end)]
        for block in node.blocks
        for chain in chains(block.text, 0, len(block.text))
        for member in chain.members
    ]
