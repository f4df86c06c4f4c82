"""What shows on paper, construct by construct."""

from __future__ import annotations

import io
import zipfile

import pytest

import mzsh_model as mz
from mzsh_model.opc.package import open_package
from mzsh_model.testing.word_files import MC, R, W, package
from mzsh_model.wml.reading.numfmt import format_number
from mzsh_model.wml.reading.story import read_story
from mzsh_model.wml.reading.view import View
from tests.conftest import REAL


def with_parts(body: str, **parts: str) -> bytes:
    """A package with styles, numbering, footnotes … as named parts related to the main one."""
    relations = "".join(f'<Relationship Id="r{n}" Type="{R}/{n}" Target="{n}.xml"/>' for n in parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package(body))) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        for name, text in parts.items():
            new.writestr(f"word/{name}.xml", text.replace("<w:", "<w:", 1))
    return buffer.getvalue()


def shown(body: str, view: View = View.FINAL, **parts: str) -> list[str]:
    return [line.text for line in read_story(open_package(with_parts(body, **parts)), view).outline.lines]


def p(text: str, ppr: str = "") -> str:
    return f"<w:p><w:pPr>{ppr}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def num(level: int = 0, ident: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{ident}"/></w:numPr>'


def numbering(*levels: tuple[str, str], extra: str = "") -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (fmt, text) in enumerate(levels)
    )
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{extra}</w:numbering>'
    )


def test_automatic_numbers_restart_below_a_higher_level() -> None:
    body = p("甲", num(0)) + p("乙", num(1)) + p("丙", num(1)) + p("丁", num(0)) + p("戊", num(1)) + p("己", num(2))
    levels = numbering(("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%1.%3"))
    assert shown(body, numbering=levels) == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊", "二.1己"]


def test_numbers_come_through_styles_and_start_anew_by_override() -> None:
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="B"><w:name w:val="标题 2"/><w:pPr>{num(0)}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="子"/><w:basedOn w:val="B"/></w:style></w:styles>'
    )
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    style = '<w:pStyle w:val="A"/>'
    body = p("甲", style) + p("乙", style) + p("丙", num(0, 2)) + p("丁", num(0, 2)) + p("无", style + num(0, 0))
    levels = numbering(("decimalFullWidth", "%1．"), extra=again)
    data = with_parts(body, numbering=levels, styles=styles)
    lines = read_story(open_package(data)).outline.lines
    assert [line.text for line in lines] == ["１．甲", "２．乙", "５．丙", "６．丁", "无"]
    assert [line.auto for line in lines] == [2, 2, 2, 2, 0]
    assert lines[0].level == 2


@pytest.mark.parametrize(
    ("fmt", "n", "text"),
    [
        ("chineseCountingThousand", 21, "二十一"), ("japaneseCounting", 10, "十"), ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "拾贰"), ("decimalEnclosedCircle", 3, "③"), ("decimalEnclosedCircle", 40, "40"),
        ("upperRoman", 14, "XIV"), ("lowerLetter", 28, "bb"), ("decimalZero", 4, "04"), ("ideographTraditional", 11, "甲"),
        ("upperRoman", 2**31, str(2**31)), ("lowerLetter", 2**31, str(2**31)), ("nonsense", 7, "7"), ("none", 3, ""),
    ],
)  # fmt: skip
def test_number_formats(fmt: str, n: int, text: str) -> None:
    assert format_number(n, fmt) == text


def test_views_of_a_revised_document() -> None:
    ins = '<w:ins w:id="1" w:author="李四"><w:r><w:t>增</w:t></w:r></w:ins>'
    gone = '<w:del w:id="2" w:author="李四"><w:r><w:delText>删</w:delText></w:r></w:del>'
    mark = '<w:rPr><w:del w:id="3" w:author="李四"/></w:rPr>'
    body = f"<w:p><w:r><w:t>前</w:t></w:r>{ins}{gone}</w:p>" + p("上", mark) + p("下")
    assert shown(body) == ["前增", "上下"]
    assert shown(body, View.ORIGINAL) == ["前删", "上", "下"]


def test_text_boxes_and_alternatives_are_read_once() -> None:
    box = "<w:txbxContent>" + p("框内") + "</w:txbxContent>"
    both = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>外</w:t>{both}</w:r></w:p>" + p("下")
    lines = read_story(open_package(package(body))).outline.lines
    assert [line.text for line in lines] == ["外", "框内", "下"]
    assert [line.origin for line in lines] == [(0,), (1,), (3,)]


