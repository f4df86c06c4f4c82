"""Oddities of the text: what may stand in, around and between the runs of a paragraph and show the same words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mzsh_model.testing.word_files import MC, R
from tests.oddities.oddity import Oddity
from tests.oddities.specimen import ISSUE, MEASURE, PAPER, Parts, line, lines_of, paragraph, parts, run, zipped

SAID = PAPER[MEASURE]
_HEAD, _TAIL = SAID[:9], SAID[9:]
_WHO = 'w:id="7" w:author="李四" w:date="2026-01-01T00:00:00Z"'
_SPACES = (
    f' xmlns:mc="{MC}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:zz="urn:zz" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def lines(change: Mapping[int, str], root: str = _SPACES, more: Parts | None = None) -> Callable[[], bytes]:
    """The paper with other paragraphs at some places."""

    def make() -> bytes:
        made = lines_of()
        for at, xml in change.items():
            made[at] = xml
        return zipped(parts("".join(made), root) | (more or {}))

    return make


def said(inner: str, properties: str = "") -> Callable[[], bytes]:
    """The paper with the first measure written another way."""
    return lines({MEASURE: paragraph(inner, properties)})


def around(before: str, after: str) -> Callable[[], bytes]:
    """The paper with something around the paragraph of the first measure."""
    return lines({MEASURE: before + line(SAID) + after})


def mark(kind: str) -> str:
    """A mark of a complex field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    """The code of a complex field."""
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def choice(requires: str, shown: str, otherwise: str | None) -> str:
    """Alternate content: who understands `requires` shows the one, who does not the other."""
    fallback = "" if otherwise is None else f"<mc:Fallback>{otherwise}</mc:Fallback>"
    return f'<mc:AlternateContent><mc:Choice Requires="{requires}">{shown}</mc:Choice>{fallback}</mc:AlternateContent>'


