"""Measures of a self-examination that stand in a table: who answers for them and by when is edited in its cell."""

from __future__ import annotations

import io

import docx
import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.items import Measure
from tests.reading.word import word

ROWS = [
    ["序号", "问题", "整改措施", "责任人", "完成时限"],
    ["1", "学习不够系统", "1.制定学习计划，每月读1本书；2.撰写体会", "张某某", "2026年6月底前"],
    ["2", "调研不够深入", "每季度到联系点调研1次", "李某某", "2026年12月底前"],
]


def document() -> mz.Document:
    made = docx.Document()
    for text in (
        "某局领导班子2025年度民主生活会对照检查材料",
        "一、存在的问题",
        "一是学习不够系统，列入计划的4本书只读了2本。",
        "二是调研不够深入，全年只到联系点3次。",
        "二、整改措施",
    ):
        made.add_paragraph(text)
    table = made.add_table(len(ROWS), len(ROWS[0]))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.add_paragraph("某局党组")
    held = io.BytesIO()
    made.save(held)
    return mz.open(held.getvalue())


def measures(doc: mz.Document) -> tuple[Measure, ...]:
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    return value.measures


@pytest.mark.parametrize(
    ("field", "new"), [("due", "2026年9月底前"), ("owner", "王某某"), ("text", "每月到联系点调研1次")]
)
@pytest.mark.parametrize("tracked", [None, "办公室"])
def test_a_cell_is_edited(field: str, new: str, tracked: str | None) -> None:
    doc = document()
    written = doc.write(mz.replace(doc.read().value, f"/measures/2/{field}", new), tracked=tracked)
    changed = measures(doc)[2].model_copy(update={field: new})
    assert measures(written) == (*measures(doc)[:2], changed)


def test_what_stands_in_a_bracket_for_several_is_edited_at_the_last_of_them() -> None:
    value = mz.read_text(
        "个人对照检查材料\n一、存在的问题\n一是学习不够系统。\n二、整改措施\n一是加强学习；二是深入调研。（责任人：张某某）"
    ).value
    with pytest.raises(mz.MzshError, match="共用的括号"):
        mz.replace(value, "/measures/0/owner", "李某某")


@pytest.mark.parametrize(
    "rows",
    [
        ["| 整改措施 | 1.加强学习，年底前见效。¶2.深入调研，三月底前见效。 |"],
        ["| 整改措施 | 1.加强学习，年底前见效。 | 2.深入调研，三月底前见效。 |"],
    ],
)
def test_a_row_that_heads_nothing_is_not_called_a_header_and_nothing_is_missed_for_it(rows: list[str]) -> None:
    lines = ["个人对照检查材料", "一、存在的问题", "一是学习不够系统。", "二是调研不够深入。", "二、整改措施", *rows]
    doc = mz.open(word(lines))
    result = mz.check(doc.read().value, doc)
    assert not [finding for finding in result.findings if finding.level is mz.Level.MUST and finding.code == "MEA001"]
    assert result.verdict is None or getattr(doc.read().value, "measures", ())
