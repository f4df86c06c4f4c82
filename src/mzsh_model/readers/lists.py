"""Which enumerations hold what a part is for, and where a statement begins."""

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
    states_fault,
    states_plan,
    states_problem,
)

LEAD_LENGTH = 80
"""A list is what a paragraph is for if no more than so many characters, in two sentences, stand before it."""

_DEMANDS = "要"
_TURN = re.compile(
    r"(?:(?:但(?:是)?|然而|不过|同时|与此同时)[，,]?(?:我们?|班子)?(?:也|还)?(?:要|应|必须|应该|应当)?(?:清醒|深刻|充分)?地?(?:看到|认识到|注意到)"
    r"|但(?:是)?|然而|不过|与此同时|(?=对照))[，,]?"
    r"(?:(?:认真|严格|深刻|深入|仔细|冷静|静心)*(?:对照|按照|对标|反思|剖析|检视|检查|审视|思考)[^，,。；：:]{0,24}[，,])?"
    r"\s*(?:我|本人|班子|党组|党委)?(?:仍然?|也|还|依然|同样|尚)*(?:存在|有)?(?:着)?(?:一些|不少|一定|以下|如下|较大|明显|许多|诸多)?(?:的)?"
    r"(?:差距|不足|问题|欠缺|薄弱环节)?(?:和(?:不足|差距|问题))?"
    r"(?:[：:，,]|(?=[^：:，,]))(?:主要(?:表现在|是|有|体现在)[：:，,]?)?"
)
_ANNOUNCED = re.compile(
    r"(?:班子|本人|我|目前|当前|主要|突出|具体|集中|也|还|仍)*(?:存在|有|查摆|检视)?出?(?:的|着)?(?:以下|如下|一些)?(?:主要|突出|具体)*(?:问题|不足|差距)?"
    r"(?:主要|集中|突出|具体|也|还)*(?:是|有|为|表现(?:为|在)|体现(?:为|在))(?:以下|如下)?(?:几|[一二三四五六])?个?(?:方面|问题)?[：:，,]"
)
"""The words that only announce a problem: 存在的主要问题是：…"""

_PART_NAME = 14
DIVIDED = frozenset({Role.ISSUES, Role.CAUSES, Role.MEASURES})
"""The parts whose things are told apart one by one."""

_ISSUES = Role.ISSUES
CONTINUES = re.compile(
    r"(?:比如|例如|譬如|如[，,：:]|再如|再比如|特别是|尤其是|同时[，,]|此外|另外|究其|反映出|这(?:些|说明|表明|反映|既|不仅|种)|说明|暴露|归根|说到底|对此|为此"
    r"|具体表现|主要表现|表现为|[（(]|其中|其间|结果|导致|致使|事后|会后)"
)
"""How a sentence begins that goes on with what the one before it says."""


def counts_as(role: Role, text: str, chain: Chain) -> bool:
    """Tell whether a list holds what its part is for.

    In a part of problems a list is one of problems, however it words them, unless its lead or its members say that it
    lists something else: achievements, demands, what a thing means, what shall be done.
    """
    if role is not _ISSUES:
        return True
    first = chain.members[0]
    low, high = _last_sentence(text, chain.lead, first.at)
    lead = text[low:high]
    members = [text[m.start : m.end] for m in chain.members]
    faults = sum(map(states_problem, members))
    if faults == 0 and announces_plans(lead):
        return False
    if faults * 2 > len(members) or (states_problem(lead) and not states_achievement(lead)):
        return True
    if any(turn.end() > turn.start() for turn in _TURN.finditer(text, low, first.start)):
        return True
    if first.label.form == _DEMANDS or announces_others(lead) or states_achievement(lead):
        return False
    if (faults == 0 and all(map(states_plan, members))) or sum(map(states_achievement, members)) * 2 > len(members):
        return False
    # what is followed by 但也要看到 is the good that is said first
    return _TURN.match(text, list_end(text, chain)) is None


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


def after_lead(text: str, start: int, end: int) -> int:
    """Return where the problem begins in a sentence that first says something else: after 但也存在, 存在的主要问题是：, 但."""
    for turn in _TURN.finditer(text, start, end):
        if turn.end() > turn.start() and turn.end() < end and not states_fault(text[start : turn.start()]):
            return _after_announcement(text, turn.end(), end)
    return _after_announcement(text, start, end)


def _after_announcement(text: str, start: int, end: int) -> int:
    found = _ANNOUNCED.match(text, start, end)
    return found.end() if found and found.end() < end else start


def achievements(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text[start:end]` that list what a part of problems does not count, lead included."""
    for chain in chains(text, start, end):
        if not counts_as(Role.ISSUES, text, chain):
            yield chain.members[0].at, list_end(text, chain)


def list_end(text: str, chain: Chain) -> int:
    """Return where a list ends: where every member before the last is one sentence, the last is one sentence too."""
    *others, last = chain.members
    if all(first_sentence(text, m.start, m.end) >= m.end for m in others):
        close = first_sentence(text, last.start, last.end)
        rest = text[close : last.end].strip()
        if rest and not CONTINUES.match(rest):
            return close
    return last.end


def named_part(span: Span) -> tuple[Role, Span] | None:
    """Return the part that a paragraph names before a colon (存在问题：…), and what follows the colon."""
    text = span.block.text
    stop = min(span.end, span.start + _PART_NAME)
    colon = next((at for at in range(span.start, stop) if text[at] in "：:"), -1)
    role = role_of_label(text[span.start : colon]) if colon > span.start else None
    return None if role is None else (role, Span(span.block, colon + 1, span.end))


def _last_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    return next(reversed(list(sentences(text, start, end))), (start, start))
