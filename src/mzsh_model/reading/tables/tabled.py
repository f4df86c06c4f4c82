"""What a self-examination holds in tables instead of paragraphs: problems, causes, measures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from mzsh_model.model.base import Role
from mzsh_model.model.items import Cause, Issue, LinkBasis, Measure
from mzsh_model.reading.answering import owner_of
from mzsh_model.reading.draft import Draft, Span, joined_place
from mzsh_model.reading.tables.cell_values import (
    leave_out_cells,
    line_span,
    read_row_measure,
    row_causes,
    row_measures,
    row_number,
)
from mzsh_model.reading.tables.column_names import LedgerTable, Row
from mzsh_model.reading.tables.ledger_rows import aspect_row, own_aspect, read_row_issue, row_groups, row_problems
from mzsh_model.reading.told_facts import Fact, due_of, owner_value

_HEADER = "table-header", "这一格是表头，按它理解这一栏"
_UNPLACED = "unplaced-line", "这一行没有读进任何一项，请看是否放错了位置"


class Tabled:
    """The items of `roles` from the tables of a document, behind those that its paragraphs `held`."""

    def __init__(
        self,
        draft: Draft,
        tables: Sequence[LedgerTable],
        roles: Collection[Role],
        held: tuple[Sequence[Issue], Sequence[Cause], Sequence[Measure]] = ((), (), ()),
    ) -> None:
        issues, causes, measures = held
        self.issues: list[Issue] = list(issues)
        self.causes: list[Cause] = list(causes)
        self.measures: list[Measure] = list(measures)
        self.beside: list[tuple[str, str, LinkBasis]] = []
        self._draft = draft
        self._roles = roles
        self._numbers: dict[int | None, list[str]] = {}  # the problems by the number of their row
        for table in tables:
            # a row that heads nothing is no header: what stands in it was not read
            code, said = _HEADER if table.rows else _UNPLACED
            for line in table.header:
                draft.leave_out(code, line.number, line.text, said)
            leave_out_cells(draft, table)
            heading = None
            for group in row_groups(table.rows):
                if (named := aspect_row(group)) is not None:
                    heading = named
                    continue
                heading = own_aspect(group[0]) or heading
                before = len(self.issues), len(self.causes), len(self.measures)
                for problem in row_problems(group[0]) if Role.ISSUES in roles else ():
                    path = f"/issues/{len(self.issues)}"
                    self.issues.append(read_row_issue(draft, path, group[0], len(self.issues) + 1, heading, problem))
                    self._numbers.setdefault(row_number(group[0]), []).append(self.issues[-1].id)
                    spread(draft, path, group[0])
                for row in group:
                    self._row(row, points=table.points)
                self.beside += joined(self.issues[before[0] :], self.causes[before[1] :], self.measures[before[2] :])

    def _row(self, row: Row, *, points: bool) -> None:
        draft, before = self._draft, (len(self.causes), len(self.measures))
        if Role.CAUSES in self._roles:
            take_causes(draft, row, self.causes)
        told = row_measures(row) if Role.MEASURES in self._roles else []
        for index, (label, span) in enumerate(told):
            path, ident = f"/measures/{len(self.measures)}", f"m{len(self.measures) + 1}"
            measure = read_row_measure(draft, path, ident, row, label, span, (index, len(told)))
            self.measures.append(self._told_in_words(measure, path, span))
            spread(draft, path, row)
        pointed = self._numbers.get(row_number(row), []) if points else []
        if len(pointed) == 1:
            answers = [one.id for one in self.causes[before[0] :]] + [one.id for one in self.measures[before[1] :]]
            self.beside += [(pointed[0], one, LinkBasis.LABEL) for one in answers]

    def _told_in_words(self, measure: Measure, path: str, span: Span) -> Measure:
        """The measure with the owner and the time limit that its own words tell, where no column does."""
        told: dict[str, object] = {}
        if measure.due is None and (due := due_of(span.text)) is not None:
            told["due"] = self._draft.anchor_span(f"{path}/due", Span(span.block, *_within(span, due)))
        if measure.owner is None and (owner := owner_of(span.text)) is not None:
            said = self._draft.anchor_span(f"{path}/owner", Span(span.block, *_within(span, owner)))
            told["owner"] = owner_value(said)
        return measure.model_copy(update=told)


def take_causes(draft: Draft, row: Row, causes: list[Cause]) -> None:
    """Read the causes of a row behind those that there are."""
    for label, span in row_causes(row):
        path, ident = f"/causes/{len(causes)}", f"c{len(causes) + 1}"
        text = draft.anchor_item(path, (span,))
        typed = draft.anchor_span(f"{path}/label", label) if label else None
        causes.append(Cause(id=ident, label=typed, text=text))
        spread(draft, path, row)


def spread(draft: Draft, path: str, row: Row) -> None:
    """Note that the item at `path` takes its whole row: number, person and time limit are said of it."""
    lines = [line for cell in row.cells.values() for line in cell if line.text.strip()]
    draft.anchor(path, joined_place([line_span(line) for line in sorted(lines, key=lambda one: one.number)]))


def joined(
    issues: Sequence[Issue], causes: Sequence[Cause], measures: Sequence[Measure]
) -> Iterator[tuple[str, str, LinkBasis]]:
    """Yield what links the problems of a row to what the same row tells of them."""
    for issue in issues:
        for answer in [*(one.id for one in causes), *(one.id for one in measures)]:
            yield issue.id, answer, LinkBasis.ROW


def _within(span: Span, fact: Fact) -> tuple[int, int]:
    return span.start + fact.start, span.start + fact.end
