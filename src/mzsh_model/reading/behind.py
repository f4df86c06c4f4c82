"""What stands behind the problems of a paper without headings: paragraphs that ask for a part, or lead it in, and those below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.outline.tree import Node
from mzsh_model.reading.items.clauses import closes_paper
from mzsh_model.reading.told_facts import due_of
from mzsh_model.reading.words.lexicon import role_of_heading, roles_of_heading, states_fault

ANSWERS = frozenset({Role.CAUSES, Role.MEASURES})
"""The parts that answer problems."""

_ASKS = lazy_pattern(r"([^。；;：:，,？?]{2,14})(?:[，,][^。；;：:？?]{0,20})?[？?：:，,]")
_LONGEST, _FEWEST = 24, 3


def asked(text: str) -> str:
    """Return the words with which a paragraph asks or says what it is for: 为什么会这样？ 怎么改，说三条： 再问一句为什么。

    Nothing where it does not.
    """
    close = first_sentence(text, 0, len(text))
    if close <= _LONGEST and close < len(text) and role_of_heading(text[:close]) is Role.CAUSES:
        return "" if states_fault(text[:close]) else text[:close]
    found = _ASKS.match(text)
    return found[1] if found is not None and not states_fault(found[1]) else ""


def _asks_for_answers(text: str) -> bool:
    return not ANSWERS.isdisjoint(roles_of_heading(asked(text)))


def grouped(blocks: Sequence[Block], level: int) -> list[Node]:
    """Return paragraphs as nodes: each by itself, those below one that ends with a colon with it."""
    groups: list[list[Block]] = []
    for block in blocks:
        led = bool(groups) and groups[-1][0].text[-1] in "：:"
        if led and not _asks_for_answers(block.text) and not closes_paper(block.text, Role.OTHER):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [Node(level=level, blocks=tuple(group)) for group in groups]


def limited(node: Node) -> float:
    """Return which share of the paragraphs that one with a colon leads in say by when."""
    lead, *led = node.blocks or (None,)
    if lead is None or lead.text[-1] not in "：:" or len(led) < _FEWEST:
        return 0.0
    return sum(due_of(block.text) is not None for block in led) / len(led)


def parted(loose: Sequence[Node]) -> tuple[Mapping[Node, Node], Sequence[Node]]:
    """Return the last of the items that stand below no heading, as it is without the paragraphs behind it that are other parts, and those.

    They begin with the first that asks for another part, or leads in what is done by when; none of the items before has
    paragraphs of its own.
    """
    *others, last = loose or (Node(),)
    if not others or any(one.blocks for one in others):
        return {}, ()
    behind = grouped(last.blocks, last.level)
    at = next((at for at, one in enumerate(behind) if _is_part(one)), None)
    if at is None:
        return {}, ()
    kept = sum(len(one.blocks) for one in behind[:at])
    return {last: replace(last, blocks=last.blocks[:kept])}, behind[at:]


def _is_part(node: Node) -> bool:
    return _asks_for_answers(node.blocks[0].text) or limited(node) > 0.5
