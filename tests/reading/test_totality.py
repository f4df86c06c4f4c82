"""No words are lost, wherever they stand: each is in the model, or named in a notice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.model.documents import SelfExamination
from tests.conftest import real_files
from tests.reading.bare_characters import lost
from tests.reading.marked import Specimen, specimens, stored
from tests.reading.test_examination_cases import CASES, Case, text_of

REAL = [*real_files("texts/*.docx"), *real_files("texts/*.txt"), *real_files("public/*.txt"), *real_files("report.*")]
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


@pytest.mark.parametrize("one", specimens(), ids=lambda one: one.name)
def test_every_character_of_a_specimen_is_accounted_for(one: Specimen) -> None:
    assert lost(mz.open(stored(one))) == []


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_every_character_of_a_real_text_is_accounted_for(path: Path) -> None:
    assert lost(mz.open(path)) == []


def test_a_lost_character_is_seen() -> None:
    doc = mz.open("个人对照检查材料\n一、存在的问题\n一是学习不够。二是调研不深。".encode())
    assert lost(doc) == []
    read = doc.read()
    places = {path: place for path, place in read.anchors.items() if not path.startswith("/issues/1")}
    assert lost(doc, replace(read, anchors=places)) == [(3, "二是调研不深。")]


def test_lines_of_the_contents_are_named_in_their_order() -> None:
    heads = [f"{number}、第{number}方面的问题" for number in "一二三四五六七八九"]
    contents = [f"{head}……{page}" for page, head in enumerate(heads, 1)]
    text = "\n".join(["对照检查材料", "目录", *contents, *(f"{head}\n学习不够深入。" for head in heads)])
    named = [n.line for n in mz.open(text.encode()).read().notices if n.code == "contents"]
    assert named == [*range(2, 12)]
