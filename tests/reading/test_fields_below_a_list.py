"""Lines that name owner and time limit below a whole list of measures, and below one of them."""

from __future__ import annotations

import pytest

import mzsh_model as mz

HEAD = "某局党组2025年度民主生活会对照检查材料\n一、存在的问题\n1.学习不够系统。\n2.调研不深入。\n二、原因剖析\n1.宗旨意识淡化。\n三、整改措施\n"


def _measures(*lines: str) -> list[tuple[object, str | None]]:
    value = mz.read_text(HEAD + "\n".join(lines)).value
    assert isinstance(value, mz.SelfExamination)
    return [(one.owner, one.due) for one in value.measures]


@pytest.mark.parametrize(
    "below",
    [
        ("责任人：张三", "完成时限：2026年6月底前"),
        ("责任人：张三；完成时限：2026年6月底前。",),
        ("（责任领导：张三，完成时限：2026年6月底前）",),
    ],
)
def test_below_a_list_they_are_of_all(below: tuple[str, ...]) -> None:
    listed = [f"{n}.{text}" for n, text in enumerate(("每月研讨一次", "每季度住村三天", "账目按季公示"), 1)]
    assert _measures(*listed, *below) == [("张三", "2026年6月底前")] * 3


def test_below_one_of_a_list_they_are_of_that_one() -> None:
    told = _measures(
        "1.每月研讨一次。", "责任人：张三", "2.每季度住村三天。", "责任人：李四", "3.账目按季公示。", "责任人：王五"
    )
    assert [owner for owner, _ in told] == ["张三", "李四", "王五"]


def test_what_others_say_of_themselves_stays_theirs() -> None:
    told = _measures(
        "1.每月研讨一次，2026年3月底前。", "2.每季度住村三天。", "3.账目按季公示。", "完成时限：2026年6月底前"
    )
    assert [due for _, due in told] == ["2026年3月底前", None, "2026年6月底前"]
