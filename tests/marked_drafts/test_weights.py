"""Counting weights: a sign that is seen in one sort of chapter alone speaks for it, and against the others."""

from __future__ import annotations

import pytest
from benchmarks import weights

from mzsh_model.model.base import Role
from tests.marked_drafts.draft import parse

DRAFT = """kind: SelfExamination
year: 2025
scope: member
---
2025年度民主生活会个人对照检查材料
一、存在的主要问题
1.{issue|学习不够系统。}
2.{issue|调研不够深入。}
二、整改措施
1.{measure|坚持每月读一本书。}
2.{measure|坚持每月下乡一次。}"""


@pytest.fixture(scope="module")
def counts() -> weights.Counts:
    held = weights.Counts()
    for n in range(4):
        held.add(parse(f"draft-{n}", DRAFT))
    return held


def test_chapters_are_what_most_of_their_marks_are(counts: weights.Counts) -> None:
    assert counts.chapters == {Role.ISSUES: 4, Role.MEASURES: 4}


def test_a_sign_weighs_for_the_chapters_that_have_it(counts: weights.Counts) -> None:
    weight, seen = counts.weight("chapter.plans", Role.MEASURES)
    assert (weight > 0, seen) == (True, 4)
    assert counts.weight("chapter.plans", Role.ISSUES)[0] < 0


def test_the_table_tells_every_sign_that_was_seen(counts: weights.Counts) -> None:
    told = {(sign, reading) for sign, _, reading, *_ in weights.rows(counts)}
    assert {("plans", Role.MEASURES), ("faults", Role.ISSUES), ("named", Role.MEASURES)} <= told
    assert all(seen for *_, seen in weights.rows(counts))
