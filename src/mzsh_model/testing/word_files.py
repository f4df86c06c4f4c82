"""Lines in Word as people and editors leave them, and Word files around them.

Runs are split anywhere; between and around them stand empty `w:t`, insertions and moves, deletions, content controls,
smart tags, hyperlinks, fields, alternate content, bookmarks, proofing marks, comments of XML. What is seen is the text.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from enum import Enum
from html import escape

from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.testing.other_papers import other_papers
from mzsh_model.testing.papers import papers

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


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


_OPEN = [
    "{}",
    "{}",
    "{}",
    '<w:sdt><w:sdtPr><w:alias w:val="不可见"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
]
_REVIEWED = [
    '<w:ins w:id="1" w:author="李四" w:date="2026-01-01T00:00:00Z">{}</w:ins>',
    '<w:moveTo w:id="2" w:author="李四" w:date="2026-01-01T00:00:00Z">{}</w:moveTo>',
]
_CLOSED = [
    '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
    f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps">{{}}</mc:Choice>'
    "<mc:Fallback><w:r><w:t>替代</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF 指令</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
]
_NOISE = [
    "",
    "",
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="9" w:name="_GoBack"/><w:bookmarkEnd w:id="9"/>',
    "<w:r><w:t></w:t></w:r>",
    "<!-- 注释 -->",
]
_REVIEWED_NOISE = [
    '<w:del w:id="3" w:author="李四" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>删去的字</w:delText></w:r></w:del>',
    '<w:moveFrom w:id="4" w:author="李四" w:date="2026-01-01T00:00:00Z"><w:r><w:t>移走的字</w:t></w:r></w:moveFrom>',
    '<w:commentRangeStart w:id="0"/>',
]


class Dirt(Enum):
    """What stands between and around the runs of a text."""

    TYPED = "typed"
    """What editors leave: split runs, content controls, smart tags, links, bookmarks, proofing marks."""
    REVIEWED = "reviewed"
    """And what other people leave: revisions and comments, which nobody may lose by removing a paragraph."""
    ALL = "all"
    """And what nobody may write into: results of fields, alternate content."""

    @property
    def wrappers(self) -> list[str]:
        """What a run may stand in."""
        return [*_OPEN, *(_REVIEWED if self is not Dirt.TYPED else []), *(_CLOSED if self is Dirt.ALL else [])]

    @property
    def noise(self) -> list[str]:
        """What may stand beside a run."""
        return [*_NOISE, *(_REVIEWED_NOISE if self is not Dirt.TYPED else [])]


_PROPS = ["", "<w:rPr/>", '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>', "<w:rPr><w:b/></w:rPr>"]


@st.composite
def runs(draw: st.DrawFn, text: str, dirt: Dirt = Dirt.ALL) -> str:
    """The content of a paragraph that shows exactly `text`."""
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=5)) if text else []
    bounds = sorted({0, len(text), *cuts})
    out = draw(st.sampled_from(dirt.noise))
    for low, high in itertools.pairwise(bounds):
        run = _run(text[low:high], draw(st.sampled_from(_PROPS)))
        out += draw(st.sampled_from(dirt.wrappers)).format(run) + draw(st.sampled_from(dirt.noise))
    return out


@st.composite
def paragraphs(draw: st.DrawFn, text: str, dirt: Dirt = Dirt.ALL) -> str:
    """One paragraph of WordprocessingML that shows exactly `text`."""
    out = draw(runs(text, dirt))
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
def tables(draw: st.DrawFn, rows: list[list[str]], dirt: Dirt = Dirt.ALL) -> str:
    """A table of WordprocessingML that shows `rows`; `<br>` in a cell begins a paragraph."""
    xml = ""
    for row in rows:
        cells = ("".join(draw(paragraphs(text, dirt)) for text in cell.split("<br>")) for cell in row)
        xml += "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells) + "</w:tr>"
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{xml}</w:tbl><w:p/>"


@st.composite
def packages(draw: st.DrawFn, lines: list[str], dirt: Dirt = Dirt.ALL) -> bytes:
    """A Word package that shows exactly `lines`."""
    return package("".join(draw(paragraphs(line, dirt)) for line in lines))


@st.composite
def packages_with_tables(draw: st.DrawFn, lines: list[str], dirt: Dirt = Dirt.ALL) -> bytes:
    """A Word package that shows `lines`, those of a Markdown table as a table."""
    body = ""
    for tabled, group in itertools.groupby(lines, lambda line: line.startswith("|")):
        if tabled:
            rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in group]
            body += draw(
                tables([row for row in rows if not all(set(cell) <= set("-: ") and cell for cell in row)], dirt)
            )
        else:
            body += "".join(draw(paragraphs(line, dirt)) for line in group)
    return package(body)


def documents(of: st.SearchStrategy[list[str]] | None = None, dirt: Dirt = Dirt.ALL) -> st.SearchStrategy[mz.Document]:
    """Draw dirty Word documents that show the papers drawn from `of`, of every kind where it is not given.

    `dirt` says how dirty: an edit of what nobody may write into is refused, and so is the removal of others' revisions.
    """
    drawn = papers() | other_papers() if of is None else of
    return drawn.flatmap(lambda lines: packages_with_tables(lines, dirt)).map(mz.open)
