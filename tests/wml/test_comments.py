"""What comments say, and about which words: by construction, case by case, and in real files."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kernel.errors import BadPackage, MzshError, StaleAnchor
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package, open_package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.outline.lines import Outline
from mzsh_model.testing.word_files import MC, R, W, paragraphs, runs
from mzsh_model.testing.wording import FAULTS, NUMBERS
from mzsh_model.wml.marking.comments import Comment, CommentReading, read_comments
from mzsh_model.wml.marking.threads import ThreadState, read_threads
from mzsh_model.wml.reading.story import read_story
from mzsh_model.wml.reading.view import View
from tests.conftest import real_files
from tests.wml.test_story import num, numbering, p, with_parts

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
WHO = 'w:author="李四" w:date="2026-01-01T00:00:00Z"'


def start(ident: object) -> str:
    return f'<w:commentRangeStart w:id="{ident}"/>'


def end(ident: object) -> str:
    return f'<w:commentRangeEnd w:id="{ident}"/>'


def reference(ident: object) -> str:
    return f'<w:r><w:commentReference w:id="{ident}"/></w:r>'


def t(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def deleted(inner: str) -> str:
    return f'<w:del w:id="90" {WHO}>{inner.replace("w:t>", "w:delText>")}</w:del>'


def comment(ident: object, body: str = "", para: str = "") -> str:
    inner = body or f'<w:p w14:paraId="{para}"><w:r><w:t>请核实</w:t></w:r></w:p>'
    return (
        f'<w:comment w:id="{ident}" w:author="张三" w:initials="张" w:date="2026-01-02T08:00:00Z">{inner}</w:comment>'
    )


def comments(*inner: str) -> str:
    return f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{"".join(inner)}</w:comments>'


def extended(*entries: tuple[str, str | None, bool]) -> str:
    rows = "".join(
        f'<w15:commentEx w15:paraId="{para}" w15:done="{int(done)}"'
        + (f' w15:paraIdParent="{parent}"/>' if parent else "/>")
        for para, parent, done in entries
    )
    return f'<w15:commentsEx xmlns:w15="{W15}">{rows}</w15:commentsEx>'


def read(data: bytes) -> tuple[CommentReading, Outline]:
    package = open_package(data)
    outline = read_story(package).outline
    reading = read_comments(package, outline)
    keeps_the_law(reading, outline)
    return reading, outline


def keeps_the_law(reading: CommentReading, outline: Outline) -> None:
    lines = outline.lines
    for each in reading.comments:
        parts = each.place.parts if each.place is not None else ()
        assert each.anchor_text == "".join(lines[q.line - 1].text[q.start : q.end] for q in parts)
        for q in parts:
            assert lines[q.line - 1].auto <= q.start <= q.end <= len(lines[q.line - 1].text)
            assert q.start < q.end or len(parts) == 1
        assert all(a < b for a, b in pairwise(parts))
    placed = [c.place for c in reading.comments if c.place is not None]
    assert placed == [c.place for c in reading.comments][: len(placed)]
    assert [q[:2] for q in placed] == sorted(q[:2] for q in placed)


def about(body: str, *idents: object, **parts: str) -> list[tuple[str, Place | None]]:
    reading, _ = read(with_parts(body, comments=comments(*map(comment, idents or (1,))), **parts))
    return [(c.anchor_text, c.place) for c in reading.comments]


PIECES = ["", "理论学习", "不够", "𠮷同志", "看一看\n想一想", "一\t二", "。", *FAULTS[:2]]


@st.composite
def commented(draw: st.DrawFn) -> tuple[bytes, list[str], dict[str, list[Place]], dict[str, str]]:
    """A package; its lines; the parts of each comment's place, and its text, as they must be read."""
    texts = draw(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), min_size=1, max_size=5))
    slots = [[""] * (len(pieces) + 1) for pieces in texts]
    before, behind = [""] * len(texts), [""] * len(texts)
    bounds = [(i, j) for i, pieces in enumerate(texts) for j in range(len(pieces) + 1)]
    numbered = [draw(st.booleans()) for _ in texts]
    labels = [f"{NUMBERS[sum(numbered[:i])]}、" if numbered[i] else "" for i in range(len(texts))]
    boxes = [draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3)) if draw(st.integers(0, 3)) == 0 else None for _ in texts]  # fmt: skip
    at = [1 + i + sum(box is not None for box in boxes[:i]) for i in range(len(texts))]
    wanted: dict[str, list[Place]] = {}

    for ident in map(str, range(1, 1 + draw(st.integers(0, 4)))):
        (i, j), (k, m) = sorted((draw(st.sampled_from(bounds)), draw(st.sampled_from(bounds))))
        offsets = [len(labels[i]) + len("".join(texts[i][:j])), len(labels[k]) + len("".join(texts[k][:m]))]
        parts = [
            Place(at[x], offsets[0] if x == i else len(labels[x]), offsets[1] if x == k else len(labels[x] + "".join(texts[x])))
            for x in range(i, k + 1)
        ]  # fmt: skip
        words = [q for q in parts if q.start < q.end]
        wanted[ident] = words or [Place(at[i], offsets[0], offsets[0])]
        wrap = deleted(t("删") + "{}" + t("去")) if draw(st.integers(0, 3)) == 0 else "{}"
        if words and j == 0 and draw(st.booleans()):
            before[i] += start(ident)
        else:
            slots[i][j] += wrap.format(start(ident))
        if words and m == len(texts[k]) and draw(st.booleans()):
            behind[k] += end(ident)
            slots[k][m] += reference(ident)
        else:
            slots[k][m] += end(ident) + draw(st.sampled_from(["", reference(ident)]))

    lines: list[str] = []
    body = ""
    for i, pieces in enumerate(texts):
        lines.append(labels[i] + "".join(pieces))
        if (box := boxes[i]) is not None:
            lines.append("".join(box))
            low = draw(st.integers(0, len(box)))
            high = draw(st.integers(low, len(box)))
            ident = f"{i}0"
            marked = [draw(runs(piece)) for piece in box]
            marked.insert(high, end(ident))
            marked.insert(low, start(ident))
            wanted[ident] = [Place(at[i] + 1, len("".join(box[:low])), len("".join(box[:high])))]
            inside = f"<w:txbxContent><w:p>{''.join(marked)}</w:p></w:txbxContent>"
            slots[i][draw(st.integers(0, len(pieces)))] += (
                f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing></mc:Choice>'
                f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            )
        numpr = num() if numbered[i] else ""
        content = [
            slot + run for slot, run in zip(slots[i], [*(draw(runs(piece)) for piece in pieces), ""], strict=True)
        ]
        wrapper = draw(
            st.sampled_from(["{}", '<w:ins w:id="80" w:author="李四">{}</w:ins>', "<w:hyperlink>{}</w:hyperlink>"])
        )
        cut = draw(st.integers(0, len(content)))
        form = draw(st.sampled_from(["plain", "cell", "control", "joined"] if boxes[i] is None else ["plain", "cell"]))
        if form == "joined":  # its first paragraph runs into the second, whose mark and number the line has
            mark = f'<w:pPr>{num()}<w:rPr><w:del w:id="91" {WHO}/></w:rPr></w:pPr>'
            body += f"{before[i]}<w:p>{mark}{''.join(content[:cut])}</w:p>"
            body += f"<w:p><w:pPr>{numpr}</w:pPr>{wrapper.format(''.join(content[cut:]))}</w:p>{behind[i]}"
            continue
        shown = "".join(content[:cut]) + wrapper.format("".join(content[cut:]))
        paragraph = f"{before[i]}<w:p><w:pPr>{numpr}</w:pPr>{shown}</w:p>{behind[i]}"
        if form == "cell":
            gone = f'<w:tr><w:trPr><w:del w:id="92" {WHO}/></w:trPr><w:tc>{p("删去的行")}</w:tc></w:tr>'
            row = f"<w:tr><w:tc>{paragraph}</w:tc></w:tr>"
            paragraph = f"<w:tbl>{draw(st.sampled_from([row, gone + row, row + gone]))}</w:tbl>"
        elif form == "control":
            paragraph = f"<w:sdt><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>"
        body += paragraph

    said = {ident: draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3)) for ident in wanted}
    written = [
        comment(ident, "".join(draw(paragraphs(text)) for text in said[ident]))
        for ident in draw(st.permutations(sorted(said)))
    ]
    data = with_parts(body, comments=comments(*written), numbering=numbering(("chineseCounting", "%1、")))
    return data, lines, wanted, {ident: "\n".join(texts) for ident, texts in said.items()}


