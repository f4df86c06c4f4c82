"""Comments that are there already: other people's stay, ours are known again and taken out."""

from __future__ import annotations

import re

import pytest

from mzsh_model.binding.annotation.clean import cleaned
from mzsh_model.kernel.errors import BadEdit, BadPackage
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package, open_package
from mzsh_model.rules.finding import Level
from mzsh_model.testing.word_files import W
from tests.audit import new_findings
from tests.binding.notation import (
    MAIN,
    RUN,
    annotate,
    comments_of,
    filed,
    finding,
    opened,
    outline_of,
    remarks,
    without_idents,
)
from tests.binding.word_saves import COMMENT, as_word_saves, theirs
from tests.wml.test_story import p


def _comments(*inner: str) -> str:
    return f'<?xml version="1.0"?>\n<w:comments xmlns:w="{W}">\n{"".join(inner)}\n</w:comments>'


_MARKED = (
    p("题目")
    + f'<w:p><w:commentRangeStart w:id="3"/>{RUN.format("深入基层")}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:p>'
)


@pytest.mark.parametrize(
    "written",
    [
        _comments(theirs()),
        f"<comments xmlns='{W}' xmlns:x='{W}'>" + COMMENT.format("", "x:", 3, "王五", "请核实") + "</comments>",
        f"<x:comments xmlns:x='{W}'>" + COMMENT.format("x:", "x:", 3, "王五", "请核实") + "<!-- 完 --></x:comments >",
        f'<w:comments xmlns:w="{W}"/>',
        f'<w:comments xmlns:w="{W}" />',
        f'<w:comments xmlns:w="{W}"></w:comments>',
        "\ufeff" + _comments(theirs()),
    ],
    ids=["plain", "default namespace", "prefix", "self-closing", "blank", "empty", "bom"],
)
def test_other_comments_stay_byte_for_byte(written: str) -> None:
    package, lines = opened(_MARKED, comments=written)
    after = annotate(package, finding(lines[1], 1, 3))
    part = after.read("word/comments.xml")
    theirs = re.search(rb"<(?:\w:)?comment .*?</(?:\w:)?comment>", package.read("word/comments.xml"))
    assert theirs is None or theirs[0] in part
    assert [c.anchor_text for c in comments_of(after) if c.author == "mzsh"] == ["题目", "入基"]
    assert [c.anchor_text for c in comments_of(after) if c.author != "mzsh"] == ([] if theirs is None else ["深入基层"])
    assert after.names == package.names
    assert cleaned(open_package(after.to_bytes())).to_bytes() == package.to_bytes()


def test_ids_are_those_that_neither_a_comment_nor_a_mark_has() -> None:
    stray = '<w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="04"/>'
    package, lines = opened(f"<w:p>{RUN.format('深入')}{stray}</w:p>", comments=_comments(theirs(0), theirs(3)))
    after = annotate(package, finding(lines[0]), finding(lines[0], 0, 1))
    assert [c.id for c in comments_of(after) if c.author == "mzsh"] == ["2", "4", "5"]


