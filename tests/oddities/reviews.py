"""Oddities of what reviewers leave: revisions, moves, comments, bookmarks, the numbers they are known by."""

from __future__ import annotations

from collections.abc import Callable

from mzsh_model.testing.word_files import W
from tests.oddities.oddity import Oddity
from tests.oddities.specimen import ISSUE, MEASURE, PAPER, line, lines_of, paragraph, parts, run, zipped
from tests.oddities.wordings import SAID, lines, said

_HEAD, _TAIL = SAID[:9], SAID[9:]


def who(number: int = 7, name: str = "李四") -> str:
    """The attributes of a revision."""
    return f'w:id="{number}" w:author="{name}" w:date="2026-01-01T00:00:00Z"'


def ins(inner: str, number: int = 7) -> str:
    """An insertion."""
    return f"<w:ins {who(number)}>{inner}</w:ins>"


def gone(text: str = "旧的话", number: int = 8) -> str:
    """A deletion."""
    return f"<w:del {who(number)}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def comments(*items: str, attributes: str = "") -> Callable[[], bytes]:
    """The paper with these comments."""

    def make() -> bytes:
        files = parts("".join(lines_of()))
        files["word/comments.xml"] = f'<w:comments xmlns:w="{W}"{attributes}>{"".join(items)}</w:comments>'.encode()
        return zipped(files)

    return make


def comment(number: str, text: str = "请核对", more: str = "") -> str:
    """A comment."""
    told = f' w:id="{number}"' if number != "none" else ""
    return f'<w:comment{told} w:author="赵六"{more}>{line(text)}</w:comment>'


_MARK = f"<w:rPr><w:del {who(9)}/></w:rPr>"
_MOVED = f"<w:moveFrom {who()}><w:r><w:t>移走的话</w:t></w:r></w:moveFrom>"
_CHANGES = "".join(
    f"<w:{name}Change {who(20 + n)}><w:{name}/></w:{name}Change>"
    for n, name in enumerate(("pPr", "rPr", "sectPr", "tblPr"))
)

