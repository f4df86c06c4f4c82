"""The strategies that users get: one for every type, and documents of every kind in Word's dirt."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model import testing
from mzsh_model.kernel.errors import MzshError

TYPES = sorted(
    name
    for name in mz.__all__
    if isinstance(kind := getattr(mz, name), type)
    and issubclass(kind, mz.Value)
    and kind not in (mz.Value, mz.DocumentValue)
)
MADE = {**vars(testing.values), **vars(testing.other_kinds)}
DRAWN: dict[str, Callable[[], st.SearchStrategy[mz.Value]]] = {
    name: MADE[made]
    for name in TYPES
    for made in MADE
    if made.replace("_", "") in (f"{name.lower()}s", f"{name.lower().removesuffix('y')}ies", name.lower())
}


def test_every_type_has_its_strategy() -> None:
    assert sorted(DRAWN) == TYPES
    assert len(TYPES) > 25


@pytest.mark.parametrize("name", TYPES)
@settings(max_examples=15)
@given(data=st.data())
def test_what_is_drawn_is_a_value_of_its_type(name: str, data: st.DataObject) -> None:
    drawn = data.draw(DRAWN[name]())
    kind = cast(type[mz.Value], getattr(mz, name))
    assert type(drawn) is kind
    assert kind.model_validate_json(drawn.model_dump_json()) == drawn


def _shows(sign: bytes) -> Callable[[bytes], bool]:
    return lambda xml: sign in xml


@pytest.mark.parametrize(
    "sign",
    ["<w:sdt>", "<w:ins ", "<w:smartTag ", "<w:hyperlink ", "<w:fldSimple ", "<w:fldChar ", "<w:t></w:t>", "<w:del "],
)
def test_word_files_have_every_kind_of_dirt(sign: str) -> None:
    found = find(testing.word_files.paragraphs("学习不够系统"), lambda xml: sign in xml)
    assert sign in found


def test_documents_of_every_kind_are_drawn() -> None:
    drawn: set[type[mz.DocumentValue]] = set()

    @settings(max_examples=400, phases=[Phase.generate])
    @given(testing.word_files.documents())
    def draw(doc: mz.Document) -> None:
        drawn.add(type(doc.read().value))

    draw()
    assert drawn >= {mz.SelfExamination, mz.MeetingReport, mz.Ledger}


@given(testing.word_files.documents())
def test_documents_are_read_without_a_line_lost(doc: mz.Document) -> None:
    got = doc.read()
    told = {part.line for place in got.anchors.values() for part in place.parts} | {n.line for n in got.notices}
    assert [line.text for line in doc.lines if line.text.strip() and line.number not in told] == []


@given(testing.word_files.documents(testing.papers.untitled(testing.papers.papers())))
def test_a_paper_without_its_title_is_read_and_judged(doc: mz.Document) -> None:
    try:
        assert mz.check(doc).checked in (True, False)
    except MzshError as error:
        raise AssertionError(error) from error
