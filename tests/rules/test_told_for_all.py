"""One time limit for all measures, in the heading above them or beside them: none of them lacks one."""

from __future__ import annotations

import pytest

import mzsh_model as mz

PAPER = """某街道党工委班子2025年度民主生活会对照检查材料
一、存在的问题
一是读书班有4人请假。二是补贴标准不一。
二、原因剖析
一是学习自觉性不强。二是统筹不够用心。
三、整改措施{above}
一是请假人员补学补考，由党建办牵头。
二是统一补贴标准，由平安办牵头。
{below}某街道党工委
2026年1月20日
"""


def lacking(above: str = "", below: str = "") -> int:
    doc = mz.open(PAPER.format(above=above, below=below).encode())
    return sum(found.code == "MEA003" for found in mz.check(doc).findings)


@pytest.mark.parametrize(
    "above",
    [
        "（以下各项均于2026年3月底前完成）",
        "（除注明外，一律在2026年6月底前完成）",
        "\n以下措施统一在2026年3月底前完成：",
    ],
)
def test_a_limit_above_is_that_of_each(above: str) -> None:
    assert lacking(above) == 0


def test_a_limit_below_is_that_of_each() -> None:
    assert lacking(below="以上措施均于2026年3月底前完成。\n") == 0


@pytest.mark.parametrize("above", ["", "（2026年1月20日）", "（各项均由办公室督办）"])
def test_what_is_no_limit_for_all_is_none(above: str) -> None:
    assert lacking(above) == 2
