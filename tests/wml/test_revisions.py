"""Who changed what, and where: by construction, case by case, and in real files."""

from __future__ import annotations

import itertools
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mzsh_model.kernel.errors import MzshError, StaleAnchor
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import open_package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.outline.lines import Outline
from mzsh_model.testing.word_files import MC, R, W, runs
from mzsh_model.testing.wording import NUMBERS
from mzsh_model.wml.marking.revisions import Revision, RevisionKind, read_revisions
from mzsh_model.wml.reading.story import read_story
from mzsh_model.wml.reading.view import View
from tests.conftest import real_files
from tests.wml.test_comments import deleted, replaced, t
from tests.wml.test_story import num, numbering, p, shown, with_parts

DATE = "2026-01-01T00:00:00Z"
WORDS = ["", "理论学习", "不够", "𠮷同志", "。"]
WORDS = ["", "理论学习", "不够", "𠮷同志", "。"]


def tracked(name: str, ident: object, inner: str = "") -> str:
    said = f'w:id="{ident}" w:author="王五" w:date="{DATE}"'
    return f"<w:{name} {said}>{inner}</w:{name}>" if inner else f"<w:{name} {said}/>"


def read(data: bytes) -> tuple[tuple[Revision, ...], Outline]:
    package = open_package(data)
    outline = read_story(package).outline
    found = read_revisions(package, outline)
    for each in found:
        for q in each.place.parts if each.place is not None else ():
            assert outline.lines[q.line - 1].auto <= q.start <= q.end <= len(outline.lines[q.line - 1].text)
    return found, outline


def told(body: str, **parts: str) -> list[tuple[str, str, str, Place | None]]:
    return [(r.kind.value, r.id, r.text, r.place) for r in read(with_parts(body, **parts))[0]]


def words(place: Place | None, outline: Outline) -> str:
    return "\n".join(outline.lines[q.line - 1].text[q.start : q.end] for q in place.parts) if place is not None else ""


Told = tuple[str, str, str, Place | None]
KINDS = {"ins": "insertion", "del": "deletion", "moveFrom": "moved-from", "moveTo": "moved-to"}


@dataclass
class Piece:
    """Text, what was done to it, and the ids of that."""

    text: str
    how: str
    idents: tuple[str, str]

    @property
    def final(self) -> str:
        return "" if self.how in ("del", "moveFrom") else self.text

    @property
    def both(self) -> str:
        return self.text * 2 if self.how == "ins+del" else self.text

    def xml(self) -> str:
        ident, other = self.idents
        inner = "".join(t(half) for half in (self.text[:2], self.text[2:]))
        gone = inner.replace("w:t>", "w:delText>")
        if self.how == "format":
            properties = f"<w:rPr>{tracked('rPrChange', ident, '<w:rPr><w:b/></w:rPr>')}</w:rPr>"
            return f"<w:r>{properties}<w:t>{self.text}</w:t></w:r>"
        if self.how == "ins+del":
            return tracked("ins", ident, inner + tracked("del", other, gone))
        return tracked(self.how, ident, gone if self.how == "del" else inner) if self.how else inner

    def told(self, line: int, at: int) -> list[Told]:
        ident, other = self.idents
        here = Place(line, at, at + len(self.final))
        if self.how == "ins+del":
            return [
                ("insertion", ident, self.both, here),
                ("deletion", other, self.text, Place(line, here.end, here.end)),
            ]
        if self.how == "format":
            return [("formatting", ident, "", here)]
        return [(KINDS[self.how], ident, self.text, here)] if self.how else []


@dataclass
class Paragraph:
    """`mark` and `row` say what was done to the paragraph mark and to the row it stands in ("-" for a row as it was)."""

    pieces: list[Piece]
    mark: str
    row: str
    numbered: bool
    idents: tuple[str, str]

    @property
    def text(self) -> str:
        return "".join(piece.final for piece in self.pieces)

    def xml(self, content: str) -> str:
        mark = f"<w:rPr>{tracked(self.mark, self.idents[1])}</w:rPr>" if self.mark else ""
        inner = f"<w:p><w:pPr>{num() if self.numbered else ''}{mark}</w:pPr>{content}</w:p>"
        row = f"<w:trPr>{tracked(self.row, self.idents[0])}</w:trPr>" if self.row not in ("", "-") else ""
        return f"<w:tbl><w:tr>{row}<w:tc>{inner}</w:tc></w:tr></w:tbl>" if self.row else inner

    def told(self, line: int, at: int) -> list[Told]:
        end = at + len(self.text)
        found: list[Told] = []
        if self.row not in ("", "-"):
            both = "".join(piece.both for piece in self.pieces)
            found.append(("row-" + KINDS[self.row], self.idents[0], both, Place(line, at, end)))
        if self.mark:
            found.append(("paragraph-" + KINDS[self.mark], self.idents[1], "", Place(line, end, end)))
        for piece in self.pieces:
            found += piece.told(line, at)
            at += len(piece.final)
        return found


