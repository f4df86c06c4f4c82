"""A number of problems that the text states is held against a list only where the text itself numbers it."""

from __future__ import annotations

import pytest

import mzsh_model as mz

_HEAD = """某县税务局党委2025年度民主生活会情况报告
某县税务局党委于2026年1月12日召开2025年度民主生活会，书记梁行主持，应到5人，实到5人。
一、会前准备
一是组织学习。二是征求意见。
二、会议情况
班子查摆问题{}个：
"""


def _level(stated: int, problems: str) -> mz.Level | None:
    doc = mz.open((_HEAD.format(stated) + problems).encode())
    return next((one.level for one in mz.check(doc).findings if one.code == "RPT002"), None)


@pytest.mark.parametrize(
    "problems",
    [
        "◆学习以会代学，全年只研讨两次。\n◆下村只挑近的，北片三个村没有去过。\n◆审批慢，材料反复退。",
        "1.学习不深，全年只研讨两次。\n2.下村只挑近的，北片三个村没有去过。\n1.审批慢，材料反复退。",
        "1.下基层少。主要表现：一是下村都挑近的；二是吃住在县城。\n2.审批慢。主要表现：一是材料反复退。",
    ],
)
def test_how_many_there_are_is_our_reading_where_no_numbers_say_so(problems: str) -> None:
    assert _level(2, problems) in (mz.Level.HINT, None)


@pytest.mark.parametrize(
    "problems",
    [
        "1.学习不深，全年只研讨两次。\n2.下村只挑近的，北片三个村没有去过。\n3.审批慢，材料反复退。",
        "一是学习不深，全年只研讨两次。二是下村只挑近的。三是审批慢，材料反复退。",
        "（1）学习不深，全年只研讨两次。\n（2）下村只挑近的，北片三个村没有去过。\n（3）审批慢，材料反复退。",
    ],
)
def test_numbers_from_one_on_prove_it(problems: str) -> None:
    assert _level(2, problems) is mz.Level.MUST
    assert _level(3, problems) is None


def test_a_problem_of_nobody_knows_whom_may_be_one_of_those_counted() -> None:
    numbered = "1.学习不深，全年只研讨两次。\n2.下村只挑近的。\n3.审批慢，材料反复退。"
    report = mz.read_text(_HEAD.format(2) + numbered).value
    someone = mz.Issue(id="i9", statement="会议偏多", text="会议偏多，全年四十次。")
    levels = [
        {one.code: one.level for one in mz.check(value).findings}.get("RPT002")
        for value in (report, report.model_copy(update={"member_issues": (someone,)}))
    ]
    assert levels == [mz.Level.MUST, mz.Level.HINT]
