"""Ledgers in workbooks and in comma-separated values."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
import xlsxwriter

import mzsh_model as mz
from mzsh_model.model.documents import Ledger
from mzsh_model.outline.sheet import outline_of_csv

TITLE = "某局2025年度民主生活会整改台账"
HEAD = ["序号", "存在问题", "整改措施", "责任人", "完成时限", "是否办结"]


def book(*rows: list[object], merged: tuple[tuple[int, int, int, int, str], ...] = (), hidden: bool = False) -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = made.add_worksheet("台账")
    day = made.add_format({"num_format": "yyyy-mm-dd"})
    for at, row in enumerate(rows):
        for col, cell in enumerate(row):
            if isinstance(cell, dt.date):
                sheet.write_datetime(at, col, cell, day)
            elif cell is not None:
                sheet.write(at, col, cell)
    for top, left, bottom, right, text in merged:
        sheet.merge_range(top, left, bottom, right, text)
    if hidden:
        more = made.add_worksheet("旧")
        more.write_row(0, 0, HEAD)
        more.write_row(1, 0, [9, "旧问题", "旧措施", "王五", "2020年", "是"])
        more.hide()
    made.close()
    return out.getvalue()


def read(data: bytes) -> Ledger:
    value = mz.open(data).read().value
    assert isinstance(value, Ledger)
    return value


def told(value: Ledger) -> list[tuple[str | None, list[str]]]:
    return [(e.issue and e.issue.text, [m.text for m in e.measures]) for e in value.entries]


ROWS: list[list[object]] = [
    [1, "学习不够", "读书", "张三", dt.date(2026, 6, 30), "√"],
    [2, "调研不深", "走访", "李四", "长期坚持", "否"],
]


@pytest.mark.parametrize("above", [[[TITLE]], [[TITLE], ["填报单位：某局"], []], [[], [TITLE], []]])
def test_a_workbook_is_read_like_a_table(above: list[list[object]]) -> None:
    value = read(book(*above, list(HEAD), *ROWS))
    assert value.title == TITLE
    assert told(value) == [("学习不够", ["读书"]), ("调研不深", ["走访"])]
    measures = [m for e in value.entries for m in e.measures]
    assert [(m.owner, m.due, m.state) for m in measures] == [
        ("张三", "2026年6月30日", "done"), ("李四", "长期坚持", "open"),
    ]  # fmt: skip
    assert [e.number for e in value.entries] == ["1", "2"]


def test_cells_of_a_workbook_merged_over_rows() -> None:
    rows = (
        [TITLE],
        list(HEAD),
        [1, None, "读书", "张三", "3月底前"],
        [None, None, "研讨", "李四", "6月底前"],
        ["合计", "1个问题", "2条措施"],
    )
    assert told(read(book(*rows, merged=((2, 1, 3, 1, "学习不够"),)))) == [("学习不够", ["读书", "研讨"])]


def test_a_hidden_sheet_is_not_read() -> None:
    assert told(read(book([TITLE], list(HEAD), *ROWS, hidden=True)))[0] == ("学习不够", ["读书"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_comma_separated_values(tmp_path: Path, encoding: str, mark: str) -> None:
    rows = [
        [TITLE, "", "", "", "", ""],
        HEAD,
        ["1", '"学习不够,\n研讨少"', "读书", "张三", "3月底前", "是"],
        ["2", "调研不深", "走访", "李四", "6月底前", "否"],
    ]
    path = tmp_path / "台账.csv"
    path.write_bytes("\r\n".join(mark.join(row) for row in rows).encode(encoding))
    value = mz.open(path).read().value
    assert isinstance(value, Ledger)
    assert value.title == TITLE
    assert told(value) == [("学习不够,\n研讨少", ["读书"]), ("调研不深", ["走访"])]


def test_every_row_of_comma_separated_values_is_as_long_as_the_longest() -> None:
    lines = outline_of_csv("a,b,c\nd\ne,f\n").lines
    assert [(line.text, line.cell and line.cell.col) for line in lines if line.text] == [
        ("a", 0), ("b", 1), ("c", 2), ("d", 0), ("e", 0), ("f", 1),
    ]  # fmt: skip


def test_a_sheet_is_read_only() -> None:
    doc = mz.open(book([TITLE], list(HEAD), *ROWS))
    value = doc.read().value
    assert doc.write(value) is doc
    with pytest.raises(mz.MzshError, match="只能读"):
        doc.write(mz.replace(value, "/entries/0/measures/0/owner", "王五"))


@pytest.mark.parametrize("cut", [200, 900])
def test_a_damaged_workbook_is_refused_in_words(cut: int) -> None:
    data = book([TITLE], list(HEAD), *ROWS)
    with pytest.raises(mz.MzshError):
        mz.open(data[:-cut])


def test_paragraphs_of_a_cell_are_counted_on() -> None:
    lines = outline_of_csv('标题\n"一\n二\n三",甲\n"乙\n丙",丁\n"注一\n注二"\n').lines
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert [line.text for line in lines] == ["标题", "一", "二", "三", "甲", "乙", "丙", "丁", "注一", "注二"]
