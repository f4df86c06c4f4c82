"""A list in a member of a list: its members are the items, and what leads them in is kept, in running text as in paragraphs."""

from __future__ import annotations

import pytest

import mzsh_model as mz

INNER = [("①", "②"), ("1.", "2."), ("（1）", "（2）")]


def _read(*lines: str) -> mz.SelfExamination:
    text = ["个人对照检查材料", "一、存在的问题", *lines, "二、整改措施", "一是读书。二是下乡。"]
    value = mz.open("\n".join(text).encode()).read().value
    assert isinstance(value, mz.SelfExamination)
    return value


def _told(value: mz.SelfExamination) -> list[tuple[str | None, str]]:
    return [(one.label, one.text) for one in value.issues]


@pytest.mark.parametrize(("first", "second"), INNER)
def test_the_members_of_an_inner_list_are_the_items(first: str, second: str) -> None:
    inner = f"{first}计划的4本书只读了2本；{second}笔记记得少。"
    value = _read(f"一是学习不够系统，主要表现在：{inner}二是调研不够深入。")
    assert _told(value) == [(first, "计划的4本书只读了2本"), (second, "笔记记得少。"), ("二是", "调研不够深入。")]
    assert value.sections[0].remarks == ("学习不够系统，主要表现在：",)


def test_a_numbered_paragraph_that_only_leads_in_a_list_is_kept() -> None:
    value = _read("（一）学习不够系统，主要表现在：一是计划的4本书只读了2本；二是笔记记得少。", "（二）调研不够深入。")
    assert [text for _, text in _told(value)][:2] == ["计划的4本书只读了2本", "笔记记得少。"]
    assert "学习不够系统，主要表现在：" in value.sections[0].remarks


def test_a_sentence_before_a_list_is_kept() -> None:
    value = _read("会前广泛征求了意见。问题主要有：一是学习不够系统。二是调研不够深入。")
    assert _told(value) == [("一是", "学习不够系统。"), ("二是", "调研不够深入。")]
    assert value.sections[0].remarks == ("会前广泛征求了意见。问题主要有：",)
