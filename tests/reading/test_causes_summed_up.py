"""Causes that the last sentence of a paragraph sums up between semicolons, without a colon before them."""

from __future__ import annotations

import pytest

import mzsh_model as mz

HEAD = "2025年度民主生活会个人对照检查材料\n一、存在的问题\n1.学习不够系统。\n2.调研不深入。\n二、原因剖析\n"
TAIL = "\n三、整改措施\n1.每月研讨1次。"


@pytest.mark.parametrize(
    "text",
    [
        "以上问题，表现在行动上，根子在思想上。主要是党性锻炼不够经常；宗旨意识树得不牢；自我要求有所放松。",
        "对照检查，教训深刻。归结起来是理论学习不扎实；担当精神不足；纪律观念松了。",
        "问题出在下面，责任在我。根源在于政绩观有偏差；与群众感情淡了；怕得罪人。",
        "说到底还是信念不够坚定；作风不够过硬；纪律不够严明。",
    ],
)
def test_each_is_a_cause(text: str) -> None:
    value = mz.read_text(HEAD + text + TAIL).value
    assert isinstance(value, mz.SelfExamination)
    assert len(value.causes) == 3
    assert all(cause.text in text for cause in value.causes)


@pytest.mark.parametrize(
    "text",
    [
        "主要是党性锻炼不够经常，把自己等同于一般干部，自我要求有所放松。",
        "思想上松了劲。学得少、想得少，宗旨意识也就淡了。",
    ],
)
def test_one_sentence_without_semicolons_stays_one(text: str) -> None:
    value = mz.read_text(HEAD + text + TAIL).value
    assert isinstance(value, mz.SelfExamination)
    assert len(value.causes) == 1
