"""Causes that a paragraph sets side by side without numbers: 主要原因是：A；B；C。 一方面，A。另一方面，B。 思想上A，作风上B。"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import listed_in, sentences
from mzsh_model.reading.aspects import aspect_in_item
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.items.causes_alike import FOLLOWS, alike
from mzsh_model.reading.weighing.lists import stated_count
from mzsh_model.reading.words.lexicon import names_roots, role_of_heading, states_fault

_LEAD = lazy_pattern(r"[^。；;：:]{2,40}[：:]\s*")
_THOUGHT = lazy_pattern(
    r"(?:[^，,。；;：:]{0,20}(?:原因|根源|根子|症结)[，,：:]\s*)?(?:会议|会上|大家|与会同志|班子|党[组委])(?:一致|普遍|共同|深入)*(?:分析|剖析|反思|检视)?认为[，,：:]"
)
"""What leads in causes as the meeting's: 会议分析认为，A；B。"""
_SUMS_UP = lazy_pattern(
    r"(?P<before>(?:[^。；;：:，,]{2,40}[，,]){0,2})"
    r"(?:主要|根本|归结起来|归纳起来|概括起来|概括地说|说到底|其?(?:主要|根本|深层)?(?:原因|根源|根子))(?:原因|根源|根子)?(?:主要)?(?:还?是|在于|有)[：:，,]?"
)
"""How the last sentence of a paragraph begins that names causes between semicolons: 从主观上看，主要是……；……；……。"""
_SIDE = lazy_pattern(
    r"(?:(?<=[。；;，,：:.．\s])|^)(?:(?:另|再|还有)?一方面(?:[，,：:]|是|在于)?|(?:从?[主客]观(?:上|方面|原因)?(?:来?[讲看说])?(?:[，,：:]|是|在于)))\s*"
)
_ALSO = lazy_pattern(
    r"(?:再者|再有|还有|另外|此外|再就是|再加上|加之|再说)(?:[，,：:]|就是|的是|一[点条个]是|(?<=再就是))\s*"
)
"""How a sentence begins that adds a cause to the one before it."""
_OPENS = lazy_pattern(
    r"[^。；;：:，,？?]{2,24}[？?]\s*|(?:我想|我看|我觉得|想来想去|细想起来|仔细想想|扪心自问)[，,]\s*"
)
"""What stands before the first of them: 为什么会这样？我想，……"""
_ASKED = lazy_pattern(r"(?:要|再)?[问说讲找挖论]?[^。；;：:，,？?]{0,4}(?:根子|原因|根源|症结|病根|病因)[，,]\s*")
"""What stands before causes that are told as people speak: 要问根子，……；再就是，……"""
_EVEN = lazy_pattern(
    r"(?:^|(?<=[，,；;：:是于有]))(?P<on>(?!表现|体现)[^。；;：:，,在从把对]{2,4}?)上(?=[^，,。；;：:])"
)
"""A clause of several that are formed alike: 思想上有……, 作风上有……"""
_ON = lazy_pattern(r"[^。；;：:，,]{2,4}上[，,]")
"""How each of several clauses begins that name a cause each: 主观上，……；思想上，……；作风上，……"""
_MARKS = "；;，,、"
_FAR, _FEWEST, _MANY = 40, 2, 3
_SHORT = 16
_SHORTEST = 4
"""So many characters has a cause at least that stands in a row of others."""
_COMMA = lazy_pattern("[，,]")
_DIGIT = lazy_pattern(r"\d")


def side_by_side(span: Span, *, led_in: bool = False) -> tuple[Span | None, list[Span]]:
    """Return the words that lead in, or sum up, what `span` sets side by side, and the things themselves; one thing, where it is one.

    `led_in` says that the words before `span` lead it in.
    """
    block, start, end = span
    text = block.text
    parts = list(sentences(text, start, end))
    if parts_by_aspect := _by_aspect(text, parts):
        return None, [Span(block, *part) for part in parts_by_aspect]
    if len(parts) > 1 and stated_count(text[slice(*parts[0])]) == len(parts) - 1 > 1:
        return _told(Span(block, *parts[0]), [Span(block, *part) for part in parts[1:]])
    sides = list(_SIDE.finditer(text, start, end))
    if len(sides) > 1 and sides[0].start() - start <= _FAR:
        edges = [*(side.start() for side in sides), end]
        found = [Span(block, side.end(), high) for side, (_, high) in zip(sides, pairwise(edges), strict=True)]
        return _told(Span(block, start, sides[0].start()), found)
    if added := _added(span, parts):
        return _told(*added)
    summed, alone = alike(span)
    if alone:
        return summed, [trimmed(one, _MARKS) for one in alone]
    led = _behind_lead(span, parts)
    if led is None and (asked := _ASKED.match(text, start, end)) is not None:
        led = asked.end()
    at = start if led is None else led
    if even := _evenly(text, at, end, led=led is not None or led_in):
        return _told(Span(block, start, at), [Span(block, *one) for one in even])
    cut = list(sentences(text, at, end, clauses=True))
    if led is None and not led_in and not (len(cut) > _FEWEST and all(_ON.match(text, low) for low, _ in cut)):
        return None, [span]
    if len(cut) < _FEWEST or text[cut[0][1] - 1] not in "；;":
        named = _in_a_row(text, at, end) if len(cut) == 1 else []
        return _told(Span(block, start, at), [Span(block, *one) for one in named]) if named else (None, [span])
    adding = (_ALSO.match(text, low, high) for low, high in cut)
    return _told(
        Span(block, start, at),
        [Span(block, one.end() if one else low, high) for one, (low, high) in zip(adding, cut, strict=True)],
    )


