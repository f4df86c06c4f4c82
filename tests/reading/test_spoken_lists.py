"""Lists as people speak: 一是…其次是…最后是…, 首先…二是…: one list whatever words order it, and no number is missing in it."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination

HEAD = "2025年度民主生活会个人对照检查材料\n一、存在的问题\n"
TAIL = "\n二、原因分析\n一是理想信念不坚定。\n三、整改措施\n一是加强学习，每月研讨1次。"


def read(body: str) -> tuple[SelfExamination, set[str]]:
    doc = mz.open((HEAD + body + TAIL).encode())
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    return value, {found.code for found in mz.check(value, doc).findings}


LISTS = [
    ("一是学习不够系统。其次是调研不深入。最后是会议偏多。", ["一是", "其次", "最后"]),
    ("一是学习不够系统。二是调研不深入。再一个是会议偏多。", ["一是", "二是", "再一个"]),
    ("首先，学习不够系统。二是调研不深入。三是会议偏多。", ["首先", "二是", "三是"]),
    ("第一，学习不够系统。其次，调研不深入。再就是会议偏多。最后是文件偏长。", ["第一", "其次", "再就是", "最后"]),
    ("首先是学习不够系统。再次，调研不深入。再者，会议偏多。最后，文件偏长。", ["首先", "再次", "再者", "最后"]),
]


@pytest.mark.parametrize(("body", "labels"), LISTS)
@pytest.mark.parametrize("apart", [False, True])
def test_a_list_goes_on_in_other_words(body: str, labels: list[str], apart: bool) -> None:
    value, codes = read(body.replace("。", "。\n").strip() if apart else body)
    assert [issue.label for issue in value.issues] == labels
    assert [section.heading for section in value.sections] == ["存在的问题", "原因分析", "整改措施"]
    assert "NUM002" not in codes


@pytest.mark.parametrize(
    "second",
    ["其次是调研不深入，全年下乡3次。", "再一个是调研不深入，全年下乡3次。", "最后是调研不深入，全年下乡3次。"],
)
def test_nothing_is_missing_before_a_word_that_only_orders(second: str) -> None:
    value, codes = read(f"主要是学习不够系统，4本书只读了2本。\n{second}")
    assert len(value.issues) == 2
    assert "NUM002" not in codes


@pytest.mark.parametrize(
    "closing", ["最后，请同志们批评指正。", "以上检查，请大家批评帮助。", "不妥之处，敬请批评指正。"]
)
def test_closing_words_behind_a_list_do_not_swallow_it(closing: str) -> None:
    value, _ = read(f"一是学习不够系统；二是调研不深入。{closing}")
    assert [issue.text.rstrip("。") for issue in value.issues] == ["学习不够系统", "调研不深入"]


def test_a_list_inside_an_item_stays_inside_it() -> None:
    value, codes = read("一是学习不够，首先是原著读得少，其次是笔记记得少；二是调研不深，首先是下乡少，其次是蹲点少。")
    assert [issue.label for issue in value.issues] == ["首先", "其次", "首先", "其次"]
    assert "NUM002" not in codes


def test_a_number_left_out_is_still_struck() -> None:
    assert "NUM002" in read("一是学习不够系统。\n三是调研不深入。\n四是会议偏多。")[1]


@pytest.mark.parametrize("signs", [("壹、", "贰、", "叁、"), ("壹　", "贰　", "叁　"), ("壹：", "贰：", "叁：")])
def test_formal_numerals_stand_above_the_plain_ones(signs: tuple[str, ...]) -> None:
    first, second, third = signs
    text = (
        f"某局领导班子2024年度民主生活会对照检查材料\n{first}存在的问题\n一、学习方面\n学习不够系统，全年研讨3次。\n二、作风方面\n会议偏多，全年开会60次。\n"
        f"{second}原因分析\n一、理想信念不坚定。\n{third}整改措施\n一、由办公室负责，2025年6月底前研讨6次。"
    )
    doc = mz.open(text.encode())
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    assert [(one.label, one.level) for one in value.sections if one.level == 1] == [(sign.strip(), 1) for sign in signs]
    assert len(value.issues) == 2
    assert "NUM001" not in {found.code for found in mz.check(value, doc).findings}
