"""Rows and blanks of tables and forms written in place: they come, go and move, are filled in and emptied, alone or refused."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.testing.word_files import package

LIST = [
    ["序号", "意见建议", "类别", "时限"],
    ["1", "学习不够深入。", "^思想", "2026年3月"],
    ["2", "宣讲偏少。<br>形式单一。", "^", ""],
    ["3", "下基层偏少。", "作风", "长期坚持"],
]
LEDGER = [
    ["序号", "查摆的问题", "整改措施", "责任人", "完成时限"],
    ["1", "学习不够系统。", "1.读完4本书。<br>2.集中学习。", "张三", "2026年6月底前"],
    ["2", "调研不够深入。", "1.下乡走访。<br>2.回访农户。", "李四", "长期坚持"],
]
FORM = [["谈话时间", "", "谈话地点", "办公室"], ["谈话人", "张三", "谈话对象：", ""], ["谈话内容", "交流思想。"]]


def _cell(text: str) -> str:
    merged = '<w:vMerge w:val="restart"/>' if text[1:] and text[0] == "^" else "<w:vMerge/>" if text == "^" else ""
    paragraphs = (
        f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>" if said else "<w:p/>" for said in text.strip("^").split("<br>")
    )
    return f"<w:tc><w:tcPr>{merged}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def _paper(title: str, rows: list[list[str]]) -> mz.Document:
    table = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    heading = f"<w:p><w:r><w:t>{title}</w:t></w:r></w:p>"
    return mz.open(package(f"{heading}<w:tbl><w:tblPr/><w:tblGrid/>{table}</w:tbl><w:p/>"))


@pytest.fixture
def listed() -> mz.Document:
    return _paper("某局党组2025年度民主生活会征求意见汇总表", LIST)


@pytest.fixture
def ledger() -> mz.Document:
    return _paper("某局党组2025年度民主生活会整改台账", LEDGER)


@pytest.fixture
def form() -> mz.Document:
    return _paper("谈心谈话记录", FORM)


@pytest.fixture(params=[None, "办公室"])
def author(request: pytest.FixtureRequest) -> str | None:
    """Whose tracked change it is; None for a plain one."""
    held: str | None = request.param
    return held


def _rows(doc: mz.Document) -> list[tuple[str | None, str | None, str | None]]:
    value = doc.read().value
    assert isinstance(value, mz.OpinionList)
    return [(one.number, one.text, one.category) for one in value.opinions]


def test_a_row_comes_numbered_and_the_rest_goes_on(listed: mz.Document, author: str | None) -> None:
    value = mz.insert(listed.read().value, "/opinions/2", {"text": "协调不够。", "category": "思想"})
    after = listed.write(mz.replace(value, "/opinions/2/due", "长期坚持"), tracked=author)
    assert [row[0] for row in _rows(after)] == ["1", "2", "3", "4"]
    assert _rows(after)[2][1:] == ("协调不够。", "思想")
    if author is not None:
        assert _rows(after.reject(author=author)) == _rows(listed)


def test_what_is_merged_over_a_row_that_goes_stays_with_the_next(listed: mz.Document, author: str | None) -> None:
    after = listed.write(mz.remove(listed.read().value, "/opinions/0"), tracked=author)
    assert _rows(after) == [("1", "宣讲偏少。\n形式单一。", "思想"), ("2", "下基层偏少。", "作风")]


def test_a_row_below_a_merged_cell_goes_alone(listed: mz.Document, author: str | None) -> None:
    after = listed.write(mz.remove(listed.read().value, "/opinions/1"), tracked=author)
    assert _rows(after) == [("1", "学习不够深入。", "思想"), ("2", "下基层偏少。", "作风")]


def test_a_cell_merged_over_two_rows_is_not_changed_for_one(listed: mz.Document) -> None:
    value = mz.replace(listed.read().value, "/opinions/1/category", "作风")
    with pytest.raises(mz.BadEdit, match="/opinions/1/category 与 /opinions/0/category 写在同一格里"):
        listed.write(value)
    both = listed.write(mz.replace(value, "/opinions/0/category", "作风"))
    assert [row[2] for row in _rows(both)] == ["作风", "作风", "作风"]


def test_a_row_without_its_column_is_refused(listed: mz.Document) -> None:
    with pytest.raises(mz.BadEdit, match="表里没有“备注”一栏"):
        mz.insert(listed.read().value, "/opinions/-", {"text": "协调不够。", "remark": "另议"})
    with pytest.raises(mz.BadEdit, match="没有文字"):
        mz.insert(listed.read().value, "/opinions/-", {"number": "4"})


def test_an_empty_cell_is_filled_in_and_a_full_one_emptied(listed: mz.Document, author: str | None) -> None:
    value = mz.remove(mz.replace(listed.read().value, "/opinions/1/due", "2026年5月"), "/opinions/2/due")
    assert listed.write(value, tracked=author).read().value == value


@pytest.mark.parametrize("field", ["owner", "due"])
def test_one_of_several_measures_in_a_cell_does_not_take_the_others_along(ledger: mz.Document, field: str) -> None:
    new = {"owner": "王五", "due": "2026-09"}[field]
    one = mz.replace(ledger.read().value, f"/entries/0/measures/1/{field}", new)
    with pytest.raises(mz.BadEdit, match=f"/entries/0/measures/1/{field} 与 .*写在同一格里") as refused:
        ledger.write(one)
    assert refused.value.code == "edit-shared-cell"
    both = mz.replace(one, f"/entries/0/measures/0/{field}", new)
    assert ledger.write(both).read().value == both
    alone = ledger.write(mz.remove(one, "/entries/0/measures/0")).read().value
    assert isinstance(alone, mz.Ledger)
    assert getattr(alone.entries[0].measures[0], field) in (new, "2026年9月底前")


def test_a_row_moves_with_what_changes_inside_it(ledger: mz.Document, author: str | None) -> None:
    value = mz.remove(ledger.read().value, "/entries/1/measures/0")
    assert isinstance(value, mz.Ledger)
    value = mz.replace(value, "/entries", (value.entries[1], value.entries[0]))
    after = ledger.write(value, tracked=author).read().value
    assert isinstance(after, mz.Ledger)
    assert [[one.text for one in entry.measures] for entry in after.entries] == [
        ["回访农户。"],
        ["读完4本书。", "集中学习。"],
    ]


def test_blanks_of_a_form_are_filled_in_where_they_are(form: mz.Document, author: str | None) -> None:
    value = form.read().value
    for path, new in {"/when": "2026年1月3日", "/talked": "李四"}.items():
        value = mz.replace(value, path, new)
    value = mz.remove(value, "/place")
    assert form.write(value, tracked=author).read().value == value


def test_a_blank_that_the_form_has_not_is_refused(form: mz.Document) -> None:
    with pytest.raises(mz.BadEdit, match="/opinion 在文件里没有对应的文字"):
        form.write(mz.replace(form.read().value, "/opinion", "没有意见。"))


def test_a_blank_of_a_typed_form_is_filled_in_behind_its_colon() -> None:
    doc = mz.open("谈心谈话记录\n谈话时间：2026年1月3日\n谈话地点：\n谈话人：张三".encode())
    after = doc.write(mz.replace(doc.read().value, "/place", "办公室"))
    assert after.to_bytes().decode().split("\n")[2] == "谈话地点：办公室"
