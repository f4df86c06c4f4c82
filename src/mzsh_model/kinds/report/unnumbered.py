"""Problems that running text lists without numbers: 查找出的问题：A；B。 查摆了A、B、C等问题。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.sentences import listed_in, sentences
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.lexicon import states_fault

_LED_IN = lazy_pattern(
    r"[^。；;：:]*(?:问题|不足|差距)[^。；;：:]{0,12}[：:]|[^。；;：:]*(?:主要|集中)(?:是|有|在|表现在)[：:]"
)
_AMONG = lazy_pattern(
    r"(?:查摆|检视|查找|存在|梳理|剖析)(?:了|出|着|自身)*(?P<list>[^。；;：:]{4,160}、[^。；;：:]{4,160}?)等(?:[^，。；、]{0,6})(?:问题|不足)"
)


class Unnumbered(NamedTuple):
    """What may be a list: the things, and where the text behind them goes on."""

    things: list[Span]
    behind: int


def unnumbered_lists(span: Span) -> Iterator[Unnumbered]:
    """Yield what may be lists of problems: the clauses behind words that lead them in, else what stands between 、 and 等问题."""
    block, text = span.block, span.block.text
    for low, high in sentences(text, span.start, span.end):
        led = _LED_IN.match(text, low, high)
        clauses = list(sentences(text, led.end(), high, clauses=True)) if led else []
        if len(clauses) > 1:
            yield Unnumbered([trimmed(Span(block, *clause), "；;。") for clause in clauses], high)
    for named in _AMONG.finditer(text, span.start, span.end):
        things = [Span(block, *one) for one in listed_in(text, *named.span("list"))]
        if len(things) > 1 and sum(states_fault(one.text) for one in things) * 2 > len(things):
            yield Unnumbered(things, named.end("list"))
