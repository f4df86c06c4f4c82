"""Members' problems told of one person after the other: whose they are, whatever the clauses' words, and where that is not sure."""

from __future__ import annotations

import io
from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.kernel.outcome import Outcome
from mzsh_model.model.documents import MeetingReport


def paper(said: str) -> str:
    body = "\n".join(said.split(" / "))
    return f"""某县水利局党组关于2025年度民主生活会情况的报告
县委组织部：
某县水利局党组于2026年1月15日召开2025年度民主生活会，党组书记、局长欧阳敏主持，党组成员尉迟川、阿依古丽·买买提、和丽、马长河参加会议。
一、会前准备
学习3次。
二、会议情况
欧阳敏代表班子查摆问题2个：一是学习不深；二是调研不多。
{body}
三、整改措施
1.加强学习，由和丽负责，2026年3月底前完成。
"""


def read(said: str) -> Outcome[MeetingReport]:
    return cast(Outcome[MeetingReport], mz.read_text(paper(said)))


def members(said: str) -> list[tuple[str, str]]:
    return [(str(one.member), one.text.rstrip("。；.")) for one in read(said).value.member_issues]


def test_names_of_parts_are_names() -> None:
    came = read("会上开展了批评。").value.meeting.attendees
    assert [one.name for one in came] == ["尉迟川", "阿依古丽·买买提", "和丽", "马长河"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "班子成员逐一检讨：欧阳敏开会多、落实少，尉迟川守着老经验，阿依古丽·买买提下乡偏少，和丽抹不开情面。",
            ["欧阳敏：开会多、落实少", "尉迟川：守着老经验", "阿依古丽·买买提：下乡偏少", "和丽：抹不开情面"],
        ),
        (
            "个人方面，欧阳敏同志反思自己拍板太急；副局长尉迟川反思自己不愿碰硬；阿依古丽·买买提反思自己调研浮在面上。",
            ["欧阳敏：拍板太急", "尉迟川：不愿碰硬", "阿依古丽·买买提：调研浮在面上"],
        ),
        (
            "成员个人的问题。欧阳敏：拍板太急。尉迟川：不愿碰硬。和丽：催办不勤。",
            ["欧阳敏：拍板太急", "尉迟川：不愿碰硬", "和丽：催办不勤"],
        ),
        (
            "大家依次作自我批评，欧阳敏同志说自己性子急、听不进反对意见，尉迟川同志说自己对年轻人放手不够。会场安静。",
            ["欧阳敏：性子急、听不进反对意见", "尉迟川：对年轻人放手不够"],
        ),
        (
            "（二）成员查摆情况 / 局长欧阳敏的主要问题：拍板太急；批评人不分场合。 / 阿依古丽·买买提的主要问题：不愿碰硬。",
            ["欧阳敏：拍板太急", "欧阳敏：批评人不分场合", "阿依古丽·买买提：不愿碰硬"],
        ),
        (
            "（二）班子成员检视问题 / 欧阳敏——拍板太急 / 尉迟川——不愿碰硬",
            ["欧阳敏：拍板太急", "尉迟川：不愿碰硬"],
        ),
        (
            "每位同志都亮了短：马长河，对下属要求不严；和丽，催办不勤；尉迟川，不愿碰硬。",
            ["马长河：对下属要求不严", "和丽：催办不勤", "尉迟川：不愿碰硬"],
        ),
        (
            "在自我检查中，欧阳敏承认听意见不够，马长河承认拨付把关不严，导致两次超付，和丽承认考勤失之于宽。",
            ["欧阳敏：听意见不够", "马长河：拨付把关不严，导致两次超付", "和丽：考勤失之于宽"],
        ),
        (
            "班子成员查摆出个人问题12个。其中，欧阳敏同志的问题是拍板太急；尉迟川同志的问题是不愿碰硬，遇事绕着走。",
            ["欧阳敏：拍板太急", "尉迟川：不愿碰硬，遇事绕着走"],
        ),
        (
            "班子成员查摆的问题有：欧阳敏同志检讨拍板太急，白玛同志检讨调研不多，尉迟川同志检讨不愿碰硬。",
            ["欧阳敏：拍板太急", "白玛：调研不多", "尉迟川：不愿碰硬"],
        ),
        (
            "班子成员也作了检查:欧阳敏包片指导不到位,一年到村7次;和丽对下属放松要求,迟到不批评;尉迟川审核把关不细",
            ["欧阳敏：包片指导不到位,一年到村7次", "和丽：对下属放松要求,迟到不批评", "尉迟川：审核把关不细"],
        ),
        (
            "个人：马长河，什么事都自己扛；和丽，夜里打电话不接，下乡少；尉迟川，办案先看是谁家亲戚。",
            ["马长河：什么事都自己扛", "和丽：夜里打电话不接，下乡少", "尉迟川：办案先看是谁家亲戚"],
        ),
        (
            "个人的，也都讲了，挑几个说。马长河：脾气急，骂人多。和丽：管钱太死，拖了三个月。",
            ["马长河：脾气急，骂人多", "和丽：管钱太死，拖了三个月"],
        ),
        ("欧阳敏在总结时强调，班子成员的共性问题是深入一线少，要一并改。", ["None：深入一线少"]),
        (
            "大家查摆出的问题主要有，学习不够系统，到一线少，监管不严。",
            ["None：学习不够系统", "None：到一线少", "None：监管不严"],
        ),
        (
            "班子成员逐一检讨：欧阳敏检讨对尉迟川分管工作过问不多，尉迟川检讨对和丽提的意见听不进，和丽检讨下乡不多。",
            ["欧阳敏：对尉迟川分管工作过问不多", "尉迟川：对和丽提的意见听不进", "和丽：下乡不多"],
        ),
        (
            "欧阳敏同志检讨拍板太急。尉迟川同志检讨不愿碰硬。会场发言踊跃，时间不够。",
            ["欧阳敏：拍板太急", "尉迟川：不愿碰硬"],
        ),
        (
            "班子成员问题： / 欧阳敏 / 拍板太急。 / 尉迟川 / 不愿碰硬。",
            ["欧阳敏：拍板太急", "尉迟川：不愿碰硬"],
        ),
        (
            "班子成员作自我批评：欧阳局长检讨拍板太急，老马检讨下乡少，和丽检讨催办不勤。",
            ["欧阳局长：拍板太急", "老马：下乡少", "和丽：催办不勤"],
        ),
        ("个人查摆的问题中：欧阳敏3个，尉迟川2个，和丽2个。", []),
        ("个人对照检查：欧阳敏同志带头，尉迟川同志、和丽同志随后，逐人剖析了不足。", []),
        ("班子成员发言：欧阳敏表示，会后带头整改；尉迟川表示，坚决落实；和丽表示，诚恳接受批评。", []),
        ("会上，欧阳敏主持会议，尉迟川通报了上年度整改情况，和丽宣读了征求到的意见，指出学习不深。", []),
    ],
)
def test_each_has_his_own(said: str, wanted: list[str]) -> None:
    assert [f"{name}：{text}" for name, text in members(said)] == wanted


