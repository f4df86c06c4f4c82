"""What a report holds in tables: problems of the team and of its members, measures, criticisms."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.kinds.report.attendance.words import roll_words
from mzsh_model.kinds.report.exchanges import Said
from mzsh_model.kinds.report.listing import Lead, of_members
from mzsh_model.kinds.report.matrix import matrices
from mzsh_model.model.items import Cause, Issue, LinkBasis, Measure
from mzsh_model.outline.lines import Line
from mzsh_model.reading.aspects import AspectList
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.tables.cell_values import cell_spans, leave_out_cells, line_span, read_row_measure, row_measures
from mzsh_model.reading.tables.column_names import LedgerTable, Row
from mzsh_model.reading.tables.grids import Grids
from mzsh_model.reading.tables.ledger_rows import aspect_row, own_aspect, read_row_issue, row_groups, row_problems
from mzsh_model.reading.tables.ledger_tables import ledger_tables
from mzsh_model.reading.tables.tabled import joined, spread, take_causes
from mzsh_model.reading.told_facts import name_value
from mzsh_model.reading.words.persons import persons

_THINGS = lazy_pattern("整改(?:事项|内容|任务|工作|要求)")
_POINTS = lazy_pattern(r"(?:第|对应)?(?:问题|表现)?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:个|项|条)?(?:问题)?")
"""A cell that only points at a problem told before, by its number: 问题3, 第三个问题."""
_COLUMNS = ({"issue"}, {"cause"}, {"measure"}, {"criticism", "target"}, {"criticism", "critic"})
"""What a table of a report must tell to be read, one of these."""


def report_tables(grids: Grids, aside: Collection[int] = ()) -> tuple[LedgerTable, ...]:
    """Return the tables of a report that tell problems, measures or criticisms, in order; a matrix of criticisms is none.

    Nor is a table with cells among the lines `aside`.
    """
    crossed = {line.number for matrix in matrices(grids.lines) for line in matrix.cells}.union(aside)
    found = {
        table.header[0].number: table
        for names in reversed(_COLUMNS)
        for table in ledger_tables(grids, frozenset(names))
        if crossed.isdisjoint(line.number for line in table.header)
        and not any(tells_who_came(line.text) for line in table.header)
    }
    return tuple(found[number] for number in sorted(found))


def before_tables(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines right before tables."""
    said = [line for line in lines if line.text.strip()]
    return frozenset(line.number for line, after in pairwise(said) if line.cell is None and after.cell is not None)


def tells_who_came(label: str) -> bool:
    """Tell whether a cell is the label of who did what at the meeting, as a form of its facts has: 缺席人员及原因 heads no causes."""
    return roll_words().label.fullmatch("".join(label.split()).rstrip("：:") + "：") is not None


@dataclass(slots=True)
class Tabled:
    """The items of a report's tables, behind those that its paragraphs told."""

    draft: Draft
    listed: AspectList
    team: list[Issue]
    members: list[Issue]
    causes: list[Cause]
    measures: list[Measure]
    criticisms: list[Said]
    beside: list[tuple[str, str, LinkBasis]] = field(default_factory=list[tuple[str, str, LinkBasis]])

    def read(self, table: LedgerTable) -> None:
        """Take the rows of a table."""
        for line in table.header:
            self.draft.leave_out("table-header", line.number, line.text, "这一格是表头，按它理解这一栏")
        leave_out_cells(self.draft, table)
        if self.team and _lists_measures(table):
            for row in table.rows:
                row.cells |= {"measure": row.cells.pop("issue")} if "issue" in row.cells else {}
        before = self._before(table)
        lead = Lead(line_span(before)) if before is not None else Lead(None)
        named = persons(before.text, 0, len(before.text)) if before is not None else []
        member = Span(line_span(before).block, *named[0].name) if before is not None and len(named) == 1 else None
        heading = None
        for group in row_groups(table.rows):
            if (aspect := aspect_row(group)) is not None:
                heading = aspect
                continue
            heading = own_aspect(group[0]) or heading
            own = next(iter(cell_spans(group[0], "person")), None) or member
            before_row = len(self.team), len(self.members), len(self.causes), len(self.measures)
            answered = [one for problem in row_problems(group[0]) if (one := self._told_before(group[0], problem))]
            for problem in row_problems(group[0]) if not answered else ():
                self._issue(group[0], heading, problem, own, members=own is not None or of_members(lead) is True)
            for row in group:
                take_causes(self.draft, row, self.causes)
                self._measures(row)
                self._criticism(row)
            team, members, causes, measures = before_row
            problems = [*answered, *self.team[team:], *self.members[members:]]
            self.beside += joined(problems, self.causes[causes:], self.measures[measures:])

    def _told_before(self, row: Row, problem: tuple[Span | None, list[Span]]) -> Issue | None:
        """The problem of the text that a row only names again, to say what is done about it."""
        if "measure" not in row.cells:
            return None
        said = fold("".join(span.text for span in problem[1]))
        pointed = _POINTS.fullmatch(said)
        number = parse_numeral(pointed[1]) or 0 if pointed is not None else 0
        same = (one for one in (*self.team, *self.members) if said and said in (fold(one.text), fold(one.statement)))
        found = self.team[number - 1] if 0 < number <= len(self.team) else next(same, None)
        for line in {span.block.line.number: span.block.line for span in problem[1]}.values() if found else ():
            self.draft.leave_out("annexed-cell", line.number, line.text, "这一格是正文写过的问题，措施已对应到那个问题")
        return found

    def _before(self, table: LedgerTable) -> Line | None:
        """The line that leads in a table."""
        lines = self.draft.outline.lines
        first = table.header[0].number
        return next((one for one in reversed(lines[: first - 1]) if one.cell is None and one.text.strip()), None)

    def _issue(
        self,
        row: Row,
        heading: Span | None,
        problem: tuple[Span | None, list[Span]],
        member: Span | None,
        *,
        members: bool,
    ) -> None:
        issues, name = (self.members, "member_issues") if members else (self.team, "team_issues")
        path, number = f"/{name}/{len(issues)}", len(self.team) + len(self.members) + 1
        issue = read_row_issue(self.draft, path, row, number, heading, problem)
        told: dict[str, object] = {}
        if heading is not None:
            told["aspect_id"] = self.listed.at(-heading.block.line.number, heading).id
        if member is not None:
            told["member"] = name_value(self.draft.anchor_span(f"{path}/member", member))
        issues.append(issue.model_copy(update=told))
        spread(self.draft, path, row)

    def _measures(self, row: Row) -> None:
        told = row_measures(row)
        for index, (label, span) in enumerate(told):
            path, ident = f"/measures/{len(self.measures)}", f"m{len(self.measures) + 1}"
            self.measures.append(read_row_measure(self.draft, path, ident, row, label, span, (index, len(told))))
            spread(self.draft, path, row)

    def _criticism(self, row: Row) -> None:
        critic, target = (next(iter(cell_spans(row, name)), None) for name in ("critic", "target"))
        self.criticisms += (Said(critic, target, None, span) for span in cell_spans(row, "criticism"))


def _lists_measures(table: LedgerTable) -> bool:
    """Whether what a table calls 整改事项 are measures: it says who sees to them and by when, and names no measures beside them."""
    told = {meaning for row in table.rows for meaning in row.cells}
    called = any(_THINGS.fullmatch("".join(line.text.split())) for line in table.header)
    return called and not told & {"measure", "cause"} and {"owner", "due"} <= told
