"""The comments of a Word file as data: who wrote what, about which words, in answer to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.marking.threads import read_threads
from mzsh_model.wml.placing.part_places import Found, PartPlaces, Point, Sought
from mzsh_model.wml.placing.places import find_places

_START, _END, _REFERENCE = "commentRangeStart", "commentRangeEnd", "commentReference"
_NOT_COMMENTS = "part-not-comments"
_MOST_LINES = 1_000_000
_MOST_CHARACTERS = 50_000_000


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment. `text` has its paragraphs on lines of their own; `date` is as the file writes it, local time as a rule.

    `place` is the words between its markers in the final view, without automatic numbers (which its offsets count); a point
    where there are none; None where nothing in the outline refers to it. `anchor_text` is these words, joined.
    `parent` is the id of the comment it answers; `resolved` holds for a thread as a whole.
    """

    id: str
    author: str = field(repr=False)
    initials: str = field(repr=False)
    date: str | None
    text: str = field(repr=False)
    parent: str | None
    resolved: bool
    place: Place | None
    anchor_text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CommentReading:
    """The comments in the order of their anchors, those without one last; and what could not be read (`part: code`)."""

    comments: tuple[Comment, ...]
    problems: tuple[str, ...] = ()


def read_comments(package: Package, outline: Outline) -> CommentReading:
    """Return the comments of a package; `outline` is its final view. Content never raises.

    A range is what stands between the first start marker of an id and the first end marker after it (ECMA-376 17.13.4), in
    the first part that mentions the id. Where one of the two is missing, or they stand in different text boxes or notes, the
    comment is about the point of its reference. The anchors together hold at most 1,000,000 lines and 50,000,000 characters; what is over has no place and is
    named as a problem.

    Raises:
        StaleAnchor: `outline` is not the final view of this package.
    """
    try:
        related = {r.type.rpartition("/")[2]: r.part for r in reversed(package.relationships(package.main_part))}
    except BadPackage as error:
        return CommentReading((), (f"{package.main_part}.rels: {error.code}",))
    part, extension = related.get("comments"), related.get("commentsExtended")
    if part is None:
        return CommentReading(())
    places = find_places(package, outline, Sought((_START, _END, _REFERENCE)))
    problems = [problem for problem in places.problems if problem.startswith(f"{part}: ")]
    if not problems and not places.comments:
        problems.append(f"{part}: {_NOT_COMMENTS}")
    extended: etree._Element | None = None
    if extension is not None:
        try:
            extended = parse_xml(package.read(extension), extension)
        except BadPackage as error:
            problems.append(f"{extension}: {error.code}")
    anchors = _Anchors(places.parts, outline)
    found = [
        (anchors.rank(comment), comment)
        for written in places.comments
        for comment in _comments(written, extended, anchors)
    ]
    found.sort(key=_rank)
    if anchors.spent:
        problems.append(f"{part}: comment-anchors-limit")
    return CommentReading(tuple(comment for _, comment in found), tuple(problems))


def sound_comments(package: Package, outline: Outline) -> tuple[Comment, ...]:
    """Return the comments of a package as `read_comments` does, for who would take none for there being none.

    Raises:
        BadPackage: their part is damaged, or holds something else.
        StaleAnchor: `outline` is not the final view of this package.
    """
    reading = read_comments(package, outline)
    for part, _, code in (problem.partition(": ") for problem in reading.problems):
        if code == _NOT_COMMENTS or (code.startswith("xml-") and not reading.comments):
            raise BadPackage(code, f"批注部件 {part} 读不了，批注没有读出。请用 Word 打开修复后另存")
    return reading.comments


def _rank(ranked: tuple[tuple[int, int, int], Comment]) -> tuple[int, int, int]:
    return ranked[0]


def _comments(written: PartPlaces, extended: etree._Element | None, anchors: _Anchors) -> Iterator[Comment]:
    w = written.w
    texts: dict[etree._Element, list[str]] = {c: [] for c in written.root.iterchildren(w + "comment")}
    for line in written.lines:
        paragraph = written.paragraphs[line.origin[0]]
        texts[next(c for c in paragraph.iterancestors(w + "comment") if c in texts)].append(line.text)
    elements = list(texts)
    idents = [element.get(w + "id", "").strip() for element in elements]
    states = read_threads(elements, extended, w)
    for element, ident, state in zip(elements, idents, states, strict=True):
        place, anchor_text = anchors.of(ident)
        yield Comment(
            id=ident,
            author=element.get(w + "author", ""),
            initials=element.get(w + "initials", ""),
            date=element.get(w + "date"),
            text="\n".join(texts[element]),
            parent=None if state.parent is None else idents[state.parent],
            resolved=state.resolved,
            place=place,
            anchor_text=anchor_text,
        )


@dataclass(slots=True)
class _Markers:
    """The markers of one id: a start, the first end after it, the reference; an end without a start only for its point."""

    part: PartPlaces
    rank: int
    start: Found | None = None
    end: Found | None = None
    reference: Found | None = None
    stray: Found | None = None


class _Anchors:
    """What each comment is about."""

    def __init__(self, parts: tuple[PartPlaces, ...], outline: Outline) -> None:
        self.spent = False
        self._lines = outline.lines
        self._markers: dict[str, _Markers] = {}
        self._known: dict[tuple[etree._Element, Point, Point], tuple[Place | None, str]] = {}
        self._lines_left, self._characters_left = _MOST_LINES, _MOST_CHARACTERS
        for part in parts:
            for mark in part.found():
                self._take(part, mark)

    def of(self, ident: str) -> tuple[Place | None, str]:
        """Return the place of a comment and the words there."""
        markers = self._markers.get(ident)
        if markers is None:
            return None, ""
        start, end = markers.start, markers.end
        if start is not None and end is not None and start.flow is end.flow:
            return self._range(markers.part, start, end)
        mark = markers.reference or start or markers.stray
        return (None if mark is None else mark.place), ""

    def rank(self, comment: Comment) -> tuple[int, int, int]:
        """Return what comments are ordered by: where they stand, then whose marker comes first."""
        markers = self._markers.get(comment.id)
        first = len(self._markers) if markers is None else markers.rank
        place = comment.place
        return (len(self._lines) + 1, 0, first) if place is None else (place.line, place.start, first)

    def _take(self, part: PartPlaces, mark: Found) -> None:
        ident = mark.element.get(part.w + "id", "").strip()
        markers = self._markers.setdefault(ident, _Markers(part, len(self._markers)))
        if markers.part is not part:
            return
        tag = mark.element.tag
        if tag == part.w + _REFERENCE:
            markers.reference = markers.reference or mark
        elif tag == part.w + _START:
            markers.start = markers.start or mark
        elif markers.start is None:
            markers.stray = markers.stray or mark
        else:
            markers.end = markers.end or mark

    def _range(self, part: PartPlaces, start: Found, end: Found) -> tuple[Place | None, str]:
        if start.before is None or end.after is None:
            return None, ""
        key = (start.flow, start.before, end.after)
        if key not in self._known:
            self._known[key] = self._fresh(part, start, end, end.after.line - start.before.line + 1)
        return self._known[key]

    def _fresh(self, part: PartPlaces, start: Found, end: Found, lines: int) -> tuple[Place | None, str]:
        place = part.between(start, end) if lines <= self._lines_left else None
        size = sum(p.end - p.start for p in place.parts) if place is not None else 0
        if place is None or size > self._characters_left:
            self.spent = True
            return None, ""
        self._lines_left -= max(lines, 0)
        self._characters_left -= size
        return place, "".join(self._lines[p.line - 1].text[p.start : p.end] for p in place.parts)
