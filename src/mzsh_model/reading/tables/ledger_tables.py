"""Tables read by what their columns mean: which column holds the problem, the measure, the person, the time limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mzsh_model.chinese.fields import evidence_of
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.outline.labels import LabelKind, label_at
from mzsh_model.outline.lines import Line
from mzsh_model.reading.tables.column_names import NEEDED, LedgerTable, Row, meanings, with_inferred
from mzsh_model.reading.tables.forms import form_of
from mzsh_model.reading.tables.group_rows import group_rows
from mzsh_model.reading.tables.reach import reach_down
from mzsh_model.reading.tables.upright import laid_down

_OF_TABLE = lazy_pattern(r"问题|清单|台[账帐]|整改|成员|个人|合计|说明")
"""What a row says that heads a part of the table itself, not an aspect: 二、班子成员问题整改清单."""

_TITLED = lazy_pattern(r"台[账帐]|清单|整改")
_SIGNED = lazy_pattern(r"(?:(?!合计|总计|共计|小计)[\u4e00-\u9fff（）()]{2,8}[：:]\s*[^\s。；，]{0,16}\s*)+")
"""填表人：赵六 审核人：, 填报日期：2025年2月."""
_HEADER_ROWS = 6
"""So many rows below its title a table's header may take."""


def ledger_tables(lines: Iterable[Line], needed: frozenset[str] = NEEDED) -> tuple[LedgerTable, ...]:
    """Return the tables with the `needed` columns (problem and measure), whatever they are called and wherever they stand."""
    grouped: dict[int, list[Line]] = {}
    above: dict[int, Line] = {}
    titled = False
    before: Line | None = None
    for line in lines:
        if line.cell is None:
            before = line if line.text.strip() else before
            titled |= not grouped and _TITLED.search(line.text) is not None
        elif not line.cell.path:
            if line.cell.table not in grouped and before is not None and names_aspect(before.text.strip()):
                above[line.cell.table] = before
            before = None
            grouped.setdefault(line.cell.table, []).append(line)
    found: list[LedgerTable] = []
    for index, cells in grouped.items():
        if (table := _ledger(cells, needed, titled=titled)) is not None:
            table.heading = above.get(index)
            found.append(table)
    return tuple(found)


def _ledger(lines: list[Line], needed: frozenset[str], *, titled: bool) -> LedgerTable | None:
    by_row: dict[int, list[Line]] = {}
    for line in lines:
        if line.cell is not None:
            by_row.setdefault(line.cell.row, []).append(line)
    first = len(leading_rows(by_row))
    rows = sorted(by_row)[first:]
    named = [
        (row, columns)
        for row in rows[:_HEADER_ROWS]
        if set((columns := meanings(_header(by_row, row))).values()) >= needed
    ]
    if named:
        # a row of names over several columns each is explained by the row below it, which names more
        row, columns = max(named[:2], key=lambda one: len(set(one[1].values())))
        return _table(by_row, rows, row, columns)
    if needed == NEEDED and (turned := laid_down({row: by_row[row] for row in rows})) is not None:
        header, *below = sorted(turned)
        table = _table(turned, [header, *below], header, meanings(turned[header]))
        table.form = True  # no row can be added to it
        return table
    if needed == NEEDED and (form := form_of({row: by_row[row] for row in rows})) is not None:
        return form
    most = 0
    for row in rows[:_HEADER_ROWS]:
        columns = meanings(_header(by_row, row))
        if len(columns) < most:
            continue  # below a row of names stand no others, but what the table holds
        most = len(columns) if len(columns) > 1 else 0
        body = [line for r in rows if r > row for line in by_row[r]]
        if set(with_inferred(columns, _header(by_row, row), body, titled=titled).values()) >= needed:
            return _table(by_row, rows, row, columns, titled=titled)
    return None


def _header(by_row: Mapping[int, list[Line]], row: int) -> list[Line]:
    """The cells of a row and those above that reach down to it."""
    above = [line for r in by_row if r < row for line in by_row[r] if line.cell and r + line.cell.rows > row]
    return [*above, *by_row[row]]


def _table(
    by_row: Mapping[int, list[Line]], rows: Sequence[int], row: int, columns: dict[int, str], *, titled: bool = False
) -> LedgerTable:
    """The rows below a header, by the meaning of its columns."""
    heads = sorted(_header(by_row, row), key=lambda line: line.cell.col if line.cell else 0)
    body = [line for r in rows if r > row for line in by_row[r]]
    _sort_details(columns, body)
    told = with_inferred(columns, heads, body, titled=titled)
    names = tuple(line.text.strip() for line in heads if line.text.strip())
    table = LedgerTable([line for r in rows if r <= row for line in by_row[r]], names, [])
    for line in heads:
        if line.cell is not None and line.text.strip() and line.cell.col not in columns:
            if line.cell.col in told:
                table.inferred.append((line, told[line.cell.col]))
            elif not evidence_of(line.text):
                table.unknown.append(line)
    again = {_shown(by_row[r]) for r in rows if r <= row}
    signed = _signed_from(by_row, rows)
    for r in (r for r in rows if r > row):
        if _shown(by_row[r]) in again:
            table.repeated += by_row[r]
        elif r >= signed:
            table.unread += by_row[r]
        else:
            table.rows.append(_row(r, by_row[r], told, table.unread))
    _set_apart(table)
    reach_down(table)
    return table


