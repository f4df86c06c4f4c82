"""Who made a change and when, on runs, paragraph marks and rows (ECMA-376 17.13.5)."""

from __future__ import annotations

from dataclasses import dataclass

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.splice import Splice
from mzsh_model.wml.placing.markup import Stretch

_ID_NAME = b":id"
_ID = lazy_pattern(rb""":id\s*=\s*["'](\d{1,9})["']""")


@dataclass(slots=True)
class Stamp:
    """Who makes the changes and when; `next_id` is the next free annotation id of the part."""

    author: str
    date: str
    next_id: int

    @classmethod
    def of(cls, xml: bytes, author: str, date: str) -> Stamp:
        """Return a stamp whose ids no annotation of the part has."""
        found = 0
        at = -1
        while (at := xml.find(_ID_NAME, at + 1)) >= 0:  # a pattern would try every rsid of a large part
            match = _ID.match(xml, at)
            found = found if match is None else max(found, int(match[1]))
        return cls(author, date, found + 1)


class Stamper:
    """Writes stamped insertions and deletions; every one gets an id of its own."""

    def __init__(self, composer: Composer, stamp: Stamp, w: str) -> None:
        self._compose = composer
        self._stamp = stamp
        self._w = w

    def wrapped(self, name: str, content: bytes) -> bytes:
        """Return content inside a stamped `ins` or `del`."""
        return self._compose.open(name, self._stamped()) + content + self._compose.close(name)

    def empty(self, name: str) -> bytes:
        """Return a stamped `ins` or `del` for a mark or a row."""
        return self._compose.empty(name, self._stamped())

    def renumbered(self, start_tag: bytes) -> bytes:
        """Return a start tag of a change with an id of its own."""
        return _ID.sub(b':id="%d"' % self._next_id(), start_tag, count=1)

    def _stamped(self) -> bytes:
        attribute = self._compose.attribute
        ident = attribute("id", str(self._next_id()))
        return ident + attribute("author", self._stamp.author) + attribute("date", self._stamp.date)

    def _next_id(self) -> int:
        self._stamp.next_id += 1
        return self._stamp.next_id - 1

    def inserted(self, properties: bytes) -> bytes:
        """Paragraph properties whose mark is inserted."""
        c, mark = self._compose, self.empty("ins")
        if not properties or (properties.endswith(b"/>") and c.close("pPr") not in properties):
            return c.open("pPr") + c.open("rPr") + mark + c.close("rPr") + c.close("pPr")
        for own in (c.open("rPr"), c.empty("rPr")):
            at = properties.rfind(own)
            if at >= 0:
                inner = own if own.endswith(b"/>") is False else c.open("rPr")
                rest = properties[at + len(own) :]
                return properties[:at] + inner + mark + (b"" if inner is own else c.close("rPr")) + rest
        cut = len(properties) - len(c.close("pPr"))
        return properties[:cut] + c.open("rPr") + mark + c.close("rPr") + properties[cut:]

    def mark(self, stretch: Stretch, name: str) -> Splice:
        """The splice that marks a paragraph's mark as inserted or deleted."""
        w, c = self._w, self._compose
        mark = self.empty(name)
        ppr = stretch.root.find(w + "pPr")
        whole = c.open("rPr") + mark + c.close("rPr")
        if ppr is None or stretch.tags[ppr].empty:
            tag = stretch.span if ppr is None else stretch.tags[ppr]
            new = c.open("pPr") + whole + c.close("pPr")
            if ppr is not None:
                return Splice(tag.start, tag.end, new)
            if tag.empty:
                return Splice(tag.end - 2, tag.end, b">" + new + c.close("p"))
            return Splice(tag.inner, tag.inner, new)
        rpr = ppr.find(w + "rPr")
        if rpr is None:
            last = next((e for e in ppr if e.tag in (w + "sectPr", w + "pPrChange")), None)
            at = stretch.tags[ppr].close if last is None else stretch.tags[last].start
            return Splice(at, at, whole)
        if stretch.tags[rpr].empty:
            return Splice(stretch.tags[rpr].start, stretch.tags[rpr].end, whole)
        before = rpr.find(w + "ins")
        at = stretch.tags[rpr].inner if before is None or name == "ins" else stretch.tags[before].end
        return Splice(at, at, mark)
