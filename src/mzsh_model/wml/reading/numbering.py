"""The numbers that Word computes: `w:numPr`, direct or through styles, restarts and overrides (ECMA-376 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.wml.reading.numfmt import format_number
from mzsh_model.wml.reading.styles import Style, Styles
from mzsh_model.wml.reading.values import is_on, number, value_of

_LEVELS = 9
_PLACEHOLDER = lazy_pattern(r"%([1-9])")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: what it counts from, how it shows, what restarts it."""

    start: int
    fmt: str
    text: str
    legal: bool
    restart: int | None
    style: str | None


@dataclass(slots=True)
class _List:
    """A list definition (abstractNum): its levels, and the numbers reached so far."""

    levels: dict[int, _Level]
    style_link: str | None
    count: dict[int, int] = field(default_factory=dict[int, int])
    started: dict[int, int] = field(default_factory=dict[int, int])


@dataclass(slots=True)
class _Instance:
    """A use of a list (num): its own levels, and the numbers it starts anew at."""

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """Counts through a document: ask for each numbered paragraph's label once, in order."""

    def __init__(self, root: etree._Element | None, styles: Styles, w: str) -> None:
        self._w = w
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._uses: dict[str, _Instance] = {}
        if root is None:
            return
        for element in root.iterchildren(w + "abstractNum"):
            ident = element.get(w + "abstractNumId") or ""
            self._lists.setdefault(ident, _List(self._levels(element), value_of(element, w + "numStyleLink", w)))
        for element in root.iterchildren(w + "num"):
            self._uses.setdefault(element.get(w + "numId") or "", self._instance(element))

    def label(self, numpr: etree._Element | None, style: Style, style_id: str | None) -> str:
        """Return the label of the next paragraph, empty where it has none: `一、`, `（二）`, `3.`."""
        w = self._w
        num = value_of(numpr, w + "numId", w) or style.num
        if num is None or num == "0":
            return ""
        found = self._find(num)
        if found is None:
            return ""
        use, lists = found
        direct = value_of(numpr, w + "ilvl", w)
        at = number(direct if direct is not None else style.ilvl, 0, 0, _LEVELS - 1)
        if direct is None:
            at = next(
                (i for i, level in lists.levels.items() if level.style is not None and level.style == style_id), at
            )
        level = self._level(use, lists, at)
        return "" if level is None else self._count(use, lists, at, level)

    def _find(self, num: str) -> tuple[_Instance, _List] | None:
        seen: set[str] = set()
        while num not in seen:
            seen.add(num)
            use = self._uses.get(num)
            lists = self._lists.get(use.definition) if use is not None else None
            if use is None or lists is None:
                return None
            if lists.style_link is None:
                return use, lists
            linked = self._styles.numbering_link(lists.style_link)
            if linked is None:
                return use, lists
            num = linked
        return None

    def _level(self, use: _Instance, lists: _List, at: int) -> _Level | None:
        return use.levels.get(at) or lists.levels.get(at)

    def _count(self, use: _Instance, lists: _List, at: int, level: _Level) -> str:
        count = lists.count
        for i, start in use.starts.items():
            count.pop(i, None)
            lists.started[i] = start
        use.starts.clear()  # an override restarts the list once, where this use of it first appears
        for i in range(at):
            count.setdefault(i, self._start(use, lists, i))
        count[at] = count[at] + 1 if at in count else self._start(use, lists, at)
        for i in [i for i in count if i > at]:
            below = self._level(use, lists, i)
            if below is None or below.restart is None or (below.restart > 0 and at < below.restart):
                del count[i]
        if level.fmt == "bullet":
            return _bullet(level.text)

        def shown(found: re.Match[str]) -> str:
            i = int(found[1]) - 1
            if i > at:
                return ""
            other = self._level(use, lists, i)
            fmt = "decimal" if level.legal or other is None else other.fmt
            return format_number(count.get(i, 0), fmt)

        return _PLACEHOLDER.sub(shown, level.text[:_LONGEST])

    def _start(self, use: _Instance, lists: _List, at: int) -> int:
        level = self._level(use, lists, at)
        return lists.started.get(at, level.start if level is not None else 1)

    def _levels(self, parent: etree._Element) -> dict[int, _Level]:
        w = self._w
        levels: dict[int, _Level] = {}
        for element in parent.iterchildren(w + "lvl"):
            levels.setdefault(number(element.get(w + "ilvl"), 0, 0, _LEVELS - 1), self._read_level(element))
        return levels

    def _read_level(self, element: etree._Element) -> _Level:
        w = self._w
        restart = value_of(element, w + "lvlRestart", w)
        return _Level(
            number(value_of(element, w + "start", w), 0),
            value_of(element, w + "numFmt", w) or "decimal",
            value_of(element, w + "lvlText", w) or "",
            is_on(element.find(w + "isLgl"), w),
            None if restart is None else number(restart, 0),
            value_of(element, w + "pStyle", w),
        )

    def _instance(self, element: etree._Element) -> _Instance:
        w = self._w
        levels: dict[int, _Level] = {}
        starts: dict[int, int] = {}
        for override in element.iterchildren(w + "lvlOverride"):
            at = number(override.get(w + "ilvl"), 0, 0, _LEVELS - 1)
            start = value_of(override, w + "startOverride", w)
            if start is not None:
                starts[at] = number(start, 1)
            if (own := override.find(w + "lvl")) is not None:
                levels[at] = self._read_level(own)
        return _Instance(value_of(element, w + "abstractNumId", w) or "", levels, starts)


def _bullet(text: str) -> str:
    """A bullet as a sign that every font has: symbol fonts put theirs in the private-use area."""
    char = text[:1]
    return "•" if not char or "\ue000" <= char <= "\uf8ff" or not char.strip() else char
