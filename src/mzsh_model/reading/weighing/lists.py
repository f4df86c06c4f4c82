"""Which enumerations hold what a part is for."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.chains import Chain, chains
from mzsh_model.outline.labels import Label
from mzsh_model.outline.sentences import first_sentence, sentences
from mzsh_model.reading.weighing.evidence import Scores
from mzsh_model.reading.weighing.turns import CONTINUES, TURN
from mzsh_model.reading.words.lexicon import (
    announces_others,
    announces_plans,
    lead_role,
    states_achievement,
    states_plan,
    states_problem,
)

LEAD_LENGTH = 80
"""A list is what a paragraph is for if no more than so many characters, in two sentences, stand before it."""

_DEMANDS = "要"
_CERTAIN = 18
_COUNT = lazy_pattern(r"([一二两三四五六七八九十]{1,3}|\d{1,2})\s*(?:个|条|点|项|方面|大)")
DIVIDED = frozenset({Role.ISSUES, Role.CAUSES, Role.MEASURES})
"""The parts whose things are told apart one by one."""

_ISSUES, _CASE, _MEASURES = Role.ISSUES, Role.CASE, Role.MEASURES


def counts_as(role: Role, text: str, chain: Chain) -> bool:
    """Tell whether a list holds what its part is for.

    In a part of problems a list is one of problems, however it words them, unless more speaks for something else:
    achievements, demands, what a thing means, what shall be done. What a case teaches is told of others.
    """
    if role is not _ISSUES and role is not _CASE:
        return True
    low, high = last_sentence(text, chain.lead, chain.members[0].at)
    if role is _CASE:
        return not announces_others(text[low:high])
    return problem_signs(text, chain).total(True) > 0


def problem_signs(text: str, chain: Chain) -> Scores[bool]:
    """Return what speaks for and against a list in a part of problems being one of problems."""
    scores: Scores[bool] = Scores("list", {True: "weight"})
    first, count = chain.members[0], len(chain.members)
    low, high = last_sentence(text, chain.lead, first.at)
    lead = text[low:high]
    members = [text[m.start : m.end] for m in chain.members]
    faults = sum(map(states_problem, members))
    achieved = states_achievement(lead)
    scores.add("plain")
    if faults * 2 > count:
        scores.add("faults")
    if states_problem(lead) and not achieved:
        scores.add("lead-fault")
    if stated_count(lead) == count:
        scores.add("counted")
    if any(turn.end() > turn.start() for turn in TURN.finditer(text, low, first.start)):
        scores.add("turned")
    if scores.total(True) >= _CERTAIN:
        return scores  # nothing that speaks against it weighs as much
    if faults == 0 and announces_plans(lead):
        scores.add("leads-plans")
    if first.label.form == _DEMANDS:
        scores.add("demands")
    if announces_others(lead):
        scores.add("leads-others")
    if achieved:
        scores.add("lead-achieved")
    if faults == 0 and all(map(states_plan, members)):
        scores.add("planned")
    if sum(map(states_achievement, members)) * 2 > count:
        scores.add("achieved")
    if TURN.match(text, list_end(text, chain)) is not None:
        scores.add("before-turn")  # what is followed by 但也要看到 is the good that is said first
    return scores


def stated_count(lead: str) -> int | None:
    """Return how many things the words before a list say that it holds: 主要有三个方面的问题： None where they do not say.

    >>> stated_count("会上，班子查摆出4个方面的突出问题：")
    4
    """
    found = _COUNT.findall(lead)
    return parse_numeral(found[-1]) if found else None


def role_led_in(text: str, chain: Chain) -> Role | None:
    """Return the part that a list in a part of problems is of, if its lead says that it is another: 原因有三点：… 下一步从…整改：…"""
    first = chain.members[0]
    lead = text[slice(*last_sentence(text, chain.lead, first.at))]
    led = lead_role(lead)
    if led is not _MEASURES:
        return led
    members = [text[m.start : m.end] for m in chain.members]
    faults = sum(map(states_problem, members))
    return _MEASURES if faults * 2 <= len(members) else None


def list_in(role: Role, text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` holds a list that counts."""
    return any(counts_as(role, text, chain) for chain in chains(text, start, end))


def inner_list(role: Role, text: str, start: int, end: int, among: Label | None = None) -> Chain | None:
    """Return the list that an item only introduces: it begins after one or two short sentences.

    What is numbered in the form that the item itself has `among` others only tells it in detail: 一是……，主要是一是……二是……
    """
    if role not in DIVIDED:
        return None
    chain = next(iter(chains(text, start, end)), None)
    if chain is None:
        return None
    first = chain.members[0].label
    if among is not None and (among.kind, among.form) == (first.kind, first.form):
        return None
    lead = text[start : chain.members[0].at]
    short = len(lead) <= LEAD_LENGTH and sum(1 for _ in sentences(lead)) <= 2
    return chain if short and counts_as(role, text, chain) else None


def achievements(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text[start:end]` that list what a part of problems does not count, lead included."""
    for chain in chains(text, start, end):
        if not counts_as(Role.ISSUES, text, chain):
            low, _ = last_sentence(text, chain.lead, chain.members[0].at)
            yield low, list_end(text, chain)


def lists_over(text: str, start: int, end: int, at: int) -> bool:
    """Tell whether `text[start:end]` is a list that goes on behind `at`, where one of its members names another part."""
    return any(chain.members[0].at < at < chain.members[-1].at for chain in chains(text, start, end))


_ELSE = lazy_pattern(
    "个性|批评|会上|会后|会议|督导|点评|整改|改进|班子|成员|同志|党[组委]|大家|上述|以上|这些|下一?步|今后|针对|随后|最后|通过|表示|要求|强调|我们?将|剖析|原因|意见|建议"
)
"""Words of a sentence behind a list that speaks of something else than its last member."""


_TURNS = lazy_pattern(r"\s*(?:接着|接下来|随后|然后|会后|会上|最后|下一?步|同时，|班子成员|大家|各位|与会|督导组)")
"""How a clause begins that is of no list before it."""


def list_end(text: str, chain: Chain) -> int:
    """Return where a list ends: where every member before the last is one sentence, the last is one sentence too, and those
    behind it that speak of nothing else; where they are one clause each, it ends before one that turns to something else.
    """
    *others, last = chain.members
    clause = text.find("；", last.start, last.end) + 1
    if clause and _TURNS.match(text, clause) and all(text.find("；", m.start, m.end) < 0 for m in others):
        return clause
    if all(first_sentence(text, m.start, m.end) >= m.end for m in others):
        close = first_sentence(text, last.start, last.end)
        rest = text[close : last.end].strip()
        turns = TURN.match(rest) or _ELSE.search(rest) or states_achievement(rest) or states_plan(rest)
        if rest and turns and not CONTINUES.match(rest):
            return close
    return last.end


def last_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the last sentence of `text[start:end]` stands; nothing at `start` where there is none."""
    return next(reversed(list(sentences(text, start, end))), (start, start))
