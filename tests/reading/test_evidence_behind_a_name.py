"""A short problem and, behind it, the sentence that shows by whom and how often: one problem, whatever its words."""

from __future__ import annotations

import pytest

import mzsh_model as mz

HEAD = "某局领导班子2024年度民主生活会对照检查材料\n一、存在的问题\n（一）带头增强党性、严守纪律、砥砺作风方面\n"
TAIL = "\n下村调研不够。去年人均11天。\n二、原因剖析\n1.宗旨意识淡薄。\n三、整改措施\n1.每月研讨1次。"


def issues(text: str) -> list[str]:
    value = mz.read_text(HEAD + text + TAIL).value
    assert isinstance(value, mz.SelfExamination)
    return [one.text for one in value.issues]


@pytest.mark.parametrize(
    "text",
    [
        "班子成员之间谈心少、交心浅。有的同志之间一年没有谈过一次话。",
        "会议偏多。个别科室一周开过6次会。",
        "走访不够。有的干部从没进过村民家门。",
        "督办不力。有些单位三件事拖了两年。",
    ],
)
def test_who_and_how_often_belongs_to_what_it_shows(text: str) -> None:
    assert issues(text)[0] == text


@pytest.mark.parametrize("text", ["学习不够系统。调研不够深入。", "学习不够系统。有的同志担当不足。"])
def test_two_problems_stay_two(text: str) -> None:
    assert len(issues(text)) == 3
