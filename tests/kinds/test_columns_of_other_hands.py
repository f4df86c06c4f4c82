"""Tables around a meeting under headers that other hands give them: parts of names, short ones, plain words."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.kinds.column import Column, columns_called
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total
from tests.reading.word import word

ROWS = {
    "某局2025年度民主生活会征求意见清单": (
        "opinions",
        ("number", "text", "target", "channel", "adopted", "remark"),
        ("1", "学习不够系统", "班子", "座谈会", "采纳", "已列入清单"),
        (
            ("编号", "意见内容", "对谁提的", "怎么来的", "采纳情况", "说明"),
            ("序号", "征集的意见", "涉及对象", "征集渠道", "采纳与否", "备注"),
            ("序号", "原始意见建议", "针对的对象", "意见渠道", "是否采纳", "备注栏"),
        ),
    ),
    "某局2025年度民主生活会谈心谈话一览表": (
        "talks",
        ("number", "when", "talker", "talked", "text", "issue"),
        ("1", "2026.1.6", "张三", "李四", "班子团结", "沟通偏少"),
        (
            ("编号", "日期", "主谈", "被谈", "谈了什么", "提的意见"),
            ("序号", "谈话时间", "谈话领导", "被谈话人", "谈话主要内容", "指出问题"),
            ("序号", "时间（年月日）", "谈话人", "谈话对象姓名", "交流内容", "查摆的问题"),
        ),
    ),
    "某局2025年度民主生活会相互批评意见表": (
        "criticisms",
        ("number", "critic", "target", "text", "response"),
        ("1", "张三", "李四", "抓落实不够紧", "接受"),
        (
            ("编号", "谁提的", "对谁", "说了什么", "本人态度及是否接受"),
            ("序号", "批评人姓名", "被批评人姓名", "具体批评意见", "表态情况"),
            ("序号", "提意见人", "批评对象", "意见", "是否接受"),
        ),
    ),
}
CASES = [(title, head) for title, (*_, heads) in ROWS.items() for head in heads]


@pytest.mark.parametrize("form", ["docx", "with the title in the table"])
@pytest.mark.parametrize(("title", "head"), CASES)
def test_a_header_is_known_by_a_part_of_its_name(title: str, head: tuple[str, ...], form: str) -> None:
    name, fields, cells, _ = ROWS[title]
    table = ("|" + "|".join(head) + "|", "|" + "|".join(cells) + "|")
    doc = mz.open(word((title if form == "docx" else f"|{title}|", *table)))
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    value = doc.read().value
    (row,) = value.__dict__[name]
    assert tuple(row.__dict__[field] for field in fields) == cells
    assert value.__dict__["columns"] == head
    assert mz.check(value, doc).verdict is None


@pytest.mark.parametrize(("title", "head"), CASES)
def test_a_row_comes_into_such_a_table(title: str, head: tuple[str, ...]) -> None:
    name, fields, cells, _ = ROWS[title]
    doc = mz.open(word((title, "|" + "|".join(head) + "|", "|" + "|".join(cells) + "|")))
    value = doc.read().value
    (row,) = value.__dict__[name]
    again = row.model_copy(update={"id": "", fields[-1]: "没有意见"})
    rows = doc.write(mz.insert(value, f"/{name}/1", again)).read().value.__dict__[name]
    assert len(rows) == 2
    assert rows[1].__dict__[fields[-1]] == "没有意见"


def test_the_best_name_has_the_column_and_a_part_of_one_nothing_beside_it() -> None:
    text, target = Column("text", "意见", ("意见内容",)), Column("target", "对象")
    headers = {0: "意见对象", 1: "意见", 2: "其他意见"}
    assert columns_called((text, target), headers, by_parts=True) == {0: target, 1: text}
    assert columns_called((text, target), headers) == {1: text}


@pytest.mark.parametrize(
    "title",
    [
        "上年度民主生活会整改任务完成对账单",
        "某局2024年度民主生活会查摆问题整改落实情况一览表",
        "上年度民主生活会查摆问题整改情况统计表",
        "某局党组上年度问题整改销号情况",
    ],
)
def test_a_table_of_what_came_of_last_years_problems(title: str) -> None:
    head = "|序号|上年度查摆问题|整改措施|责任人|落实情况|完成状态|"
    doc = mz.open(word((title, head, "|1|学习不够系统|每季度研讨一次|张三|研讨4次|已完成|")))
    value = doc.read().value
    assert value.kind == "PriorAccount"
    (row,) = value.__dict__["accounts"]
    assert (row.issue, row.measure, row.owner, row.done, row.status) == (
        *("学习不够系统", "每季度研讨一次", "张三", "研讨4次", "已完成"),
    )
    assert mz.check(value, doc).verdict is None


SAID = [("张三", "李四", "开会多，下基层少"), ("王五", "张三", "脾气急，批评人不留情面")]


@pytest.mark.parametrize(
    ("header", "turned"),
    [
        ("提意见的人|听意见的人|意见原话", False),
        ("谁提的|提给谁|提了什么", False),
        ("批人的|挨批的|说的啥", False),
        ("挨批的|批人的|说的啥", True),
        ("接受方|提出方|内容", True),
        ("说了什么|开口的|听着的", None),
    ],
)
def test_who_and_whom_are_told_by_their_cells(header: str, turned: bool | None) -> None:
    rows = [(b, a, text) if turned else (text, a, b) if turned is None else (a, b, text) for a, b, text in SAID]
    doc = mz.open(
        word(("某局党组2025年度民主生活会批评意见表", f"|{header}|", *(f"|{'|'.join(row)}|" for row in rows)))
    )
    value = doc.read().value
    assert isinstance(value, mz.CriticismSheet)
    assert [(one.critic, one.target, one.text) for one in value.criticisms] == SAID
    assert doc.write(mz.replace(value, "/criticisms/1/text", "学习少")).read().value == mz.replace(
        value, "/criticisms/1/text", "学习少"
    )


@pytest.mark.parametrize("header", ["甲|乙", "内容|办理情况", "项目|说明"])
def test_a_sheet_of_whose_table_nothing_was_read_says_so(header: str) -> None:
    told = mz.read_text(f"某局党组2025年度民主生活会批评意见表\n{header}\n开会多|少开\n学习少|多学\n")
    assert isinstance(told.value, mz.CriticismSheet)
    assert told.value.criticisms == ()
    assert "unread-table" in {notice.code for notice in told.notices}
