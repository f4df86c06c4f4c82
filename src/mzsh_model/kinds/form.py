"""Papers that are one form: blanks with labels, in the cells of a table or at the beginning of lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Generic, TypeVar

from pydantic import Field

from mzsh_model.fresh import frame
from mzsh_model.fresh.page import Page
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.column import Column
from mzsh_model.kinds.given_title import given_title
from mzsh_model.kinds.prose import PARTLY
from mzsh_model.kinds.spec import KindSpec, Paper, Sign, Verb
from mzsh_model.model.documents import DocumentValue, Year
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.skeleton import anchor_title, finish
from mzsh_model.reading.tables.cell_values import line_span

_FIXED = "表的各栏是固定的，请在文件里增减"
_LABELLED = lazy_pattern(r"\s*(?P<label>[^：:\d]{2,14}?)\s*[:：]\s*(?P<said>.*\S)?\s*")


class Form(DocumentValue):
    """The base of papers that are one form."""

    year: Year = None
    remarks: Annotated[tuple[str, ...], Field(description="不属于任何一栏的话，按原文")] = ()


F = TypeVar("F", bound=Form)


def form_kind(value: type[F], zh: str, signs: Sequence[Sign], blanks: Sequence[Column]) -> KindSpec[F]:
    """Return the description of a kind that is one form."""
    form = _Form(value, zh, tuple(blanks))
    return KindSpec(
        value=value,
        zh=zh,
        signs=tuple(signs),
        read=form.read,
        lay_out=form.lay_out,
        bearing=frozenset({"title"}),
        open_blanks=form.open_blanks,
        cells={blank.field: blank for blank in blanks},
        partly=f"{zh}{PARTLY}",
        refuses={Verb.INSERT: _FIXED, Verb.REMOVE: _FIXED},
    )


class _Form(Generic[F]):
    def __init__(self, value: type[F], zh: str, blanks: tuple[Column, ...]) -> None:
        self._value, self._zh, self._blanks = value, zh, blanks

    def read(self, paper: Paper) -> Outcome[F]:
        """Read what stands in the blanks; the first of two blanks of one label counts, the other stays a remark."""
        draft, front = paper.skeleton.draft, paper.skeleton.front
        title, others = (
            tuple(span for span in spans if self._label_of(span.text) is None) for spans in (front.title, front.others)
        )
        front = replace(front, title=title, others=others)
        skeleton = replace(paper.skeleton, front=front)
        told: dict[str, object] = {"title": anchor_title(skeleton), "year": skeleton.year}
        titles = {part.line for span in front.title for part in span.place().parts}
        remarks: list[Span] = []
        for blank, spans in self._filled(paper.outline, titles):
            if blank is not None and blank.field not in told:
                told[blank.field] = blank.read(draft.anchor_spans(f"/{blank.field}", spans))
            else:
                remarks += spans
        told["remarks"] = tuple(draft.anchor_span(f"/remarks/{n}", span) for n, span in enumerate(remarks))
        finish(skeleton)
        return Outcome(self._value.model_validate(told), tuple(draft.notices), draft.anchors)

    def _filled(self, outline: Outline, titles: set[int]) -> Iterator[tuple[Column | None, list[Span]]]:
        """What stands in each blank; under None, what stands in none."""
        lines = [line for line in outline.lines if line.story in ("body", "textbox") and line.text.strip()]
        label: tuple[Column, int, int] | None = None  # the blank whose label stands before this cell, its table and row
        open_cell: tuple[Column, list[Span], tuple[int, int, int]] | None = None
        for line in lines:
            at = _cell(line)
            if open_cell is not None and at == open_cell[2]:
                open_cell[1].append(line_span(line))
                continue
            if open_cell is not None:
                yield open_cell[0], open_cell[1]
                open_cell = None
            if line.number in titles:
                continue
            found = _LABELLED.fullmatch(line.text)
            named = self._blank(found["label"] if found else line.text)
            if found is not None and named is not None:
                span = Span(line_span(line).block, *found.span("said"))
                label = (named, *at[:2]) if found["said"] is None and at is not None else None
                if found["said"] is not None:
                    yield named, [trimmed(span)]
            elif named is not None and at is not None:
                label = (named, *at[:2])
            elif label is not None and at is not None and at[:2] == label[1:]:
                open_cell, label = (label[0], [line_span(line)], at), None
            else:
                yield None, [line_span(line)]
        if open_cell is not None:
            yield open_cell[0], open_cell[1]

    def open_blanks(self, lines: Sequence[Line]) -> Mapping[str, tuple[int, int]]:
        """Return where each blank that holds nothing is filled in: in the cell behind its label, else behind its colon."""
        found: dict[str, tuple[int, int]] = {}
        for n, line in enumerate(lines):
            labelled = _LABELLED.fullmatch(line.text)
            blank = self._blank(labelled["label"] if labelled else line.text)
            if blank is None or blank.field in found or (labelled is not None and labelled["said"] is not None):
                continue
            behind = lines[n + 1] if n + 1 < len(lines) else None
            beside = line.cell is not None and behind is not None and behind.cell is not None
            if beside and behind is not None and (_cell(behind) or ())[:2] == (_cell(line) or ())[:2]:
                if not behind.text.strip():
                    found[blank.field] = behind.number, behind.auto
            elif labelled is not None:
                found[blank.field] = line.number, len(line.text)
        return found

    def _label_of(self, text: str) -> Column | None:
        """The blank whose label a line begins with."""
        found = _LABELLED.fullmatch(text)
        return self._blank(found["label"]) if found else None

    def _blank(self, label: str) -> Column | None:
        called = next((blank for blank in self._blanks if blank.is_called(label)), None)
        return called or next((blank for blank in self._blanks if blank.ends(label)), None)

    def lay_out(self, value: F) -> tuple[F, Page]:
        """Return the value with its title, and a page with one line for each blank that is filled in."""
        value = value.model_copy(update={"title": given_title(value, self._zh)})
        lines = [
            Paragraph(Style.BODY, f"{blank.zh}：{Column.printed(held)}")
            for blank in self._blanks
            if (held := value.__dict__.get(blank.field)) is not None
        ]
        lines += (Paragraph(Style.BODY, text) for text in value.remarks)
        head = (*frame.title(value.title, ()), *frame.year(value.year, value.title, [], value.remarks))
        return value, Page((*head, *lines))


def _cell(line: Line) -> tuple[int, int, int] | None:
    return None if line.cell is None else (line.cell.table, line.cell.row, line.cell.col)
