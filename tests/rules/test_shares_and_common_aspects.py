"""A total with its shares, and aspects in words that papers of every year have."""

from __future__ import annotations

import re

import pytest

import mzsh_model as mz

REPORT = (
    "某县财政局党组2024年度民主生活会情况报告\n县委组织部：\n2025年1月15日召开2024年度民主生活会，应到6人，实到6人。\n"
    "一、查摆问题\n{stated}班子问题：\n1.请示报告不及时，拖了11天。\n2.存量资产盘活慢，只盘活3处。\n"
)


@pytest.mark.parametrize(
    ("stated", "team", "members"),
    [
        ("本次会议共查摆问题14个，其中班子2个，成员12个。", 2, 12),
        ("共查找问题十四个，其中领导班子二个、班子成员十二个。", 2, 12),
        ("会议查摆班子问题2条、个人问题12条。", 2, 12),
        ("党组查摆3个问题，班子成员共查摆12个问题。", 3, 12),
    ],
)
def test_a_total_is_not_held_against_the_list_of_one_share(stated: str, team: int, members: int) -> None:
    doc = mz.open(REPORT.format(stated=stated).encode())
    value = doc.read().value
    assert isinstance(value, mz.MeetingReport)
    assert (value.stated_team_issues, value.stated_member_issues) == (team, members)
    found = [one.code for one in mz.check(doc).findings if one.code == "RPT002"]
    assert found == ([] if team == 2 else ["RPT002"])


@pytest.mark.parametrize(
    "names", [("工作作风方面", "廉洁自律方面"), ("担当作为方面", "工作作风方面"), ("形式主义方面", "官僚主义方面")]
)
def test_a_few_common_words_do_not_tell_the_year_nor_what_is_missing(names: tuple[str, str]) -> None:
    body = "\n".join(f"（{n}）{name}\n1.下乡少，全年只住2晚。" for n, name in zip("一二", names, strict=True))
    doc = mz.open(f"巡察整改专题民主生活会个人对照检查材料\n一、查摆的问题\n{body}\n二、原因\n群众感情淡了。".encode())
    value = doc.read().value
    assert isinstance(value, mz.SelfExamination)
    assert value.year is None
    result = mz.check(doc)
    assert not [one for one in result.findings if one.code == "ISS001"]
    assert "方面" in {one.what for one in result.unchecked}


def test_most_aspects_of_a_set_tell_its_year_however_common_their_words() -> None:
    names = ("理论学习", "政治素质", "能力本领", "工作作风")
    body = "\n".join(f"（{n}）{name}方面\n1.不够，只有2次。" for n, name in zip("一二三四", names, strict=True))
    value = mz.open(f"个人对照检查材料\n一、存在的问题\n{body}\n二、原因\n学得少。".encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    assert value.year == 2023


def _codes(text: str) -> set[tuple[str, str]]:
    return {(one.code, one.level.value) for one in mz.check(mz.open(text.encode())).findings}


BARE = "区民政局党组2025年度民主生活会对照检查材料\n【检视出的问题】\n1.入户率不到30%。\n【根源剖析】\n1.宗旨意识退化。\n{last}\n"


def test_a_heading_in_brackets_is_no_blank_and_a_blank_in_brackets_is() -> None:
    assert "TXT001" not in {
        code for code, _ in _codes(BARE.format(last="【努力方向】\n1.全面入户，2026年3月底前完成。"))
    }
    assert "TXT001" in {code for code, _ in _codes(BARE.format(last="【单位名称】"))}


@pytest.mark.parametrize("note", ["（联系人：赵六，电话：010-66000000）", "联系人：赵六　联系电话：0931-8400000"])
def test_the_telephone_of_whom_to_ask_is_told_nowhere(note: str) -> None:
    text = REPORT.format(stated="") + note
    assert "PRI001" not in {code for code, _ in _codes(text)}
    mobile = re.sub(r"[\d-]{9,}", "13800000000", text)
    assert {level for code, level in _codes(mobile) if code == "PRI001"} == {mz.Level.HINT.value}
    assert mz.Level.MUST.value in {
        level for code, level in _codes(mobile.replace("联系人：", "有事找")) if code == "PRI001"
    }


@pytest.mark.parametrize(
    ("to", "told"),
    [("县纪委监委、县委组织部：", False), ("县委、县政府：", True), ("县委组织部、县政府办公室：", True)],
)
def test_a_report_goes_to_two_bodies_together_by_custom(to: str, told: bool) -> None:
    found = _codes(REPORT.format(stated="").replace("县委组织部：", to))
    assert ("RPT010" in {code for code, _ in found}) is told
