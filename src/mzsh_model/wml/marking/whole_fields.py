"""A line that goes as a tracked change, with the fields it wholly holds: code and marks are deleted with the words.

A simple field (w:fldSimple) may stand in no w:del, so it is written as the complex one that it stands for (ECMA-376 17.16.19).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from mzsh_model.wml.editing.compose import Composer, escape
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.marking.stamping import Stamper
from mzsh_model.wml.names import ALTERNATE
from mzsh_model.wml.placing.markup import Stretch
from mzsh_model.wml.placing.spans import LineSpans, refused
from mzsh_model.wml.reading.ancestors import Ancestors

_WORDS = frozenset({"t", "br", "cr", "tab", "ptab", "sym", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak"})
_CODE = frozenset({"fldChar", "instrText"})
_DELETED = {"t": "delText", "instrText": "delInstrText"}


class WholeFields:
    """Deletes lines with everything in them that is words or a field."""

    def __init__(self, xml: bytes, w: str, composer: Composer, stamper: Stamper, ancestors: Ancestors) -> None:
        self._xml = xml
        self._w = w
        self._compose = composer
        self._stamper = stamper
        self._ancestors = ancestors

    def delete(self, spans: LineSpans) -> Iterator[Splice]:
        """Yield the splices that mark every run of a line as deleted.

        Raises:
            BadEdit: a field begins or ends elsewhere, or something else than words stands among them.
        """
        for stretch in spans.stretches:
            self._require_whole(stretch)
            for element in stretch.root.iter(self._w + "r", self._w + "fldSimple"):
                if self._is_of_another(stretch, element):
                    continue
                self._require_free(stretch, element)
                tag = stretch.tags[element]
                made = (
                    self._simple(stretch, element)
                    if element.tag == self._w + "fldSimple"
                    else self._run(stretch, element)
                )
                if made:
                    yield Splice(tag.start, tag.end, self._stamper.wrapped("del", made))

    def _is_of_another(self, stretch: Stretch, element: etree._Element) -> bool:
        """Whether it is deleted already, in a text box, or in a field that is taken as one."""
        gone = (self._w + name for name in ("del", "moveFrom", "txbxContent", "fldSimple", "rPr"))
        around = next(element.iterancestors(*gone), None)
        return around is not None and around in stretch.tags and around is not stretch.root

    def _require_whole(self, stretch: Stretch) -> None:
        depth = self._ancestors.open_fields(stretch.span.start)
        least = depth
        for mark in stretch.root.iter(self._w + "fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(self._w + "fldCharType") or "", 0)
            least = min(least, depth)
        if depth or least < 0 or self._ancestors.open_fields(stretch.span.start):
            raise refused("field")

    def _require_free(self, stretch: Stretch, element: etree._Element) -> None:
        for around in element.iterancestors():
            if around is stretch.root:
                break
            if around.tag == ALTERNATE:
                raise refused("alternate")
            if around.tag == self._w + "ruby":
                raise refused("ruby")
            if around.tag == self._w + "sdt" and (why := self._ancestors.control(stretch.tags[around])) is not None:
                raise refused(why)
        if (why := self._ancestors.obstacle(stretch.span.start)) is not None:
            raise refused(why)

    def _run(self, stretch: Stretch, run: etree._Element) -> bytes:
        """A run as it stands in a deletion, nothing for one that shows nothing and computes nothing."""
        names = {str(child.tag).removeprefix(self._w) for child in run} - {"rPr"}
        if not names & (_WORDS | _CODE):
            return b""
        if names - _WORDS - _CODE:
            raise refused("field")
        base = stretch.tags[run].start
        splices: list[Splice] = []
        for child in run:
            new = _DELETED.get(str(child.tag).removeprefix(self._w))
            if new is None:
                continue
            tag, name = stretch.tags[child], str(child.tag).removeprefix(self._w).encode()
            at = tag.start + 1 + len(self._compose.prefix)
            splices.append(Splice(at - base, at - base + len(name), new.encode()))
            if not tag.empty:
                splices.append(Splice(tag.close - base, tag.end - base, self._compose.close(new)))
        return spliced(self._xml[base : stretch.tags[run].end], splices)

    def _simple(self, stretch: Stretch, field: etree._Element) -> bytes:
        c = self._compose
        marks = [c.open("r") + c.empty("fldChar", c.attribute("fldCharType", kind)) + c.close("r") for kind in _MARKS]
        code = c.open("delInstrText", b' xml:space="preserve"') + escape(field.get(self._w + "instr") or "")
        shown = b""
        for child in field:
            if child.tag != self._w + "r":
                raise refused("field")
            shown += self._run(stretch, child)
        return marks[0] + c.open("r") + code + c.close("delInstrText") + c.close("r") + marks[1] + shown + marks[2]


_MARKS = ("begin", "separate", "end")
