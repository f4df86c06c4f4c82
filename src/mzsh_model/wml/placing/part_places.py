"""Where elements of one part stand among the lines that were read from it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from mzsh_model.kernel.place import Place
from mzsh_model.outline.lines import Line
from mzsh_model.wml.names import ALTERNATE, CHOICE, FALLBACK, dialect
from mzsh_model.wml.placing.tracing import Tracing
from mzsh_model.wml.reading.paragraph import shown_branch
from mzsh_model.wml.reading.story import ReaderOf
from mzsh_model.wml.reading.view import View

_FLOWS = ("txbxContent", "footnote", "endnote", "comment")


class Point(NamedTuple):
    """A place between two characters of a line; points compare as they stand."""

    line: int
    at: int

    @property
    def place(self) -> Place:
        """The place without extent."""
        return Place(self.line, self.at, self.at)


class Found(NamedTuple):
    """An element that was looked for, and where it stands.

    `flow` is the run of text that no range leaves: the body, a note, a text box. `after` is where the words before the
    element end, `before` where those behind it begin: one point inside a paragraph, two between lines, none in a flow
    without lines.
    """

    element: etree._Element
    flow: etree._Element
    after: Point | None
    before: Point | None

    @property
    def place(self) -> Place | None:
        """The point of an element without words."""
        return None if self.after is None else self.after.place


class _Spot(NamedTuple):
    """Where the text of a paragraph begins and ends, and in which flow."""

    line: int
    start: int
    end: int
    flow: etree._Element
    nth: int  # among the paragraphs of the flow


@dataclass(frozen=True, slots=True)
class Sought:
    """What to look for: names of elements, and which element's words each is about (itself, its run, its row …)."""

    names: tuple[str, ...]
    scope: Callable[[etree._Element], etree._Element] = lambda element: element


