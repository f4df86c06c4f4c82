"""Criticisms told as slips are filled in: 批评人：张三；被批评人：李四。意见：……, in one paragraph or one label a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mzsh_model.chinese.fields import field_names
from mzsh_model.kinds.report.exchanges import Said
from mzsh_model.outline.labels import label_at
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.persons import persons

_MARKS = "；;。，, \u3000"
_SHORT = ("意见", "内容")
"""What the criticism is called beside labels of persons, and of nothing else by itself."""
_PERSONS = ("critic", "target")


@cache
def _labels() -> re.Pattern[str]:
    """A label of a slip where a clause begins: one of a person may stand right before the name."""
    names = {field: "|".join(sorted(field_names()[field].names, key=len, reverse=True)) for field in _PERSONS}
    said = "|".join((*sorted(field_names()["criticism"].names, key=len, reverse=True), *_SHORT))
    return re.compile(
        rf"(?:^|(?<=[。；;，,：:.．、）)\s]))(?:(?P<critic>{names['critic']})\s*(?:[：:]|(?=[\u4e00-\u9fff]{{2,4}}[，,；;：:]))"
        rf"|(?P<target>{names['target']})\s*(?:[：:]|(?=[\u4e00-\u9fff]{{2,4}}[，,；;：:]))|(?P<criticism>{said})\s*[：:])\s*"
    )


class Slips:
    """Puts together what labels tell of criticisms, paragraph by paragraph."""

    def __init__(self) -> None:
        self._held: dict[str, Span] = {}
        self._number: Span | None = None

    def read(self, span: Span) -> list[Said] | None:
        """Return the criticisms that a paragraph completes, None where it is no part of a slip."""
        block, text = span.block, span.block.text
        if not self._held and "批评" not in text and "意见" not in text:
            return None
        label = label_at(text, span.start)
        start = label.end if label else span.start
        found = [one for one in _labels().finditer(text, start, span.end) if one.lastgroup]
        if not found or found[0].start() != start or (found[0].lastgroup == "criticism" and not self._held):
            self._held = {}
            return None
        if label is not None:
            self._number = Span(block, span.start, span.start + len(label.raw))
        told: list[Said] = []
        for at, one in enumerate(found):
            field = str(one.lastgroup)
            close = found[at + 1].start() if at + 1 < len(found) else span.end
            told += self._take(field, Span(block, one.end(), close))
        return told

    def _take(self, field: str, said: Span) -> Iterator[Said]:
        said = trimmed(said, _MARKS)
        if field == "criticism":
            if said.start < said.end:
                yield self._said(said)
            return
        text = said.block.text
        colon = next((at for at in range(said.start, said.end) if text[at] in "：:"), said.end)
        named = persons(text, said.start, colon, whole=False, titled=True, called=True)
        if field in self._held:
            self._held = {}
        if named:
            self._held[field] = Span(said.block, *named[0].name)
            if len(self._held) == len(_PERSONS) and colon < said.end:  # 被批评人李四：……
                yield self._said(trimmed(Span(said.block, colon + 1, said.end), _MARKS))

    def _said(self, what: Span) -> Said:
        critic, target = (self._held.get(field) for field in _PERSONS)
        number, self._held, self._number = self._number, {}, None
        return Said(critic, target, number, what)
