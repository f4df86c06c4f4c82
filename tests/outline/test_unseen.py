"""Characters that do not show are read as if they were not there, and stay in the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.kernel.lookalikes import INVISIBLE
from mzsh_model.model.documents import SelfExamination
from mzsh_model.outline.lines import Line
from mzsh_model.outline.paragraphs import make_blocks
from mzsh_model.testing.word_files import package

_NOT_SHOWN = re.compile(f"[{INVISIBLE}]")
UNSEEN = list("\u200b\ufeff\u200e\u2060\u00ad\u202c\u200d")
LINES = [
    "个人对照检查材料", "一、存在的主要问题", "1.学习不够系统，只读了2本。", "2.调研不深，只到点3次。", "二、整改措施",
    "1.加强学习，2026年6月底前读完4本书，责任人：张三。", "2.深入调研，每月1次，责任人：李四。",
]  # fmt: skip


def document(lines: list[str]) -> mz.Document:
    return mz.open(package("".join(f"<w:p><w:r><w:t xml:space='preserve'>{line}</w:t></w:r></w:p>" for line in lines)))


@given(st.text(st.sampled_from("甲乙，1 　" + "".join(UNSEEN))))
def test_a_paragraph_is_what_shows_and_leads_back(text: str) -> None:
    blocks = make_blocks([Line(1, text)]).blocks
    shown = "".join(c for c in text if c not in UNSEEN).strip()
    assert [block.text for block in blocks] == ([shown] if shown else [])
    for block in blocks:
        for at, char in enumerate(block.text):
            place = block.place(at, at + 1)
            assert text[place.start : place.end] == char


@pytest.mark.parametrize("unseen", UNSEEN)
@pytest.mark.parametrize("at", [0, 1, 2, 5])
def test_the_value_is_that_of_the_clean_text_and_can_be_written(unseen: str, at: int) -> None:
    dirty = [line[:at] + unseen + line[at:] for line in LINES]
    dirty[5] = dirty[5].replace("2026年6月", f"20{unseen}26年{unseen}6月")
    clean, doc = document(LINES).read().value, document(dirty)
    value = doc.read().value
    assert isinstance(clean, SelfExamination)
    assert isinstance(value, SelfExamination)
    assert (value.title, len(value.issues)) == (clean.title, len(clean.issues))
    assert [(m.text, m.owner, m.due) for m in value.measures] == [(m.text, m.owner, m.due) for m in clean.measures]
    assert doc.write(value).package == doc.package
    for tracked in (None, "办公室"):
        new = mz.replace(value, "/measures/0/owner", "赵六")
        written = doc.write(new, tracked=tracked)
        assert written.read().value == new
        assert written.text == "\n".join(dirty).replace("张三", "赵六")
        dated = doc.write(mz.replace(value, "/measures/0/due", "2027-08"), tracked=tracked)
        assert _NOT_SHOWN.sub("", dated.text) == "\n".join(LINES).replace("2026年6月", "2027年8月")


def test_a_line_of_nothing_that_shows_is_blank() -> None:
    assert make_blocks([Line(1, "\u200b \ufeff\u3000")]).blocks == ()


RADICALS = {
    "月": "\u2f49",
    "人": "\u2f08",
    "一": "\u2f00",
    "二": "\u2f06",
    "力": "\u2f12",
    "三": "三",
    "李": "\uf9e1",
    "生": "\u2f63",
}


@pytest.mark.parametrize("typed", [*RADICALS, "".join(RADICALS)])
def test_radicals_out_of_pdf_files_are_read_as_characters_and_stay_in_the_file(typed: str) -> None:
    dirty = [line.translate({ord(char): RADICALS[char] for char in typed}) for line in LINES]
    clean, doc = document(LINES).read().value, document(dirty)
    value = doc.read().value
    assert value == clean
    assert doc.text == "\n".join(dirty)
    assert doc.write(value).package == doc.package
    for tracked in (None, "办公室"):
        for at, new in (
            ("/measures/0/owner", "赵六"),
            ("/measures/0/due", "2027-08"),
            ("/issues/1/text", "调研走过场。"),
        ):
            wanted = mz.replace(value, at, new)
            written = doc.write(wanted, tracked=tracked)
            assert written.read().value == wanted
            untouched = [(a, b) for a, b in zip(dirty, written.text.split("\n"), strict=True) if a != b]
            assert len(untouched) == 1