@st.composite
def revised(draw: st.DrawFn) -> tuple[bytes, list[str], list[Told]]:
    """A package, its final lines, and its revisions as they must be read; those of the dirt in it have ids below 100."""
    idents = map(str, itertools.count(100))
    hows = st.sampled_from(["", "", "ins", "del", "moveFrom", "moveTo", "ins+del", "format"])
    texts = st.lists(st.sampled_from(WORDS), max_size=4)
    paragraphs = [
        Paragraph(
            [Piece(text, draw(hows), (next(idents), next(idents))) for text in draw(texts)],
            draw(st.sampled_from(["", "ins", "del"])),
            draw(st.sampled_from(["", "", "-", "ins", "del"])),
            draw(st.booleans()),
            (next(idents), next(idents)),
        )
        for _ in range(draw(st.integers(1, 5)))
    ]
    for paragraph, follower in itertools.pairwise([*paragraphs, None]):
        assert paragraph is not None
        paragraph.numbered &= not paragraph.row
        if paragraph.mark == "del" and (paragraph.row or follower is None or follower.row):
            paragraph.mark = "ins"  # nothing runs out of its cell or into another

    lines: list[str] = []
    labels: list[str] = []
    told: list[Told] = []
    gone: list[tuple[int, int]] = []  # of a deleted row: a revision, and how many lines come before
    running = label = body = ""
    for n, paragraph in enumerate(paragraphs):
        content = [draw(runs(q.text)) if not (q.how or paragraph.row) else q.xml() for q in paragraph.pieces]
        body += paragraph.xml("".join(content))
        if paragraph.row == "del":
            inside = paragraph.told(0, 0)
            gone += [(len(told) + which, len(lines)) for which in range(len(inside))]
            told += inside
            continue
        if not running:  # a line has the number of the last paragraph that runs into it
            last = next(q for q in paragraphs[n:] if q.mark != "del")
            running = label = f"{NUMBERS[sum(map(bool, labels))]}、" if last.numbered else ""
        told += paragraph.told(len(lines) + 1, len(running))
        running += paragraph.text
        if paragraph.mark != "del":
            lines.append(running)
            labels.append(label)
            running = ""
    for which, before in gone:
        at = len(lines[before - 1]) if before else len(labels[0]) if labels else 0
        told[which] = (*told[which][:3], Place(max(before, 1), at, at) if lines else None)
    return with_parts(body, numbering=numbering(("chineseCounting", "%1、"))), lines, told


@given(revised())
def test_revisions_stand_at_the_words_that_they_put_in_or_took_out(made: tuple[bytes, list[str], list[Told]]) -> None:
    data, lines, wanted = made
    found, outline = read(data)
    assert [line.text for line in outline.lines] == lines
    assert [(r.kind.value, r.id, r.text, r.place) for r in found if int(r.id) >= 100] == wanted
    assert {(r.author, r.date) for r in found if int(r.id) >= 100} <= {("王五", DATE)}


def test_what_is_missing_is_empty() -> None:
    assert read(with_parts(f"<w:p><w:ins>{t('字')}</w:ins></w:p>"))[0] == (
        Revision(RevisionKind.INSERTION, "", "", None, "字", Place(1, 0, 1)),
    )


def test_a_deletion_inside_an_insertion_is_given_with_it() -> None:
    body = f"<w:p>{t('前')}{tracked('ins', 1, t('甲') + tracked('del', 2, t('乙')) + t('丙'))}{t('后')}</w:p>"
    assert told(body) == [("insertion", "1", "甲乙丙", Place(1, 1, 3)), ("deletion", "2", "乙", Place(1, 2, 2))]
    undone = f"<w:p>{t('前')}{tracked('ins', 1, tracked('del', 2, t('乙')))}</w:p>"
    assert told(undone) == [("insertion", "1", "乙", Place(1, 1, 1)), ("deletion", "2", "乙", Place(1, 1, 1))]