class PartPlaces:
    """The places of the elements that are sought in one part."""

    def __init__(self, root: etree._Element, first: int, reader: ReaderOf, sought: Sought) -> None:
        self.root = root
        self.first = first
        self.w: str = dialect(str(root.tag)) or ""
        self.paragraphs: list[etree._Element] = list(root.iter(self.w + "p"))
        self._reader = reader
        self._scope = sought.scope
        self._wanted = tuple(self.w + name for name in sought.names)
        self._flowing = tuple(self.w + name for name in _FLOWS)
        self._flat = next(root.iter(*self._flowing), None) is None
        self.final: Tracing = Tracing(reader(View.FINAL), root, self._wanted, sought.scope)
        self.lines: tuple[Line, ...] = ()
        self._spots: dict[etree._Element, _Spot] = {}
        self._flows: dict[etree._Element, list[_Spot]] = {}

    def settle(self, lines: tuple[Line, ...]) -> None:
        """Take the lines that the part was read into."""
        self.lines = lines
        for line in lines:
            if not line.origin:  # letters of a drawing, in no paragraph
                continue
            at = line.auto
            flow = self._flow(self.paragraphs[line.origin[0]])
            flowing = self._flows.setdefault(flow, [])
            for ordinal in line.origin:
                paragraph = self.paragraphs[ordinal]
                end = at + len(self.final.texts[paragraph])
                spot = self._spots[paragraph] = _Spot(line.number, at, end, flow, len(flowing))
                flowing.append(spot)
                at = end

    def found(self) -> Iterator[Found]:
        """Yield what is sought in document order, the branches that are not shown left out."""
        p = self.w + "p"
        passed: dict[etree._Element, int] = {}
        for element in self.root.iter(p, *self._wanted) if self.final.busy else ():
            if element.tag != p:
                if self._is_shown(element):
                    yield self._place(element, passed)
            elif (spot := self._spots.get(element)) is not None:
                passed[spot.flow] = spot.nth + 1

    def words(self, scope: etree._Element) -> Place | None:
        """Return the words inside a scope, without automatic numbers; a point in an empty one; None where it has no line."""
        own = self._own(scope)
        pieces = [] if own is None else [Place(own.line, own.start, own.end)]
        for paragraph in scope.iter(self.w + "p"):
            if (spot := self._spots.get(paragraph)) is not None:
                pieces.append(Place(spot.line, spot.start, spot.end))
        return joined(pieces)

    def end_of(self, paragraph: etree._Element) -> Place | None:
        """Return the point where the text of a paragraph ends, None where it has no line."""
        spot = self._spots.get(paragraph)
        return None if spot is None else Place(spot.line, spot.end, spot.end)

    def text(self, scope: etree._Element) -> str:
        """Return all text inside a scope, inserted and deleted; paragraphs on lines of their own."""
        both = self._both
        own = both.offsets.get(scope)
        inner = [both.texts[p] for p in scope.iter(self.w + "p") if p in both.texts]
        if own is not None and own.end > own.start:
            inner.insert(0, both.texts[own.paragraph][own.start : own.end])
        return "\n".join(inner)

    def between(self, start: Found, end: Found) -> Place | None:
        """Return the words of a range inside one flow, without automatic numbers; a point where all of them are deleted."""
        low, high = start.before, end.after
        if low is None or high is None:
            return None
        if high < low:
            return high.place
        flowing = self._flows[start.flow]
        first = bisect_left(flowing, low.line, key=_line)
        last = bisect_left(flowing, high.line + 1, first, key=_line)
        pieces: list[Place] = []
        for line, begins, ends, _, _ in flowing[first:last]:
            begins = max(begins, low.at) if line == low.line else begins
            ends = min(ends, high.at) if line == high.line else ends
            pieces.append(Place(line, begins, max(begins, ends)))
        return joined(pieces)

    @cached_property
    def _unshown(self) -> set[etree._Element]:
        """The branches of alternate contents that are not shown."""
        found: set[etree._Element] = set()
        for alternate in self.root.iter(ALTERNATE):
            found.update(alternate)
            if (shown := shown_branch(alternate)) is not None:
                found.discard(shown)
        return found

    @cached_property
    def _both(self) -> Tracing:
        both = Tracing(self._reader(View.BOTH), self.root, self._wanted, self._scope)
        for paragraph in self.paragraphs:
            if self._is_shown(paragraph):
                both.paragraph(paragraph)
        return both

    def _place(self, element: etree._Element, passed: dict[etree._Element, int]) -> Found:
        flow = self._flow(element)
        own = self._own(self._scope(element))
        if own is not None:
            point = Point(own.line, own.start)
            return Found(element, own.flow, point, point)
        flowing, before = self._flows.get(flow, []), passed.get(flow, 0)
        if not flowing:
            return Found(element, flow, None, None)
        ends = [Point(spot.line, spot.end) for spot in flowing[max(before - 1, 0) : before]]
        starts = [Point(spot.line, spot.start) for spot in flowing[before : before + 1]]
        return Found(element, flow, (ends or starts)[0], (starts or ends)[0])

    def _own(self, scope: etree._Element) -> _Spot | None:
        """The words of a scope inside one paragraph: of the flow it stands in, unless that has no line to stand in."""
        offsets = self.final.offsets.get(scope)
        spot = self._spots.get(offsets.paragraph) if offsets is not None else None
        if offsets is None or spot is None:
            return None
        flow = self._flow(scope)
        if flow is not spot.flow and flow in self._flows:
            return None
        return spot._replace(start=spot.start + offsets.start, end=spot.start + offsets.end)

    def _flow(self, element: etree._Element) -> etree._Element:
        return self.root if self._flat else next(element.iterancestors(*self._flowing), self.root)

    def _is_shown(self, element: etree._Element) -> bool:
        unshown = self._unshown
        return not unshown or not any(branch in unshown for branch in element.iterancestors(CHOICE, FALLBACK))


def joined(pieces: list[Place]) -> Place | None:
    """Return pieces as one place, neighbours on a line made one; a point where all are empty, None where there is none."""
    parts: list[Place] = []
    for piece in pieces:
        if piece.start == piece.end:
            continue
        if parts and parts[-1].line == piece.line and parts[-1].end == piece.start:
            parts[-1] = parts[-1]._replace(end=piece.end)
        else:
            parts.append(piece)
    if not parts:
        return pieces[0] if pieces else None
    return parts[0]._replace(rest=tuple(parts[1:]))


def _line(spot: _Spot) -> int:
    return spot.line
