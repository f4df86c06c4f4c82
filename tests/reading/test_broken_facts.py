"""An owner or a time limit broken over two lines of one item is read whole, and written over both."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.testing.word_files import package

HEAD = ["个人对照检查材料", "一、存在的问题", "一是学习不够。", "二是调研不深。", "二、整改措施"]


def _paragraph(text: str) -> str:
    runs = "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in text.split("\n"))
    return f"<w:p>{runs}</w:p>"


def _paper(measure: str) -> mz.Document:
    return mz.open(package("".join(map(_paragraph, [*HEAD, f"一是加强学习{measure}。", "二是深入调研。"]))))


def _measure(doc: mz.Document) -> mz.Measure:
    value = doc.read().value
    assert isinstance(value, mz.SelfExamination)
    return value.measures[0]


@pytest.mark.parametrize(
    ("typed", "owner", "due"),
    [
        ("（责任人：张\n三；完成时限：2026年6月底前）", "张三", "2026年6月底前"),
        ("（责任人：\n李四，2026年\n9月底前）", "李四", "2026年9月底前"),
        ("（责任人：张三\n完成时限：2026年6月底前）", "张三", "2026年6月底前"),
        ("，责任人：张三\n2026年6月底前完成", "张三", "2026年6月底前"),
    ],
)
def test_a_bracket_holds_its_lines_together(typed: str, owner: str, due: str) -> None:
    read = _measure(_paper(typed))
    assert (read.owner, read.due) == (owner, due)


@pytest.mark.parametrize("author", [None, "办公室"])
def test_a_broken_owner_is_replaced_whole(author: str | None) -> None:
    doc = _paper("（责任人：张\n三；完成时限：2026年6月底前）")
    value = mz.replace(doc.read().value, "/measures/0/owner", "王小五")
    after = doc.write(value, tracked=author)
    assert after.read().value == value
    assert "三" not in _measure(after).text
    assert _measure(after).owner == "王小五"
