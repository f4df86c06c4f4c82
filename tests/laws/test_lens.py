"""The lens laws over generated papers of every kind in Word's dirt: GetPut, PutGet, PutPut, Locality, plain and tracked.

A law compares documents, not texts, and fails when more than a tenth of its edits were refused (`law.Tally`).
"""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.opc.package import open_package
from mzsh_model.testing.other_papers import KINDS, other_papers
from mzsh_model.testing.papers import ledgers, member_drafts, reports, team_drafts
from mzsh_model.testing.word_files import Dirt, documents
from mzsh_model.wml.reading.story import read_story
from mzsh_model.wml.reading.view import View
from tests.laws.edits import edited
from tests.laws.law import Tally, law
from tests.laws.shown_paragraphs import assert_only_what_differs_moved
from tests.numbered import numbered
from tests.opc.ziplaw import assert_only_changed

Documents = st.SearchStrategy[mz.Document]
DOCUMENT = "word/document.xml"
INFERRED = ("links", "label", "number", "id")
"""What a paper does not say, or says by its order: ids of items that came, links by likeness, numbers that went on."""
_TABLED = ("OpinionList", "TalkSummary", "CriticismSheet", "PriorAccount")
_FORMS = ("TalkRecord", "OpinionForm")


@st.composite
def _numbered_drafts(draw: st.DrawFn) -> mz.Document:
    """Drafts some of whose numbers are Word's."""
    return mz.open(draw(numbered(draw(member_drafts()), Dirt.TYPED)))


PAPERS = {
    "examinations": st.one_of(member_drafts(), team_drafts()),
    "reports": reports(),
    "ledgers": ledgers(),
    "prose": other_papers(*sorted(set(KINDS) - {"Circular", *_TABLED, *_FORMS})),
    "circulars": other_papers("Circular"),
    "tabled": other_papers(*_TABLED),
    "forms": other_papers(*_FORMS),
}
WRITABLE = {
    "numbered": _numbered_drafts(),
    **{name: documents(papers, Dirt.TYPED) for name, papers in PAPERS.items()},
}
"""Documents that hold nothing which nobody may write into."""


def linesother_papers(doc: mz.Document) -> list[str]:
    return [line.text for line in doc.lines]


def twice_numbered(doc: mz.Document) -> set[tuple[str, str]]:
    """The lists in which two items beside each other have one number, with that number."""
    found: set[tuple[str, str]] = set()
    for name, items in doc.read().value.__dict__.items():
        if isinstance(items, tuple) and name not in ("sections", "links"):
            told = [
                (getattr(one, "aspect", None), getattr(one, "label", None) or getattr(one, "number", None))
                for one in items
            ]
            found |= {(name, one[1]) for one, other in pairwise(told) if one == other and one[1] is not None}
    return found


def assert_says(doc: mz.Document, value: mz.DocumentValue) -> None:
    """The document, opened anew, is read as the value."""
    got = mz.open(doc.to_bytes()).read().value
    told = mz.changes(value, got, match_by_text=True)
    left = [one for one in told if not {*(one.path or one.target).parts} & {*INFERRED}]
    assert not left, left


@given(documents())
def test_writing_what_was_read_changes_no_byte(doc: mz.Document) -> None:
    value = doc.read().value
    assert doc.write(value) is doc
    assert doc.write(type(value).model_validate_json(value.model_dump_json())).to_bytes() is doc.to_bytes()


@law(WRITABLE)
def test_what_was_written_is_read_back(data: st.DataObject, documents: Documents, tally: Tally) -> None:
    doc = data.draw(documents)
    value = data.draw(edited(doc.read().value))
    if (after := tally.write(doc, value)) is None:
        return
    assert_says(after, value)
    if after is not doc:
        assert_only_changed(doc.to_bytes(), after.to_bytes(), {DOCUMENT})


@law(WRITABLE)
def test_a_second_writing_needs_no_first(data: st.DataObject, documents: Documents, tally: Tally) -> None:
    doc = data.draw(documents)
    first, second = data.draw(edited(doc.read().value, 1)), data.draw(edited(doc.read().value, 1))
    once, between = tally.write(doc, second), tally.write(doc, first)
    if once is None or between is None or (twice := tally.write(between, second)) is None:
        return
    # line breaks are left out: an item can end in a paragraph of its own where it ran on
    assert twice_numbered(twice) <= twice_numbered(once) | twice_numbered(doc)
    assert_says(once, second)
    assert_says(twice, second)
    assert_says(twice, once.read().value)


@law(WRITABLE)
def test_a_tracked_writing_is_the_plain_one_and_can_be_rejected(
    data: st.DataObject, documents: Documents, tally: Tally
) -> None:
    doc = data.draw(documents)
    value = data.draw(edited(doc.read().value))
    plain, tracked = tally.write(doc, value), tally.write(doc, value, "办公室")
    if plain is None or tracked is None:
        return
    assert_says(tracked, value)
    assert [line for line in linesother_papers(tracked) if line] == [line for line in linesother_papers(plain) if line]
    assert any(one.author == "办公室" for one in tracked.revisions) == (plain is not doc)
    original = read_story(open_package(doc.to_bytes()), View.ORIGINAL).outline.lines
    package = open_package(tracked.to_bytes())
    assert [line.text for line in read_story(package, View.ORIGINAL).outline.lines] == [line.text for line in original]


@law(WRITABLE)
def test_bytes_outside_what_changed_stay(data: st.DataObject, documents: Documents, tally: Tally) -> None:
    doc = data.draw(documents)
    value = data.draw(edited(doc.read().value, 1))
    if (after := tally.write(doc, value)) is None:
        return
    assert (after is doc) == (value == doc.read().value)
    changed = assert_only_what_differs_moved(doc.to_bytes(), after.to_bytes())
    assert (changed > 0) == (after is not doc)
