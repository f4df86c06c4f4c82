"""Rows that hold a colleague's pending change to a cell are not taken out plainly."""

from __future__ import annotations

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.documents import Ledger
from mzsh_model.testing.word_files import package
from tests.wml.test_story import cell, p

HEAD = ["序号", "问题", "整改措施", "完成时限", "责任人"]
ROWS = [["1", "学习不够", "读书", "2026年6月底前", "张三"], ["2", "调研不够", "走访", "2026年3月底前", "李四"]]


@pytest.mark.parametrize("mark", ["cellIns", "cellDel", "cellMerge"])
@pytest.mark.parametrize("within", ["{}", '<w:ins w:id="3" w:author="王五">{}</w:ins>'])
def test_a_row_with_a_pending_cell_is_kept_or_goes_as_a_tracked_change(mark: str, within: str) -> None:
    extra = cell("备注", f'<w:{mark} w:id="2" w:author="王五"/>', within=within)
    rows = "".join(f"<w:tr>{''.join(cell(text) for text in row)}{extra}</w:tr>" for row in (HEAD, *ROWS))
    doc = mz.open(package(p("某局党组整改台账") + f"<w:tbl>{rows}</w:tbl>" + p("")))
    value = doc.read().value
    assert isinstance(value, Ledger)
    assert len(value.entries) == 2
    fewer = mz.remove(value, "/entries/1")
    with pytest.raises(BadEdit) as caught:
        doc.write(fewer)
    assert caught.value.code == "edit-row-holds"
    written = doc.write(fewer, tracked="办公室")
    kept = written.read().value
    assert isinstance(kept, Ledger)
    assert len(kept.entries) == 1


def test_a_row_with_a_hidden_note_is_kept_or_goes_as_a_tracked_change() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>请核</w:t></w:r></w:p>"
    rows = ["".join(cell(text) for text in row) for row in (HEAD, *ROWS)]
    noted = rows[2].replace("</w:p>", hidden, 1)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in (*rows[:2], noted))
    doc = mz.open(package(p("某局党组整改台账") + f"<w:tbl>{table}</w:tbl>" + p("")))
    fewer = mz.remove(doc.read().value, "/entries/1")
    with pytest.raises(BadEdit, match="隐藏文字"):
        doc.write(fewer)
    written = doc.write(fewer, tracked="办公室")
    assert [line.hidden for line in written.reject().lines] == [line.hidden for line in doc.lines]
