"""必改 on numbers and counts only where what is counted was read surely."""

from __future__ import annotations

import pytest

import mzsh_model as mz

REPORT = """某集团党委2025年度民主生活会情况报告
某集团党委于2026年1月17日召开2025年度民主生活会，应到7人，实到7人。
一、会前准备
一是组织学习。二是征求意见。
二、高质量开好专题会议
（一）通报有关情况。张三通报2024年度民主生活会整改措施落实情况，11个问题已整改10个。
（二）作班子对照检查。张三代表党委班子从两个方面查摆出3个问题。
1.带头固本培元、增强党性方面。
（1）车队党支部设置与线路调整不同步，11条线路的党员一年没有归属支部。
（2）理论学习热衷办讲座，好办法没有推广。
2.带头干事创业、担当作为方面。
（1）场站开发三年没有动工，几任负责人都在研究。
（三）开展成员对照检查。{members}
{middle}
{last}督导组点评。黎安民对会议给予肯定，认为准备工作扎实。
三、下一步
1.修订方案，由办公室牵头，2026年4月底前完成。
"""
TOTAL = "七名班子成员逐一发言，共查摆问题58个。"


def _found(text: str, code: str) -> list[mz.Finding]:
    return [one for one in mz.check(mz.open(text.encode())).findings if one.code == code]


@pytest.mark.parametrize(
    "said",
    [
        "认真表明态度。对同志们提出的批评，被批评的同志逐条回应，没有一人解释开脱。",
        "会议氛围。会议没有一团和气，始终严肃认真。",
        "现场回应。各人对照意见作了回应，没有人推诿。",
    ],
)
def test_a_number_taken_for_something_else_is_not_missing(said: str) -> None:
    told = REPORT.format(members=TOTAL, middle=f"（四）{said}", last="（五）")
    assert not _found(told, "NUM001")
    for lost in (told.replace("（四）", ""), told.replace("（四）", "（七）")):
        assert [one.level for one in _found(lost, "NUM001")] == ["必改"]


@pytest.mark.parametrize(
    "members",
    [
        f"{TOTAL}共性问题主要有：坐公交、乘夜班车体验次数少；用老办法管新业务；批评别人留三分。",
        "七名成员共查摆问题58个，其中共性的有：一是学习不系统。二是下乡少。三是批评留三分。",
    ],
)
def test_the_total_of_all_papers_is_not_held_against_what_members_have_in_common(members: str) -> None:
    assert not _found(REPORT.format(members=members, middle="", last="（四）"), "RPT002")


def test_a_problem_that_stands_below_no_aspect_may_be_none() -> None:
    told = REPORT.format(members=TOTAL, middle="", last="（四）").replace("查摆出3个问题", "查摆出5个问题")
    assert [one.level for one in _found(told, "RPT002")] == ["必改"]
    value = mz.open(told.encode()).read().value
    assert isinstance(value, mz.MeetingReport)
    stray = value.team_issues[-1].model_copy(update={"aspect": None, "aspect_id": None})
    found = mz.check(value.model_copy(update={"team_issues": (*value.team_issues[:-1], stray)})).findings
    assert [one.level for one in found if one.code == "RPT002"] == ["提示"]


@pytest.mark.parametrize(
    "name",
    [
        "带头深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”",
        "带头严守纪律，维护团结",
        "带头固本培元、增强党性",
    ],
)
def test_a_name_with_a_comma_opens_its_paragraph(name: str) -> None:
    told = f"""某局党委2022年度民主生活会情况报告
某局党委于2023年1月17日召开2022年度民主生活会，应到7人，实到7人。
一、会议情况
张三同志代表班子作对照检查，从两个方面查找出4个问题：
在{name}方面，一是政治机关意识树得不牢，督办单上出现过两次黄灯；二是传达照本宣科，有10次没有形成措施。
在带头发扬斗争精神防范化解风险挑战方面，一是应对准备不足，发酵7小时才回应；二是打击不够，2起由外省发现。
二、下一步
一是加强学习，2023年6月底前读完4本书。
"""
    value = mz.read_text(told).value
    assert isinstance(value, mz.MeetingReport)
    assert [issue.label for issue in value.team_issues] == ["一是", "二是", "一是", "二是"]
