"""Drafts whose enumerators Word computes: the same lines, the numbers in a numbering part instead of the text."""

from __future__ import annotations

import io
import zipfile

from hypothesis import strategies as st

from mzsh_model.testing.word_files import Dirt, R, W, package, paragraphs

_FORMATS = (
    ("%1、", "chineseCounting"),
    ("（%1）", "chineseCountingThousand"),
    ("%1.", "decimal"),
    ("（%1）", "decimal"),
)
_TYPED = {0: "一二三四五六七八九"}


def with_numbering(data: bytes, lists: list[int]) -> bytes:
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for n, (text, fmt) in enumerate(_FORMATS)
    )
    uses = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{form}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
        for n, form in enumerate(lists, 1)
    )
    extra = {
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{levels}{uses}</w:numbering>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/numbering" Target="numbering.xml"/></Relationships>',
    }
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "[Content_Types].xml":
                override = f'<Override PartName="/word/numbering.xml" ContentType="{kind}"/></Types>'
                text = text.replace(b"</Types>", override.encode())
            new.writestr(name, text)
        for name, xml in extra.items():
            new.writestr(name, xml.encode())
    return buffer.getvalue()


@st.composite
def numbered(draw: st.DrawFn, lines: list[str], dirt: Dirt = Dirt.ALL) -> bytes:
    """A package that shows `lines`; chapter numbers and some items' numbers are Word's own."""
    body = ""
    lists: list[int] = []
    chapter = 0
    for line in lines:
        head = line[:2]
        if len(line) > 2 and head[0] in _TYPED[0] and head[1] == "、":
            chapter = chapter or _new(lists, 0)
            xml = draw(paragraphs(line[2:], dirt))
            body += xml.replace(
                "<w:pPr>", f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{chapter}"/></w:numPr>', 1
            )
            items = _new(lists, draw(st.integers(1, 3)))
        elif chapter and len(line) > 2 and line[0] not in "　 以" and draw(st.booleans()):
            bare = line[2:] if line[1:2] in "是." else line
            xml = draw(paragraphs(bare, dirt))
            body += xml.replace(
                "<w:pPr>", f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{items}"/></w:numPr>', 1
            )
        else:
            body += draw(paragraphs(line, dirt))
    return with_numbering(package(body), lists)


def _new(lists: list[int], form: int) -> int:
    lists.append(form)
    return len(lists)