def _in_a_row(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The causes that one clause names between 、 if each says what falls short: 主要是学习不深入、宗旨意识淡化、怕担责任。

    Between commas each must say so or name a root, of many all but one, and none go on with the one before it.
    """
    found = list(listed_in(text, start, end))
    short = any(high - low < _SHORTEST or _COMMA.search(text, low, high) for low, high in found)
    faulty = sum(states_fault(text[low:high]) for low, high in found)
    if len(found) > _FEWEST and not short and faulty * 3 >= len(found) * 2:
        return found
    comma = _COMMA.search(text, start, end)
    found = list(listed_in(text, start, end, comma[0])) if comma is not None else []
    return found if _are_causes([text[low:high] for low, high in found]) else []


def lists_by_itself(span: Span) -> bool:
    """Tell whether a paragraph is one sentence that lists causes with nothing to lead them in: A；B；C。 or A，B，C。"""
    block, start, end = span
    if len(list(sentences(block.text, start, end))) > 1:
        return False
    clauses = [block.text[low:high] for low, high in sentences(block.text, start, end, clauses=True)]
    return _are_causes(clauses) if len(clauses) > 1 else bool(_in_a_row(block.text, start, end))


def _are_causes(clauses: Sequence[str]) -> bool:
    if len(clauses) <= _FEWEST or not all(map(_stands_by_itself, clauses)):
        return False
    return sum(states_fault(one) or names_roots(one) for one in clauses) >= len(clauses) - (len(clauses) > _MANY)


def _stands_by_itself(clause: str) -> bool:
    return len(clause) >= _SHORTEST and _DIGIT.search(clause) is None and FOLLOWS.match(clause) is None


def _told(lead: Span, found: Sequence[Span]) -> tuple[Span | None, list[Span]]:
    return lead if lead.text.strip() else None, [trimmed(one, _MARKS) for one in found]


def _by_aspect(text: str, parts: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The sentences of a paragraph that each begin with an aspect; none where one does not, or numbers tell them apart."""
    several = len(parts) > 1 and not any(label_at(text, low) for low, _ in parts)
    return parts if several and all(aspect_in_item(text, *part) is not None for part in parts) else ()


def _behind_lead(span: Span, parts: Sequence[tuple[int, int]]) -> int | None:
    """Where the things begin that words before a colon, or words that sum up in the last sentence, lead in."""
    text = span.block.text
    asks = len(parts) == 2 and role_of_heading(text[slice(*parts[0])]) is Role.CAUSES  # 为什么会这样。说到底有三层：
    if led := _LEAD.match(text, parts[1][0] if asks else span.start, span.end):
        return led.end()
    thought = _THOUGHT.match(text, span.start, span.end)
    low, high = (thought.end(), span.end) if thought else parts[-1] if parts else (span.end, span.end)
    summed = _SUMS_UP.match(text, low, high)
    if summed is None or states_fault(summed["before"]):
        return None if thought is None else thought.end()
    return summed.end()


def _added(span: Span, parts: Sequence[tuple[int, int]]) -> tuple[Span, list[Span]] | None:
    """What leads in the causes of a paragraph, each but the first of which a word adds: A。再者，B。还有，C。"""
    block, start, end = span
    text = block.text
    adding = [found for low, high in parts if (found := _ALSO.match(text, low, high)) is not None]
    low, high = parts[0] if parts else (start, start)
    asks = high - low <= _SHORT and role_of_heading(text[low:high]) is Role.CAUSES and not states_fault(text[low:high])
    if len(adding) < (_FEWEST - asks) or adding[0].start() <= (high if asks else start):
        return None
    at = high if asks else start
    while opening := _OPENS.match(text, at, adding[0].start()):
        at = opening.end()
    edges = [*(one.start() for one in adding), end]
    behind = [Span(block, one.end(), high) for one, (_, high) in zip(adding, pairwise(edges), strict=True)]
    return Span(block, start, at), [Span(block, at, adding[0].start()), *behind]


def _evenly(text: str, start: int, end: int, *, led: bool) -> list[tuple[int, int]]:
    """The groups of clauses of one sentence that each begin alike: 思想上……，作风上……，纪律上……; more are asked where nothing leads them in."""
    if len(list(sentences(text, start, end))) != 1:
        return []
    found = [
        one for one in _EVEN.finditer(text, start, end) if one.start() == start or text[one.start() - 1] in "，,；;"
    ]
    names = {one["on"] for one in found}
    if len(found) < _FEWEST + (not led) or len(names) < len(found) or found[0].start() > start:
        return []
    return list(pairwise([*(one.start() for one in found), end]))
