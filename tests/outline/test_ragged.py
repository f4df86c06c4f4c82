"""Lines that break off at no one width, as scans and copied messages leave them, are read as the paragraphs that they were."""

from __future__ import annotations

import random

import pytest

import mzsh_model as mz
from mzsh_model.outline.lines import Line
from mzsh_model.outline.paragraphs import make_blocks

REPORT = """某街道党工委关于2024年度民主生活会情况的报告
区委组织部：
2025年1月10日上午，街道党工委召开2024年度民主生活会，党工委书记张三主持，应到9人，实到9人，区委督导组全程指导。现报告如下：
一、充分准备，开好会前关
组织集中学习4次；走访社区居民320户、辖区单位45家，共征求到意见92条；开展谈心谈话88人次。
班子对照检查材料由张三同志主持起草，三次集体讨论，先后修改6稿；个人发言提纲都由本人动手写，张三同志逐一审核。
会前通报了2023年度民主生活会整改措施落实情况，12项问题已整改11项，余下1项是老旧小区充电桩，正在和供电部门商量。
二、严肃查摆，开好会中关
张三代表班子查摆问题如下：
（一）思想政治方面
1、理论学习系统性不强，中心组学习请专家讲得多、自己谈得少，全年研讨只有3次。
2、对辖区新兴领域党建覆盖不主动，商务楼宇党组织覆盖率只有三成，两栋楼没有党员。
（二）精神状态方面
3、面对老旧小区加装电梯等难事，有“等等看”的畏难情绪，全年只装成2部，没有一次开到现场会。
班子成员逐一作了对照检查，相互提出批评意见73条，红了脸、出了汗，没有一条是表扬话。
区委督导组组长李四到会指导并作点评，认为会议准备充分、查摆深入，同时要求把整改的责任落到人头，半年后回来看一看。
三、立行立改，开好会后关
一是中心组每次学习固定三人重点发言，由组织委员落实，2025年2月底前见效。
二是年底前实现商务楼宇党建覆盖率七成以上，由党群工作办牵头，2025年12月底前完成。
三是社区的挂牌一律清理到8块以内，台账合并到12本以内，由党政办牵头，2025年3月底前完成。
四是成立电梯加装指导服务队，由城建科牵头，2025年10月底前完成10部。
某街道党工委
2025年1月18日
"""


def broken(text: str, seed: int, low: int, high: int) -> str:
    """The text with its longer lines broken at random, no line beginning with a mark."""
    chance = random.Random(seed)
    lines: list[str] = []
    for line in text.split("\n"):
        while len(line) > high:
            at = chance.randint(low, high)
            while at < len(line) and (line[at] in "，。；：、”" or line[at - 1 : at + 1].isdigit()):
                at += 1
            lines.append(line[:at])
            line = line[at:]
        lines.append(line)
    return "\n".join(lines)


def told(text: str) -> object:
    value = mz.read_text(text).value
    assert isinstance(value, mz.MeetingReport)
    flat = str.maketrans("", "", "\n")
    problems = [(one.aspect, one.text.translate(flat)) for one in value.team_issues]
    measures = [(one.text.translate(flat), one.owner, one.due) for one in value.measures]
    return value.title, value.meeting.chair, value.meeting.expected, problems, measures


@pytest.mark.parametrize(("low", "high"), [(16, 25), (20, 28), (24, 31)])
def test_lines_broken_at_random_read_as_paragraphs(low: int, high: int) -> None:
    """Nine times of ten: where the line before a chapter, or a word, ends nobody knows always."""
    right = [told(broken(REPORT, seed, low, high)) == told(REPORT) for seed in range(20)]
    assert sum(right) * 10 >= len(right) * 9


@pytest.mark.parametrize(
    "lines",
    [
        # paragraphs that forget their closing marks are no lines of one
        ["学习不深入，研讨走过场", "调研不经常，下乡一年3次", "担当不够，信访件拖了两年", "公车管理不严，台账没有记", "会风不实，套话空话偏多"],
        # a list typed without numbers, each with its figure
        ["走访企业45家，收到意见30条", "走访社区12个，收到意见18条", "召开座谈会3场，收到意见9条", "发放问卷200份，回收186份"],
        # rows of a table pasted as text
        [f"{n}|整改事项，措施不够具体、|责任主体自查发现，逐条核对、|2025年{n}月底前完成{'，逐项督办' * n}" for n in range(1, 8)],
    ],
)  # fmt: skip
def test_whole_paragraphs_stay_apart(lines: list[str]) -> None:
    blocks = make_blocks([Line(number, text) for number, text in enumerate(lines, 1)])
    assert not blocks.joined
    assert len(blocks.blocks) == len(lines)
