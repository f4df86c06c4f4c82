"""Ledgers that are no one table: paragraphs with labels, rows pasted into text, several lists, a line that names the person."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import Ledger
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total
from tests.reading.word import word

TITLE = "某局2025年度民主生活会问题整改台账"
Told = list[tuple[str | None, list[tuple[str, object, str | None]]]]


def opened(rows: tuple[str, ...], form: str) -> mz.Document:
    return mz.open(word(rows) if form == "docx" else "\n".join(rows).encode())


def read(doc: mz.Document) -> Ledger:
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    value = doc.read().value
    assert isinstance(value, Ledger)
    return value


def told(value: Ledger) -> Told:
    return [(e.issue and e.issue.text, [(m.text, m.owner, m.due) for m in e.measures]) for e in value.entries]


WANTED: Told = [
    ("学习不够系统。", [("每季度研讨一次。", "张三", "2026年6月底前")]),
    ("调研不够深入。", [("每月走访一次。", "李四", "长期坚持"), ("建立台账。", "李四", "长期坚持")]),
]
LABELLED = {
    "one paragraph a field": (
        "问题1：学习不够系统。", "整改措施：每季度研讨一次。", "责任领导：张三", "完成时限：2026年6月底前",
        "问题2：调研不够深入。", "整改措施：1.每月走访一次。2.建立台账。", "责任领导：李四", "完成时限：长期坚持",
    ),
    "fields in one paragraph": (
        "1.存在问题：学习不够系统。整改措施：每季度研讨一次。责任人：张三；完成时限：2026年6月底前。",
        "2.存在问题：调研不够深入。整改措施：1.每月走访一次。2.建立台账。责任人：李四；完成时限：长期坚持。",
    ),
    "measures in paragraphs of their own": (
        "【问题一】：学习不够系统。", "【整改措施】：", "每季度研讨一次。", "负责人：张三  期限：2026年6月底前",
        "【问题二】：调研不够深入。", "【整改措施】：", "1.每月走访一次。", "2.建立台账。", "负责人：李四  期限：长期坚持",
    ),
    "other names": (
        "问题表现：学习不够系统。", "具体措施：每季度研讨一次。", "牵头领导：张三", "时间节点：2026年6月底前",
        "问题表现：调研不够深入。", "具体措施：1.每月走访一次。2.建立台账。", "牵头领导：李四", "时间节点：长期坚持",
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", ["docx", "txt"])
@pytest.mark.parametrize("name", LABELLED)
def test_paragraphs_with_labels(name: str, form: str) -> None:
    value = read(opened((TITLE, *LABELLED[name]), form))
    got = [(issue, [(text, owner, due and due.rstrip("。")) for text, owner, due in ms]) for issue, ms in told(value)]
    assert got == WANTED


@pytest.mark.parametrize("form", ["docx", "txt"])
def test_a_heading_between_labelled_paragraphs_names_their_aspect(form: str) -> None:
    rows = (
        TITLE, "一、带头强化政治忠诚方面", *LABELLED["one paragraph a field"][:4], "二、带头固本培元方面", *LABELLED["one paragraph a field"][4:],
    )  # fmt: skip
    value = read(opened(rows, form))
    assert told(value) == WANTED
    assert [e.aspect for e in value.entries] == ["带头强化政治忠诚方面", "带头固本培元方面"]
    assert [e.number for e in value.entries] == ["1", "2"]


@pytest.mark.parametrize("form", ["docx", "txt"])
@pytest.mark.parametrize("edit", [("/entries/0/measures/0/owner", "王五"), ("/entries/1/issue/text", "调研走过场。")])
def test_labelled_paragraphs_are_written_back(form: str, edit: tuple[str, str]) -> None:
    doc = opened((TITLE, *LABELLED["one paragraph a field"]), form)
    wanted = mz.replace(doc.read().value, *edit)
    assert doc.write(wanted).read().value == wanted


def test_labels_in_another_kind_of_paper_make_no_ledger() -> None:
    rows = (
        "张三2025年度民主生活会个人对照检查材料",
        "一、存在的问题",
        "问题1：学习不够系统。",
        "整改措施：每季度研讨一次。",
    )
    assert not isinstance(opened(rows, "txt").read().value, Ledger)


PASTED = {
    "tabs": ("序号\t存在问题\t整改措施\t责任人\t完成时限", "1\t学习不够\t研讨一次\t张三\t3月底前", "2\t调研不深\t走访企业\t\t6月底前"),
    "spaces": (
        "序号  存在问题      整改措施    责任人  完成时限", "1     学习不够      研讨一次    张三    3月底前",
        "2     调研不深      走访企业            6月底前",
    ),
    "wide spaces": ("序号　问题描述　整改举措　负责人　期限", "1　学习不够　研讨一次　张三　3月底前", "2　调研不深　走访企业　　6月底前"),
    "blank lines between": (
        "编号\t问题\t措施\t责任领导\t时限", "", "1\t学习不够\t研讨一次\t张三\t3月底前", "", "2\t调研不深\t走访企业\t\t6月底前",
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", ["docx", "txt"])
@pytest.mark.parametrize("name", PASTED)
def test_rows_pasted_into_text(name: str, form: str) -> None:
    value = read(opened((TITLE, *PASTED[name], "注：每月更新一次。"), form))
    assert told(value) == [
        ("学习不够", [("研讨一次", "张三", "3月底前")]), ("调研不深", [("走访企业", None, "6月底前")]),
    ]  # fmt: skip
    assert value.closing == ("注：每月更新一次。",)


def test_pasted_rows_are_written_back() -> None:
    doc = opened((TITLE, *PASTED["tabs"]), "txt")
    wanted = mz.replace(doc.read().value, "/entries/0/measures/0/due", "2026年9月底前")
    assert doc.write(wanted).read().value == wanted


ISSUES = ("|序号|存在问题|方面|", "|1|学习不够|党性|", "|2|调研不深|作风|")
OWNERS = ("|序号|责任领导|责任科室|", "|1|张三|办公室|", "|2|李四|业务科|")
MEASURES = ("|序号|整改措施|完成时限|", "|1|研讨一次|3月底前|", "|2|走访企业|6月底前|")
AGAIN = ("|序号|问题|整改措施|完成时限|", "|1|学习不够|研讨一次|3月底前|", "|2|调研不深|走访企业|6月底前|")
SEVERAL = ("|序号|整改措施|完成时限|", "|1|研讨一次|3月底前|", "|2|走访企业|6月底前|", "|2|回访|9月底前|")


@pytest.mark.parametrize("lists", [(ISSUES, OWNERS, MEASURES), (ISSUES, MEASURES, OWNERS), (ISSUES, OWNERS, AGAIN)])
def test_lists_of_problems_owners_and_measures_are_one_ledger(lists: tuple[tuple[str, ...], ...]) -> None:
    rows = [line for n, rows in enumerate(lists) for line in (f"{'一二三'[n]}、清单", *rows)]
    value = read(opened((TITLE, *rows), "docx"))
    assert told(value) == [
        ("学习不够", [("研讨一次", "张三", "3月底前")]), ("调研不深", [("走访企业", "李四", "6月底前")]),
    ]  # fmt: skip
    assert [(e.aspect, e.measures[0].department) for e in value.entries] == [("党性", "办公室"), ("作风", "业务科")]


def test_a_number_with_several_rows_in_the_list_of_measures() -> None:
    value = read(opened((TITLE, *ISSUES, "整改清单", *SEVERAL), "docx"))
    assert [[m.text for m in e.measures] for e in value.entries] == [["研讨一次"], ["走访企业", "回访"]]


def test_lists_of_other_numbers_are_not_joined() -> None:
    rows = (*ISSUES, "其他", "|序号|整改措施|", "|7|研讨一次|")
    assert not isinstance(opened((TITLE, *rows), "docx").read().value, Ledger)


@pytest.mark.parametrize(
    "line",
    ["姓名：孙七  职务：某局党组成员、副局长", "姓名：孙七", "姓名: 孙七；职务: 副局长", "姓名：孙七\t职务：副局长"],
)
def test_a_line_above_the_table_says_whose_ledger_it_is(line: str) -> None:
    rows = ("个人民主生活会问题整改清单", line, "|序号|存在问题|整改措施|完成时限|", "|1|学习不够|研讨一次|3月底前|")
    value = read(opened(rows, "docx"))
    assert value.owner == "孙七"
    assert value.organisation is None


@pytest.mark.parametrize(
    "line",
    [
        "年度：2025年度民主生活会",
        "会议：2025年度民主生活会",
        "姓名：孙小满　职务：副主任\n会议名称：2025年度民主生活会",
    ],
)
def test_the_year_stands_among_the_labels(line: str) -> None:
    rows = "问题一：联系代表不经常\n整改措施：每月走访5名代表\n责任人：孙小满\n完成时限：2026年12月底"
    value = mz.read_text(f"整改清单（个人）\n{line}\n{rows}\n{rows.replace('问题一', '问题二')}").value
    assert isinstance(value, mz.Ledger)
    assert value.year == 2025


TOLD_IN_TEXT = {
    "run in": "{n}．问题：{issue}。措施：{measure}。责任人：{owner}。时限：{due}。",
    "other names": "{n}、存在问题：{issue}；整改举措：{measure}；牵头领导：{owner}；完成时间：{due}。",
    "in brackets": "{n}.【问题】{issue}。【措施】{measure}。【责任人】{owner}。【时限】{due}。",
}
TOLD_ROWS = (
    ("航线调整未征求意见", "恢复早晚各一班", "江流", "2026年2月底前"), ("船员疲劳驾驶", "重新排班", "帆正", "2026年3月15日前"),
    ("救生衣过期136件", "全部更换", "锚定", "长期坚持"),
)  # fmt: skip


@pytest.mark.parametrize("title", ["某公司党委2025年度民主生活会整改任务分解", "某局民主生活会整改事项"])
@pytest.mark.parametrize("name", TOLD_IN_TEXT)
def test_rows_told_in_text_below_a_title_that_says_no_list(name: str, title: str) -> None:
    rows = [
        TOLD_IN_TEXT[name].format(n=n, issue=issue, measure=measure, owner=owner, due=due)
        for n, (issue, measure, owner, due) in enumerate(TOLD_ROWS, 1)
    ]
    value = read(opened((title, "说明：以下3个问题由党委会审定，每月跟踪。", *rows), "txt"))
    assert [
        (entry.issue and entry.issue.text.rstrip("。"), one.text.rstrip("。"), one.owner, one.due)
        for entry in value.entries
        for one in entry.measures
    ] == list(TOLD_ROWS)
    assert [entry.remark for entry in value.entries] == [None] * 3
    assert value.stated is not None
    assert value.stated.issues == 3


@pytest.mark.parametrize(
    "title", ["某公司党委2025年度民主生活会整改情况报告", "某公司党委班子2025年度民主生活会对照检查材料"]
)
def test_rows_told_in_text_below_the_title_of_another_paper(title: str) -> None:
    rows = [
        TOLD_IN_TEXT["run in"].format(n=n, issue=i, measure=m, owner=o, due=d)
        for n, (i, m, o, d) in enumerate(TOLD_ROWS, 1)
    ]
    assert not isinstance(mz.open("\n".join((title, *rows)).encode()).read().value, Ledger)
