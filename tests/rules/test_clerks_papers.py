"""What a paper may well say in its own way is never a 必改: kinds of false ones that clerks' drafts met, each typed three ways."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.rules.finding import Level

_OUTLINE = """某社副主任2025年度民主生活会发言提纲
上年度查摆的4个问题，已整改4个。
一、主要问题
【政治忠诚方面】传达多，落实少，31%的进度说成“总体可控”。
【固本培元方面】党日12次去了7次。
{}
二、为什么会这样
一是进取心掉了。二是怕得罪人。
三、怎么改
1.3月底前把任务拆到每个月。
2.今年党日一次不缺。
"""
_PARTS = """某镇党委班子2025年度民主生活会对照检查材料
上年度查摆的4个问题，已整改4个。
一、存在的问题
1.办证跑多次，全年投诉47件。
2.夜巡空白点4处。
{}
"""
_REPORT = """某集团党委2025年度民主生活会情况报告
市国资委党委：
按通知要求，2026年1月15日召开会议，应到3人，实到3人。
会前征求意见41条。
二、查摆的问题
班子查摆问题（2个）
1.学习不系统，4本书只读了2本。
2.调研不深入，全年到联系点3次。
{}
三、整改措施
由办公室牵头，2026年6月底前研讨4次。
某集团党委
2026年1月20日
"""


def _grave(text: str, code: str) -> list[str]:
    return [
        one.message for one in mz.check(mz.open(text.encode())).findings if one.code == code and one.level is Level.MUST
    ]


@pytest.mark.parametrize(
    "case",
    [
        "以案为鉴：市社原主任违规出借资金一案，对照下来，我也有先办后报的毛病。",
        "对照案例：通报的“一支笔”审批案，我单独签过14张单。",
        "另外，在家风上，我对爱人经商的事问得少。",
    ],
)
def test_a_problem_outside_the_aspects_is_not_surely_without_a_measure(case: str) -> None:
    assert not _grave(_OUTLINE.format(case), "MEA002")


@pytest.mark.parametrize(
    "parts",
    [
        "二、原因：为民不深，责任不实。\n三、措施：秋种前各建一块示范田；茶已折价退。",
        "二、根子：图省事。\n三、怎么改：读书笔记交支部查；走访排进周表。",
        "之所以这样，主要是：（1）把台账当成应付；（2）怕吃苦。\n今后打算：3月底前理清台账。",
    ],
)
@pytest.mark.parametrize("code", ["CAU001", "MEA001"])
def test_a_part_in_one_line_is_not_missing(parts: str, code: str) -> None:
    assert not _grave(_PARTS.format(parts), code)


@pytest.mark.parametrize(
    "members",
    [
        "3名同志共查摆个人问题27个。艾青同志查摆的主要问题是：抓创新少。白杨同志查摆的主要问题是：有畏难情绪。常青同志查摆的主要问题是：识人不深。",
        "个人查摆问题18个。艾青：抓创新少。白杨：有畏难情绪。常青：识人不深。",
        "三人共查摆21个问题，摘要如下：艾青，抓创新少；白杨，有畏难情绪；常青，识人不深。",
    ],
)
def test_a_total_of_which_few_are_told_is_no_blunder(members: str) -> None:
    assert not _grave(_REPORT.format(members), "RPT002")


def test_a_total_that_is_one_off_is_one() -> None:
    assert _grave(_REPORT.format("").replace("（2个）", "（3个）"), "RPT002")