@pytest.mark.parametrize(
    "said",
    [
        "班子成员逐一检查：欧阳敏，拍板太急；尉迟川，不愿碰硬；措姆，下乡不多。",
        "班子成员逐一检讨：欧阳敏检讨拍板太急，尉迟川检讨不愿碰硬，和丽分管的水库大坝巡查不严。",
        "班子成员逐一检讨：欧阳敏检讨拍板太急，尉迟川检讨不愿碰硬，个别同志检讨下乡不多。",
        "个人：欧阳敏，拍板太急；尉迟川，不愿碰硬，和丽提醒过也巡查不严。",
    ],
)
def test_what_may_be_anothers_is_nobodys(said: str) -> None:
    outcome = read(said)
    assert [(one.member, one.text) for one in outcome.value.member_issues] == [
        ("欧阳敏", "拍板太急"),
        ("尉迟川", "不愿碰硬"),
    ]
    (notice,) = (one for one in outcome.notices if one.code == "reading-unsure")
    assert notice.text.endswith(("下乡不多", "巡查不严"))
    file = io.BytesIO(paper(said).encode())
    file.name = "情况报告.txt"
    document = mz.open(file)
    result = mz.check(document.read().value, document)
    assert result.verdict is not mz.Verdict.PASS
    assert any("没有把握是谁的" in one.reason for one in result.unchecked)


def test_a_name_alone_below_mutual_criticism_is_neither_side() -> None:
    outcome = read("（二）相互批评 / 欧阳敏同志：会多，话长；尉迟川同志：不愿碰硬。")
    assert not outcome.value.member_issues
    assert [one.code for one in outcome.notices if one.code == "reading-unsure"]