def test_hidden_text_is_told_apart() -> None:
    body = "<w:p><w:r><w:t>见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>不见</w:t></w:r></w:p>"
    doc = mz.open(package(body))
    assert doc.text == "见"
    assert doc.lines[0].hidden == "不见"
    assert "hidden-text" in {notice.code for notice in doc.read().notices}


def test_tables_keep_coordinates_and_do_not_expand_claims() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    rows = [
        cell.format('<w:gridSpan w:val="2147483648"/>', p("宽")) + cell.format("", p("右")),
        cell.format('<w:vMerge w:val="restart"/>', p("高")) + cell.format("", p("一")),
        cell.format("<w:vMerge/>", "<w:p/>")
        + cell.format("", f"<w:tbl><w:tr>{cell.format('', p('内'))}</w:tr></w:tbl>" + p("二")),
        cell.format("<w:vMerge/>", "<w:p/>") + cell.format("", p("三")),
    ]
    lines = read_story(
        open_package(package("<w:tbl>" + "".join(f"<w:tr>{r}</w:tr>" for r in rows) + "</w:tbl>"))
    ).outline.lines
    at = {line.text: line.cell for line in lines}
    assert list(at) == ["宽", "右", "高", "一", "内", "二", "三"]
    high, inner = at["高"], at["内"]
    assert high is not None
    assert (high.row, high.col, high.rows) == (1, 0, 3)
    assert inner is not None
    assert inner.path == (0, 2, 1)


def test_notes_and_headers_follow_the_body() -> None:
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator">{p("—")}</w:footnote><w:footnote w:id="2">{p("脚注")}</w:footnote></w:footnotes>'
    header = f'<w:hdr xmlns:w="{W}">{p("页眉")}</w:hdr>'
    lines = read_story(open_package(with_parts(p("正文"), footnotes=notes, header=header))).outline.lines
    assert [(line.story, line.text) for line in lines] == [("body", "正文"), ("footnote", "脚注"), ("header", "页眉")]


