"""Facts of a meeting that stand in tables, beside or below their names, and behind labels in lines of their own."""

from __future__ import annotations

import io
from typing import cast

import pytest
from docx import Document as new_word

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.model.documents import MeetingReport

Rows = list[list[str]]


def opened(rows: Rows) -> Document:
    paper = new_word()
    paper.add_paragraph("某局党组2025年度民主生活会情况报告")
    table = paper.add_table(rows=len(rows), cols=max(map(len, rows)))
    for at, row in enumerate(rows):
        for n, said in enumerate(row):
            table.cell(at, n).text = said
    paper.add_paragraph("一、查摆的问题")
    paper.add_paragraph("班子查摆出2个问题：一是学习不系统；二是调研不深入。")
    file = io.BytesIO()
    paper.save(file)
    return mz.open(file.getvalue())


def read(rows: Rows) -> MeetingReport:
    return cast(MeetingReport, opened(rows).read().value)


BESIDE: Rows = [
    ["会议时间", "2026年1月12日9:00"],
    ["会议地点", "四楼会议室"],
    ["应到人数", "7人"],
    ["实到人数", "6"],
    ["缺席人员及原因", "党委委员韦七（住院治疗）"],
    ["谈心谈话", "38人次"],
    ["征求意见建议（条）", "41"],
    ["其中：对班子", "26条"],
    ["对班子成员", "15条"],
]


def facts(value: MeetingReport) -> list[object]:
    held, told = value.meeting, value.opinions
    return [held.held_on, held.place, held.expected, held.present, value.talks, told and (told.total, told.for_team)]


@pytest.mark.parametrize(
    "rows",
    [
        BESIDE,
        [[str(n), *row] for n, row in enumerate(BESIDE, 1)],
        [[*one, *other] for one, other in zip(BESIDE[:4], BESIDE[5:], strict=True)],
        [[row[0] for row in BESIDE], [row[1] for row in BESIDE]],
    ],
    ids=["beside", "numbered", "two by two", "below"],
)
def test_a_table_tells_the_facts_of_a_meeting(rows: Rows) -> None:
    assert facts(read(rows)) == ["2026-01-12", "四楼会议室", 7, 6, 38, (41, 26)]


def test_who_was_absent_and_why_stands_in_one_cell() -> None:
    assert [(one.name, one.post, one.reason) for one in read(BESIDE).meeting.absentees] == [
        ("韦七", "党委委员", "住院治疗")
    ]


def test_a_fact_stands_in_its_cell_and_the_name_of_the_cell_is_read_with_it() -> None:
    document = opened(BESIDE)
    outcome = document.read()
    for path, said in (("/meeting/present", "6"), ("/opinions/total", "41"), ("/meeting/place", "四楼会议室")):
        at = outcome.anchors[path]
        assert document.lines[at.line - 1].text[at.start : at.end] == said
    assert not [notice for notice in outcome.notices if notice.code == "unplaced-line"]


def test_cells_that_name_nothing_known_are_noticed_not_read() -> None:
    outcome = opened([["经费预算", "7人"], ["车辆", "6人"]]).read()
    assert facts(cast(MeetingReport, outcome.value))[2:4] == [None, None]
    assert [notice.code for notice in outcome.notices] == ["unplaced-line"] * 4


@pytest.mark.parametrize(
    "said",
    [
        "会议时间：2026年1月12日上午9时至12时",
        "召开时间:2026年1月12日",
        "会议于年初召开。时间：2026年1月12日；地点：四楼会议室。",
        "时间和地点：2026年1月12日，四楼会议室",
        "（一）会议时间：2026年1月12日",
    ],
)
def test_the_day_stands_behind_its_label(said: str) -> None:
    text = f"某局党组2025年度民主生活会情况报告\n市委组织部：\n{said}\n一、问题\n班子的问题：一是学习少；二是调研浅。"
    assert cast(MeetingReport, mz.read_text(text).value).meeting.held_on == "2026-01-12"


@pytest.mark.parametrize("said", ["谈话时间：2026年1月2日", "整改时间：2026年6月底前", "会议时间：另行通知"])
def test_the_day_of_something_else_is_not_that_of_the_meeting(said: str) -> None:
    text = f"某局党组2025年度民主生活会情况报告\n市委组织部：\n{said}\n一、问题\n班子的问题：一是学习少；二是调研浅。"
    assert cast(MeetingReport, mz.read_text(text).value).meeting.held_on is None


def test_day_and_place_stand_in_one_cell() -> None:
    meeting = read(
        [["时间地点", "2026年1月12日上午，镇政府二楼会议室"], ["参会", "应到9人，实到8人；委员岑七请产假"]]
    ).meeting
    assert (meeting.held_on, meeting.place, meeting.expected, meeting.present) == (
        "2026-01-12",
        "镇政府二楼会议室",
        9,
        8,
    )
    assert [(one.name, one.reason) for one in meeting.absentees] == [("岑七", "产假")]
