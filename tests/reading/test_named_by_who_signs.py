"""Whose paper it is, and of which unit, where only who signs says so."""

from __future__ import annotations

import pytest

import mzsh_model as mz

BODY = "\n一、存在的问题\n1.学习不够系统。\n2.调研不深入。\n二、原因剖析\n1.宗旨意识淡化。\n三、整改措施\n1.每月研讨1次。\n"


@pytest.mark.parametrize(
    ("signed", "name", "unit"),
    [
        ("某区水务局党组成员、副局长 赵四\n2026年1月10日", "赵四", "某区水务局党组"),
        ("某镇党委委员、副镇长　钱五六\n2026年1月", "钱五六", "某镇党委"),
        ("某县教育局 孙七\n2026年1月10日", "孙七", "某县教育局"),
    ],
)
def test_a_member(signed: str, name: str, unit: str) -> None:
    value = mz.read_text("个人对照检查材料\n（2025年度民主生活会）" + BODY + signed).value
    assert isinstance(value, mz.SelfExamination)
    assert isinstance(value.subject, mz.Member)
    assert value.subject.name == name
    assert value.organisation is not None
    assert value.organisation.name in (unit, unit.removesuffix("党组").removesuffix("党委"))


@pytest.mark.parametrize("unit", ["某县水务局党组", "中共某镇委员会", "某市第二中学党总支"])
def test_a_team(unit: str) -> None:
    value = mz.read_text("领导班子对照检查材料\n（2025年度民主生活会）" + BODY + f"{unit}\n2026年1月10日").value
    assert isinstance(value, mz.SelfExamination)
    assert value.organisation is not None
    assert value.organisation.name == unit


def test_a_year_is_no_part_of_the_name() -> None:
    value = mz.read_text("对照检查材料\n2025年度某县水务局党组民主生活会" + BODY).value
    assert isinstance(value, mz.SelfExamination)
    assert value.organisation is not None
    assert value.organisation.name == "某县水务局党组"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("某公司党委书记、董事长 高远 同志\n2025年度民主生活会个人对照检查材料", "高远"),
        ("费晨主题教育专题民主生活会个人对照检查材料\n（2023年度）", "费晨"),
        ("吴江民主生活会发言提纲\n（2025年度）", "吴江"),
    ],
)
def test_a_name_in_the_title(title: str, name: str) -> None:
    value = mz.read_text(title + BODY).value
    assert isinstance(value, mz.SelfExamination)
    assert isinstance(value.subject, mz.Member)
    assert (value.scope, value.subject.name) == ("member", name)


@pytest.mark.parametrize("label", ["汇报人：", "发言人:", "报告人："])
def test_the_unit_of_who_speaks(label: str) -> None:
    line = f"{label}某区文旅局党组书记、局长　孟春晓"
    value = mz.read_text(f"2025年度民主生活会个人对照检查材料\n{line}" + BODY).value
    assert isinstance(value, mz.SelfExamination)
    assert value.organisation is not None
    assert value.organisation.name == "某区文旅局党组"
