"""What verbs say goes into a file as UTF-8, and never over work of people."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import xlsxwriter

from mzsh_model.batch.ours import FINDINGS
from mzsh_model.carriers.sheets import DECISION, FINDING_COLUMNS
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.workbook import read_workbook
from tests.cli.running import MEMBER, TEAM, assert_refused, mzsh


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", MEMBER),
        ("read", MEMBER, "--json"),
        ("diff", MEMBER, MEMBER),
        ("rules",),
        ("rules", "--format", "json"),
        ("schema", "check"),
        ("profile",),
        ("config", MEMBER),
        ("config", MEMBER, "--format", "json"),
    ],
)
def test_what_a_verb_says_goes_into_a_file(arguments: tuple[str | Path, ...], tmp_path: Path) -> None:
    out = tmp_path / "输出"
    shown, run = mzsh(*arguments), mzsh(*arguments, "-o", out)
    assert (run.code, run.out, run.err) == (shown.code, "", shown.err)
    assert out.read_text(encoding="utf-8") == shown.out


def test_a_verb_that_fails_writes_nothing(tmp_path: Path) -> None:
    assert mzsh("schema", "没有", "-o", tmp_path / "输出").code == 2
    assert list(tmp_path.iterdir()) == []


def test_what_is_said_never_takes_the_place_of_a_draft(tmp_path: Path) -> None:
    draft, other = tmp_path / "张三.docx", tmp_path / "李四.docx"
    text = tmp_path / "王五.txt"
    for path in (draft, other):
        shutil.copy(MEMBER, path)
    text.write_text("个人对照检查材料\n一、存在的问题\n一是学习不够。\n", encoding="utf-8")
    assert_refused(mzsh("read", draft, "-o", other), "target-exists")
    assert_refused(mzsh("read", text, "-o", text), "target-is-input")
    assert_refused(mzsh("check", draft, "-o", other), "target-exists")
    assert_refused(mzsh("check", draft, "--report", f"docx:{other}"), "target-exists")
    assert other.read_bytes() == MEMBER.read_bytes()
    assert mzsh("check", draft, "--report", f"docx:{other}", "--force").code == 1
    assert mzsh("check", draft, "--report", f"docx:{other}").code == 1


def test_a_list_that_somebody_filled_in_is_not_written_over(tmp_path: Path) -> None:
    out = tmp_path / "清单.xlsx"
    asked = ("check", TEAM, "--report", f"xlsx:{out}")
    assert [mzsh(*asked).code, mzsh(*asked).code] == [1, 1]
    sheets = read_workbook(out.read_bytes(), Limits())
    at = [column.header for column in FINDING_COLUMNS].index(DECISION)
    book = xlsxwriter.Workbook(str(out))
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for number, row in enumerate(sheet.rows):
            for col, cell in enumerate(row):
                mine = sheet.name == FINDINGS and (number, col) == (1, at)
                page.write_string(number, col, "已改" if mine else cell)
    book.close()
    filled = out.read_bytes()
    assert_refused(mzsh(*asked), "target-filled")
    assert out.read_bytes() == filled
    assert mzsh(*asked, "--force").code == 1
    assert out.read_bytes() != filled
