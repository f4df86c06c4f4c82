"""A numbered list that somebody drew a frame around is a list."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.testing.word_files import package

HEAD = (
    "某局领导班子2025年度民主生活会对照检查材料",
    "一、存在的主要问题",
    "1.学习不够系统。",
    "2.调研不够深入。",
    "二、整改措施",
)
FORMS = {"digits": ("1.", "2."), "shi": ("一是", "二是"), "paren": ("（一）", "（二）")}


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    xml = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{xml}</w:tbl><w:p/>"


def document(drawn: str) -> mz.Document:
    return mz.open(package("".join(map(p, HEAD)) + drawn))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("rows", [2, 1])
def test_a_list_in_a_table_of_one_column_is_read_and_edited(form: str, rows: int) -> None:
    one, two = (p(f"{label}{text}") for label, text in zip(FORMS[form], TEXTS, strict=True))
    doc = document(table((one,), (two,)) if rows == 2 else table((one + two,)))
    value = doc.read().value
    assert isinstance(value, mz.SelfExamination)
    assert [(m.owner, m.due) for m in value.measures] == [("张三", "2026年6月底前"), ("李四", "2026年3月底前")]
    assert not doc.read().notices
    made = doc.write(mz.replace(value, "/measures/1/owner", "王五"))
    assert made.lines[-2].text.endswith("责任人：王五。")


TEXTS = "加强学习，2026年6月底前完成，责任人：张三。", "深入调研，2026年3月底前完成，责任人：李四。"


def test_a_column_beside_an_empty_one_is_a_table_still() -> None:
    doc = document(table((p("1.加强学习。"), p("")), (p("2.深入调研。"), p(""))))
    value = doc.read().value
    assert isinstance(value, mz.SelfExamination)
    assert value.measures == ()
