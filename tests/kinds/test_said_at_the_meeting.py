"""What is said at a meeting bears its day below the title, and the name of who speaks for the supervising group."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total
from tests.reading.word import word

REMARKS = (
    "刚才，听了各位同志的发言，我代表督导组作个点评。",
    "一、总体评价",
    "一是准备工作扎实。",
    "二、存在的不足",
    "一是原因剖析不深。",
)


def opened(*rows: str) -> mz.Document:
    doc = mz.open("\n".join(rows).encode())
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    return doc


@pytest.mark.parametrize("day", ["（2026年1月30日）", "2026年1月30日", "(2026.1.30)"])
@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("在某局党组2025年度民主生活会上的点评", REMARKS),
        ("2025年度民主生活会主持词", ("同志们：", "现在开会。", "下面进行第一项议程，通报上年度整改情况。", "散会。")),
        ("2025年度民主生活会会议记录", ("主持人：张三", "记录人：李四", "张三：现在开会。")),
    ],
)
def test_the_day_below_the_title_is_the_meetings(title: str, said: tuple[str, ...], day: str) -> None:
    assert opened(title, day, *said).read().value.__dict__["meeting"].held_on == "2026-01-30"


def test_a_report_bears_its_own_day() -> None:
    doc = opened(
        "某局2025年度民主生活会会前准备情况报告",
        "（2026年1月30日）",
        "县委组织部：",
        "现报告如下。",
        "一、学习情况",
        "学了三次。",
    )
    assert doc.read().value.__dict__["meeting"].held_on is None


@pytest.mark.parametrize(
    ("byline", "group", "leader"),
    [
        ("市委第六督导组组长　张三", "市委第六督导组", "张三"),
        ("市委第六督导组组长 张三", "市委第六督导组", "张三"),
        ("县委第一督导组副组长  李四", "县委第一督导组", "李四"),
    ],
)
def test_who_speaks_for_the_group_leads_it(byline: str, group: str, leader: str) -> None:
    doc = opened("在某局党组2025年度民主生活会上的点评", byline, "（2026年1月30日）", "同志们：", *REMARKS)
    supervision = doc.read().value.__dict__["meeting"].supervision
    assert (supervision.group, supervision.leader and supervision.leader.name) == (group, leader)


def test_who_only_speaks_supervises_nobody() -> None:
    doc = opened(
        "2025年度民主生活会主持词", "某局党组书记  张三", "同志们：", "现在开会。", "下面进行第一项议程。", "散会。"
    )
    assert doc.read().value.__dict__["meeting"].supervision is None


def test_the_day_stays_where_something_else_is_edited() -> None:
    doc = opened("在某局党组2025年度民主生活会上的点评", "（2026年1月30日）", "同志们：", *REMARKS)
    value = mz.replace(doc.read().value, "/preamble/0", "听了各位同志的发言，我代表督导组作个点评。")
    assert value.__dict__["meeting"].held_on == "2026-01-30"
    assert doc.write(value).read().value == value


SPACED = (
    ("时  间：2026年1月20日上午9:00", "地  点：局三楼会议室", "主 持 人：张三（党组书记、局长）", "记 录 人：王五", "出　席：李四、赵六", "缺　席：周八（因病）"),
    ("会议时间：2026年1月20日", "会议地点：局三楼会议室", "主持：张三", "记录：王五", "出席人员：李四、赵六", "缺席：周八"),
    ("|时间|2026年1月20日|地点|局三楼会议室|", "|主 持 人|张三|记 录 人|王五|", "|出席|李四、赵六|缺席|周八|"),
    ("|会议时间|2026年1月20日上午9:00|", "|会议地点|局三楼会议室|", "|主持人|张三|", "|记录人|王五|", "|出席人员|李四、赵六|", "|缺席人员|周八|"),
)  # fmt: skip


@pytest.mark.parametrize("head", SPACED)
def test_minutes_are_headed_by_labels_however_they_are_set(head: tuple[str, ...]) -> None:
    rows = ("某局党组2025年度民主生活会会议记录", *head, "张三：现在开会。", "李四：我学习不够系统。")
    meeting = mz.open(word(rows)).read().value.__dict__["meeting"]
    assert (meeting.held_on, meeting.place) == ("2026-01-20", "局三楼会议室")
    assert (meeting.chair.name, meeting.recorder.name) == ("张三", "王五")
    assert [one.name for one in meeting.attendees] == ["李四", "赵六"]
    assert len(meeting.absentees) == 1


@pytest.mark.parametrize(
    "chapters",
    [
        ("一、会议时间", "2026年1月20日上午9时", "二、会议地点", "局三楼会议室"),
        ("一、时间和地点", "2026年1月20日上午，局三楼会议室。", "二、参会范围", "全体班子成员。"),
        ("（一）时间", "定于2026年1月20日召开。", "（二）地点", "在局三楼会议室。"),
    ],
)
def test_a_plan_tells_day_and_place_under_headings(chapters: tuple[str, ...]) -> None:
    rows = ("某局党组2025年度民主生活会方案", "根据安排，制定方案如下。", *chapters, "三、议程", "1.通报情况。")
    meeting = opened(*rows).read().value.__dict__["meeting"]
    assert (meeting.held_on, meeting.place) == ("2026-01-20", "局三楼会议室")


@pytest.mark.parametrize("line", ["局党委书记、局长  路遥", "区应急管理局党委书记 路遥", "（路遥）"])
def test_who_speaks_as_the_host_leads_the_meeting(line: str) -> None:
    doc = opened(
        "某局党委2022年度民主生活会主持词",
        line,
        "同志们：",
        "现在开会。",
        "下面进行第一项议程，通报上年度整改情况。",
        "散会。",
    )
    chair = doc.read().value.__dict__["meeting"].chair
    assert chair is not None
    assert chair.name == "路遥"


def test_who_wrote_minutes_led_nothing() -> None:
    doc = opened("某局党委2022年度民主生活会会议记录", "路遥", "记录人：李四", "张三：现在开会。")
    assert doc.read().value.__dict__["meeting"].chair is None
