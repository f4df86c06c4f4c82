"""Annotating and binding: what they leave is there, on its words, twice is once, and can be taken out to the byte."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from hypothesis import event, given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.testing.papers import ledgers, member_drafts, reports, team_drafts
from mzsh_model.testing.word_files import Dirt, documents

_NOW = datetime(2026, 3, 1, tzinfo=UTC)
_DOCUMENTS = documents(st.one_of(member_drafts(), team_drafts(), reports(), ledgers()), Dirt.REVIEWED)


def bound(doc: mz.Document) -> mz.Document:
    return doc.bind(doc.read().value, seed="law")


@given(_DOCUMENTS)
def test_every_finding_is_a_comment_once(doc: mz.Document) -> None:
    result = mz.check(doc)
    event(f"findings {min(len(result.findings), 5)}")
    marked = doc.annotate(result, now=_NOW)
    again = mz.open(marked.to_bytes())
    said = Counter(code for one in again.comments for code in {f.code for f in result.findings} if code in one.text)
    assert set(said) == {f.code for f in result.findings}
    assert [line.text for line in again.lines] == [line.text for line in doc.lines]
    assert again.annotate(mz.check(again), now=_NOW).to_bytes() == marked.to_bytes()
    assert marked.clean().to_bytes() == doc.to_bytes()


@given(_DOCUMENTS)
def test_bound_items_are_known_again_and_let_go(doc: mz.Document) -> None:
    value = doc.read().value
    marked = mz.open(bound(doc).to_bytes())
    items = [node for _, node in mz.walk(value) if "id" in type(node).model_fields and type(node) is not mz.Aspect]
    assert len(marked.fates) == len(items)
    assert len({fate.id for fate in marked.fates}) == len(items)
    assert marked.bind(marked.read().value, seed="law").to_bytes() == marked.to_bytes()
    assert marked.finalize().to_bytes() == doc.to_bytes()
