"""Lists around a meeting that are told in paragraphs and not in tables."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadEdit
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total
from tests.reading.word import word

ACCOUNT = "关于上年度民主生活会整改落实情况的报告"
DONE = ("推行网格，建立38个。", "化解债务，占比64%。")
ISSUES, STATES = ("治理办法不多", "债务化解慢"), ("已完成", "正在推进")
ACCOUNTS = {
    "quoted, in one paragraph": [
        f"{n}.关于“{i}”的问题。整改情况：{d}完成情况：{s}。"
        for n, i, d, s in zip((1, 2), ISSUES, DONE, STATES, strict=True)
    ],
    "bare, in one paragraph": [
        f"（{n}）关于{i}的问题。落实情况：{d}完成情况：{s}"
        for n, i, d, s in zip("一二", ISSUES, DONE, STATES, strict=True)
    ],
    "all with labels": [
        f"{n}、存在问题：{i}；整改进展：{d}完成状态：{s}。"
        for n, i, d, s in zip((1, 2), ISSUES, DONE, STATES, strict=True)
    ],
    "a paragraph each": [
        line
        for n, i, d, s in zip((1, 2), ISSUES, DONE, STATES, strict=True)
        for line in (f"{n}.关于“{i}”的问题", f"整改情况：{d}", f"完成情况：{s}")
    ],
}


def opened(rows: tuple[str, ...], form: str) -> mz.Document:
    doc = mz.open(word(rows) if form == "docx" else "\n".join(rows).encode())
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    return doc


@pytest.mark.parametrize("form", ["docx", "txt"])
@pytest.mark.parametrize("name", ACCOUNTS)
def test_an_account_in_paragraphs(name: str, form: str) -> None:
    doc = opened((ACCOUNT, "上年度班子共查摆问题2个，已完成1个。", *ACCOUNTS[name], "特此报告。"), form)
    value = doc.read().value
    rows = value.__dict__["accounts"]
    assert [(row.issue, row.done, row.status) for row in rows] == list(zip(ISSUES, DONE, STATES, strict=True))
    assert all(row.number for row in rows)
    assert value.__dict__["preamble"] == ("上年度班子共查摆问题2个，已完成1个。",)
    assert mz.check(value, doc).verdict is None
    wanted = mz.replace(value, "/accounts/1/status", "已经完成")
    assert doc.write(wanted).read().value == wanted


@pytest.mark.parametrize(
    "rows",
    [
        ("我局高度重视，认真整改。", "整改情况：各项都已落实。"),
        ("一、整改情况", "各项都已落实。", "二、下步打算", "继续抓好。"),
        ("1.关于学习的问题。", "2.整改情况：已落实。"),
    ],
)
def test_a_word_before_a_colon_makes_no_row(rows: tuple[str, ...]) -> None:
    assert opened((ACCOUNT, *rows), "txt").read().value.__dict__["accounts"] == ()


@pytest.mark.parametrize("edit", ["insert", "remove"])
def test_no_whole_row_comes_or_goes(edit: str) -> None:
    doc = opened((ACCOUNT, *ACCOUNTS["all with labels"]), "txt")
    value = doc.read().value
    row = value.__dict__["accounts"][0].model_copy(update={"id": "", "issue": "新的问题"})
    wanted = mz.insert(value, "/accounts/1", row) if edit == "insert" else mz.remove(value, "/accounts/0")
    with pytest.raises(BadEdit, match="写在段落里"):
        doc.write(wanted)


@pytest.mark.parametrize("form", ["docx", "txt"])
@pytest.mark.parametrize(
    "rows",
    [
        ("一、对李四同志的批评意见", "1.张三：抓落实不够紧。", "2.王五：下基层少。", "二、对张三同志的批评意见", "1.李四：学习不深入。"),
        ("1.张三对李四：抓落实不够紧。", "2.王五对李四：下基层少。", "3.李四对张三：学习不深入。"),
        ("现将相互批评意见汇总如下。", "一、李四同志", "1.张三：抓落实不够紧。", "2.王五：下基层少。", "二、张三同志", "1.李四：学习不深入。"),
        ("对李四同志：", "1.抓落实不够紧（张三）", "2.下基层少（王五）", "对张三同志：", "1.学习不深入（李四）"),
        ("张三批评李四：抓落实不够紧。", "王五批评李四：下基层少。", "李四批评张三：学习不深入。"),
    ],
)  # fmt: skip
def test_criticisms_in_paragraphs(rows: tuple[str, ...], form: str) -> None:
    doc = opened(("某局党组2025年度民主生活会相互批评意见清单", *rows), form)
    found = doc.read().value.__dict__["criticisms"]
    assert [(one.critic, one.target, one.text) for one in found] == [
        ("张三", "李四", "抓落实不够紧"),
        ("王五", "李四", "下基层少"),
        ("李四", "张三", "学习不深入"),
    ]


def test_opinions_in_paragraphs() -> None:
    rows = (
        "1.意见内容：学习不够。征求方式：座谈会。采纳情况：采纳。",
        "2.意见内容：调研少。征求方式：问卷。采纳情况：未采纳。",
    )
    found = opened(("某局2025年度民主生活会征求意见情况汇总", *rows), "txt").read().value.__dict__["opinions"]
    assert [(one.text, one.channel, one.adopted) for one in found] == [
        ("学习不够", "座谈会", "采纳"),
        ("调研少", "问卷", "未采纳"),
    ]


STATED = {
    "一段一条": "1.关于“学习不够系统”问题的整改。全年集中学习12次。已完成。\n2.关于“调研不深入”问题的整改。班子成员每月下乡1次。长期坚持。",
    "两段一条": "1.关于学习不够系统的问题。\n全年集中学习12次。已完成。\n2.关于调研不深入的问题。\n班子成员每月下乡1次。（长期坚持）",
    "问题一": "问题一：学习不够系统。\n整改落实情况：全年集中学习12次。已完成。\n问题二：调研不深入。\n整改落实情况：班子成员每月下乡1次。长期坚持。",
    "分方面": "（一）在“带头固本培元”方面\n1.关于“学习不够系统”问题的整改情况：全年集中学习12次。（已完成）\n"
    "（二）在“带头担当作为”方面\n2.关于“调研不深入”问题的整改情况：班子成员每月下乡1次。长期坚持。",
}


@pytest.mark.parametrize("name", STATED)
def test_an_account_begins_with_its_problem_and_ends_with_its_state(name: str) -> None:
    text = f"某局党组2024年度民主生活会查摆问题整改落实情况的报告\n现将情况报告如下。\n{STATED[name]}"
    value = mz.read_text(text).value
    assert isinstance(value, mz.PriorAccount)
    assert [(one.issue, one.done, one.status) for one in value.accounts] == [
        ("学习不够系统", "全年集中学习12次。", "已完成"),
        ("调研不深入", "班子成员每月下乡1次。", "长期坚持"),
    ]


def test_an_account_may_say_in_lists_what_was_done() -> None:
    value = mz.read_text(
        "某局党组2024年度民主生活会整改落实情况的报告\n（一）关于学习不够系统的问题。\n一是制定计划。二是集中学习12次。目前已完成整改。\n"
        "（二）关于调研不深入的问题。\n每月下乡，长期坚持。"
    ).value
    assert isinstance(value, mz.PriorAccount)
    assert [(one.done, one.status) for one in value.accounts] == [
        ("一是制定计划。二是集中学习12次。", "目前已完成整改"),
        ("每月下乡，长期坚持。", None),
    ]


def test_a_line_for_each_thing_makes_one_account_of_them() -> None:
    value = mz.read_text(
        "某局党组2024年度民主生活会整改落实情况的报告\n（一）学习方面\n问题：学习不够系统。\n整改措施：制定计划。\n完成情况：已完成。\n"
        "（二）作风方面\n问题：调研不深入。\n整改措施：每月下乡。\n完成情况：长期坚持。"
    ).value
    assert isinstance(value, mz.PriorAccount)
    assert [(one.issue, one.measure, one.status) for one in value.accounts] == [
        ("学习不够系统", "制定计划", "已完成"),
        ("调研不深入", "每月下乡", "长期坚持"),
    ]


def test_two_long_headers_are_known_by_their_parts() -> None:
    value = mz.read_text(
        "2024年度民主生活会整改落实情况\n| 上年度民主生活会查摆出的问题 | 整改完成情况 |\n|---|---|\n| 学习不够 | 学习12次 |\n| 调研不深 | 下乡12次 |"
    ).value
    assert isinstance(value, mz.PriorAccount)
    assert [(one.issue, one.done) for one in value.accounts] == [("学习不够", "学习12次"), ("调研不深", "下乡12次")]


SAID = [("李四", "抓落实不够有力"), ("王五", "下基层偏少")]


def test_one_member_says_in_a_paper_what_he_has_to_say_to_each() -> None:
    value = mz.read_text(
        "张三同志在2025年度民主生活会上对班子其他成员的批评意见\n一、对李四同志：抓落实不够有力。\n二、对王五同志：下基层偏少。"
    ).value
    assert isinstance(value, mz.CriticismSheet)
    assert [(one.target, one.text) for one in value.criticisms] == SAID


def test_a_table_with_the_members_on_both_sides_tells_all_criticisms() -> None:
    value = mz.read_text(
        "某局2025年度民主生活会批评意见表\n| 批评人＼被批评人 | 张三 | 李四 | 王五 |\n|---|---|---|---|\n"
        "| 张三 | — | 抓落实不够有力 | 下基层偏少 |\n| 李四 | 魄力不足 | — | |"
    ).value
    assert isinstance(value, mz.CriticismSheet)
    assert [(one.critic, one.target, one.text) for one in value.criticisms] == [
        *(("张三", *one) for one in SAID),
        ("李四", "张三", "魄力不足"),
    ]


def test_a_lone_account_is_no_list() -> None:
    value = mz.read_text("某局党组2024年度民主生活会整改落实情况的报告\n1.关于“学习不够”问题的整改。学了12次。").value
    assert isinstance(value, mz.PriorAccount)
    assert value.accounts == ()


@pytest.mark.parametrize(
    "text",
    [
        "共征求意见3条。\n1.建议加快项目进度。\n2.建议多到村里走走。",
        "一、对领导班子的意见\n1.建议加快项目进度。\n二、对班子成员的意见\n1.建议多到村里走走。",
        "（一）建议加快项目进度。\n（二）建议多到村里走走。",
    ],
)
def test_numbered_paragraphs_of_a_list_of_opinions_are_opinions(text: str) -> None:
    value = mz.read_text(f"某局党组2025年度民主生活会征求意见汇总\n{text}").value
    assert isinstance(value, mz.OpinionList)
    assert [one.text for one in value.opinions] == ["建议加快项目进度。", "建议多到村里走走。"]
