"""Paragraphs in which numbers stand with hardly a word around them: nothing of it is an error."""

from __future__ import annotations

import pytest

import mzsh_model as mz

MARKS = ("", "，", "。", "；，", "：")


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "text",
    [
        "第二，，{m}\n，。（二）责任人：张三。第二：。\n三是政治建设方面：③：（1）责任人：张三\n\n（二）存在的问题：第二，；{m}3.5；\n",
        "民主生活会情况报告\n1、。第三，：{m}\n第二，张三：\u3000；{m}",
        "民主生活会情况报告\n{m}李四：，\n张三：；{m}\n",
        "个人对照检查材料\n一、存在的问题\n第一，{m}\n，。\n第二，；{m}\n三是学习不够。",
    ],
)
def test_numbers_with_hardly_a_word_are_read(text: str, mark: str) -> None:
    assert mz.read_text(text.format(m=mark)).value.kind