def test_a_comments_part_that_cannot_be_written_is_refused() -> None:
    members = {"utf-16": _comments(theirs()).replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")}
    package, _ = opened(p("题目"), comments=_comments())
    with pytest.raises(BadEdit) as refusal:
        annotate(package.with_parts({"word/comments.xml": members["utf-16"]}))
    assert refusal.value.code == "edit-encoding"
    with pytest.raises(BadPackage):
        annotate(package.with_parts({"word/comments.xml": b"<w:comments>"}))
    with pytest.raises(BadEdit) as refusal:
        annotate(package.with_parts({"word/comments.xml": None}))
    assert refusal.value.code == "edit-comments"
    with pytest.raises(BadEdit) as refusal:
        annotate(package.with_parts({"word/comments.xml": b"<notes/>"}))
    assert refusal.value.code == "edit-comments"


def test_a_strict_document_gets_a_strict_comments_part() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    package = open_package(filed(p("题目") + p("学习不够"), w=strict))
    after = annotate(package, finding(outline_of(package).lines[1]))
    assert strict.encode() in after.read("word/comments.xml")
    assert b'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"' in after.read(
        "word/_rels/document.xml.rels"
    )
    assert [c.anchor_text for c in remarks(open_package(after.to_bytes()))] == ["学习不够"]
    assert cleaned(after).to_bytes() == package.to_bytes()


@pytest.mark.parametrize("guard", ["signed", "protected"])
def test_a_file_that_nobody_may_write_into_is_refused(guard: str) -> None:
    package, lines = opened(p("题目"), settings=f'<w:settings xmlns:w="{W}"/>')
    after = annotate(package, finding(lines[0]))

    def guarded(given: Package) -> Package:
        if guard == "protected":
            locked = (
                f'<w:settings xmlns:w="{W}"><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
            )
            return given.with_parts({"word/settings.xml": locked.encode()})
        origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
        return given.add_part("_xmlsignatures/origin.sigs", b"", "application/x", source="", relationship=origin)[0]

    for attempt in (lambda: annotate(guarded(package)), lambda: cleaned(guarded(after))):
        with pytest.raises(BadEdit) as refusal:
            attempt()
        assert refusal.value.code == f"edit-{guard}"
    assert cleaned(guarded(package)).names == guarded(package).names


def test_a_comment_whose_finding_is_gone_goes_and_the_others_keep_their_bytes() -> None:
    package, lines = opened(p("题目") + p("深入基层调研"))
    kept, gone, new = finding(lines[1], 0, 4), finding(lines[1], 2, 6), finding(lines[1], 1, 3, code="ISS001")
    first = annotate(package, kept, gone)
    second = annotate(first, kept, new, date="2027-01-01T00:00:00Z")
    assert [c.anchor_text for c in remarks(second)] == ["深入基层", "入基"]
    mine = next(c for c in remarks(first) if c.anchor_text == "深入基层")
    element = re.search(rf'<w:comment w:id="{mine.id}".*?</w:comment>'.encode(), first.read("word/comments.xml"))
    assert element is not None
    assert element[0] in second.read("word/comments.xml")
    assert second.read(MAIN) == annotate(package, kept, new).read(MAIN)


def test_a_line_that_changes_is_cut_as_if_for_the_first_time() -> None:
    package, lines = opened(p("题目") + p("深入基层 调研"))
    kept, beside, gone = finding(lines[1], 0, 4), finding(lines[1], 4, 7, code="ISS001"), finding(lines[1], 1, 4)
    for before, now in (([kept], [kept, beside]), ([kept, beside], [beside]), ([kept, beside, gone], [beside, gone])):
        after = annotate(annotate(package, *before), *now)
        assert without_idents(after) == without_idents(annotate(package, *now))
        assert cleaned(after).to_bytes() == package.to_bytes()


def test_a_summary_that_was_marked_resolved_is_not_said_again() -> None:
    package, lines = opened(p("题目") + p("深入基层"))
    first = annotate(package, finding(lines[1]))
    saved = as_word_saves(first, resolved=comments_of(first)[0].id)
    assert annotate(saved, finding(lines[1])) is saved
    assert len([c for c in comments_of(annotate(saved)) if "汇总" in c.text]) == 2


def test_a_finding_that_weighs_otherwise_is_said_anew() -> None:
    package, lines = opened(p("题目") + p("深入基层"))
    first = annotate(package, finding(lines[1], level=Level.HINT))
    (comment,) = remarks(annotate(first, finding(lines[1], level=Level.MUST)))
    assert comment.text.startswith("【必改】")


def test_a_comment_that_somebody_answered_or_resolved_is_kept() -> None:
    package, lines = opened(p("题目") + p("深入基层") + p("调研不够") + p("措施不实"))
    every = [finding(line) for line in lines[1:]]
    first = annotate(package, *every)
    answered, resolved, plain = (c.id for c in remarks(first))
    saved = as_word_saves(first, answered=answered, resolved=resolved)
    assert annotate(saved, *every) is saved
    fewer = annotate(saved)
    assert [c.id for c in remarks(fewer)] == [answered, resolved]
    assert [c.text for c in comments_of(fewer) if c.parent == answered] == ["已经写明"]
    assert annotate(fewer) is fewer
    more = annotate(saved, *every, finding(lines[1], code="ISS001"))
    assert [c.text.count("〔") for c in remarks(more)] == [1, 1, 1, 1]
    told = new_findings(saved.to_bytes(), more.to_bytes())
    assert [one for one in told if "by mzsh" not in one and "style references" not in one] == []
    left = cleaned(saved)
    assert [c.id for c in comments_of(left)] == [answered, "90"]
    assert plain not in [c.id for c in comments_of(left)]


def test_an_answer_is_nobodys_finding() -> None:
    package, lines = opened(p("题目") + p("深入基层"))
    first = annotate(package, finding(lines[1]))
    saved = as_word_saves(first, answered=remarks(first)[0].id)
    reply = (
        saved.read("word/comments.xml")
        .replace("王五".encode(), b"mzsh")
        .replace("已经写明".encode(), "〔MEA003·7f3a〕".encode())
    )
    left = cleaned(saved.with_parts({"word/comments.xml": reply}))
    assert [c.text for c in comments_of(left) if c.parent] == ["〔MEA003·7f3a〕"]


def test_what_goes_takes_its_rows_along() -> None:
    package, lines = opened(p("题目") + p("深入基层") + p("调研不够"))
    saved = as_word_saves(annotate(package, *map(finding, lines[1:])))
    gone = annotate(saved, finding(lines[1]))
    for name, row in (
        ("commentsExtended", b"<w15:commentEx "),
        ("commentsIds", b"<c:commentId "),
        ("commentsExtensible", b"<x:commentExtensible "),
    ):
        assert saved.read(f"word/{name}.xml").count(row) == 3
        assert gone.read(f"word/{name}.xml").count(row) == 1
    assert b"0000AB01" in gone.read("word/commentsExtended.xml")
    assert b"1000AB01" in gone.read("word/commentsExtensible.xml")
    assert re.sub(rb"<w:r></w:r>", b"", cleaned(saved).read(MAIN)) == package.read(MAIN)


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("王五", "〔MEA003·7f3a〕"),
        ("mzsh", "【必改】引用〔MEA003·7f3a〕"),
        ("mzsh", "【必改】没有编码"),
        ("mzsh", "【必改】没写\n〔MEA003·7f3a〕 已改"),
        ("mzsh", "〔MEA003〕"),
    ],
)
def test_a_comment_is_ours_by_author_and_closing_code_alone(author: str, text: str) -> None:
    package, _ = opened(_MARKED, comments=_comments(theirs(3, author, text)))
    assert cleaned(package) is package
    assert theirs(3, author, text).encode() in annotate(package).read("word/comments.xml")


