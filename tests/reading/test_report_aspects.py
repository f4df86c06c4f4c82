"""Aspects of a report's problems that no catalogue has: told by the form of their headings and by one another."""

from __future__ import annotations

import io

import pytest

import mzsh_model as mz

HEAD = """某局党组关于2024年度民主生活会情况的报告
县委组织部：
某局党组于2025年1月15日召开2024年度民主生活会，党组书记张三主持会议。
一、会前准备
学习3次。
二、查摆的问题
班子查摆了以下问题：
"""
TAIL = "\n三、整改措施\n1.加强学习，张三负责，2025年3月底前完成。\n"


def read(body: str) -> mz.MeetingReport:
    value = mz.read_text(HEAD + body.replace(" / ", "\n") + TAIL).value
    assert isinstance(value, mz.MeetingReport)
    return value


@pytest.mark.parametrize(
    "body",
    [
        "（一）学风：1.学习不够；2.研讨走过场。 / （二）作风：1.下乡少。 / （三）文风：1.文件长；2.讲话空。",
        "（一）学风：学习不够；研讨走过场。 / （二）作风：下乡少。 / （三）文风：文件长；讲话空。",
        "（一）学风： / 1.学习不够。 / 2.研讨走过场。 / （二）作风： / 1.下乡少。 / （三）文风： / 1.文件长。 / 2.讲话空。",
        "（一）学风 / 1.学习不够。 / 2.研讨走过场。 / （二）作风 / 1.下乡少。 / （三）文风 / 1.文件长。 / 2.讲话空。",
        "1.学风:(1)学习不够;(2)研讨走过场. / 2.作风:(1)下乡少. / 3.文风:(1)文件长;(2)讲话空.",
    ],
)
def test_siblings_name_their_aspects(body: str) -> None:
    value = read(body)
    wanted = [("学风", "学习不够"), ("学风", "研讨走过场"), ("作风", "下乡少"), ("文风", "文件长"), ("文风", "讲话空")]
    assert [(one.aspect, one.text.rstrip("。.")) for one in value.team_issues] == wanted
    again = mz.open(io.BytesIO(mz.write(value))).read().value
    assert isinstance(again, mz.MeetingReport)
    assert [(one.aspect, one.text) for one in again.team_issues] == [
        (one.aspect, one.text) for one in value.team_issues
    ]


@pytest.mark.parametrize("mark", ["：", "。", "方面："])
def test_aspects_that_are_words_for_faults(mark: str) -> None:
    body = f"（一）形式主义{mark}1．迎检补写教案；2．听课没有反馈。 / （二）官僚主义{mark}1．办事盖九个章；2．标准三年三变。 / （三）享乐主义{mark}1．有混日子思想。"
    text = (HEAD + body.replace(" / ", "\n") + TAIL).replace("2024", "2013").replace("2025", "2014")
    value = mz.read_text(text).value
    assert isinstance(value, mz.MeetingReport)
    told = [((one.aspect or "").removesuffix("方面"), one.text[:2]) for one in value.team_issues]
    assert told == [
        ("形式主义", "迎检"),
        ("形式主义", "听课"),
        ("官僚主义", "办事"),
        ("官僚主义", "标准"),
        ("享乐主义", "有混"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "（一）班子 / 1.学习不够。 / 2.下乡少。 / （二）成员 / 1.读书少。 / 2.调研少。",
        "（一）学习不够：没有坚持中心组制度。 / （二）下乡少：一年没有到村。",
        "（一）学习不够深入 / 全年只学3次。 / （二）担当不够有力 / 怕得罪人。",
        "（一）政治学习 / 学习3次，成效明显。 / （二）相互批评 / 提出批评意见20条。",
    ],
)
def test_headings_that_name_no_aspects(body: str) -> None:
    value = read(body)
    assert not any(one.aspect for one in (*value.team_issues, *value.member_issues))


@pytest.mark.parametrize(
    "body",
    [
        "1、理想信念方面，业务挂墙上，信念放嘴上。 / 2、作风方面，支农服务嫌贫爱富。 / 3、组织生活方面，签到本代签。",
        "1.在理想信念方面，主要问题是：业务挂墙上，信念放嘴上。 / 2.在作风方面，主要问题是：（1）支农服务嫌贫爱富。（2）下乡少。 / 3.在组织生活方面，主要问题是：签到本代签。",
        "班子照镜子。形式主义，照出来的是业务挂墙上，信念放嘴上；官僚主义，是支农服务嫌贫爱富；享乐主义，是签到本代签。",
    ],
)
def test_problems_that_go_on_with_their_aspect(body: str) -> None:
    value = read(body)
    told = [one.text.rstrip("。") for one in value.team_issues if one.text != "下乡少。"]
    assert told == ["业务挂墙上，信念放嘴上", "支农服务嫌贫爱富", "签到本代签"]
    assert not value.member_issues
    assert all(one.aspect for one in value.team_issues)


def test_causes_behind_the_last_aspect() -> None:
    value = read(
        "在带头固本培元、增强党性方面，一是走访少；二是联系点去得少。 / 在带头干事创业、担当作为方面，一是项目拖了半年；二是科研不转化。 / 同时，深刻剖析了问题产生的根源：在理想信念上，学思用没有贯通；在宗旨意识上，感情疏远；在责任担当上，求稳怕乱。"
    )
    assert (len(value.team_issues), len(value.causes)) == (4, 3)
