"""Table rows that come, go and move; a new row is made after the one beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lxml import etree

from mzsh_model.kernel.difference import Hunk
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.outline.lines import Line
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.paragraphs import PlainEditor
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.marking.tracking import TrackedEditor
from mzsh_model.wml.names import ALTERNATE, MATH
from mzsh_model.wml.placing.markup import Stretch, tags_from
from mzsh_model.wml.placing.spans import Finder
from mzsh_model.wml.reading.tables import row_cells

_HELD = (
    "drawing", "pict", "object", "footnoteReference", "endnoteReference", "commentReference", "altChunk", "cellIns",
    "cellDel", "cellMerge",
)  # fmt: skip
_ROW_REVISIONS = ("ins", "del", "trPrChange", "tblHeader", "cnfStyle")
_CELL_GONE = ("vMerge", "hMerge", "cellIns", "cellDel", "cellMerge", "tcPrChange", "pPrChange", "rPrChange", "sectPr")


class RowEditor:
    """Edits rows the way `editor` edits lines: plainly, or as tracked changes."""

    def __init__(self, finder: Finder, composer: Composer, editor: PlainEditor) -> None:
        self._finder = finder
        self._compose = composer
        self._editor = editor
        self._tracked = editor if isinstance(editor, TrackedEditor) else None
        self._going: frozenset[int] = frozenset()

    def take_note(self, rows: Iterable[Sequence[Line]]) -> None:
        """Take note of all rows that are going to be deleted: what is merged over several stays with the first that is left."""
        self._going = frozenset(self._row(lines[0]).span.start for lines in rows)

    def insert(self, beside: Line, cells: Mapping[int, str], *, before: bool = False) -> Iterator[Splice]:
        """Put a row with those texts (by column) after (or before) the row that a line stands in."""
        row = self._row(beside)
        at = row.span.start if before else row.span.end
        below = row if before else self._below(row)
        w = self._finder.w
        over: set[int] = set()
        if below is not None:
            over = {col for col, cell in row_cells(below.root, w) if _merge(cell, w) == "continue"}
        yield Splice(at, at, self._made(row, cells, over))

    def delete(self, lines: Sequence[Line]) -> Iterator[Splice]:
        """Take out the row that the lines stand in."""
        row = self._row(lines[0])
        if self._tracked is not None:
            for line in lines:
                yield from self._tracked.retype(line, [Hunk(line.auto, len(line.text), "")])
            yield self._marked(row)
            yield from self._handed_down(row, lines)
            return
        w = self._finder.w
        held = row.root.iter(*(w + name for name in _HELD), ALTERNATE, *MATH, w + "del", w + "moveFrom")
        if next(held, None) is not None or any(line.hidden.strip() for line in lines):
            raise held_row()
        yield Splice(row.span.start, row.span.end, b"")
        yield from self._handed_down(row, lines)

    def move(
        self,
        lines: Sequence[Line],
        beside: Line,
        cells: Mapping[int, str],
        inside: Iterable[Splice],
        *,
        before: bool = False,
    ) -> Iterator[Splice]:
        """Take the row of the lines after (or before) another row; `inside` are the changes of its own bytes.

        Tracked, it is deleted where it stands, as it is, and comes anew where it goes, with the texts `cells` (by column).
        """
        row, other = self._row(lines[0]), self._row(beside)
        at = other.span.start if before else other.span.end
        if self._tracked is not None:
            yield from self.delete(lines)
            yield Splice(at, at, self._made(row, cells))
            return
        low, high = row.span.start, row.span.end
        inner = [Splice(s.start - low, s.end - low, s.new) for s in inside]
        yield Splice(low, high, b"")
        yield Splice(at, at, spliced(self._finder.markup.xml[low:high], inner))

    def _handed_down(self, row: Stretch, lines: Sequence[Line]) -> Iterator[Splice]:
        """What a row that goes holds for the rows below it as well, in the first of them that is left."""
        w, c = self._finder.w, self._compose
        begun = {col: cell for col, cell in row_cells(row.root, w) if _merge(cell, w) == "restart"}
        below = self._below(row) if begun else None
        while below is not None and below.span.start in self._going:
            below = self._below(below)
        for col, cell in row_cells(below.root, w) if below is not None and begun else ():
            merged = cell.find(f"{w}tcPr/{w}vMerge")
            if below is None or col not in begun or merged is None or _merge(cell, w) != "continue":
                continue
            if self._tracked is not None:
                words = "\n".join(x.text[x.auto :] for x in lines if x.cell is not None and x.cell.col == col)
                first = next(cell.iter(w + "p"), None)
                if words and first is not None:
                    written = self._tracked.stamper.wrapped("ins", c.run(words, self._format(row, begun[col])))
                    yield c.appended(Stretch(first, below.tags), written)
                continue
            tag, given = below.tags[merged], below.tags[cell[0]].end
            yield Splice(tag.start, tag.end, c.empty("vMerge", c.attribute("val", "restart")))
            old = row.tags[begun[col]]
            yield Splice(
                given, below.tags[cell].close, self._finder.markup.xml[row.tags[begun[col][0]].end : old.close]
            )

    def _below(self, row: Stretch) -> Stretch | None:
        """The row after a row of the same table."""
        markup = self._finder.markup
        starts = markup.starts_of(b"tr")
        n = bisect_left(starts, row.span.end)
        if n == len(starts) or markup.xml[row.span.end : starts[n]].strip():
            return None
        return markup.stretch(starts[n])

    def _format(self, row: Stretch, cell: etree._Element) -> bytes:
        w = self._finder.w
        run = next((r.find(w + "rPr") for r in cell.iter(w + "r") if r.find(w + "t") is not None), None)
        return b"" if run is None else self._compose.without(row, run, [w + "rPrChange"])

    def _row(self, line: Line) -> Stretch:
        """The innermost row around a line."""
        markup = self._finder.markup
        at = self._finder.spans(line).stretches[0].span.start
        starts = markup.starts_of(b"tr")
        for start in reversed(starts[: bisect_left(starts, at)]):
            if tags_from(markup.xml, start)[0].end > at:
                return markup.stretch(start)
        raise held_row()

    def _made(self, row: Stretch, cells: Mapping[int, str], over: Collection[int] = ()) -> bytes:
        """A new row after another; the cells in the columns `over` go on with those above them."""
        w, c = self._finder.w, self._compose
        properties = row.root.find(w + "trPr")
        given = b"" if properties is None else c.without(row, properties, [w + name for name in _ROW_REVISIONS])
        if self._tracked is not None:
            given = self._with_mark(given, self._tracked.stamper.empty("ins"))
        body = b"".join(
            self._cell(row, cell, "" if col in over else cells.get(col, ""), merged=col in over)
            for col, cell in row_cells(row.root, w)
        )
        return c.open("tr") + given + body + c.close("tr")

    def _cell(self, row: Stretch, cell: etree._Element, text: str, *, merged: bool = False) -> bytes:
        w, c = self._finder.w, self._compose
        properties = cell.find(w + "tcPr")
        given = b"" if properties is None else c.without(row, properties, [w + name for name in _CELL_GONE])
        if merged:
            given = self._with_merge(row, properties)
        model = next(cell.iter(w + "p"), None)
        of_paragraph, of_run = b"", b""
        if model is not None:
            held = model.find(w + "pPr")
            marks = ("ins", "del", "moveFrom", "moveTo", *_CELL_GONE)
            of_paragraph = b"" if held is None else c.without(row, held, [w + name for name in marks])
            run = next((r.find(w + "rPr") for r in model.iter(w + "r") if r.find(w + "t") is not None), None)
            of_run = b"" if run is None else c.without(row, run, [w + "rPrChange"])
        made: list[bytes] = []
        for words in text.split("\n"):
            written = c.run(words, of_run) if words else b""
            if written and self._tracked is not None:
                written = self._tracked.stamper.wrapped("ins", written)
            made.append(c.open("p") + of_paragraph + written + c.close("p"))
        return c.open("tc") + given + b"".join(made) + c.close("tc")

    def _with_merge(self, row: Stretch, properties: etree._Element | None) -> bytes:
        """The properties of a new cell that goes on with the one above."""
        w, c = self._finder.w, self._compose
        if properties is None or (held := properties.find(w + "vMerge")) is None:
            return c.open("tcPr") + c.empty("vMerge") + c.close("tcPr")
        whole, tag = row.tags[properties], row.tags[held]
        xml = self._finder.markup.xml
        return xml[whole.start : tag.start] + c.empty("vMerge") + xml[tag.end : whole.end]

    def _with_mark(self, properties: bytes, mark: bytes) -> bytes:
        c = self._compose
        if not properties or properties.endswith(b"/>"):
            return c.open("trPr") + mark + c.close("trPr")
        cut = len(properties) - len(c.close("trPr"))
        return properties[:cut] + mark + properties[cut:]

    def _marked(self, row: Stretch) -> Splice:
        """The splice that marks a row as deleted."""
        assert self._tracked is not None
        w = self._finder.w
        mark = self._tracked.stamper.empty("del")
        properties = row.root.find(w + "trPr")
        if properties is None:
            before = row.root.find(w + "tblPrEx")
            at = row.span.inner if before is None else row.tags[before].end
            return Splice(at, at, self._with_mark(b"", mark))
        tag = row.tags[properties]
        if tag.empty:
            return Splice(tag.start, tag.end, self._with_mark(b"", mark))
        last = properties.find(w + "trPrChange")
        at = tag.close if last is None else row.tags[last].start
        return Splice(at, at, mark)


def _merge(cell: etree._Element, w: str) -> str | None:
    """How a cell is merged with those above and below it: `restart`, `continue`, or not at all."""
    merged = cell.find(f"{w}tcPr/{w}vMerge")
    return None if merged is None else merged.get(w + "val") or "continue"


def held_row() -> BadEdit:
    """Return the error for a row that holds more than text."""
    said = "要删去或移动的一行里还有图片、脚注、隐藏文字、批注或修订，会一起丢掉。请改用修订方式（tracked），或先在 Word 里处理"
    return BadEdit("edit-row-holds", said)
