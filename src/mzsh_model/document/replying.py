"""An answer to somebody's comment, read back before it counts."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.binding.put.verify import not_stored
from mzsh_model.kernel.errors import BadEdit, StaleAnchor, expect
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.opc.package import Package
from mzsh_model.opc.xml import parse_xml
from mzsh_model.outline.lines import Outline
from mzsh_model.wml.editing.compose import FORBIDDEN
from mzsh_model.wml.editing.protection import Writing, require_writable
from mzsh_model.wml.marking.comments import Comment, read_comments
from mzsh_model.wml.marking.replies import Reply, write_reply
from mzsh_model.wml.names import TRANSITIONAL, dialect

_LINE_END = lazy_pattern(r"\r\n|\r|\n")


def replied(
    package: Package,
    outline: Outline,
    comments: Sequence[Comment],
    comment: Comment | str,
    text: str,
    author: str,
    date: str,
) -> Package:
    """Return the package with an answer to a comment, or to the one of that id.

    Raises:
        BadEdit: no such comment, nothing said, a character that XML cannot carry, or nobody may write into the file.
        CallerError: an argument of another type.
    """
    expect(comment, (Comment, str), "reply 的第一个参数", "doc.comments 里的一条，或它的编号")
    for given, name, wanted in ((text, "text", "答复的话"), (author, "author", "答复的人的姓名")):
        expect(given, (str,), name, wanted)
        if FORBIDDEN.search(given):
            raise BadEdit("edit-character", f"{wanted}含有 Word 文件不能保存的控制字符。请删去后再写")
    ident = comment.id if isinstance(comment, Comment) else comment
    require_writable(package, Writing.COMMENTS)
    if not text.strip() or not author.strip():
        raise BadEdit("reply-empty", "答复要写出说什么、谁说的")
    known = {one.id: one for one in comments}
    if ident not in known:
        raise BadEdit("reply-unknown", f"文件里没有编号是 {ident} 的批注。编号见 mzsh comments")
    if sum(one.id == ident for one in comments) > 1:
        raise BadEdit("reply-twice", f"文件里编号是 {ident} 的批注不止一条，不知道答复哪一条。请在 Word 里答复")
    above = ident
    while (parent := known[above].parent) is not None:
        above = parent
    thread = (above, *(one.id for one in comments if one.parent == above))
    main = package.main_part
    w = dialect(str(parse_xml(package.read(main), main).tag)) or TRANSITIONAL
    reply = Reply(above, thread, author, author[:1], date, tuple(_LINE_END.split(text.strip())))
    written, made = write_reply(package, w, reply)
    _verify(written, outline, comments, reply, made)
    return written


def _verify(written: Package, outline: Outline, comments: Sequence[Comment], reply: Reply, made: str) -> None:
    """Read all comments again: those that were there say what they said, the answer answers.

    Raises:
        BadEdit: they do not.
    """
    try:
        found = {one.id: one for one in read_comments(written, outline).comments}
    except StaleAnchor as error:
        raise not_stored() from error
    new = found.pop(made, None)
    same = found == {one.id: one for one in comments}
    told = (reply.parent, reply.author, "\n".join(reply.paragraphs))
    if not same or new is None or (new.parent, new.author, new.text) != told:
        raise not_stored()
