"""Fields that count, for which a file holds no result."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.documents import SelfExamination
from mzsh_model.testing.word_files import package
from tests.wml.test_story import p, shown


def field(code: str, *, result: str = "") -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    inner = f"{marks[1]}<w:r><w:t>{result}</w:t></w:r>" if result else ""
    return f"{marks[0]}<w:r><w:instrText> {code} </w:instrText></w:r>{inner}{marks[2]}"


def simple(code: str) -> str:
    return f'<w:fldSimple w:instr=" {escape(code, {chr(34): "&quot;"})} "/>'


def numbered(fields: list[str], level: int | None = None) -> str:
    properties = "" if level is None else f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'
    return "".join(f"<w:p>{properties}{one}<w:r><w:t>项</w:t></w:r></w:p>" for one in fields)


@pytest.mark.parametrize(
    ("codes", "shows"),
    [
        (["AUTONUM", "autonum", r"AUTONUM \s )"], ["1.项", "2.项", "3)项"]),
        ([r"AUTONUM \* CHINESENUM3 \s 、", r"AUTONUM \* chinesenum3 \s 、"], ["一、项", "二、项"]),
        ([r"AUTONUM \* ROMAN", r"AUTONUM \* alphabetic", r"AUTONUM \* CircleNum"], ["I.项", "b.项", "③.项"]),
        (["AUTONUMLGL", r"AUTONUMLGL \e"], ["1.项", "2项"]),
        (["AUTONUMOUT", "AUTONUMOUT"], ["I.项", "II.项"]),
        (["LISTNUM", r"LISTNUM NumberDefault \l 2", r"LISTNUM \l 2", "LISTNUM", r"LISTNUM \l 2"],
         ["1)项", "a)项", "b)项", "2)项", "a)项"]),
        ([r"LISTNUM \s 4", "LISTNUM", r"LISTNUM OutlineDefault \l 3"], ["4)项", "5)项", "1.项"]),
        ([r"LISTNUM LegalDefault \l 1", r"LISTNUM LegalDefault \l 2", r"LISTNUM LegalDefault \l 2"],
         ["1.项", "1.1.项", "1.2.项"]),
        ([r'LISTNUM "某表" \l 99', r"LISTNUM \l x", r"LISTNUM \s 99999999999"], ["i.项", "1)项", "1)项"]),
    ],
)  # fmt: skip
def test_fields_count_as_word_counts_them(codes: list[str], shows: list[str]) -> None:
    assert shown(numbered([field(code) for code in codes])) == shows
    assert shown(numbered([simple(code) for code in codes])) == shows


def test_headings_and_text_count_apart() -> None:
    body = numbered([field("AUTONUMLGL")], 0) + numbered([field("AUTONUMLGL")] * 2, 1) + numbered([field("AUTONUM")])
    assert shown(body) == ["1.项", "1.1.项", "1.2.项", "1.项"]


def test_what_a_file_says_holds_and_what_is_deleted_is_not_counted() -> None:
    gone = f'<w:del w:id="1" w:author="甲">{field("AUTONUM").replace("instrText", "delInstrText")}</w:del>'
    assert shown(numbered([field("AUTONUM", result="甲"), field("AUTONUM")])) == ["甲项", "2.项"]
    assert shown(numbered([field("AUTONUM"), gone, field("AUTONUM")])) == ["1.项", "项", "2.项"]


def draft(form: str) -> mz.Document:
    items = [
        f"<w:p>{form}<w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in ("加强学习，年底前见效。", "深入调研，三月底前见效。")
    ]
    heads = ("个人对照检查材料", "一、存在的问题", "一是学习不够系统。", "二是调研不够深入。", "二、整改措施")
    return mz.open(package("".join(p(head) for head in heads) + "".join(items)))


@pytest.mark.parametrize("form", [field("LISTNUM"), field("AUTONUM"), simple("AUTONUM")])
def test_the_words_after_such_a_number_can_be_edited_and_the_number_cannot(form: str) -> None:
    doc = draft(form)
    value = doc.read().value
    assert isinstance(value, SelfExamination)
    assert len(value.measures) == 2
    for tracked in (None, "办公室"):
        new = mz.replace(value, "/measures/1/due", "2026-06")
        written = doc.write(new, tracked=tracked)
        assert written.read().value == new
        assert written.lines[-1].text.startswith(doc.lines[-1].text[:2])
        with pytest.raises(BadEdit):
            doc.write(mz.remove(value, "/measures/0"), tracked=tracked)
