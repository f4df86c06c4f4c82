"""What a self-examination holds in tables instead of paragraphs: problems, causes, measures."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mzsh_model.model.base import Role
from mzsh_model.model.items import Cause, Issue, LinkBasis, Measure
from mzsh_model.reading.answering import owner_of
from mzsh_model.reading.draft import Draft, Span, joined_place
from mzsh_model.reading.tables.cell_values import leave_out_cells, line_span, read_row_measure, row_causes, row_measures
from mzsh_model.reading.tables.column_names import LedgerTable, Row
from mzsh_model.reading.tables.ledger_rows import aspect_row, own_aspect, read_row_issue, row_groups, row_problems
from mzsh_model.reading.told_facts import Fact, due_of, owner_value

_HEADER = "table-header", "这一格是表头，按它理解这一栏"
_UNPLACED = "unplaced-line", "这一行没有读进任何一项，请看是否放错了位置"


class Tabled:
    """The items of `roles`, which no paragraph has, from the tables of a document."""

    def __init__(self, draft: Draft, tables: Sequence[LedgerTable], roles: Collection[Role]) -> None:
        self.issues: list[Issue] = []
        self.causes: list[Cause] = []
        self.measures: list[Measure] = []
        self.beside: list[tuple[str, str, LinkBasis]] = []
        self._draft = draft
        self._roles = roles
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
                    self._spread(path, group[0])
                for row in group:
                    self._row(row)
                self._join(*before)

    def _join(self, issues: int, causes: int, measures: int) -> None:
        """Note that what a row tells from these positions on answers the problems of that row."""
        answers = [*(one.id for one in self.causes[causes:]), *(one.id for one in self.measures[measures:])]
        self.beside += [(one.id, answer, LinkBasis.ROW) for one in self.issues[issues:] for answer in answers]

    def _row(self, row: Row) -> None:
        draft = self._draft
        for label, span in row_causes(row) if Role.CAUSES in self._roles else ():
            path, ident = f"/causes/{len(self.causes)}", f"c{len(self.causes) + 1}"
            text = draft.anchor_item(path, (span,))
            typed = draft.anchor_span(f"{path}/label", label) if label else None
            self.causes.append(Cause(id=ident, label=typed, text=text))
            self._spread(path, row)
        told = row_measures(row) if Role.MEASURES in self._roles else []
        for index, (label, span) in enumerate(told):
            path, ident = f"/measures/{len(self.measures)}", f"m{len(self.measures) + 1}"
            measure = read_row_measure(draft, path, ident, row, label, span, (index, len(told)))
            self.measures.append(self._told_in_words(measure, path, span))
            self._spread(path, row)

    def _spread(self, path: str, row: Row) -> None:
        """Note that the item at `path` takes its whole row: number, person and time limit are said of it."""
        lines = [line for cell in row.cells.values() for line in cell if line.text.strip()]
        self._draft.anchor(path, joined_place([line_span(line) for line in sorted(lines, key=lambda one: one.number)]))

    def _told_in_words(self, measure: Measure, path: str, span: Span) -> Measure:
        """The measure with the owner and the time limit that its own words tell, where no column does."""
        told: dict[str, object] = {}
        if measure.due is None and (due := due_of(span.text)) is not None:
            told["due"] = self._draft.anchor_span(f"{path}/due", Span(span.block, *_within(span, due)))
        if measure.owner is None and (owner := owner_of(span.text)) is not None:
            said = self._draft.anchor_span(f"{path}/owner", Span(span.block, *_within(span, owner)))
            told["owner"] = owner_value(said)
        return measure.model_copy(update=told)


def _within(span: Span, fact: Fact) -> tuple[int, int]:
    return span.start + fact.start, span.start + fact.end