def test_fields_show_their_result_even_nested_and_across_paragraphs() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def t(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    nested = (
        mark("begin")
        + "<w:r><w:instrText>IF </w:instrText></w:r>"
        + mark("begin")
        + mark("separate")
        + t("码")
        + mark("end")
    )
    body = f"<w:p>{nested}{mark('separate')}{t('果')}</w:p><w:p>{t('续')}{mark('end')}{t('后')}</w:p>"
    assert shown(body) == ["果", "续后"]


@pytest.mark.parametrize(
    "inner", ["<w:sym w:char='D83D'/>", "<w:sym w:char='ZZZZ'/>", "<w:sym/>", f"<w:numPr w:val='{'9' * 5000}'/>"]
)
def test_nonsense_inside_runs_is_survived(inner: str) -> None:
    assert shown(f"<w:p><w:r>{inner}<w:t>字</w:t></w:r></w:p>") == ["字"]


def test_loops_in_styles_end() -> None:
    styles = f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="A"/></w:style></w:styles>'
    assert shown(p("字", '<w:pStyle w:val="A"/>'), styles=styles) == ["字"]


def test_strict_documents_read_the_same() -> None:
    data = package(p("字"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            strict = old.read(name).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(name, strict.replace(R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"))
    assert mz.open(buffer.getvalue()).text == "字"


def test_many_paragraphs_are_read() -> None:
    assert len(mz.open(package("<w:p/>" * 100_000)).lines) == 100_000


@pytest.mark.skipif(not REAL.exists(), reason="no real material beside the repository")
def test_numbers_of_a_real_draft_show_as_on_paper() -> None:
    lines = [line.text[:8] for line in mz.open(REAL / "texts" / "dev05.docx").lines]
    assert lines[3:8] == [
        "一、存在的突出问",
        "（一）带头强化政",
        "1.理论学习满足",
        "2.从政治高度看",
        "（二）带头固本培",
    ]
    assert lines[18:20] == ["二、原因剖析", "（一）理论功底不"]


def test_a_moved_mark_joins_as_a_deleted_one() -> None:
    moved = '<w:rPr><w:moveFrom w:id="1" w:author="甲"/></w:rPr>'
    assert shown(p("上", moved) + p("下")) == ["上下"]
    assert shown(p("上", moved) + p("下"), View.ORIGINAL) == ["上", "下"]


def test_block_alternatives_are_read_once() -> None:
    block = f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="{{}}">{p("选")}</mc:Choice><mc:Fallback>{p("退")}</mc:Fallback></mc:AlternateContent>'
    assert shown(p("前") + block.format("wps") + p("后")) == ["前", "选", "后"]
    assert shown(p("前") + block.format("xyz") + p("后")) == ["前", "退", "后"]


def test_a_part_in_utf_16_keeps_its_numbers() -> None:
    data = with_parts(p("项", num()), numbering=numbering(("chineseCounting", "%1、")))
    found = open_package(data)
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + found.read("word/document.xml").decode()
    wide = found.with_parts({"word/document.xml": xml.encode("utf-16")})
    assert [line.text for line in read_story(wide).outline.lines] == ["一、项"]


def test_elements_inside_a_text_lose_no_text_behind_them() -> None:
    assert shown("<w:p><w:r><w:t>日期：<w:r><w:t>内</w:t></w:r></w:t></w:r><w:r><w:t>一月</w:t></w:r></w:p>") == [
        "日期：内一月"
    ]


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


@pytest.mark.parametrize(
    ("runs", "lines"),
    [
        (field("begin"), ["甲", "乙"]),
        (field("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>", ["甲", "乙"]),
        (
            field("begin") + field("begin") + field("separate") + "<w:r><w:t>丙</w:t></w:r>" + field("end"),
            ["甲丙", "乙"],
        ),
        (f'<w:del w:id="1" w:author="李四">{field("begin")}</w:del>' + field("separate") + field("end"), ["甲", "乙"]),
        (field("begin") + f'<w:del w:id="1" w:author="李四">{field("end")}</w:del>', ["甲", "乙"]),
    ],
)
def test_a_field_that_never_ends_hides_nothing(runs: str, lines: list[str]) -> None:
    assert shown(f"<w:p><w:r><w:t>甲</w:t></w:r>{runs}</w:p>" + p("乙")) == lines


def test_a_field_that_never_ends_is_named_and_bars_no_edit() -> None:
    body = p("个人对照检查材料") + f"<w:p>{field('begin')}</w:p>"
    body += (
        p("一、存在的问题") + p("1.学习不够。") + p("2.调研不深。") + p("二、整改措施") + p("1.读书，责任人：张三。")
    )
    doc = mz.open(package(body))
    got = doc.read()
    assert [notice.code for notice in got.notices if notice.code == "field-unended"]
    written = doc.write(mz.replace(got.value, "/measures/0/owner", "李四"))
    assert written.text == doc.text.replace("张三", "李四")


def test_a_field_that_ends_in_a_later_paragraph_is_one() -> None:
    opened = field("begin") + "<w:r><w:t>码</w:t></w:r>" + field("separate") + "<w:r><w:t>甲</w:t></w:r>"
    doc = mz.open(package(f"<w:p>{opened}</w:p><w:p><w:r><w:t>乙</w:t></w:r>{field('end')}</w:p>"))
    assert doc.text == "甲\n乙"
    assert "field-unended" not in {notice.code for notice in doc.read().notices}


@pytest.mark.parametrize("typed", ["甲\n乙", "甲&#13;乙", "甲</w:t></w:r><w:r><w:t xml:space='preserve'>\n乙"])
def test_a_line_break_in_a_text_is_a_space(typed: str) -> None:
    assert shown(f"<w:p><w:r><w:t>{typed}</w:t></w:r></w:p>") == ["甲 乙"]
    assert shown(f"<w:p><w:r><w:tab/><w:t>{typed}</w:t></w:r></w:p>") == ["\t甲 乙"]


def test_a_hidden_paragraph_mark_joins_what_it_stands_between() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    assert shown(p("上", hidden) + p("下")) == ["上下"]
    assert shown(p("上", '<w:rPr><w:vanish w:val="0"/></w:rPr>') + p("下")) == ["上", "下"]
    assert shown("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>" + p("下")) == ["", "下"]


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [
        ("Wingdings", "F0FE", "☑"), ("Wingdings", "F06F", "□"), ("Wingdings 2", "F052", "☑"), ("Wingdings 2", "F0A3", "□"),
        ("Symbol", "F0FE", "•"),
    ],
)  # fmt: skip
def test_a_ticked_box_and_an_empty_one_are_told_apart(font: str, char: str, sign: str) -> None:
    assert shown(f'<w:p><w:r><w:sym w:font="{font}" w:char="{char}"/></w:r></w:p>') == [sign]


_PIC = '<w:drawing><wp:{0} xmlns:wp="urn:wp"><a:blip xmlns:a="urn:a"/></wp:{0}></w:drawing>'
_OLE = '<w:object><o:OLEObject xmlns:o="urn:o" ProgID="{}"/></w:object>'


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('<w:altChunk xmlns:r="urn:r" r:id="r1"/>', 0), ("<w:p><w:subDoc/></w:p>", 0),
        (f"<w:p><w:r>{_PIC.format('inline')}</w:r></w:p>", 2), (f"<w:p><w:r>{_OLE.format('Excel.Sheet.12')}</w:r></w:p>", 2),
        (f"<w:p><w:r>{_PIC.format('anchor')}</w:r></w:p>", None), (f"<w:p><w:r>{_OLE.format('Seal.Doc')}</w:r></w:p>", None),
        (f"<w:p><w:r><w:t>见</w:t>{_PIC.format('inline')}</w:r></w:p>", None),
    ],
)  # fmt: skip
def test_what_shows_and_is_no_text_is_named(body: str, line: int | None) -> None:
    notices = mz.open(package(p("甲") + body + p("乙"))).read().notices
    assert [notice.line for notice in notices if notice.code == "unread-object"] == ([] if line is None else [line])


def complex_field(code: str, result: str | None = None, data: str = "") -> str:
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
    )
    shows = "" if result is None else field("separate") + f"<w:r><w:t>{result}</w:t></w:r>"
    return begin + shows + field("end")


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        (r" eq \o\ac(○,1)", "①"), (r" EQ \o\ac(◯,20) ", "⑳"), (r"eq \o\ac(○,三)", "㊂"), (r"eq \o\ac(□,密)", ""),
        (r' EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(sān),三)', "三"), (r"EQ \o(\s\up 5(三))", "三"),
        (r"EQ \f(1,2)", ""), ("PAGE", ""), (r"EQ \o(" + "(" * 90, ""), (r"eq \o\ac(○,33)", "33"),
    ],
)  # fmt: skip
def test_a_field_without_a_result_shows_what_word_computes(code: str, shows: str) -> None:
    assert shown(f"<w:p>{complex_field(code)}<w:r><w:t>学习</w:t></w:r></w:p>") == [shows + "学习"]
    assert shown(f"<w:p>{complex_field(code, 'x')}</w:p>") == ["x"]  # a result that is there is what shows
    assert shown(f"<w:p>{complex_field(code, '')}</w:p>") == [shows]


