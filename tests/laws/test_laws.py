"""The laws that hold today: Identity, Totality, Place, Purity, Independence, and that Word and text read the same."""

from __future__ import annotations

import datetime
import itertools
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.model.base import Kind
from mzsh_model.model.documents import SelfExamination
from mzsh_model.model.walk import resolve
from mzsh_model.rules.engine import check_value
from mzsh_model.rules.registry import all_rules
from mzsh_model.testing.papers import drafts
from mzsh_model.testing.word_files import packages
from tests.conftest import real_files

TODAY = datetime.date(2026, 3, 1)
GENRE = st.text(
    alphabet="一二三、（）(1)2.①是首先其次，。；：“”学习不够问题原因措施整改带头方面 \n\t　xX某2025年度月底前领导班子同志",
    max_size=300,
)
MARGINS = ("unread-header", "unread-footer", "page-number")
REAL = real_files("docx/*.do[ct]x") + real_files("texts/*.docx") + real_files("texts/*.txt") + real_files("report.*")


def assert_total(doc: Document) -> None:
    """Every line with text is anchored or named in a notice; every anchor and notice is where it says."""
    outcome = doc.read()
    told = {part.line for place in outcome.anchors.values() for part in place.parts}
    told |= {notice.line for notice in outcome.notices}
    # the same header, or page number, of several sections is named once
    margins = {doc.lines[n.line - 1].text.strip() for n in outcome.notices if n.code in MARGINS}
    lost = [line for line in doc.lines if line.text.strip() and line.number not in told]
    lost = [line for line in lost if line.story not in ("header", "footer") or line.text.strip() not in margins]
    assert not lost, lost[:3]
    for path, place in outcome.anchors.items():
        for part in place.parts:
            assert 0 <= part.start <= part.end <= len(doc.lines[part.line - 1].text), path
        resolve(outcome.value, path)


def assert_texts_stand_at_their_anchors(doc: Document) -> None:
    outcome = doc.read()
    for path, place in outcome.anchors.items():
        held = resolve(outcome.value, path)
        if isinstance(held, str) and path.rsplit("/", 1)[-1] in ("text", "label", "statement", "heading", "due"):
            shown = "".join(doc.lines[p.line - 1].text[p.start : p.end] for p in place.parts)
            assert "".join(shown.split()) == "".join(held.split()), path


def assert_judged_well(doc: Document) -> None:
    """Place, Purity and Independence."""
    value = doc.read().value
    before = value.model_dump_json()
    source = doc.source_of(value)
    result = check_value(value, source, today=TODAY)
    assert result == check_value(value, source, today=TODAY)
    assert value.model_dump_json() == before
    assert not [u for u in result.unchecked if "出错" in u.reason]
    for finding in result.findings:
        resolve(value, finding.at)
        assert 1 <= finding.line <= len(doc.lines)
        assert 0 <= finding.start <= finding.end <= len(doc.lines[finding.line - 1].text)
    rules = list(all_rules())
    random.Random(len(before)).shuffle(rules)
    halves = rules[::2], rules[1::2]
    apart = [f for half in halves for f in check_value(value, source, today=TODAY, rules=half).findings]
    assert sorted(map(repr, apart)) == sorted(map(repr, result.findings))


@given(GENRE)
def test_any_text_is_read_whole_and_judged_in_place(text: str) -> None:
    if not text.strip():
        return
    doc = mz.open(text.encode())
    assert doc.to_bytes() == text.encode()
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    assert_judged_well(doc)


def test_a_kind_without_a_year_has_no_anchor_for_one() -> None:
    doc = mz.open("通知（2024年度）\n请于3月底前报来。".encode())
    assert doc.kind is Kind.UNKNOWN
    assert_total(doc)


@given(st.data())
def test_drafts_are_read_as_they_were_made(data: st.DataObject) -> None:
    lines, wanted = data.draw(drafts())
    doc = mz.open("\n".join(lines).encode(data.draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))))
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    got = {name: [item.text for item in getattr(value, name)] for name in wanted}
    assert got == wanted
    assert_total(doc)
    assert_judged_well(doc)


@given(st.data())
def test_word_reads_like_text_whatever_the_dirt(data: st.DataObject) -> None:
    lines, _ = data.draw(drafts())
    typed = mz.open("\n".join(lines).encode())
    packed = data.draw(packages(lines))
    word = mz.open(packed)
    assert [line.text for line in word.lines] == lines
    assert word.text == "\n".join(lines)
    assert word.read().value == typed.read().value
    assert word.to_bytes() == packed
    assert_total(word)


@given(st.data())
def test_any_lines_survive_the_dirt(data: st.DataObject) -> None:
    allowed = st.characters(
        blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff", max_codepoint=0x2FFFF
    )
    lines = data.draw(
        st.lists(st.text(st.one_of(allowed, st.sampled_from("\n\t　𠮷")), max_size=20), min_size=1, max_size=5)
    )
    lines = [line.replace("\r", "") for line in lines]
    word = mz.open(data.draw(packages(lines)))
    assert [line.text for line in word.lines] == lines


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_real_files_keep_the_laws(path: Path) -> None:
    data = path.read_bytes()
    try:
        doc = mz.open(data)
    except mz.MzshError as error:
        assert "\n" not in str(error)
        return
    assert doc.to_bytes() == data
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    assert_judged_well(doc)


def test_line_offsets_differ_in_every_part_of_a_hard_wrap() -> None:
    rows = [
        "一、存在的问题",
        *(
            ["一是学习不够系统，列入计划的书只读了两本，发言引用的还是前年", "的数据，没有及时更新，被同志们当场指出。"]
            * 8
        ),
    ]
    doc = mz.open("\n".join(["个人对照检查材料", *rows]).encode())
    assert_total(doc)
    assert_judged_well(doc)
    places = [p for p in doc.read().anchors.values() if p.rest]
    assert all(a.line != b.line for p in places for a, b in itertools.pairwise(p.parts))
