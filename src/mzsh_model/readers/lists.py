"""Which enumerations hold what a part is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh_model.model.base import Role
from mzsh_model.outline.chains import Chain, chains
from mzsh_model.outline.sentences import first_sentence, sentences
from mzsh_model.readers.draft import Span
from mzsh_model.readers.lexicon import (
    announces_others,
    announces_plans,
    role_of_label,
    states_achievement,
    states_plan,
    states_problem,
)
from mzsh_model.readers.turns import CONTINUES, TURN

LEAD_LENGTH = 80
"""A list is what a paragraph is for if no more than so many characters, in two sentences, stand before it."""

_DEMANDS = "要"
_PART_NAME = re.compile(r"(?:^|(?<=[。；;.．！!？?\s]))(?P<name>[^\s。；;，,：:.．！!？?]{2,14})[：:]")
_CAUSES_LEAD = re.compile("(?:原因|根源|根子)[^，,。；;：:]{0,12}[：:，,]$")
_PLANS_LEAD = re.compile(
    "(?:下一?步|今后|接下来).{0,40}(?:整改|改进|努力|措施|抓好|做好|着手|入手)[^。；;：:]{0,12}[：:，,]$"
)
_LEADS = re.compile("[表体]现")
DIVIDED = frozenset({Role.ISSUES, Role.CAUSES, Role.MEASURES})
"""The parts whose things are told apart one by one."""
_CUT = DIVIDED | {Role.OTHER}

_ISSUES, _CASE = Role.ISSUES, Role.CASE


def counts_as(role: Role, text: str, chain: Chain) -> bool:
    """Tell whether a list holds what its part is for.

    In a part of problems a list is one of problems, however it words them, unless its lead or its members say that it
    lists something else: achievements, demands, what a thing means, what shall be done. What a case teaches is told of others.
    """
    if role is not _ISSUES and role is not _CASE:
        return True
    first = chain.members[0]
    low, high = _last_sentence(text, chain.lead, first.at)
    lead = text[low:high]
    if role is _CASE:
        return not announces_others(lead)
    members = [text[m.start : m.end] for m in chain.members]
    faults = sum(map(states_problem, members))
    if faults == 0 and announces_plans(lead):
        return False
    if faults * 2 > len(members) or (states_problem(lead) and not states_achievement(lead)):
        return True
    if any(turn.end() > turn.start() for turn in TURN.finditer(text, low, first.start)):
        return True
    if first.label.form == _DEMANDS or announces_others(lead) or states_achievement(lead):
        return False
    if (faults == 0 and all(map(states_plan, members))) or sum(map(states_achievement, members)) * 2 > len(members):
        return False
    # what is followed by 但也要看到 is the good that is said first
    return TURN.match(text, list_end(text, chain)) is None


def role_led_in(text: str, chain: Chain) -> Role | None:
    """Return the part that a list in a part of problems is of, if its lead says that it is another: 原因有三点：… 下一步从…整改：…"""
    first = chain.members[0]
    lead = text[slice(*_last_sentence(text, chain.lead, first.at))]
    if _CAUSES_LEAD.search(lead):
        return Role.CAUSES
    members = [text[m.start : m.end] for m in chain.members]
    faults = sum(map(states_problem, members))
    return Role.MEASURES if _PLANS_LEAD.search(lead) and faults * 2 <= len(members) else None


def list_in(role: Role, text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` holds a list that counts."""
    return any(counts_as(role, text, chain) for chain in chains(text, start, end))


def inner_list(role: Role, text: str, start: int, end: int) -> Chain | None:
    """Return the list that an item only introduces: it begins after one or two short sentences."""
    if role not in DIVIDED:
        return None
    chain = next(iter(chains(text, start, end)), None)
    if chain is None:
        return None
    lead = text[start : chain.members[0].at]
    short = len(lead) <= LEAD_LENGTH and sum(1 for _ in sentences(lead)) <= 2
    return chain if short and counts_as(role, text, chain) else None


def achievements(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text[start:end]` that list what a part of problems does not count, lead included."""
    for chain in chains(text, start, end):
        if not counts_as(Role.ISSUES, text, chain):
            low, _ = _last_sentence(text, chain.lead, chain.members[0].at)
            yield low, list_end(text, chain)


def list_end(text: str, chain: Chain) -> int:
    """Return where a list ends: where every member before the last is one sentence, the last is one sentence too."""
    *others, last = chain.members
    if all(first_sentence(text, m.start, m.end) >= m.end for m in others):
        close = first_sentence(text, last.start, last.end)
        rest = text[close : last.end].strip()
        if rest and not CONTINUES.match(rest):
            return close
    return last.end


def cut_parts(role: Role, span: Span, *, is_item: bool = False) -> tuple[Span, list[tuple[Role, Span]]]:
    """Return a paragraph up to the first part that it names before a colon (原因：…), and what follows each such name.

    `role` is the part it stands in: a name that only says it again (存在的问题：…) counts at the beginning alone, and not in
    an item.
    """
    text = span.block.text
    found: list[tuple[int, int, Role]] = []
    if role not in _CUT or (text.find("：", span.start, span.end) < 0 and text.find(":", span.start, span.end) < 0):
        return span, []
    for name in _PART_NAME.finditer(text, span.start, span.end):
        first = not is_item and not text[span.start : name.start()].strip()
        named = role_of_label(name["name"])
        if named is not None and (first or (named is not role and not _LEADS.search(name["name"]))):
            found.append((name.start(), name.end(), named))
    found = [one for one in found if text[one[1] : span.end].strip()]
    ends = [*(at for at, _, _ in found[1:]), span.end]
    head = Span(span.block, span.start, found[0][0] if found else span.end)
    return head, [(named, Span(span.block, at, end)) for (_, at, named), end in zip(found, ends, strict=False)]


def _last_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    return next(reversed(list(sentences(text, start, end))), (start, start))
