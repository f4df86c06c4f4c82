"""The lens laws over generated drafts in Word's dirt: GetPut, PutGet, PutPut, Locality, plain and tracked."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.document.document import Document
from mzsh_model.edit.change import insert, remove, replace
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.documents import SelfExamination
from mzsh_model.opc.package import open_package
from mzsh_model.testing.papers import drafts
from mzsh_model.testing.word_files import packages
from mzsh_model.wml.reading.story import read_story
from mzsh_model.wml.reading.view import View
from tests.numbered import numbered
from tests.opc.ziplaw import assert_only_changed

LISTS = ("issues", "causes", "measures")
WORDS = ["学风不够扎实，深入一线少。", "改为每月调研2次，2026年9月底前见效。", "制度执行不严格，检查3次只有1次到位。"]
DOCUMENT = "word/document.xml"


@st.composite
def documents(draw: st.DrawFn) -> Document:
    lines, _ = draw(drafts())
    data = draw(packages(lines)) if draw(st.booleans()) else draw(numbered(lines))
    return mz.open(data)


@st.composite
def edited(draw: st.DrawFn, value: SelfExamination) -> SelfExamination:
    """A value with one or two changes in its lists."""
    for _ in range(draw(st.integers(1, 2))):
        name = draw(st.sampled_from(LISTS))
        items = getattr(value, name)
        if not items:
            continue
        at = draw(st.integers(0, len(items) - 1))
        text = items[at].text
        try:
            match draw(st.sampled_from(["text", "words", "add", "remove", "move"])):
                case "text":
                    value = replace(value, f"/{name}/{at}/text", draw(st.sampled_from(WORDS)))
                case "words":
                    cut = draw(st.integers(1, len(text) - 1))
                    value = replace(value, f"/{name}/{at}/text", text[:cut] + "切实" + text[cut:])
                case "add":
                    value = insert(value, f"/{name}/{at}", draw(st.sampled_from(WORDS)))
                case "remove":
                    value = remove(value, f"/{name}/{at}")
                case _:
                    order = list(items)
                    order.insert(draw(st.integers(0, len(items) - 1)), order.pop(at))
                    value = value.model_copy(update={name: tuple(order)})
        except BadEdit:
            continue
    return value


def texts(value: object) -> dict[str, list[str]]:
    return {name: [item.text for item in getattr(value, name)] for name in LISTS}


def written(doc: Document, value: SelfExamination, tracked: str | None = None) -> Document | None:
    before = doc.to_bytes()
    try:
        return doc.write(value, tracked=tracked)
    except BadEdit as error:
        assert "\n" not in str(error)
        return None
    finally:
        assert doc.to_bytes() == before


@given(documents())
def test_writing_what_was_read_changes_no_byte(doc: Document) -> None:
    value = doc.read().value
    assert doc.write(value) is doc
    assert doc.write(type(value).model_validate_json(value.model_dump_json())).to_bytes() is doc.to_bytes()


@given(st.data())
def test_what_was_written_is_read_back(data: st.DataObject) -> None:
    doc = data.draw(documents())
    value = data.draw(edited(doc.read().value))
    after = written(doc, value)
    if after is None:
        return
    got = mz.open(after.to_bytes()).read().value
    assert texts(got) == texts(value)
    assert (got.title, got.year, got.preamble, got.closing) == (value.title, value.year, value.preamble, value.closing)
    assert [s.heading for s in got.sections] == [s.heading for s in value.sections]
    if after is not doc:
        assert_only_changed(doc.to_bytes(), after.to_bytes(), {DOCUMENT})


@given(st.data())
def test_a_second_writing_needs_no_first(data: st.DataObject) -> None:
    doc = data.draw(documents())
    first, second = data.draw(edited(doc.read().value)), data.draw(edited(doc.read().value))
    once, between = written(doc, second), written(doc, first)
    if once is None or between is None:
        return
    try:
        twice = between.write(second)
    except BadEdit:
        return
    assert texts(twice.read().value) == texts(once.read().value)


@given(st.data())
def test_a_tracked_writing_is_the_plain_one_and_can_be_rejected(data: st.DataObject) -> None:
    doc = data.draw(documents())
    value = data.draw(edited(doc.read().value))
    plain, tracked = written(doc, value), written(doc, value, "办公室")
    if plain is None or tracked is None:
        return
    shown = [line.text for line in tracked.lines if line.text]
    assert shown == [line.text for line in plain.lines if line.text]
    package = open_package(tracked.to_bytes())
    original = read_story(open_package(doc.to_bytes()), View.ORIGINAL).outline.lines
    assert [line.text for line in read_story(package, View.ORIGINAL).outline.lines] == [line.text for line in original]


@given(st.data())
def test_bytes_outside_the_touched_lines_stay(data: st.DataObject) -> None:
    doc = data.draw(documents())
    value = doc.read().value
    name = data.draw(st.sampled_from([n for n in LISTS if getattr(value, n)]))
    at = data.draw(st.integers(0, len(getattr(value, name)) - 1))
    after = written(doc, replace(value, f"/{name}/{at}/text", data.draw(st.sampled_from(WORDS))))
    if after is None:
        return
    place = doc.read().anchors[f"/{name}/{at}/text"]
    xml, new = (zipfile.ZipFile(io.BytesIO(d.to_bytes())).read(DOCUMENT) for d in (doc, after))
    line = doc.lines[place.line - 1].text
    head = next((n for n, (a, b) in enumerate(zip(xml, new, strict=False)) if a != b), min(len(xml), len(new)))
    tail = next((n for n, (a, b) in enumerate(zip(reversed(xml), reversed(new), strict=False)) if a != b), 0)
    touched = xml[head : len(xml) - tail]
    assert line
    assert touched.count(b"<w:p>") + touched.count(b"</w:p>") == 0
