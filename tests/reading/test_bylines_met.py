"""Whose paper it is, in whatever order and frame a line names him, his post and his unit."""

from __future__ import annotations

from pathlib import Path
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


@pytest.mark.parametrize(
    ("title", "name", "post"),
    [
        ("党委副书记、院长 沈一舟 2025年度民主生活会个人发言提纲", "沈一舟", "党委副书记、院长"),
        ("某局综合司司长　钟离卓　2024年度民主生活会发言材料", "钟离卓", "某局综合司司长"),
        ("张三 某镇党委副书记、镇长 民主生活会对照检查材料", "张三", "某镇党委副书记、镇长"),
        ("某公司党委委员、副总经理 李四 个人对照检查材料", "李四", "某公司党委委员、副总经理"),
    ],
)
def test_post_and_name_before_what_the_paper_is(title: str, name: str, post: str) -> None:
    value = cast(SelfExamination, mz.read_text(f"{title}\n一、存在的问题\n1.学习不够。\n2.调研不深。").value)
    assert isinstance(value.subject, Member)
    assert (value.subject.name, value.subject.post) == (name, post)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("市残联党组书记 张三", "市残联党组"), ("县妇联主席 张三", "县妇联"), ("某市第一人民医院院长　张三", "某市第一人民医院"), ("新桥街道办事处主任 张三", "新桥街道办事处"),
        ("某集团有限公司董事长 张三", "某集团有限公司"), ("某部政策研究司司长 张三", "某部政策研究司"), ("石坪镇党委副书记、镇长 张三", "石坪镇党委"),
    ],
)  # fmt: skip
def test_the_unit_of_whose_paper_it_is(line: str, unit: str) -> None:
    text = f"2025年度民主生活会个人对照检查材料\n{line}\n一、存在的问题\n1.学习不够。\n2.调研不深。"
    value = cast(SelfExamination, mz.read_text(text).value)
    assert value.organisation is not None
    assert value.organisation.name == unit


@pytest.mark.parametrize("line", ["党委副书记、院长 张三", "党组成员、副局长 张三", "集团总经理 张三"])
def test_a_post_without_a_unit_names_none(line: str) -> None:
    text = f"2025年度民主生活会个人对照检查材料\n{line}\n一、存在的问题\n1.学习不够。\n2.调研不深。"
    assert cast(SelfExamination, mz.read_text(text).value).organisation is None


@pytest.mark.parametrize(
    "head",
    [
        "### 市残联党组书记 张三\n### 2025年度民主生活会个人对照检查材料\n\n#### 查摆问题",
        "# 2025年度民主生活会个人对照检查材料\n## 市残联党组书记 张三\n\n## 查摆问题",
        "# 市残联\n# 2025年度民主生活会个人对照检查材料\n\n市残联党组书记 张三\n\n## 查摆问题",
    ],
)
def test_a_title_in_several_lines_of_markdown(tmp_path: Path, head: str) -> None:
    path = tmp_path / "draft.md"
    body = "\n\n- 学习不够系统，4本书只读了2本。\n- 调研不深，全年下乡3次。\n\n{0} 根源分析\n\n- 宗旨意识淡薄。\n\n{0} 改进举措\n\n- 每月研讨1次。\n"
    path.write_text(head + body.format(head.rsplit("\n", 1)[1].split()[0]), encoding="utf-8")
    value = mz.open(path).read().value
    assert isinstance(value, SelfExamination)
    assert isinstance(value.subject, Member)
    assert (value.year, value.subject.name) == (2025, "张三")
    assert (len(value.issues), len(value.causes), len(value.measures)) == (2, 1, 1)
