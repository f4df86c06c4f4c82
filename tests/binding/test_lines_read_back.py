"""What was written is read back line by line: words that no value holds may not move either."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.binding.put import write
from mzsh_model.wml.editing.splice import spliced
from tests.structured import word

ROWS = [
    ["序号", "问题", "整改措施", "责任人", "完成时限", "会签栏"],
    ["1", "学习不够系统。", "每月集中学习一次。", "张三", "2026年6月底前", "甲处已阅"],
    ["2", "调研不够深入。", "每季度下乡一次。", "李四", "2026年12月底前", "乙处已阅"],
]


def test_words_of_another_cell_may_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = mz.open(word(["某局党组2025年度民主生活会整改台账"], rows=ROWS))
    value = mz.replace(doc.read().value, "/entries/0/measures/0/text", "每周集中学习一次。")
    assert "甲处已阅" not in repr(value.model_dump())
    monkeypatch.setattr(write, "spliced", lambda xml, cuts: spliced(xml, cuts).replace("甲".encode(), "丙".encode()))
    with pytest.raises(mz.BadEdit) as raised:
        doc.write(value)
    assert raised.value.code == "edit-not-stored"
