"""A paper and a ledger as Word keeps them, part by part: what the oddities are made from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

from mzsh_model.testing.word_files import R, W

Parts = dict[str, bytes]

MAIN, TYPES, ROOT, RELS = "word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"
ISSUE, CAUSE, MEASURE = 3, 6, 9
"""Where the first of each stands among the lines."""
PAPER = (
    "个人对照检查材料",
    "按照通知要求，会前征求意见建议23条。现对照检查如下。",
    "一、存在的主要问题",
    "1.理论学习不够系统，列入计划的4本书只读了2本。",
    "2.调研不够深入，全年只到联系点3次。",
    "二、原因剖析",
    "1.理想信念有所松懈，学习抓得不紧。",
    "2.宗旨意识有所淡化，下基层不勤。",
    "三、整改措施",
    "1.加强理论学习，2026年6月底前读完4本书，责任人：张三。",
    "2.深入基层调研，每月到联系点1次，2026年12月底前完成，责任人：李四。",
    "张三",
    "2026年1月12日",
)
ROWS = (
    ("序号", "存在问题", "整改措施", "责任人", "完成时限"),
    ("1", "理论学习不够系统，计划的4本书只读了2本", "制定学习计划，读完4本书", "张三", "2026年6月底前"),
    ("2", "调研不够深入，全年只到联系点3次", "每月到联系点1次", "李四", "2026年12月底前"),
    ("3", "窗口服务不够主动，收到意见5条", "开展培训，逐条答复", "王五", "2026年9月底前"),
)
TITLE = "某局民主生活会整改台账"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SIDES = ("styles", "numbering", "settings", "footnotes", "header", "comments")


def run(text: str, properties: str = "") -> str:
    """A run that says `text`."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    """A paragraph around runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def line(text: str) -> str:
    """A paragraph of one run."""
    return paragraph(run(text))


def cell(text: str, properties: str = "") -> str:
    """A cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{line(text)}</w:tc>"


def table(*rows: str) -> str:
    """A table around rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * len(ROWS[0])}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: tuple[str, ...]) -> str:
    """A row of plain cells."""
    return f"<w:tr>{''.join(map(cell, cells))}</w:tr>"


def document(body: str, root: str = "") -> bytes:
    """The main part around a body; `root` adds to the attributes of its root."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"{root}><w:body>{body}'
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr></w:body></w:document>'
    ).encode()


def parts(body: str, root: str = "") -> Parts:
    """The parts of a file around a body, with all that a file of Word's has beside it."""
    relations = "".join(f'<Relationship Id="{side}" Type="{R}/{side}" Target="{side}.xml"/>' for side in _SIDES)
    overrides = "".join(f'<Override PartName="/word/{side}.xml" ContentType="{_WORD}.{side}+xml"/>' for side in _SIDES)
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    comment = line("请核对数字")
    made = {
        TYPES: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{overrides}</Types>',
        ROOT: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        RELS: f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" w:styleId="a">'
        '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
        '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids></w:settings>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="1">{line("数据截至年底")}</w:footnote></w:footnotes>',
        "word/header.xml": f'<w:hdr xmlns:w="{W}">{line("某局")}</w:hdr>',
        "word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="赵六" w:date="2026-01-05T09:00:00Z">'
        f"{comment}</w:comment></w:comments>",
    }
    return {name: text.encode() for name, text in made.items()} | {MAIN: document(body, root)}


def lines_of(texts: tuple[str, ...] = PAPER) -> list[str]:
    """The paragraphs of a paper; the first problem bears a comment and a footnote."""
    made = [line(text) for text in texts]
    made[ISSUE] = paragraph(
        f'<w:commentRangeStart w:id="0"/>{run(texts[ISSUE])}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
    )
    return made


def paper() -> Parts:
    """The parts of the paper."""
    return parts("".join(lines_of()))


def ledger() -> Parts:
    """The parts of the ledger."""
    return parts(line(TITLE) + table(*map(row, ROWS)) + "<w:p/>")


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The archive of these parts, the same every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, method)
    return buffer.getvalue()
