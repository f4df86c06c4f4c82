"""Self-examinations as other hands lay them out: headings in words of their own, causes inside lists, names first."""

from __future__ import annotations

from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.people import Member
from tests.fresh.test_laws import assert_new_get


def read(*lines: str) -> SelfExamination:
    return cast(SelfExamination, mz.read_text("\n".join(lines)).value)


@pytest.mark.parametrize(
    ("problems", "causes", "measures"),
    [
        ("差距在哪里", "问题产生的根源", "整改措施"),
        ("查短板、亮家底", "为什么会这样", "今后怎么办"),
        ("还有哪些不足？", "根子在哪里", "下一步打算"),
    ],
)
def test_few_words_between_paragraphs_are_headings(problems: str, causes: str, measures: str) -> None:
    value = read(
        "个人对照检查材料",
        problems,
        "中心组学习变成“读报会”，一年12次研讨有8次没有形成成果。",
        "招生宣传夸大其词，被通报一次。",
        "实训设备买回来先拍照后上锁，开机率31%。",
        causes,
        "学而不思、思而不行。",
        "抓落实虎头蛇尾。",
        measures,
        "中心组学习每次产出一项议题，2026年3月底前完成。",
        "实训中心全天开放预约。",
    )
    assert (len(value.issues), len(value.causes), len(value.measures)) == (3, 2, 2)
    assert_new_get(value)


def test_causes_inside_the_members_of_a_list() -> None:
    value = read(
        "个人对照检查材料",
        "一、存在的问题及原因",
        "①部署缺乏抓手，照搬了两个章节。究其原因，战略思维不够。②结算靠口头确认。究其原因，规矩意识松弛。③泊位等候平均3小时。",
        "二、整改措施",
        "1.组织专班重编规划。",
        "2.结算一律以工单为凭。",
    )
    assert [one.label for one in value.issues] == ["①", "②", "③"]
    assert [one.text for one in value.causes] == ["战略思维不够。", "规矩意识松弛。"]


def test_numbers_behind_the_name_of_a_part() -> None:
    value = read(
        "个人检视剖析材料",
        "存在问题1：网点撤并只算经济账。",
        "思想根源：群众感情淡化。",
        "整改举措：恢复两个便民服务点。",
        "存在问题2：考核指挥棒偏向规模。",
        "思想根源：政绩观错位。",
        "整改举措：改按日均考核。",
    )
    assert (len(value.issues), len(value.causes), len(value.measures)) == (2, 2, 2)


@pytest.mark.parametrize("name", ["樊星", "尉迟明", "农小满"])
def test_a_title_may_begin_with_a_name(name: str) -> None:
    value = read(f"{name}2025年度民主生活会个人对照检查材料", "一、存在的问题", "一是学习不够。", "二是调研不深。")
    assert isinstance(value.subject, Member)
    assert value.subject.name == name


def test_a_year_in_wide_digits() -> None:
    assert read("个人２０２２年度民主生活会发言提纲", "一、存在的问题", "一是学习不够。", "二是调研不深。").year == 2022


@pytest.mark.parametrize("state", ["讨论稿", "送审稿", "征求意见稿"])
def test_how_far_a_paper_is_is_no_name(state: str) -> None:
    value = read(
        "某局党组领导班子2025年度民主生活会对照检查材料",
        f"（{state}）",
        "一、存在的问题",
        "一是学习不够。",
        "二是调研不深。",
    )
    assert value.scope == "team"
