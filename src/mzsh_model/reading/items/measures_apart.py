"""Measures that one sentence sets apart with semicolons, each with who answers for it or by when."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.answering import owner_of
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.told_facts import due_of, named_owner

_LEAD = lazy_pattern(r"(?:其中|重点|主要|具体)[，,：:是]+|(?:接下来|下一?步|今后|会后)[，,]|[^。；;：:]{2,40}[：:]\s*")
_FEWEST = 2


def each_with_its_own(span: Span, *, led_in: bool = False) -> tuple[Span | None, list[Span]]:
    """Return what leads in the measures of a paragraph, and the measures; one, where it does not tell several apart.

    Its last sentence does with semicolons, if each has a person or a time limit, or half of those do that words lead in (`led_in`: words
    before it); or its sentences do that each have both.

    >>> from mzsh_model.outline.blocks import Block
    >>> from mzsh_model.outline.lines import Line
    >>> text = "抓好整改：修订办法，办公室牵头，3月底前；建成平台，信息科牵头，年底前。"
    >>> _, told = each_with_its_own(Span(Block(text, ((0, 1, 0, len(text)),), Line(1, text)), 0, len(text)))
    >>> [one.text for one in told]
    ['修订办法，办公室牵头，3月底前', '建成平台，信息科牵头，年底前。']
    """
    block, text = span.block, span.block.text
    cuts = list(sentences(text, span.start, span.end)) or [(span.start, span.end)]
    whole = [text[low:high] for low, high in cuts]
    if len(cuts) > 1 and all(named_owner(said) and due_of(said) for said in whole):
        return None, [Span(block, *cut) for cut in cuts]
    low, high = cuts[-1]
    led = _LEAD.match(text, low, high)
    at = led.end() if led else low
    found = [trimmed(Span(block, *one), "；;") for one in sentences(text, at, high, clauses=True)]
    own = [owner_of(one.text) is not None or due_of(one.text) is not None for one in found]
    # of things that words lead in some may say nothing; what only the last says may be said of all of them
    apart = all(own) or (any(own[:-1]) and (led_in or (led is not None and sum(own) * 2 >= len(own))))
    if len(found) < _FEWEST or not apart:
        return None, [span]
    lead = Span(block, span.start, at)
    return lead if lead.text.strip() else None, found