@pytest.mark.parametrize(
    ("choice", "shows"),
    [('<w:result w:val="1"/>', "乙"), ('<w:default w:val="1"/>', "乙"), ("", "甲"), ('<w:result w:val="7"/>', "")],
)
def test_the_chosen_entry_of_a_list_shows(choice: str, shows: str) -> None:
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in "甲乙")
    data = f"<w:ffData><w:ddList>{choice}{entries}</w:ddList></w:ffData>"
    assert shown(f"<w:p>{complex_field('FORMDROPDOWN', data=data)}</w:p>") == [shows]


def test_what_a_field_computes_is_not_edited_and_its_neighbours_are() -> None:
    circled = complex_field(r"eq \o\ac(○,1)")
    measure = f"<w:p>{circled}<w:r><w:t>读书，责任人：张三。</w:t></w:r></w:p>"
    body = (
        p("个人对照检查材料")
        + p("一、存在的问题")
        + p("1.学习不够。")
        + p("2.调研不深。")
        + p("二、整改措施")
        + measure
    )
    doc = mz.open(package(body))
    value = doc.read().value
    written = doc.write(mz.replace(value, "/measures/0/owner", "李四"))
    assert written.text == doc.text.replace("张三", "李四")


def test_fractions_and_powers_are_told_from_digits_side_by_side() -> None:
    m = "http://schemas.openxmlformats.org/officeDocument/2006/math"

    def part(name: str, text: str) -> str:
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    fraction = f"<m:f>{part('num', '1')}{part('den', '3')}</m:f>"
    power = f"<m:sSup>{part('e', '100')}{part('sup', '2')}</m:sSup>"
    assert shown(f'<w:p><m:oMath xmlns:m="{m}">{fraction}</m:oMath></w:p>') == ["1/3"]
    assert shown(f'<w:p><m:oMath xmlns:m="{m}">{power}</m:oMath></w:p>') == ["100^2"]


