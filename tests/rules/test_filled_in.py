"""A ledger that says of which day it is, is judged by that day and not by today."""

from __future__ import annotations

from datetime import date

import pytest

import mzsh_model as mz
from tests.reading.word import word

TITLE = "某局2024年度民主生活会整改台账"
ROWS = (
    "|序号|存在问题|整改措施|责任人|完成时限|进展情况|",
    "|1|学习不够|研讨4次|张三|2025年6月底前|正在推进，已研讨1次|",
)


def codes(*lines: str, today: date = date(2026, 5, 1)) -> set[str]:
    doc = mz.open(word((TITLE, *lines)))
    return {found.code for found in mz.check(doc.read().value, doc, today=today).findings}


@pytest.mark.parametrize(
    "line",
    [
        "填报单位：某局　　填报日期：2025年4月15日",
        "（截至2025年3月）",
        "更新时间：2025.5.20",
        "填表人：李四　填表时间：2025年5月6日",
    ],
)
def test_what_was_due_later_than_it_was_filled_in_is_not_late(line: str) -> None:
    assert "LDG006" not in codes(line, *ROWS)


@pytest.mark.parametrize(
    "line",
    [
        "填报日期：2025年7月15日",
        "（截至2025年9月）",
        "统计时间：2026年1月",
        "填报单位：某局",
        "填报日期：　　年　月　日",
    ],
)
def test_what_was_due_before_it_was_filled_in_is_late(line: str) -> None:
    assert "LDG006" in codes(line, *ROWS)


def test_without_a_day_of_its_own_today_counts() -> None:
    assert "LDG006" in codes(*ROWS)
    assert "LDG006" not in codes(*ROWS, today=date(2025, 6, 30))
