"""The workbook that comes back, with decisions on its findings: all of the list is understood, or nothing is taken from it.

Rows may be sorted, filtered, hidden or left out, columns moved, others added. A header of ours that was changed or a finding
that stands there twice stops the import; a row that makes no sense is skipped whole and named.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from mzsh_model.batch.ours import FINDINGS
from mzsh_model.carriers.sheets import DECISION, DECISIONS, FILE, FINDING_COLUMNS, ID, REASON, REJECTED
from mzsh_model.kernel.errors import BadModel
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.source import read_source
from mzsh_model.opc.workbook import Sheet, read_workbook

_FINGERPRINT = "[0-9a-f]{16}"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on one finding; `row` counts from 1, the header included, as the program shows it."""

    row: int
    file: str
    fingerprint: str
    code: str
    decision: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of a list; `undecided` rows have none; `skipped` rows made no sense: number and why."""

    decided: tuple[Decision, ...]
    undecided: int
    skipped: tuple[tuple[int, str], ...]


def read_decisions(path: Path) -> Decisions:
    """Return the decisions that stand in a workbook of ours.

    Raises:
        BadPackage: no workbook, or one that cannot be read.
        BadModel: no list of ours, a changed header, a finding that stands there twice.
    """
    limits = Limits()
    sheets = read_workbook(read_source(path, limits).data, limits)
    sheet = next((one for one in sheets if one.name == FINDINGS), None)
    if sheet is None or not sheet.rows:
        raise BadModel("decisions-sheet", f"{path.name} 里没有“{FINDINGS}”表。请用 check --report xlsx: 写的那一份")
    columns = _columns(path, sheet)
    decided: list[Decision] = []
    skipped: list[tuple[int, str]] = []
    undecided = 0
    seen: Counter[tuple[str, str]] = Counter()
    for number, row in enumerate(sheet.rows[1:], 2):
        cell = {name: row[at].strip() for name, at in columns.items()}
        if not any(row):
            continue
        if cell[ID]:
            seen[cell[FILE], cell[ID]] += 1
        one = Decision(number, cell[FILE], cell[ID], cell["规则"], cell[DECISION], cell[REASON])
        if why := _wrong(one):
            skipped.append((number, why))
        elif not one.decision:
            undecided += 1
        else:
            decided.append(one)
    if twice := [(file, ident) for (file, ident), count in seen.items() if count > 1]:
        raise BadModel(
            "decisions-twice", f"{path.name} 里同一文件的编号 {twice[0][1]} 有两行，不知道以哪行为准。请删去一行"
        )
    return Decisions(tuple(decided), undecided, tuple(skipped))


def _columns(path: Path, sheet: Sheet) -> dict[str, int]:
    """Where each of our columns stands."""
    header = [name.strip() for name in sheet.rows[0]]
    for column in FINDING_COLUMNS:
        if header.count(column.header) != 1:
            raise BadModel(
                "decisions-header", f"{path.name} 的表头改过：“{column.header}”一栏应有且只有一个。请改回原来的表头"
            )
    return {column.header: header.index(column.header) for column in FINDING_COLUMNS}


def _wrong(one: Decision) -> str:
    """Why a row makes no sense; empty where it does."""
    if not re.fullmatch(_FINGERPRINT, one.fingerprint):
        return "编号缺少或改过"
    if not one.file:
        return "没有文件"
    if one.decision and one.decision not in DECISIONS:
        return f"处理意见只能是 {'、'.join(DECISIONS)}"
    if one.decision == REJECTED and not one.reason:
        return "不采纳要写理由"
    if one.reason and not one.decision:
        return "写了理由，没有选处理意见"
    return ""
