"""Papers that are one form: blanks with labels, in the cells of a table or at the beginning of lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Annotated, Generic, TypeVar

from pydantic import Field

from mzsh_model.chinese.surnames import may_name
from mzsh_model.fresh import frame
from mzsh_model.fresh.grid import Grid, GridCell
from mzsh_model.fresh.page import Page
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.placeholders import find_blanks
from mzsh_model.kinds.column import Column
from mzsh_model.kinds.given_title import given_title
from mzsh_model.kinds.one_or_many import signs_of_one
from mzsh_model.kinds.prose import PARTLY
from mzsh_model.kinds.spec import KindSpec, Paper, Sign, Verb
from mzsh_model.model.documents import DocumentValue, Year
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.lines import Line, Outline
from mzsh_model.reading.draft import Draft, Span, trimmed
from mzsh_model.reading.frame.closing import is_attachment, is_date_line
from mzsh_model.reading.skeleton import anchor_title, finish
from mzsh_model.reading.tables.cell_values import line_span

_FIXED = "表的各栏是固定的，请在文件里增减"
_BEHIND_NAME = lazy_pattern(r"\s*[（(][^（）()]{1,20}[）)]$")
_WEIGHTS = (2, 7)
"""How wide the labels of a form are beside what is filled in."""

_LONGEST_LABEL = 24
_FURTHER = lazy_pattern(r"(?<=[\s　；;])(?P<label>[\u4e00-\u9fff]{2,10})\s*[:：]")
_LABELLED = lazy_pattern(r"\s*(?P<label>[^：:\d]{2,20}?)\s*[:：]\s*(?P<said>.*\S)?\s*")


class Form(DocumentValue):
    """The base of papers that are one form: each says when it was filled in, whether or not a blank asks for it."""

    year: Year = None
    when: Annotated[str | None, Field(description="时间，按原文")] = None
    remarks: Annotated[tuple[str, ...], Field(description="不属于任何一栏的话，按原文")] = ()


F = TypeVar("F", bound=Form)


def form_kind(
    value: type[F], zh: str, signs: Sequence[Sign], blanks: Sequence[Column], many: str, marks: Collection[str]
) -> KindSpec[F]:
    """Return the description of a kind that is one form; `many` is the kind that lists several, whose titles it may bear.

    It is one where the labels of at least two of the blanks `marks` stand in it, each once.
    """
    form = _Form(value, zh, tuple(blanks))
    return KindSpec(
        value=value,
        zh=zh,
        signs=(*signs, *signs_of_one(zh, many, blanks, marks)),
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
        filled = list(self._filled(paper.outline, titles))
        own = set(_own(filled))
        for n, (blank, spans) in enumerate(filled):
            if blank is not None and blank.codec == "text" and all(_is_open(span) for span in spans):
                for span in spans:
                    line = span.block.line
                    draft.leave_out("table-header", line.number, line.text, "这一栏没有填写")
            elif blank is not None and n in own:
                said = [_bare_name(span) for span in spans] if blank.codec == "person" else spans
                told[blank.field] = blank.read(draft.anchor_spans(f"/{blank.field}", said))
            else:
                remarks += spans
        dated = [span for span in remarks if is_date_line(span.text)]
        if "when" not in told and len(dated) == 1:  # the day at the foot of a form on which none is asked for
            told["when"] = draft.anchor_span("/when", dated[0])
            remarks.remove(dated[0])
        told["remarks"] = tuple(draft.anchor_span(f"/remarks/{n}", span) for n, span in enumerate(remarks))
        self._leave_out_labels(draft)
        finish(skeleton)
        return Outcome(self._value.model_validate(told), tuple(draft.notices), draft.anchors)

    def _leave_out_labels(self, draft: Draft) -> None:
        """Note as read the labels of blanks that stand in a cell or a line of their own."""
        told = draft.told_lines()
        for line in draft.outline.lines:
            label = line.text.strip().rstrip("：:")
            if label and line.number not in told and self._blank(_behind_number(label)) is not None:
                draft.leave_out("table-header", line.number, line.text, "这里是栏目名，按它理解旁边的一格或下面的话")

    def _filled(self, outline: Outline, titles: set[int]) -> Iterator[tuple[Column | None, list[Span]]]:
        """What stands in each blank; under None, what stands in none."""
        label: tuple[Column, int, int] | None = None  # the blank whose label stands before this cell, its table and row
        opened: _Open | None = None
        for span in self._stretches(outline, titles):
            line = span.block.line
            at = _cell(line)
            if opened is not None and opened.goes_on(span, at, self._label_of(span.text)):
                opened.spans.append(span)
                continue
            if opened is not None:
                yield from opened.filled()
                opened = None
            found = _LABELLED.fullmatch(span.text)
            alone = self._alone(span.text) if found is None and at is None else None
            waits = label is not None and at is not None and at[:2] == label[1:]
            named = alone or self._blank(_behind_number(found["label"] if found else span.text), whole=waits)
            if found is not None and named is not None:
                label = (named, *at[:2]) if found["said"] is None and at is not None else None
                said = (
                    []
                    if found["said"] is None
                    else [trimmed(Span(span.block, span.start + found.start("said"), span.end))]
                )
                if said or at is None:
                    opened = _Open(named, said, at, alone=not said)
            elif alone is not None:
                opened = _Open(alone, [], at, alone=True)
            elif named is not None and at is not None:
                label = (named, *at[:2])
            elif label is not None and waits:
                opened, label = _Open(label[0], [span], at), None
            else:
                yield None, [span]
        if opened is not None:
            yield from opened.filled()

    def _stretches(self, outline: Outline, titles: set[int]) -> Iterator[Span]:
        """The lines below the title, each cut before the labels that follow another blank in it: 谈话对象：张三　部门：办公室."""
        for line in outline.lines:
            if line.story not in ("body", "textbox") or not line.text.strip() or line.number in titles:
                continue
            span = line_span(line)
            cuts = [
                found.start("label")
                for found in _FURTHER.finditer(line.text)
                if self._blank(found["label"], whole=True) is not None
            ]
            cuts = cuts if cuts and self._label_of(line.text[: cuts[0]]) is not None else []
            for low, high in pairwise((0, *cuts, len(line.text))):
                yield trimmed(Span(span.block, low, high)) if cuts else span

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
        return self._blank(_behind_number(found["label"])) if found else self._alone(text)

    def _alone(self, text: str) -> Column | None:
        """The blank whose label is all of a numbered line, as a heading: 一、对领导班子的意见和建议."""
        bare = _behind_number(text)
        return self._blank(bare) if len(bare) < len(text) and len(bare) <= _LONGEST_LABEL else None

    def _blank(self, label: str, *, whole: bool = False) -> Column | None:
        """The blank that a label names; unless the `whole` of it must, by what it ends with, too."""
        called = next((blank for blank in self._blanks if blank.is_called(label)), None)
        if called is not None or whole:
            return called
        return next((blank for blank in self._blanks if blank.ends(label)), None)

    def lay_out(self, value: F) -> tuple[F, Page]:
        """Return the value with its title, and its page: a table with every blank, filled in or not."""
        value = value.model_copy(update={"title": given_title(value, self._zh)})
        head = (*frame.title(value.title, ()), *frame.year(value.year, value.title, [], value.remarks))
        rows = tuple(
            (GridCell(blank.zh), GridCell(Column.printed(value.__dict__.get(blank.field)))) for blank in self._blanks
        )
        grid = Grid((), _WEIGHTS, rows, tuple(blank.weight for blank in self._blanks))
        return value, Page(head, grid, tuple(Paragraph(Style.BODY, text) for text in value.remarks))


@dataclass(slots=True)
class _Open:
    """A blank that is being read: what was found of it so far, and the cell that it stands in.

    `alone`: its label has a line of its own, and what stands below it is its text.
    """

    blank: Column
    spans: list[Span]
    cell: tuple[int, int, int] | None
    alone: bool = False

    def filled(self) -> Iterator[tuple[Column, list[Span]]]:
        """The blank with what stands in it, where anything does."""
        if self.spans:
            yield self.blank, self.spans

    def goes_on(self, span: Span, cell: tuple[int, int, int] | None, named: Column | None) -> bool:
        """Whether a stretch belongs to the blank: it stands in its cell, or goes on with the text below its label."""
        if self.cell is not None or cell is not None:
            return cell == self.cell
        if named is not None or is_date_line(span.text) or is_attachment(span.text):
            return False
        if self.alone:
            return True
        if _LABELLED.fullmatch(span.text):
            return False
        label = label_at(span.text)
        return not self.spans or (label is not None and label_at(self.spans[0].text) is not None)


def _own(filled: Sequence[tuple[Column | None, list[Span]]]) -> Iterator[int]:
    """Which of the blanks that are filled in count: the first of each, or the one behind the blank beside which it stands."""
    told: set[str] = set()
    for n, (blank, _) in enumerate(filled):
        if blank is None or blank.field in told:
            continue
        told.add(blank.field)
        same = [m for m, (one, _) in enumerate(filled) if one is blank]
        yield next((m for m in same if blank.beside and m and (b := filled[m - 1][0]) and b.field == blank.beside), n)


def _bare_name(span: Span) -> Span:
    """A name without the bracket behind it that says his post: 张三（馆长）."""
    found = _BEHIND_NAME.search(span.block.text, span.start, span.end)
    bare = span if found is None else Span(span.block, span.start, found.start())
    return bare if found is not None and may_name(bare.text) else span


def _behind_number(text: str) -> str:
    """A label without the number before it."""
    label = label_at(text)
    return text if label is None else text[label.end :].strip()


def _is_open(span: Span) -> bool:
    """Whether a blank holds nothing but the line to write on."""
    blanks = find_blanks(span.text)
    return bool(blanks) and sum(one.end - one.start for one in blanks) >= len(span.text.strip())


def _cell(line: Line) -> tuple[int, int, int] | None:
    return None if line.cell is None else (line.cell.table, line.cell.row, line.cell.col)
