"""Drafts of many clerks are read as a person marked them, keep the laws, and come back from a fresh file."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import MeetingReport, SelfExamination
from tests.fresh.test_laws import assert_new_get
from tests.laws.test_laws import assert_judged_well, assert_texts_stand_at_their_anchors, assert_total
from tests.reading.marked import Specimen, score, specimens, stored

ALL = specimens()


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_drafts_are_read_as_they_were_marked(one: Specimen) -> None:
    assert score(one).wrong == []


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_drafts_keep_the_laws(one: Specimen) -> None:
    doc = mz.open(stored(one))
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    assert_judged_well(doc)
    value = doc.read().value
    if isinstance(value, SelfExamination | MeetingReport):
        assert_new_get(value)
