"""The names that a paper gives its parts in words of its own, told by their order: 症：… 因：… 方：… below every aspect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mzsh_model.chinese.fields import field_names, field_of
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.outline.tree import Node
from mzsh_model.reading.told_facts import due_of
from mzsh_model.reading.words.lexicon import has_digit, role_of_heading, role_of_label, states_plan

_WORD = r"[^\s\d。；;，,：:.．！!？?、“”（()）【】]{1,6}"
_NAME = lazy_pattern(rf"(?:^|(?<=[。；]))(?:(?P<name>{_WORD})[：:]|【(?P<framed>{_WORD})】[：:]?)(?=.)")
_IN_TURN: Mapping[int, Sequence[Role]] = {
    2: (Role.ISSUES, Role.MEASURES),
    3: (Role.ISSUES, Role.CAUSES, Role.MEASURES),
}
"""What so many parts are that recur: problems come before what answers them."""
_FIELDS = frozenset(field_names()) - {"issue", "cause", "measure"}
_FEWEST, _SHORTEST, _REACH = 2, 4, 10
NO_NAMES: Mapping[str, Role] = MappingProxyType({})
"""What a paper has that calls its parts as others do."""


class _Named(NamedTuple):
    name: str
    said: str


def own_names(tree: Node, blocks: Sequence[Block]) -> Mapping[str, Role]:
    """Return the names of parts that no list of words has, by what they name; nothing but `OTHER` where only that they name some is sure.

    They are names that recur in one order, in two places at least and in most of those that hold any: of the parts in their
    order. What is said behind those of measures says mostly by when, or begins as plans do, and that behind the others does
    not; behind those of causes nothing is counted.
    """
    begun = [block for block in blocks if "：" in block.text[:_REACH] or "】" in block.text[:_REACH]]
    if len(begun) < _FEWEST:
        return NO_NAMES  # looked for first in the cheapest way: few papers have any
    places = [said for node in _places(tree) if len(said := list(_named(node))) > 1]
    turns = [_turn([one.name for one in said]) for said in places]
    times = Counter(turn for turn in turns if turn)
    order, often = next(iter(times.most_common(1)), ((), 0))
    if not _FIELDS.isdisjoint(map(field_of, order)):
        return NO_NAMES
    rounds = sum(len(said) // len(order) for said, turn in zip(places, turns, strict=True) if order and turn == order)
    known = [role_of_label(name) is not None for name in order]
    if rounds < _FEWEST or often * 2 <= len(places) or all(known):
        return NO_NAMES
    behind = {name: [one.said for said in places for one in said if one.name == name] for name in order}
    parts = _IN_TURN.get(len(order), ())
    if (
        parts
        and (len(parts) > 2 or any(known))
        and all(_may_be(part, name, behind[name]) for part, name in zip(parts, order, strict=True))
    ):
        return MappingProxyType(dict(zip(order, parts, strict=True)))
    return NO_NAMES if any(known) else MappingProxyType(dict.fromkeys(order, Role.OTHER))


def _may_be(part: Role, name: str, behind: Sequence[str]) -> bool:
    """Whether a name may be that of a part: its words say so, or else what is said behind it."""
    known = role_of_label(name)
    if part is Role.CAUSES and sum(map(has_digit, behind)) * 2 > len(behind):
        return False  # cases, most likely
    answers = sum(map(_answers, behind)) * 2 > len(behind)
    return known is part if known is not None else answers == (part is Role.MEASURES)


def _answers(said: str) -> bool:
    """Whether it says what is done, and by when or as plans do."""
    due = due_of(said)
    return states_plan(said) if due is None else len(said) - len(due.text) >= _SHORTEST


def _turn(names: Sequence[str]) -> tuple[str, ...]:
    """The names up to where they recur; nothing where they do not recur in one order."""
    size = names.index(names[0], 1) if names[0] in names[1:] else len(names)
    whole = len(names) % size == 0 and all(name == names[at % size] for at, name in enumerate(names))
    return tuple(names[:size]) if whole and len({*names[:size]}) == size else ()


def _places(tree: Node) -> Iterator[Node]:
    """The nodes of a document but those below a heading of causes or measures."""
    pending = [tree]
    while pending:
        node = pending.pop()
        if role_of_heading(node.heading) not in (Role.CAUSES, Role.MEASURES):
            yield node
            pending.extend(reversed(node.children))


def _named(node: Node) -> Iterator[_Named]:
    """The names in a node's own paragraphs, and those that items right below it begin with."""
    texts = [node.block.text[slice(*node.body)]] if node.block is not None and node.has_body else []
    texts += [block.text for block in node.blocks]
    texts += [child.block.text[child.title[0] :] for child in node.children if child.block and not child.children]
    for text in (one for one in texts if "：" in one or "】" in one):
        for found in _NAME.finditer(text):
            yield _Named(
                found["name"] or found["framed"], text[found.end() : first_sentence(text, found.end(), len(text))]
            )
