"""What a 情况报告 states of the meeting, wherever it stands."""

from __future__ import annotations

import re

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport

HEAD = "某局2025年度民主生活会情况报告\n某局于2026年1月18日召开2025年度民主生活会。"


def report(body: str) -> MeetingReport:
    value = mz.read_text(HEAD + body).value
    assert isinstance(value, MeetingReport)
    return value


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("李四、王五参加会议", ["李四", "王五"]),
        ("王五、周九、陈一参加会议", ["王五", "周九", "陈一"]),
        ("李四、王五等5名同志参加会议", ["李四", "王五"]),
        ("李四、王五等五人参加会议", ["李四", "王五"]),
        ("李四同志、王五同志出席会议", ["李四", "王五"]),
        ("xx、xxx参加会议", [{"raw": "xx", "of": "person"}, {"raw": "xxx", "of": "person"}]),
    ],
)
def test_a_name_may_end_in_a_numeral(words: str, names: list[object]) -> None:
    value = report(f"会议由党组书记张三主持，班子成员{words}。\n一、会前准备\n一是学习4次；二是谈话8次。")
    assert [member.model_dump()["name"] for member in value.meeting.attendees] == names


@pytest.mark.parametrize("form", ["1.{}\n2.{}", "（一）{}\n（二）{}", "一是{}二是{}", "{}\n{}"])
def test_facts_are_found_in_numbered_paragraphs_too(form: str) -> None:
    value = report(
        "\n一、会前准备\n" + form.format("征求意见27条；", "开展谈心谈话64人次；") + "\n二、会议召开\n红脸出汗。"
    )
    assert value.talks == 64
    assert value.opinions is not None
    assert value.opinions.total == 27


HEADED = """某局党组2025年度民主生活会情况报告
2026年1月12日，局党组召开2025年度民主生活会。
一、会前准备
集中学习3次。
二、对照检查情况
查摆出班子3个方面问题：
（一）{0}方面
{1}
（二）{2}方面
{3}
（三）{4}方面
{5}
班子成员相互提出批评意见9条。
三、整改措施
一是加强学习。二是深入基层。
"""


@pytest.mark.parametrize(
    "words",
    [
        (
            "带头固本培元、增强党性",
            "读原著不如读新书起劲。",
            "带头干事创业、担当作为",
            "流动图书车一年停了九个月。",
            "作风建设",
            "家长留言写了五遍。",
        ),
        (
            "理论学习",
            "自己借的理论书全年两册。",
            "担当作为",
            "考核指挥棒偏向规模。",
            "廉洁自律",
            "评审专家总是那几位。",
        ),
        ("政治建设", "三会一课开成念文件会。", "为民服务", "老人取钱要坐车进城。", "工作作风", "报表一月多达57张。"),
    ],
)
def test_what_stands_first_under_the_name_of_an_aspect_is_its_problem(words: tuple[str, ...]) -> None:
    value = mz.read_text(HEADED.format(*words)).value
    assert isinstance(value, mz.MeetingReport)
    assert [one.text for one in value.team_issues] == [words[1], words[3], words[5]]
    assert value.stated_criticisms == 9


@pytest.mark.parametrize("signs", ["①②③", "123", "（1）（2）（3）"])
def test_the_last_of_a_list_is_no_heading_of_what_is_said_below_it(signs: str) -> None:
    labels = re.findall(r"（\d）|.", signs)
    mark = "、" if signs == "123" else ""
    items = "\n".join(
        f"{label}{mark}{text}"
        for label, text in zip(labels, ("学习不够。", "调研不深。", "绩效自评全部优秀，无一说问题。"), strict=True)
    )
    value = mz.read_text(
        f"某局党组2025年度民主生活会情况报告\n2026年1月12日，局党组召开2025年度民主生活会。\n一、查摆问题情况\n查摆出班子3个突出问题：\n{items}\n"
        "会上共提出相互批评意见9条。\n二、整改措施\n一是加强学习。二是深入基层。"
    ).value
    assert isinstance(value, mz.MeetingReport)
    assert [one.text for one in value.team_issues] == ["学习不够。", "调研不深。", "绩效自评全部优秀，无一说问题。"]
