"""The marked drafts are well formed and many enough, split by hash, and the open ones are read no worse than they were."""

from __future__ import annotations

import io
import tomllib
from collections import Counter

import pytest
from docx import Document as open_word

from mzsh_model import find_rule
from tests.marked_drafts.alike import alike, bare
from tests.marked_drafts.draft import HERE, JUDGED, Draft, folder_of, is_held_out, parse, spent, written
from tests.marked_drafts.drafts import all_drafts
from tests.marked_drafts.floors import floors
from tests.marked_drafts.generator.make import generated
from tests.marked_drafts.marks import BadMark, unmarked
from tests.marked_drafts.measuring import measure
from tests.marked_drafts.paper import paper
from tests.marked_drafts.truth import entries, items

DRAFTS = {draft.name: draft for draft in all_drafts()}


def test_split_follows_hash() -> None:
    for half in ("open", "held_out"):
        for path in (HERE / half).glob("*.txt"):
            assert path.parent == folder_of(path.stem), f"{path.name} stands in the wrong folder"


def test_names_are_unique() -> None:
    assert len(DRAFTS) == len(list(all_drafts()))


@pytest.mark.parametrize("name", [pytest.param(name, id=f"{number}") for number, name in enumerate(DRAFTS)])
def test_marks_resolve(name: str) -> None:
    draft = DRAFTS[name]
    named = {mark.attributes["id"] for mark in draft.marks if "id" in mark.attributes}
    for mark in draft.marks:
        assert mark.tag == "entry" or bare(draft.words(mark)), f"{name}: an empty {mark.tag}"
        assert set(filter(None, mark.attributes.get("of", "").split(","))) <= named, f"{name}: {mark.attributes}"
        if mark.tag.startswith("#"):
            assert int(mark.attributes.get("is", draft.words(mark))) >= 0
    if "fault" in draft.header:
        assert find_rule(draft.header["fault"]).level == "必改"
        assert draft.header.get("clean") != "yes"
    assert paper(draft)
    assert draft.form == "docx" or "№" not in draft.text, f"{name}: nothing but Word numbers by itself"
    _says_what_it_is(draft)


def _says_what_it_is(draft: Draft) -> None:
    if draft.kind == "Ledger":
        assert all(entry.said.get("issue") or entry.said.get("measure") for entry in entries(draft)), draft.name
        assert entries(draft), draft.name
    elif draft.kind == "SelfExamination":
        assert items(draft, "issue"), draft.name
        assert "scope" in draft.header, draft.name
    elif draft.kind == "other":
        assert not draft.marks, draft.name
    if draft.kind in JUDGED:
        assert "year" in draft.header, draft.name


def test_marks_are_taken_out() -> None:
    text, marks = unmarked("一是{measure id=a|{owner|张三}每月1次}。{#talks|5}人次")
    assert text == "一是张三每月1次。5人次"
    assert [(mark.tag, text[mark.start : mark.end], mark.inside) for mark in marks] == [
        ("measure", "张三每月1次", None),
        ("owner", "张三", 0),
        ("#talks", "5", None),
    ]


@pytest.mark.parametrize("source", ["{issue|没有完", "{fault|x}", "{issue colour=red|x}", "x}", "{#people|3}"])
def test_bad_marks_are_refused(source: str) -> None:
    with pytest.raises(BadMark):
        unmarked(source)


def test_word_numbers_paragraphs_by_itself() -> None:
    draft = parse("numbered", "kind: Ledger\nform: docx\n---\n标题\n№0 甲\n№1 {issue|乙}\n№0 丙")
    paragraphs = open_word(io.BytesIO(paper(draft))).paragraphs
    assert [one.text for one in paragraphs] == ["标题", "甲", "乙", "丙"]
    levels = [one._p.xpath("w:pPr/w:numPr/w:ilvl/@w:val") for one in paragraphs]
    assert levels == [[], ["0"], ["1"], ["0"]]


def test_unknown_header_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown header"):
        parse("x", "kind: Ledger\ncolour: red\n---\n正文")


def test_likeness() -> None:
    assert alike("学习不够系统， 4本书只读了2本。", "学习不够系统,4本书只读了2本")
    assert not alike("学习不够系统", "学习不够系统，4本书只读了2本")
    assert not alike("", "学习")


def test_enough_drafts() -> None:
    kinds = Counter(draft.kind for draft in DRAFTS.values())
    assert kinds["SelfExamination"] >= 60
    assert kinds["MeetingReport"] >= 30
    assert kinds["Ledger"] >= 30
    assert kinds["other"] >= 16
    assert sum(1 for _ in written()) - kinds["other"] >= 40
    assert sum(draft.header.get("clean") == "yes" for draft in DRAFTS.values()) >= 100
    assert sum("fault" in draft.header for draft in DRAFTS.values()) >= 20
    years = {draft.header.get("year") for draft in DRAFTS.values() if draft.kind == "SelfExamination"}
    assert len(years) >= 10
    fresh = DRAFTS.keys() - spent()
    assert len(fresh) / 8 <= sum(map(is_held_out, fresh)) <= len(fresh) / 2


def test_what_is_spent_stands_open() -> None:
    assert {path.stem for path in (HERE / "open").glob("*.txt")} >= spent()


def test_wordings_of_the_halves_are_their_own() -> None:
    """A voice stands in the half of its name, and no problem is told in both."""
    told = {half: [path for path in (HERE / half).glob("voices/*.toml")] for half in ("open", "held_out")}
    assert min(map(len, told.values())) >= 4
    for paths in told.values():
        assert all(path.parents[1] == folder_of(path.stem) for path in paths)
    said = {
        half: {problem[0] for path in paths for problem in tomllib.loads(path.read_text("utf-8"))["problems"]}
        for half, paths in told.items()
    }
    assert not said["open"] & said["held_out"]


def test_generated_drafts_are_the_same_every_time() -> None:
    assert {draft.name: draft for draft in generated()} == {
        name: DRAFTS[name] for name in DRAFTS if name.startswith("gen-")
    }


def test_open_drafts_are_read_no_worse_than_they_were() -> None:
    """`benchmarks/reading_quality.py --raise-floors` writes the floors; they only rise."""
    half = measure(draft for draft in DRAFTS.values() if not is_held_out(draft.name))["open"]
    sunk = [f"{what}: {now:.3f} < {floor:.3f}" for what, now, floor in half.against(floors()) if now < floor]
    assert not sunk
