"""Build the template of fresh documents: page, styles and page numbers by GB/T 9704-2012.

Run `python tools/make_template.py`; the members are the same each time. Lengths are twips (1/1440 inch), font sizes half
points. The grid is the one that shows 22 lines of 28 characters in Word and in LibreOffice alike: lines of 579 twips,
characters closer by 0.25 point, the size given in Normal.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from mzsh_model.fresh.paragraph_xml import Style

OUT = Path(__file__).parents[1] / "src" / "mzsh_model" / "fresh" / "template.docx"
DATE = (1980, 1, 1, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SONG, FANG, HEI, KAI, TITLE = "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
CELL_SIZE = '<w:spacing w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
PARTS = (  # part, content type, relationship of the document
    ("document", f"{WORD}.document.main+xml", ""),
    ("styles", f"{WORD}.styles+xml", "styles"),
    ("settings", f"{WORD}.settings+xml", "settings"),
    ("fontTable", f"{WORD}.fontTable+xml", "fontTable"),
    ("theme/theme1", "application/vnd.openxmlformats-officedocument.theme+xml", "theme"),
    ("footer1", f"{WORD}.footer+xml", "footer"),
    ("footer2", f"{WORD}.footer+xml", "footer"),
)


def fonts(name: str) -> str:
    """One font for every script: Chinese quotation marks would else take the Latin one."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def style(which: Style, based_on: str, paragraph: str = "", run: str = "") -> str:
    properties = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{run}</w:rPr>" if run else "")
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{which.id}"><w:name w:val="{which.value}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:qFormat/>{properties}</w:style>'
    )


def heading(which: Style, level: int, run: str) -> str:
    below = f'<w:keepNext/>{INDENT}<w:outlineLvl w:val="{level}"/>'
    return style(which, "Normal", below, run)


def styles() -> str:
    body, centred = Style.BODY.id, '<w:jc w:val="center"/>'
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr>{fonts(FANG)}<w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>'
    )
    footer = (
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>'
        f'<w:rPr>{fonts(SONG)}<w:spacing w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>'
    )
    others = [
        style(
            Style.TITLE,
            "Normal",
            f'<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:after="579" w:line="660" w:lineRule="exact"/>{centred}',
            fonts(TITLE) + '<w:spacing w:val="0"/><w:sz w:val="44"/><w:szCs w:val="44"/>',
        ),
        style(Style.NUMBER, "Normal", centred),
        style(
            Style.BYLINE,
            "Normal",
            f'<w:spacing w:after="579"/><w:contextualSpacing/>{centred}',
            fonts(KAI),
        ),
        style(Style.ADDRESSEE, "Normal"),
        heading(Style.HEADING_1, 0, fonts(HEI)),
        heading(Style.HEADING_2, 1, fonts(KAI)),
        heading(Style.HEADING_3, 2, "<w:b/><w:bCs/>"),
        heading(Style.HEADING_4, 3, ""),
        style(Style.BODY, "Normal", INDENT),
        *(
            style(which, body)
            for which in (
                Style.STEP,
                Style.PRIOR,
                Style.ISSUE,
                Style.CASE,
                Style.MATTER,
                Style.CAUSE,
                Style.MEASURE,
                Style.CLOSING,
            )
        ),
        style(
            Style.SIGNER,
            "Normal",
            '<w:keepNext/><w:spacing w:before="579"/><w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>',
        ),
        style(Style.SIGNED_ON, "Normal", '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>'),
        style(Style.HEADER_CELL, "Normal", f'<w:keepNext/><w:snapToGrid w:val="0"/>{centred}', fonts(HEI) + CELL_SIZE),
        style(Style.CELL, "Normal", '<w:snapToGrid w:val="0"/><w:jc w:val="left"/>', CELL_SIZE),
    ]
    return f"<w:styles {W}>{defaults}{normal}{footer}{''.join(others)}</w:styles>"


def document() -> str:
    """The page; the writer puts its paragraphs in the place of the empty one."""
    return (
        f'<w:document {W} xmlns:r="{R}"><w:body><w:p/><w:sectPr><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="even" r:id="rId6"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>'
        '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr></w:body></w:document>'
    )


def footer(side: str) -> str:
    """A page number between dashes, one character from the outer edge."""
    return (
        f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def settings() -> str:
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1))
    )
    return (
        f'<w:settings {W}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
        f'<w:compat>{compatible}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def font_table() -> str:
    """The fonts asked for, each with a family that a machine without it may fall back on."""
    listed = "".join(
        f'<w:font w:name="{name}"><w:charset w:val="86"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, family in ((FANG, "modern"), (HEI, "modern"), (KAI, "modern"), (TITLE, "auto"), (SONG, "auto"))
    )
    return f"<w:fonts {W}>{listed}</w:fonts>"


def theme() -> str:
    """The least theme that is one (ECMA-376 part 1, 14.2.7): nothing in the styles refers to it."""
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F1F1F", "lt2": "F2F2F2", "accent1": "C00000", "accent2": "7F7F7F",
        "accent3": "595959", "accent4": "A6A6A6", "accent5": "3F3F3F", "accent6": "BFBFBF", "hlink": "0000FF", "folHlink": "800080",
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    one_font = f'<a:latin typeface="{FANG}"/><a:ea typeface="{FANG}"/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{solid}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="mzsh"><a:themeElements>'
        f'<a:clrScheme name="mzsh">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="mzsh"><a:majorFont>{one_font}</a:majorFont><a:minorFont>{one_font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="mzsh"><a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def members() -> dict[str, str]:
    overrides = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{kind}"/>' for part, kind, _ in PARTS)
    linked = [(part, kind) for part, _, kind in PARTS if kind]
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{part}.xml"/>' for n, (part, kind) in enumerate(linked, 1)
    )
    root = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    relationships = f'<Relationships xmlns="{PACKAGE}/relationships">'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f"{relationships}{root}</Relationships>",
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": f"{relationships}{links}</Relationships>",
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/theme/theme1.xml": theme(),
        "word/footer1.xml": footer("right"),
        "word/footer2.xml": footer("left"),
    }


def main() -> None:
    """Write the template."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members().items():
            archive.writestr(zipfile.ZipInfo(name, DATE), (HEAD + text).encode(), zipfile.ZIP_DEFLATED)
    OUT.write_bytes(buffer.getvalue())


if __name__ == "__main__":
    main()
