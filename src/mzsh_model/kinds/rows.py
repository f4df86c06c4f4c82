"""Papers that are one table: columns declared once, by which they are told, read and laid out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Generic, NamedTuple, TypeVar, cast

from pydantic import Field

from mzsh_model.fresh import frame
from mzsh_model.fresh.grid import Grid, GridCell
from mzsh_model.fresh.page import Page
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.column import Column, Headed, columns_called, first_rows, table_under
from mzsh_model.kinds.given_title import given_title
from mzsh_model.kinds.one_or_many import signs_of_many
from mzsh_model.kinds.phrase import AnyPhrase, sentence, untold_clauses
from mzsh_model.kinds.prose import PARTLY
from mzsh_model.kinds.rows_in_text import Row, Told, rows_in_text
from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.spec import AspectsIn, KindSpec, Paper, Sign, Tabular, Texts
from mzsh_model.kinds.table_lines import first_below_a_header, read_header, rows_below, says_something
from mzsh_model.kinds.texts import line_texts, with_opening
from mzsh_model.kinds.told_by_cells import headed_by_cells
from mzsh_model.model.base import Value
from mzsh_model.model.documents import Closing, DocumentValue, Preamble, Year
from mzsh_model.model.parts import Signature
from mzsh_model.model.people import Organisation
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.reading.draft import Draft, Span, whole
from mzsh_model.reading.frame.tail import read_tail
from mzsh_model.reading.skeleton import Skeleton, anchor_title, beside_title, finish, nodes, read_organisation
from mzsh_model.reading.tables.cell_values import line_span

_BY_COLUMNS = 6


class Rows(DocumentValue):
    """The base of papers that are one table."""

    year: Year = None
    organisation: Annotated[Organisation | None, Field(description="单位；看不出为空")] = None
    preamble: Preamble = ()
    columns: Annotated[tuple[str, ...], Field(description="表头各栏，按原文")] = ()
    closing: Closing = ()
    signature: Annotated[Signature | None, Field(description="落款")] = None


InText = Callable[[Sequence[Column], Sequence[Span]], Told]
InTables = Callable[[Draft], Iterable[Row]]
R = TypeVar("R", bound=Rows)


class Stated(NamedTuple):
    """What the paragraphs around the table state of all its rows: in which field it is held, how it is read and said.

    `read` takes the paragraphs and the path of the field; `phrase` words it.
    """

    field: str
    read: Callable[[Sequence[Span], Draft, str], Value | None]
    phrase: AnyPhrase


def _no_rows(_: Draft) -> Iterable[Row]:
    return ()


def rows_kind(
    value: type[R],
    zh: str,
    signs: Sequence[Sign],
    rows: str,
    item: type[Value],
    letter: str,
    columns: Sequence[Column],
    in_text: InText = rows_in_text,
    in_tables: InTables = _no_rows,
    stated: Stated | None = None,
    one: str = "",
) -> KindSpec[R]:
    """Return the description of a kind whose values hold, in the field `rows`, the rows of one table.

    `in_text` finds the rows in paragraphs where there is no such table, `in_tables` in tables of another form; `one` is the
    kind that is a form for one of the rows, whose titles it may bear.
    """
    table = _Table(value, zh, rows, item, letter, tuple(columns), in_text, in_tables, stated)

    def has_columns(seen: Seen) -> bool:
        return any(says_something(seen.lines, *one) for one in table_under(columns, seen.first_rows).items())

    return KindSpec(
        value=value,
        zh=zh,
        signs=(
            *signs,
            *(signs_of_many(zh, one, columns) if one else ()),
            Sign(f"有{zh}各栏的表格", _BY_COLUMNS, has_columns),
        ),
        read=table.read,
        lay_out=table.lay_out,
        items={rows: letter},
        texts=_texts if stated else _no_texts,
        told=table.told,
        bearing=frozenset({"title", "preamble", "closing"} if stated else {"title"}),
        aspects=AspectsIn.CELLS,
        cells={column.field: column for column in columns},
        tabular=Tabular(rows, table.places, table.texts),
        phrases=(stated.phrase,) if stated else (),
        telling=table.telling,
        partly=f"{zh}{PARTLY}",
    )


class _Table(Generic[R]):
    def __init__(
        self,
        value: type[R],
        zh: str,
        rows: str,
        item: type[Value],
        letter: str,
        columns: tuple[Column, ...],
        in_text: InText,
        in_tables: InTables,
        stated: Stated | None,
    ) -> None:
        self._value, self._zh, self._rows, self._item, self._letter = value, zh, rows, item, letter
        self._columns, self._in_text, self._in_tables = columns, in_text, in_tables
        self._stated = stated

    def places(self, lines: Sequence[Line]) -> Mapping[int, Mapping[str, int]]:
        """Return, by table, at which position the column of each field stands."""
        tables = self._tables(lines)
        return {table: {column.field: col for col, column in head.columns.items()} for table, head in tables.items()}

    def _tables(self, lines: Sequence[Line]) -> Mapping[int, Headed]:
        """The tables that list the rows: by their headers, else by what stands below them."""
        return table_under(self._columns, first_rows(lines), by_parts=True) or headed_by_cells(self._columns, lines)

    def texts(self, item: Value, _: Collection[str]) -> Mapping[str, str]:
        """Return what the cells of a row say, by field."""
        return {column.field: Column.printed(item.__dict__.get(column.field)) for column in self._columns}

    def told(self, _: R, skeleton: Skeleton, spans: Mapping[ModelPath, Span]) -> dict[str, object]:
        """Return what the paragraphs state of all rows."""
        return self._totals(skeleton.draft, list(spans.values()))

    def _totals(self, draft: Draft, spans: Sequence[Span]) -> dict[str, object]:
        stated = self._stated
        return {} if stated is None else {stated.field: stated.read(spans, draft, f"/{stated.field}")}

    def read(self, paper: Paper) -> Outcome[R]:
        """Read a paper by its table; paragraphs before and after it stay paragraphs."""
        skeleton = paper.skeleton
        draft, front = skeleton.draft, skeleton.front
        told: dict[str, object] = {"title": anchor_title(skeleton, alone=False), "year": skeleton.year}
        told["organisation"] = read_organisation(skeleton)
        told["signature"], below = read_tail(draft, skeleton.tail, front)
        tables = self._tables(paper.outline.lines)
        if tables and not table_under(self._columns, first_rows(paper.outline.lines), by_parts=True):
            head = next(line for line in paper.outline.lines if line.cell and line.cell.table in tables)
            draft.notice("reading-unsure", head.number, head.text, "表头没有认出，各栏是什么按格里写的认，请核对")
        first = next((n for n, line in enumerate(paper.outline.lines) if line.cell and line.cell.table in tables), 0)
        addressed = [front.addressee] if front.addressee is not None else []  # or a heading: 对李四同志：
        dated = [front.date] if front.date is not None and told["signature"] is None else []
        around = [*addressed, *beside_title(skeleton), *dated, *front.preamble, *_paragraphs(skeleton), *below]
        in_text = Told([], around) if tables else self._in_text(self._columns, around)
        if in_text.rows:
            first = min(span.place().line for span in in_text.rows[0].values())
        before = [s for s in in_text.others if not (tables or in_text.rows) or s.place().line <= first]
        after = [span for span in in_text.others if span not in before]
        told["preamble"] = tuple(draft.anchor_span(f"/preamble/{n}", span) for n, span in enumerate(before))
        told["closing"] = tuple(draft.anchor_span(f"/closing/{n}", span) for n, span in enumerate(after))
        told |= self._totals(draft, [*before, *after])
        items: list[Value] = []
        for table, headed in tables.items():
            header = read_header(draft, paper.outline, table, headed, first=not items)
            told.setdefault("columns", header)
            items += self._items(draft, paper.outline, table, headed, len(items))
        rows = in_text.rows or ([] if tables else list(self._in_tables(draft)))
        if not items and not rows and (unread := first_below_a_header(paper.outline.lines)) is not None:
            draft.notice("unread-table", unread.number, unread.text, "这张表的表头没有认出，各行没有读入")
        told[self._rows] = tuple(items) or tuple(self._told(draft, n, row) for n, row in enumerate(rows))
        finish(skeleton)
        return Outcome(self._value.model_validate(told), tuple(draft.notices), draft.anchors)

    def _told(self, draft: Draft, index: int, row: Row) -> Value:
        """A row that paragraphs tell."""
        path = f"/{self._rows}/{index}"
        draft.anchor(path, whole(next(iter(row.values())).block).place())
        told = {
            column.field: column.read(draft.anchor_span(f"{path}/{column.field}", at)) for column, at in row.items()
        }
        return self._item.model_validate({"id": f"{self._letter}{index + 1}", **told})

    def _items(self, draft: Draft, outline: Outline, table: int, head: Headed, base: int) -> Iterator[Value]:
        known = head.columns
        for row, cells in rows_below(outline, table, head):
            own = (line for lines in cells.values() for line in lines if line.cell and line.cell.row == row)
            if (first := next((line for line in own if line.text.strip()), None)) is None:
                continue  # all that stands in it is merged from above, or nothing
            path = f"/{self._rows}/{base}"
            draft.anchor(path, line_span(first).place())
            told: dict[str, object] = {"id": f"{self._letter}{base + 1}"}
            for col, lines in cells.items():
                spans = [line_span(line) for line in lines if line.text.strip()]
                if spans:
                    told[known[col].field] = known[col].read(draft.anchor_spans(f"{path}/{known[col].field}", spans))
            base += 1
            yield self._item.model_validate(told)

    def lay_out(self, value: R) -> tuple[R, Page]:
        """Return the value with the header that it has on paper, and its page."""
        items = cast(tuple[Value, ...], value.__dict__[self._rows])
        called = columns_called(self._columns, dict(enumerate(value.columns)), by_parts=True)
        shown = [
            column
            for column in self._columns
            if column.needed
            or column in called.values()
            or any(item.__dict__.get(column.field) is not None for item in items)
        ]
        headers = {column.field: value.columns[at] for at, column in called.items()}
        header = tuple(headers.get(column.field, column.zh) for column in shown)
        value = value.model_copy(update={"columns": header, "title": given_title(value, self._zh)})
        value = self.telling(value)
        rows = tuple(
            tuple(GridCell(Column.printed(item.__dict__.get(column.field))) for column in shown) for item in items
        )
        above = (
            *frame.title(value.title, (value.organisation.name if value.organisation else None,)),
            *frame.year(value.year, value.title, [], value.preamble),
            *(Paragraph(Style.BODY, text) for text in value.preamble),
        )
        below = tuple(frame.tail(value.closing, value.signature))
        return value, Page(above, Grid(header, tuple(column.weight for column in shown), rows), below)

    def telling(self, value: R) -> R:
        """Return the value with a sentence for what it states of all rows and its paragraphs do not tell."""
        held = None if self._stated is None else value.__dict__[self._stated.field]
        if self._stated is None or held is None:
            return value
        said = "\n".join((*value.preamble, *value.closing))
        return with_opening(value, sentence(untold_clauses((self._stated.phrase,), held, said)))


def _texts(value: Rows) -> Texts:
    yield from line_texts(value, "preamble")
    yield from line_texts(value, "closing")


def _no_texts(_: Rows) -> Texts:
    return iter(())


def _paragraphs(skeleton: Skeleton) -> list[Span]:
    told: list[Span] = []
    for node in nodes(skeleton.tree):
        if node.block is not None:
            told.append(whole(node.block))
            told += map(whole, node.blocks)
    return told
