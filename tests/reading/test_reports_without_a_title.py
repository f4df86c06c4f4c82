"""Reports that are sent without a title: the opening tells that the meeting was held, and what was found there follows."""

from __future__ import annotations

import pytest

import mzsh_model as mz

_AS_PARAGRAPHS = """根据市委部署，局党组于上月召开了年度民主生活会，会上认真查摆了班子存在的问题。
一是理论学习抓得不紧。列入计划的专题只学了一半。
二是到基层调研少，全年到联系点只有两次。
下步打算：一是补学专题，六月底前学完。二是每季度到联系点一次。"""
_IN_ONE = """按照区里通知，中心班子听取了分管领导、科室负责人、班子成员和职工的意见，及时召开了民主生活会，初步找准了当前的突出问题，主要有：一是班子成员学习少，笔记补记；二是合力不强，各干各的；三是督查跟不上，年初定的五件事只督办了两件。"""
_WITH_COLON = """3月5日，院党支部召开了组织生活会，会前谈了心，会上检视出以下问题：
1.学习计划落空，该学的六次只学了三次。
2.窗口排队长，群众等候超过一小时。"""
_MEETING_TO_COME = """根据关于召开民主生活会的通知，我认真查找了自身问题。
一是学习不深入，浮在面上。
二是工作拖拉，年初定的三件事只办了一件。"""


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (_AS_PARAGRAPHS, ["理论学习", "到基层调"]),
        (_IN_ONE, ["班子成员", "合力不强", "督查跟不"]),
        (_WITH_COLON, ["学习计划", "窗口排队"]),
    ],
)
def test_what_was_found_is_read_and_the_kind_is_doubted(text: str, begins: list[str]) -> None:
    got = mz.read_text(text)
    assert isinstance(got.value, mz.MeetingReport)
    assert [issue.text[:4] for issue in got.value.team_issues] == begins
    assert not got.value.member_issues
    assert "kind-unsure" in {notice.code for notice in got.notices}
    result = mz.check(got)
    assert mz.Level.MUST not in {finding.level for finding in result.findings}


def test_measures_behind_the_list_are_read() -> None:
    report = mz.read_text(_AS_PARAGRAPHS).value
    assert isinstance(report, mz.MeetingReport)
    assert [measure.text[:4] for measure in report.measures] == ["补学专题", "每季度到"]


def test_a_meeting_to_come_makes_no_report() -> None:
    assert not isinstance(mz.read_text(_MEETING_TO_COME).value, mz.MeetingReport)