REVIEWS = (
    Oddity("insertion-in-an-insertion", said(ins(ins(run(_HEAD), 8) + run(_TAIL)))),
    Oddity("deletion-in-an-insertion", said(run(SAID) + ins(gone()))),
    Oddity("insertion-in-a-deletion", said(run(SAID) + f"<w:del {who()}>{ins(run('旧的话'), 8)}</w:del>")),
    Oddity("deletion-that-says-text", said(run(SAID) + f"<w:del {who()}>{run('旧的话')}</w:del>")),
    Oddity("deleted-text-outside-a-deletion", said(run(SAID) + "<w:r><w:delText>旧的话</w:delText></w:r>")),
    Oddity("deletion-of-a-deletion", said(run(SAID) + f"<w:del {who()}>{gone()}</w:del>")),
    Oddity("deletion-around-a-paragraph", lines({MEASURE: f"<w:del {who()}>{line('旧的一段')}</w:del>{line(SAID)}"})),
    Oddity("insertion-around-a-paragraph", lines({MEASURE: f"<w:ins {who()}>{line(SAID)}</w:ins>"})),
    Oddity("move-from-without-to", said(run(SAID) + _MOVED)),
    Oddity("move-to-without-from", said(f"<w:moveTo {who()}>{run(SAID)}</w:moveTo>")),
    Oddity("move-ranges-without-ends", said(f'<w:moveFromRangeStart {who()} w:name="m"/>' + run(SAID))),
    Oddity("move-ranges-without-starts", said(run(SAID) + '<w:moveToRangeEnd w:id="3"/><w:moveFromRangeEnd w:id="4"/>')),
    Oddity("move-ranges-crossed", said(f'<w:moveFromRangeStart {who(1)} w:name="m"/><w:moveToRangeStart {who(2)} w:name="m"/><w:moveFromRangeEnd w:id="1"/>{run(SAID)}<w:moveToRangeEnd w:id="2"/>')),
    Oddity("revisions-without-authors", said(f"<w:ins>{run(_HEAD)}</w:ins>{run(_TAIL)}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>")),
    Oddity("revisions-with-one-number", said(ins(run(_HEAD), 1) + run(_TAIL) + gone("旧", 1))),
    Oddity("revisions-with-odd-numbers", said(f'<w:ins w:id="-99999999999" w:author="">{run(_HEAD)}</w:ins><w:ins w:id="x" w:date="昨天">{run(_TAIL)}</w:ins>')),
    Oddity("revisions-of-properties", said(f"<w:r><w:rPr><w:rPrChange {who()}><w:rPr/></w:rPrChange></w:rPr><w:t>{SAID}</w:t></w:r>", f"<w:pPrChange {who(8)}><w:pPr/></w:pPrChange>")),
    Oddity("revisions-of-properties-misplaced", said(run(SAID) + _CHANGES)),
    Oddity("revision-of-a-number", said(run(SAID), f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/><w:numberingChange {who()} w:original="%1:1:0:."/></w:numPr>')),
    Oddity("revision-of-the-last-mark", lines({len(PAPER) - 1: paragraph(run(PAPER[-1]), _MARK)})),
    Oddity("revision-of-a-mark", lines({MEASURE: paragraph(run(_HEAD), _MARK) + paragraph(run(_TAIL))})),
    Oddity("revisions-of-controls", said(f'<w:customXmlInsRangeStart {who()}/>{run(SAID)}<w:customXmlInsRangeEnd w:id="7"/>')),
    # comments
    Oddity("comments-of-one-number", comments(comment("0"), comment("0", "又一条"))),
    Oddity("comments-of-odd-numbers", comments(comment("-3"), comment("x", "又一条"), comment("99999999999", "再一条"), comment("none", "没有号"))),
    Oddity("comment-without-a-place", comments(comment("0"), comment("5", "没有位置"))),
    Oddity("comment-without-words", comments('<w:comment w:id="0"/>')),
    Oddity("comment-without-an-author", comments(f'<w:comment w:id="0">{line("谁写的")}</w:comment>')),
    Oddity("comment-with-a-table", comments(f'<w:comment w:id="0"><w:tbl><w:tr><w:tc>{line("格")}</w:tc></w:tr></w:tbl></w:comment>')),
    Oddity("comments-of-another-root", lambda: zipped({**parts("".join(lines_of())), "word/comments.xml": b"<a/>"})),
    Oddity("comments-damaged", lambda: zipped({**parts("".join(lines_of())), "word/comments.xml": b"<w:comm"})),
    Oddity("comment-marks-without-a-comment", said('<w:commentRangeStart w:id="44"/>' + run(SAID) + '<w:commentRangeEnd w:id="44"/><w:r><w:commentReference w:id="44"/></w:r>')),
    Oddity("comment-marks-backwards", lines({ISSUE: paragraph('<w:commentRangeEnd w:id="0"/>' + run(PAPER[ISSUE]) + '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>')})),
    Oddity("comment-range-without-end", lines({ISSUE: paragraph('<w:commentRangeStart w:id="0"/>' + run(PAPER[ISSUE]) + '<w:r><w:commentReference w:id="0"/></w:r>')})),
    Oddity("comment-range-over-all", lines({0: '<w:commentRangeStart w:id="0"/>' + line(PAPER[0]), ISSUE: line(PAPER[ISSUE]), len(PAPER) - 1: paragraph(run(PAPER[-1]) + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>')})),
    Oddity("comment-named-many-times", said(run(SAID) + '<w:r><w:commentReference w:id="0"/></w:r>' * 3)),
    # bookmarks
    Oddity("bookmarks-of-one-number", said(f'<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="1" w:name="b"/>{run(SAID)}<w:bookmarkEnd w:id="1"/><w:bookmarkEnd w:id="1"/>')),
    Oddity("bookmarks-of-one-name", said(f'<w:bookmarkStart w:id="1" w:name="a"/>{run(SAID)}<w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="a"/><w:bookmarkEnd w:id="2"/>')),
    Oddity("bookmark-without-end", said('<w:bookmarkStart w:id="1" w:name="a"/>' + run(SAID))),
    Oddity("bookmark-without-start", said(run(SAID) + '<w:bookmarkEnd w:id="77"/>')),
    Oddity("bookmark-backwards", said('<w:bookmarkEnd w:id="1"/>' + run(SAID) + '<w:bookmarkStart w:id="1" w:name="a"/>')),
    Oddity("bookmark-of-no-name-and-number", said("<w:bookmarkStart/>" + run(SAID) + "<w:bookmarkEnd/>")),
    Oddity("bookmarks-crossed-over-paragraphs", lines({MEASURE: paragraph('<w:bookmarkStart w:id="1" w:name="a"/>' + run(SAID)), MEASURE + 1: paragraph('<w:bookmarkStart w:id="2" w:name="b"/><w:bookmarkEnd w:id="1"/>' + run(PAPER[MEASURE + 1])) + '<w:bookmarkEnd w:id="2"/>'})),
    Oddity("bookmark-between-paragraphs", lines({MEASURE: '<w:bookmarkStart w:id="1" w:name="a"/>' + line(SAID) + '<w:bookmarkEnd w:id="1"/>'})),
    Oddity("paragraphs-of-one-id", lambda: zipped(parts("".join(lines_of()).replace("<w:p>", '<w:p w14:paraId="11111111" w14:textId="77777777">'), ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'))),
    Oddity("note-marks-without-notes", said(run(SAID) + '<w:r><w:footnoteReference w:id="55"/><w:endnoteReference w:id="x"/></w:r>')),
)  # fmt: skip
