"""The year of a meeting that only its theme tells, and the aspects of years whose wording is not known for sure."""

from __future__ import annotations

from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination

BODY = "一、存在的问题\n1.学习不够系统，4本书只读了2本。\n2.调研不深，全年下乡3次。\n二、原因剖析\n1.宗旨意识淡薄。\n三、整改措施\n1.每月研讨1次。"
OPENINGS = {
    2024: "围绕“巩固深化党纪学习教育成果，综合发挥党的纪律教育约束、保障激励作用，为进一步全面深化改革提供坚强纪律保证”的主题，对照检查如下。",
    2022: "班子围绕团结带领党员干部群众以奋发有为的精神贯彻落实党的二十大作出的重大决策部署，认真对照检查。",
    2020: '围绕"加强政治建设,提高政治能力,坚守人民情怀,夺取决胜全面建成小康社会的伟大胜利"的主题，报告如下。',
    2018: "紧紧围绕“强化创新理论武装，树牢‘四个意识’，坚定‘四个自信’，坚决做到‘两个维护’”这一主题，报告如下。",
}
TITLES = {
    2023: "学习贯彻习近平新时代中国特色社会主义思想主题教育专题民主生活会个人对照检查材料",
    2021: "某局领导班子党史学习教育专题民主生活会对照检查材料",
    2019: "“不忘初心、牢记使命”专题民主生活会检视剖析材料",
    2015: "“三严三实”专题民主生活会个人对照检查材料",
}


def read(text: str) -> SelfExamination:
    return cast(SelfExamination, mz.read_text(text).value)


@pytest.mark.parametrize(("year", "opening"), OPENINGS.items())
def test_the_theme_in_the_opening_tells_the_year(year: int, opening: str) -> None:
    assert read(f"某局领导班子民主生活会对照检查材料\n{opening}\n{BODY}").year == year


@pytest.mark.parametrize(("year", "title"), TITLES.items())
def test_the_campaign_in_the_title_tells_the_year(year: int, title: str) -> None:
    assert read(f"{title}\n{BODY}").year == year


@pytest.mark.parametrize(
    "opening",
    [
        "党史学习教育以来，我读了4本书。",
        "自“不忘初心、牢记使命”主题教育开展以来，班子坚持学习。",
        "对照“三严三实”要求，报告如下。",
    ],
)
def test_a_campaign_that_is_only_spoken_of_tells_nothing(opening: str) -> None:
    assert read(f"某局领导班子民主生活会对照检查材料\n{opening}\n{BODY}").year is None


def test_the_title_says_more_than_the_theme() -> None:
    assert read(f"某局领导班子2025年度民主生活会对照检查材料\n{OPENINGS[2024]}\n{BODY}").year == 2025


ASPECTS = "一、存在的问题\n（一）思想政治方面\n1.学习不够系统，4本书只读了2本。\n（二）精神状态方面\n1.闯劲不足，3件事拖了一年。\n{0}二、原因剖析\n1.宗旨意识淡薄。\n三、整改措施\n1.每月研讨1次。"


@pytest.mark.parametrize(
    "more",
    [
        "",
        "（三）廉洁自律方面\n1.接待超标2次。\n",
        "（三）工作作风方面\n1.会议多，全年60次。\n（四）其余方面\n1.文件多。\n",
    ],
)
def test_aspects_that_are_not_known_for_sure_are_read_and_not_held_against_a_paper(more: str) -> None:
    doc = mz.open(f"某局领导班子2018年度民主生活会对照检查材料\n{ASPECTS.format(more)}".encode())
    value = cast(SelfExamination, doc.read().value)
    assert [one.aspect_id for one in value.issues][:2] == ["2018-1", "2018-2"]
    result = mz.check(value, doc)
    assert not {found.code for found in result.findings} & {"ISS001", "ISS002", "ISS003"}
    assert any(one.what == "方面" and "2018年度" in one.reason for one in result.unchecked)
