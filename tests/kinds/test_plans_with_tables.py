"""A plan with a table of what is put right in it is a plan; a table under that name and nothing else is a ledger."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from tests.reading.word import word

TABLE = (
    "|序号|问题|措施|时限|",
    "|1|学习不够系统|制定读书计划|2026年3月底前|",
    "|2|调研不够深入|每月走访一次|长期坚持|",
)


@pytest.mark.parametrize("title", ["张三同志2025年度民主生活会个人整改落实方案", "某局2025年度民主生活会整改方案"])
@pytest.mark.parametrize("numbers", [("一、", "二、", "三、"), ("（一）", "（二）", "（三）"), ("1.", "2.", "3.")])
def test_chapters_around_a_table_make_a_plan(title: str, numbers: tuple[str, str, str]) -> None:
    one, two, three = numbers
    doc = mz.open(
        word((title, "为抓好整改，制定方案如下。", f"{one}总体要求", "照单全收，件件有着落。", f"{two}整改内容", *TABLE, f"{three}保证措施", "每半年报告一次。"))
    )  # fmt: skip
    value = doc.read().value
    assert value.kind == "RectificationPlan"
    assert mz.check(value, doc).verdict is None


@pytest.mark.parametrize("heads", [(), ("一、领导班子",), ("整改情况如下：",)])
def test_a_table_that_is_all_of_it_is_a_ledger(heads: tuple[str, ...]) -> None:
    assert mz.open(word(("某局2025年度民主生活会整改方案", *heads, *TABLE))).read().value.kind == "Ledger"