def test_marks_of_paragraphs_that_moved_are_moves() -> None:
    marks = [f"<w:rPr>{tracked(name, n)}</w:rPr>" for n, name in enumerate(("moveFrom", "moveTo"))]
    assert told(p("甲", marks[0]) + p("乙丙", marks[1])) == [
        ("moved-from", "0", "", Place(1, 1, 1)), ("moved-to", "1", "", Place(1, 3, 3)),
    ]  # fmt: skip


def test_both_paragraphs_of_a_joined_line_keep_their_ends() -> None:
    mark = (
        f"<w:rPr>{tracked('del', 1)}{tracked('rPrChange', 2, '<w:rPr/>')}</w:rPr>{tracked('pPrChange', 3, '<w:pPr/>')}"
    )
    body = p("上文", mark) + p("下文", tracked("pPrChange", 4, "<w:pPr/>"))
    assert told(body) == [
        ("paragraph-deletion", "1", "", Place(1, 2, 2)), ("formatting", "2", "", Place(1, 2, 2)),
        ("formatting", "3", "", Place(1, 0, 2)), ("formatting", "4", "", Place(1, 2, 4)),
    ]  # fmt: skip


def test_formatting_is_at_what_it_applies_to() -> None:
    change = {
        name: tracked(name, n)
        for n, name in enumerate(("tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange"))
    }
    cells = f"<w:tc><w:tcPr>{change['tcPrChange']}</w:tcPr>{p('甲')}{p('乙')}</w:tc><w:tc>{p('丙')}</w:tc>"
    row = f"<w:tr><w:tblPrEx>{change['tblPrExChange']}</w:tblPrEx><w:trPr>{change['trPrChange']}</w:trPr>{cells}</w:tr>"
    head = f"<w:tblPr>{change['tblPrChange']}</w:tblPr><w:tblGrid>{change['tblGridChange']}</w:tblGrid>"
    section = f"<w:sectPr>{tracked('sectPrChange', 8)}</w:sectPr>"
    numbers = f"<w:numPr>{tracked('ins', 6)}</w:numPr>"
    body = (
        f"<w:tbl>{head}<w:tr><w:tc>{p('头')}</w:tc></w:tr>{row}</w:tbl>"
        + p("丁戊", numbers)
        + p("己", section)
        + section.replace('"8"', '"9"')
    )
    found, outline = read(with_parts(body))
    assert {r.kind for r in found} == {RevisionKind.FORMATTING}
    assert {r.id: words(r.place, outline) for r in found} == {
        "0": "头\n甲\n乙\n丙", "1": "头\n甲\n乙\n丙", "2": "甲\n乙\n丙", "3": "甲\n乙", "4": "甲\n乙\n丙", "6": "丁戊", "8": "", "9": "",
    }  # fmt: skip
    assert [r.place for r in found if r.id in "89"] == [Place(6, 1, 1), Place(6, 1, 1)]


def test_the_past_that_formatting_records_is_no_revision() -> None:
    past = tracked("rPrChange", 1, f"<w:rPr>{tracked('ins', 2)}</w:rPr>")
    assert told(p("甲", f"<w:rPr>{past}</w:rPr>")) == [("formatting", "1", "", Place(1, 1, 1))]


def test_cells_are_put_in_and_taken_out() -> None:
    def cell(name: str, ident: int, text: str) -> str:
        return f"<w:tc><w:tcPr>{tracked(name, ident)}</w:tcPr>{p(text)}</w:tc>"

    body = (
        f"<w:tbl><w:tr>{cell('cellIns', 1, '甲')}{cell('cellDel', 2, '乙')}{cell('cellMerge', 3, '丙')}</w:tr></w:tbl>"
    )
    assert told(body) == [
        ("cell-insertion", "1", "甲", Place(1, 0, 1)), ("cell-deletion", "2", "乙", Place(1, 1, 1)), ("formatting", "3", "", Place(2, 0, 1)),
    ]  # fmt: skip


def test_what_is_inserted_around_blocks_runs_over_lines() -> None:
    assert told(tracked("ins", 1, p("甲") + p("") + p("乙"))) == [
        ("insertion", "1", "甲\n\n乙", Place(1, 0, 1, (Place(3, 0, 1),)))
    ]
    assert told(p("前") + tracked("del", 1, p("甲") + p("乙"))) == [("deletion", "1", "甲\n乙", Place(1, 1, 1))]


