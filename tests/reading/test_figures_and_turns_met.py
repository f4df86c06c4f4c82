"""Figures in brackets and plain words, turns to a cause inside a problem, and chapters known by the limits of their members."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.base import Role

HEAD = "某局党组2025年度民主生活会对照检查材料\n"
BODY = (
    "\n一、存在的问题\n1.学习不够系统。\n2.调研不深入。\n二、原因剖析\n1.宗旨意识淡化。\n三、整改措施\n1.每月研讨1次。"
)


def _read(text: str) -> mz.SelfExamination:
    value = mz.read_text(text).value
    assert isinstance(value, mz.SelfExamination)
    return value


@pytest.mark.parametrize(
    ("opening", "opinions", "talks"),
    [
        ("党组做好了征求意见（55条）、谈心谈话（47人次）等工作。", 55, 47),
        ("会前征求意见建议(55条)，开展谈心谈话(47人次)。", 55, 47),
        ("会前征求意见55条，谈心谈话47人次。", 55, 47),
    ],
)
def test_figures_in_brackets(opening: str, opinions: int, talks: int) -> None:
    value = _read(HEAD + opening + BODY)
    assert value.opinions is not None
    assert (value.opinions.total, value.talks) == (opinions, talks)


@pytest.mark.parametrize(
    "told",
    [
        "去年民主生活会上我认了4个毛病，改了3个，还有一个没改利索。",
        "2024年度民主生活会查摆了4个问题，改好了3个。",
        "上年度查摆的4个问题，解决了3个，剩下1个正在推进。",
    ],
)
def test_last_years_account_in_plain_words(told: str) -> None:
    value = _read(HEAD + told + BODY)
    assert value.prior is not None
    assert (value.prior.issues, value.prior.done) == (4, 3)


@pytest.mark.parametrize("turn", ["深层次看，", "往深里说，", "说穿了，"])
def test_a_turn_to_the_cause(turn: str) -> None:
    value = _read(
        HEAD
        + f"一、存在的问题及原因\n1.项目申报年年陪跑。{turn}求稳怕错的心理占了上风。\n2.调研不深入。\n二、整改措施\n1.每月研讨1次。"
    )
    assert [one.text for one in value.issues] == ["项目申报年年陪跑。", "调研不深入。"]
    assert [one.text for one in value.causes] == ["求稳怕错的心理占了上风。"]


@pytest.mark.parametrize("heading", ["二、对标对表", "二、向着目标去", "二、往实里走"])
def test_limits_make_a_chapter_one_of_measures(heading: str) -> None:
    value = _read(
        HEAD
        + f"一、存在的问题\n（一）形式主义方面\n1.信访答复靠信件。\n（二）官僚主义方面\n1.下村少。\n{heading}\n"
        + "（一）针对形式主义方面的问题\n1、包案化解积案，2026年6月底前。\n（二）针对官僚主义方面的问题\n1、每月驻村三天，长期坚持。"
    )
    assert [one.role for one in value.sections if one.level == 1] == [Role.ISSUES, Role.MEASURES]
    assert [one.due for one in value.measures] == ["2026年6月底前", "长期坚持"]


@pytest.mark.parametrize("title", ["个人检视问题表", "对照检查表", "个人检视剖析情况表"])
def test_a_table_of_problems_and_causes(title: str) -> None:
    rows = "\n".join(
        "\t".join(cells)
        for cells in (
            ("存在问题", "原因剖析", "整改措施", "完成时限"),
            ("学习不求甚解", "政治敏感度弱", "每周精读一篇", "2026年6月底前"),
            ("当面不说缺点", "原则性打折", "每季度谈心一次", "长期坚持"),
        )
    )
    value = _read(f"邓超2025年度民主生活会{title}\n{rows}")
    assert [one.text for one in value.causes] == ["政治敏感度弱", "原则性打折"]
    assert [one.due for one in value.measures] == ["2026年6月底前", "长期坚持"]