@given(commented())
def test_a_comment_is_about_exactly_the_words_between_its_markers(
    made: tuple[bytes, list[str], dict[str, list[Place]], dict[str, str]],
) -> None:
    data, lines, wanted, said = made
    reading, outline = read(data)
    assert [line.text for line in outline.lines] == lines
    got = {c.id: c for c in reading.comments}
    assert len(got) == len(reading.comments)
    assert {ident: list(c.place.parts) for ident, c in got.items() if c.place is not None} == wanted
    assert {ident: c.text for ident, c in got.items()} == said


def test_a_comment_has_its_author_and_date_as_written() -> None:
    reading, _ = read(
        with_parts(f"<w:p>{start(1)}{t('字')}{end(1)}</w:p>", comments=comments(comment(1), "<w:comment/>"))
    )
    assert reading.comments == (
        Comment("1", "张三", "张", "2026-01-02T08:00:00Z", "请核实", None, False, Place(1, 0, 1), "字"),
        Comment("", "", "", None, "", None, False, None, ""),
    )


def test_tables_boxes_and_numbers_in_a_comment_are_read() -> None:
    inner = (
        p("首段")
        + f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>"
        + f"<w:p>{deleted(t('删'))}{t('末段')}</w:p>"
    )
    reading, _ = read(with_parts("<w:p/>", comments=comments(comment(1, inner))))
    assert reading.comments[0].text == "首段\n甲\n乙\n末段"


