"""Bookmarks around words: the text stays, each stands in one paragraph, is found where it was put, and goes to the byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.kernel.errors import MzshError
from mzsh_model.opc.package import Package, open_package
from mzsh_model.outline.lines import Outline
from mzsh_model.testing.word_files import package, packages
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.part import finder_of
from mzsh_model.wml.editing.splice import spliced
from mzsh_model.wml.marking.bookmarks import Bookmarker, Range, find_bookmarks, take_out_bookmarks
from mzsh_model.wml.placing.bookmark_places import BookmarkStart, bookmark_starts
from mzsh_model.wml.placing.markup import Markup
from mzsh_model.wml.reading.story import read_story
from tests.conftest import real_files

OURS = re.compile("_our_[0-9]+")
_LINES = st.lists(
    st.text(st.sampled_from("一是学习不够，。&<𠮷 \n\t　"), min_size=1, max_size=24), min_size=1, max_size=4
)
_EMPTY = ["<w:p/>", "<w:p></w:p>", '<w:p w:rsidR="00A1" />', "<w:p><w:pPr/></w:p>", "<w:p ></w:p >"]
_TRACKED = 'w:id="5" w:author="李四" w:date="2026-01-01T00:00:00Z"'


def _put(opened: Package, ranges: list[Range]) -> tuple[Package, bytes]:
    """The package with bookmarks, and its main part as it was."""
    before = opened.read(opened.main_part)
    markup = Markup(before, opened.main_part)
    finder = finder_of(opened, markup, hiding=False)
    bookmarker = Bookmarker(finder, Composer(markup))
    assert all(map(bookmarker.fits, ranges))
    after = spliced(before, bookmarker.put(ranges))
    return opened.with_parts({opened.main_part: after}), before


def _outline(opened: Package) -> Outline:
    return read_story(opened).outline


def _taken(opened: Package) -> bytes:
    markup = Markup(opened.read(opened.main_part), opened.main_part)
    return spliced(markup.xml, take_out_bookmarks(markup, find_bookmarks(markup, OURS)))


def _assert_in_one_paragraph(opened: Package, count: int) -> None:
    markup = Markup(opened.read(opened.main_part), opened.main_part)
    found = find_bookmarks(markup, OURS)
    assert len(found) == count
    paragraphs = [markup.stretch(start).span for start in markup.paragraphs]
    for bookmark in found:
        assert bookmark.end is not None
        own = [p for p in paragraphs if p.inner <= bookmark.start.start and bookmark.end.end <= p.close]
        assert own, bookmark
        assert not [
            p for p in paragraphs if own[-1].start < p.start and bookmark.start.end <= p.start < bookmark.end.start
        ]


def _ranges(data: st.DataObject, outline: Outline, count: int) -> list[Range]:
    found: list[Range] = []
    for n in range(count):
        line = data.draw(st.sampled_from(outline.lines))
        whole = data.draw(st.booleans()) or not line.text
        low = 0 if whole else data.draw(st.integers(0, len(line.text) - 1))
        high = len(line.text) if whole else data.draw(st.integers(low + 1, len(line.text)))
        found.append(Range(f"_our_{n}", line, low, high, whole))
    return found


@given(st.data())
def test_bookmarks_come_and_go_to_the_byte(data: st.DataObject) -> None:
    opened = open_package(data.draw(packages(data.draw(_LINES))))
    outline = _outline(opened)
    ranges = _ranges(data, outline, data.draw(st.integers(1, 4)))
    marked, before = _put(opened, ranges)
    again = _outline(marked)
    assert [(line.text, line.origin) for line in again.lines] == [(line.text, line.origin) for line in outline.lines]
    _assert_in_one_paragraph(marked, len(ranges))
    assert _taken(marked) == before
    opaque = any(name in before for name in (b"AlternateContent", b"fldSimple", b"fldChar"))
    for start in bookmark_starts(marked, again, OURS):
        wanted = next(r for r in ranges if r.name == start.name)
        assert start.line == wanted.line.number
        assert start.closed
        assert not start.struck or not wanted.line.text[wanted.start : wanted.end].strip()
        assert start.offset == wanted.start or (opaque and start.offset < max(wanted.end, 1))


@pytest.mark.parametrize("paragraph", _EMPTY)
@pytest.mark.parametrize("count", [1, 2])
def test_an_empty_paragraph_is_opened_and_closed_again(paragraph: str, count: int) -> None:
    opened = open_package(package(f"<w:p/>{paragraph}<w:p/>"))
    line = _outline(opened).lines[1]
    marked, before = _put(opened, [Range(f"_our_{n}", line, 0, 0, True) for n in range(count)])
    assert [s.line for s in bookmark_starts(marked, _outline(marked), OURS)] == [2] * count
    _assert_in_one_paragraph(marked, count)
    assert _taken(marked) == before


def test_a_bookmark_stands_behind_the_properties_and_ends_with_the_paragraph() -> None:
    opened = open_package(package('<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>一是学习不够。</w:t></w:r></w:p>'))
    marked, _ = _put(opened, [Range("_our_1", _outline(opened).lines[0], 0, 7, True)])
    after = marked.read(marked.main_part)
    assert b'</w:pPr><w:bookmarkStart w:id="1" w:name="_our_1"/><w:r><w:t>' in after
    assert b'</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>' in after


def test_other_bookmarks_stay_even_where_ids_repeat() -> None:
    theirs = '<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:r><w:t>乙</w:t></w:r><w:bookmarkEnd w:id="1"/>'
    ours = '<w:bookmarkStart w:id="1" w:name="_our_1"/>'
    body = f'<w:p>{ours}<w:r><w:t>甲</w:t></w:r>{theirs}<w:r><w:t>丙</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    opened = open_package(package(body))
    left = _taken(opened)
    assert left == open_package(package(f"<w:p><w:r><w:t>甲</w:t></w:r>{theirs}<w:r><w:t>丙</w:t></w:r></w:p>")).read(
        "word/document.xml"
    )


def test_new_ids_are_used_by_nothing_in_the_part() -> None:
    opened = open_package(
        package(f'<w:p><w:ins {_TRACKED}><w:r><w:t>甲</w:t></w:r></w:ins><w:bookmarkStart w:id="77" w:name="x"/></w:p>')
    )
    line = _outline(opened).lines[0]
    marked, _ = _put(opened, [Range(f"_our_{n}", line, 0, 1, True) for n in range(2)])
    ids = re.findall(rb'bookmarkStart w:id="(\d+)" w:name="_our', marked.read(marked.main_part))
    assert ids == [b"78", b"79"]


_START = '<w:bookmarkStart w:id="9" w:name="_our_1"/>'
_END = '<w:bookmarkEnd w:id="9"/>'
_RUN = "<w:r><w:t>一是学习不够。</w:t></w:r>"
_DELETED = f"<w:del {_TRACKED}><w:r><w:delText>二是调研不深。</w:delText></w:r></w:del>"
_MOVED = f"<w:moveFrom {_TRACKED}><w:r><w:t>二是调研不深。</w:t></w:r></w:moveFrom>"
_GONE_MARK = f"<w:pPr><w:rPr><w:del {_TRACKED}/></w:rPr></w:pPr>"
_NEXT = "<w:p><w:r><w:t>三是担当不够。</w:t></w:r></w:p>"
_BOX = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内的字</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (f"<w:p>{_START}{_RUN}{_END}</w:p>", (1, 0, False, True)),
        (f"<w:p>{_RUN}{_START}{_RUN}{_END}</w:p>", (1, 7, False, True)),
        # what is retyped with tracking stands beside the range, whose text is deleted
        (f"<w:p>{_START}{_DELETED}{_END}{_RUN}</w:p>", (1, 0, True, True)),
        (f"<w:p>{_START}{_MOVED}{_END}{_RUN}</w:p>", (1, 0, True, True)),
        (f"<w:p><w:del {_TRACKED}>{_START}<w:r><w:delText>二</w:delText></w:r></w:del>{_RUN}{_END}</w:p>", (1, 0, True, True)),
        # what is deleted inside it does not strike it while anything there shows
        (f"<w:p>{_START}{_DELETED}{_RUN}{_END}</w:p>", (1, 0, False, True)),
        (f"<w:p>{_START}{_MOVED}{_RUN}{_DELETED}{_END}</w:p>", (1, 0, False, True)),
        (f"<w:p>{_RUN}{_START}{_DELETED}{_END}</w:p>", (1, 7, True, True)),
        (f"<w:p>{_START}{_DELETED}{_BOX}{_END}</w:p>", (1, 0, True, True)),
        # a blank that stays alone is no text
        (f"<w:p>{_START}<w:r><w:t>　　</w:t></w:r>{_DELETED}{_END}</w:p>{_NEXT}", (1, 0, True, True)),
        # a deleted paragraph has no line; its mark alone gone, it runs into the next
        (f"<w:p>{_GONE_MARK}{_START}{_DELETED}{_END}</w:p>{_NEXT}", (0, 0, True, True)),
        (f"<w:p>{_GONE_MARK}{_START}{_RUN}{_END}</w:p>{_NEXT}", (1, 0, False, True)),
        (f"<w:p>{_GONE_MARK}{_RUN}</w:p><w:p>{_START}<w:r><w:t>三是</w:t></w:r>{_END}</w:p>", (1, 7, False, True)),
        (f"<w:p>{_GONE_MARK}{_RUN}</w:p><w:p>{_START}{_DELETED}{_END}</w:p>", (1, 7, True, True)),
        # collapsed to a point where a tracked retyping was accepted
        (f"<w:p>{_START}{_END}{_RUN}</w:p>", (1, 0, False, True)),
        # no end, or one in another paragraph, or a start between paragraphs
        (f"<w:p>{_START}{_RUN}</w:p>", (1, 0, False, False)),
        (f"<w:p>{_START}{_RUN}</w:p><w:p>{_RUN}{_END}</w:p>", (1, 0, False, False)),
        (f"<w:p>{_RUN}</w:p>{_START}<w:p>{_RUN}{_END}</w:p>", (2, 0, False, False)),
        (f"<w:p>{_RUN}{_BOX}</w:p>{_START}<w:p>{_RUN}{_END}</w:p>", (3, 0, False, False)),
        (f"<w:p>{_BOX}{_START}{_RUN}{_END}</w:p>", (1, 0, False, True)),
        (f"<w:p><!-- </w:p> -->{_RUN}{_START}{_RUN}{_END}</w:p>", (1, 7, False, True)),
        (f"<w:p>{_RUN}{_BOX.replace('<w:p><w:r>', f'<w:p>{_START}<w:r>').replace('</w:p>', f'{_END}</w:p>')}</w:p>", (2, 0, False, True)),
        (
            f"<w:tbl><w:tr><w:trPr><w:del {_TRACKED}/></w:trPr><w:tc><w:p>{_START}{_RUN}{_END}</w:p></w:tc></w:tr></w:tbl>{_NEXT}",
            (0, 0, True, True),
        ),
    ],
)  # fmt: skip
def test_where_a_bookmark_begins_and_whether_it_is_deleted(body: str, wanted: tuple[int, int, bool, bool]) -> None:
    opened = open_package(package(body))
    assert bookmark_starts(opened, _outline(opened), OURS) == (BookmarkStart("_our_1", *wanted),)


def test_a_line_of_several_paragraphs_is_marked_in_that_of_its_words() -> None:
    body = f"<w:p>{_GONE_MARK}{_DELETED}</w:p><w:p>{_GONE_MARK}{_RUN}</w:p>{_NEXT}"
    opened = open_package(package(body))
    line = _outline(opened).lines[0]
    assert line.origin == (0, 1, 2)
    marked, before = _put(opened, [Range("_our_1", line, 0, len(line.text), True), Range("_our_2", line, 2, 12, False)])
    _assert_in_one_paragraph(marked, 2)
    assert [(s.line, s.offset) for s in bookmark_starts(marked, _outline(marked), OURS)] == [(1, 0), (1, 2)]
    assert _taken(marked) == before


_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_BEGIN, _END_FIELD = _FIELD.format("begin") + _FIELD.format("separate"), _FIELD.format("end")
_CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("body", "fits"),
    [
        (f"<w:p>{_RUN}</w:p>", True),
        (_CONTROL.format("", f"<w:p>{_RUN}</w:p>"), True),
        (_CONTROL.format("<w:text/>", f"<w:p>{_RUN}</w:p>"), False),
        (_CONTROL.format('<w:dataBinding w:xpath="x"/>', f"<w:p>{_RUN}</w:p>"), False),
        (f"<w:p>{_BEGIN}</w:p><w:p>{_RUN}</w:p><w:p>{_END_FIELD}</w:p>", False),
    ],
)
def test_no_bookmark_stands_in_a_field_or_a_plain_control_of_several_paragraphs(body: str, fits: bool) -> None:
    opened = open_package(package(body))
    markup = Markup(opened.read("word/document.xml"), "word/document.xml")
    bookmarker = Bookmarker(finder_of(opened, markup, hiding=False), Composer(markup))
    line = next(line for line in _outline(opened).lines if line.text)
    assert bookmarker.fits(Range("_our_1", line, 0, 7, True)) is fits
    assert bookmarker.fits(Range("_our_1", line, 2, 5, False)) is fits


@pytest.mark.parametrize("closed", [_CONTROL.format("<w:text/>", _RUN), _BEGIN + _RUN + _END_FIELD])
def test_a_field_or_a_plain_control_is_marked_from_outside(closed: str) -> None:
    opened = open_package(package(f"<w:p>{closed}</w:p>"))
    line = _outline(opened).lines[0]
    for range_ in (Range("_our_1", line, 0, 7, True), Range("_our_1", line, 2, 5, False)):
        marked, before = _put(opened, [range_])
        assert closed.encode() in marked.read(marked.main_part)
        assert _taken(marked) == before


REAL = real_files("docx/*.do[ct]x") + real_files("texts/*.docx")


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_bookmarks_in_real_lines(path: Path) -> None:
    try:
        opened = open_package(path.read_bytes())
        lines = _outline(opened).lines
    except MzshError:
        return
    ranges: list[Range] = []
    for n, line in enumerate(x for x in lines if x.story == "body" and len(x.text) > x.auto + 3):
        ranges.append(Range(f"_our_{n}", line, line.auto + n % 2, len(line.text) - n % 2, n % 3 > 0))
    markup = Markup(opened.read(opened.main_part), opened.main_part)
    bookmarker = Bookmarker(finder_of(opened, markup, hiding=any(line.hidden for line in lines)), Composer(markup))
    ranges = list(filter(bookmarker.fits, ranges))
    marked, before = _put(opened, ranges)
    again = _outline(marked)
    assert [line.text for line in again.lines] == [line.text for line in lines]
    _assert_in_one_paragraph(marked, len(ranges))
    wanted = {range_.name: range_ for range_ in ranges}
    for start in bookmark_starts(marked, again, OURS):
        assert start.line == wanted[start.name].line.number
        assert not start.struck
    assert _taken(marked) == before
