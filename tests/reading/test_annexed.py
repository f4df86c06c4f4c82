"""A list annexed to a self-examination gives person and time limit to the measures of the text."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.model.documents import SelfExamination
from tests.laws.test_laws import assert_texts_stand_at_their_anchors, assert_total
from tests.reading.word import word

HEAD = (
    "张三个人对照检查材料",
    "2025年度民主生活会",
    "一、存在的问题",
    "一是学习不够系统，4本书只读了2本。",
    "二是调研不够深入，全年下基层3次。",
    "二、原因分析",
    "一是理想信念不坚定。",
    "二是宗旨意识淡薄。",
    "三、整改措施",
)
TEXT = ("一是加强理论学习，每周读书2小时。", "二是深入一线调研，每月不少于2次。")
Told = list[tuple[object, str | None]]


def told(*rows: str) -> Told:
    doc = mz.open(word([*HEAD, *rows]))
    assert_total(doc)
    assert_texts_stand_at_their_anchors(doc)
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    assert [measure.text[:4] for measure in value.measures] == ["加强理论", "深入一线"]
    return [(measure.owner, measure.due) for measure in value.measures]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(
            ("|序号|整改措施|责任人|完成时限|", "|1|加强理论学习|张三|2026年6月底|", "|2|深入一线调研||2026年9月底|"),
            [("张三", "2026年6月底"), (None, "2026年9月底")],
            id="by-words-and-a-blank-stays-blank",
        ),
        pytest.param(
            ("|序号|存在问题|整改措施|责任人|完成时限|", "|1|调研不够|每月深入一线调研|王五|2026年9月底|"),
            [(None, None), ("王五", "2026年9月底")],
            id="one-row-of-two",
        ),
        pytest.param(
            ("|序号|整改措施|责任人|完成时限|", "|1|读原著|张三|2026年6月底|", "|2|走基层|李四|2026年9月底|"),
            [("张三", "2026年6月底"), ("李四", "2026年9月底")],
            id="by-number",
        ),
        pytest.param(
            ("|整改措施|责任人|完成时限|", "|加强理论学习；深入一线调研|张三|2026年6月底|"),
            [("张三", "2026年6月底"), ("张三", "2026年6月底")],
            id="two-measures-in-a-cell",
        ),
    ],
)
def test_measures_of_the_text_have_what_the_annexed_list_says(rows: tuple[str, ...], found: Told) -> None:
    assert told(*TEXT, "附件：整改清单", *rows) == found


def test_what_the_text_says_itself_stands() -> None:
    said = (TEXT[0].replace("。", "，2026年3月底前完成。"), TEXT[1])
    rows = ("|序号|整改措施|责任人|完成时限|", "|1|加强理论学习|张三|2026年6月底|", "|2|深入一线调研|李四|2026年9月底|")
    assert told(*said, *rows) == [("张三", "2026年3月底前"), ("李四", "2026年9月底")]


def test_rows_about_other_things_are_not_taken() -> None:
    rows = ("|整改措施|责任人|完成时限|", "|更换办公设备|张三|2026年6月底|")
    assert told(*TEXT, *rows) == [(None, None), (None, None)]


def test_a_paragraph_that_points_at_the_table_is_no_measure() -> None:
    rows = (
        "|序号|存在问题|整改措施|责任人|完成时限|",
        "|1|学习不够|加强理论学习|张三|2026年6月底|",
        "|2|调研不够|深入一线调研|李四|2026年9月底|",
    )
    assert told("具体整改任务见下表。", *rows) == [("张三", "2026年6月底"), ("李四", "2026年9月底")]


def test_an_annexed_time_limit_is_edited_in_its_cell() -> None:
    rows = ("|序号|整改措施|责任人|完成时限|", "|1|加强理论学习|张三|2026年6月底|", "|2|深入一线调研|李四|2026年9月底|")
    doc = mz.open(word([*HEAD, *TEXT, *rows]))
    new = doc.write(mz.replace(doc.read().value, "/measures/0/due", "2026年8月底"))
    value = new.read().value
    assert isinstance(value, SelfExamination)
    assert (value.measures[0].text, value.measures[0].due) == (TEXT[0][2:], "2026年8月底")
    assert [line.text for line in new.lines].count("2026年8月底") == 1


@pytest.mark.parametrize("line", ["附表：整改责任清单", "附件：整改责任清单", "附：整改责任清单", "附表1 整改责任清单"])
def test_the_line_that_names_the_annex_is_no_part_of_the_last_measure(line: str) -> None:
    lines = (*HEAD, "1.加强理论学习，每周读书2小时", "2.深入一线调研，每月不少于2次", line)
    value = mz.read_text("\n".join(lines)).value
    assert isinstance(value, SelfExamination)
    assert [measure.text for measure in value.measures] == [
        "加强理论学习，每周读书2小时",
        "深入一线调研，每月不少于2次",
    ]