def spelled(inner: str) -> str:
    """A paragraph in which each of these characters is a run of its own."""
    return f"<w:p>{''.join(t(c) if c in '甲乙丙丁戊' else c for c in inner)}</w:p>"


@pytest.mark.parametrize(
    ("inner", "place"),
    [
        (f"甲{end(1)}乙", Place(1, 1, 1)),
        (f"甲{start(1)}乙", Place(1, 1, 1)),
        (f"甲{start(1)}乙丙{reference(1)}丁", Place(1, 3, 3)),
        (f"甲{reference(1)}乙", Place(1, 1, 1)),
        (f"甲{end(1)}乙{start(1)}丙", Place(1, 2, 2)),
        (f"甲{end(1)}乙{end(1)}丙", Place(1, 1, 1)),
        (f"甲{reference(1)}乙{reference(1)}丙", Place(1, 1, 1)),
        (f"甲{end(1)}乙{start(1)}丙丁{end(1)}戊", Place(1, 2, 4)),
        (f"甲{start(1)}乙{start(1)}丙{end(1)}丁{end(1)}", Place(1, 1, 3)),
        (f"甲{start(1)}{deleted('乙')}{end(1)}丙", Place(1, 1, 1)),
        (deleted(f"甲{start(1)}乙{end(1)}") + "丙", Place(1, 0, 0)),
        (f"甲{start(2)}乙{end(2)}", None),
    ],
)
def test_markers_without_a_mate_or_without_words_are_points(inner: str, place: Place | None) -> None:
    assert [at for _, at in about(spelled(inner))] == [place]


def test_a_range_between_paragraphs_that_are_gone_is_a_point() -> None:
    gone = f"<w:tbl><w:tr><w:trPr><w:del w:id='5' {WHO}/></w:trPr><w:tc><w:p>{start(1)}{t('删')}{end(1)}</w:p></w:tc></w:tr></w:tbl>"
    assert about(p("前文") + gone + p("后文")) == [("", Place(1, 2, 2))]
    assert about(gone + p("后文")) == [("", Place(1, 0, 0))]
    assert about(p("前文") + start(1) + gone + end(1) + p("后文")) == [("", Place(1, 2, 2))]
    assert about(gone) == [("", None)]
    into = gone.replace(end(1), "")
    assert about(p("前文") + into + f"<w:p>{t('后')}{end(1)}{t('文')}</w:p>") == [("后", Place(2, 0, 1))]


