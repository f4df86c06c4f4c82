"""The lens over text files: the same laws, every encoding, every line ending."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.edit.change import insert, replace
from mzsh_model.kernel.errors import BadEdit
from tests.laws.edits import edited
from tests.laws.law import Tally, law
from tests.laws.test_lens import PAPERS, assert_says

DRAFT = [
    "个人对照检查材料",
    "一、存在的问题",
    "一是学习不够系统。二是调研不够深入。",
    "二、整改措施",
    "一是读书，2026年6月底前。",
    "二是调研。",
]
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be"]
_MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def encoded(text: str, encoding: str) -> bytes:
    return _MARKS.get(encoding, b"") + text.encode(encoding)


@st.composite
def typed(draw: st.DrawFn, papers: st.SearchStrategy[list[str]]) -> mz.Document:
    """A paper as a text file, without the tables, which nobody writes into."""
    lines = draw(papers.filter(lambda lines: not any(line.startswith("|") for line in lines)))
    return mz.open(encoded(draw(st.sampled_from(["\n", "\r\n"])).join(lines), draw(st.sampled_from(ENCODINGS))))


@law({name: typed(papers) for name, papers in PAPERS.items() if name not in ("ledgers", "tabled")})
def test_text_files_keep_the_laws(data: st.DataObject, documents: st.SearchStrategy[mz.Document], tally: Tally) -> None:
    doc = data.draw(documents)
    value = doc.read().value
    assert doc.write(value) is doc
    wanted = data.draw(edited(value))
    if (after := tally.write(doc, wanted)) is not None:
        assert_says(after, wanted)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_date_changes_and_nothing_else(encoding: str, end: str) -> None:
    doc = mz.open(encoded(end.join(DRAFT), encoding))
    after = doc.write(replace(doc.read().value, "/measures/0/due", "2026-09"))
    assert after.to_bytes() == encoded(end.join(DRAFT).replace("6月", "9月"), encoding)


def test_a_new_line_has_the_ending_of_the_file_and_the_next_number() -> None:
    doc = mz.open("\r\n".join(DRAFT).encode())
    after = doc.write(insert(doc.read().value, "/measures/-", "改进作风，长期坚持。"))
    assert after.to_bytes().decode() == "\r\n".join([*DRAFT, "三是改进作风，长期坚持。"])


def test_a_text_file_has_no_tracked_changes() -> None:
    doc = mz.open("\n".join(DRAFT).encode())
    with pytest.raises(BadEdit, match="修订"):
        doc.write(replace(doc.read().value, "/measures/0/due", "2026-09"), tracked="办公室")
