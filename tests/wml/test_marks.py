"""Marks between characters: the text stays, the mark stands where it was put, and taking it out gives back every byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.errors import BadEdit, MzshError
from mzsh_model.opc.package import open_package
from mzsh_model.testing.word_files import W, package, packages
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.part import finder_of
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.marking.joints import Standing, take_out
from mzsh_model.wml.marking.marks import Cut, Mark, Marker
from mzsh_model.wml.placing.markup import Markup
from mzsh_model.wml.reading.paragraph import ParagraphReader
from mzsh_model.wml.reading.story import read_story
from mzsh_model.wml.reading.styles import Styles
from mzsh_model.wml.reading.view import View
from tests.conftest import real_files
from tests.wml.test_edit import with_part

_LINES = st.lists(
    st.text(st.sampled_from("一是学习不够，。&<𠮷 \n\t"), min_size=1, max_size=24), min_size=1, max_size=4
)
_MARK = re.compile(rb'<(?:\w+:)?bookmark(?:Start|End) [^<>]*?\w+:id="77\d"[^<>]*?( *)/>')


def _range(n: int, start: int, end: int, p: bytes = b"w:") -> list[Mark]:
    return [
        Mark(end, True, lambda blanks: b'<%sbookmarkEnd %sid="77%d"' % (p, p, n) + blanks + b"/>"),
        Mark(start, False, lambda blanks: b'<%sbookmarkStart %sid="77%d" %sname="m"' % (p, p, n, p) + blanks + b"/>"),
    ]


def _standing(xml: bytes) -> list[Standing]:
    return [Standing(m.start(), m.end(), Cut(len(m[1]))) for m in _MARK.finditer(xml)]


def _marked(data: bytes, at: int, marks: list[Mark]) -> tuple[bytes, bytes, bytes]:
    """The part before and with the marks in line `at`, and its prefix."""
    package = open_package(data)
    xml = package.read(package.main_part)
    markup = Markup(xml, package.main_part)
    finder = finder_of(package, markup, hiding=False)
    line = read_story(package).outline.lines[at]
    spans = finder.spans(line)
    put: list[Splice] = list(Marker(finder, Composer(markup)).put(spans, marks))
    return xml, spliced(xml, put), markup.prefix


@given(st.data())
def test_marks_come_and_go_to_the_byte(data: st.DataObject) -> None:
    lines = data.draw(_LINES)
    packed = data.draw(packages(lines))
    at = data.draw(st.integers(0, len(lines) - 1))
    marks: list[Mark] = []
    for n in range(data.draw(st.integers(1, 3))):
        low = data.draw(st.integers(0, len(lines[at]) - 1))
        marks += _range(n, low, data.draw(st.integers(low + 1, len(lines[at]))))
    before, after, prefix = _marked(packed, at, marks)
    assert len(_standing(after)) == len(marks)
    texts = [line.text for line in read_story(open_package(with_part(packed, after))).outline.lines]
    assert texts == lines
    assert spliced(after, take_out(after, prefix, _standing(after))) == before


@given(st.data())
def test_a_mark_stands_between_its_characters(data: st.DataObject) -> None:
    lines = data.draw(_LINES)
    packed = data.draw(packages(lines))
    at = data.draw(st.integers(0, len(lines) - 1))
    low = data.draw(st.integers(0, len(lines[at]) - 1))
    high = data.draw(st.integers(low + 1, len(lines[at])))
    _, after, _ = _marked(packed, at, _range(0, low, high))
    markup = Markup(after, "word/document.xml")
    root = markup.stretch(markup.paragraphs[read_story(open_package(packed)).outline.lines[at].origin[0]]).root
    w = f"{{{W}}}"
    _, seen = ParagraphReader(root, w, Styles(None, w), View.FINAL, hiding_styles=False).trace(root)
    found = {e.tag: offset for e, offset in seen if e.get(w + "id") == "770"}
    if b"AlternateContent" in after or b"fldSimple" in after:
        assert found[w + "bookmarkStart"] <= low < high <= found[w + "bookmarkEnd"]
    else:
        assert found == {w + "bookmarkStart": low, w + "bookmarkEnd": high}


@pytest.mark.parametrize("properties", [b"", b"<w:rPr><w:i/></w:rPr>", b"<w:rPr><w:b/><w:i/></w:rPr>"])
def test_a_mark_that_a_writer_spells_with_a_blank_joins_no_runs_of_two_formats(properties: bytes) -> None:
    before = b"<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>"
    after = b"<w:r>" + properties + b"<w:t>b</w:t></w:r>"
    xml = before + b'<w:bookmarkEnd w:id="770" />' + after
    assert spliced(xml, take_out(xml, b"w:", _standing(xml))) == before + after


_WORDS = (
    st.text(st.sampled_from("学 不\u3000 "), min_size=2, max_size=6).map(str.strip).filter(lambda text: len(text) > 1)
)
_T = re.compile(rb"<w:t( xml:space=.preserve.)?>([^<]*)</w:t>")


def _displayed(xml: bytes) -> str:
    """What Word shows: blanks at the ends of a text are not kept unless it says so (ECMA-376 17.3.3.31)."""
    return "".join((m[2] if m[1] else m[2].strip(b" \t\r\n")).decode() for m in _T.finditer(xml))


@given(st.data())
def test_no_blank_is_lost_when_some_marks_go_and_others_stay(data: st.DataObject) -> None:
    text = data.draw(_WORDS)
    whole = packed = package(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    after = b""
    for n in range(data.draw(st.integers(2, 3))):
        low = data.draw(st.integers(0, len(text) - 1))
        _, after, _ = _marked(packed, 0, _range(n, low, data.draw(st.integers(low + 1, len(text)))))
        packed = with_part(packed, after)
        assert _displayed(after) == text
    gone = data.draw(st.sets(st.integers(0, 2)))
    left = [s for s in _standing(after) if int(after[s.start : s.end].split(b'id="77')[1][:1]) in gone]
    assert _displayed(spliced(after, take_out(after, b"w:", left))) == text
    assert spliced(after, take_out(after, b"w:", _standing(after))) == open_package(whole).read("word/document.xml")


@given(st.data())
def test_marks_that_came_one_by_one_go_in_any_order_to_the_byte(data: st.DataObject) -> None:
    text = data.draw(_WORDS)
    whole = packed = package(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>')
    many = data.draw(st.integers(1, 3))
    for n in range(many):
        low = data.draw(st.integers(0, len(text) - 1))
        _, after, _ = _marked(packed, 0, _range(n, low, data.draw(st.integers(low + 1, len(text)))))
        packed = with_part(packed, after)
    for n in data.draw(st.permutations(range(many))):
        xml = open_package(packed).read("word/document.xml")
        left = [mark for mark in _standing(xml) if f'id="77{n}"'.encode() in xml[mark.start : mark.end]]
        packed = with_part(packed, spliced(xml, take_out(xml, b"w:", left)))
    assert open_package(packed).read("word/document.xml") == open_package(whole).read("word/document.xml")


REAL = real_files("docx/*.do[ct]x") + real_files("texts/*.docx")


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_marks_in_real_lines(path: Path) -> None:
    data = path.read_bytes()
    try:
        package = open_package(data)
        lines = read_story(package).outline.lines
    except MzshError:
        return
    xml = package.read(package.main_part)
    markup = Markup(xml, package.main_part)
    finder = finder_of(package, markup, hiding=False)
    marker = Marker(finder, Composer(markup))
    put: list[Splice] = []
    for line in [x for x in lines if x.story == "body" and len(x.text) > x.auto + 3][::5]:
        try:
            put += marker.put(finder.spans(line), _range(0, line.auto + 1, len(line.text) - 1, markup.prefix))
        except BadEdit:
            continue
    after = spliced(xml, put)
    again = read_story(package.with_parts({package.main_part: after})).outline.lines
    assert [line.text for line in again] == [line.text for line in lines]
    assert spliced(after, take_out(after, markup.prefix, _standing(after))) == xml


def test_a_run_that_is_laid_out_in_lines_is_joined_again() -> None:
    packed = package("<w:p>\n<w:r>\n  <w:rPr>\n<w:b/></w:rPr>\n  <w:t>学习不够</w:t>\n</w:r></w:p>")
    before, after, prefix = _marked(packed, 0, _range(0, 1, 3))
    assert spliced(after, take_out(after, prefix, _standing(after))) == before


def test_the_layout_behind_a_text_without_properties_is_kept() -> None:
    data = package("<w:p><w:r><w:t>甲乙</w:t>\n  <w:lastRenderedPageBreak/>\n  <w:t>丙</w:t></w:r></w:p>")
    xml, marked, prefix = _marked(data, 0, _range(0, 0, 2))
    assert spliced(marked, list(take_out(marked, prefix, _standing(marked)))) == xml


def test_blanks_before_a_mark_are_kept_by_word() -> None:
    packed = package("<w:p><w:r><w:t>学习 不够</w:t></w:r></w:p>")
    before, after, prefix = _marked(packed, 0, _range(0, 3, 5))
    assert b'<w:t>\xe5\xad\xa6\xe4\xb9\xa0</w:t><w:t xml:space="preserve"> </w:t></w:r>' in after
    assert spliced(after, take_out(after, prefix, _standing(after))) == before
