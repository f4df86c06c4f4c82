"""Totals that papers around a meeting state: read, judged, changed where they stand, written where nothing tells them."""

from __future__ import annotations

import pytest

import mzsh_model as mz

OPINIONS = "某局党组2025年度民主生活会征求意见汇总表\n{}\n序号|意见建议|征求方式|针对对象\n1|围挡占道|座谈会|班子\n2|讲话偏长|意见箱|李四\n"
ACCOUNT = (
    "某局党组2024年度民主生活会查摆问题整改落实情况表\n{}\n序号|查摆的问题|整改措施|落实情况|完成情况\n"
    "1|学习不够系统|每季度研讨1次|研讨4次|已完成\n2|调研不够深入|每月下乡1次|下乡12次|正在推进\n"
)
PLAN = (
    "某局党组2025年度民主生活会整改方案\n{}\n一、主要问题\n（一）学习不够系统。\n（二）调研不够深入。\n"
    "二、整改措施\n（一）每季度研讨1次。\n（二）每月下乡1次。\n"
)
MINUTES = "某局党组2025年度民主生活会会议记录\n时间：2026年1月20日\n主持人：张三\n{}\n李四：我完全赞成。\n"


def read(paper: str, told: str) -> mz.DocumentValue:
    return mz.open(paper.format(told).encode()).read().value


def held(value: mz.DocumentValue, path: str) -> object:
    return mz.resolve(value, path)


@pytest.mark.parametrize(
    ("paper", "told", "path", "count"),
    [
        (OPINIONS, "共征求到意见2条，其中对班子1条、对个人1条。", "/stated/total", 2),
        (OPINIONS, "会前收集意见建议十二条，梳理后共2条，其中采纳意见1条。", "/stated/merged", 2),
        (OPINIONS, "党员群众一共提了7条建议（对班子5条，对成员2条），有6条已采纳。", "/stated/adopted", 6),
        (ACCOUNT, "共查摆问题2个，已完成1个，正在推进1个。", "/prior/ongoing", 1),
        (ACCOUNT, "上次会上的2项问题，整改到位1项，其余1项长期坚持。", "/prior/standing", 1),
        (ACCOUNT, "去年2个问题完成1个，完成率50%。", "/prior/rate", "50%"),
        (PLAN, "会上共查摆出2个问题，制定整改措施2条。", "/stated/measures", 2),
        (PLAN, "针对检视出的问题2项，逐项明确责任。", "/stated/issues", 2),
        (PLAN, "去年7个问题已改完，今年两个问题的整改安排如下。", "/stated", None),
        (MINUTES, "张三：会前我们征求意见建议31条，谈心谈话40人次。", "/opinions/total", 31),
        (MINUTES, "张三：上年度查摆的6个问题，完成5个，还有1个正在推进。", "/prior/done", 5),
        (MINUTES, "张三：我代表班子作对照检查，班子查摆出4个方面的问题。", "/stated_team_issues", 4),
        (MINUTES, "张三：刚才大家互相提出批评意见18条，都很中肯。", "/stated_criticisms", 18),
        (MINUTES, "李四：我查摆出3个方面的问题，一是学得浅。", "/stated_team_issues", None),
    ],
)
def test_what_is_stated_is_read(paper: str, told: str, path: str, count: object) -> None:
    assert held(read(paper, told), path) == count


@pytest.mark.parametrize(
    ("paper", "told", "path", "new", "now"),
    [
        (OPINIONS, "共征求到意见3条。", "/stated/total", 2, "共征求到意见2条。"),
        (ACCOUNT, "共查摆问题2个，已完成2个。", "/prior/done", 1, "共查摆问题2个，已完成1个。"),
        (ACCOUNT, "共查摆问题2个，完成率83%。", "/prior/rate", "50%", "共查摆问题2个，完成率50%。"),
        (PLAN, "会上共查摆出5个问题。", "/stated/issues", 2, "会上共查摆出2个问题。"),
        (MINUTES, "张三：会前我们征求意见建议31条。", "/opinions/total", 30, "张三：会前我们征求意见建议30条。"),
    ],
)
def test_a_total_is_changed_where_it_stands(paper: str, told: str, path: str, new: object, now: str) -> None:
    doc = mz.open(paper.format(told).encode())
    after = doc.write(mz.replace(doc.read().value, path, new))
    assert [line.text for line in after.lines if line.cell is None][1:4].count(now) == 1
    assert held(after.read().value, path) == new


@pytest.mark.parametrize(
    "value",
    [
        mz.OpinionList(stated=mz.OpinionSummary(total=12, for_team=7, for_members=5, adopted=10)),
        mz.PriorAccount(prior=mz.PriorSummary(issues=6, measures=14, done=4, ongoing=1, standing=1, rate="67%")),
        mz.RectificationPlan(year=2025, stated=mz.LedgerCounts(issues=6, measures=14)),
        mz.PreparationReport(year=2025, opinions=mz.OpinionSummary(total=38), talks=30),
        mz.PreparationReport(year=2025, stated_team_issues=9, stated_member_issues=41),
        mz.HostScript(year=2025, prior=mz.PriorSummary(issues=6, done=6)),
        mz.Minutes(year=2025, stated_team_issues=4, stated_criticisms=18),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_total_made_in_code_is_written(value: mz.DocumentValue) -> None:
    again = mz.open(mz.write(value)).read().value
    for name, given in value.__dict__.items():
        if name not in ("kind", "title", "preamble", "year") and given not in (None, (), mz.Meeting()):
            assert again.__dict__[name] == given


@pytest.mark.parametrize(
    ("paper", "told", "codes"),
    [
        (OPINIONS, "共征求到意见5条，其中对班子3条、对个人1条。", ["OPN001", "OPN002"]),
        (OPINIONS, "共征求到意见2条，其中对班子1条、对个人1条。", []),
        (ACCOUNT, "共查摆问题2个，已完成1个，正在推进1个，完成率83%。", ["LDG008"]),
        (ACCOUNT, "共查摆问题3个，已完成1个。", ["LDG004"]),
        (PLAN, "会上共查摆出4个问题。", ["LDG004"]),
        (MINUTES, "应到9人，实到3人\n张三：整改台账2月30日前报来。", ["MTG002", "MTG006", "TXT004"]),
    ],
)
def test_what_is_stated_is_judged_and_nothing_passes(paper: str, told: str, codes: list[str]) -> None:
    doc = mz.open(paper.format(told).encode())
    result = mz.check(doc)
    assert sorted({one.code for one in result.findings}) == codes
    assert result.verdict is not mz.Verdict.PASS
    assert any("数目" in one.reason or "人数" in one.reason for one in result.unchecked)
