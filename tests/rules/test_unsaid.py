"""A word that leaves owner or time limit open is none: 尽快, 待定, 各相关科室."""

import pytest

import mzsh_model as mz

_DRAFT = (
    "某局领导班子对照检查材料\n一、存在的问题\n一是学习不够系统，4本书只读了2本。\n二是调研不深，全年只到联系点3次。\n"
    "二、整改措施\n一是每月读书一次（责任人：{}；完成时限：{}）。\n二是每月走访一次（责任人：张三；完成时限：2026年6月底前）。"
)


def _codes(owner: str, due: str) -> set[str]:
    value = mz.read_text(_DRAFT.format(owner, due)).value
    return {f.code for f in mz.check(value).findings if f.at.startswith("/measures/0")} & {"MEA003", "MEA004"}


@pytest.mark.parametrize("due", ["尽快", "待定", "待研究", "—"])
def test_a_time_limit_that_says_nothing_is_none(due: str) -> None:
    assert _codes("张三", due) == {"MEA003"}


@pytest.mark.parametrize("owner", ["各相关科室", "相关人员", "责任科室", "待定"])
def test_an_owner_that_names_nobody_is_none(owner: str) -> None:
    assert _codes(owner, "2026年6月底前") == {"MEA004"}


def test_what_is_said_is_said() -> None:
    assert _codes("张三", "2026年6月底前") == set()