def test_a_range_does_not_leave_its_text_box() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{spelled(f'甲{end(1)}乙')}</w:txbxContent></w:pict></w:r>"
    assert about(f"<w:p>{t('外')}{start(1)}{box}{t('面')}</w:p>") == [("", Place(1, 1, 1))]
    assert about(f"<w:p>{t('外')}{start(1)}{box}{t('面')}{reference(1)}</w:p>") == [("", Place(1, 2, 2))]


def test_markers_between_the_blocks_of_a_text_box_belong_to_it() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{start(1)}{p('框内')}{end(1)}</w:txbxContent></w:pict></w:r>"
    assert about(f"<w:p>{t('外')}{box}</w:p>") == [("框内", Place(2, 0, 2))]


def test_a_box_that_hangs_on_deleted_words_is_where_they_stood() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{spelled(f'{start(1)}甲{end(1)}')}</w:txbxContent></w:pict></w:r>"
    assert about(f"<w:p>{t('外')}{deleted(box)}{t('面')}</w:p>") == [("", Place(1, 1, 1))]


def test_footnotes_have_comments_and_headers_too() -> None:
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{spelled(f"甲{start(1)}乙{end(1)}")}</w:footnote></w:footnotes>'
    header = f'<w:hdr xmlns:w="{W}">{spelled(f"{start(2)}丙丁{end(2)}")}</w:hdr>'
    got = about(p("正文"), 2, 1, footnotes=note, header=header)
    assert got == [("乙", Place(2, 1, 2)), ("丙丁", Place(3, 0, 2))]


def test_an_id_is_anchored_in_the_first_part_that_mentions_it() -> None:
    header = f'<w:hdr xmlns:w="{W}">{spelled(f"{start(1)}丙丁{end(1)}{reference(1)}")}</w:hdr>'
    assert about(spelled(f"甲{end(1)}乙"), header=header) == [("", Place(1, 1, 1))]


def test_a_field_that_is_open_before_is_open_at_the_anchor() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    body = f"<w:p>{t('甲')}{field('begin')}</w:p><w:p>{t('码')}{field('separate')}{t('乙')}{start(1)}{t('丙')}{end(1)}{field('end')}</w:p>"
    assert about(body) == [("丙", Place(2, 1, 2))]


def test_an_anchor_in_a_part_that_is_not_read_has_no_place() -> None:
    sdt = spelled(f"{start(1)}甲{end(1)}")
    assert about(p("正文"), glossary=f'<w:glossaryDocument xmlns:w="{W}">{sdt}</w:glossaryDocument>') == [("", None)]


def test_only_the_branch_that_is_shown_has_anchors() -> None:
    both = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="zzz">{t("新")}</mc:Choice>'
        f"<mc:Fallback>{t('旧')}{start(1)}{t('字')}{end(1)}</mc:Fallback></mc:AlternateContent>"
    )
    assert about(f"<w:p>{both}</w:p>") == [("字", Place(1, 1, 2))]
    assert about(f"<w:p>{both.replace('zzz', 'wps')}</w:p>") == [("", None)]


def test_hidden_words_are_not_marked() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
    assert about(f"<w:p>{t('甲')}{start(1)}{hidden}{end(1)}{t('乙')}</w:p>") == [("", Place(1, 1, 1))]
    style = f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    body = f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{t("藏")}{start(1)}{t("着")}{end(1)}</w:p>'
    assert about(body, styles=style) == [("", Place(1, 0, 0))]


def test_comments_that_share_an_id_share_what_it_marks() -> None:
    assert about(spelled(f"甲{start(1)}乙{end(1)}"), 1, 1) == [("乙", Place(1, 1, 2))] * 2


