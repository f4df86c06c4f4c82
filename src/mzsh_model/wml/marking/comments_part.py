"""The comments part of a package: comments put in and taken out by bytes, and the parts that go along with it.

Those parts (commentsExtended, commentsIds, commentsExtensible) have a row for a comment by the id of its last paragraph.
Comments made here have no such id and so no rows; a comment that goes takes its rows along.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count

from lxml import etree

from mzsh_model.kernel.errors import BadEdit
from mzsh_model.opc.children import without_children
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import fitted, parse_xml
from mzsh_model.wml.editing.compose import FORBIDDEN, Composer
from mzsh_model.wml.editing.splice import Splice, spliced
from mzsh_model.wml.marking.comment_marks import commented_parts, idents_in
from mzsh_model.wml.marking.threads import W14
from mzsh_model.wml.names import STRICT, TRANSITIONAL, dialect
from mzsh_model.wml.placing.markup import Markup, Tag, tags_from
from mzsh_model.wml.reading.hosts import ident_at

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONSHIPS = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_EMPTY = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="%s"></w:comments  >'
"""What a comments part of ours begins as; one that is back to it is not needed any more. The blanks tell that it is ours."""
_OPENED = b" >"
"""How the end tag closes that an empty-element root is given for its first comment: it tells what to give back."""
_ROWS = ("commentsIds", "commentsExtended", "commentsExtensible")
_PARAGRAPH = W14 + "paraId"


@dataclass(frozen=True, slots=True)
class NewComment:
    """A comment to be written: paragraphs of plain text; `date` as w:date has it (ISO 8601).

    `paragraph` is the id of its last paragraph, by which answers are tied to what they answer; empty where it has none.
    """

    ident: str
    author: str
    initials: str
    date: str
    paragraphs: tuple[str, ...]
    paragraph: str = ""


def write_comments(package: Package, w: str, new: Sequence[NewComment], gone: Collection[str] = ()) -> Package:
    """Return the package with comments added and those of the ids `gone` removed; the marks in the text are not touched.

    A comments part that is missing is made; `w` is the namespace of the main part in braces.

    Raises:
        BadEdit: the comments part is not UTF-8, holds something else, or is named by the document and not there.
        BadPackage: it, or a part that goes along with it, is damaged.
    """
    part = comments_part(package)
    if part is not None:
        return _with(package, part, new, gone, w)
    folder = posixpath.dirname(package.main_part)
    name = package.unused_name(posixpath.join(folder, "comments{}.xml"))
    xml = _rewritten(Markup(_empty(w), name), new, ())
    return package.add_part(name, xml, _TYPE, source=package.main_part, relationship=_RELATIONSHIPS[w])[0]


def remove_comments(package: Package, gone: Collection[str]) -> Package:
    """Return the package without the comments of some ids; the marks in the text are not touched.

    A comments part that `write_comments` made goes when it is empty again, and every byte is as it was before.

    Raises:
        BadEdit: as `write_comments`.
        BadPackage: as `write_comments`.
    """
    part = comments_part(package)
    return package if part is None else _with(package, part, (), gone, None)


def _with(package: Package, part: str, new: Sequence[NewComment], gone: Collection[str], told: str | None) -> Package:
    """The package with its comments part rewritten, whose namespace must be `told` where that is given."""
    before = package.read(part)
    root = parse_xml(before, part)
    w = dialect(str(root.tag))
    if w is None or told not in (None, w) or root.tag != w + "comments":
        raise BadEdit("edit-comments", "文件登记的批注部件里不是批注。请用 Word 打开修复后另存")
    after = _rewritten(Markup(before, part), new, gone)
    if after == _empty(w):
        return package.remove_part(part)
    return package.with_parts({part: after, **_without_rows(package, root, gone)})


def comments_part(package: Package) -> str | None:
    """Return the name of the comments part, None where the document has none.

    Raises:
        BadEdit: it is named and not there.
    """
    for relationship in package.relationships(package.main_part):
        if relationship.type.endswith("/comments"):
            if relationship.part is None:
                raise BadEdit("edit-comments", "文件登记了批注部件，包里却没有。请用 Word 打开修复后另存")
            return relationship.part
    return None


def unused_idents(package: Package, gone: Collection[str] = ()) -> Iterator[str]:
    """Yield the smallest ids that no comment and no mark of a comment has, those aside that are going."""
    used: set[bytes] = set()
    part = comments_part(package)
    if part is not None:
        used.update(
            _ident(element).encode() for element in parse_xml(package.read(part), part).iterchildren("{*}comment")
        )
    for name in commented_parts(package):
        used.update(idents_in(Markup(package.read(name), name)))
    used -= {ident.encode() for ident in gone}
    return (str(n) for n in count() if str(n).encode() not in used)


def _rewritten(markup: Markup, new: Iterable[NewComment], gone: Collection[str]) -> bytes:
    xml, prefix = markup.xml, markup.prefix
    root, *inner = tags_from(xml, markup.starts_of(b"comments")[0])
    doomed = {ident.encode() for ident in gone}
    cuts = [Splice(tag.start, tag.end, b"") for tag in _children(inner) if ident_at(xml, tag.start) in doomed]
    added = fitted(b"".join(_comment(Composer(markup), comment) for comment in new), xml)
    closing = b"</%scomments" % prefix + _OPENED
    if root.empty:
        made = b">" + added + closing if added else b"/>"
        return spliced(xml, [Splice(root.end - 2, root.end, made)])
    after = spliced(xml, [*cuts, Splice(root.close, root.close, added)])
    end = root.close + len(added) - sum(cut.end - cut.start for cut in cuts)
    if end == root.inner and after.startswith(closing, end):
        return after[: end - 1] + b"/>" + after[end + len(closing) :]
    return after


def _comment(c: Composer, comment: NewComment) -> bytes:
    given = {"id": comment.ident, "author": comment.author, "date": comment.date, "initials": comment.initials}
    last = len(comment.paragraphs) - 1
    named = f' xmlns:w14="{W14[1:-1]}" w14:paraId="{comment.paragraph}"'.encode() if comment.paragraph else b""
    paragraphs = (
        c.open("p", named if n == last else b"") + c.run(_storable(text)) + c.close("p")
        for n, text in enumerate(comment.paragraphs)
    )
    attributes = b"".join(c.attribute(name, value) for name, value in given.items())
    return c.open("comment", attributes) + b"".join(paragraphs) + c.close("comment")


def _children(tags: Iterable[Tag]) -> Iterator[Tag]:
    """Those of an element's descendants that stand in no other one."""
    end = 0
    for tag in tags:
        if tag.start >= end:
            yield tag
            end = tag.end


