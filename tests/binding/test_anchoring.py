"""Where the comment on a finding stands: on its words, or on what carries them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from mzsh_model.binding.annotation.clean import cleaned
from mzsh_model.kernel.place import Place
from mzsh_model.testing.word_files import MC, W
from tests.audit import new_findings
from tests.binding.notation import (
    DATE,
    MAIN,
    RUN,
    annotate,
    comments_of,
    finding,
    opened,
    remarks,
)
from tests.wml.test_story import num, numbering, p

_INSERTED = f'<w:ins w:id="5" w:author="李四" w:date="{DATE}">{RUN}</w:ins>'
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_WRAPPED = {
    "insertion": _INSERTED,
    "hyperlink": f'<w:hyperlink w:anchor="a">{RUN}</w:hyperlink>',
    "control": f"<w:sdt><w:sdtPr/><w:sdtContent>{RUN}</w:sdtContent></w:sdt>",
    "control around another vocabulary": f'<w:sdt><w:sdtPr/><w:sdtContent>{RUN}<x:text xmlns:x="urn:x"/></w:sdtContent></w:sdt>',
    "smart tag": f'<w:smartTag w:uri="u" w:element="e">{RUN}</w:smartTag>',
}


@pytest.mark.parametrize("wrapper", _WRAPPED.values(), ids=_WRAPPED)
def test_inside_whatever_the_words_are_wrapped_in(wrapper: str) -> None:
    body = f"<w:p>{RUN.format('一是')}{wrapper.format('学习不够深')}{RUN.format('入。')}</w:p>"
    package, lines = opened(body)
    after = annotate(package, finding(lines[0], 3, 8), finding(lines[0], 4, 6, code="ISS001"))
    assert [c.anchor_text for c in remarks(after)] == ["习不够深入", "不够"]
    assert new_findings(package.to_bytes(), after.to_bytes()) == []
    assert cleaned(after).to_bytes() == package.to_bytes()


_BEGIN, _SEPARATE, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
_SIMPLE = f'<w:fldSimple w:instr="REF x">{RUN}</w:fldSimple>'


@pytest.mark.parametrize(
    "field", [_FIELD, _SIMPLE, _BEGIN + _SEPARATE + _FIELD + _END, f"<w:hyperlink>{_FIELD}</w:hyperlink>"]
)
def test_around_a_whole_field_never_inside(field: str) -> None:
    body = f"<w:p>{RUN.format('一是')}{field.format('学习不够深')}{RUN.format('入。')}</w:p>"
    package, lines = opened(body)
    after = annotate(package, finding(lines[0], 3, 8), finding(lines[0], 4, 6, code="ISS001"))
    assert [c.anchor_text for c in remarks(after)] == ["学习不够深", "学习不够深入"]
    xml = after.read(MAIN)
    low, high = (
        min(map(xml.find, (b"<w:fldChar", b"<w:fldSimple")), key=lambda n: n if n > 0 else len(xml)),
        xml.rfind(b"fld"),
    )
    assert b"comment" not in xml[low:high]
    assert annotate(after, finding(lines[0], 4, 6, code="ISS001"), finding(lines[0], 3, 8)) is after
    assert cleaned(after).to_bytes() == package.to_bytes()


def test_never_into_a_field_that_runs_over_paragraphs() -> None:
    inside = f"<w:p>{_BEGIN}<w:r><w:instrText>TOC</w:instrText></w:r>{_SEPARATE}{RUN.format('一、问题')}</w:p>" + p(
        "二、措施"
    )
    package, lines = opened(
        p("题目") + inside + f"<w:p>{RUN.format('三、其他')}{_END}{RUN.format('完')}</w:p>" + p("正文")
    )
    after = annotate(package, *map(finding, lines[1:]))
    assert [c.anchor_text for c in remarks(after)] == ["题目", "正文"]
    assert remarks(after)[0].text.count("说的是") == 3
    after = annotate(package, finding(lines[3], 4, 5))
    assert [c.anchor_text for c in remarks(after)] == ["完"]


@pytest.mark.parametrize("kind", ["<w:text/>", '<w:dataBinding w:xpath="/a"/>', '<x:dataBinding xmlns:x="urn:x"/>'])
def test_around_a_control_that_is_bound_or_plain(kind: str) -> None:
    control = f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    inner = RUN.format("学习") + f"<w:sdt><w:sdtContent>{RUN.format('不够')}</w:sdtContent></w:sdt>"
    inline = f"<w:p>{RUN.format('一是')}{control.format(inner)}{RUN.format('深入')}</w:p>"
    package, lines = opened(p("题目") + inline + control.format(p("整段")) + p("末尾"))
    after = annotate(package, finding(lines[1], 4, 5), finding(lines[2]), finding(lines[1], 6, 7), finding(lines[3]))
    assert [c.anchor_text for c in remarks(after)] == ["题目", "学习不够", "深", "末尾"]
    closed = re.search(re.escape(kind.encode()) + rb".*?" + "不够".encode(), after.read(MAIN))
    assert closed is not None
    assert b"comment" not in closed[0]
    assert "说的是第3段里的“整段”。" in remarks(after)[0].text
    assert annotate(after, *(finding(lines[n], *at) for n, at in ((1, (4, 5)), (2, ()), (1, (6, 7)), (3, ())))) is after
    assert cleaned(after).to_bytes() == package.to_bytes()


_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_FORMULA = "<m:oMath><m:r><m:t>甲乙</m:t></m:r></m:oMath>"
_RUBY = (
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="10"/>'
    '<w:hpsBaseText w:val="10"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>jia</w:t></w:r></w:rt>'
    "<w:rubyBase><w:r><w:t>甲乙</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
_WHO = f'w:author="李四" w:date="{DATE}"'
_PIECES = {
    "formula": (f"<m:oMathPara {_M}>{_FORMULA}</m:oMathPara>", True),
    "inline formula": (_FORMULA.replace("<m:oMath>", f"<m:oMath {_M}>"), True),
    "ruby": (_RUBY, True),
    "symbol": ('<w:r><w:t>甲</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', False),
    "moved": (f'<w:moveTo w:id="2" {_WHO}>{RUN.format("甲乙")}</w:moveTo>', False),
    "inserted link": (f'<w:hyperlink w:anchor="a"><w:ins w:id="2" {_WHO}>{RUN.format("甲乙")}</w:ins></w:hyperlink>', False),
    "format change": (f'<w:r><w:rPr><w:b/><w:rPrChange w:id="2" {_WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>甲乙</w:t></w:r>', False),
    "breaks": ("<w:r><w:t>甲</w:t><w:softHyphen/><w:lastRenderedPageBreak/><w:noBreakHyphen/></w:r>", False),
    "direction": (f'<w:dir w:val="ltr">{RUN.format("甲乙")}</w:dir>', False),
}  # fmt: skip


@pytest.mark.parametrize(("piece", "whole"), _PIECES.values(), ids=_PIECES)
def test_on_every_range_of_whatever_stands_in_a_paragraph(piece: str, whole: bool) -> None:
    package, lines = opened(p("题目") + f"<w:p>{RUN.format('前')}{piece}{RUN.format('后')}</w:p>")
    spans = [(low, high) for low in range(4) for high in range(low + 1, 5)]
    every = [finding(lines[1], *span) for span in spans]
    after = annotate(package, *every)
    grown = {(1 if low == 2 else low, 3 if high == 2 else high) for low, high in spans} if whole else set(spans)
    assert {(c.place.start, c.place.end) for c in remarks(after) if c.place} == grown
    inside = re.findall(rb"<m:oMath.*</m:oMath(?:Para)?>|<w:ruby>.*</w:ruby>", after.read(MAIN))
    assert b"comment" not in b"".join(inside)
    assert new_findings(package.to_bytes(), after.to_bytes()) == []
    assert annotate(after, *every) is after
    assert cleaned(after).to_bytes() == package.to_bytes()


def test_in_a_table() -> None:
    cell = '<w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/></w:tcPr>{}</w:tc>'
    rows = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{cell.format(p('问题'))}{cell.format(p('联系群众不够'))}</w:tr></w:tbl>"
    package, lines = opened(p("台账") + rows + p(""))
    after = annotate(package, finding(lines[2], 2, 4))
    assert [(c.anchor_text, c.place) for c in remarks(after)] == [("群众", Place(3, 2, 4))]
    assert new_findings(package.to_bytes(), after.to_bytes()) == []


@pytest.mark.parametrize(
    ("start", "end", "words"), [(0, 7, "甲乙丙"), (0, 2, "甲"), (0, 4, "甲"), (1, 6, "甲乙"), (5, 6, "乙")]
)
def test_never_on_a_number_that_word_computes(start: int, end: int, words: str) -> None:
    levels = numbering(("chineseCounting", "（%1）"))
    body = f"<w:p><w:pPr>{num(0)}</w:pPr><w:r><w:t>　甲乙丙</w:t></w:r></w:p>"
    package, lines = opened(body, numbering=levels)
    assert (lines[0].text, lines[0].auto) == ("（一）　甲乙丙", 3)
    assert [c.anchor_text for c in remarks(annotate(package, finding(lines[0], start, end)))] == [words]


def test_without_the_blanks_around_the_words() -> None:
    package, lines = opened(p("　　学习 不够 　").replace("<w:t>", '<w:t xml:space="preserve">'))
    assert [c.anchor_text for c in remarks(annotate(package, finding(lines[0], 0)))] == ["学习 不够"]
    assert [c.anchor_text for c in remarks(annotate(package, finding(lines[0], 0, 1)))] == ["学"]


@pytest.mark.parametrize("span", [(0, 0), (1, 1)])
def test_what_has_no_words_is_said_on_the_heading_above(span: tuple[int, int]) -> None:
    package, lines = opened(p("对照检查材料") + p("一、存在的问题") + p("（一）学习不够。") + p("") + p("二、整改措施"))
    (comment,) = remarks(annotate(package, finding(lines[2], *span)))
    assert comment.anchor_text == "一、存在的问题"
    assert "\n说的是第3段。\n" in comment.text
    assert [c.anchor_text for c in remarks(annotate(package, finding(lines[3])))] == ["一、存在的问题"]
    assert [c.anchor_text for c in remarks(annotate(package, finding(lines[0], 0, 0)))] == ["对照检查材料"]


def test_a_finding_without_a_place_is_said_on_the_title() -> None:
    package, lines = opened(p("对照检查材料") + p("学习不够"))
    nowhere = replace(finding(lines[1]), line=0, start=0, end=0, quote="学习不够")
    (comment,) = remarks(annotate(package, nowhere))
    assert (comment.anchor_text, "说的是" in comment.text) == ("对照检查材料", False)


def test_a_line_of_joined_paragraphs_is_marked_in_its_first_one() -> None:
    gone = f'<w:rPr><w:del w:id="7" w:author="李四" w:date="{DATE}"/></w:rPr>'
    package, lines = opened(p("深入基层 ", gone) + p("调研"))
    assert [line.text for line in lines] == ["深入基层 调研"]
    assert [c.anchor_text for c in remarks(annotate(package, finding(lines[0], 2)))] == ["基层"]
    assert [c.anchor_text for c in remarks(annotate(package, finding(lines[0], 4)))] == ["调研"]


_PICTURE = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
_WPS = (
    f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{{0}}</w:txbxContent>'
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize("box", [_PICTURE, _WPS], ids=["vml", "wps"])
def test_a_text_box_is_spoken_of_on_the_run_it_hangs_on(box: str) -> None:
    host = (
        f"<w:p>{RUN.format('正')}{box.format(p('别的框'))}{RUN.format('文')}{box.format(p('框一') + p('框二'))}</w:p>"
    )
    package, lines = opened(p("题目") + host)
    assert [line.text for line in lines] == ["题目", "正文", "别的框", "框一", "框二"]
    after = annotate(package, finding(lines[3]), finding(lines[4], code="ISS001"), finding(lines[2]))
    assert [c.place for c in remarks(after)] == [Place(2, 1, 1), Place(2, 2, 2)]
    assert "说的是文本框里的“框一”。" in remarks(after)[1].text
    assert "说的是文本框里的“框二”。" in remarks(after)[1].text
    xml = after.read(MAIN).decode()
    low, high = (xml.index(f'<w:comment{kind} w:id="{remarks(after)[1].id}"/>') for kind in ("RangeStart", "RangeEnd"))
    assert xml[low:].startswith(f'<w:commentRangeStart w:id="{remarks(after)[1].id}"/><w:r><')
    assert "框一" in xml[low:high]
    assert annotate(after, finding(lines[2]), finding(lines[4], code="ISS001"), finding(lines[3])) is after
    fewer = annotate(after, finding(lines[4], code="ISS001"), finding(lines[0]))
    assert [c.anchor_text for c in remarks(fewer)] == ["题目", ""]
    assert cleaned(after).to_bytes() == cleaned(fewer).to_bytes() == package.to_bytes()


def test_a_text_box_in_a_field_is_spoken_of_around_the_field() -> None:
    body = f"<w:p>{RUN.format('正文')}{_BEGIN}{_SEPARATE}{_PICTURE.format(p('框'))}{RUN.format('图')}{_END}</w:p>"
    package, lines = opened(body)
    after = annotate(package, finding(lines[1]))
    assert [c.anchor_text for c in remarks(after)] == ["图"]
    xml = after.read(MAIN)
    assert b"comment" not in xml[xml.index(b"<w:fldChar") : xml.rindex(b"<w:fldChar")]


def test_a_run_cut_behind_its_text_box_is_joined_again() -> None:
    box = _PICTURE.format(p("框")).replace("</w:pict>", "</w:pict><w:t>深入基层</w:t>")
    box = box.replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>", 1)
    package, lines = opened(f"<w:p>{box}</w:p>")
    after = annotate(package, finding(lines[0], 2, 3), finding(lines[1]))
    assert [c.anchor_text for c in remarks(after)] == ["深入基层", "基"]
    assert cleaned(after).to_bytes() == package.to_bytes()


def _notes(kind: str) -> dict[str, str]:
    note = f'<w:{kind} w:id="2">{p("出处")}{p("又一段")}</w:{kind}>'
    return {
        f"{kind}s": f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:type="separator" w:id="0">{p("")}</w:{kind}>{note}</w:{kind}s>'
    }


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_is_spoken_of_on_its_reference(kind: str) -> None:
    reference = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="2"/></w:r>'
    package, lines = opened(
        p("题目") + f"<w:p>{RUN.format('深入')}{reference}{RUN.format('基层')}</w:p>", **_notes(kind)
    )
    assert [line.text for line in lines] == ["题目", "深入基层", "出处", "又一段"]
    after = annotate(package, finding(lines[2]), finding(lines[3]))
    (comment,) = remarks(after)
    assert comment.place == Place(2, 2, 2)
    assert re.search(
        rf"<w:commentRangeStart [^>]*/>{re.escape(reference)}<w:commentRangeEnd ".encode(), after.read(MAIN)
    )
    assert f"说的是{'脚' if kind == 'footnote' else '尾'}注里的“出处”。" in comment.text
    assert new_findings(package.to_bytes(), after.to_bytes()) == []
    assert annotate(after, finding(lines[2]), finding(lines[3])) is after
    assert cleaned(after).to_bytes() == package.to_bytes()


@pytest.mark.parametrize(
    "body",
    [
        "",
        f'<w:p><w:del w:id="5" w:author="李四" w:date="{DATE}"><w:r><w:footnoteReference w:id="2"/></w:r></w:del></w:p>',
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="x99"><w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p></mc:Choice></mc:AlternateContent>',
    ],
    ids=["none", "deleted", "in no line"],
)
def test_a_note_without_a_reference_is_spoken_of_on_the_title(body: str) -> None:
    package, lines = opened(p("题目") + p("一、存在的问题") + body, **_notes("footnote"))
    note = next(line for line in lines if line.text == "出处")
    assert [c.anchor_text for c in remarks(annotate(package, finding(note)))] == ["题目"]


def test_headers_are_spoken_of_on_the_title() -> None:
    package, lines = opened(p("题目") + p("一、存在的问题"), header=f'<w:hdr xmlns:w="{W}">{p("某局")}</w:hdr>')
    (comment,) = remarks(annotate(package, finding(lines[2])))
    assert (comment.anchor_text, "说的是页眉里的“某局”。" in comment.text) == ("题目", True)


def test_a_document_with_words_in_text_boxes_alone() -> None:
    package, _ = opened(f"<w:p>{_PICTURE.format(p('请柬'))}</w:p>")
    after = annotate(package)
    assert [c.place for c in comments_of(after)] == [Place(1, 0, 0)]
    assert annotate(after) is after
