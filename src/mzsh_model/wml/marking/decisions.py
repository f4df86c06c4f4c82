"""What becomes of the elements of tracked changes when these are accepted or rejected (ECMA-376 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from mzsh_model.kernel.errors import BadEdit

_Element: TypeAlias = etree._Element
_COMES = frozenset({"ins", "moveTo", "cellIns"})
_CHANGES = frozenset(
    [
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblPrExChange",
        "tblGridChange",
        "trPrChange",
        "tcPrChange",
        "numberingChange",
    ]
)
REVISIONS = (*_COMES, "del", "moveFrom", "cellDel", "cellMerge", *_CHANGES)
_RANGES = {"moveFrom": ("moveFromRangeStart", "moveFromRangeEnd"), "moveTo": ("moveToRangeStart", "moveToRangeEnd")}
_WORDS = {"delText": "t", "delInstrText": "instrText"}


@dataclass(slots=True)
class Decisions:
    """Elements that go, that leave their content where they stand, that are called otherwise; properties that are as they
    were; paragraphs that run into the next one.
    """

    gone: set[_Element] = field(default_factory=set[_Element])
    opened: set[_Element] = field(default_factory=set[_Element])
    renamed: dict[_Element, str] = field(default_factory=dict[_Element, str])
    restored: dict[_Element, _Element] = field(default_factory=dict[_Element, _Element])
    joined: set[_Element] = field(default_factory=set[_Element])


def decide(root: _Element, w: str, chosen: Iterable[_Element], *, accept: bool) -> Decisions:
    """Return what becomes of a part when the revisions `chosen` in it are accepted, or rejected.

    Raises:
        BadEdit: cells were merged as a tracked change.
    """
    made = Decisions()
    settled = list(chosen)
    for element in settled:
        _decide(made, element, w, accept=accept)
    taken = set(settled)
    for kind, markers in _RANGES.items():
        if all(left in taken for left in root.iter(w + kind)):
            made.gone.update(root.iter(*(w + marker for marker in markers)))
    return made


def _decide(made: Decisions, element: _Element, w: str, *, accept: bool) -> None:
    name, parent = str(element.tag).removeprefix(w), element.getparent()
    around = "" if parent is None else str(parent.tag).removeprefix(w)
    if name == "cellMerge":
        raise BadEdit("revision-cell-merge", "合并、拆分单元格的修订不能在这里接受或拒绝。请在 Word 里处理这一处")
    if name in _CHANGES:
        made.gone.add(element)
        if not accept and parent is not None and name != "numberingChange" and len(element):
            made.restored[parent] = element[0]
        return
    stays = (name in _COMES) == accept
    match around:
        case "trPr" | "tcPr":
            made.gone.add(element if stays or parent is None else _owner(parent))
        case "numPr":
            made.gone.add(element if stays or parent is None else parent)
        case "rPr":
            _of_mark(made, element, parent, w, stays=stays)
        case _:
            if stays:
                made.opened.add(element)
                if name in ("del", "moveFrom"):
                    _revived(made, element, w)
            else:
                made.gone.add(element)


def _of_mark(made: Decisions, element: _Element, parent: _Element | None, w: str, *, stays: bool) -> None:
    """A revision of a paragraph's mark, or of what a run is in the stead of words (a field's mark, a formula's sign)."""
    made.gone.add(element)
    owner = None if parent is None else parent.getparent()
    if stays or owner is None:
        return
    if owner.tag != w + "pPr":
        made.gone.add(owner)
    elif (paragraph := owner.getparent()) is not None:
        made.joined.add(paragraph)


def _revived(made: Decisions, element: _Element, w: str) -> None:
    """The words of a deletion that is none any more; those in another deletion inside it stay deleted."""
    for old, new in _WORDS.items():
        for words in element.iter(w + old):
            if next(words.iterancestors(w + "del", w + "moveFrom"), None) is element:
                made.renamed[words] = new


def _owner(properties: _Element) -> _Element:
    """The row or cell that properties belong to."""
    owner = properties.getparent()
    return properties if owner is None else owner
