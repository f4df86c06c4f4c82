"""Measures that say in their text what a document has no other place for: who answers for them, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mzsh_model.chinese.fields import field_names
from mzsh_model.fresh import frame
from mzsh_model.model.items import Measure


def telling(measures: Sequence[Measure]) -> Iterator[Measure]:
    """Yield the measures, each with a text that says who answers for it and by when: in a table, cells of their own do.

    A bracket behind the last of several measures speaks for all of them.
    """
    under: dict[str | None, list[tuple[int, str]]] = {}
    for index, one in reversed(tuple(enumerate(measures))):
        under.setdefault(one.aspect, []).append((index, one.text))
    last: dict[tuple[str | None, str], int] = {}  # the last measure under an aspect whose text has some words
    for index, one in enumerate(measures):
        untold: list[str] = []
        for name, held in (("owner", one.owner), ("department", one.department), ("due", one.due)):
            if not held or (words := frame.raw(held)) in one.text:
                continue
            key = one.aspect, words
            if key not in last:
                last[key] = next((at for at, text in under[one.aspect] if words in text), -1)
            if last[key] < index:
                untold.append(f"{field_names()[name].zh}：{words}")
        yield one.model_copy(update={"text": f"{one.text}（{'；'.join(untold)}）"}) if untold else one
