"""Law Cure: what was fixed is no longer found and nothing else is; fixing twice is fixing once; only patched characters moved."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.testing.papers import drafts
from mzsh_model.testing.word_files import packages
from tests.numbered import numbered

TODAY, NOW = date(2026, 3, 1), datetime(2026, 3, 1, tzinfo=UTC)


def _drop(lines: list[str], n: int) -> list[str]:
    return lines[:n] + lines[n + 1 :]


def _no_stop(lines: list[str], n: int) -> list[str]:
    return [*lines[:n], lines[n].rstrip("。") + "，", *lines[n + 1 :]]


def _turned(lines: list[str], n: int) -> list[str]:
    return [*lines[:n], lines[n].translate({0x201C: "”", 0x201D: "“"}), *lines[n + 1 :]]


def _narrow(lines: list[str], n: int) -> list[str]:
    return [*lines[:n], lines[n].replace("）", ")"), *lines[n + 1 :]]


@st.composite
def spoiled(draw: st.DrawFn) -> mz.Document:
    """A draft in which up to three lines are lost or mistyped, as Word file with its dirt or with computed numbers, or as text."""
    lines, _ = draw(drafts())
    for _ in range(draw(st.integers(1, 3))):
        slip: Callable[[list[str], int], list[str]] = draw(st.sampled_from([_drop, _no_stop, _turned, _narrow]))
        lines = slip(lines, draw(st.integers(1, len(lines) - 1))) if len(lines) > 2 else lines
    form = draw(st.sampled_from(["package", "numbered", "text"]))
    if form == "text":
        return mz.open("\n".join(lines).encode())
    return mz.open(draw(packages(lines)) if form == "package" else draw(numbered(lines)))


def codes(doc: mz.Document) -> Counter[str]:
    return Counter(found.code for found in mz.check(doc, today=TODAY).findings)


@given(spoiled())
def test_what_is_fixed_is_found_no_more_and_fixing_twice_is_once(doc: mz.Document) -> None:
    done = mz.fix(doc, today=TODAY, now=NOW)
    assert codes(doc) - codes(done.document) == Counter(found.code for found in done.cured)
    assert not codes(done.document) - codes(doc)
    assert (done.document is doc) is not bool(done.cured)
    again = mz.fix(done.document, today=TODAY, now=NOW)
    assert again.document is done.document
    assert {found.code for found in again.left} <= {found.code for found in done.left}
    patched = {patch.line for found in done.cured for patch in found.patches}
    assert len(doc.lines) == len(done.document.lines)
    for before, after in zip(doc.lines, done.document.lines, strict=True):
        assert before.text == after.text or before.number in patched


TEXT = """某局党组成员2025年度民主生活会个人对照检查材料
上年度查摆的4个问题，已整改4个。
一、存在的问题
（一）带头强化政治忠诚、提高政治能力方面
1.对”十五五“规划学习不系统，4本书只读了2本。
3.发言代写，没有自己的东西，
（二）带头固本强元、增强党性方面
1.组织生活缺席2次（含请假)。
三、原因剖析
1.党性锤炼不够经常。
四、整改措施
1.2026年6月底前读完4本书。
"""


@pytest.mark.parametrize("form", ["text", "word"])
def test_each_kind_of_slip_is_put_right(form: str) -> None:
    doc = mz.open(TEXT.encode())
    if form == "word":
        word, data = docx.Document(), io.BytesIO()
        for line in TEXT.splitlines():
            word.add_paragraph(line)
        word.save(data)
        doc = mz.open(data.getvalue())
    done = mz.fix(doc, today=TODAY, now=NOW)
    text = done.document.text
    assert {found.code for found in done.cured} == {"TXT002", "TXT003", "TXT008", "ISS004", "NUM001", "NUM002"}
    assert done.left == ()
    for words in (
        "“十五五”",
        "2.发言代写",
        "没有自己的东西。",
        "固本培元",
        "（含请假）",
        "二、原因剖析",
        "三、整改措施",
    ):
        assert words in text, words
    if form == "word":
        assert {one.author for one in done.document.revisions} == {"mzsh"}


def test_a_number_that_word_computes_is_left() -> None:
    """Nothing typed, nothing to type anew; and a draft without slips stays itself."""
    clean = mz.open(TEXT[: TEXT.index("（一）")].encode())
    assert mz.fix(clean, today=TODAY).document is clean


def test_a_change_that_would_not_cure_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A patch that puts the same fault elsewhere leaves the document as it was, and the finding is told as left."""
    from dataclasses import replace

    from mzsh_model.rules.patches import Patch

    rule = mz.find_rule("TXT002")

    def judge(line: object, at: str, ctx: object):  # type: ignore[no-untyped-def]
        for found in rule.judge(line, at, ctx):
            yield replace(found, patches=tuple(Patch(*one[:4], "、") for one in found.patches))

    doc = mz.open(TEXT.encode())
    done = mz.fix(doc, rules=[replace(rule, judge=judge)], today=TODAY)
    assert done.document is doc
    assert [found.code for found in done.left] == ["TXT002"]
    assert done.cured == ()


def test_what_nobody_may_write_into_is_refused(tmp_path: Path) -> None:
    with pytest.raises(mz.BadEdit, match="密级"):
        mz.fix(mz.open(f"秘密★1年\n{TEXT}".encode()))
    sheet = tmp_path / "台账.csv"
    sheet.write_text("序号,存在问题,整改措施\n1,学习不够,研讨1次\n", encoding="utf-8")
    with pytest.raises(mz.BadEdit, match="表格文件"):
        mz.fix(mz.open(sheet))
