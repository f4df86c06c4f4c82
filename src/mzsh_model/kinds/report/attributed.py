"""Criticisms with both sides named behind them: 会多，这是李四对张三的批评。 下乡少（李四批评张三）。 话长——李四对张三。"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mzsh_model.chinese.surnames import is_person
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.exchanges import Said, named_one
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Span, trimmed

_MARKS = "；;。，, "
_BEHIND = lazy_pattern(
    r"(?:[，,。]?\s*(?:这|以上)(?:条|句话?|话)?就?是|—{1,2}|[（(])\s*(?P<critic>[^，,。；;（(：:“”]{2,16}?)(?:同志)?(?:(?:[对给向]|→)(?P<target>[^，,。；;）)：:“”]{2,16}?)(?:同志)?(?:提(?:出|给)?)?的?(?:坦诚|真诚)?(?:批评|意见|建议|和|提醒)*"
    r"|批评(?P<other>[^，,。；;）)：:“”]{2,16}?)(?:同志)?(?:的话?|时(?:说|提出)?的?)?)[）)]?[。；;.]?$"
)


def attributed_in(span: Span, known: Collection[str] = ()) -> Iterator[Said]:
    """Yield the criticisms of a paragraph each of which is followed by who made it and of whom; `known` are names of who was there."""
    block, text = span.block, span.block.text
    before: tuple[int, int] | None = None
    for low, high in sentences(text, span.start, span.end, clauses=True):
        found = _BEHIND.search(text, low, high)
        if found is None:
            before = low, high
            continue
        said = trimmed(Span(block, low, found.start()), _MARKS)
        if said.start >= said.end and before is not None:  # 会多。这是李四对张三的批评。
            said = trimmed(Span(block, *before), _MARKS)
        before = None
        which = "target" if found["target"] is not None else "other"
        sure = any(name in known or is_person(name) for name in (found["critic"], found[which]))
        critic = named_one(text, *found.span("critic"), known, strong=sure)
        target = named_one(text, *found.span(which), known, strong=sure)
        if critic is None or target is None or said.start >= said.end:
            continue
        label = label_at(text, said.start)
        number = Span(block, said.start, said.start + len(label.raw)) if label else None
        what = Span(block, label.end if label else said.start, said.end)
        yield Said(Span(block, *critic), Span(block, *target), number, what)
