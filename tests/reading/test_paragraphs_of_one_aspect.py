"""Paragraphs that name their aspect and enumerate nothing: what goes into one problem, and what names the next."""

from __future__ import annotations

import pytest

import mzsh_model as mz


def _issues(*paragraphs: str) -> list[tuple[str | None, str]]:
    lines = ("个人对照检查材料（2022年度民主生活会）", "一、存在的问题", *paragraphs)
    value = mz.read_text("\n".join(lines)).value
    assert isinstance(value, mz.SelfExamination)
    return [(one.aspect, one.text) for one in value.issues]


@pytest.mark.parametrize(
    "told",
    [
        "检查意见写得满，落到纸上全是套话；去年21份意见书，没有一份写到群众的损失。",
        "学习靠汇编，会上各念一段；有的同志在材料边上画小人。",
        "转办率一直百分之百，办结的不过四成；有位老人来了八趟，第八趟还是门卫开的门。",
        "我是管档案的，可是档案见得越多，心里越容易只剩下档案。编村史时，我为一个年份较了半个月的劲，没有去村里问过一个老人。",
    ],
)
def test_a_case_goes_into_the_problem_before_it(told: str) -> None:
    aspect = "带头深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”"
    other = "带头坚持以人民为中心推进改革发展稳定"
    found = _issues(f"首先，在{aspect}方面。{told}", f"其次，在{other}方面。窗口九点才开。")
    assert [text for _, text in found] == [told, "窗口九点才开。"]
    assert [name for name, _ in found] == [f"在{aspect}方面", f"在{other}方面"]


@pytest.mark.parametrize(
    ("told", "problems"),
    [
        ("学习不深。调研不多。", ["学习不深。", "调研不多。"]),
        ("支部会缺席三次；有意见宁可憋着。", ["支部会缺席三次", "有意见宁可憋着。"]),
        (
            "服务群众的温度不够。去年有一位老人三次到窗口，我没有想到上门。请示报告不严格，外出才补的手续。",
            ["服务群众的温度不够。去年有一位老人三次到窗口，我没有想到上门。", "请示报告不严格，外出才补的手续。"],
        ),
        ("一名副科长两次迟到；一名科员三次早退。", ["一名副科长两次迟到", "一名科员三次早退。"]),
    ],
)
def test_a_problem_beside_a_problem_is_one_of_its_own(told: str, problems: list[str]) -> None:
    found = _issues(f"带头坚持和加强党的全面领导方面：{told}", "带头落实全面从严治党责任方面：对分管科室不常提醒。")
    assert [text for _, text in found] == [*problems, "对分管科室不常提醒。"]


@pytest.mark.parametrize(
    "told",
    [
        ("系统性不够，存在碎片化倾向。平时读书东翻西看，坐不住板凳。", "转化不够，存在学用脱节。方案照抄上级。"),
        ("站位不够高。对政策盯着进度看，不当大事抓。", "办法不多。数字化改革不懂术语，推给年轻人。"),
        ("下基层少。一年去了两次，一次是陪同。", "批评少。会上讲工作，不讲问题。"),
    ],
)
def test_paragraphs_of_one_aspect_are_a_problem_each(told: tuple[str, str]) -> None:
    found = _issues("（一）理论学习方面", *told, "（二）工作作风方面", "开会爱讲长话。")
    assert [text for _, text in found] == [*told, "开会爱讲长话。"]


@pytest.mark.parametrize(
    "told",
    [
        "主要表现在学习内容单一，综合学习不够。学习时间少，和同事交流较少。",
        "有时难免有“慢、散、浮”等问题。有时候主动性差，对自己要求不严。对班级学风监管不到位。",
        "存在“上热下冷”的现象。机关热闹，基层冷清。会上表态快，会后没有下文。",
    ],
)
def test_a_paragraph_that_names_its_problem_as_a_whole(told: str) -> None:
    found = _issues("1、学习作风方面：", told, "2、纪律作风方面：", "请销假不严格。")
    assert [text for _, text in found] == [told, "请销假不严格。"]
