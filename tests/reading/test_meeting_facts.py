"""What a report says of the meeting itself: who led it, came, stayed away, supervised; how many; when, where, on what theme."""

from __future__ import annotations

from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport

HELD = "某局党组于2026年1月20日召开2025年度民主生活会。"


def read(said: str, before: str = "") -> MeetingReport:
    text = f"""中共某局党组关于2025年度民主生活会情况的报告
{said}现将有关情况报告如下。
一、会前准备情况
（一）认真学习。集中学习3次。
{before}二、会议情况
班子查摆出2个方面的问题：一是学习不系统；二是调研不深入。
三、整改措施
（一）加强学习。2026年6月底前读完4本书，由张三负责。
"""
    return cast(MeetingReport, mz.read_text(text).value)


def person(one: object) -> tuple[object, object] | None:
    return None if one is None else (getattr(one, "name", None), getattr(one, "post", None))


@pytest.mark.parametrize(
    ("said", "chair"),
    [
        ("会议由张三同志主持。", ("张三", None)),
        ("党组书记张三召集并主持会议。", ("张三", "党组书记")),
        ("支部负责人主持会议。", None),
        ("主要领导主持会议。", None),
        ("全体成员参加，会议按程序主持召开。", None),
        ("主委张三主持会议。", ("张三", "主委")),
        ("书记、市长余洲主持召开会议。", ("余洲", "书记、市长")),
        ("主持人：张三（党组书记）。", ("张三", "党组书记")),
        ("1月20日上午镇党委书记滑四主持会议。", ("滑四", "镇党委书记")),
        ("会议由局党组书记、局长常七同志主持。", ("常七", "局党组书记、局长")),
        ("区委常委、宣传部部长杨七主持会议。", ("杨七", "区委常委、宣传部部长")),
        ("院党委书记欧阳明月主持会议。", ("欧阳明月", "院党委书记")),
    ],
)
def test_chair(said: str, chair: tuple[str, str | None] | None) -> None:
    assert person(read(HELD + said).meeting.chair) == chair


@pytest.mark.parametrize(
    ("said", "came"),
    [
        ("党委委员孙一、钱二参加会议。", [("孙一", "党委委员"), ("钱二", "党委委员")]),
        ("副校长范五、彭六出席。", [("范五", "副校长"), ("彭六", "副校长")]),
        ("参加人员：张三、李四、王五。", [("张三", None), ("李四", None), ("王五", None)]),
        ("班子成员钱七、孙八参加会议，区委督导组到会指导。", [("钱七", None), ("孙八", None)]),
        ("党委副书记孙一，党委委员钱二参加会议。", [("孙一", "党委副书记"), ("钱二", "党委委员")]),
        ("会议由书记张三主持，副局长李四和赵六同志出席会议。", [("李四", "副局长"), ("赵六", "副局长")]),
        ("副局长李四、班子成员王五参加会议。", [("李四", "副局长"), ("王五", None)]),
        ("领导班子全体成员参加会议。", []),
        ("纪检、组织部门负责人列席会议。", []),
        ("县委副书记孙一到会指导。", []),
    ],
)
def test_attendees(said: str, came: list[tuple[str, str | None]]) -> None:
    assert [person(one) for one in read(HELD + said).meeting.attendees] == came


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("应到党组成员7人，实到6人。", (7, 6)),
        ("班子成员8人全部到会。", (8, 8)),
        ("领导班子成员五人均参加会议。", (5, 5)),
        ("班子成员9名，实到9名。", (9, 9)),
        ("应出席9人，实际出席8人。", (9, 8)),
        ("应参会9人，实参会7人。", (9, 7)),
        ("班子成员全部参加。", (None, None)),
    ],
)
def test_counts_of_members(said: str, counts: tuple[int | None, int | None]) -> None:
    meeting = read(HELD + said).meeting
    assert (meeting.expected, meeting.present) == counts