def _without_rows(package: Package, root: etree._Element, gone: Collection[str]) -> dict[str, bytes | None]:
    """The parts that go along with the comments, without the rows of those that are gone."""
    doomed = [element for element in root.iterchildren("{*}comment") if _ident(element) in gone]
    idents = {paragraph.get(_PARAGRAPH, "").upper() for element in doomed for paragraph in element.iter("{*}p")} - {""}
    found: dict[str, bytes | None] = {}
    related = {r.type.rpartition("/")[2]: r.part for r in reversed(package.relationships(package.main_part))}
    for kind in _ROWS if idents else ():
        part = related.get(kind)
        if part is None:
            continue
        before = package.read(part)
        durable = {value.upper() for row in parse_xml(before, part) if _is_of(row, idents) for value in row.values()}
        found[part] = without_children(before, part, partial(_is_of, idents=idents))
        idents |= durable  # commentsIds gives each a second id, which commentsExtensible speaks of
    return found


def _is_of(row: etree._Element, idents: Collection[str]) -> bool:
    """Whether a row speaks of a comment by one of the ids; of which it answers is another matter."""
    names = ("paraId", "durableId")
    return any(etree.QName(name).localname in names and value.upper() in idents for name, value in row.items())


def _ident(element: etree._Element) -> str:
    return next((value.strip() for name, value in element.items() if name.endswith("}id")), "")


def _storable(text: str) -> str:
    """A text without the characters that XML cannot carry."""
    return FORBIDDEN.sub("\ufffd", text)


def _empty(w: str) -> bytes:
    return _EMPTY % w[1:-1].encode()