@pytest.mark.parametrize(
    ("kind", "lines"), [("drop", ["按照通知"]), ("margin", ["按照通知"]), ("none", ["按", "照通知"])]
)
def test_a_drop_cap_begins_the_next_paragraph(kind: str, lines: list[str]) -> None:
    assert shown(p("按", f'<w:framePr w:dropCap="{kind}" w:lines="3"/>') + p("照通知")) == lines


def cell(text: str, mark: str = "", *, within: str = "{}") -> str:
    run = within.format(f"<w:r><w:t>{text}</w:t></w:r>")
    return f"<w:tc><w:tcPr>{mark}</w:tcPr><w:p>{run}</w:p></w:tc>"


@pytest.mark.parametrize("mark", ["cellDel", "cellIns"])
def test_a_cell_marked_deleted_or_inserted_is_there_in_one_view_only(mark: str) -> None:
    marked = f'<w:{mark} w:id="1" w:author="张三"/>'
    row = f"<w:tr>{cell('甲')}{cell('乙', marked)}{cell('丙')}</w:tr>"
    data = with_parts(f"<w:tbl>{row}{row}</w:tbl>")
    there, gone = (View.ORIGINAL, View.FINAL) if mark == "cellDel" else (View.FINAL, View.ORIGINAL)
    for view, texts, columns in (
        (there, ["甲", "乙", "丙"], [0, 1, 2]),
        (View.BOTH, ["甲", "乙", "丙"], [0, 1, 2]),
        (gone, ["甲", "丙"], [0, 1]),
    ):
        lines = [line for line in read_story(open_package(data), view).outline.lines if line.cell is not None]
        assert [line.text for line in lines] == texts * 2
        assert [line.cell.col for line in lines if line.cell is not None] == columns * 2


HIDING = "<w:rPr><w:vanish/></w:rPr>"
SHOWN = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看得见</w:t></w:r>'


def style(ident: str, kind: str = "paragraph", more: str = HIDING, default: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{ident}"{default}><w:name w:val="{ident}"/>{more}</w:style>'


@pytest.mark.parametrize(
    ("styles", "body", "texts"),
    [
        (style("H"), p("看不见", '<w:pStyle w:val="H"/>') + p("甲"), ["", "甲"]),
        (style("H"), f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>看不见</w:t></w:r>{SHOWN}</w:p>', ["看得见"]),
        (style("H") + style("C", "character"),
         '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>两次隐藏是不隐藏</w:t></w:r></w:p>',
         ["两次隐藏是不隐藏"]),
        (style("N", default=' w:default="1"'), p("看不见") + f"<w:p>{SHOWN}</w:p>", ["", "看得见"]),
        (style("N", default=' w:default="1"') + style("S", more='<w:rPr><w:vanish w:val="false"/></w:rPr>'),
         p("看不见") + p("看得见", '<w:pStyle w:val="S"/>'), ["", "看得见"]),
        (style("H") + style("B", more='<w:basedOn w:val="H"/>'), p("看不见", '<w:pStyle w:val="B"/>'), [""]),
        ("<w:docDefaults><w:rPrDefault>" + HIDING + "</w:rPrDefault></w:docDefaults>", p("看不见") + f"<w:p>{SHOWN}</w:p>", ["", "看得见"]),
        (style("C", "character"), p("甲") + f"<w:p>{SHOWN}</w:p>", ["甲", "看得见"]),
    ],
)  # fmt: skip
def test_what_a_style_hides_a_run_may_show(styles: str, body: str, texts: list[str]) -> None:
    data = with_parts(body, styles=f'<w:styles xmlns:w="{W}">{styles}</w:styles>')
    lines = read_story(open_package(data)).outline.lines
    assert [line.text for line in lines] == texts
    assert all(line.hidden == ("看不见" if "看不见" in body and not line.text else line.hidden) for line in lines)
    doc = mz.open(data)
    assert [line.text for line in doc.lines] == texts
    assert doc.comments == ()
