"""Measures that one sentence sets apart with semicolons, each with who answers for it or by when."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.answering import owner_of
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.items.heading_items import FIELDS
from mzsh_model.reading.pointing import points_at_number
from mzsh_model.reading.told_facts import due_of, named_owner
from mzsh_model.reading.weighing.lists import stated_count

_LEAD = lazy_pattern(
    r"(?:其中|重点|主要|具体)[，,：:是]+|(?:(?:接下来|下一?步|今后|会后)[，,])?[^。；;：:]{2,48}[：:]\s*|(?:接下来|下一?步|今后|会后)[，,]"
)
_COUNTED = lazy_pattern(r"(?<![\d第])(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[项条个](?:措施|任务|工作)?[：:]")
_SETTLED = lazy_pattern(
    r"(?:怎么|如何|咋)[改办做抓][，,]|[^。；;：:，,]{0,12}(?:整改|措施|往后|下一?步)[^。；;：:\d]{0,12}(?:定|商量|列|排)"
)
_THINGS = lazy_pattern(r"([一二两三四五六七八九十]{1,3}|\d{1,2})\s*件(?:实|大|具体)?事")
"""How many things shall be done: 从三件事改起。"""
_LEADS = lazy_pattern(r"[^。；;：:，,\d]{2,16}[：:]\s*")
"""What leads in all the sentences of a paragraph: 打算这么办：……"""
_FEWEST, _ASKED = 2, 24


def each_with_its_own(span: Span, *, led_in: bool = False, problems: int = 0) -> tuple[Span | None, list[Span]]:
    """Return what leads in the measures of a paragraph, and the measures; one, where it does not tell several apart.

    Its last sentence does with semicolons, if each has a person or a time limit, or half of those do that words lead in (`led_in`: words
    before it); or its sentences do: if each has both, if words count them, if each says which of the `problems` told before it answers, or if
    most have one of both and there are as many as problems. A lone one behind words that count it (长期坚持的1项：) is led in, too.

    >>> from mzsh_model.outline.blocks import Block
    >>> from mzsh_model.outline.lines import Line
    >>> text = "抓好整改：修订办法，办公室牵头，3月底前；建成平台，信息科牵头，年底前。"
    >>> _, told = each_with_its_own(Span(Block(text, ((0, 1, 0, len(text)),), Line(1, text)), 0, len(text)))
    >>> [one.text for one in told]
    ['修订办法，办公室牵头，3月底前', '建成平台，信息科牵头，年底前。']
    """
    block, text = span.block, span.block.text
    cuts = list(sentences(text, span.start, span.end)) or [(span.start, span.end)]
    if asked := _by_sentence(text, cuts, problems):
        lead = Span(block, span.start, asked[0][0])
        return lead if lead.text.strip() else None, [Span(block, *cut) for cut in asked]
    whole = [text[low:high] for low, high in cuts]
    if len(cuts) > 1 and all(named_owner(said) and due_of(said) for said in whole):
        return None, [Span(block, *cut) for cut in cuts]
    if said := _in_sentences(text, cuts, problems):
        lead = Span(block, span.start, said[0][0])
        return lead if lead.text.strip() else None, [Span(block, *cut) for cut in said]
    if (behind := _each_limited(text, cuts)) is not None:
        lead = Span(block, span.start, cuts[behind][0])
        return lead if lead.text.strip() else None, [Span(block, *cut) for cut in cuts[behind:]]
    low, high = cuts[-1]
    led = _LEAD.match(text, low, high)
    at = led.end() if led else low
    found = [trimmed(Span(block, *one), "；;") for one in sentences(text, at, high, clauses=True)]
    own = [owner_of(one.text) is not None or due_of(one.text) is not None for one in found]
    # of things that words lead in some may say nothing; what only the last says may be said of all of them
    apart = all(own) or (any(own[:-1]) and (led_in or (led is not None and sum(own) * 2 >= len(own))))
    counted = _COUNTED.search(text, low, at) if led else None
    lone = len(found) == 1 and own[0] and counted is not None and parse_numeral(counted[1]) == 1
    if not lone and (len(found) < _FEWEST or not apart):
        return None, [span]
    lead = Span(block, span.start, at)
    return lead if lead.text.strip() else None, found


def _each_limited(text: str, cuts: Sequence[tuple[int, int]]) -> int | None:
    """The first of several sentences that are a measure each: all of them say by when, and who does it is said of most; what
    stands before them is short and says neither.
    """
    for first in (0, 1):
        told = [text[slice(*cut)] for cut in cuts[first:]]
        if len(told) <= _FEWEST or not all(map(due_of, told)):
            continue
        owned = sum(owner_of(one) is not None for one in told)
        if owned * 2 > len(told) and (first == 0 or cuts[0][1] - cuts[0][0] <= _ASKED):
            return first
    return None


def _by_sentence(text: str, cuts: Sequence[tuple[int, int]], problems: int) -> Sequence[tuple[int, int]]:
    """The sentences behind a question (怎么改？), or behind one that only says that it was settled (怎么改，会后就定了。), that are a
    measure each: most say who does it or by when, or there are as many as `problems`; none only that.
    """
    low, high = cuts[0]
    asks = text[high - 1] in "？?" or _SETTLED.match(text, low, high) is not None
    if not asks or high - low > _ASKED or len(cuts) <= _FEWEST:
        return ()
    told = [text[slice(*cut)] for cut in cuts[1:]]
    own = sum(owner_of(one) is not None or due_of(one) is not None for one in told)
    enough = own * 2 > len(told) or len(told) == problems
    return cuts[1:] if enough and not any(map(FIELDS.match, told)) else ()


def _in_sentences(text: str, cuts: Sequence[tuple[int, int]], problems: int) -> Sequence[tuple[int, int]]:
    """The sentences of a paragraph that are a measure each, behind the words that lead them in."""
    if len(cuts) < _FEWEST:
        return ()
    if pointing := [low for low, _ in cuts if points_at_number(text, low)]:
        ends = (*pointing[1:], cuts[-1][1])
        return list(zip(pointing, ends, strict=True)) if len(pointing) > 1 else ()
    if any(FIELDS.match(text, low) for low, _ in cuts):
        return ()
    (low, high), *others = cuts
    things = _THINGS.search(text, low, high)
    if (parse_numeral(things[1]) if things else stated_count(text[low:high])) == len(others) > 1:
        return others
    led = _LEADS.match(text, low, high)
    told = [(low if led is None else led.end(), high), *others]
    own = [due_of(text[slice(*one)]) is not None or owner_of(text[slice(*one)]) is not None for one in told]
    answers = len(told) == problems and sum(own) * 2 > len(told)
    each = all(own) and (led is not None or len(told) > _FEWEST)
    return told if answers or each else ()
