"""Tables of a report's measures: those that point at a problem by its number, those that call measures what is to be put right."""

from __future__ import annotations

import io

import docx

import mzsh_model as mz

ROWS = [
    ("每次学习提问三人", "张三", "2025年3月底前"),
    ("每月下乡两次", "李四", "2025年6月底前"),
    ("考勤逐日公示", "王五", "长期坚持"),
]


def _report(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> mz.MeetingReport:
    paper = docx.Document()
    for text in (
        "某局党组2024年度民主生活会情况报告",
        "县委组织部：",
        "2025年1月15日，某局党组召开2024年度民主生活会，党组书记张三主持，党组成员李四、王五参加。",
        "一、会前准备",
        "学习3次。",
        "二、会议情况",
        "班子查摆了3个问题：",
        "1.学习不深入。",
        "2.下乡少。",
        "3.考勤不严。",
        "三、整改安排",
    ):
        paper.add_paragraph(text)
    table = paper.add_table(rows=0, cols=len(header))
    for row in (header, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file = io.BytesIO()
    paper.save(file)
    value = mz.open(io.BytesIO(file.getvalue())).read().value
    assert isinstance(value, mz.MeetingReport)
    return value


def _told(value: mz.MeetingReport) -> list[tuple[object, ...]]:
    assert [one.text for one in value.team_issues] == ["学习不深入。", "下乡少。", "考勤不严。"]
    return [(one.text, one.owner, one.due) for one in value.measures]


def test_rows_that_point_at_problems_by_number() -> None:
    rows = [(str(n), f"问题{n}", *row) for n, row in enumerate(ROWS, 1)]
    value = _report(("序号", "对应问题", "整改措施", "责任人", "完成时限"), rows)
    assert _told(value) == ROWS
    assert {(link.issue, link.measure) for link in value.links} >= {("i1", "m1"), ("i2", "m2"), ("i3", "m3")}


def test_things_to_put_right_are_measures_where_problems_were_told() -> None:
    for name in ("整改事项", "整改任务", "整改内容"):
        assert _told(_report((name, "责任人", "期限"), list(ROWS))) == ROWS
