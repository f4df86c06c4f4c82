"""Minutes on the form of a record book: what was done stands in one cell, who sat in stands in another."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from tests.laws.test_laws import assert_texts_stand_at_their_anchors
from tests.reading.word import word

HEAD = ("某局党组2025年度民主生活会会议记录", "|时间|2026年1月12日|", "|主持人|张三|")


def held(doc: mz.Document) -> mz.Minutes:
    value = doc.read().value
    assert isinstance(value, mz.Minutes)
    return value


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("会议内容", ("一、李四通报上年度整改情况。", "二、张三代表班子对照检查。", "三、督导组点评。")),
        (
            "记录",
            ("一、通报整改情况", "二、班子对照检查", "三、个人发言、相互批评", "李四对张三：下乡少。", "四、张三小结"),
        ),
        ("议程及发言", ("现在开会。", "一、通报情况。", "李四通报了情况。", "二、对照检查。", "三、点评。")),
    ],
)
def test_the_numbered_lines_of_a_cell_are_its_agenda(label: str, lines: tuple[str, ...]) -> None:
    doc = mz.open(word((*HEAD, f"|{label}|{'¶'.join(lines)}|")))
    value = held(doc)
    wanted = [line[2:].rstrip("。") for line in lines if line[1] == "、"]
    assert [item.text for item in value.meeting.agenda] == wanted
    assert_texts_stand_at_their_anchors(doc)
    after = mz.replace(value, "/meeting/agenda/1/text", "张三作对照检查")
    assert doc.write(after).read().value == after


@pytest.mark.parametrize(
    "lines",
    [
        ("一、通报情况。", "二、对照检查。"),
        ("二、对照检查。", "三、点评。", "四、小结。"),
        ("一、学习。", "三、点评。", "五、小结。"),
    ],
)
def test_a_few_numbers_or_a_part_of_a_count_are_none(lines: tuple[str, ...]) -> None:
    assert held(mz.open(word((*HEAD, f"|备注|{'¶'.join(lines)}|")))).meeting.agenda == ()


@pytest.mark.parametrize(
    ("cell", "group", "leader"),
    [
        ("市委第二督导组组长崔护，办公室主任李小明", "市委第二督导组", "崔护"),
        ("县委督导组崔护同志、县纪委干部王小二", "县委督导组", "崔护"),
        ("市委组织部副部长、督导组组长崔护", None, "崔护"),
    ],
)
def test_who_supervised_is_told_by_the_cell_of_who_sat_in(cell: str, group: str | None, leader: str) -> None:
    told = held(mz.open(word((*HEAD, f"|列席|{cell}|", "|会议内容|一、李四通报情况。|")))).meeting.supervision
    assert told is not None
    assert (told.group, told.leader and told.leader.name) == (group, leader)


def test_nobody_supervised_where_only_others_sat_in() -> None:
    assert held(mz.open(word((*HEAD, "|列席|办公室主任李小明|")))).meeting.supervision is None
