"""Findings as comments: on their words, once, and out again to the byte."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.binding.annotate import annotated
from mzsh_model.binding.clean import cleaned
from mzsh_model.kernel.errors import BadEdit, BadPackage, StaleAnchor
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package, open_package
from mzsh_model.outline.lines import Line
from mzsh_model.rules.finding import CheckResult, Finding, Level, Unchecked
from tests.audit import new_findings
from tests.binding.notation import (
    CODE,
    DATE,
    annotate,
    comments_of,
    filed,
    finding,
    opened,
    outline_of,
    remarks,
    result,
)
from tests.drafts import MC, W, drafts, packages
from tests.wml.test_story import num, numbering, p

MAIN = "word/document.xml"
CODES = ["MEA003", "ISS001", "TXT002"]


@st.composite
def found(draw: st.DrawFn, lines: tuple[Line, ...]) -> list[Finding]:
    """Findings anywhere in the body, on the same words, inside one another, and across one another."""
    full = [line for line in lines if line.text.strip()]
    out: list[Finding] = []
    for _ in range(draw(st.integers(0, 6))):
        line = draw(st.sampled_from(full))
        start = draw(st.integers(0, len(line.text) - 1))
        end = draw(st.integers(start + 1, len(line.text)))
        code, level = draw(st.sampled_from(CODES)), draw(st.sampled_from(Level))
        out.append(finding(line, start, end, code=code, level=level))
    return out


def _is_whole(package: Package) -> bool:
    """Whether the words can be marked at every character."""
    xml = package.read(package.main_part)
    return b"fldSimple" not in xml and b"AlternateContent" not in xml and b"fldChar" not in xml


@given(st.data())
def test_a_comment_stands_on_the_words_of_its_finding_and_leaves_no_trace(data: st.DataObject) -> None:
    lines, _ = data.draw(drafts())
    before = data.draw(packages(lines))
    package = open_package(before)
    findings = data.draw(found(outline_of(package).lines))
    after = annotate(package, *findings)
    assert [line.text for line in outline_of(after).lines] == lines
    said = remarks(open_package(after.to_bytes()))
    for one in findings:
        words = one.quote.strip() or lines[one.line - 1].strip()[:1]
        mine = [c for c in said if f"{one.code}·{one.fingerprint}" in c.text and c.place and c.place.line == one.line]
        assert any(c.anchor_text == words if _is_whole(package) else words in c.anchor_text for c in mine)
    assert len({c.place for c in said}) == len(said)
    assert len({c.id for c in comments_of(after)}) == len(said) + 1
    again = open_package(after.to_bytes())
    assert annotate(again, *reversed(findings), date="2027-01-01T00:00:00Z") is again
    assert cleaned(open_package(after.to_bytes())).to_bytes() == before


@given(st.data())
def test_the_last_result_holds_whatever_was_annotated_before(data: st.DataObject) -> None:
    lines, _ = data.draw(drafts())
    package = open_package(data.draw(packages(lines)))
    first, second = data.draw(found(outline_of(package).lines)), data.draw(found(outline_of(package).lines))
    both = annotate(open_package(annotate(package, *first).to_bytes()), *second)
    alone = annotate(package, *second)
    said = {(c.place, c.text) for c in comments_of(alone)}
    assert {(c.place, c.text) for c in comments_of(both)} == said
    assert len(comments_of(both)) == len(said)
    assert _without_idents(both) == _without_idents(alone)
    assert cleaned(both).to_bytes() == package.to_bytes()


def _without_idents(package: Package) -> bytes:
    return re.sub(rb'(<w:comment[^>]*?w:id=")\d+', rb"\1", package.read(MAIN))


def test_the_four_parts_the_level_first_the_code_last() -> None:
    package, lines = opened(p("整改措施") + p("深入基层调研"))
    one = finding(lines[1], 2, 6)
    (comment,) = remarks(annotate(package, one))
    assert comment.text.split("\n") == [
        "【必改】没有写明完成时限",
        "为什么：没有时限无法督办",
        "怎么改：写明哪一天",
        "例子：2026年6月底前",
        f"〔MEA003·{one.fingerprint}〕",
    ]
    assert (comment.author, comment.initials, comment.date) == ("mzsh", "mz", DATE)
    assert (comment.anchor_text, comment.place) == ("基层调研", Place(2, 2, 6))


def test_findings_on_the_same_words_share_a_comment_the_gravest_first() -> None:
    package, lines = opened(p("深入基层调研"))
    hint, must = finding(lines[0], 0, 4, level=Level.HINT), finding(lines[0], 0, 4, code="ISS001", said="空话")
    (comment,) = remarks(annotate(package, hint, must, hint))
    assert comment.text.startswith("【必改】空话\n")
    assert comment.text.count("【提示】") == 1
    assert comment.text.endswith(f"\n〔ISS001·{must.fingerprint}、MEA003·{hint.fingerprint}〕")


def test_a_summary_stands_on_the_title() -> None:
    package, lines = opened(p("") + p("  对照检查材料 ") + p("学习不够"))
    summary = comments_of(annotate(package, finding(lines[2]), finding(lines[2], level=Level.HINT, code="ISS001")))[0]
    assert summary.anchor_text == "对照检查材料"
    assert summary.text.startswith(
        "【汇总】必改 1 处，建议 0 处，提示 1 处。结论：不达标。\n没有检查：范围之外（需人工判断）\n"
    )
    assert summary.text.endswith("\n〔mzsh·汇总〕")


def test_a_document_in_which_nothing_was_recognised_is_said_not_to_be_checked() -> None:
    package, _ = opened(p("通知"))
    nothing = CheckResult((), None, False, (Unchecked("全文", "没有认出是哪一种材料"),))
    (summary,) = comments_of(annotated(package, outline_of(package), nothing, date=DATE))
    assert "结论：未检查，不能当作通过。\n没有检查：全文（没有认出是哪一种材料）\n" in summary.text


def test_words_over_several_lines_are_named_by_their_paragraphs() -> None:
    package, lines = opened(p("深入基层") + p("调研不够") + p("措施不实"))
    rest = (Place(2, 0, 4), Place(3, 0, 2), Place(3, 3, 4))
    (comment,) = remarks(annotate(package, finding(lines[0], 2, 4, rest=rest, lines=lines)))
    assert comment.anchor_text == "基层"
    assert "\n同一条还包括第2段、第3段。\n" in comment.text


def test_a_message_with_characters_that_xml_cannot_carry_is_still_said() -> None:
    package, lines = opened(p("深入基层"))
    after = annotate(package, finding(lines[0], said="“\x00\ud800\x1f<&>”\t不清楚"))
    assert remarks(after)[0].text.startswith("【必改】“\ufffd\ufffd\ufffd<&>”\t不清楚\n")
    assert annotate(after, finding(lines[0], said="“\x00\ud800\x1f<&>”\t不清楚")) is after


_RUN = "<w:r><w:t>{}</w:t></w:r>"
_INSERTED = f'<w:ins w:id="5" w:author="李四" w:date="{DATE}">{_RUN}</w:ins>'
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_RUN}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_WRAPPED = {
    "insertion": _INSERTED,
    "hyperlink": f'<w:hyperlink w:anchor="a">{_RUN}</w:hyperlink>',
    "control": f"<w:sdt><w:sdtPr/><w:sdtContent>{_RUN}</w:sdtContent></w:sdt>",
    "smart tag": f'<w:smartTag w:uri="u" w:element="e">{_RUN}</w:smartTag>',
}


@pytest.mark.parametrize("wrapper", _WRAPPED.values(), ids=_WRAPPED)
def test_inside_whatever_the_words_are_wrapped_in(wrapper: str) -> None:
    body = f"<w:p>{_RUN.format('一是')}{wrapper.format('学习不够深')}{_RUN.format('入。')}</w:p>"
    package, lines = opened(body)
    after = annotate(package, finding(lines[0], 3, 8), finding(lines[0], 4, 6, code="ISS001"))
    assert [c.anchor_text for c in remarks(after)] == ["习不够深入", "不够"]
    assert new_findings(package.to_bytes(), after.to_bytes()) == []
    assert cleaned(after).to_bytes() == package.to_bytes()


_BEGIN, _SEPARATE, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
_SIMPLE = f'<w:fldSimple w:instr="REF x">{_RUN}</w:fldSimple>'


@pytest.mark.parametrize(
    "field", [_FIELD, _SIMPLE, _BEGIN + _SEPARATE + _FIELD + _END, f"<w:hyperlink>{_FIELD}</w:hyperlink>"]
)
def test_around_a_whole_field_never_inside(field: str) -> None:
    body = f"<w:p>{_RUN.format('一是')}{field.format('学习不够深')}{_RUN.format('入。')}</w:p>"
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
    inside = f"<w:p>{_BEGIN}<w:r><w:instrText>TOC</w:instrText></w:r>{_SEPARATE}{_RUN.format('一、问题')}</w:p>" + p(
        "二、措施"
    )
    package, lines = opened(
        p("题目") + inside + f"<w:p>{_RUN.format('三、其他')}{_END}{_RUN.format('完')}</w:p>" + p("正文")
    )
    after = annotate(package, *map(finding, lines[1:]))
    assert [c.anchor_text for c in remarks(after)] == ["题目", "正文"]
    assert remarks(after)[0].text.count("说的是") == 3
    after = annotate(package, finding(lines[3], 4, 5))
    assert [c.anchor_text for c in remarks(after)] == ["完"]


@pytest.mark.parametrize("kind", ["<w:text/>", '<w:dataBinding w:xpath="/a"/>', '<x:dataBinding xmlns:x="urn:x"/>'])
def test_around_a_control_that_is_bound_or_plain(kind: str) -> None:
    control = f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    inner = _RUN.format("学习") + f"<w:sdt><w:sdtContent>{_RUN.format('不够')}</w:sdtContent></w:sdt>"
    inline = f"<w:p>{_RUN.format('一是')}{control.format(inner)}{_RUN.format('深入')}</w:p>"
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
    "moved": (f'<w:moveTo w:id="2" {_WHO}>{_RUN.format("甲乙")}</w:moveTo>', False),
    "inserted link": (f'<w:hyperlink w:anchor="a"><w:ins w:id="2" {_WHO}>{_RUN.format("甲乙")}</w:ins></w:hyperlink>', False),
    "format change": (f'<w:r><w:rPr><w:b/><w:rPrChange w:id="2" {_WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>甲乙</w:t></w:r>', False),
    "breaks": ("<w:r><w:t>甲</w:t><w:softHyphen/><w:lastRenderedPageBreak/><w:noBreakHyphen/></w:r>", False),
    "direction": (f'<w:dir w:val="ltr">{_RUN.format("甲乙")}</w:dir>', False),
}  # fmt: skip


@pytest.mark.parametrize(("piece", "whole"), _PIECES.values(), ids=_PIECES)
def test_on_every_range_of_whatever_stands_in_a_paragraph(piece: str, whole: bool) -> None:
    package, lines = opened(p("题目") + f"<w:p>{_RUN.format('前')}{piece}{_RUN.format('后')}</w:p>")
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
    ("start", "end", "words"), [(0, 6, "甲乙丙"), (0, 2, "甲"), (0, 3, "甲"), (1, 5, "甲乙"), (4, 5, "乙")]
)
def test_never_on_a_number_that_word_computes(start: int, end: int, words: str) -> None:
    levels = numbering(("chineseCounting", "（%1）"))
    body = f"<w:p><w:pPr>{num(0)}</w:pPr><w:r><w:t>甲乙丙</w:t></w:r></w:p>"
    package, lines = opened(body, numbering=levels)
    assert (lines[0].text, lines[0].auto) == ("（一）甲乙丙", 3)
    assert [c.anchor_text for c in remarks(annotate(package, finding(lines[0], start, end)))] == [words]


def test_without_the_blanks_around_the_words() -> None:
    package, lines = opened(p("　　学习 不够 　").replace("<w:t>", '<w:t xml:space="preserve">'))
    assert [c.anchor_text for c in remarks(annotate(package, finding(lines[0], 0)))] == ["学习 不够"]
    assert [c.anchor_text for c in remarks(annotate(package, finding(lines[0], 0, 1)))] == ["学"]


@pytest.mark.parametrize("span", [(0, 0), (1, 1)])
def test_what_has_no_words_is_said_on_the_heading_above(span: tuple[int, int]) -> None:
    package, lines = opened(p("对照检查材料") + p("一、存在的问题") + p("学习不够。") + p("") + p("二、整改措施"))
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
        f"<w:p>{_RUN.format('正')}{box.format(p('别的框'))}{_RUN.format('文')}{box.format(p('框一') + p('框二'))}</w:p>"
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
    body = f"<w:p>{_RUN.format('正文')}{_BEGIN}{_SEPARATE}{_PICTURE.format(p('框'))}{_RUN.format('图')}{_END}</w:p>"
    package, lines = opened(body)
    after = annotate(package, finding(lines[1]))
    assert [c.anchor_text for c in remarks(after)] == ["图"]
    xml = after.read(MAIN)
    assert b"comment" not in xml[xml.index(b"<w:fldChar") : xml.rindex(b"<w:fldChar")]


def test_a_run_cut_behind_its_text_box_is_joined_again() -> None:
    box = _PICTURE.format(p("框")).replace("</w:pict>", "</w:pict><w:t>深入基层</w:t>")
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
        p("题目") + f"<w:p>{_RUN.format('深入')}{reference}{_RUN.format('基层')}</w:p>", **_notes(kind)
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
    ],
    ids=["none", "deleted"],
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


def test_a_document_without_words_is_refused() -> None:
    package, _ = opened(p("") + p("  "))
    with pytest.raises(BadEdit) as refusal:
        annotate(package)
    assert refusal.value.code == "edit-no-words"


def test_a_result_of_another_document_is_refused() -> None:
    package, lines = opened(p("深入基层") + p("调研"))
    other, others = opened(p("深入群众") + p("走访") + p("慰问"))
    for one in (finding(others[0]), finding(others[2])):
        with pytest.raises(StaleAnchor) as refusal:
            annotate(package, one)
        assert refusal.value.code == "anchor-finding"
    with pytest.raises(StaleAnchor):
        annotated(annotate(package), outline_of(other), result(), date=DATE)
    assert annotate(package, finding(lines[0])).read(MAIN) != package.read(MAIN)


COMMENT = '<{0}comment {1}id="{2}" {1}author="{3}"><{0}p><{0}r><{0}t>{4}</{0}t></{0}r></{0}p></{0}comment>'


def _theirs(ident: int = 3, author: str = "王五", text: str = "请核实") -> str:
    return COMMENT.format("w:", "w:", ident, author, text)


def _comments(*inner: str) -> str:
    return f'<?xml version="1.0"?>\n<w:comments xmlns:w="{W}">\n{"".join(inner)}\n</w:comments>'


_MARKED = (
    p("题目")
    + f'<w:p><w:commentRangeStart w:id="3"/>{_RUN.format("深入基层")}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:p>'
)


@pytest.mark.parametrize(
    "written",
    [
        _comments(_theirs()),
        f"<comments xmlns='{W}' xmlns:x='{W}'>" + COMMENT.format("", "x:", 3, "王五", "请核实") + "</comments>",
        f"<x:comments xmlns:x='{W}'>" + COMMENT.format("x:", "x:", 3, "王五", "请核实") + "<!-- 完 --></x:comments >",
        f'<w:comments xmlns:w="{W}"/>',
        f'<w:comments xmlns:w="{W}" />',
        f'<w:comments xmlns:w="{W}"></w:comments>',
        "\ufeff" + _comments(_theirs()),
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
    package, lines = opened(f"<w:p>{_RUN.format('深入')}{stray}</w:p>", comments=_comments(_theirs(0), _theirs(3)))
    after = annotate(package, finding(lines[0]), finding(lines[0], 0, 1))
    assert [c.id for c in comments_of(after) if c.author == "mzsh"] == ["2", "4", "5"]


def test_a_comments_part_that_cannot_be_written_is_refused() -> None:
    members = {"utf-16": _comments(_theirs()).replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")}
    package, _ = opened(p("题目"), comments=_comments())
    with pytest.raises(BadEdit) as refusal:
        annotate(package.with_parts({"word/comments.xml": members["utf-16"]}))
    assert refusal.value.code == "edit-encoding"
    with pytest.raises(BadPackage):
        annotate(package.with_parts({"word/comments.xml": b"<w:comments>"}))
    with pytest.raises(BadEdit) as refusal:
        annotate(package.with_parts({"word/comments.xml": None}))
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


def test_a_finding_that_weighs_otherwise_is_said_anew() -> None:
    package, lines = opened(p("题目") + p("深入基层"))
    first = annotate(package, finding(lines[1], level=Level.HINT))
    (comment,) = remarks(annotate(first, finding(lines[1], level=Level.MUST)))
    assert comment.text.startswith("【必改】")


W14, W15 = (
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
)
CID, CEX = (f"http://schemas.microsoft.com/office/word/{n}" for n in ("2016/wordml/cid", "2018/wordml/cex"))


def _as_word_saves(package: Package, *, answered: str = "", resolved: str = "") -> Package:
    """The package as Word saves it: paraIds and rows, styled reference runs; a reply to one comment, another resolved."""
    xml = package.read("word/comments.xml").decode()
    xml = xml.replace("<w:comments ", f'<w:comments xmlns:w14="{W14}" ', 1)
    idents: dict[str, str] = {}
    for n, ident in enumerate(re.findall(r'<w:comment w:id="(\d+)"', xml)):
        head, tail = xml.split(f'<w:comment w:id="{ident}"')
        body, rest = tail.split("</w:comment>", 1)
        idents[ident] = f"0000AB{n:02X}"
        body = f'<w:p w14:paraId="{idents[ident]}">'.join(body.rsplit("<w:p>", 1))
        xml = f'{head}<w:comment w:id="{ident}"{body}</w:comment>{rest}'
    main = package.read(MAIN).decode()
    if answered:
        reply = _theirs(90, text="已经写明").replace("<w:p>", '<w:p w14:paraId="0000CC00">')
        xml = reply.join(re.split("(?=</w:comments)", xml))
        idents["90"] = "0000CC00"
        for kind in ("RangeStart", "RangeEnd"):
            mark = f'<w:comment{kind} w:id="{answered}"/>'
            main = main.replace(mark, mark + mark.replace(answered, "90"))
        main = main.replace("</w:body>", '<w:p><w:r><w:commentReference w:id="90"/></w:r></w:p></w:body>')
    main = main.replace("<w:commentReference", '<w:rPr><w:rStyle w:val="a7"/></w:rPr><w:commentReference')
    rows = "".join(
        f'<w15:commentEx w15:paraId="{para}" w15:done="{int(ident == resolved)}"'
        + (f' w15:paraIdParent="{idents[answered]}"/>' if ident == "90" else "/>")
        for ident, para in idents.items()
    )
    ids = "".join(f'<c:commentId c:paraId="{para}" c:durableId="1{para[1:]}"/>' for para in idents.values())
    extensible = "".join(f'<x:commentExtensible x:durableId="1{para[1:]}"/>' for para in idents.values())
    for name, text in (
        ("commentsExtended", f'<w15:commentsEx xmlns:w15="{W15}">{rows}</w15:commentsEx>'),
        ("commentsIds", f'<c:commentsIds xmlns:c="{CID}">{ids}</c:commentsIds>'),
        ("commentsExtensible", f'<x:commentsExtensible xmlns:x="{CEX}">{extensible}</x:commentsExtensible>'),
    ):
        kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
        relation = f"http://schemas.microsoft.com/office/2011/relationships/{name}"
        package, _ = package.add_part(f"word/{name}.xml", text.encode(), kind, source=MAIN, relationship=relation)
    return package.with_parts({"word/comments.xml": xml.encode(), MAIN: main.encode()})


def test_a_comment_that_somebody_answered_or_resolved_is_kept() -> None:
    package, lines = opened(p("题目") + p("深入基层") + p("调研不够") + p("措施不实"))
    every = [finding(line) for line in lines[1:]]
    first = annotate(package, *every)
    answered, resolved, plain = (c.id for c in remarks(first))
    saved = _as_word_saves(first, answered=answered, resolved=resolved)
    assert annotate(saved, *every) is saved
    fewer = annotate(saved)
    assert [c.id for c in remarks(fewer)] == [answered, resolved]
    assert [c.text for c in comments_of(fewer) if c.parent == answered] == ["已经写明"]
    assert annotate(fewer) is fewer
    more = annotate(saved, *every, finding(lines[1], code="ISS001"))
    assert [c.text.count("〔") for c in remarks(more)] == [1, 1, 1, 1]
    left = cleaned(saved)
    assert [c.id for c in comments_of(left)] == [answered, "90"]
    assert plain not in [c.id for c in comments_of(left)]


def test_what_goes_takes_its_rows_along() -> None:
    package, lines = opened(p("题目") + p("深入基层") + p("调研不够"))
    saved = _as_word_saves(annotate(package, *map(finding, lines[1:])))
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
        ("王五", "【必改】引用〔MEA003·7f3a〕"),
        ("mzsh", "【必改】没有编码"),
        ("mzsh", "【必改】没写\n〔MEA003·7f3a〕 已改"),
        ("mzsh", "〔MEA003〕"),
    ],
)
def test_a_comment_is_ours_by_author_and_closing_code_alone(author: str, text: str) -> None:
    package, _ = opened(_MARKED, comments=_comments(_theirs(3, author, text)))
    assert cleaned(package) is package
    assert _theirs(3, author, text).encode() in annotate(package).read("word/comments.xml")


def test_a_comment_of_ours_in_whatever_spelling_is_taken_out() -> None:
    ours = _theirs(3, "mzsh", "没写").replace(
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
    package, _ = opened(marked + '<!-- <w:commentRangeStart w:id="3"/> -->', comments=_comments(ours, _theirs(4)))
    left = cleaned(package)
    assert [c.id for c in comments_of(left)] == ["4"]
    assert b"comment" not in left.read(MAIN).replace(b'<!-- <w:commentRangeStart w:id="3"/> -->', b"")
    assert [line.text for line in outline_of(left).lines][1] == "深入基层后"


def test_marks_in_notes_and_headers_go_as_well() -> None:
    ours = _theirs(3, "mzsh", "没写〔MEA003·7f3a〕").replace("没写", "没写</w:t></w:r></w:p><w:p><w:r><w:t>")
    inside = _MARKED.replace("深入基层", "某局")
    package, _ = opened(p("题目"), comments=_comments(ours), header=f'<w:hdr xmlns:w="{W}">{inside}</w:hdr>')
    assert [c.place for c in comments_of(package)] == [Place(3, 0, 2)]
    left = cleaned(package)
    assert b"comment" not in left.read("word/header.xml")
    assert comments_of(left) == ()


def test_a_comment_that_shares_its_id_is_left_alone() -> None:
    ours = _theirs(3, "mzsh", "〔MEA003·7f3a〕")
    package, _ = opened(_MARKED, comments=_comments(ours, _theirs(3)))
    assert cleaned(package) is package


def test_a_comments_part_of_another_program_stays_when_it_is_empty() -> None:
    package, _ = opened(_MARKED, comments=_comments(_theirs(3, "mzsh", "〔MEA003·7f3a〕")))
    left = cleaned(package)
    assert "word/comments.xml" in left.names
    assert comments_of(left) == ()


def test_codes_are_as_they_are_promised() -> None:
    package, lines = opened(p("题目") + p("深入基层"))
    for comment in comments_of(annotate(package, finding(lines[1]))):
        assert CODE.fullmatch(comment.text.rpartition("\n")[2])
