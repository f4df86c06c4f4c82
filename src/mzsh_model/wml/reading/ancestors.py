"""What stands around a paragraph: content controls, alternate content, open fields. Looked for only where a part has any."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.xml import parse_xml
from mzsh_model.wml.placing.markup import Markup, Tag, tags_from
from mzsh_model.wml.reading.autonum import counted, may_count
from mzsh_model.wml.reading.fields import unended
from mzsh_model.wml.reading.view import View

_LOCKED = lazy_pattern(rb"""lock\s[^>]*?val\s*=\s*["'](?:contentLocked|sdtContentLocked)["']""")
_KEPT = lazy_pattern(rb"""lock\s[^>]*?val\s*=\s*["']sdt(?:Content)?Locked["']""")
_CONTENT = lazy_pattern(rb"<[^\s/>:<]*:?sdtContent(?=[\s/>])")
_FALLBACK = lazy_pattern(rb"<[^\s/>:<]*:?Fallback(?=[\s/>])")
_FIELD = lazy_pattern(rb"""fldCharType\s*=\s*["'](begin|end)["']""")


class Alternate(NamedTuple):
    """An mc:AlternateContent: where it begins, where its Fallback does, where it ends."""

    start: int
    fallback: int
    end: int

    def branches(self, paragraphs: list[int]) -> tuple[list[int], list[int]]:
        """Return the numbers of the paragraphs in the choices and of those in the fallback."""
        inside = [(n, at) for n, at in enumerate(paragraphs) if self.start < at < self.end]
        return [n for n, at in inside if at < self.fallback], [n for n, at in inside if at > self.fallback]


class Ancestors:
    """Answers about one part."""

    def __init__(self, markup: Markup) -> None:
        self._xml = markup.xml
        self.markup = markup
        self._numbers: dict[int, str] | None = None

    @cached_property
    def _controls(self) -> list[Tag]:
        """Every content control that forbids edits."""
        xml = self._xml
        if b"ocked" not in xml and b"dataBinding" not in xml:
            return []
        found = (tags_from(xml, start)[0] for start in self.markup.starts_of(b"sdt"))
        return [tag for tag in found if self.control(tag) is not None]

    @cached_property
    def _alternates(self) -> list[Alternate]:
        xml = self._xml
        if not self.markup.alternates:
            return []
        found: list[Alternate] = []
        for match in re.finditer(rb"<[^\s/>:<]*:?AlternateContent(?=[\s/>])", xml):
            tag = tags_from(xml, match.start())[0]
            inner = _FALLBACK.search(xml, tag.inner, tag.close)
            found.append(Alternate(tag.start, inner.start() if inner else tag.end, tag.end))
        return found

    def alternate(self, at: int) -> Alternate | None:
        """Return the innermost alternate content around the paragraph at byte `at`."""
        around = [one for one in self._alternates if one.start < at < one.end]
        return min(around, key=lambda one: one.end - one.start, default=None)

    @cached_property
    def _boxes(self) -> list[Tag]:
        """The text boxes that stand in no other one, in document order."""
        found: list[Tag] = []
        for start in self.markup.starts_of(b"txbxContent") if b"txbxContent" in self._xml else ():
            if not found or start > found[-1].end:
                found.append(tags_from(self._xml, start)[0])
        return found

    def box(self, at: int) -> Tag | None:
        """Return the outermost text box around byte `at`."""
        n = bisect_right(self._boxes, at, key=_start) - 1
        return self._boxes[n] if n >= 0 and at < self._boxes[n].end else None

    def control(self, tag: Tag) -> str | None:
        """Return why the content of the content control at `tag` cannot be edited."""
        content = _CONTENT.search(self._xml, tag.inner, tag.close)
        properties = self._xml[tag.inner : tag.close if content is None else content.start()]
        if _LOCKED.search(properties):
            return "locked"
        return "bound" if b"dataBinding" in properties else None

    def lock(self, tag: Tag) -> str | None:
        """Return why the content control at `tag` cannot be taken out with what it holds."""
        head = self._xml[tag.start : tag.end].partition(b"sdtContent")[0]
        return "locked" if _KEPT.search(head) else self.control(tag)

    def obstacle(self, at: int) -> str | None:
        """Return why the paragraph at byte `at` cannot be edited, None where it can."""
        for tag in self._controls:
            if tag.start < at < tag.end:
                return self.control(tag)
        return None

    def open_fields(self, at: int) -> int:
        """Return how many complex fields are open where the paragraph at byte `at` begins."""
        before = bisect_left(self._fields[0], at)
        return max(0, self._fields[1][before - 1]) if before else 0

    def is_unended(self, mark: Tag) -> bool:
        """Tell whether a w:fldChar begins a field that never ends, and so is no field."""
        n = bisect_left(self._unended, mark.start)
        return n < len(self._unended) and self._unended[n] < mark.end

    def numbers(self, w: str) -> Mapping[int, str]:
        """Return what the fields show that count through the part (AUTONUM, LISTNUM), by where they begin."""
        if self._numbers is None:
            self._numbers = {}
            if may_count(self._xml):
                root = parse_xml(self._xml, self.markup.part)
                shown = counted(root, w, tuple(w + name for name in View.FINAL.dropped))
                places = self.markup.starts_of(b"fldChar", b"fldSimple")
                elements = list(root.iter(w + "fldChar", w + "fldSimple"))
                if len(places) == len(elements):
                    self._numbers = {at: shown[e] for e, at in zip(elements, places, strict=True) if e in shown}
        return self._numbers

    @cached_property
    def _marks(self) -> list[re.Match[bytes]]:
        return list(_FIELD.finditer(self._xml)) if b"fldCharType" in self._xml else []

    @cached_property
    def _unended(self) -> list[int]:
        never = unended(mark[1].decode() for mark in self._marks)
        return [self._marks[n].start() for n in sorted(never)]

    @cached_property
    def _fields(self) -> tuple[list[int], list[int]]:
        """Where fields begin and end, and how many are open behind each such place."""
        never = set(self._unended)
        found = [m for m in self._marks if m.start() not in never]
        return [m.start() for m in found], list(accumulate(1 if m[1] == b"begin" else -1 for m in found))


def _start(tag: Tag) -> int:
    return tag.start