@pytest.mark.parametrize(
    ("said", "group", "leader"),
    [
        ("市委第三巡察组组长李四到会指导。", "市委第三巡察组", ("李四", "组长")),
        ("县委指导小组到会指导。", "县委指导小组", None),
        ("市委督导二组组长钱五到会指导。", "市委督导二组", ("钱五", "组长")),
        ("督导组副组长吕二到会点评。", None, ("吕二", "副组长")),
        ("副主任水八和督导组到会指导。", None, ("水八", "副主任")),
        ("四是督导组点评，组长清楚。督导组组长吕二到会。", None, ("吕二", "组长")),
        ("我代表市委第三督导组作点评。", "市委第三督导组", None),
        ("受县委第2督导组委托，督导组副组长吕二到会指导。", "县委第2督导组", ("吕二", "副组长")),
        ("在市委第五督导组指导下开好会议。", "市委第五督导组", None),
        ("市纪委常委蔺二到会指导。", None, ("蔺二", "市纪委常委")),
        ("校党委常委、副校长岑八到会指导。", None, ("岑八", "校党委常委、副校长")),
    ],
)
def test_supervision(said: str, group: str | None, leader: tuple[str, str] | None) -> None:
    found = read(HELD + said).meeting.supervision
    assert found is not None
    assert (found.group, person(found.leader)) == (group, leader)


def test_a_group_that_has_no_name_and_no_leader_is_none() -> None:
    assert read(HELD + "督导组全程参加。四是督导组点评。").meeting.supervision is None


def test_inspectors_whose_findings_are_told_did_not_supervise() -> None:
    assert read(HELD + "会前研究了市委巡察组反馈的问题。").meeting.supervision is None


@pytest.mark.parametrize(
    ("said", "absent"),
    [
        ("王五同志因公出差请假，提交了书面发言。", [("王五", None, "因公出差", True)]),
        ("1人因病请假并提交书面发言。", [(None, None, "因病", True)]),
        ("缺席：王五（因病住院，已提交书面发言）。", [("王五", None, "因病住院", True)]),
        ("副局长王五因病请假。", [("王五", "副局长", "因病", False)]),
        ("应到11人，实到10人（1人援外请假，提交书面发言）。", [(None, None, "援外", True)]),
        (
            "请假人员：副局长赵六（外出学习）、班子成员王五（因病）。",
            [("赵六", "副局长", "外出学习", False), ("王五", None, "因病", False)],
        ),
        ("文艺同志出差请假。", [("文艺", None, "出差", False)]),
        ("党组成员、总经济师满江红因病请假。", [("满江红", "党组成员、总经济师", "因病", False)]),
        ("会议严格请假制度。", []),
    ],
)
def test_absentees(said: str, absent: list[tuple[str | None, str | None, str, bool]]) -> None:
    got = [(one.name, one.post, one.reason, one.written) for one in read(HELD + said).meeting.absentees]
    assert got == absent


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("某局党组于2026年1月20日至21日召开2025年度民主生活会。", ("2026-01-20", "2026-01-21")),
        ("某局党组于2026年1月31日—2月1日召开2025年度民主生活会。", ("2026-01-31", "2026-02-01")),
        ("2026年1月20日上午、21日下午，某局党组召开2025年度民主生活会。", ("2026-01-20", "2026-01-21")),
        ("2026年1月20日，某局党组召开2025年度民主生活会。", ("2026-01-20", None)),
    ],
)
def test_days(said: str, held: tuple[str, str | None]) -> None:
    meeting = read(said).meeting
    assert (meeting.held_on, meeting.held_until) == held


@pytest.mark.parametrize(
    ("said", "place", "theme", "recorder"),
    [
        (
            "2026年1月20日，某局党组在三楼会议室召开民主生活会，会议以“深刻领悟“两个确立”，锤炼作风”为主题。",
            "三楼会议室",
            "深刻领悟“两个确立”，锤炼作风",
            None,
        ),
        (
            "2026年1月20日，某局党组召开民主生活会，围绕“改作风、抓落实”主题。记录人：李四。",
            None,
            "改作风、抓落实",
            ("李四", None),
        ),
        (
            HELD + "会议主题：锲而不舍改作风，凝心聚力抓落实。由办公室主任李四同志负责记录。地点：局四楼会议室。",
            "局四楼会议室",
            "锲而不舍改作风，凝心聚力抓落实",
            ("李四", "办公室主任"),
        ),
    ],
)
def test_place_theme_and_recorder(
    said: str, place: str | None, theme: str, recorder: tuple[str, str | None] | None
) -> None:
    meeting = read(said).meeting
    assert (meeting.place, meeting.theme, person(meeting.recorder)) == (place, theme, recorder)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("共征集意见和建议20条，其中涉及班子的12条、对个人8条", {"total": 20, "for_team": 12, "for_members": 8}),
        ("征求意见建议252条，梳理为155条", {"total": 252, "merged": 155}),
        ("收集意见建议四十二条，归并为6类", {"total": 42, "merged": 6}),
        ("征求意见38条，其中班子21条，成员17条", {"total": 38, "for_team": 21, "for_members": 17}),
        ("梳理意见53条（班子35条、成员18条）", {"total": 53, "for_team": 35, "for_members": 18}),
        ("收到意见建议76条，归纳为4个方面22条", {"total": 76, "merged": 22, "aspects": 4}),
        ("征求到意见建议12条，其中对班子8条；对班子成员4条", {"total": 12, "for_team": 8, "for_members": 4}),
        ("征求意见36条，归纳整理为19条", {"total": 36, "merged": 19}),
    ],
)
def test_opinions(said: str, told: dict[str, int]) -> None:
    opinions = read(HELD, f"（二）征求意见。{said}。\n").opinions
    assert opinions is not None
    assert {name: held for name, held in opinions.model_dump().items() if held not in (None, ())} == told


