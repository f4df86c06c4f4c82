"""Merging files: what one side renumbered, because items came, went or changed places, is nobody's edit of the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.binding.identity.relating import merge_apart
from mzsh_model.document.document import Document
from mzsh_model.edit.merge import merge
from mzsh_model.testing.word_files import package
from mzsh_model.testing.wording import FAULTS, MEASURES, TYPED
from tests.numbered import with_numbering

FORMS: dict[str, Callable[[int], str]] = {
    "一是": TYPED["shi"],
    "（一）": TYPED["paren"],
    "1.": TYPED["dot"],
    "（1）": lambda n: f"（{n + 1}）",
}
_AUTO = {"（一）": 1, "1.": 2, "（1）": 3}
"""Which list of `with_numbering` has the form."""

_NEW = "健全请假制度，2026年5月底前印发"


def _lines(form: str, faults: list[str], measures: list[str]) -> list[str]:
    label = FORMS[form]
    return [
        "2025年度民主生活会个人对照检查材料",
        "一、存在的主要问题",
        *(f"{label(n)}{text}。" for n, text in enumerate(faults)),
        "二、整改措施",
        *(f"{label(n)}{text}。" for n, text in enumerate(measures)),
    ]


def _typed(form: str, faults: list[str], measures: list[str]) -> bytes:
    return package("".join(f"<w:p><w:r><w:t>{escape(t)}</w:t></w:r></w:p>" for t in _lines(form, faults, measures)))


def _text(form: str, faults: list[str], measures: list[str]) -> bytes:
    return "\n".join(_lines(form, faults, measures)).encode()


def _automatic(form: str, faults: list[str], measures: list[str]) -> bytes:
    """The numbers of the items are Word's."""
    body, part = "", 0
    for line in _lines(form, faults, measures):
        part += line[1:2] == "、"
        bare = next((line.removeprefix(FORMS[form](n)) for n in range(9) if line.startswith(FORMS[form](n))), None)
        number = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{part}"/></w:numPr></w:pPr>'
        body += f"<w:p>{'' if bare is None else number}<w:r><w:t>{escape(bare or line)}</w:t></w:r></w:p>"
    return with_numbering(package(body), [_AUTO[form]] * 2)


def _changed(draw: st.DrawFn, items: list[str]) -> list[str]:
    """The list after one came, went, or two changed places."""
    at = draw(st.integers(0, len(items) - 1))
    verb = draw(st.sampled_from(["come", "go", "swap"]))
    if verb == "come":
        return [*items[:at], _NEW, *items[at:]]
    if verb == "go":
        return items[:at] + items[at + 1 :]
    other = (at + 1) % len(items)
    swapped = list(items)
    swapped[at], swapped[other] = items[other], items[at]
    return swapped


@st.composite
def sides(draw: st.DrawFn) -> tuple[Document, Document, Document]:
    """A draft; with a problem reworded; with its measures changed and renumbered."""
    form = draw(st.sampled_from(sorted(FORMS)))
    makes = [_typed, _text, *([_automatic] if form in _AUTO else [])]
    make = draw(st.sampled_from(makes))
    faults, measures = FAULTS[:3], MEASURES[: draw(st.integers(3, 4))]
    reworded = [faults[0].replace("不够", "还不够"), *faults[1:]]
    files = (
        make(form, faults, measures),
        make(form, reworded, measures),
        make(form, faults, _changed(draw, measures)),
    )
    base, ours, theirs = map(mz.open, files)
    return base, ours, theirs


def _said(value: Any) -> list[list[tuple[str | None, str]]]:
    return [[(item.label, item.text) for item in held] for held in (value.issues, value.measures)]


@given(sides(), st.sampled_from([None, "张三"]))
def test_what_one_side_renumbered_is_written_into_the_other(
    drawn: tuple[Document, Document, Document], tracked: str | None
) -> None:
    base, ours, theirs = drawn
    tracked = None if base.package is None else tracked
    old, mine, other = (doc.read().value for doc in (base, ours, theirs))
    for first, second in ((old, other), (other, old)):
        merged = merge_apart(old, first, second)
        assert merged.conflicts == ()
        assert _said(merged.value) == _said(other)
    assert _said(base.write(merge_apart(old, old, other).value, tracked=tracked).read().value) == _said(other)
    wanted = [_said(mine)[0], _said(other)[1]]
    for doc, first, second in ((ours, mine, other), (theirs, other, mine)):
        merged = merge_apart(old, first, second)
        assert merged.conflicts == ()
        assert _said(doc.write(merged.value, tracked=tracked).read().value) == wanted


@given(sides())
def test_one_side_alone_is_that_side(drawn: tuple[Document, Document, Document]) -> None:
    base, _, theirs = (doc.read().value for doc in drawn)
    assert merge(base, base, theirs).value == theirs
    assert merge(base, theirs, base).value == theirs


@given(st.data())
def test_what_one_side_removed_and_the_other_changed_is_told_and_kept_whichever_side_comes_first(
    drawn: st.DataObject,
) -> None:
    """As many measures as problems: the removal alone unties them all, and it is undone."""
    form = drawn.draw(st.sampled_from(sorted(FORMS)))
    make: Callable[..., bytes] = drawn.draw(st.sampled_from([_typed, _text, *([_automatic] if form in _AUTO else [])]))
    lists = [FAULTS[:3], MEASURES[:3]]
    which, at = drawn.draw(st.integers(0, 1)), drawn.draw(st.integers(0, 2))
    changed, fewer = (list(lists[which]), list(lists[which]))
    changed[at] = f"{changed[at]}，每月通报一次"
    del fewer[at]
    files = [
        make(form, *(one if n == which else held for n, held in enumerate(lists)))
        for one in (lists[which], changed, fewer)
    ]
    base, edited, shorter = map(mz.open, files)
    old, mine, other = (doc.read().value for doc in (base, edited, shorter))
    for doc, first, second in ((edited, mine, other), (shorter, other, mine)):
        merged = merge_apart(old, first, second)
        assert len(merged.conflicts) == 1
        assert _said(doc.write(merged.value).read().value) == _said(mine)
