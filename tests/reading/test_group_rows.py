"""Rows of a ledger that only head the rows below them, in cells of their own."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import Ledger
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total
from tests.reading.word import word

HEAD = "某局党组2024年度民主生活会整改台账", "|序号|存在问题|整改措施|责任人|完成时限|"
ONE, TWO = "|1|请示报告不及时|修订清单|张三|2025年3月底|", "|2|下基层少|每月3天|王五|2025年12月底|"


def _read(*rows: str) -> tuple[Ledger, list[str]]:
    doc = mz.open(word([*HEAD, *rows]))
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    value = doc.read().value
    assert isinstance(value, Ledger)
    return value, [one.code for one in mz.check(doc).findings if one.level is mz.Level.MUST]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("|一|班子问题||||", "|二|个人问题||||"),
        ("|（一）|领导班子存在的问题||||", "|（二）|班子成员问题||||"),
        ("||班子共性问题||||", "||张三同志||||"),
    ],
)
def test_whose_problems_follow_is_no_problem(first: str, second: str) -> None:
    value, must = _read(first, ONE, second, TWO)
    assert [entry.issue and entry.issue.text for entry in value.entries] == ["请示报告不及时", "下基层少"]
    assert [entry.number for entry in value.entries] == ["1", "2"]
    assert must == []


def test_an_aspect_that_heads_rows_is_theirs() -> None:
    value, must = _read("|一|政治建设||||", ONE, "|二|作风建设||||", TWO)
    assert [entry.aspect for entry in value.entries] == ["政治建设", "作风建设"]
    assert must == []


@pytest.mark.parametrize("row", ["|3|班子学习不深||||", "|三|学习不深，一年只有2次。||||"])
def test_a_problem_without_a_measure_is_one(row: str) -> None:
    value, must = _read(ONE, TWO, row)
    assert len(value.entries) == 3
    assert must == ["LDG001"]


def test_rows_all_numbered_in_han_are_problems() -> None:
    value, must = _read("|一|学习不深||||", "|二|下基层少|每月3天|王五|2025年12月底|")
    assert [entry.number for entry in value.entries] == ["一", "二"]
    assert must == ["LDG001"]