def test_channels() -> None:
    said = "（二）征求意见。发放征求意见函80份，走访基层单位9家，开通电子邮箱，收回调查问卷260份。\n"
    opinions = read(HELD, said).opinions
    assert opinions is not None
    assert [(one.name, one.count) for one in opinions.channels] == [
        ("征求意见表", 80),
        ("个别访谈", 9),
        ("网络", None),
        ("调查问卷", 260),
    ]


@pytest.mark.parametrize(
    ("said", "total", "parts"),
    [
        ("班子成员之间谈心谈话30人次，与科室主任谈心谈话58人次", 88, [("班子成员之间", 30), ("与科室主任", 58)]),
        (
            "谈心谈话共90人次，其中班子成员之间30人次、与分管科室负责人58人次",
            90,
            [("班子成员之间", 30), ("与分管科室负责人", 58)],
        ),
        ("班子成员之间开展谈心谈话30次，与支部党员代表58次", 88, [("班子成员之间", 30), ("与支部党员代表", 58)]),
        ("谈心谈话52人次", 52, []),
        ("谈心谈话：人均6次，共计52人次", 52, []),
        ("谈心谈话，每人不少于5次，累计52人次", 52, []),
        ("每半年谈话一次", None, []),
    ],
)
def test_talks(said: str, total: int | None, parts: list[tuple[str, int]]) -> None:
    value = read(HELD, f"（二）谈心谈话。{said}。\n")
    assert (value.talks, [(one.between, one.count) for one in value.talk_counts]) == (total, parts)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2024年度查摆的16个问题已完成整改12个、正在推进4个。", (16, 12, 4)),
        ("会上通报了上年度12个问题整改情况，已整改到位11个，1个正在推进。", (12, 11, 1)),
        ("上年度问题12个，完成10个；推进2个。", (12, 10, 2)),
        ("会议通报了2024年度民主生活会查摆问题整改落实情况，9个问题已整改完成8个，1个长期坚持。", (9, 8, None)),
    ],
)
def test_account_of_last_year(said: str, told: tuple[int, int, int | None]) -> None:
    prior = read(HELD + said).prior
    assert prior is not None
    assert (prior.issues, prior.done, prior.ongoing) == told


@pytest.mark.parametrize(
    ("path", "new", "shown"),
    [
        ("/meeting/chair/name", "李四", "会议由党组书记李四主持"),
        ("/meeting/chair/post", "党委书记", "会议由党委书记张三主持"),
        ("/meeting/held_until", "2026-01-22", "至2026年1月22日"),
        ("/meeting/place", "五楼会议室", "在五楼会议室召开"),
        ("/meeting/theme", "抓作风", "“抓作风”"),
        ("/meeting/absentees/0/reason", "因公出差", "王五因公出差请假"),
        ("/talk_counts/0/count", 31, "班子成员之间谈心谈话31人次"),
        ("/opinions/merged", 18, "归并为18条"),
    ],
)
def test_facts_are_edited_in_their_sentence(path: str, new: object, shown: str) -> None:
    said = "某局党组于2026年1月20日至21日在三楼会议室召开2025年度民主生活会，以“改作风”为主题。会议由党组书记张三主持，副局长王五因病请假。"
    value = read(
        said,
        "（二）征求意见。征求意见建议27条，归并为19条。\n（三）谈心谈话。班子成员之间谈心谈话30人次，与科室主任谈心谈话58人次。\n",
    )
    edited = mz.replace(value, path, new)
    assert mz.resolve(edited, path) == new
    assert shown in edited.model_dump_json()
