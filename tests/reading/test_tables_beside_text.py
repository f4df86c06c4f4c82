"""Tables beside the text of a self-examination: measures that stand in a table only, and lists annexed to measures in the text."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total
from tests.reading.word import word

HEAD = (
    "某局党组领导班子2025年度民主生活会对照检查材料", "一、存在的问题", "一是学习不够系统，4本书只读了2本。", "二是调研不够深入，听汇报多。",
    "二、原因分析", "一是理想信念不够坚定。", "三、整改措施",
)  # fmt: skip
TABLE = (
    "|序号|存在问题|整改措施|责任人|完成时限|", "|1|学习不够系统|制定学习计划|张三|2026年3月底前|", "|2|调研不够深入|每月走访企业|李四|2026年6月底前|",
)  # fmt: skip
Told = list[tuple[str, object, str | None]]


def read(*rows: str) -> tuple[mz.Document, SelfExamination]:
    doc = mz.open(word((*HEAD, *rows)))
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    return doc, value


def told(value: SelfExamination) -> Told:
    return [(m.text, m.owner, m.due) for m in value.measures]


@pytest.mark.parametrize(
    "lead",
    ["具体整改任务见下表。", "针对查摆的问题，制定整改清单如下：", "整改措施、责任人和完成时限见附表。"],
)
def test_a_sentence_that_points_to_the_table_is_no_measure(lead: str) -> None:
    _, value = read(lead, *TABLE)
    assert told(value) == [("制定学习计划", "张三", "2026年3月底前"), ("每月走访企业", "李四", "2026年6月底前")]


TEXT = ("1.制定学习计划，读完4本书。", "2.每月走访企业一次，建立台账。")
WANTED: Told = [
    ("制定学习计划，读完4本书。", "张三", "2026年3月底前"), ("每月走访企业一次，建立台账。", "李四", "2026年6月底前"),
]  # fmt: skip
ANNEXES = {
    "a whole ledger": TABLE,
    "in another order": (TABLE[0], TABLE[2].replace("|2|", "|1|"), TABLE[1].replace("|1|", "|2|")),
    "measures in short": (
        "|整改措施|责任领导|时间节点|", "|学习计划|张三|2026年3月底前|", "|走访企业|李四|2026年6月底前|",
    ),
    "by number alone": ("|序号|责任人|完成时限|", "|1|张三|2026年3月底前|", "|2|李四|2026年6月底前|"),
    "one of them in other words": (
        TABLE[0], TABLE[1], "|2|调研不够深入|深入一线|李四|2026年6月底前|",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ANNEXES)
def test_an_annexed_list_completes_the_measures_of_the_text(name: str) -> None:
    doc, value = read(*TEXT, "附件：整改清单", *ANNEXES[name])
    assert told(value) == WANTED
    assert not {"MEA003", "MEA004"} & {found.code for found in mz.check(value, doc).findings}


def test_a_blank_cell_is_what_is_missing() -> None:
    doc, value = read(*TEXT, "附件：整改清单", TABLE[0], TABLE[1], "|2|调研不够深入|每月走访企业|李四||")
    assert [m.due for m in value.measures] == ["2026年3月底前", None]
    assert [found.code for found in mz.check(value, doc).findings if found.code.startswith("MEA00")] == ["MEA003"]


def test_what_the_text_says_stands() -> None:
    _, value = read("1.制定学习计划（责任人：王五）。", TEXT[1], "附件：整改清单", *TABLE)
    assert [m.owner for m in value.measures] == ["王五", "李四"]


def test_a_list_of_other_things_is_left_alone() -> None:
    rows = ("附件：会议安排", "|序号|责任人|完成时限|", "|1|张三|3月|", "|2|李四|4月|", "|3|王五|5月|")
    doc, value = read(*TEXT, *rows)
    assert [(m.owner, m.due) for m in value.measures] == [(None, None)] * 2
    assert "unplaced-line" in {notice.code for notice in doc.read().notices}


def test_an_annexed_cell_is_written_back() -> None:
    doc, value = read(*TEXT, "附件：整改清单", *TABLE)
    for path, words in (("/measures/1/owner", "王五"), ("/measures/0/due", "2026年9月底前")):
        wanted = mz.replace(value, path, words)
        assert doc.write(wanted).read().value == wanted
