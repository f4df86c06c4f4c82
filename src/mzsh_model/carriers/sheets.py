"""The sheets of the workbook: their names and columns, by which a list that comes back is known again."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column: its header, and its width in characters."""

    header: str
    width: int


ID, FILE, DECISION, REASON = "编号", "文件", "处理意见", "理由"
DECISIONS = ("采纳", "已改", "不采纳", "待核")
"""What can be decided on a finding; only 不采纳, with a reason, takes it out of the count."""
REJECTED = "不采纳"
FINDING_COLUMNS = (
    Column(ID, 18),
    Column("谁", 12),
    Column(FILE, 28),
    Column("位置", 14),
    Column("级别", 6),
    Column("规则", 9),
    Column("原文", 40),
    Column("问题", 40),
    Column("怎么改", 40),
    Column(DECISION, 10),
    Column(REASON, 28),
)
"""One row a finding. The header and the two columns that name a finding (编号, 文件) are what a reader holds on to."""
