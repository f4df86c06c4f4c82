"""问题清单、整改台账: a table, with or without a text around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mzsh_model.chinese.surnames import is_person
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import Ledger, LedgerCounts, LedgerEntry
from mzsh_model.model.items import Link, LinkBasis, Measure
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.lines import Line
from mzsh_model.reading.draft import Draft, Span, joined_place, trimmed, whole
from mzsh_model.reading.frame.preamble import rate_in
from mzsh_model.reading.skeleton import Skeleton, anchor_title, beside_title, finish, read_organisation
from mzsh_model.reading.tables.cell_values import (
    leave_out_cells,
    line_span,
    read_cell,
    read_row_measure,
    row_measures,
)
from mzsh_model.reading.tables.column_names import LedgerTable, Row
from mzsh_model.reading.tables.labelled import labels_in
from mzsh_model.reading.tables.ledger_rows import (
    aspect_row,
    own_aspect,
    read_row_aspect,
    read_row_issue,
    row_groups,
    row_problems,
)
from mzsh_model.reading.told_facts import count_value, name_value

_N = r"(\d{1,5}|[一二两三四五六七八九十百]{1,6}|[xX×]{1,4})\s*(?:余|多)?\s*"
_SUM = r"(?:合计|总计|共计|总数|共)?(?:有|为)?[：:\s]*"
_STATED = (
    ("issues", lazy_pattern(_N + r"[个项条](?:方面)?(?:的)?(?:具体|突出)?问题|问题" + _SUM + _N + "[个项条]")),
    ("measures", lazy_pattern(_N + r"[条项个](?:具体)?(?:整改)?措施|措施" + _SUM + _N + "[条项个]")),
    ("done", lazy_pattern(r"已(?:全部)?(?:完成|整改|销号)(?:整改|销号)?\s*" + _N + "[条项个]")),
    ("ongoing", lazy_pattern(r"(?:正在|持续|尚在)(?:推进|整改|进行)\s*" + _N + "[条项个]")),
    ("standing", lazy_pattern(r"长期坚持(?:的)?\s*" + _N + "[条项个]")),
)
_OF_TITLE = lazy_pattern(r"(?P<name>[\u4e00-\u9fff·]{2,4}?)(?:同志(?!们)|(?=(?:19|20)\d\d\s*年.*个人))")
"""A title that begins with whose ledger it is: 张三同志2025年度……"""

_COUNT = lazy_pattern(rf"(?:共|计|合计|总计)?\s*{_N}[个项条]?")
"""All that a cell says that adds up its column."""

_PART_OF = lazy_pattern("其中")
_ELSEWHERE = lazy_pattern(r"另[有行外]|已另|单独|遗留|巡[视察]|审计|个人|成员(?!会)")


def read_ledger(skeleton: Skeleton, tables: tuple[LedgerTable, ...]) -> Outcome[Ledger]:
    """Read every row as a problem with its measures; a problem merged over rows has the measures of all of them."""
    draft = skeleton.draft
    title = anchor_title(skeleton, alone=False)
    before, after = _around(skeleton, tables)
    preamble = tuple(draft.anchor_span(f"/preamble/{i}", span) for i, span in enumerate(before))
    columns = _columns(draft, tables)
    entries: list[LedgerEntry] = []
    links: list[Link] = []
    counts = [0, 0]
    for table in tables:
        heading: Span | None = None if table.heading is None else _named(line_span(table.heading))
        for group in row_groups(table.rows):
            if (named := aspect_row(group)) is not None:
                heading = named
                for line in group[0].cells.get("number", ()):
                    draft.leave_out("aspect-number", line.number, line.text, "这一行只写方面，它的序号没有读入")
                continue
            heading = own_aspect(group[0]) or heading
            told = _entries(draft, len(entries), group, counts, heading)
            links += _links(told, entries if group[0].shares else ())
            entries += told
    value = Ledger(
        title=title,
        year=skeleton.year,
        organisation=read_organisation(skeleton),
        owner=_read_owner(skeleton, tables, before),
        preamble=preamble,
        stated=read_stated(draft, [*before, *after, *skeleton.front.title], _totals(draft, tables)),
        columns=columns,
        entries=tuple(entries),
        links=tuple(links),
        closing=tuple(draft.anchor_span(f"/closing/{i}", span) for i, span in enumerate(after)),
    )
    finish(skeleton)
    return Outcome(value, tuple(draft.notices), draft.anchors)


def _around(skeleton: Skeleton, tables: tuple[LedgerTable, ...]) -> tuple[list[Span], list[Span]]:
    """The paragraphs before and after the (first) table, the title block left out."""
    first = tables[0].header[0].number
    beside = {span.block for span in beside_title(skeleton)}
    taken = {span.block for span in (*skeleton.front.title, *skeleton.front.others)} - beside
    taken |= {s.block for s in (skeleton.front.number, skeleton.front.date) if s is not None}
    headings = {table.heading.number for table in tables if table.heading is not None}
    before: list[Span] = []
    after: list[Span] = []
    for block in skeleton.blocks.blocks:
        if block not in taken and block.line.number not in headings:
            (before if block.line.number < first else after).append(whole(block))
    return before, after


def _columns(draft: Draft, tables: tuple[LedgerTable, ...]) -> tuple[str, ...]:
    shown = [line_span(line) for line in tables[0].header if line.text.strip()]
    if shown:
        draft.anchor("/columns", joined_place(shown))
    for table in tables[1:]:
        for line in table.header:
            draft.leave_out("repeated-header", line.number, line.text, "又一张表的表头，按第一张表的栏目理解")
    for table in tables:
        leave_out_cells(draft, table)
    for index, line in enumerate(line for line in tables[0].header if line.text.strip() in tables[0].names):
        if index < len(tables[0].names):
            draft.anchor_span(f"/columns/{index}", line_span(line))
    return tables[0].names


def _entries(draft: Draft, before: int, group: list[Row], counts: list[int], heading: Span | None) -> list[LedgerEntry]:
    """The problems that the first row of a group numbers, each with its measures; one without any is an entry too."""
    if not any(_own_lines(row) for row in group):
        return []  # all that stands in it is merged from above, or nothing
    problems: list[tuple[Span | None, list[Span]] | None] = [*row_problems(group[0])] or [None]
    found: list[LedgerEntry] = []
    for problem, answers in zip(problems, _shared_out(group, len(problems)), strict=True):
        counts[0] += problem is not None
        path = f"/entries/{before + len(found)}"
        found.append(_entry(draft, path, group, counts, heading, problem, answers))
    return found


_Answer = tuple[Row, Span | None, Span, tuple[int, int]]


def _shared_out(group: list[Row], problems: int) -> list[list[_Answer]]:
    """The measures of a group for each of its problems: one each, or a row each; else they answer all, and stand with the last."""
    rows = [
        [(row, label, span, (n, len(told))) for n, (label, span) in enumerate(told)]
        for row, told in ((row, row_measures(row)) for row in group)
    ]
    every = [answer for row in rows for answer in row]
    if len(every) == problems:
        return [[answer] for answer in every]
    return rows if len(rows) == problems else [*([] for _ in range(problems - 1)), every]


def _links(entries: list[LedgerEntry], above: Sequence[LedgerEntry]) -> list[Link]:
    """What answers the problems of one row: each its own measures, or all of them where they are not told apart.

    `above` are the entries before it, where the row shares the last of their measures.
    """
    shared = next((entry.measures for entry in reversed(above) if entry.measures), ())
    return [
        Link(issue=entry.issue.id, measure=measure.id, basis=LinkBasis.ROW)
        for entry in entries
        if entry.issue is not None
        for measure in entry.measures or entries[-1].measures or shared
    ]


def _entry(
    draft: Draft,
    path: str,
    group: list[Row],
    counts: list[int],
    heading: Span | None,
    problem: tuple[Span | None, list[Span]] | None,
    answers: list[_Answer],
) -> LedgerEntry:
    first = group[0]
    issue = problem and read_row_issue(draft, f"{path}/issue", first, counts[0], heading, problem)
    aspect = read_row_aspect(draft, f"{path}/aspect", first, heading)
    measures: list[Measure] = []
    for row, label, span, part in answers:
        counts[1] += 1
        at = f"{path}/measures/{len(measures)}"
        measures.append(read_row_measure(draft, at, f"m{counts[1]}", row, label, span, part))
    number = read_cell(draft, f"{path}/number", first, "number")
    cause = read_cell(draft, f"{path}/cause", first, "cause")
    goal = read_cell(draft, f"{path}/goal", first, "goal")
    remark = read_cell(draft, f"{path}/remark", first, "remark")
    member = read_cell(draft, f"{path}/member", first, "person")
    lines = {line.number: line for row in group for line in _own_lines(row)}
    draft.anchor(path, joined_place([line_span(lines[number]) for number in sorted(lines)]))
    return LedgerEntry(
        id=f"e{int(path.rpartition('/')[2]) + 1}",
        number=number,
        member=None if member is None else name_value(member),
        aspect=aspect,
        issue=issue,
        cause=cause,
        goal=goal,
        measures=tuple(measures),
        remark=remark,
    )


def _own_lines(row: Row) -> list[Line]:
    """The lines of the cells that begin in a row: one merged over several rows belongs to the first, as what 同上 repeats."""
    return [
        line
        for lines in row.cells.values()
        for line in lines
        if line.text.strip() and (line.cell is None or line.cell.row == row.row)
    ]


def _named(span: Span) -> Span:
    """The name of an aspect in a line, without its number."""
    label = label_at(span.text)
    return trimmed(Span(span.block, span.start + (label.end if label else 0), span.end), "：:")


def _totals(draft: Draft, tables: tuple[LedgerTable, ...]) -> list[tuple[str, Span]]:
    """The cells of the row that adds up a ledger, each with its column; where several do, each adds up a part, and none is the total."""
    rows = [row for table in tables for row in table.totals]
    cells = [(name, line) for row in rows for name, lines in row.cells.items() for line in lines if line.text.strip()]
    for _, line in cells:
        draft.leave_out("total-row", line.number, line.text, "这一行是合计，没有当作一项")
    return [(name, line_span(line)) for name, line in cells] if len(rows) == 1 else []


def _read_owner(
    skeleton: Skeleton, tables: tuple[LedgerTable, ...], before: Sequence[Span]
) -> str | Placeholder | None:
    """Whose own ledger it is: the one person that its form names, or that a line above the table (姓名：…) or the title does."""
    named = dict.fromkeys(line for t in tables if t.form for row in t.rows for line in row.cells.get("person", ()))
    spans = [line_span(line) for line in named if line.text.strip()]
    for span in before:
        for name, _, _, (start, end) in labels_in(span.text):
            if name == "person" and start < end:
                spans.append(trimmed(Span(span.block, span.start + start, span.start + end)))
    for span in skeleton.front.title[:1] if not spans else ():
        if (found := _OF_TITLE.match(span.text)) is not None and is_person(found["name"]):
            spans.append(Span(span.block, span.start + found.start("name"), span.start + found.end("name")))
    return name_value(skeleton.draft.anchor_span("/owner", spans[0])) if len(spans) == 1 else None


def read_stated(draft: Draft, spans: list[Span], totals: Sequence[tuple[str, Span]] = ()) -> LedgerCounts | None:
    """Return the totals that the text around the table states, or its last row; None where none does.

    `totals` are the cells of that row, each with the column that it adds up: a bare number counts what its column holds.
    """
    counts: dict[str, int | Placeholder] = {}
    rate: str | None = None
    for span in (*spans, *(span for _, span in totals)):
        for name, pattern in _STATED:
            told = (
                one for one in pattern.finditer(span.block.text, span.start, span.end) if not _is_of_else(name, one)
            )
            if name not in counts and (found := next(told, None)) is not None:
                _state(draft, counts, name, span, found)
        if rate is None and (share := rate_in(span.block.text, span.start, span.end)) is not None:
            rate = draft.anchor_span("/stated/rate", Span(span.block, *share))
    for column, span in totals:
        name = f"{column}s"
        if (
            name in ("issues", "measures")
            and name not in counts
            and (found := _COUNT.fullmatch(span.block.text, span.start, span.end))
        ):
            _state(draft, counts, name, span, found)
    return LedgerCounts(rate=rate, **counts) if counts or rate else None


def _is_of_else(name: str, found: re.Match[str]) -> bool:
    """Whether a number counts a part of the table, or what is kept elsewhere: 其中，立行立改问题1个; 另有个人问题15个."""
    if name not in ("issues", "measures"):
        return False
    text, start, end = found.string, found.start(), found.end()
    opened = max(text.rfind(mark, 0, start) for mark in "，,。；：") + 1
    close = min((at for mark in "，,。；" if (at := text.find(mark, end)) >= 0), default=len(text))
    sentence = max(text.rfind(mark, 0, start) for mark in "。；") + 1
    return _PART_OF.search(text, sentence, start) is not None or _ELSEWHERE.search(text, opened, close) is not None


def _state(draft: Draft, counts: dict[str, int | Placeholder], name: str, span: Span, found: re.Match[str]) -> None:
    group = next(i for i in range(1, found.re.groups + 1) if found[i] is not None)
    draft.anchor_span(f"/stated/{name}", Span(span.block, *found.span(group)))
    counts[name] = count_value(found[group])
