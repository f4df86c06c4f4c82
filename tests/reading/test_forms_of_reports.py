"""A 情况报告 filled in as one form: it is a report, and no ledger, though rows of it are called problems and measures."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from tests.reading.word import word

ROWS = (
    "|单位|某校党委|会议时间|2026年1月14日|",
    "|主持人|张三（党委书记）|应到人数|6|",
    "|班子查摆的主要问题|1.学习不够系统。⏎2.调研不深。|||",
    "|整改措施|1.每季研讨，张三负责，2026年3月底前。⏎2.每月走访，李四负责，2026年4月底前。|||",
    "|填报单位|某校党委|填报日期|2026年1月20日|",
)


@pytest.mark.parametrize("title", ["民主生活会情况报告表", "民主生活会召开情况汇报表", "民主生活会情况报告"])
def test_a_form_that_is_called_a_report_is_one(title: str) -> None:
    doc = mz.open(word([f"2025年度{title}", *ROWS]))
    value = doc.read().value
    assert isinstance(value, mz.MeetingReport)
    assert value.meeting.chair is not None
    assert value.meeting.chair.name == "张三"
    assert mz.check(value, doc).verdict is None or value.team_issues


def test_the_same_rows_in_a_ledger_stay_a_ledger() -> None:
    value = (
        mz.open(
            word(["某校2025年度民主生活会问题整改台账", "|存在问题|整改措施|责任人|", "|学习不够系统|每季研讨|张三|"])
        )
        .read()
        .value
    )
    assert isinstance(value, mz.Ledger)
