"""What a report counts, and of whom; what it says of last year; the year that only its day tells."""

from __future__ import annotations

import io
from typing import cast

import pytest
from docx import Document as new_word

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport

HELD = "某局党组于2026年1月15日召开2025年度民主生活会，党组书记丰登主持，副局长稼穑、仓廪参加。"


def read(said: str, *, held: str = HELD, heading: str = "二、会议情况") -> MeetingReport:
    body = "\n".join(said.split(" / "))
    text = f"某局党组民主生活会情况报告\n县委组织部：\n{held}\n一、会前准备\n学习3次。\n{heading}\n{body}\n三、整改措施\n1.加强学习。\n"
    return cast(MeetingReport, mz.read_text(text).value)


@pytest.mark.parametrize(
    ("said", "team", "members"),
    [
        ("丰登代表常委会作对照检查，摆出11个问题。稼穑同志讲自己“会多”，仓廪同志讲自己“话多”。", 11, None),
        ("（一）班子查摆4个问题： / 1.学得浅。 / 2.会多。", 4, None),
        ("班子的毛病，丰登代表大家讲了5个： / 1.学得浅。 / 2.会多。", 5, None),
        (
            "会上通报了2024年度整改情况，七个问题已完成六个，并代表班子检视剖析，查出六个问题。随后，班子成员逐个检视、互相批评。",
            6,
            None,
        ),
        (
            "丰登通报了2024年度民主生活会整改落实情况，查摆出的14个问题全部制定了措施。班子成员共查摆个人问题97个。",
            None,
            97,
        ),
        ("丰登通报了 2024 年度民主生活会查摆的 6 个问题整改情况，已完成 5 个。随后代表班子检视剖析。", None, None),
        (
            "（一）上年度整改。查摆8个问题，完成8个。 / （二）班子查摆的问题共3个： / 1.学得浅。 / 2.会多。 / 3.话多。",
            3,
            None,
        ),
    ],
)
def test_problems_are_counted_of_whom_they_are(said: str, team: int | None, members: int | None) -> None:
    value = read(said)
    assert (value.stated_team_issues, value.stated_member_issues) == (team, members)


@pytest.mark.parametrize(
    ("said", "issues", "done"),
    [
        ("（一）上年度整改。查摆8个问题，完成8个。", 8, 8),
        ("2024年度的4个问题整改了3个。", 4, 3),
        ("会上先交账：上年查的7个问题，改好6个，剩下一个在等钱。", 7, 6),
        ("通报了2024年度整改情况，8个问题完成7个，还差一个。", 8, 7),
    ],
)
def test_the_account_of_last_year(said: str, issues: int, done: int) -> None:
    prior = read(said).prior
    assert prior is not None
    assert (prior.issues, prior.done) == (issues, done)


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("接着各人讲了不足，互相提了12条意见。", 12),
        ("一个人说完，其余的人接着批评，相互批评意见共有42条。", 42),
        ("成员查摆个人问题9个；提出批评意见11条；共性问题主要是：会议偏多、下乡偏少、话偏长。", 11),
    ],
)
def test_criticisms_are_counted(said: str, count: int) -> None:
    assert read(said).stated_criticisms == count


def test_criticisms_are_counted_where_one_paragraph_is_all() -> None:
    value = mz.read_text(
        "某学校党支部2024年度民主生活会情况报告\n2025年2月18日，某学校党支部召开2024年度民主生活会，书记丰登主持，副校长稼穑到会，"
        "会上丰登代表班子检查了毛病：一是会多，二是下课堂少；接着各人讲了不足，互相提了12条意见；下一步：少开会，稼穑负责。\n"
    ).value
    assert isinstance(value, MeetingReport)
    assert value.stated_criticisms == 12


def test_opinions_and_talks_in_plain_words() -> None:
    value = cast(
        MeetingReport,
        mz.read_text(
            f"某局党组2025年度民主生活会情况报告\n县委组织部：\n{HELD}\n一、会前准备\n"
            "收到意见61条，说班子的44条，说个人的17条。丰登与大家谈心，又和股室同志谈心，前后加起来有138人次。\n"
            "二、会议情况\n班子存在问题：一是会多；二是话多。\n三、整改措施\n1.少开会。\n"
        ).value,
    )
    assert value.opinions is not None
    assert (value.opinions.for_team, value.opinions.for_members, value.talks) == (44, 17, 138)


def test_all_talks_are_counted_once_though_some_are_told_apart() -> None:
    value = cast(
        MeetingReport,
        mz.read_text(
            f"某局党组2025年度民主生活会情况报告\n县委组织部：\n{HELD}\n一、会前准备\n"
            "丰登同志与其他成员、成员之间、成员与科室负责人谈心谈话，总计108人次，其中班子成员之间42人次。\n"
            "二、会议情况\n班子存在问题：一是会多；二是话多。\n三、整改措施\n1.少开会。\n"
        ).value,
    )
    assert value.talks == 108


def test_figures_in_telegrams() -> None:
    value = cast(
        MeetingReport,
        mz.read_text(
            f"某局党组2025年度民主生活会情况报告\n县委组织部：\n{HELD}\n一、准备\n"
            "意见:问卷回收204份,座谈2场;合计35条;班子27,成员8.\n上年度:问题8;完成7;未完成1(基建滞后).\n"
            "二、班子查摆(共2个)\n1.会议偏多.\n2.下乡偏少.\n三、整改措施\n1.少开会。\n"
        ).value,
    )
    assert value.opinions is not None
    assert value.prior is not None
    assert (value.opinions.total, value.opinions.for_team, value.opinions.for_members) == (35, 27, 8)
    assert (value.prior.issues, value.prior.done, value.stated_team_issues) == (8, 7, 2)


@pytest.mark.parametrize(
    ("held", "year"),
    [
        ("某局党组于2013年11月26日召开专题民主生活会。", 2013),
        ("某局党组于2024年1月8日召开专题民主生活会。", 2023),
        ("某局党组于2014年7月8日召开专题民主生活会。", None),
        ("某局党组于2024年9月8日召开学习贯彻习近平新时代中国特色社会主义思想主题教育专题民主生活会。", 2023),
        ("某局党组于2025年9月8日召开会议，听取主题教育专题民主生活会整改情况。", None),
    ],
)
def test_the_year_that_only_the_day_or_the_campaign_tells(held: str, year: int | None) -> None:
    assert read("班子存在问题：一是会多；二是话多。", held=held).year == year


def test_a_line_that_says_what_the_table_below_holds_is_no_problem() -> None:
    word = new_word()
    for line in (
        "某局党组2025年度民主生活会情况报告",
        HELD,
        "二、会议情况",
        "（一）班子查摆的问题共1个：",
        "1.会议偏多。",
        "（二）成员问题",
    ):
        word.add_paragraph(line)
    cells = word.add_table(2, 2)
    for at, text in enumerate(("姓名", "查摆的问题", "丰登", "下乡偏少")):
        cells.cell(at // 2, at % 2).text = text
    held = io.BytesIO()
    word.save(held)
    value = cast(MeetingReport, mz.open(held.getvalue()).read().value)
    assert [one.text for one in value.team_issues] == ["会议偏多。"]
    assert [(one.member, one.text) for one in value.member_issues] == [("丰登", "下乡偏少")]
