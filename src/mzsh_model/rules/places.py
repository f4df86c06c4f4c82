"""Where a hit stands: in the model and in the document, always somewhere (law Place)."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from mzsh_model.kernel.errors import BadPath
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kernel.place import Place
from mzsh_model.model.base import Value
from mzsh_model.model.items import Aspect
from mzsh_model.model.walk import resolve
from mzsh_model.rules.context import Source
from mzsh_model.rules.rule import Hit

_NOWHERE = Place(0, 0, 0)
_LONGEST_QUOTE = 120


class Placer:
    """Finds places for one value and its document."""

    def __init__(self, value: Value, source: Source | None) -> None:
        self._value = value
        self._source = source

    def place(self, hit: Hit) -> tuple[str, Place]:
        """Return the model path and the place of a hit; what is missing stands at the nearest thing that is there."""
        if hit.line:
            start, end = hit.start or 0, hit.end or 0
            return self._path_at(hit.line, start), Place(hit.line, start, end)
        at = self._existing(hit.at)
        if self._source is None:
            return at, _NOWHERE
        place = self._anchor(at)
        if hit.start is None or hit.end is None:
            return at, place
        held = self._value_at(at)
        text = held if isinstance(held, str) else getattr(held, "text", "")
        return at, _part(place, hit.start, hit.end, len(text))

    def quote(self, at: str, place: Place) -> str:
        """Return the text at a place, shortened; without a document the text of the value."""
        if self._source is None or not place.line:
            held = getattr(self._value_at(at), "text", "")
            return str(held)[:_LONGEST_QUOTE]
        text = "".join(self._line(part) for part in place.parts)
        return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"

    def line(self, place: Place) -> str:
        """Return the whole of the line that a place begins in, empty without a document."""
        if self._source is None or not place.line:
            return ""
        return self._source.outline.lines[place.line - 1].text

    def heading(self, place: Place) -> str:
        """Return the headings above a place, outermost first."""
        at = bisect_right(self._heading_lines, place.line)
        return self._headings[at - 1][1] if at else ""

    def aspect(self, at: str) -> str:
        """Return the aspect of the item that a path leads into: in the catalogue's words, else as typed, empty where none is named."""
        path = ModelPath(at)
        while path:
            held = self._value_at(path)
            if isinstance(held, Aspect):
                return held.canonical or held.name
            # the row of a ledger is about the problem in it
            if told := getattr(held, "aspect", None) or getattr(getattr(held, "issue", None), "aspect", None):
                return self._canonical.get(str(told), str(told))
            path = path.parent
        return ""

    @cached_property
    def _canonical(self) -> dict[str, str]:
        """The catalogue's words for the aspects as the document names them."""
        aspects: tuple[Aspect, ...] = getattr(self._value, "aspects", ())
        return {one.name: one.canonical for one in aspects if one.canonical}

    @cached_property
    def _heading_lines(self) -> list[int]:
        return [line for line, _ in self._headings]

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        """Each heading's line with the path of headings down to it."""
        if self._source is None:
            return []
        anchors = self._source.anchors
        found = sorted(
            (anchors[f"/sections/{i}"].line, section.level, (section.label or "") + section.heading)
            for i, section in enumerate(getattr(self._value, "sections", ()))
            if f"/sections/{i}" in anchors
        )
        paths: list[tuple[int, str]] = []
        above: list[tuple[int, str]] = []
        for line, level, words in found:
            above = [*(h for h in above if h[0] < level), (level, words)]
            paths.append((line, " > ".join(w for _, w in above)))
        return paths

    @cached_property
    def _by_line(self) -> dict[int, list[tuple[int, int, str]]]:
        table: dict[int, list[tuple[int, int, str]]] = {}
        if self._source is not None:
            for path, place in self._source.anchors.items():
                for part in place.parts:
                    table.setdefault(part.line, []).append((part.start, part.end, path))
        return table

    def _path_at(self, line: int, at: int) -> str:
        """The path of the smallest value that covers a character, the root where none does."""
        covering = [(end - start, path) for start, end, path in self._by_line.get(line, ()) if start <= at < end]
        return self._existing(min(covering)[1]) if covering else ""

    def _existing(self, at: str) -> str:
        if self._source is not None and at in self._source.anchors:
            return at
        path = ModelPath(at)
        while path:
            try:
                if resolve(self._value, path) is not None:
                    return str(path)
            except BadPath:
                pass
            path = path.parent
        return ""

    def _value_at(self, at: str) -> object:
        return resolve(self._value, at)

    def _anchor(self, at: str) -> Place:
        """The anchor of a path or of the nearest one above it, else the title, else the first line with text."""
        source = self._source
        assert source is not None
        path = ModelPath(at)
        while path:
            if path in source.anchors:
                return source.anchors[path]
            path = path.parent
        if "/title" in source.anchors:
            return source.anchors["/title"]
        first = next((line for line in source.outline.lines if line.text.strip()), None)
        return _NOWHERE if first is None else Place(first.number, 0, len(first.text))

    def _line(self, place: Place) -> str:
        assert self._source is not None
        return self._source.outline.lines[place.line - 1].text[place.start : place.end]


def _part(place: Place, start: int, end: int, length: int) -> Place:
    """Characters `start` to `end` of a text of `length` characters that stands at `place`.

    Paragraphs that were put together have a line break between them in the text, lines joined at a hard wrap have not.
    """
    parts = place.parts
    gap = 1 if length >= sum(p.end - p.start for p in parts) + len(parts) - 1 and len(parts) > 1 else 0
    base = 0
    for part in parts:
        size = part.end - part.start
        if start < base + size:
            return Place(part.line, part.start + start - base, part.start + min(end - base, size))
        base += size + gap
    return place
