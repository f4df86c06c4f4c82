"""A clause that only says that roots were looked for leads in causes, and what follows is no problem of the team."""

from __future__ import annotations

import pytest

import mzsh_model as mz

PAPER = """某局党组2025年度民主生活会情况报告
某局党组于2026年1月10日召开2025年度民主生活会，应到5人，实到5人。
一、会前准备
征求意见38条。
二、会议情况
（一）班子对照检查。张三同志代表班子，从2个方面查摆问题4个。
在政治忠诚方面，查摆出2个问题：一是学习系统性不够；二是储备责任扛得不实。
在增强党性方面，查摆出2个问题：一是基层联系点指导不够经常；二是组织生活还有“差不多”思想。
{lead}{told}
（二）成员对照检查。共提出批评意见20条。
三、整改措施
一是加强学习，张三负责，2026年6月底前完成。
"""
TOLD = {
    "在理想信念上，还没有真正学深悟透；在宗旨意识上，与职工面对面少；在责任担当上，存在守摊子的心态。": 3,
    "一是理论武装不够，运用不自觉；二是宗旨意识有所弱化；三是担当精神不足，怕碰难题。": 3,
}


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize(
    "lead",
    [
        "同时，深刻剖析了问题产生的根源：",
        "班子剖析了产生问题的原因：",
        "对产生上述问题的原因进行了剖析：",
        "党组从思想根源上作了深刻剖析：",
        "会议深入查找了产生问题的深层次原因：",
        "经认真剖析，原因：",
    ],
)
def test_what_follows_is_a_cause(lead: str, told: str) -> None:
    doc = mz.open(PAPER.format(lead=lead, told=told).encode())
    value = doc.read().value
    assert isinstance(value, mz.MeetingReport)
    assert (len(value.team_issues), len(value.causes)) == (4, TOLD[told])
    assert "RPT002" not in {found.code for found in mz.check(doc).findings}


def test_problems_that_were_looked_for_stay_problems() -> None:
    text = PAPER.format(lead="会议查摆了突出问题：", told="一是值班制度松；二是档案不全。")
    value = mz.open(text.encode()).read().value
    assert isinstance(value, mz.MeetingReport)
    assert (len(value.team_issues), len(value.causes)) == (6, 0)
