"""What Word makes of our comments when it saves a file: threads, ids, styles; a reply, a thread marked resolved."""

from __future__ import annotations

import re

from mzsh_model.opc.package import Package
from tests.binding.notation import MAIN

COMMENT = '<{0}comment {1}id="{2}" {1}author="{3}"><{0}p><{0}r><{0}t>{4}</{0}t></{0}r></{0}p></{0}comment>'


def theirs(ident: int = 3, author: str = "王五", text: str = "请核实") -> str:
    """A comment of somebody else."""
    return COMMENT.format("w:", "w:", ident, author, text)


W14, W15 = (
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
)
CID, CEX = (f"http://schemas.microsoft.com/office/word/{n}" for n in ("2016/wordml/cid", "2018/wordml/cex"))


def as_word_saves(package: Package, *, answered: str = "", resolved: str = "", said: str = "已经写明") -> Package:
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
        reply = theirs(90, text=said).replace("<w:p>", '<w:p w14:paraId="0000CC00">')
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
