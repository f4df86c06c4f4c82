"""Tables read by what their columns mean: which column holds the problem, the measure, the person, the time limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mzsh_model.chinese.fields import evidence_of
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.outline.labels import LabelKind, label_at
from mzsh_model.outline.lines import Line
from mzsh_model.reading.tables.column_names import NEEDED, LedgerTable, Row, meanings
from mzsh_model.reading.tables.forms import form_of
from mzsh_model.reading.tables.grids import Grid, Grids, is_wide
from mzsh_model.reading.tables.group_rows import group_rows
from mzsh_model.reading.tables.reach import reach_down
from mzsh_model.reading.tables.upright import laid_down

_OF_TABLE = lazy_pattern(r"问题|清单|台[账帐]|整改|成员|个人|合计|说明")
"""What a row says that heads a part of the table itself, not an aspect: 二、班子成员问题整改清单."""

_SIGNED = lazy_pattern(r"(?:(?!合计|总计|共计|小计)[\u4e00-\u9fff（）()]{2,8}[：:]\s*[^\s。；，]{0,16}\s*)+")
"""填表人：赵六 审核人：, 填报日期：2025年2月."""
_HEADER_ROWS = 6
"""So many rows below its title a table's header may take."""


def ledger_tables(grids: Grids, needed: frozenset[str] = NEEDED) -> tuple[LedgerTable, ...]:
    """Return the tables with the `needed` columns (problem and measure), whatever they are called and wherever they stand."""
    found: list[LedgerTable] = []
    for grid in grids.tables:
        if (table := _ledger(grid, needed, titled=grids.titled)) is not None:
            if grid.above is not None and names_aspect(grid.above.text.strip()):
                table.heading = grid.above
            found.append(table)
    return tuple(found)


def _ledger(grid: Grid, needed: frozenset[str], *, titled: bool) -> LedgerTable | None:
    heads = grid.rows[:_HEADER_ROWS]
    named = [(row, columns) for row in heads if set((columns := grid.names(row)).values()) >= needed]
    if named:
        # a row of names over several columns each is explained by the row below it, which names more
        row, columns = max(named[:2], key=lambda one: len(set(one[1].values())))
        return _table(grid, row, columns)
    if needed == NEEDED and (turned := laid_down({row: grid.by_row[row] for row in grid.rows})) is not None:
        header = min(turned)
        table = _table(Grid(turned), header, meanings(turned[header]))
        table.form = True  # no row can be added to it
        return table
    if needed == NEEDED and (form := form_of({row: grid.by_row[row] for row in grid.rows})) is not None:
        return form
    most = 0
    for row in heads:
        columns = grid.names(row)
        if len(columns) < most:
            continue  # below a row of names stand no others, but what the table holds
        most = len(columns) if len(columns) > 1 else 0
        if set(grid.inferred(row, columns, titled=titled).values()) >= needed:
            return _table(grid, row, columns, titled=titled)
    return None


def _table(grid: Grid, row: int, columns: dict[int, str], *, titled: bool = False) -> LedgerTable:
    """The rows below a header, by the meaning of its columns."""
    by_row, rows = grid.by_row, grid.rows
    heads = sorted(grid.header(row), key=lambda line: line.cell.col if line.cell else 0)
    _sort_details(columns, grid.below(row))
    told = grid.inferred(row, columns, titled=titled)
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


def _shown(lines: Sequence[Line]) -> tuple[tuple[int, str], ...]:
    return tuple((line.cell.col if line.cell else 0, fold(line.text)) for line in lines)


def _sort_details(columns: dict[int, str], body: Sequence[Line]) -> None:
    """Where a column beside that of the problems tells them in detail: it holds them, if the first only names aspects."""
    named = {meaning: col for col, meaning in columns.items()}
    if "detail" not in named or "aspect" in named:
        return
    cells = [line for line in body if line.cell and line.cell.col == named["issue"] and not is_wide([line])]
    texts = [line.text.strip() for line in cells if line.text.strip()]
    if texts and all(text.endswith("方面") for text in texts):
        columns[named["issue"]], columns[named["detail"]] = "aspect", "issue"


def _row(row: int, lines: list[Line], columns: Mapping[int, str], unread: list[Line]) -> Row:
    out = Row(row, wide=is_wide(lines))
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
