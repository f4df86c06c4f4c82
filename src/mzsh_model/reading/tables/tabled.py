"""What a self-examination holds in tables instead of paragraphs: problems, causes, measures."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mzsh_model.model.base import Role
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.reading.draft import Draft, joined_place
from mzsh_model.reading.tables.cell_values import cell_spans, leave_out_cells, line_span, read_row_measure, row_measures
from mzsh_model.reading.tables.column_names import LedgerTable, Row
from mzsh_model.reading.tables.ledger_rows import aspect_row, own_aspect, read_row_issue, row_groups, row_problems

_HEADER = "table-header", "这一格是表头，按它理解这一栏"
_UNPLACED = "unplaced-line", "这一行没有读进任何一项，请看是否放错了位置"


class Tabled:
    """The items of `roles`, which no paragraph has, from the tables of a document."""

    def __init__(self, draft: Draft, tables: Sequence[LedgerTable], roles: Collection[Role]) -> None:
        self.issues: list[Issue] = []
        self.causes: list[Cause] = []
        self.measures: list[Measure] = []
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
                for problem in row_problems(group[0]) if Role.ISSUES in roles else ():
                    path = f"/issues/{len(self.issues)}"
                    self.issues.append(read_row_issue(draft, path, group[0], len(self.issues) + 1, heading, problem))
                    self._spread(path, group[0])
                for row in group:
                    self._row(row)

    def _row(self, row: Row) -> None:
        draft = self._draft
        for span in cell_spans(row, "cause") if Role.CAUSES in self._roles else ():
            path = f"/causes/{len(self.causes)}"
            self.causes.append(Cause(id=f"c{len(self.causes) + 1}", text=draft.anchor_item(path, (span,))))
            self._spread(path, row)
        told = row_measures(row) if Role.MEASURES in self._roles else []
        for index, (label, span) in enumerate(told):
            path, ident = f"/measures/{len(self.measures)}", f"m{len(self.measures) + 1}"
            self.measures.append(read_row_measure(draft, path, ident, row, label, span, (index, len(told))))
            self._spread(path, row)

    def _spread(self, path: str, row: Row) -> None:
        """Note that the item at `path` takes its whole row: number, person and time limit are said of it."""
        lines = [line for cell in row.cells.values() for line in cell if line.text.strip()]
        self._draft.anchor(path, joined_place([line_span(line) for line in sorted(lines, key=lambda one: one.number)]))
