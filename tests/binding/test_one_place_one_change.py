"""Words that tell several things are changed once; a date is written in the form that stands there, whoever edited the value."""

from __future__ import annotations

import mzsh_model as mz

REPORT = (
    "某局党组关于2025年度民主生活会情况的报告\n市委组织部：\n2026年1月12日，局党组召开2025年度民主生活会，局党组书记张三主持会议，"
    "应到7人，实到7人。现将情况报告如下。\n一、查摆的主要问题\n一是学习不够系统。二是调研不够深入。\n"
    "二、下一步整改措施\n（一）加强学习。2026年6月底前读完4本书。\n某局党组\n2026年1月20日"
)


def _written(edits: dict[str, object]) -> list[str]:
    doc = mz.open(REPORT.encode())
    value = doc.read().value
    for path, new in edits.items():
        value = mz.replace(value, path, new)
    after = doc.write(value)
    assert after.read().value == value
    return after.to_bytes().decode().split("\n")


def test_a_fact_changes_with_the_text_that_tells_it() -> None:
    opening = "2026年2月3日上午，县供销社党组召开2025年度民主生活会，党组书记王小五主持会议，应到9人，实到8人。现将情况报告如下。"
    assert _written({"/preamble/0": opening})[2] == opening


def test_the_unit_and_the_year_change_with_the_title() -> None:
    title = "县供销社党组关于2024年度民主生活会情况的报告"
    assert _written({"/title": title})[0] == title


def test_a_date_is_written_in_the_form_that_stands_there() -> None:
    assert _written({"/signature/on": "2026-02-03"})[-1] == "2026年2月3日"


def test_a_due_date_given_from_elsewhere_is_written_in_the_form_of_its_cell() -> None:
    rows = "| 序号 | 查摆的问题 | 整改措施 | 责任人 | 完成时限 |\n|---|---|---|---|---|\n| 1 | 学习不够。 | 读书。 | 张三 | 2026年6月底前 |"
    made = mz.open(f"某局党组2025年度民主生活会整改台账\n{rows}".encode()).read().value
    doc = mz.open(mz.write(made))
    given = doc.read().value.model_dump()
    given["entries"][0]["measures"][0]["due"] = "2026-09"
    after = doc.write(mz.Ledger.model_validate(given))
    assert [line.text for line in after.lines if "2026年9" in line.text] == ["2026年9月底前"]