def test_the_order_is_that_of_the_anchors() -> None:
    body = spelled(f"甲{start(7)}{start(8)}乙{end(8)}丙{end(7)}{start(3)}丁{end(3)}")
    reading, _ = read(with_parts(body, comments=comments(comment(9), comment(3), comment(8), comment(7), comment(2))))
    assert [c.id for c in reading.comments] == ["7", "8", "3", "9", "2"]
    gone = f"<w:tbl><w:tr><w:trPr><w:del w:id='5' {WHO}/></w:trPr><w:tc><w:p>{start(1)}{t('删')}{end(1)}</w:p></w:tc></w:tr></w:tbl>"
    reading, _ = read(with_parts(gone, comments=comments(comment(2), comment(1))))
    assert [c.id for c in reading.comments] == ["1", "2"]


def test_answers_and_resolved_threads() -> None:
    said = comments(
        comment(1, para="0000000A"),
        comment(2, para="0000000B"),
        comment(3, para="0000000C"),
        comment(4, para="0000000D"),
    )
    entries = extended(
        ("0000000a", None, True),
        ("0000000B", "0000000A", False),
        ("0000000C", "FFFFFFFF", False),
        ("0000000D", None, False),
    )
    reading, _ = read(with_parts("<w:p/>", comments=said, commentsExtended=entries))
    assert [(c.id, c.parent, c.resolved) for c in reading.comments] == [
        ("1", None, True), ("2", "1", True), ("3", None, False), ("4", None, False),
    ]  # fmt: skip
    reading, _ = read(with_parts("<w:p/>", comments=said))
    assert {(c.parent, c.resolved) for c in reading.comments} == {(None, False)}


def test_the_last_paragraph_names_a_comment() -> None:
    long = f'<w:p w14:paraId="0000000A">{t("一")}</w:p><w:p w14:paraId="0000000B">{t("二")}</w:p>'
    entries = extended(("0000000A", None, True), ("0000000B", None, False), ("0000000C", "0000000B", False))
    reading, _ = read(
        with_parts("<w:p/>", comments=comments(comment(1, long), comment(2, para="0000000C")), commentsExtended=entries)
    )
    assert [(c.parent, c.resolved) for c in reading.comments] == [(None, False), ("1", False)]


def test_circles_of_answers_are_cut_and_long_ones_followed() -> None:
    def standings(parents: list[int | None], resolved: int) -> list[ThreadState]:
        said = comments(*(comment(n, para=f"{n + 1:08X}") for n in range(len(parents))))
        rows = [(f"{n + 1:08X}", None if q is None else f"{q + 1:08X}", n == resolved) for n, q in enumerate(parents)]
        root = parse_xml(said.encode(), "comments")
        return read_threads(list(root), parse_xml(extended(*rows).encode(), "extended"), f"{{{W}}}")

    assert [s.parent for s in standings([1, 2, 0, 2, 4], 9)] == [1, 2, None, 2, None]
    assert standings([1, 2, 0, 2, 4], 2) == [
        ThreadState(1, True),
        ThreadState(2, True),
        ThreadState(None, True),
        ThreadState(2, True),
        ThreadState(None, False),
    ]
    many = 20_000
    chain = standings([None, *range(many - 1)], 0)
    assert chain == [ThreadState(None, True), *(ThreadState(n, True) for n in range(many - 1))]
    assert standings([*range(1, many), 0], many)[-1] == ThreadState(None, False)


def test_parts_that_cannot_be_read_are_named() -> None:
    body = spelled(f"甲{start(1)}乙{end(1)}")
    assert read(with_parts(body, comments="<w:comments"))[0] == CommentReading((), ("word/comments.xml: xml-damaged",))
    reading, _ = read(with_parts(body, comments=comments(comment(1)), commentsExtended="<no"))
    assert reading.problems == ("word/commentsExtended.xml: xml-damaged",)
    assert [c.anchor_text for c in reading.comments] == ["乙"]
    assert read(with_parts(body))[0] == CommentReading(())
    data = replaced(with_parts(body, comments=comments(comment(1))), "word/_rels/document.xml.rels", lambda _: b"<no")
    with pytest.raises(BadPackage, match=r"document\.xml\.rels"):
        read(data)
    other = with_parts(body, comments="<other/>")
    assert read(other)[0] == CommentReading((), ("word/comments.xml: part-not-comments",))


