"""What a text box or a note hangs on: the run of the body that holds the drawing or the reference."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.outline.lines import Line
from mzsh_model.wml.marking.closed import Closed, outer
from mzsh_model.wml.names import ALTERNATE, MATH
from mzsh_model.wml.placing.markup import Tag
from mzsh_model.wml.placing.spans import Finder

_ID = lazy_pattern(rb"""[\s:]id\s*=\s*(?:"\s*([^"]*?)\s*"|'\s*([^']*?)\s*')""")
_NOTES = {"footnote": b"footnoteReference", "endnote": b"endnoteReference"}
_GONE = ("del", "moveFrom")


class Host(NamedTuple):
    """A line of the body, and the bytes of that element of its paragraph on which something hangs."""

    line: Line
    tag: Tag


class Hosts:
    """Answers about the main part of one package."""

    def __init__(self, package: Package, finder: Finder, closed: Closed, lines: Iterable[Line]) -> None:
        self._package = package
        self._box = finder.ancestors.box
        self._closed = closed
        self._markup = finder.markup
        self._w = finder.w
        self._body = {n: line for line in lines if line.story == "body" for n in line.origin}
        self._notes: dict[str, dict[int, bytes]] = {}

    def of(self, line: Line) -> Host | None:
        """Return what a line of a text box or a note hangs on, None where nothing that stays is found.

        Raises:
            BadEdit: it hangs in something closed that reaches out of the paragraph.
        """
        if line.story == "textbox":
            return self._around(self._markup.paragraphs[line.origin[0]])
        if line.story not in _NOTES:
            return None
        ident = self._idents(line.story).get(line.origin[0])
        at = None if ident is None else self._references[line.story].get(ident)
        return None if at is None else self._around(at)

    def _around(self, at: int) -> Host | None:
        """The outermost element around a byte beside which marks can stand."""
        starts = self._markup.paragraphs
        ordinal = bisect_right(starts, at) - 1
        while ordinal >= 0 and (box := self._box(starts[ordinal])) is not None:
            ordinal = bisect_left(starts, box.start) - 1
        line = self._body.get(ordinal)
        if line is None:
            return None
        w, stretch = self._w, self._markup.stretch(starts[ordinal])
        inner = next((element for element, tag in stretch.tags.items() if tag.start == at), None)
        chain = [] if inner is None else [inner, *inner.iterancestors()]
        gone = [w + name for name in _GONE]
        if any(element.tag in gone for element in chain):
            return None
        whole = [w + "r", w + "fldSimple", ALTERNATE, *MATH]
        found = [stretch.tags[element] for element in chain if element.tag in whole]
        around = outer(self._closed.around(stretch, at), *found[-1:])
        return None if around is None else Host(line, around)

    @cached_property
    def _references(self) -> dict[str, dict[bytes, int]]:
        """Where the first reference to each note stands."""
        found: dict[str, dict[bytes, int]] = {}
        for story, name in _NOTES.items():
            places = found[story] = {}
            for start in self._markup.starts_of(name):
                if (ident := ident_at(self._markup.xml, start)) is not None:
                    places.setdefault(ident, start)
        return found

    def _idents(self, story: str) -> dict[int, bytes]:
        """The id of the note around each paragraph of the notes part."""
        if story not in self._notes:
            found = self._notes[story] = {}
            try:
                relations = self._package.relationships(self._package.main_part)
                part = next((r.part for r in relations if r.type.endswith(f"/{story}s") and r.part), None)
                root = None if part is None else parse_xml(self._package.read(part), part)
            except BadPackage:
                root = None
            for n, paragraph in enumerate([] if root is None else root.iter(self._w + "p")):
                for note in paragraph.iterancestors(self._w + story):
                    found[n] = note.get(self._w + "id", "").strip().encode()
        return self._notes[story]


def ident_at(xml: bytes, start: int) -> bytes | None:
    """Return the id that the start tag at byte `start` has, None where it has none."""
    found = _ID.search(xml, start, xml.find(b">", start))
    return None if found is None else found[1] if found[1] is not None else found[2]
