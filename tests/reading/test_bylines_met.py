"""Whose paper it is, in whatever order and frame a line names him, his post and his unit."""

from __future__ import annotations

from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.people import Member
from mzsh_model.reading.frame.byline import byline_in


@pytest.mark.parametrize(
    ("line", "name", "post"),
    [
        ("姓名：张三　　职务：区文旅局副局长", "张三", "区文旅局副局长"),
        ("（某监狱党委委员、副监狱长　张三）", "张三", "某监狱党委委员、副监狱长"),
        ("（张三　某监狱党委委员、副监狱长）", "张三", "某监狱党委委员、副监狱长"),
        ("张三（隶属海关副关长）", "张三", "隶属海关副关长"),
        ("欧阳三  县供电公司党委委员、副经理", "欧阳三", "县供电公司党委委员、副经理"),
        ("县总工会　张三", "张三", None),
        ("（县委党史研究室副主任　张三　2022年1月13日）", "张三", "县委党史研究室副主任"),
    ],
)
def test_who_is_named_in_a_line_of_his_own(line: str, name: str, post: str | None) -> None:
    value = cast(
        SelfExamination,
        mz.read_text(f"2025年度民主生活会个人对照检查材料\n{line}\n一、存在的问题\n1.学习不够。\n2.调研不深。").value,
    )
    assert isinstance(value.subject, Member)
    assert (value.subject.name, value.subject.post) == (name, post)


@pytest.mark.parametrize(
    "line", ["讨论稿　某局", "张三　李四", "某局领导班子", "（2026年1月）", "主持人：张三", "送审稿"]
)
def test_what_names_nobody_whose_paper_it_is(line: str) -> None:
    assert byline_in(line) is None


@pytest.mark.parametrize(
    "title",
    [
        "端木三个人对照检查材料（2025年度民主生活会）",
        "张三同志主题教育专题民主生活会个人检视剖析材料（2025年度）",
        "某县人民检察院党组成员、副检察长张三\n2025年度民主生活会对照检查材料",
    ],
)
def test_who_is_named_in_the_title(title: str) -> None:
    value = cast(SelfExamination, mz.read_text(f"{title}\n一、存在的问题\n1.学习不够。\n2.调研不深。").value)
    assert isinstance(value.subject, Member)
    assert value.subject.name in ("端木三", "张三")