def control(inner: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def box(inner: str) -> str:
    """A text box of Word's own in a run."""
    shape = f"<wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp>"
    return f'<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData uri="urn:x">{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'


def _more(at: int, *texts: str) -> tuple[str, ...]:
    return (*PAPER[:at], *texts, *PAPER[at + 1 :])


def _split(sign: str) -> str:
    return run(_HEAD) + sign + run(_TAIL)


def _nested(times: int, inner: str) -> str:
    for _ in range(times):
        inner = control(inner)
    return inner


_DEL = f"<w:del {_WHO}><w:r><w:delText>旧的话</w:delText></w:r></w:del>"
_BOUND = '<w:dataBinding w:xpath="/a/b" w:storeItemID="{00000000-0000-0000-0000-000000000001}"/>'
_STRETCH = "".join(chr(0x4E00 + n % 3000) for n in range(2000))

WORDINGS = (
    # runs
    Oddity("text-one-character-a-run", said("".join(map(run, SAID)))),
    Oddity("text-in-empty-texts", said(run("") + run(_HEAD) + "<w:r/><w:r><w:t/></w:r>" + run(_TAIL))),
    Oddity("text-many-in-a-run", said(f"<w:r><w:t>{_HEAD}</w:t><w:t>{_TAIL}</w:t></w:r>")),
    Oddity("text-outside-a-run", said(f"<w:t>{_HEAD}</w:t>" + run(_TAIL))),
    Oddity("run-in-a-run", said(f"<w:r><w:r><w:t>{_HEAD}</w:t></w:r><w:t>{_TAIL}</w:t></w:r>")),
    Oddity("elements-in-a-text", said(f"<w:r><w:t>{_HEAD}<w:b/>{_TAIL}</w:t></w:r>"), shows=_more(MEASURE, _HEAD), told="unread-object"),
    Oddity("properties-last", said(f"<w:r><w:t>{SAID}</w:t><w:rPr><w:b/></w:rPr></w:r>")),
    Oddity("symbol", said(_split('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')), shows=_more(MEASURE, _HEAD + "☑" + _TAIL)),
    Oddity("symbol-of-no-number", said(_split('<w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r>'))),
    Oddity("symbol-that-is-a-hanzi", said(run(SAID[:-3]) + '<w:r><w:sym w:font="宋体" w:char="5F20"/></w:r>' + run(SAID[-2:]))),
    Oddity("hyphen-that-may-break", said(_split("<w:r><w:softHyphen/></w:r>"))),
    Oddity("hyphen-that-may-not", said(_split("<w:r><w:noBreakHyphen/></w:r>")), shows=_more(MEASURE, _HEAD + "-" + _TAIL)),
    Oddity("marks-of-pages-and-notes", said(_split("<w:r><w:lastRenderedPageBreak/><w:annotationRef/><w:footnoteRef/><w:pgNum/></w:r>"))),
    Oddity("ruby", said(run(SAID[:-3]) + "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>zhāng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>张</w:t></w:r></w:rubyBase></w:ruby>" + run(SAID[-2:]))),
    Oddity("ruby-in-a-run", said(run(SAID[:-3]) + "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>zhāng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>张</w:t></w:r></w:rubyBase></w:ruby></w:r>" + run(SAID[-2:]))),
    Oddity("both-directions", said(f'<w:bdo w:val="ltr">{run(_HEAD)}</w:bdo><w:dir w:val="rtl">{run(_TAIL)}</w:dir>')),
    *(Oddity(f"invisible-{ord(c):04x}", said(run(_HEAD + c + _TAIL)), shows=_more(MEASURE, _HEAD + c + _TAIL)) for c in "\u00ad\u200b\u200d\u200f\u202e\u2060\u2066\ufeff\U000e0041"),
    Oddity("hidden-run", said(run(_HEAD) + run("看不见", "<w:rPr><w:vanish/></w:rPr>") + run(_TAIL))),
    Oddity("hidden-for-the-web-alone", said(run(SAID, "<w:rPr><w:webHidden/></w:rPr>"))),
    Oddity("two-lines-in-one-and-frames", said(run(SAID, '<w:rPr><w:eastAsianLayout w:combine="1"/><w:fitText w:val="900"/><w:em w:val="dot"/></w:rPr>'), '<w:framePr w:wrap="around"/>')),
    Oddity("days-by-the-clock", said(_split("<w:r><w:dayLong/><w:monthLong/><w:yearLong/></w:r>"))),
    # what stands around runs
    Oddity("smart-tags-in-each-other", said(f'<w:smartTag w:element="a"><w:smartTag w:element="b">{run(_HEAD)}</w:smartTag>{run(_TAIL)}</w:smartTag>')),
    Oddity("custom-xml-around-runs", said(f'<w:customXml w:element="a"><w:customXmlPr/>{run(_HEAD)}</w:customXml>{run(_TAIL)}')),
    Oddity("custom-xml-around-a-paragraph", around('<w:customXml w:element="a">', "</w:customXml>")),
    Oddity("link-without-its-relationship", said(f'<w:hyperlink r:id="gone">{run(_HEAD)}</w:hyperlink>{run(_TAIL)}')),
    Oddity("link-in-a-link", said(f'<w:hyperlink w:anchor="a"><w:hyperlink w:anchor="b">{run(_HEAD)}</w:hyperlink>{run(_TAIL)}</w:hyperlink>')),
    Oddity("permissions-without-ends", said('<w:permStart w:id="1" w:edGrp="everyone"/>' + run(SAID))),
    Oddity("marks-of-proofing-unpaired", said('<w:proofErr w:type="spellEnd"/>' + _split('<w:proofErr w:type="gramStart"/>'))),
    Oddity("unknown-element-around-runs", said(f"<zz:a>{run(_HEAD)}</zz:a>{run(_TAIL)}")),
    Oddity("unknown-element-around-a-paragraph", around("<zz:a>", "</zz:a>"), shows=_more(MEASURE), told="unread-object"),
    Oddity("unknown-element-of-word-around-a-paragraph", around("<w:futureBlock>", "</w:futureBlock>"), shows=_more(MEASURE), told="unread-object"),
    Oddity("control-in-a-control-inline", said(_nested(6, run(SAID)))),
    Oddity("control-in-a-control-around", around("<w:sdt><w:sdtContent>" * 6, "</w:sdtContent></w:sdt>" * 6)),
    Oddity("control-without-properties", said(f"<w:sdt><w:sdtContent>{run(SAID)}</w:sdtContent></w:sdt>")),
    Oddity("control-without-content", said(run(SAID) + "<w:sdt><w:sdtPr/></w:sdt>")),
    Oddity("control-of-all", lambda: zipped(parts(control("".join(lines_of()), "<w:docPartObj/>")))),
    Oddity("control-bound-to-data", said(control(run(SAID), _BOUND))),
    Oddity("control-locked", said(control(run(SAID), '<w:lock w:val="sdtContentLocked"/>'))),
    Oddity("control-that-repeats", said(control(control(run(SAID), "<w:id w:val='1'/>"), "<w:id w:val='1'/>"))),
    # alternates
    Oddity("choice-unknown-around-runs", said(run(_HEAD) + choice("zz", run("别的"), run(_TAIL)))),
    Oddity("choice-unknown-in-a-run", said(run(_HEAD) + f"<w:r>{choice('zz', '<w:t>别的</w:t>', f'<w:t>{_TAIL}</w:t>')}</w:r>")),
    Oddity("choice-unknown-around-a-paragraph", lines({MEASURE: choice("zz", line("别的"), line(SAID))})),
    Oddity("choice-unknown-without-fallback", said(run(SAID) + choice("zz", run("别的"), None))),
    Oddity("choice-of-two-names-one-unknown", lines({MEASURE: choice("wps zz", line("别的"), line(SAID))})),
    Oddity("choice-known-around-a-paragraph", lines({MEASURE: choice("wps", line(SAID), line("别的"))})),
    Oddity("choice-of-no-requirement", lines({MEASURE: choice("", line(SAID), line("别的"))})),
    Oddity("choice-in-a-choice", lines({MEASURE: choice("zz", line("别的"), choice("w14", line(SAID), line("又一个")))})),
    Oddity("choice-of-nothing", said(run(SAID) + "<mc:AlternateContent/>")),
    Oddity("choice-around-a-section", around("", choice("zz", "<w:sectPr/>", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>")), shows=(*PAPER[:MEASURE + 1], "", *PAPER[MEASURE + 1 :])),
    # fields
    Oddity("field-simple", said(f'<w:fldSimple w:instr="REF x">{run(SAID)}</w:fldSimple>')),
    Oddity("field-in-a-field", said(mark("begin") + code("IF ") + mark("begin") + code("REF a") + mark("separate") + run("甲") + mark("end") + code(" = 1") + mark("separate") + run(SAID) + mark("end"))),
    Oddity("field-that-never-ends", said(mark("begin") + code("REF x") + mark("separate") + run(SAID)), told="field-unended"),
    Oddity("field-that-only-begins", said(mark("begin") + run(SAID)), told="field-unended"),
    Oddity("field-that-only-ends", said(run(SAID) + mark("end"))),
    Oddity("field-that-only-separates", said(mark("separate") + run(SAID))),
    Oddity("field-over-paragraphs", lines({MEASURE: paragraph(mark("begin") + code("REF x") + mark("separate") + run(SAID)), MEASURE + 1: paragraph(run(PAPER[MEASURE + 1]) + mark("end"))})),
    Oddity("field-never-ended-over-paragraphs", lines({ISSUE: paragraph(mark("begin") + code("TOC") + mark("separate") + run(PAPER[ISSUE])), MEASURE: paragraph(mark("begin") + code("REF x") + mark("separate") + run(SAID) + mark("end"))}), told="field-unended"),
    Oddity("field-code-outside-a-field", said(code("REF x") + run(SAID))),
    Oddity("field-mark-of-an-unknown-kind", said(mark("middle") + run(SAID))),
    # boxes
    Oddity("box-beside", said(run(SAID) + box(line("由办公室汇总有关情况。"))), shows=(*PAPER[: MEASURE + 1], "由办公室汇总有关情况。", *PAPER[MEASURE + 1 :])),
    Oddity("box-in-a-box", said(run(SAID) + box(paragraph(run("外框由办公室登记。") + box(line("里框由办公室汇总。"))))), shows=(*PAPER[: MEASURE + 1], "外框由办公室登记。", "里框由办公室汇总。", *PAPER[MEASURE + 1 :])),
    Oddity("box-of-nothing", said(run(SAID) + box(""))),
    Oddity("box-outside-a-run", said(run(SAID) + f"<w:txbxContent>{line('由办公室汇总有关情况。')}</w:txbxContent>"), shows=(*PAPER[: MEASURE + 1], "由办公室汇总有关情况。", *PAPER[MEASURE + 1 :])),
    # paragraphs
    Oddity("paragraph-in-a-paragraph", said(run(SAID) + line("里面的一段。")), shows=_more(MEASURE, SAID + "里面的一段。")),
    Oddity("runs-beside-paragraphs", around(run("段外的字。"), ""), told="unread-object"),
    Oddity("text-beside-paragraphs", around("<w:t>段外的字。</w:t>", ""), told="unread-object"),
    Oddity("characters-beside-elements", around("段外的字", "")),
    Oddity("section-in-each-paragraph", said(run(SAID), "<w:sectPr/>")),
    Oddity("style-unknown", said(run(SAID), '<w:pStyle w:val="没有"/>')),
    Oddity("number-unknown", said(run(SAID), '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="77"/></w:numPr>')),
    Oddity("number-of-no-number", said(run(SAID), '<w:numPr><w:ilvl w:val="x"/><w:numId w:val=""/></w:numPr>')),
    Oddity("number-automatic", said(run(SAID[2:]), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')),
    Oddity("properties-twice", said("<w:pPr><w:b/></w:pPr>" + run(SAID), "<w:jc/>")),
    Oddity("body-twice", lambda: zipped({**parts("".join(lines_of())), "word/document.xml": parts("".join(lines_of()))["word/document.xml"].replace(b"</w:body>", f"</w:body><w:body>{line('第二个正文。')}</w:body>".encode())}), told="unread-object"),
    Oddity("background-before-the-body", lambda: zipped({**parts("".join(lines_of())), "word/document.xml": parts("".join(lines_of()))["word/document.xml"].replace(b"<w:body>", b'<w:background w:color="FFFFFF"/><w:body>')})),
    Oddity("paragraphs-after-the-section", lambda: zipped({**parts("".join(lines_of())), "word/document.xml": parts("".join(lines_of()))["word/document.xml"].replace(b"</w:body>", f"{line('节以后的话。')}</w:body>".encode())}), shows=(*PAPER, "节以后的话。")),
    Oddity("another-file-taken-in", around('<w:altChunk r:id="c"/>', ""), told="unread-object"),
    Oddity("subdocument", around('<w:subDoc r:id="c"/>', ""), told="unread-object"),
    Oddity("blanks-kept-by-nothing", said(f"<w:r><w:t>{_HEAD}</w:t></w:r><w:r><w:t>{_TAIL}</w:t></w:r>")),
    Oddity("empty-paragraphs-many", around("<w:p/>" * 2000, ""), shows=(*PAPER[:MEASURE], *[""] * 2000, *PAPER[MEASURE:])),
    Oddity("text-of-two-thousand-hanzi", said(run(SAID + _STRETCH)), shows=_more(MEASURE, SAID + _STRETCH)),
    Oddity("formula-beside", said(run(SAID) + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), shows=_more(MEASURE, SAID + "x")),
)  # fmt: skip
_ = (R, _DEL)
