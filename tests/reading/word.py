"""Word packages of plain rows: computed numbers, soft breaks, tables with merged cells, a header and a footer."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.testing.word_files import R, W, package

_AUTO = re.compile(r"«(?P<before>[（(]?)(?P<numeral>[^）)、.．]+)(?P<after>[）)、.．]*)»")
_PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word(rows: Sequence[str], *, header: str = "", footer: str = "") -> bytes:
    """Return a package that shows `rows`.

    `header` and `footer` stand on the first page and, as parts of their own, on the others; figures of the footer are fields.
    """
    lists: list[tuple[str, str, int]] = []
    body = ""
    table: list[str] = []
    for row in (*rows, ""):
        if row.startswith("|"):
            table.append(row)
            continue
        if table:
            body += _table(table)
            table = []
        body += _paragraph(row, lists)
    body = body.removesuffix(_paragraph("", []))
    parts = {"word/numbering.xml": _numbering(lists)}
    for number in (1, 2) if header else ():
        parts[f"word/header{number}.xml"] = f'<w:hdr xmlns:w="{W}"><w:p>{_run(header)}</w:p></w:hdr>'
    for number in (1, 2) if footer else ():
        shown = "".join(_PAGE.format(p) if p.isdigit() else _run(p) for p in re.split(r"(\d+)", footer) if p)
        parts[f"word/footer{number}.xml"] = f'<w:ftr xmlns:w="{W}"><w:p>{shown}</w:p></w:ftr>'
    return _with_parts(package(body), parts)


def _run(text: str) -> str:
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("⏎"))
    return f"<w:r>{inner}</w:r>"


def _paragraph(row: str, lists: list[tuple[str, str, int]]) -> str:
    props = ""
    if found := _AUTO.match(row):
        lists.append((f"{found['before']}%1{found['after']}", found["numeral"], parse_numeral(found["numeral"]) or 1))
        props = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(lists)}"/></w:numPr></w:pPr>'
        row = row[found.end() :]
    return f"<w:p>{props}{_run(row)}</w:p>"


def _table(rows: list[str]) -> str:
    """A table: `^` is merged with the cell above, `¶` parts the paragraphs of a cell, the last cell of a short row is wide."""
    cells = [[cell.strip() for cell in row.strip().removeprefix("|").removesuffix("|").split("|")] for row in rows]
    width = max(map(len, cells))
    out = ""
    for at, row in enumerate(cells):
        out += "<w:tr>"
        for column, cell in enumerate(row):
            below = at + 1 < len(cells) and cells[at + 1][column : column + 1] == ["^"]
            merge = "<w:vMerge/>" if cell == "^" else '<w:vMerge w:val="restart"/>' if below else ""
            wide = width - len(row) + 1 if column == len(row) - 1 else 1
            span = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
            text = "".join(f"<w:p>{_run(part)}</w:p>" for part in ("" if cell == "^" else cell).split("¶"))
            out += f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{text}</w:tc>"
        out += "</w:tr>"
    return f"<w:tbl>{out}</w:tbl>"


def _numbering(lists: list[tuple[str, str, int]]) -> str:
    out = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{"decimal" if numeral.isdecimal() else "chineseCounting"}"/><w:lvlText w:val="{text}"/>'
        '<w:suff w:val="nothing"/></w:lvl></w:abstractNum>'
        for n, (text, numeral, start) in enumerate(lists)
    )
    out += "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(lists)))
    return f'<w:numbering xmlns:w="{W}">{out}</w:numbering>'


def _with_parts(data: bytes, parts: dict[str, str]) -> bytes:
    """The package with more parts, each related to the main document."""
    kinds = {name: name.removeprefix("word/").removesuffix(".xml").rstrip("12") for name in parts}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    rels = references = ""
    for n, (name, kind) in enumerate(kinds.items(), 1):
        rels += f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{name.removeprefix("word/")}"/>'
        if kind in ("header", "footer"):
            pages = "first" if name.endswith("2.xml") else "default"
            references += f'<w:{kind}Reference w:type="{pages}" r:id="rId{n}" xmlns:r="{R}"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            text = text.replace("</Types>", f"{overrides}</Types>")
            text = text.replace("<w:sectPr/>", f"<w:sectPr>{references}<w:titlePg/></w:sectPr>")
            new.writestr(name, text)
        for name, xml in parts.items():
            new.writestr(name, xml)
        new.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>',
        )
    return buffer.getvalue()
