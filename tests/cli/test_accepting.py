"""Findings that somebody accepted do not count, are told when asked for, and come back when the words change."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import xlsxwriter

import mzsh_model as mz
from mzsh_model.batch.accepted import ACCEPTED_NAME
from mzsh_model.batch.ours import FINDINGS
from mzsh_model.carriers.sheets import DECISION, FILE, FINDING_COLUMNS, ID, REASON
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.package import open_package
from mzsh_model.opc.workbook import read_workbook
from tests.binding.word_saves import as_word_saves
from tests.cli.running import MEMBER, TEAM, Run, assert_refused, mzsh


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "材料"
    (folder / "一支部").mkdir(parents=True)
    shutil.copy(MEMBER, folder / "一支部" / "张三.docx")
    shutil.copy(TEAM, folder / "班子.docx")
    return folder


def told(run: Run) -> dict[str, dict[str, object]]:
    return {Path(one["path"]).name: one for one in json.loads(run.out)["files"]}


def idents(run: Run, name: str, what: str = "findings") -> list[str]:
    found = told(run)[name][what]
    assert isinstance(found, list)
    return [one["fingerprint"] for one in found]


def check(folder: Path, *more: str | Path) -> Run:
    return mzsh("check", folder, "--format", "json", *more)


def test_an_accepted_finding_does_not_count_in_its_file_only_and_is_told_on_request(drafts: Path) -> None:
    draft = drafts / "一支部" / "张三.docx"
    shutil.copy(draft, drafts / "李四.docx")
    before = check(drafts)
    first, *rest = idents(before, "张三.docx")
    assert first in mzsh("check", draft, "-v").out
    run = mzsh("accept", draft, "--id", first, "--reason", "会上定了，不改", "--who", "王五")
    assert (run.code, run.err) == (0, "")
    after = check(drafts)
    assert (idents(after, "张三.docx"), idents(after, "张三.docx", "suppressed")) == (rest, [first])
    assert idents(after, "李四.docx") == [first, *rest]
    assert "会上定了，不改" not in mzsh("check", draft).out
    shown = mzsh("check", draft, "--show-suppressed").out
    assert f"已接受（{first}）：会上定了，不改" in shown
    assert "另有不计的 1 处" in shown
    assert "原来已有" in mzsh("accept", draft, "--id", first, "--reason", "又一次").out


def test_it_stays_accepted_where_paragraphs_move_and_comes_back_where_words_change(tmp_path: Path) -> None:
    draft = tmp_path / "张三.txt"
    lines = ["个人对照检查材料", "一、存在的问题", "一是学习不够系统，列入计划的4本书只读了2本。", "二、整改措施"]
    measures = ["1.认真读完4本书并写好心得。", "2.认真到联系点调研走访。"]
    draft.write_text("\n".join([*lines, *measures]), encoding="utf-8")
    (mine,) = (one["fingerprint"] for one in found(draft) if str(one["quote"]).startswith("认真读完"))
    mzsh("accept", draft, "--id", mine, "--reason", "年年如此")
    draft.write_text("\n".join([*lines, "1.认真到联系点调研走访。", "2.认真读完4本书并写好心得。"]), encoding="utf-8")
    assert mine not in [one["fingerprint"] for one in found(draft)]
    draft.write_text("\n".join([*lines, "1.认真读完8本书并写好心得。", measures[1]]), encoding="utf-8")
    assert [one for one in found(draft) if str(one["quote"]).startswith("认真读完8本")]
    assert "有 1 条不再出现" in mzsh("check", draft).err


def found(draft: Path) -> list[dict[str, object]]:
    one = told(check(draft))[draft.name]["findings"]
    assert isinstance(one, list)
    return one


def test_the_verdict_is_on_what_is_left_and_never_on_what_was_not_read(drafts: Path) -> None:
    draft = drafts / "一支部" / "张三.docx"
    every = idents(check(draft), draft.name)
    assert mzsh("check", draft).code == 1
    run = mzsh("accept", draft, *(word for each in every for word in ("--id", each)), "--reason", "试写")
    assert f"记下接受的 {len(every)} 处" in run.out
    clean = mzsh("check", draft)
    assert clean.code == 0
    assert "结论：未发现必改项" in clean.out
    empty = drafts / "空白.txt"
    empty.write_text("今天天气很好。", encoding="utf-8")
    assert mzsh("check", empty).code == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("[[accepted]\n", "accepted-syntax"),
        ("[accept]\n", "accepted-key"),
        ('[[accepted]]\nid = "0123456789abcdef"\n', "accepted-entry"),
        ('[[accepted]]\nid = "0123"\nreason = "不改"\n', "accepted-entry"),
        ('[[accepted]]\nid = "0123456789abcdef"\nreason = ""\n', "accepted-entry"),
        ('[[accepted]]\nid = "0123456789abcdef"\nreson = "不改"\nreason = "不改"\n', "accepted-entry"),
    ],
)
def test_a_file_of_acceptances_that_is_not_understood_accepts_nothing(content: str, code: str, drafts: Path) -> None:
    (drafts / ACCEPTED_NAME).write_text(content, encoding="utf-8")
    run = check(drafts)
    assert run.code == 2
    assert run.err.endswith(f"（{code}）\n")
    assert "reson" not in content or "是不是 reason" in run.err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_it_is_read_as_windows_writes_it_and_kept_to_the_letter(encoding: str, drafts: Path) -> None:
    draft = drafts / "班子.docx"
    first, second, *_ = idents(check(draft), draft.name)
    mine = f'# 办公室记\r\n[[accepted]]\r\nid = "{first}"\r\nreason = "书记同意"\r\n'
    (drafts / ACCEPTED_NAME).write_bytes(mine.encode(encoding))
    assert first in idents(check(draft), draft.name, "suppressed")
    mzsh("accept", draft, "--id", second, "--reason", '"引号"与\\斜杠\u202e')
    text = (drafts / ACCEPTED_NAME).read_text(encoding="utf-8")
    assert text.startswith(mine.replace("\r\n", "\n"))
    assert idents(check(draft), draft.name, "suppressed") == [first, second]


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--id", "0123456789abcdef"),
        ("--id", "0123456789abcdef", "--reason", "不改"),
        ("--from", "清单.xlsx", "--id", "0123456789abcdef"),
    ],
)
def test_what_cannot_be_accepted_is_told_in_one_line(options: tuple[str, ...], drafts: Path) -> None:
    run = mzsh("accept", drafts / "班子.docx", *options)
    assert (run.code, run.out) == (2, "")
    assert len(run.err.splitlines()) == 1
    assert not (drafts / ACCEPTED_NAME).exists()


def test_an_answer_in_the_word_file_accepts_and_an_acknowledgement_does_not(tmp_path: Path) -> None:
    draft = tmp_path / "张三.docx"
    shutil.copy(MEMBER, draft)
    mzsh("check", draft, "--annotate", tmp_path / "批注")
    copy = tmp_path / "批注" / "张三.批注.docx"
    for answer, accepted in (("好的，", 0), ("已改", 0), ("书记定了，按原来的写", 1)):
        answered = tmp_path / "答复.docx"
        ident = answer_to_first(copy, answered, answer)
        run = check(answered)
        hidden = told(run)["答复.docx"]["suppressed"]
        assert isinstance(hidden, list)
        assert len(hidden) == accepted, answer
        if accepted:
            assert (hidden[0]["by"], hidden[0]["reason"]) == ("comment", answer)
            assert f"{hidden[0]['code']}·" in ident


def answer_to_first(source: Path, target: Path, words: str) -> str:
    """Answer the first comment of ours on a finding, as Word does; return its text."""
    with_comments = mz.open(source)
    asked = next(one for one in with_comments.comments if "汇总" not in one.text)
    target.write_bytes(as_word_saves(open_package(source.read_bytes()), answered=asked.id, said=words).to_bytes())
    assert any(one.parent == asked.id for one in mz.open(target).comments)
    return asked.text


def list_of(drafts: Path, out: Path) -> list[list[str]]:
    mzsh("check", drafts, "--report", f"xlsx:{out}")
    (sheet,) = (one for one in read_workbook(out.read_bytes(), Limits()) if one.name == FINDINGS)
    return [list(row) for row in sheet.rows]


def write_list(out: Path, rows: list[list[str]]) -> None:
    """As an editor saves it: our sheet alone, in whatever order."""
    book = xlsxwriter.Workbook(str(out))
    sheet = book.add_worksheet(FINDINGS)
    for number, row in enumerate(rows):
        for col, cell in enumerate(row):
            sheet.write_string(number, col, cell)
    book.close()


AT = {column.header: n for n, column in enumerate(FINDING_COLUMNS)}


def test_a_list_that_comes_back_is_taken_over_whatever_its_order(drafts: Path, tmp_path: Path) -> None:
    out = tmp_path / "清单.xlsx"
    header, *rows = list_of(drafts, out)
    for row, (decision, reason) in zip(
        rows, [("不采纳", "会上定了"), ("采纳", ""), ("已改", ""), ("待核", ""), ("不采纳", "=1+1")], strict=False
    ):
        row[AT[DECISION]], row[AT[REASON]] = decision, reason
    wanted = {rows[0][AT[ID]], rows[4][AT[ID]]}
    turned = [[*row[::-1], "别人加的一栏"] for row in (header, *reversed(rows[:-1]))]
    write_list(out, turned)
    run = mzsh("accept", "--from", out, "--who", "书记")
    assert (run.code, run.err) == (0, "")
    assert "不采纳 2 处" in run.out
    assert "采纳 1" in run.out
    after = check(drafts)
    assert {i for name in told(after) for i in idents(after, name, "suppressed")} == wanted
    assert (drafts / "一支部" / ACCEPTED_NAME).exists() != (drafts / ACCEPTED_NAME).exists()


def test_a_bad_row_is_skipped_whole_and_named(drafts: Path, tmp_path: Path) -> None:
    out = tmp_path / "清单.xlsx"
    header, *rows = list_of(drafts, out)
    marks: list[tuple[str, str, str]] = [
        (DECISION, "不要", "处理意见只能是"),
        (DECISION, "不采纳", "不采纳要写理由"),
        (REASON, "没选意见", "没有选处理意见"),
        (ID, "12", "编号缺少或改过"),
        (FILE, "没有.docx", "找不到文件 没有.docx"),
    ]
    for row, (column, value, _) in zip(rows, marks, strict=False):
        row[AT[DECISION]], row[AT[REASON]] = ("", "") if column == REASON else ("不采纳", "有理由")
        if value == "不采纳":
            row[AT[REASON]] = ""
        row[AT[column]] = value
    good = rows[len(marks)]
    good[AT[DECISION]], good[AT[REASON]] = "不采纳", "会上定了"
    write_list(out, [header, *rows])
    run = mzsh("accept", "--from", out)
    assert run.code == 2
    assert "不采纳 1 处" in run.out
    lines = run.err.splitlines()
    assert len(lines) == len(marks)
    for number, (line, (_, _, why)) in enumerate(zip(lines, marks, strict=True), 2):
        assert line.startswith(f"第{number}行没有导入：")
        assert why in line
    after = check(drafts)
    assert [i for name in told(after) for i in idents(after, name, "suppressed")] == [good[AT[ID]]]


def test_a_changed_header_or_a_double_id_stops_the_import(drafts: Path, tmp_path: Path) -> None:
    out = tmp_path / "清单.xlsx"
    header, *rows = list_of(drafts, out)
    rows[0][AT[DECISION]], rows[0][AT[REASON]] = "不采纳", "会上定了"
    write_list(out, [["意见" if name == DECISION else name for name in header], *rows])
    assert_refused(mzsh("accept", "--from", out), "decisions-header")
    write_list(out, [header, *rows, rows[1]])
    assert_refused(mzsh("accept", "--from", out), "decisions-twice")
    assert_refused(mzsh("accept", "--from", MEMBER), "workbook-damaged")
    xlsxwriter.Workbook(str(out)).close()
    assert_refused(mzsh("accept", "--from", out), "decisions-sheet")
    assert not list(tmp_path.rglob(ACCEPTED_NAME))


def test_a_baseline_leaves_only_what_is_new(drafts: Path, tmp_path: Path) -> None:
    out = tmp_path / "基线.json"
    run = mzsh("baseline", drafts, "-o", out)
    assert (run.code, run.err) == (0, "")
    assert "张三" not in out.read_text(encoding="utf-8").replace("张三.docx", "")
    assert check(drafts, "--baseline", out).code == 0
    draft = drafts / "一支部" / "新.txt"
    draft.write_text("个人对照检查材料\n一、存在的问题\n一是不够。\n三是不深。\n", encoding="utf-8")
    again = check(drafts / "一支部", "--baseline", out)
    assert again.code == 1
    assert idents(again, "张三.docx") == []
    assert idents(again, "新.txt")
    hidden = told(again)["张三.docx"]["suppressed"]
    assert isinstance(hidden, list)
    assert {one["by"] for one in hidden} == {"baseline"}
    out.write_text("{}", encoding="utf-8")
    assert_refused(check(drafts, "--baseline", out), "baseline-content")
    assert_refused(check(drafts, "--baseline", tmp_path / "没有.json"), "baseline-missing")


def test_a_secrecy_mark_cannot_be_accepted(tmp_path: Path) -> None:
    draft = tmp_path / "张三.txt"
    draft.write_text("机密★1年\n个人对照检查材料\n一、存在的问题\n一是学习不够。\n", encoding="utf-8")
    (ident,) = idents(check(draft), draft.name)
    mzsh("accept", draft, "--id", ident, "--reason", "不改")
    assert (tmp_path / ACCEPTED_NAME).exists()
    run = check(draft)
    assert (run.code, idents(run, draft.name), idents(run, draft.name, "suppressed")) == (2, [ident], [])
