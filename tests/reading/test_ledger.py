"""Cells of a ledger that hold for more than their own row."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.documents import Ledger
from tests.reading.word import word

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


def test_problems_numbered_in_one_cell_are_entries_of_their_own() -> None:
    value = ledger("|1|党性|1.学习不够¶2.调研不深|1.读书¶2.走访|张三|3月底前|")
    assert [e.issue and (e.issue.label, e.issue.text) for e in value.entries] == [
        ("1.", "学习不够"),
        ("2.", "调研不深"),
    ]
    assert [[m.text for m in e.measures] for e in value.entries] == [["读书"], ["走访"]]


def test_measures_that_answer_several_problems_at_once_are_linked_to_each() -> None:
    doc = mz.open(word((TITLE, HEAD, "|1|党性|1.学习不够¶2.调研不深|1.读书¶2.走访¶3.交流|张三|3月底前|")))
    value = doc.read().value
    assert isinstance(value, Ledger)
    assert [len(e.measures) for e in value.entries] == [0, 3]
    assert {(link.issue, link.measure) for link in value.links} == {
        (i, m) for i in ("i1", "i2") for m in ("m1", "m2", "m3")
    }
    assert "LDG001" not in {found.code for found in mz.check(value, doc).findings}


def test_an_entry_that_shares_its_row_is_not_removed_with_it() -> None:
    doc = mz.open(word((TITLE, HEAD, "|1|党性|1.学习不够¶2.调研不深|1.读书¶2.走访|张三|3月底前|")))
    with pytest.raises(mz.MzshError, match="一行里写了几项"):
        doc.write(mz.remove(doc.read().value, "/entries/1"))


FORM = (
    "张三同志2025年度民主生活会个人问题整改清单",
    "|姓名|张三|职务|副局长|",
    "|存在问题|1.学习不够。¶2.调研不深。|",
    "|整改措施|1.读书。¶2.走访。|",
    "|完成时限|3月底前|",
)


def test_a_form_has_its_labels_on_the_left() -> None:
    doc = mz.open(word(FORM))
    value = doc.read().value
    assert isinstance(value, Ledger)
    assert value.owner == "张三"
    assert [e.issue and e.issue.text for e in value.entries] == ["学习不够。", "调研不深。"]
    assert [(m.text, m.owner, m.due) for e in value.entries for m in e.measures] == [
        ("读书。", "张三", "3月底前"), ("走访。", "张三", "3月底前"),
    ]  # fmt: skip


@pytest.mark.parametrize("tracked", [None, "李四"])
def test_a_form_is_written_back(tracked: str | None) -> None:
    doc = mz.open(word(FORM))
    wanted = mz.replace(doc.read().value, "/entries/1/measures/0/text", "每天读书。")
    again = mz.open(doc.write(wanted, tracked=tracked).to_bytes()).read().value
    assert isinstance(again, Ledger)
    assert again.entries[1].measures[0].text == "每天读书。"


@pytest.mark.parametrize("tracked", [None, "李四"])
def test_what_one_cell_says_of_all_is_changed_for_all(tracked: str | None) -> None:
    doc = mz.open(word(FORM))
    alone = mz.replace(doc.read().value, "/entries/1/measures/0/due", "6月底前")
    with pytest.raises(BadEdit, match="写在同一格里"):
        doc.write(alone, tracked=tracked)
    both = mz.replace(alone, "/entries/0/measures/0/due", "6月底前")
    assert doc.write(both, tracked=tracked).read().value == both


def test_a_form_is_not_made_longer() -> None:
    doc = mz.open(word(FORM))
    value = doc.read().value
    assert isinstance(value, Ledger)
    with pytest.raises(mz.MzshError):
        doc.write(mz.remove(value, "/entries/1"))


def test_several_problems_in_one_form() -> None:
    value = mz.open(word((
        "某局2025年度民主生活会问题整改清单",
        "|责任人|张三|完成时限|3月底前|", "|存在问题|学习不够|", "|整改措施|读书|", "|存在问题|调研不深|", "|整改措施|走访|",
    ))).read().value  # fmt: skip
    assert isinstance(value, Ledger)
    assert [(e.issue and e.issue.text, [(m.text, m.owner, m.due) for m in e.measures]) for e in value.entries] == [
        ("学习不够", [("读书", "张三", "3月底前")]), ("调研不深", [("走访", "张三", "3月底前")]),
    ]  # fmt: skip


def test_a_second_column_tells_the_problem_in_detail() -> None:
    value = mz.open(word((TITLE, "|序号|存在问题|具体表现|整改措施|", "|1|学习不够|研讨只有两次|研讨|"))).read().value
    assert isinstance(value, Ledger)
    assert [e.issue and e.issue.text for e in value.entries] == ["学习不够\n研讨只有两次"]
