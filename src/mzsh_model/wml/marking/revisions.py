"""The tracked changes of a Word file as data: who inserted, deleted, moved or reformatted what, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree

from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.placing.part_places import Found, PartPlaces, Sought
from mzsh_model.wml.placing.places import find_places

_DEEPEST = 16


class RevisionKind(StrEnum):
    """What a tracked change does. A paragraph is inserted or deleted by its mark: with it goes the break to the next one."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"
    PARAGRAPH_INSERTION = "paragraph-insertion"
    PARAGRAPH_DELETION = "paragraph-deletion"
    ROW_INSERTION = "row-insertion"
    ROW_DELETION = "row-deletion"
    CELL_INSERTION = "cell-insertion"
    CELL_DELETION = "cell-deletion"
    FORMATTING = "formatting"


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change. `date` is as the file writes it.

    `text` is all text inside it, whatever later changes did to that, paragraphs and cells on lines of their own; empty for
    formatting and for a paragraph mark. `place` is those of its words that the final view shows (of formatting the words it
    applies to), without automatic numbers; a point where they would stand if it shows none of them; None where its text box
    or note has no lines.
    """

    kind: RevisionKind
    id: str
    author: str = field(repr=False)
    date: str | None
    text: str = field(repr=False)
    place: Place | None


_RUNS = {
    "ins": RevisionKind.INSERTION,
    "del": RevisionKind.DELETION,
    "moveFrom": RevisionKind.MOVED_FROM,
    "moveTo": RevisionKind.MOVED_TO,
}
_MARKS = {"ins": RevisionKind.PARAGRAPH_INSERTION, "del": RevisionKind.PARAGRAPH_DELETION}
_ROWS = {"ins": RevisionKind.ROW_INSERTION, "del": RevisionKind.ROW_DELETION}
_CELLS = {"cellIns": RevisionKind.CELL_INSERTION, "cellDel": RevisionKind.CELL_DELETION}
_CHANGES = (
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange",
    "numberingChange",
)  # fmt: skip
_PROPERTIES = frozenset({"rPr", "pPr", "numPr", "sectPr", "trPr", "tcPr", "tblPr", "tblPrEx", "tblGrid"})


def read_revisions(package: Package, outline: Outline) -> tuple[Revision, ...]:
    """Return the tracked changes of a package in document order; `outline` is its final view. Content never raises.

    Body first, then notes, headers, footers; of alternate content the branch that is shown. A change inside a change is
    given as well; more than 16 of a kind inside one another are not. What a formatting change records of the past is no
    revision. A part that cannot be read has none, as it has no lines.

    Raises:
        StaleAnchor: `outline` is not the final view of this package.
    """
    places = find_places(package, outline, _SOUGHT)
    return tuple(revision for part in places.parts for _, revision in _revisions(part))


def revisions_by_part(package: Package, outline: Outline) -> dict[bytes, list[tuple[etree._Element, Revision]]]:
    """Return the elements of the tracked changes with what they are, by what their part says (as lxml writes it).

    Raises:
        StaleAnchor: as `read_revisions`.
    """
    found = find_places(package, outline, _SOUGHT)
    return {etree.tostring(part.root): list(_revisions(part)) for part in (*found.parts, *found.comments)}


def _revisions(part: PartPlaces) -> Iterator[tuple[etree._Element, Revision]]:
    past = tuple(part.w + name for name in _CHANGES)
    known: dict[tuple[etree._Element, str], tuple[str, Place | None]] = {}
    for found in part.found():
        element = found.element
        if _buried(element, part.w) or next(element.iterancestors(*past), None) is not None:
            continue
        kind, scope = _kind(element), _scope(element)
        about = "words" if kind is not RevisionKind.FORMATTING else "format"
        about = "mark" if _is_of_mark(element) else about
        if (scope, about) not in known:
            known[scope, about] = _words(part, about, scope, found)
        text, place = known[scope, about]
        yield (
            element,
            Revision(
                kind,
                element.get(part.w + "id", "").strip(),
                element.get(part.w + "author", ""),
                element.get(part.w + "date"),
                text,
                place,
            ),
        )


def _words(part: PartPlaces, about: str, scope: etree._Element, found: Found) -> tuple[str, Place | None]:
    if about == "mark":
        return "", part.end_of(scope) or found.place
    return part.text(scope) if about == "words" else "", part.words(scope) or found.place


def _kind(element: etree._Element) -> RevisionKind:
    name, around = _name(element), _name(element.getparent())
    if name in _CELLS:
        return _CELLS[name]
    if name not in _RUNS or around == "numPr":
        return RevisionKind.FORMATTING
    if around == "trPr":
        return _ROWS.get(name, _RUNS[name])
    return _MARKS.get(name, _RUNS[name]) if _is_of_mark(element) else _RUNS[name]


def _scope(element: etree._Element) -> etree._Element:
    """What a revision is about: the owner of the properties that it stands in (a run, a paragraph, a row …), else itself."""
    owner: etree._Element | None = element.getparent()
    if _name(owner) not in _PROPERTIES:
        return element
    while owner is not None and _name(owner) in _PROPERTIES:
        owner = owner.getparent()
    return element if owner is None or _name(owner) in ("body", "document") else owner


_SOUGHT = Sought((*_RUNS, *_CELLS, "cellMerge", *_CHANGES), _scope)


def _is_of_mark(element: etree._Element) -> bool:
    """Whether it stands with the mark of a paragraph: in its run properties, or in those of the section that it closes."""
    parent = element.getparent()
    return _name(parent) in ("rPr", "sectPr") and parent is not None and _name(parent.getparent()) == "pPr"


def _buried(element: etree._Element, w: str) -> bool:
    """Whether it stands inside more of its kind than any editor nests; what they hold would be told again for each."""
    scope = _scope(element)
    same = tuple(w + name for name in _RUNS) if scope is element else (str(scope.tag),)
    return sum(1 for _ in scope.iterancestors(*same)) > _DEEPEST


def _name(element: etree._Element | None) -> str:
    return "" if element is None else str(element.tag).rpartition("}")[2]
