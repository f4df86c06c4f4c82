"""No words are lost, wherever they stand: each is in the model, or named in a notice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.model.documents import SelfExamination
from tests.reading.marked import Specimen, specimens, stored
from tests.reading.test_examination_cases import CASES, Case, text_of

STRAY = "会场摆着九盆绿萝"


def kept(doc: Document, words: str) -> bool:
    outcome = doc.read()
    lines = {line.number: line.text for line in doc.lines}
    places = (part for place in outcome.anchors.values() for part in place.parts)
    read = any(words in lines[part.line][part.start : part.end] for part in places)
    return read or any(words in notice.text for notice in outcome.notices)


@given(st.sampled_from(CASES), st.data())
def test_a_stray_sentence_is_never_lost(case: Case, data: st.DataObject) -> None:
    rows = text_of(case).split("\n")
    at = data.draw(st.integers(1, len(rows) - 1))
    cut = data.draw(
        st.sampled_from([0, len(rows[at]), *(n + 1 for n, char in enumerate(rows[at]) if char in "。；：，")])
    )
    before, after = rows[at][:cut], rows[at][cut:]
    stop = data.draw(st.sampled_from(["。", "；", "，", "：", "\n"]))
    rows[at] = f"{before}{STRAY}{stop}{after}"
    assert kept(mz.open("\n".join(rows).encode()), STRAY)


@pytest.mark.parametrize("one", specimens(), ids=lambda one: one.name)
def test_of_a_self_examination_no_words_are_left_unread(one: Specimen) -> None:
    outcome = mz.open(stored(one)).read()
    if isinstance(outcome.value, SelfExamination):
        assert [notice.text for notice in outcome.notices if notice.code == "unplaced-text"] == []


def test_words_between_two_items_are_named() -> None:
    doc = mz.open(
        "某局民主生活会情况报告\n一、会议情况\n会上，班子查摆出2个方面的突出问题：一是学习不够；二是调研不深。会议气氛严肃热烈。".encode()
    )
    assert kept(doc, "会议气氛严肃热烈")