def test_a_text_box_that_is_put_in_comes_with_its_text() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('框内')}</w:txbxContent></w:pict></w:r>"
    body = f"<w:p>{t('外')}{tracked('ins', 1, t('新') + box)}{t('面')}</w:p>"
    assert told(body) == [("insertion", "1", "新\n框内", Place(1, 1, 2, (Place(2, 0, 2),)))]
    gone = box.replace("</w:p>", tracked("ins", 2, t("又")) + "</w:p>")
    assert told(f"<w:p>{t('外')}{tracked('del', 1, gone)}</w:p>") == [
        ("deletion", "1", "框内又", Place(1, 1, 1)), ("insertion", "2", "又", Place(1, 1, 1)),
    ]  # fmt: skip


def test_a_revision_in_both_branches_is_told_once() -> None:
    inner = tracked("ins", 1, t("字"))
    both = f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="{{}}">{inner}</mc:Choice><mc:Fallback>{inner}{tracked("del", 2, t("旧"))}</mc:Fallback></mc:AlternateContent>'
    assert told(f"<w:p>{both.format('wps')}</w:p>") == [("insertion", "1", "字", Place(1, 0, 1))]
    assert [ident for _, ident, _, _ in told(f"<w:p>{both.format('zzz')}</w:p>")] == ["1", "2"]
    box = f"<w:r>{both.format('wps').replace(inner, f'<w:txbxContent><w:p>{inner}</w:p></w:txbxContent>')}</w:r>"
    assert told(f"<w:p>{tracked('ins', 7, box)}</w:p>") == [
        ("insertion", "7", "字", Place(2, 0, 1)),
        ("insertion", "1", "字", Place(2, 0, 1)),
    ]


