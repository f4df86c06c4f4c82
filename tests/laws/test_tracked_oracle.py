"""Tracked changes accepted and rejected by somebody else's code give the plain writing and the old text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.model.documents import SelfExamination
from mzsh_model.testing.papers import drafts
from mzsh_model.testing.word_files import packages
from tests.conftest import ROOT, real_files
from tests.laws.edits import sentences
from tests.laws.law import Tally

docx_revisions = pytest.importorskip("docx_revisions", reason="docx-revisions (extra dev) is not installed")

EXAMPLES = sorted((ROOT / "src/mzsh_model/examples").glob("*.docx"))
PLAIN = real_files("texts/*.docx") + real_files("report.docx")


def resolved(data: bytes, *, accept: bool) -> list[str]:
    """The lines that have text once every change is accepted, or rejected."""
    document = docx_revisions.RevisionDocument(io.BytesIO(data))
    if accept:
        document.accept_all()
    else:
        document.reject_all()
    buffer = io.BytesIO()
    document.save(buffer)
    return lines(mz.open(buffer.getvalue()))


@st.composite
def retyped(draw: st.DrawFn, value: SelfExamination) -> SelfExamination:
    """A value with the words of some items changed: the oracle knows no paragraph marks."""
    for name in ("issues", "causes", "measures"):
        for n in range(len(getattr(value, name))):
            if draw(st.booleans()):
                value = mz.replace(value, f"/{name}/{n}/text", draw(sentences()))
    return value


def lines(doc: Document) -> list[str]:
    return [line.text[line.auto :] for line in doc.lines if line.text.strip()]


def assert_resolves(doc: Document, plain: Document, tracked: Document) -> None:
    assert resolved(tracked.to_bytes(), accept=True) == lines(plain)
    assert resolved(tracked.to_bytes(), accept=False) == resolved(doc.to_bytes(), accept=False)


@given(st.data())
def test_generated_drafts(data: st.DataObject) -> None:
    texts, _ = data.draw(drafts())
    doc = mz.open(data.draw(packages(texts)))
    if doc.revisions:
        return
    value = data.draw(retyped(doc.read().value))
    plain, tracked = Tally().write(doc, value), Tally().write(doc, value, "办公室")
    if plain is not None and tracked is not None and tracked is not doc:
        assert_resolves(doc, plain, tracked)


@pytest.mark.parametrize("path", EXAMPLES + PLAIN, ids=lambda p: p.name)
def test_a_retyped_item_in_a_whole_document(path: Path) -> None:
    doc = mz.open(path)
    value = doc.read().value
    name = next(n for n in ("measures", "entries", "issues") if getattr(value, n, ()))
    at = f"/{name}/0/issue/text" if name == "entries" else f"/{name}/0/text"
    changed = mz.replace(value, at, "改写的第一条，2026年9月底前办3件。")
    assert_resolves(doc, doc.write(changed), doc.write(changed, tracked="办公室"))
