"""Lines of one item that a bracket holds together: （责任人：张 / 三）is one statement broken over two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.place import Place
from mzsh_model.reading.draft import Span, joined_place

_FIELD = lazy_pattern(r"\s*[^\s，。；：:、（）()]{2,8}\s*[：:]")
"""How a line begins that names a field of its own: 完成时限：."""


@dataclass(frozen=True, slots=True)
class RunOn:
    """Stretches that are read as one, without the breaks between them."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """What they say together."""
        return self.spans[0].text if len(self.spans) == 1 else "".join(span.text for span in self.spans)

    @property
    def typed(self) -> str:
        """The same as it was typed."""
        return self.spans[0].typed if len(self.spans) == 1 else "".join(span.typed for span in self.spans)

    def place(self, start: int, end: int) -> Place:
        """Return where the characters from `start` to `end` of the text stand."""
        if len(self.spans) == 1:
            block, at, _ = self.spans[0]
            return block.place(at + start, at + end)
        told: list[Span] = []
        at = 0
        for span in self.spans:
            low, high = max(start - at, 0), min(end - at, span.end - span.start)
            if low < high:
                told.append(Span(span.block, span.start + low, span.start + high))
            at += span.end - span.start
        return joined_place(told)


def run_on(spans: Sequence[Span]) -> Iterator[RunOn]:
    """Yield the stretches one by one, those together over whose breaks a bracket stays open and no field begins."""
    held: list[Span] = []
    for span in spans:
        if held and not (_is_open("".join([one.text for one in held])) and not _FIELD.match(span.text)):
            yield RunOn(tuple(held))
            held = []
        held.append(span)
    if held:
        yield RunOn(tuple(held))


def _is_open(text: str) -> bool:
    """Whether the last bracket of a text is not closed in it."""
    return max(text.rfind("（"), text.rfind("(")) > max(text.rfind("）"), text.rfind(")"))
