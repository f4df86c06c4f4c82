"""Findings as comments: on their words, once, and out again to the byte."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mzsh_model.binding.annotation.annotate import annotated
from mzsh_model.binding.annotation.clean import cleaned
from mzsh_model.binding.annotation.notes import code_of
from mzsh_model.kernel.errors import BadEdit, StaleAnchor
from mzsh_model.kernel.place import Place
from mzsh_model.opc.package import Package, open_package
from mzsh_model.outline.lines import Line
from mzsh_model.rules.finding import CheckResult, Finding, Level, Unchecked
from mzsh_model.testing.papers import drafts
from mzsh_model.testing.word_files import packages
from mzsh_model.wml.editing.splice import Splice
from mzsh_model.wml.marking.comment_marks import Anchor, CommentMarker
from tests.binding.notation import (
    CODE,
    DATE,
    MAIN,
    annotate,
    comments_of,
    finding,
    opened,
    outline_of,
    remarks,
    result,
    without_idents,
)
from tests.wml.test_story import p

CODES = ["MEA003", "ISS001", "TXT002"]


@st.composite
def found(draw: st.DrawFn, lines: tuple[Line, ...]) -> list[Finding]:
    """Findings anywhere in the body, on the same words, inside one another, and across one another."""
    full = [line for line in lines if line.text.strip()]
    out: list[Finding] = []
    for _ in range(draw(st.integers(0, 6))):
        line = draw(st.sampled_from(full))
        start = draw(st.integers(0, len(line.text) - 1))
        end = draw(st.integers(start + 1, len(line.text)))
        code, level = draw(st.sampled_from(CODES)), draw(st.sampled_from(Level))
        out.append(finding(line, start, end, code=code, level=level))
    return out


def _is_whole(package: Package) -> bool:
    """Whether the words can be marked at every character."""
    xml = package.read(package.main_part)
    return b"fldSimple" not in xml and b"AlternateContent" not in xml and b"fldChar" not in xml


@given(st.data())
def test_a_comment_stands_on_the_words_of_its_finding_and_leaves_no_trace(data: st.DataObject) -> None:
    lines, _ = data.draw(drafts())
    before = data.draw(packages(lines))
    package = open_package(before)
    findings = data.draw(found(outline_of(package).lines))
    after = annotate(package, *findings)
    assert [line.text for line in outline_of(after).lines] == lines
    said = remarks(open_package(after.to_bytes()))
    for one in findings:
        words = one.quote.strip() or lines[one.line - 1].strip()[:1]
        mine = [c for c in said if code_of(one) in c.text and c.place and c.place.line == one.line]
        assert any(c.anchor_text == words if _is_whole(package) else words in c.anchor_text for c in mine)
    assert len({c.place for c in said}) == len(said)
    assert len({c.id for c in comments_of(after)}) == len(said) + 1
    again = open_package(after.to_bytes())
    assert annotate(again, *reversed(findings), date="2027-01-01T00:00:00Z") is again
    assert cleaned(open_package(after.to_bytes())).to_bytes() == before


@given(st.data())
def test_the_last_result_holds_whatever_was_annotated_before(data: st.DataObject) -> None:
    lines, _ = data.draw(drafts())
    package = open_package(data.draw(packages(lines)))
    first, second = data.draw(found(outline_of(package).lines)), data.draw(found(outline_of(package).lines))
    both = annotate(open_package(annotate(package, *first).to_bytes()), *second)
    alone = annotate(package, *second)
    said = {(c.place, c.text) for c in comments_of(alone)}
    assert {(c.place, c.text) for c in comments_of(both)} == said
    assert len(comments_of(both)) == len(said)
    assert without_idents(both) == without_idents(alone)
    assert cleaned(both).to_bytes() == package.to_bytes()


def test_the_four_parts_the_level_first_the_code_last() -> None:
    package, lines = opened(p("整改措施") + p("深入基层调研"))
    one = finding(lines[1], 2, 6)
    (comment,) = remarks(annotate(package, one))
    assert comment.text.split("\n") == [
        "【必改】没有写明完成时限",
        "为什么：没有时限无法督办",
        "怎么改：写明哪一天",
        "例子：2026年6月底前",
        f"〔{code_of(one)}〕",
    ]
    assert (comment.author, comment.initials, comment.date) == ("mzsh", "mz", DATE)
    assert (comment.anchor_text, comment.place) == ("基层调研", Place(2, 2, 6))


def test_somebody_elses_code_reads_the_same_comments() -> None:
    package, lines = opened(p("整改措施") + p("深入基层\n调研".replace("\n", "</w:t><w:br/><w:t>")))
    after = annotate(package, finding(lines[1]), finding(lines[1], 0, 2, said="一处\n两行"))
    read = list(docx.Document(io.BytesIO(after.to_bytes())).comments)
    assert [(c.author, c.initials, c.text) for c in read] == [("mzsh", "mz", c.text) for c in comments_of(after)]
    assert {c.timestamp for c in read} == {datetime(2026, 1, 2, 8, tzinfo=UTC)}


def test_findings_on_the_same_words_share_a_comment_the_gravest_first() -> None:
    package, lines = opened(p("深入基层调研"))
    hint, must = finding(lines[0], 0, 4, level=Level.HINT), finding(lines[0], 0, 4, code="ISS001", said="空话")
    (comment,) = remarks(annotate(package, hint, must, hint))
    assert comment.text.startswith("【必改】空话\n")
    assert comment.text.count("【提示】") == 1
    assert comment.text.endswith(f"\n〔{code_of(must)}、{code_of(hint)}〕")


def test_a_summary_stands_on_the_title() -> None:
    package, lines = opened(p("") + p("  对照检查材料 ") + p("学习不够"))
    summary = comments_of(annotate(package, finding(lines[2]), finding(lines[2], level=Level.HINT, code="ISS001")))[0]
    assert summary.anchor_text == "对照检查材料"
    assert summary.text.startswith(
        "【汇总】必改 1 处，建议 0 处，提示 1 处。结论：有必改。\n没有检查：范围之外（需人工判断）\n"
    )
    assert summary.text.endswith("\n〔mzsh·汇总〕")


def test_a_document_in_which_nothing_was_recognised_is_said_not_to_be_checked() -> None:
    package, _ = opened(p("通知"))
    nothing = CheckResult((), None, False, (Unchecked("全文", "没有认出是哪一种材料"),))
    (summary,) = comments_of(annotated(package, outline_of(package), nothing, date=DATE))
    assert "结论：未检查，不能当作通过。\n没有检查：全文（没有认出是哪一种材料）\n" in summary.text


def test_words_over_several_lines_are_named_by_their_paragraphs() -> None:
    package, lines = opened(p("深入基层") + p("调研不够") + p("措施不实"))
    rest = (Place(1, 3, 4), Place(2, 0, 4), Place(3, 0, 2), Place(3, 3, 4))
    (comment,) = remarks(annotate(package, finding(lines[0], 2, 3, rest=rest, lines=lines)))
    assert comment.anchor_text == "基"
    assert "\n同一条还包括第2段、第3段。\n" in comment.text


def test_a_message_with_characters_that_xml_cannot_carry_is_still_said() -> None:
    package, lines = opened(p("深入基层"))
    after = annotate(package, finding(lines[0], said="“\x00\ud800\x1f<&>”\t不清楚"))
    assert remarks(after)[0].text.startswith("【必改】“\\x00\\ud800\\x1f<&>” 不清楚\n")
    assert annotate(after, finding(lines[0], said="“\x00\ud800\x1f<&>”\t不清楚")) is after


def test_a_document_without_words_is_refused() -> None:
    package, _ = opened(p("") + p("  "))
    with pytest.raises(BadEdit) as refusal:
        annotate(package)
    assert refusal.value.code == "edit-no-words"


def test_a_result_of_another_document_is_refused() -> None:
    package, lines = opened(p("深入基层") + p("调研"))
    other, others = opened(p("深入群众") + p("走访") + p("慰问"))
    for one in (finding(others[0]), finding(others[2])):
        with pytest.raises(StaleAnchor) as refusal:
            annotate(package, one)
        assert refusal.value.code == "anchor-finding"
    with pytest.raises(StaleAnchor):
        annotated(annotate(package), outline_of(other), result(), date=DATE)
    assert annotate(package, finding(lines[0])).read(MAIN) != package.read(MAIN)


def test_codes_are_as_they_are_promised() -> None:
    package, lines = opened(p("题目") + p("深入基层"))
    comments = comments_of(annotate(package, finding(lines[1])))
    assert comments
    for comment in comments:
        assert CODE.fullmatch(comment.text.rpartition("\n")[2])


@pytest.mark.parametrize("content", [b"", b"<w:r><w:t>\xe5\xa4\x9a</w:t></w:r>"], ids=["no marks", "a word too many"])
def test_what_does_not_read_back_is_not_written(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    package, lines = opened(p("题目") + p("深入基层"))

    def put(self: CommentMarker, line: Line, comments: Iterable[tuple[Anchor, str]]) -> Iterator[Splice]:
        at = package.read(MAIN).index(b"</w:p>")
        yield Splice(at, at, content)

    monkeypatch.setattr(CommentMarker, "put", put)
    with pytest.raises(BadEdit) as refusal:
        annotate(package, finding(lines[1]))
    assert refusal.value.code == "edit-not-stored"
