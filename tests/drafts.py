"""Drafts made by hypothesis: texts of the genre, and the same texts wrapped in the dirt that Word leaves.

The generator knows by construction what a reader should see, so laws need no oracle of ours.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from xml.sax.saxutils import escape

from hypothesis import strategies as st

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

FAULTS = [
    "理论学习不够系统，列入计划的4本书只读了2本",
    "调研不够深入，听汇报多、看现场少",
    "担当精神不强，遇到难题“等一等、看一看”",
    "对窗口服务督促不够，群众来回跑了3趟",
    "过紧日子的思想树得不牢，两次培训安排在外地",
    "请示报告不够及时，有2项工作先办后报",
    "与𠮷同志沟通不够（包括会前）",
]
CAUSES = ["理论武装抓得不深", "宗旨意识有所淡化", "担当精神有所减退", "纪律观念不强"]
MEASURES = [
    "加强理论学习，2026年6月底前读完4本书",
    "深入基层，每月到联系点1次，长期坚持",
    "由办公室牵头，3月底前修订制度",
    "严肃组织生活，每季度开展1次",
]
HEADS = {
    "issues": ["存在的主要问题", "存在的突出问题", "检视存在的问题", "查摆出的问题和不足"],
    "causes": ["原因剖析", "产生问题的原因分析", "根源剖析"],
    "measures": ["整改措施", "下一步整改措施", "努力方向和整改措施"],
}
NUMBERS = "一二三四五六七八九"
TYPED = {
    "shi": lambda n: f"{NUMBERS[n]}是",
    "dot": lambda n: f"{n + 1}.",
    "comma": lambda n: f"{n + 1}、",
    "paren": lambda n: f"（{NUMBERS[n]}）",
    "half": lambda n: f"({NUMBERS[n]})",
    "ordinal": lambda n: f"第{NUMBERS[n]}，",
}


@st.composite
def drafts(draw: st.DrawFn) -> tuple[list[str], dict[str, list[str]]]:
    """A member's draft: its lines, and the texts of its issues, causes and measures as they must be read."""
    lines = [
        draw(
            st.sampled_from(
                ["2025年度民主生活会个人对照检查材料", "个人发言提纲", "某局党组2025年度民主生活会对照检查材料"]
            )
        )
    ]
    if draw(st.booleans()):
        lines.append("根据安排，我认真参加学习，收到意见建议7条。现汇报如下。")
    wanted: dict[str, list[str]] = {}
    for part, (name, pool) in enumerate((("issues", FAULTS), ("causes", CAUSES), ("measures", MEASURES))):
        lines.append(f"{NUMBERS[part]}、{draw(st.sampled_from(HEADS[name]))}")
        texts = [t + "。" for t in draw(st.lists(st.sampled_from(pool), min_size=2, max_size=4, unique=True))]
        form = TYPED[draw(st.sampled_from(sorted(TYPED)))]
        run_in = draw(st.booleans()) and form in (TYPED["shi"], TYPED["ordinal"])
        labelled = [form(n) + text for n, text in enumerate(texts)]
        indent = draw(st.sampled_from(["", "　　", "    "]))
        lines += [indent + "".join(labelled)] if run_in else [indent + line for line in labelled]
        wanted[name] = texts
        if draw(st.integers(0, 3)) == 0:
            lines.append("")
    lines.append("以上发言，请同志们批评指正。")
    return lines, wanted


def _run(text: str, props: str) -> str:
    inner = "".join(
        "<w:br/>" if c == "\n" else "<w:tab/>" if c == "\t" else f'<w:t xml:space="preserve">{escape(c)}</w:t>'
        for c in _pieces(text)
    )
    return f"<w:r>{props}{inner}</w:r>"


def _pieces(text: str) -> list[str]:
    out: list[str] = []
    for c in text:
        if c in "\n\t" or not out or out[-1] in "\n\t":
            out.append(c)
        else:
            out[-1] += c
    return out


_WRAPPERS = [
    "{}",
    "{}",
    "{}",
    '<w:ins w:id="1" w:author="李四" w:date="2026-01-01T00:00:00Z">{}</w:ins>',
    '<w:moveTo w:id="2" w:author="李四" w:date="2026-01-01T00:00:00Z">{}</w:moveTo>',
    '<w:sdt><w:sdtPr><w:alias w:val="不可见"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
    f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps">{{}}</mc:Choice><mc:Fallback><w:r><w:t>替代</w:t></w:r></mc:Fallback></mc:AlternateContent>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF 指令</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
]
_NOISE = [
    "",
    "",
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="9" w:name="_GoBack"/><w:bookmarkEnd w:id="9"/>',
    "<w:r><w:t></w:t></w:r>",
    '<w:del w:id="3" w:author="李四" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>删去的字</w:delText></w:r></w:del>',
    '<w:moveFrom w:id="4" w:author="李四" w:date="2026-01-01T00:00:00Z"><w:r><w:t>移走的字</w:t></w:r></w:moveFrom>',
    '<w:commentRangeStart w:id="0"/>',
    "<!-- 注释 -->",
]
_PROPS = ["", "<w:rPr/>", '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>', "<w:rPr><w:b/></w:rPr>"]


@st.composite
def runs(draw: st.DrawFn, text: str) -> str:
    """The content of a paragraph that shows exactly `text`."""
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=5)) if text else []
    bounds = sorted({0, len(text), *cuts})
    out = draw(st.sampled_from(_NOISE))
    for low, high in itertools.pairwise(bounds):
        run = _run(text[low:high], draw(st.sampled_from(_PROPS)))
        out += draw(st.sampled_from(_WRAPPERS)).format(run) + draw(st.sampled_from(_NOISE))
    return out


@st.composite
def paragraphs(draw: st.DrawFn, text: str) -> str:
    """One paragraph of WordprocessingML that shows exactly `text`."""
    out = draw(runs(text))
    block = draw(st.sampled_from(["{}", "{}", "{}", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"]))
    return block.format(f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr>{out}</w:p>')


def package(body: str) -> bytes:
    """A Word package around a body."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


@st.composite
def packages(draw: st.DrawFn, lines: list[str]) -> bytes:
    """A Word package that shows exactly `lines`."""
    return package("".join(draw(paragraphs(line)) for line in lines))
