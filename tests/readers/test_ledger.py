"""Cells of a ledger that hold for more than their own row."""

from __future__ import annotations

import mzsh_model as mz
from mzsh_model.model.documents import Ledger
from tests.readers.word import word

TITLE = "某局2025年度民主生活会整改台账"
HEAD = "|序号|方面|问题|措施|责任人|时限|"


def ledger(*rows: str) -> Ledger:
    value = mz.open(word((TITLE, HEAD, *rows))).read().value
    assert isinstance(value, Ledger)
    return value


def test_a_merged_cell_holds_for_every_row_it_covers() -> None:
    value = ledger(
        "|1|政治忠诚|学习不够|学|张三|3月底前|", "|2|^|调研不深|走访|^|6月底前|", "|3|干事创业|推进慢|调度|李四|^|"
    )
    assert [(e.aspect, e.measures[0].owner, e.measures[0].due) for e in value.entries] == [
        ("政治忠诚", "张三", "3月底前"), ("政治忠诚", "张三", "6月底前"), ("干事创业", "李四", "6月底前"),
    ]  # fmt: skip


def test_a_problem_merged_over_rows_has_the_measures_of_all_of_them() -> None:
    value = ledger("|1|政治忠诚|学习不够|学|张三|3月底前|", "|^|^|^|研|^|6月底前|", "|2||调研不深|走访|李四|长期坚持|")
    assert [[(m.text, m.owner, m.due) for m in e.measures] for e in value.entries] == [
        [("学", "张三", "3月底前"), ("研", "张三", "6月底前")], [("走访", "李四", "长期坚持")],
    ]  # fmt: skip
    assert [e.aspect for e in value.entries] == ["政治忠诚", "政治忠诚"]
