"""A finding says under which aspect its item stands: in the catalogue's words, else in the paper's, else nothing."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.rules.places import Placer

CANONICAL = "带头固本培元、增强党性"


def aspects(text: str) -> dict[str, str]:
    """The aspect of each finding by what it quotes."""
    got = mz.read_text(text)
    return {one.quote: one.aspect for one in mz.check(got.value).findings if one.at.startswith("/issues/")}


@pytest.mark.parametrize(
    ("heading", "aspect"),
    [
        ("（一）带头固本培元、增强党性", CANONICAL),
        ("（一）固本培元、增强党性方面", CANONICAL),
        ("（一）在带头固本培元、增强党性方面的问题", CANONICAL),
        ("（一）带头固本培元增强党性方面", CANONICAL),
        ("（一）服务企业方面", "服务企业方面"),
    ],
)
def test_an_item_under_an_aspect(heading: str, aspect: str) -> None:
    text = f"2025年度民主生活会个人对照检查材料\n一、存在的问题\n{heading}\n1.学习不够系统。\n2.调研xx次。\n二、整改措施\n1.加强学习。\n"
    assert set(aspects(text).values()) == {aspect}


def test_an_item_under_none() -> None:
    text = "个人对照检查材料\n一、存在的问题\n一是学习不够系统。\n二是调研xx次。\n二、整改措施\n一是加强学习。\n"
    assert set(aspects(text).values()) == {""}


def test_a_value_made_in_code_and_a_row_of_a_ledger() -> None:
    made = mz.SelfExamination(
        subject=mz.Member(name="张三"), issues=(mz.Issue(text="学习不够系统。", aspect="服务企业"),)
    )
    found = [one for one in mz.check(made).findings if one.at.startswith("/issues/0")]
    assert {one.aspect for one in found} == {"服务企业"}
    row = mz.LedgerEntry(issue=mz.Issue(text="学习不够系统。", aspect="作风"), measures=(mz.Measure(text="读书。"),))
    placer = Placer(mz.Ledger(entries=(row,)), None)
    for at in ("/entries/0", "/entries/0/measures/0/text", "/entries/0/issue"):
        assert placer.aspect(at) == "作风"
    assert placer.aspect("") == ""