def test_a_comment_of_ours_in_whatever_spelling_is_taken_out() -> None:
    ours = theirs(3, "mzsh", "没写").replace(
        "</w:p></w:comment>",
        "</w:p><w:p><w:r><w:t>〔MEA0</w:t></w:r><w:r><w:t>03·7f3a〕 </w:t></w:r></w:p></w:comment>",
    )
    marked = _MARKED.replace(
        '<w:commentRangeStart w:id="3"/>', "<w:commentRangeStart  w:id = ' 3 ' ></w:commentRangeStart >"
    )
    marked = marked.replace(
        '<w:r><w:commentReference w:id="3"/></w:r>',
        '<w:r w:rsidR="1"><w:rPr><w:b/></w:rPr> <w:commentReference w:id="3"/><w:t>后</w:t></w:r>',
    )
    package, _ = opened(marked + '<!-- <w:commentRangeStart w:id="3"/> -->', comments=_comments(ours, theirs(4)))
    left = cleaned(package)
    assert [c.id for c in comments_of(left)] == ["4"]
    assert b"comment" not in left.read(MAIN).replace(b'<!-- <w:commentRangeStart w:id="3"/> -->', b"")
    assert [line.text for line in outline_of(left).lines][1] == "深入基层后"


def test_marks_in_notes_and_headers_go_as_well() -> None:
    ours = theirs(3, "mzsh", "没写〔MEA003·7f3a〕").replace("没写", "没写</w:t></w:r></w:p><w:p><w:r><w:t>")
    inside = _MARKED.replace("深入基层", "某局")
    package, _ = opened(p("题目"), comments=_comments(ours), header=f'<w:hdr xmlns:w="{W}">{inside}</w:hdr>')
    assert [c.place for c in comments_of(package)] == [Place(3, 0, 2)]
    left = cleaned(package)
    assert b"comment" not in left.read("word/header.xml")
    assert comments_of(left) == ()


@pytest.mark.parametrize("part", [MAIN, "word/header.xml"])
def test_marks_that_cannot_be_taken_out_by_bytes_keep_their_comment(part: str) -> None:
    package, lines = opened(p("题目"), header=f'<w:hdr xmlns:w="{W}">{_MARKED}</w:hdr>')
    after = annotate(package, finding(lines[0]))
    recoded = after.read(part).decode().encode("utf-16")
    with pytest.raises(BadEdit) as refusal:
        cleaned(after.with_parts({part: recoded}))
    assert refusal.value.code == "edit-encoding"


def test_a_comment_that_shares_its_id_is_left_alone() -> None:
    ours = theirs(3, "mzsh", "〔MEA003·7f3a〕")
    package, _ = opened(_MARKED, comments=_comments(ours, theirs(3)))
    assert cleaned(package) is package


def test_a_comments_part_of_another_program_stays_when_it_is_empty() -> None:
    package, _ = opened(_MARKED, comments=_comments(theirs(3, "mzsh", "〔MEA003·7f3a〕")))
    left = cleaned(package)
    assert "word/comments.xml" in left.names
    assert comments_of(left) == ()
