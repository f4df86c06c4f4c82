"""Which items a character belongs to: its own, the one it introduces, the last before it, and the row around them."""

from __future__ import annotations

import mzsh_model as mz
from mzsh_model.binding.identity.extents import Extents
from mzsh_model.binding.identity.items import items_of
from mzsh_model.document.document import Document
from tests.binding.test_bind import ledger


def _extents(doc: Document) -> Extents:
    read = doc.read()
    return Extents(list(items_of(read.value)), read.anchors, doc.lines)


def _owners(doc: Document, line: int) -> list[tuple[int, ...]]:
    extents = _extents(doc)
    return [extents.at(line, offset) for offset in range(len(doc.lines[line - 1].text) + 1)]


def test_items_of_one_line_share_it_out() -> None:
    doc = mz.open("个人对照检查材料\n一、存在的问题\n一是学习不够。 二是调研不深。".encode())
    assert doc.lines[2].text == "一是学习不够。 二是调研不深。"
    assert _owners(doc, 3) == [(0,)] * 7 + [(1,)] * 9


def test_an_item_has_all_its_lines_and_what_introduces_it() -> None:
    doc = mz.open("个人对照检查材料\n一、存在的问题\n　　一是学习不够，\n读书少。\n二是调研不深。".encode())
    assert {owner for line in (3, 4) for owner in _owners(doc, line)} == {(0,)}
    assert set(_owners(doc, 5)) == {(1,)}
    assert {owner for line in (1, 2) for owner in _owners(doc, line)} == {()}


def test_a_row_holds_all_that_stands_in_its_cells() -> None:
    doc = ledger(
        ("1", "学习不够深入。", "1.每月学习1次；2.年底前考试1次"), ("<w:p/>", "调研不够扎实。", "每季度调研1次")
    )
    number, issue, measures, empty, second, last = (line.number for line in doc.lines if line.cell and line.cell.row)
    extents = _extents(doc)
    assert (extents.at(number, 0), extents.at(issue, 0)) == ((0,), (0, 1))
    assert set(_owners(doc, measures)) == {(0, 2), (0, 3)}
    assert (extents.at(empty, 0), extents.at(second, 0), extents.at(last, 3)) == ((4,), (4, 5), (4, 6))
    assert {n: line.number for n, line in extents.heads.items()} == {
        0: number, 1: issue, 2: measures, 3: measures, 4: empty, 5: second, 6: last,
    }  # fmt: skip
