"""Prompts of forms, merge fields and templates are blanks to fill, never somebody's name."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.kernel.placeholders import find_blanks
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import SelfExamination

DRAFT = "个人对照检查材料\n一、存在的问题\n1.学习不够。\n2.调研不深。\n二、整改措施\n1.加强学习，2026年6月底前读完4本书，责任人：{}。\n"


@pytest.mark.parametrize(
    "prompt",
    ["单击或点击此处输入文字", "点击此处输入姓名", "单击此处输入文字", "«姓名»", "[责任人]", "［责任人］", "{{owner}}", "{{ 责任人 }}"],
)  # fmt: skip
def test_a_prompt_is_no_owner(prompt: str) -> None:
    value = mz.read_text(DRAFT.replace("{}", prompt)).value
    assert isinstance(value, SelfExamination)
    owner = value.measures[0].owner
    assert isinstance(owner, Placeholder)
    assert owner.raw == prompt


@pytest.mark.parametrize("text", ["群众单击率低", "点击此类链接", "第[3]条", "{甲}", "«»", "读[注]书"])
def test_what_only_looks_like_a_prompt_is_no_blank(text: str) -> None:
    assert find_blanks(text) == ()
