"""Who answers for several measures at once: in their heading, below them, in a table that names them by number."""

from __future__ import annotations

from typing import cast

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from tests.reading.word import word

HEAD = (
    "某局党组领导班子2025年度民主生活会对照检查材料",
    "一、存在的问题",
    "1.学习不深入。",
    "2.调研不够。",
    "二、整改措施",
)


def told(*lines: str) -> list[tuple[object, str | None]]:
    value = cast(SelfExamination, mz.open(word((*HEAD, *lines))).read().value)
    return [(one.owner, one.due) for one in value.measures]


@pytest.mark.parametrize(
    "lines",
    [
        ("（一）学习方面（责任领导：张三；时限：2026年3月底）", "1.每月学一次。", "2.每季度研讨一次。"),
        ("（一）学习方面。责任领导：张三；时限：2026年3月底。", "1.每月学一次。", "2.每季度研讨一次。"),
        ("1.每月学一次。", "2.每季度研讨一次。", "以上措施由张三牵头，2026年3月底完成。"),
        ("1.每月学一次。", "2.每季度研讨一次。", "上述各项任务，责任人：张三，时限：2026年3月底。"),
        ("1.每月学一次。", "2.每季度研讨一次。", "|措施|责任人|完成时限|", "|第1、2条|张三|2026年3月底|"),
        ("1.每月学一次。", "2.每季度研讨一次。", "|对应措施|责任人|完成时限|", "|1-2|张三|2026年3月底|"),
    ],
)
def test_one_says_it_for_all(lines: tuple[str, ...]) -> None:
    assert told(*lines) == [("张三", "2026年3月底")] * 2


def test_a_heading_speaks_for_its_own_measures_only() -> None:
    assert told(
        "（一）学习方面（责任领导：张三）",
        "1.每月学一次，2026年3月底前。",
        "（二）调研方面（责任领导：李四）",
        "1.每季度走访一次，2026年6月底前。",
        "（三）作风方面",
        "1.少开会，2026年9月底前。",
    ) == [("张三", "2026年3月底前"), ("李四", "2026年6月底前"), (None, "2026年9月底前")]


def test_what_a_measure_says_itself_counts_before_its_heading() -> None:
    assert told("（一）学习方面（责任领导：张三）", "1.每月学一次，由李四负责。", "2.研讨一次。") == [
        ("李四", None),
        ("张三", None),
    ]


def test_rows_that_name_measures_by_their_numbers() -> None:
    assert told(
        "（一）每月学一次。",
        "（二）每季度走访一次。",
        "（三）谈心一次。",
        "|对应措施|牵头领导|时限|",
        "|措施（三）|张三|2026年3月底|",
        "|措施（一）|李四|2026年4月底|",
    ) == [("李四", "2026年4月底"), (None, None), ("张三", "2026年3月底")]
