"""Ledgers whose leading cells are merged over several rows: each entry has its own place, and rows come and go."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import Ledger
from mzsh_model.opc.package import open_package
from mzsh_model.wml.reading.story import read_story
from mzsh_model.wml.reading.view import View
from tests.reading.word import word

_TAIL = "整改措施 | 完成时限 | 责任人 |"
FIRST = (
    "学习不够 | 读书 | 2026年6月底前 | 张三",
    "笔记不多 | 记笔记 | 2026年7月底前 | 李四",
    "交流不够 | 每月交流 | 2026年8月底前 | 钱七",
)
LAST = "调研不够 | 走访 | 2026年3月底前 | 王五"
LAYOUTS = {
    "aspect": (f"| 方面 | 问题 | {_TAIL}", ("| 学习 | {} |", "| ^ | {} |", "| ^ | {} |", "| 作风 | {} |")),
    "number, aspect": (f"| 序号 | 方面 | 问题 | {_TAIL}", ("| 1 | 学习 | {} |", "| 2 | ^ | {} |", "| 3 | ^ | {} |", "| 4 | 作风 | {} |")),
    "both merged": (f"| 序号 | 方面 | 问题 | {_TAIL}", ("| 1 | 学习 | {} |", "| ^ | ^ | {} |", "| ^ | ^ | {} |", "| 2 | 作风 | {} |")),
    "aspect first": (f"| 方面 | 序号 | 问题 | {_TAIL}", ("| 学习 | 1 | {} |", "| ^ | 2 | {} |", "| ^ | 3 | {} |", "| 作风 | 4 | {} |")),
}  # fmt: skip


def ledger(layout: str) -> mz.Document:
    header, rows = LAYOUTS[layout]
    texts = (*FIRST, LAST)
    return mz.open(
        word(["某局党组整改台账", header, *(row.format(text) for row, text in zip(rows, texts, strict=True))])
    )


def told(value: mz.DocumentValue) -> list[tuple[str | None, str | None, list[str], object]]:
    assert isinstance(value, Ledger)
    return [
        (e.aspect, e.issue and e.issue.text, [m.text for m in e.measures], e.measures[0].due if e.measures else None)
        for e in value.entries
    ]


def original(doc: mz.Document) -> str:
    return read_story(open_package(doc.to_bytes()), View.ORIGINAL).outline.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_entries_have_places_of_their_own_and_are_known_again(layout: str) -> None:
    doc = ledger(layout)
    outcome = doc.read()
    assert isinstance(outcome.value, Ledger)
    assert [e.aspect for e in outcome.value.entries] == ["学习", "学习", "学习", "作风"]
    held = [{part.line for part in outcome.anchors[f"/entries/{n}"].parts} for n in range(4)]
    assert sum(map(len, held)) == len(set().union(*held))
    again = mz.open(doc.bind(outcome.value).to_bytes())
    assert {str(fate.kind) for fate in again.fates} == {"unchanged"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("tracked", [None, "办公室"])
@pytest.mark.parametrize("gone", [[0], [1], [2], [3], [0, 1], [1, 2], [0, 2], [0, 1, 2], [0, 1, 3]])
def test_rows_go_and_what_was_merged_over_them_stays(layout: str, tracked: str | None, gone: list[int]) -> None:
    doc = ledger(layout)
    value = doc.read().value
    new = value
    for n in reversed(gone):
        new = mz.remove(new, f"/entries/{n}")
    written = doc.write(new, tracked=tracked)
    kept = [entry for n, entry in enumerate(told(value)) if n not in gone]
    assert told(written.read().value) == kept
    if tracked:
        assert original(written) == doc.text
    else:
        assert told(mz.open(written.to_bytes()).read().value) == kept


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("tracked", [None, "办公室"])
@pytest.mark.parametrize("n", range(4))
def test_merged_rows_are_edited(layout: str, tracked: str | None, n: int) -> None:
    doc = ledger(layout)
    value = doc.read().value
    new = mz.replace(value, f"/entries/{n}/measures/0/due", "2027-01")
    assert isinstance(new, Ledger)
    new = mz.replace(new, f"/entries/{n}/issue/text", "换一个问题")
    written = doc.write(new, tracked=tracked)
    assert told(written.read().value) == told(new)
    if tracked:
        assert original(written) == doc.text


@pytest.mark.parametrize("layout", ["aspect", "number, aspect", "aspect first"])
@pytest.mark.parametrize("tracked", [None, "办公室"])
@pytest.mark.parametrize("at", [1, 2])
def test_a_row_comes_between_rows_that_are_merged(layout: str, tracked: str | None, at: int) -> None:
    doc = ledger(layout)
    value = doc.read().value
    assert isinstance(value, Ledger)
    entry = value.entries[0].model_copy(update={"id": "e9"})
    new = mz.replace(mz.insert(value, f"/entries/{at}", entry), f"/entries/{at}/issue/text", "新的问题")
    written = doc.write(new, tracked=tracked)
    assert told(written.read().value) == told(new)
    if tracked:
        assert original(written) == doc.text
