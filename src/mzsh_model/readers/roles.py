"""What each chapter is for: by its heading's words, else by what stands in it."""

from __future__ import annotations

from mzsh_model.model.base import Role
from mzsh_model.outline.chains import chains
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.outline.tree import Node
from mzsh_model.readers.aspects import AspectFinder
from mzsh_model.readers.draft import Span
from mzsh_model.readers.items import Context
from mzsh_model.readers.lexicon import announces_plans, role_of_heading, states_plan, states_problem

_SHARE = 0.6


def chapter_context(node: Node, aspects: AspectFinder) -> Context:
    """Return the part that a chapter is, and its aspect where the chapter is one."""
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
    firsts = _first_sentences(node)
    if not firsts:
        return None
    if sum(map(states_problem, firsts)) >= _SHARE * len(firsts):
        return Role.ISSUES
    lead = " ".join(block.text for block in node.blocks)
    plans = sum(map(states_plan, firsts))
    return Role.MEASURES if plans >= _SHARE * len(firsts) and announces_plans(lead + node.heading) else None


def _first_sentences(node: Node) -> list[str]:
    if node.children:
        return [child.heading for child in node.children]
    return [
        block.text[member.start : first_sentence(block.text, member.start, member.end)]
        for block in node.blocks
        for chain in chains(block.text, 0, len(block.text))
        for member in chain.members
    ]
