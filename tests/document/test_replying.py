"""Answers to comments: read back as such, tied as Word ties them, and nothing else moves."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.document import replying
from mzsh_model.opc.package import Package
from mzsh_model.testing.word_files import W
from mzsh_model.wml.marking.comment_marks import without_marks
from mzsh_model.wml.marking.replies import Reply
from tests.audit import new_findings
from tests.cli.running import MEMBER, TEAM, assert_refused, mzsh
from tests.wml.test_story import with_parts

NOW = datetime(2026, 1, 20, 8, 0, tzinfo=UTC)


def commented() -> mz.Document:
    draft = docx.Document()
    paragraph = draft.add_paragraph("一是")
    words = paragraph.add_run("理论学习不够系统")
    other = draft.add_paragraph("").add_run("二是调研不够深入。")
    draft.add_comment(words, text="请写明是哪一年的事", author="张三", initials="张")
    draft.add_comment(other, text="第一行\n第二行", author="王五", initials="王")
    file = io.BytesIO()
    draft.save(file)
    return mz.open(file.getvalue())


def parts(doc: mz.Document) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(doc.to_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_an_answer_is_read_as_one_and_ties_to_the_comment() -> None:
    doc = commented()
    made = doc.reply(doc.comments[0], "是2025年的事。", author="李四", now=NOW)
    first, answer, second = mz.open(made.to_bytes()).comments
    assert (answer.text, answer.author, answer.parent) == ("是2025年的事。", "李四", first.id)
    assert (answer.place, answer.anchor_text) == (first.place, first.anchor_text)
    assert answer.date == "2026-01-20T08:00:00Z"
    assert (first, second) == doc.comments
    assert new_findings(doc.to_bytes(), made.to_bytes()) == []


def test_the_marks_and_the_rows_are_as_word_writes_them() -> None:
    doc = commented()
    once = doc.reply("0", "一", author="李四", now=NOW)
    again = once.reply("2", "二", author="王五", now=NOW)  # to the answer: it goes to the comment above
    assert [one.parent for one in again.comments] == [None, "0", "0", None]
    xml = parts(again)["word/document.xml"].decode()
    marks = re.findall(r'<w:comment(RangeStart|RangeEnd|Reference) w:id="([023])"', xml)
    starts, ends = ["RangeStart"] * 3, ["RangeEnd", "Reference"] * 3
    assert marks == list(zip(starts + ends, ["0", "2", "3", "0", "0", "2", "2", "3", "3"], strict=True))
    rows = re.findall("<w15:commentEx .*?/>", parts(again)["word/commentsExtended.xml"].decode())
    told = [dict(re.findall(r'w15:(\w+)="(.*?)"', row)) for row in rows]
    above = told[0]["paraId"]
    assert [row.get("paraIdParent") for row in told] == [None, above, above]
    assert len({row["paraId"] for row in told}) == 3
    assert all(0 < int(row["paraId"], 16) < 0x80000000 for row in told)
    assert new_findings(doc.to_bytes(), again.to_bytes()) == []


def test_nothing_else_moves() -> None:
    doc = commented()
    made = doc.reply("1", "好的。\n已改。", author="李四", now=NOW)
    before, after = parts(doc), parts(made)
    touched = {name for name in after if before.get(name) != after[name]}
    assert touched == {
        "word/document.xml",
        "word/comments.xml",
        "word/commentsExtended.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    assert made.package is not None
    assert without_marks(made.package, {"2"}).read("word/document.xml") == before["word/document.xml"]
    assert made.text == doc.text
    assert made.comments[-1].text == "好的。\n已改。"
    assert doc.reply("1", "好的。\n已改。", author="李四", now=NOW).to_bytes() == made.to_bytes()


def test_an_answer_with_a_reason_lets_a_finding_stand_and_clean_keeps_it() -> None:
    doc = mz.open(MEMBER)
    marked = doc.annotate(mz.check(doc.read().value, doc), now=NOW)
    answered = marked.reply(marked.comments[2], "本单位不要求写这一项。", author="李四", now=NOW)
    assert new_findings(marked.to_bytes(), answered.to_bytes()) == []
    left = answered.clean().comments
    assert [one.author for one in left if one not in doc.comments] == ["mzsh", "李四"]
    assert answered.annotate(mz.check(doc.read().value, doc), now=NOW).comments == answered.comments


@given(
    st.sampled_from([0, 1, 2]), st.text("甲乙。<&>\"' \n\t\u202e", min_size=1).filter(lambda text: bool(text.strip()))
)
def test_any_words_are_read_back(which: int, text: str) -> None:
    doc = mz.open(TEAM)
    marked = doc.annotate(mz.check(doc.read().value, doc), now=NOW)
    one = marked.comments[which]
    made = mz.open(marked.reply(one, text, author="李四", now=NOW).to_bytes())
    answer = next(each for each in made.comments if each.parent == one.id)
    assert "".join(answer.text.split()) == "".join(text.split())
    assert [each for each in made.comments if each is not answer] == list(marked.comments)


def test_a_comment_without_range_is_answered_at_its_point() -> None:
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="张三"><w:p><w:r><w:t>问</w:t></w:r></w:p></w:comment></w:comments>'
    body = '<w:p><w:r><w:t>一是甲</w:t><w:commentReference w:id="7"/></w:r></w:p>'
    doc = mz.open(with_parts(body, comments=comments))
    made = doc.reply("7", "答", author="李四", now=NOW)
    assert [one.parent for one in made.comments] == [None, "7"]
    assert b"commentRangeEnd" not in parts(made)["word/document.xml"]


def test_what_cannot_be_answered_is_said() -> None:
    doc = commented()
    unmarked = f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="张三"><w:p/></w:comment></w:comments>'
    for tried, code in (
        (lambda: doc.reply("9", "答", author="李四"), "reply-unknown"),
        (lambda: doc.reply("0", " ", author="李四"), "reply-empty"),
        (lambda: mz.open(with_parts("<w:p/>", comments=unmarked)).reply("7", "答", author="李四"), "reply-unmarked"),
        (lambda: mz.open("一是甲".encode()).reply("0", "答", author="李四"), "edit-text-file"),
    ):
        with pytest.raises(mz.BadEdit) as error:
            tried()
        assert error.value.code == code


def test_an_answer_that_is_not_read_back_is_not_written() -> None:
    doc = commented()

    def nothing(package: Package, w: str, reply: Reply) -> tuple[Package, str]:
        return package, "2"

    with patch.object(replying, "write_reply", nothing), pytest.raises(mz.BadEdit) as error:
        doc.reply("0", "答", author="李四")
    assert error.value.code == "edit-not-stored"


def test_the_verb_lists_and_answers(tmp_path: Path) -> None:
    source, target = tmp_path / "稿.docx", tmp_path / "答.docx"
    commented().save(source)
    listed = mzsh("comments", source)
    assert listed.code == 0
    assert "0  第1行“理论学习不够系统”  张三：请写明是哪一年的事" in listed.out
    assert mzsh("comments", source, "--reply", "0", "--text", "是去年", "--author", "李四", "-o", target).code == 0
    assert "2  第1行“理论学习不够系统”  李四，答复 0：是去年" in mzsh("comments", target).out
    assert '"parent": "0"' in mzsh("comments", target, "--json").out
    assert_refused(
        mzsh("comments", source, "--reply", "9", "--text", "答", "--author", "李四", "-o", tmp_path / "x.docx"),
        "reply-unknown",
    )
    assert mzsh("comments", source, "--reply", "0").code == 2
    assert mzsh("comments", source, "--text", "答").code == 2


WRONG = {
    "comment": [None, 5, b"0", ["0"]],
    "text": [5, None, b"a"],
    "author": [5, None, ["y"]],
    "now": ["2026-01-01", 5],
}


@pytest.mark.parametrize(("which", "given"), [(which, one) for which, given in WRONG.items() for one in given])
def test_arguments_of_another_type_are_named_in_one_line(which: str, given: object) -> None:
    doc = commented()
    told: dict[str, object] = {"comment": "0", "text": "好", "author": "李四", "now": NOW, which: given}
    with pytest.raises(mz.CallerError) as caught:
        doc.reply(told["comment"], told["text"], author=told["author"], now=told["now"])  # type: ignore[arg-type]
    assert caught.value.code == "call-type"
    assert type(given).__name__ in caught.value.message


@pytest.mark.parametrize("given", [5, ["a"], b"a"])
@pytest.mark.parametrize("which", ["author", "at"])
@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_so_are_those_of_the_verbs_for_changes(verb: str, which: str, given: object) -> None:
    with pytest.raises(mz.CallerError) as caught:
        getattr(commented(), verb)(**{which: given})
    assert caught.value.code == "call-type"


def test_so_are_moments() -> None:
    doc = mz.open(MEMBER)
    value = doc.read().value
    result = mz.check(value, doc)
    with pytest.raises(mz.CallerError) as one:
        doc.write(value, tracked="李四", now="2026")  # type: ignore[arg-type]
    with pytest.raises(mz.CallerError) as other:
        doc.annotate(result, now=5)  # type: ignore[arg-type]
    assert (one.value.code, other.value.code) == ("call-type", "call-type")


@pytest.mark.parametrize("character", ["\x00", "\ud800", "\x0b", "\x1f", "\ufffe", "\uffff"])
@pytest.mark.parametrize("which", ["text", "author"])
def test_characters_that_word_cannot_keep_are_refused(which: str, character: str) -> None:
    told = {"text": "好", "author": "李四", which: f"甲{character}乙"}
    with pytest.raises(mz.BadEdit) as caught:
        commented().reply("0", told["text"], author=told["author"], now=NOW)
    assert caught.value.code == "edit-character"
    assert caught.value.message.isprintable()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_lines_of_an_answer_are_paragraphs(end: str) -> None:
    made = commented().reply("0", f"一{end}二", author="李四", now=NOW)
    assert mz.open(made.to_bytes()).comments[1].text == "一\n二"


def test_an_answer_whose_words_are_not_read_back_is_not_written() -> None:
    doc = commented()
    other = replying.write_reply

    def slip(package: Package, w: str, reply: Reply) -> tuple[Package, str]:
        return other(package, w, reply._replace(paragraphs=("别的话",)))

    with patch.object(replying, "write_reply", slip), pytest.raises(mz.BadEdit) as caught:
        doc.reply("0", "好", author="李四", now=NOW)
    assert caught.value.code == "edit-not-stored"