def test_codes_of_fields_and_hidden_words_are_no_text() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = field("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + field("separate") + t("3") + field("end")
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
    assert told(f"<w:p>{tracked('ins', 1, t('第') + code + hidden + t('页'))}</w:p>") == [
        ("insertion", "1", "第3页", Place(1, 0, 3))
    ]
    gone = code.replace("instrText", "delInstrText").replace("w:t>", "w:delText>")
    assert told(f"<w:p>{tracked('del', 1, gone)}{t('后')}</w:p>") == [("deletion", "1", "3", Place(1, 0, 0))]


def test_what_is_changed_where_nothing_shows_is_a_point() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{tracked('ins', 1, t('yin'))}</w:rt><w:rubyBase>{t('音')}</w:rubyBase></w:ruby></w:r>"
    assert [place for *_, place in told(f"<w:p>{t('前')}{ruby}{t('后')}</w:p>")] == [Place(1, 1, 1)]
    hiding = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{t("藏")}{tracked("ins", 1, t("着"))}</w:p>'
    styles = f'<w:styles xmlns:w="{W}">{hiding}</w:styles>'
    assert [place for *_, place in told(body, styles=styles)] == [Place(1, 0, 0)]


def test_notes_and_headers_come_after_the_body() -> None:
    inner = f"<w:p>{t('注')}{tracked('ins', 1, t('新'))}</w:p>"
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{inner}</w:footnote></w:footnotes>'
    header = f'<w:hdr xmlns:w="{W}">{inner.replace("注", "页眉")}</w:hdr>'
    body = f"<w:p>{tracked('ins', 3, t('文'))}</w:p>"
    assert [(ident, place) for _, ident, _, place in told(body, header=header, footnotes=note)] == [
        ("3", Place(1, 0, 1)), ("1", Place(2, 1, 2)), ("1", Place(3, 2, 3)),
    ]  # fmt: skip
    assert [ident for _, ident, _, _ in told(body, footnotes="<damaged", header=header)] == ["3", "1"]
    said = f'<w:comments xmlns:w="{W}"><w:comment w:id="1">{inner}</w:comment></w:comments>'
    assert [ident for _, ident, _, _ in told(body, comments=said)] == ["3"]


def test_strict_documents_have_revisions() -> None:
    data = with_parts(f"<w:p>{tracked('ins', 1, t('字'))}</w:p>")
    strict = replaced(
        data,
        "*",
        lambda xml: xml.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    )
    assert [(r.id, r.text, r.place) for r in read(strict)[0]] == [("1", "字", Place(1, 0, 1))]


def test_deep_and_many_revisions_are_survived() -> None:
    deep = "<w:ins>" * 200 + t("深") + "</w:ins>" * 200
    found, _ = read(with_parts(f"<w:p>{deep}</w:p>"))
    assert {r.text for r in found} == {"深"}
    assert len(found) == 17
    rows = "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>" * 40 + p("深") + "</w:tc></w:tr></w:tbl>" * 40
    assert len(read(with_parts(rows))[0]) == 17
    many = 20_000
    found, _ = read(
        with_parts(f"<w:tbl><w:tr><w:trPr>{'<w:ins/>' * many}</w:trPr><w:tc>{p('字') * 1000}</w:tc></w:tr></w:tbl>")
    )
    assert len(found) == many
    assert len({id(r.place) for r in found}) == 1  # and what they are about is told once


def test_another_outline_is_refused() -> None:
    package = open_package(with_parts(f"<w:p>{t('字')}{deleted(t('删'))}</w:p>"))
    with pytest.raises(StaleAnchor):
        read_revisions(package, read_story(package, View.ORIGINAL).outline)


def test_the_view_of_both_keeps_all_text() -> None:
    row = f"<w:tbl><w:tr><w:trPr>{tracked('del', 1)}</w:trPr><w:tc>{p('行')}</w:tc></w:tr></w:tbl>"
    body = (
        p("上", f"<w:rPr>{tracked('del', 2)}</w:rPr>")
        + f"<w:p>{tracked('ins', 3, t('增'))}{tracked('del', 4, t('删').replace('w:t>', 'w:delText>'))}</w:p>"
        + row
        + tracked("del", 5, p("段"))
    )
    assert shown(body, View.BOTH) == ["上", "增删", "行", "段"]
    assert shown(body, View.FINAL) == ["上增"]


@given(
    st.lists(st.sampled_from(["<w:ins>", "</w:ins>", "<w:del>", "</w:del>", "<w:p>", "</w:p>", "<w:pPr>", "</w:pPr>", "<w:rPr>", "</w:rPr>", "<w:r>", "</w:r>", "<w:rPrChange/>", "<w:sectPrChange/>", "<w:trPr><w:del/></w:trPr>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "甲"]), max_size=24)
)  # fmt: skip
def test_whatever_is_nested_in_what_nothing_is_raised(pieces: list[str]) -> None:
    data = with_parts("".join(t(c) if c == "甲" else c for c in pieces))
    try:
        root = parse_xml(open_package(data).read("word/document.xml"), "document")
    except MzshError:
        return
    assert len(read(data)[0]) == len(list(counted(root)))


NAMES = {
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange",
    "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "numberingChange",
}  # fmt: skip


def counted(root: etree._Element) -> Iterator[etree._Element]:
    """The revisions of a part as they stand in its XML: no past formatting, no fallback."""
    for element in root.iter():
        around = [etree.QName(a) for a in element.iterancestors()]
        if (
            etree.QName(element).localname in NAMES
            and etree.QName(element).namespace == W
            and not any(a.localname.endswith("Change") or a.localname == "Fallback" for a in around)
        ):
            yield element


@pytest.mark.parametrize(
    "path", real_files("docx/*.do[ct]x") + real_files("texts/*.docx") + real_files("report.docx"), ids=lambda q: q.name
)
def test_real_files_have_as_many_revisions_as_their_xml_with_the_same_texts(path: Path) -> None:
    try:
        package = open_package(path.read_bytes())
    except MzshError:
        pytest.skip("not a package that is read")
    outline = read_story(package).outline
    found = read_revisions(package, outline)
    with zipfile.ZipFile(path) as archive:
        parts = [
            n
            for n in archive.namelist()
            if n.startswith(("word/document", "word/footnotes", "word/endnotes", "word/header", "word/footer"))
            and n.endswith(".xml")
        ]
        theirs = [e for n in parts for e in counted(etree.fromstring(archive.read(n)))]
    assert Counter((r.id, r.author, r.date) for r in found) == Counter(
        (e.get(f"{{{W}}}id"), e.get(f"{{{W}}}author", ""), e.get(f"{{{W}}}date")) for e in theirs
    )
    simple = ("insertion", "deletion", "moved-from", "moved-to")
    assert Counter(r.text for r in found if r.kind in simple and r.text) == Counter(
        text for e in theirs if etree.QName(e).localname in KINDS
        if (text := "".join(x.text or "" for x in e.iter(f"{{{W}}}t", f"{{{W}}}delText")))
    )  # fmt: skip
    for r in found:
        assert r.place is not None
        if r.kind in ("insertion", "moved-to") and not any(
            q.text in r.text for q in found if q.kind == "deletion" and q.text
        ):
            assert words(r.place, outline) == r.text