@pytest.mark.parametrize("part", ["<w:comments", "<other/>", f'<w:styles xmlns:w="{W}"/>', "", "\ufffe<"])
def test_unreadable_comments_are_not_taken_for_none(part: str) -> None:
    doc = mz.open(with_parts(spelled(f"甲{start(1)}乙{end(1)}"), comments=part))
    with pytest.raises(BadPackage, match="批注没有读出") as caught:
        assert doc.comments
    assert "\n" not in str(caught.value)
    assert doc.text == "甲乙"


def replaced(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for each in old.namelist():
            new.writestr(each, change(old.read(each)) if each == name or name == "*" else old.read(each))
    return buffer.getvalue()


def test_strict_documents_have_comments() -> None:
    def strict(xml: bytes) -> bytes:
        xml = xml.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        return xml.replace(R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")

    data = with_parts(
        spelled(f"甲{start(1)}乙{end(1)}"),
        comments=comments(comment(1, para="0000000A")),
        commentsExtended=extended(("0000000A", None, True)),
    )
    reading, _ = read(replaced(data, "*", strict))
    assert [(c.anchor_text, c.text, c.resolved) for c in reading.comments] == [("乙", "请核实", True)]


def test_another_outline_is_refused() -> None:
    package = open_package(with_parts(f"<w:p>{t('字')}{deleted(t('删'))}</w:p>", comments=comments(comment(1))))
    with pytest.raises(StaleAnchor):
        read_comments(package, read_story(package, View.ORIGINAL).outline)


def test_ranges_that_all_take_in_everything_are_bounded() -> None:
    many = 2_000
    body = "".join(f"<w:p>{start(n)}{t('字')}</w:p>" for n in range(many)) + "".join(map(end, range(many)))
    reading, outline = read(with_parts(body, comments=comments(*map(comment, range(many)))))
    placed = [c for c in reading.comments if c.place is not None]
    assert 0 < len(placed) < many == len(reading.comments) == len(outline.lines)
    assert sum(len(c.place.parts) for c in placed if c.place) <= 1_000_000
    assert reading.problems == ("word/comments.xml: comment-anchors-limit",)


def test_anchors_hold_no_more_text_than_they_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mzsh_model.wml.marking.comments._MOST_CHARACTERS", 5)
    reading, _ = read(
        with_parts(spelled(f"{start(1)}甲乙{start(2)}丙丁{end(2)}{end(1)}"), comments=comments(comment(1), comment(2)))
    )
    assert [c.anchor_text for c in reading.comments] == ["甲乙丙丁", ""]
    assert reading.problems == ("word/comments.xml: comment-anchors-limit",)


@given(
    st.lists(
        st.sampled_from(
            [
                start(1),
                end(1),
                reference(1),
                "甲",
                "<w:p>",
                "</w:p>",
                "<w:ins>",
                "</w:ins>",
                "<w:tbl><w:tr><w:tc>",
                "</w:tc></w:tr></w:tbl>",
                "<w:del>",
                "</w:del>",
            ]
        ),
        max_size=24,
    )
)
def test_whatever_the_markers_do_nothing_is_raised(pieces: list[str]) -> None:
    body = "".join(t(c) if c == "甲" else c for c in pieces)
    data = with_parts(body, comments=comments(comment(1)))
    try:
        parse_xml(open_package(data).read("word/document.xml"), "document")
    except MzshError:
        return
    assert len(read(data)[0].comments) == 1


REAL_FILES = real_files("docx/*.do[ct]x") + real_files("texts/*.docx") + real_files("report.docx")


def opened(path: Path) -> Package:
    try:
        return open_package(path.read_bytes())
    except MzshError:
        pytest.skip("not a package that is read")


@pytest.mark.parametrize("path", REAL_FILES, ids=lambda q: q.name)
def test_real_files_keep_the_law_and_python_docx_agrees(path: Path) -> None:
    package = opened(path)
    outline = read_story(package).outline
    reading = read_comments(package, outline)
    keeps_the_law(reading, outline)
    assert reading.problems == ()
    try:
        theirs = docx.Document(str(path)).comments
    except (ValueError, KeyError):
        pytest.skip("python-docx does not open it")
    assert Counter((c.id, c.author, c.text) for c in reading.comments) == Counter(
        (str(c.comment_id), c.author, c.text) for c in theirs
    )