def _signed_from(by_row: Mapping[int, list[Line]], rows: Sequence[int]) -> int:
    """The first of the last rows that only say who filled the table in: every cell is a name with a few words behind it."""
    first = rows[-1] + 1
    for row in reversed(rows):
        said = [text for line in by_row[row] if (text := line.text.strip())]
        if not said or not all(map(_SIGNED.fullmatch, said)):
            break
        first = row
    return first


def _set_apart(table: LedgerTable) -> None:
    """Make the rows that only head others what one cell over the whole row is: the name of an aspect, or no part of the table."""
    for row, line in group_rows(table.rows):
        row.wide = True
        if names_aspect(line.text.strip()) or _OF_TABLE.search(line.text) is None:
            row.cells["aspect"] = row.cells.pop("issue")
        else:
            table.apart += [one for lines in row.cells.values() for one in lines if one.text.strip()]
            row.cells.clear()


def leading_rows(by_row: Mapping[int, Sequence[Line]]) -> list[int]:
    """Return the rows at the head of a table that one cell fills: its title, who filled it in."""
    found: list[int] = []
    for row in sorted(by_row):
        if not _is_wide(by_row[row]):
            break
        found.append(row)
    return found if len(found) < len(by_row) else []


def title_rows(lines: Iterable[Line]) -> frozenset[int]:
    """Return the numbers of the lines in the first rows of the first table that one cell fills: a title on the table."""
    by_row: dict[int, list[Line]] = {}
    for line in lines:
        if line.cell is not None and line.cell.table == 0:
            by_row.setdefault(line.cell.row, []).append(line)
    return frozenset(line.number for row in leading_rows(by_row) for line in by_row[row])


def framed_rows(lines: Iterable[Line]) -> frozenset[int]:
    """Return the numbers of the lines in tables of one column whose cells are numbered items: paragraphs in a frame, no table."""
    by_table: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        if line.cell is not None:
            by_table.setdefault((line.cell.table, line.cell.path), []).append(line)
    framed: set[int] = set()
    for held in by_table.values():
        said = [line for line in held if line.text.strip()]
        one = len({(line.cell.col, line.cell.cols) for line in held if line.cell}) == 1
        if one and len(said) > 1 and all(label_at(line.text) is not None for line in said):
            framed.update(line.number for line in held)
    return frozenset(framed)


def _is_wide(lines: Sequence[Line]) -> bool:
    return (
        len({line.cell.col for line in lines if line.cell}) == 1
        and lines[0].cell is not None
        and lines[0].cell.cols > 1
    )


def _shown(lines: Sequence[Line]) -> tuple[tuple[int, str], ...]:
    return tuple((line.cell.col if line.cell else 0, fold(line.text)) for line in lines)


def _sort_details(columns: dict[int, str], body: Sequence[Line]) -> None:
    """Where a column beside that of the problems tells them in detail: it holds them, if the first only names aspects."""
    named = {meaning: col for col, meaning in columns.items()}
    if "detail" not in named or "aspect" in named:
        return
    cells = [line for line in body if line.cell and line.cell.col == named["issue"] and not _is_wide([line])]
    texts = [line.text.strip() for line in cells if line.text.strip()]
    if texts and all(text.endswith("方面") for text in texts):
        columns[named["issue"]], columns[named["detail"]] = "aspect", "issue"


def _row(row: int, lines: list[Line], columns: Mapping[int, str], unread: list[Line]) -> Row:
    out = Row(row, wide=_is_wide(lines))
    for line in lines:
        cell = line.cell
        if cell is None:
            continue
        meaning = columns.get(cell.col)
        if out.wide:
            meaning = "aspect" if names_aspect(line.text.strip()) else None
        if meaning is not None:
            out.cells.setdefault(meaning, []).append(line)
            out.spans[meaning] = cell.rows
        else:
            unread.append(line)
    if (detail := out.cells.pop("detail", None)) is not None:
        out.cells.setdefault("issue", []).extend(detail)
    return out


def names_aspect(text: str) -> bool:
    """Tell whether a row's only text names the aspect of the rows below: 一、政治忠诚, 带头固本培元、增强党性方面."""
    label = label_at(text)
    ranked = label is not None and label.kind in (LabelKind.HAN, LabelKind.HAN_PAREN)
    return (ranked and _OF_TABLE.search(text) is None) or text.endswith("方面")
