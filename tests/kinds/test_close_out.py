"""销号: the day, the person and the evidence of a closed measure, in every form of ledger, read, edited and made anew."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from tests.reading.word import word

TITLE = "某局2025年度民主生活会整改台账"
ROW = "每季度研讨一次|张三|2026年6月底前|已销号"


def read(*rows: str) -> mz.Measure:
    value = mz.open(word(rows)).read().value
    assert isinstance(value, mz.Ledger)
    return value.entries[0].measures[0]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("销号时间", "closed_on"), ("验收销号时间", "closed_on"), ("销号日期", "closed_on"), ("实际完成时间", "closed_on"),
        ("验收日期（年月日）", "closed_on"), ("整改销号时间", "closed_on"), ("验收人", "closed_by"), ("销号人", "closed_by"), ("审核人", "closed_by"),
        ("销号审核人（签字）", "closed_by"), ("纪检复核人", "closed_by"), ("佐证材料", "evidence"), ("销号依据", "evidence"),
    ],
)  # fmt: skip
def test_a_column_that_tells_of_closing_is_known_beside_the_time_limit(header: str, field: str) -> None:
    cell = {"closed_on": "2026年6月20日", "closed_by": "李四", "evidence": "会议纪要3份"}[field]
    measure = read(TITLE, f"|问题|整改措施|责任人|完成时限|整改状态|{header}|", f"|学习不够系统|{ROW}|{cell}|")
    assert getattr(measure, field) == cell
    assert (measure.owner, measure.due, measure.status) == ("张三", "2026年6月底前", "已销号")
    assert measure.close_out == mz.CloseOut(**{field: cell})


def test_a_closing_is_one_value_with_its_day() -> None:
    head = "|问题|整改措施|责任人|完成时限|整改状态|销号时间|验收人|佐证材料|"
    measure = read(TITLE, head, f"|学习不够系统|{ROW}|2026.6.20|××|会议纪要3份|")
    out = measure.close_out
    assert out is not None
    assert out.day is not None
    assert out.day.edtf == "2026-06-20"
    assert isinstance(out.closed_by, mz.Placeholder)
    assert read(TITLE, head, f"|学习不够系统|{ROW}||||").close_out is None


@pytest.mark.parametrize(
    ("rest", "due", "closed"),
    [
        ("", "2026年6月", None), ("|整改状态", None, "2026年6月"), ("|进展情况", None, "2026年6月"), ("|验收人", None, "2026年6月"),
        ("|佐证材料", None, "2026年6月"),
    ],
)  # fmt: skip
def test_a_day_of_closing_alone_is_the_time_limit_where_nothing_tells_how_far_things_are(
    rest: str, due: str | None, closed: str | None
) -> None:
    measure = read(
        TITLE, f"|问题|整改措施|销号时间{rest}|", f"|学习不够系统|每季度研讨一次|2026年6月{rest and '|已完成'}|"
    )
    assert (measure.due, measure.closed_on) == (due, closed)


def test_labels_and_forms_tell_of_closing_as_tables_do() -> None:
    labelled = (
        "问题1：学习不够系统", "整改措施：每季度研讨一次", "责任人：张三", "完成时限：2026年6月底前", "销号时间：2026年6月20日", "验收人：李四",
        "问题2：调研不深", "整改措施：每月下乡一次", "责任人：李四", "完成时限：2026年9月底前", "销号时间：2026年8月5日", "验收人：张三",
    )  # fmt: skip
    value = mz.read_text("\n".join((TITLE, *labelled))).value
    assert isinstance(value, mz.Ledger)
    told = [(m.closed_on, m.closed_by) for entry in value.entries for m in entry.measures]
    assert told == [("2026年6月20日", "李四"), ("2026年8月5日", "张三")]


@pytest.mark.parametrize("author", [None, "办公室"])
@pytest.mark.parametrize(
    ("field", "new"),
    [("closed_on", "2026年7月2日"), ("closed_by", "王五"), ("evidence", "照片2张"), ("closed_on", None)],
)
def test_a_closing_is_edited_in_its_cell(author: str | None, field: str, new: str | None) -> None:
    head = ["问题", "整改措施", "责任人", "完成时限", "销号时间", "验收人", "佐证材料", "整改状态"]
    rows = [["学习不够系统", "每季度研讨一次", "张三", "6月底前", "2026年6月20日", "李四", "纪要", "已销号"]]
    doc = mz.open(word([TITLE, *(f"|{'|'.join(row)}|" for row in (head, *rows))]))
    value = doc.read().value
    edited = mz.replace(value, f"/entries/0/measures/0/{field}", new)
    again = doc.write(edited, tracked=author).read().value
    assert again == edited
    assert [change.path.parts[-1] for change in mz.changes(value, again)] == [field]


def test_a_closing_without_a_column_has_nowhere_to_go() -> None:
    value = (
        mz.open(word([TITLE, "|问题|整改措施|责任人|完成时限|", "|学习不够系统|研讨一次|张三|6月底前|"])).read().value
    )
    for field, zh in (("closed_on", "销号日期"), ("closed_by", "销号人")):
        with pytest.raises(mz.BadEdit, match=zh):
            mz.replace(value, f"/entries/0/measures/0/{field}", "张三")


def test_a_new_row_brings_its_closing() -> None:
    head = "|序号|问题|整改措施|责任人|完成时限|整改状态|销号日期|验收人|"
    doc = mz.open(word([TITLE, head, "|1|学习不够系统|研讨一次|张三|2026年6月底前|已销号|2026年6月20日|李四|"]))
    row = {
        "number": "2",
        "issue": {"text": "调研不深"},
        "measures": [{"text": "每月下乡一次", "status": "已销号", "closed_on": "2026年5月8日", "closed_by": "王五"}],
    }
    again = doc.write(mz.insert(doc.read().value, "/entries/-", row)).read().value
    assert isinstance(again, mz.Ledger)
    made = again.entries[1].measures[0]
    assert (made.closed_on, made.closed_by) == ("2026年5月8日", "王五")


def test_who_closes_is_no_field_of_a_running_text() -> None:
    value = mz.read_text(
        "个人对照检查材料\n一、存在的问题\n一是学习不够。\n二、整改措施\n一是每月读书。\n二是每月走访。"
    ).value
    with pytest.raises(mz.BadEdit, match="台账"):
        mz.replace(value, "/measures/0/closed_by", "张三")
