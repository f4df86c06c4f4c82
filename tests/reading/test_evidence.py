"""Readings are sums of evidence, the best row of them is taken, and they can say why."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kernel.errors import BadPath
from mzsh_model.reading.weighing.evidence import Scores, total
from mzsh_model.reading.weighing.path import END, START, best_path
from mzsh_model.reading.weighing.weights import load_weights, sign_texts

NAMES = {"other": "other", "issues": "issues", "causes": "causes", "measures": "measures"}
SIGNS = [sign for sign, weights in load_weights()["chapter"].items() if "own" not in weights]
COUPLETS = """个人对照检查材料
2025年度民主生活会
一、照镜子，把自己摆进去
对照检查，本人在两个方面还有差距：一是学习不够系统。二是吃老本，锐气减了。
二、挖思想，在灵魂深处找
一是理想信念不坚定。
二是宗旨意识淡薄。
三、立说立行，补齐短板
一是加强理论学习，每周读书2小时。
二是深入一线调研，每月不少于2次。"""


def scores_of(signs: list[str]) -> Scores[str]:
    scores: Scores[str] = Scores("chapter", NAMES)
    for sign in signs:
        scores.add(sign)
    return scores


def worth(row: tuple[str, ...], siblings: list[Scores[str]]) -> int:
    order = load_weights()["order"]
    steps = zip((START, *row), (*row, END), strict=True)
    placed = sum(order.get(f"{a}-{b}", {}).get("weight", 0) for a, b in steps)
    return placed + sum(one.total(reading) for one, reading in zip(siblings, row, strict=True))


@given(st.lists(st.lists(st.sampled_from(SIGNS), max_size=3), min_size=1, max_size=4))
def test_no_row_is_better_and_the_margin_is_to_the_best_that_reads_one_otherwise(signs: list[list[str]]) -> None:
    siblings = [scores_of(some) for some in signs]
    found = best_path(siblings)
    rows = {row: worth(row, siblings) for row in product(NAMES, repeat=len(siblings))}
    best = max(rows.values())
    for index, decision in enumerate(found):
        by_reading = {r: max(n for row, n in rows.items() if row[index] == r) for r in NAMES}
        assert by_reading[decision.taken] == best
        others = max(n for r, n in by_reading.items() if r != decision.taken)
        assert decision.margin == best - others


def test_a_sign_counts_by_the_share_that_it_holds_for() -> None:
    scores: Scores[str] = Scores("chapter", NAMES)
    scores.add("faults", share=0.5)
    full = load_weights()["chapter"]["faults"]["causes"]
    assert total(scores.found["causes"]) == round(full / 2)


def test_no_word_of_a_heading_outweighs_members_and_place() -> None:
    """A couplet may hold the word of another part (短板): what its members say, and where it stands, weigh more."""
    weights = load_weights()
    word = weights["chapter"]["word"]["own"]
    said = weights["chapter"]["plans"]["measures"] - weights["chapter"]["plans"]["issues"]
    placed = weights["order"]["causes-measures"]["weight"] - weights["order"]["causes-issues"]["weight"]
    assert word < said + placed


def test_every_sign_can_be_told() -> None:
    assert all(text.strip() for text in sign_texts().values())


def test_a_document_says_why_its_parts_are_read_as_they_are() -> None:
    doc = mz.open(COUPLETS.encode())
    chapter, listed = doc.explain("/issues/0/text")
    assert (chapter.reading, chapter.line) == ("存在的问题", 3)
    assert "写明的数目与条数相同" in [text for text, _ in listed.evidence]
    (measures,) = doc.explain("/measures/1")
    assert (measures.reading, measures.rival) == ("整改措施", "存在的问题")
    assert ("标题里有这一部分常用的词", 7) in measures.against
    assert str(measures).startswith("第8行起的这一部分读作“整改措施”")


def test_what_was_not_read_has_no_reasons() -> None:
    with pytest.raises(BadPath):
        mz.open(COUPLETS.encode()).explain("/nowhere/0")


def test_a_close_reading_is_told_with_both() -> None:
    text = "个人对照检查材料\n2025年度民主生活会\n一、存在的问题\n一是学习不够。\n二是调研不深。\n二、往深里看\n一是主动性不够。\n二是标准不高。"
    notices = [n for n in mz.read_text(text).notices if n.code == "reading-unsure"]
    assert [n.line for n in notices] == [6]
    assert "“原因”" in notices[0].message
    assert "“存在的问题”" in notices[0].message


def test_a_sure_reading_is_not_told_as_unsure() -> None:
    text = COUPLETS.replace("三、立说立行，补齐短板", "三、整改措施")
    assert [n.line for n in mz.read_text(text).notices if n.code == "reading-unsure"] == []
