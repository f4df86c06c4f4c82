"""Headings that a page of the web lists before its title are its contents, and nothing of the paper."""

from __future__ import annotations

import pytest

import mzsh_model as mz

LISTED = ["一、存在的问题", "(一)在政治能力方面", "(二)在担当作为方面", "二、原因分析", "三、整改措施"]
PAPER = [
    "某街道党工委班子2025年度民主生活会对照检查材料",
    "根据部署，班子征求意见48条。",
    "一、存在的问题",
    "(一)在政治能力方面",
    "一是学习不深。二是转化不够。",
    "(二)在担当作为方面",
    "一是怕担责任。二是推进不快。",
]


@pytest.mark.parametrize(
    "listed", [LISTED, LISTED[:4], [line.replace("(", "（").replace(")", "）") for line in LISTED]]
)
def test_they_are_left_out(listed: list[str]) -> None:
    wide = "（" in "".join(listed)
    paper = [line.replace("(", "（").replace(")", "）") if wide else line for line in PAPER]
    outcome = mz.read_text("\n".join([*listed, *paper]))
    assert isinstance(outcome.value, mz.SelfExamination)
    assert outcome.value.title == PAPER[0]
    assert outcome.value.measures == ()
    assert len(outcome.value.issues) == 4
    assert [one.code for one in outcome.notices if one.code == "contents"] == ["contents"] * len(listed)


def test_headings_that_stand_once_are_the_paper() -> None:
    outcome = mz.read_text("一、存在的问题\n1、学习不深\n2、转化不够\n3、怕担责任\n4、推进不快")
    assert [one.code for one in outcome.notices if one.code == "contents"] == []
