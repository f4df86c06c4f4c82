"""An answer to a comment, as Word writes it: a comment of its own, marks beside those of the one it answers, a row that ties them.

The rows (commentsExtended, MS-DOCX 2.5.1.2) speak of comments by the id of their last paragraph (w14:paraId); a comment that
has none yet is given one. Threads are one level deep: who answers an answer answers the comment above it. Word drops an
answer without marks in the text.
"""

from __future__ import annotations

import posixpath
from hashlib import sha256
from typing import NamedTuple

from lxml import etree

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.opc.children import with_child
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.wml.editing.compose import Composer
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.marking.comment_marks import commented_parts
from mzsh_model.wml.marking.comments_part import NewComment, comments_part, unused_idents, write_comments
from mzsh_model.wml.marking.threads import W14, W15
from mzsh_model.wml.placing.markup import Markup, Tag, tags_from
from mzsh_model.wml.reading.hosts import ident_at

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
_RELATIONSHIP = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w15:commentsEx xmlns:w15="{W15[1:-1]}"/>'.encode()
_MOST = 0x7FFFFFFF
"""Ids of paragraphs are above 0 and below 0x80000000 (MS-OI29500 2.6.2.3)."""


class Reply(NamedTuple):
    """What is answered to the comment `parent`: paragraphs of plain text; `date` as w:date has it."""

    parent: str
    thread: tuple[str, ...]
    author: str
    initials: str
    date: str
    paragraphs: tuple[str, ...]


def write_reply(package: Package, w: str, reply: Reply) -> tuple[Package, str]:
    """Return the package with an answer to a comment, and the answer's id; nothing else of the text is touched.

    `reply.parent` stands above its thread, `reply.thread` are all ids in it; `w` is the namespace of the main part in braces.

    Raises:
        BadEdit: the comment is not marked in the text, or a part that must be written is not in UTF-8.
        BadPackage: such a part is damaged.
    """
    part = comments_part(package)
    if part is None:
        raise _unknown(reply.parent)
    ident = next(unused_idents(package))
    package = _marked(package, reply, ident)
    package, above = _paragraph_id(package, part, reply.parent)
    own = _unused_id(package, part, f"{above}\n{ident}\n{reply.author}\n{reply.date}")
    new = NewComment(ident, reply.author, reply.initials, reply.date, reply.paragraphs, own)
    return _tied(write_comments(package, w, [new]), above, own), ident


def _marked(package: Package, reply: Reply, ident: str) -> Package:
    """The package with the marks of an answer: it begins where the comment begins, and ends behind the last of the thread."""
    for name in commented_parts(package):
        markup = Markup(package.read(name), name)
        compose = Composer(markup)
        found = {kind: _marks(markup, kind, reply.thread) for kind in (b"commentRangeStart", b"commentReference")}
        if not found[b"commentReference"]:
            continue
        attribute = compose.attribute("id", ident)
        last = _run_end(markup, found[b"commentReference"][-1])
        behind = compose.open("r") + compose.empty("commentReference", attribute) + compose.close("r")
        splices = [Splice(last, last, behind)]
        if found[b"commentRangeStart"]:
            start = found[b"commentRangeStart"][-1].end
            splices = [
                Splice(start, start, compose.empty("commentRangeStart", attribute)),
                Splice(last, last, compose.empty("commentRangeEnd", attribute) + behind),
            ]
        return package.with_parts({name: spliced(markup.xml, splices)})
    raise BadEdit("reply-unmarked", f"批注 {reply.parent} 在正文里没有标记，Word 会丢掉对它的答复。请在 Word 里答复")


def _marks(markup: Markup, name: bytes, idents: tuple[str, ...]) -> list[Tag]:
    wanted = {ident.encode() for ident in idents}
    return [tags_from(markup.xml, at)[0] for at in markup.starts_of(name) if ident_at(markup.xml, at) in wanted]


def _run_end(markup: Markup, reference: Tag) -> int:
    closing = b"</%sr>" % markup.prefix
    at = markup.xml.find(closing, reference.end)
    if at < 0:
        raise BadEdit("edit-comments", "批注的标记不在文字段里，文件结构反常。请用 Word 打开另存后再试")
    return at + len(closing)


def _paragraph_id(package: Package, part: str, comment: str) -> tuple[Package, str]:
    """The id of the last paragraph of a comment, which is given one where it has none."""
    xml = package.read(part)
    root = parse_xml(xml, part)
    paragraphs = [(p, c) for c in root.iterchildren("{*}comment") for p in c.iterchildren("{*}p")]
    at = [n for n, (_, c) in enumerate(paragraphs) if _ident(c) == comment]
    if not at:
        raise _unknown(comment)
    told = paragraphs[at[-1]][0].get(W14 + "paraId")
    if told:
        return package, told
    made = _unused_id(package, part, f"{part}\n{comment}")
    markup = Markup(xml, part)
    every = list(root.iter("{*}p"))
    start = markup.starts_of(b"p")[every.index(paragraphs[at[-1]][0])]
    behind = start + 1 + len(markup.prefix) + 1
    said = f' xmlns:w14="{W14[1:-1]}" w14:paraId="{made}"'.encode()
    return package.with_parts({part: spliced(xml, [Splice(behind, behind, said)])}), made


def _unused_id(package: Package, part: str, seed: str) -> str:
    """An id that no paragraph of the comments has; the same seed gives the same one."""
    used = {p.get(W14 + "paraId", "").upper() for p in parse_xml(package.read(part), part).iter("{*}p")}
    for n in range(len(used) + 1):
        number = int.from_bytes(sha256(f"{seed}\n{n}".encode()).digest()[:4], "big") % (_MOST - 1) + 1
        if (made := f"{number:08X}") not in used:
            return made
    return f"{max(int(one or '0', 16) for one in used) % _MOST + 1:08X}"


def _tied(package: Package, above: str, own: str) -> Package:
    """The package with the rows of a comment, which it may have already, and of the answer to it."""
    related = package.relationships(package.main_part)
    part = next((r.part for r in related if r.type.endswith("/commentsExtended") and r.part is not None), None)
    if part is None:
        folder = posixpath.dirname(package.main_part)
        part = package.unused_name(posixpath.join(folder, "commentsExtended{}.xml"))
        package, _ = package.add_part(part, _EMPTY, _TYPE, source=package.main_part, relationship=_RELATIONSHIP)
    xml = package.read(part)
    root = parse_xml(xml, part)
    held = {row.get(W15 + "paraId", "").upper() for row in root}
    if above.upper() not in held:
        xml = with_child(xml, part, "commentEx", _row(root, {"paraId": above, "done": "0"}))
    xml = with_child(xml, part, "commentEx", _row(root, {"paraId": own, "paraIdParent": above, "done": "0"}))
    return package.with_parts({part: xml})


def _row(root: etree._Element, values: dict[str, str]) -> dict[str, str]:
    """The attributes of a row, spelled with the prefix that the part has for them."""
    prefix = next((one for one, uri in root.nsmap.items() if one and uri == W15[1:-1]), None)
    declared = {} if prefix else {"xmlns:w15": W15[1:-1]}
    return declared | {f"{prefix or 'w15'}:{name}": value for name, value in values.items()}


def _ident(comment: etree._Element) -> str:
    return next((value.strip() for name, value in comment.items() if name.endswith("}id")), "")


def _unknown(ident: str) -> BadEdit:
    return BadEdit("reply-unknown", f"文件里没有编号是 {ident} 的批注。编号见 mzsh comments")
