"""A problem, its cause and what is done about it in one paragraph, a sentence each."""

from __future__ import annotations

import pytest

from mzsh_model.model.base import Role
from mzsh_model.reading.draft import paragraphs
from mzsh_model.reading.items.named import cut_parts


@pytest.mark.parametrize(
    "why",
    ["剖析下来，是", "主要是", "根子在", "是因为"],
)
def test_each_sentence_is_a_part(why: str) -> None:
    _, (span,) = paragraphs(f"劳务合同没有上会。{why}只图省事。大额合同上党委会，詹树牵头，2026年7月底前执行。")
    head, parts = cut_parts(Role.ISSUES, span)
    assert head.text == "劳务合同没有上会。"
    assert [(role, told.text) for role, told in parts] == [
        (Role.CAUSES, "只图省事。"),
        (Role.MEASURES, "大额合同上党委会，詹树牵头，2026年7月底前执行。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "下乡少，主要是怕跑。全年只去了3次。",
        "下乡少。主要是怕跑。2025年3月底前只去了1次。",
        "主要是怕跑。大额合同上会，詹树牵头，2026年7月底前。",
    ],
)
def test_what_answers_nothing_stays_with_the_problem(text: str) -> None:
    _, (span,) = paragraphs(text)
    head, parts = cut_parts(Role.ISSUES, span)
    assert (head.text, parts) == (text, [])
