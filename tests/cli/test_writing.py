"""`mzsh write`: a value in JSON becomes a Word file, or changes one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import mzsh_model as mz
from mzsh_model.document.document import Document
from tests.cli.running import LEDGER, TEAM, assert_refused, mzsh

Edit = Callable[[dict[str, Any]], None]


def model(folder: Path, edit: Edit | None = None, source: Path = TEAM) -> Path:
    """What `read --json` prints of a draft, edited by hand."""
    told = json.loads(mzsh("read", source, "--json").out)
    if edit is not None:
        edit(told["value"])
    path = folder / "模型.json"
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-8-sig"])
def test_what_a_shell_on_windows_made_of_our_output_is_read(encoding: str, tmp_path: Path) -> None:
    path = model(tmp_path, later)
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    run = mzsh("write", path, "--into", TEAM, "-o", tmp_path / "新.docx")
    assert (run.code, run.err) == (0, "")
    assert "2026年9月底前" in run.out


def test_a_file_in_no_encoding_that_is_known_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "模型.json"
    path.write_bytes(b'{"kind": "\xff\xff"}')
    assert_refused(mzsh("write", path, "-o", tmp_path / "新.docx"), "model-encoding")


def later(value: dict[str, Any]) -> None:
    value["measures"][0]["due"] = "2026年9月底前"


def test_one_change_is_written_and_said(tmp_path: Path) -> None:
    run = mzsh("write", model(tmp_path, later), "--into", TEAM, "-o", tmp_path / "新.docx")
    assert (run.code, run.err) == (0, "")
    assert run.out == (f"措施1 的完成时限由 2026年6月底前 改为 2026年9月底前\n改动 1 处，写到 {tmp_path / '新.docx'}\n")
    old, new = mz.open(TEAM).text, mz.open(tmp_path / "新.docx").text
    assert new == old.replace("2026年6月底前形成", "2026年9月底前形成") != old


def test_items_come_and_go(tmp_path: Path) -> None:
    def edit(value: dict[str, Any]) -> None:
        value["measures"].append({**value["measures"][-1], "id": "", "text": "建立回访制度，长期坚持。"})
        for name in ("label", "owner", "department", "due", "status", "title"):
            value["measures"][-1].pop(name, None)
        gone = value["issues"].pop(5)["id"]
        value["links"] = [link for link in value["links"] if link["issue"] != gone]

    run = mzsh("write", model(tmp_path, edit), "--into", TEAM, "-o", tmp_path / "新.docx")
    assert run.code == 0, run.err
    assert "新增措施5：建立回访制度，长期坚持。" in run.out
    assert "删去问题6" in run.out
    new = mz.open(tmp_path / "新.docx").read().value
    assert new.model_dump()["measures"][4]["text"] == "建立回访制度，长期坚持。"
    assert len(new.model_dump()["issues"]) == 9


def test_without_a_change_the_bytes_stay(tmp_path: Path) -> None:
    run = mzsh("write", model(tmp_path), "--into", TEAM, "-o", tmp_path / "新.docx", "--tracked", "办公室")
    assert (run.code, run.out) == (0, f"没有改动，照原样写到 {tmp_path / '新.docx'}\n")
    assert (tmp_path / "新.docx").read_bytes() == TEAM.read_bytes()


def test_tracked_changes_have_their_author(tmp_path: Path) -> None:
    run = mzsh("write", model(tmp_path, later), "--into", TEAM, "-o", tmp_path / "新.docx", "--tracked", "办公室")
    assert run.code == 0
    doc = mz.open(tmp_path / "新.docx")
    assert {revision.author for revision in doc.revisions} == {"办公室"}
    assert doc.read().value.model_dump()["measures"][0]["due"] == "2026年9月底前"


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_text_file_is_changed_as_well(suffix: str, tmp_path: Path) -> None:
    source = tmp_path / f"旧{suffix}"
    source.write_text(mz.open(TEAM).text, encoding="gb18030")
    out = tmp_path / f"新{suffix}"
    told = model(tmp_path, later, source)
    assert_refused(mzsh("write", told, "--into", source, "-o", out, "--tracked", "办公室"), "edit-text-tracked")
    assert not out.exists()
    assert mzsh("write", told, "--into", source, "-o", out).code == 0
    old, new = source.read_text(encoding="gb18030"), out.read_text(encoding="gb18030")
    assert new == old.replace("2026年6月底前形成", "2026年9月底前形成") != old


def test_a_new_file_says_the_value(tmp_path: Path) -> None:
    run = mzsh("write", model(tmp_path), "-o", tmp_path / "新.docx")
    assert (run.code, run.out) == (0, f"新写一份 Word：{tmp_path / '新.docx'}\n")
    assert mzsh("diff", TEAM, tmp_path / "新.docx") == (0, "没有不同\n", "")


def test_the_value_alone_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "值.json"
    path.write_text(mz.open(TEAM).read().value.model_dump_json(), encoding="utf-8")
    assert mzsh("write", path, "-o", tmp_path / "新.docx").code == 0


def damaged(text: str) -> str:
    return text[:-20]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (damaged, "model-json"),
        (lambda text: text.replace('"schema_version": "1.', '"schema_version": "9.', 1), "schema-newer"),
        (lambda text: text.replace('"statement"', '"statment"', 1), "model-unknown"),
        (lambda text: text.replace('"2025-1"', "20251", 1), "model-value"),
        (lambda text: "[]", "model-value"),
    ],
)
def test_a_model_that_is_none_is_one_line(change: Callable[[str], str], code: str, tmp_path: Path) -> None:
    path = model(tmp_path)
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    for into in ((), ("--into", TEAM)):
        assert_refused(mzsh("write", path, *into, "-o", tmp_path / "新.docx"), code)
    assert not (tmp_path / "新.docx").exists()


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    def edit(value: dict[str, Any]) -> None:
        value["issues"][0]["text"] = "一行\x07又一行"

    out = tmp_path / "新.docx"
    for into in (("--into", TEAM), ()):
        run = mzsh("write", model(tmp_path, edit), *into, "-o", out)
        assert (run.code, run.out) == (2, "")
        assert len(run.err.splitlines()) == 1
        assert "又一行" not in run.err
        assert not out.exists()


def test_another_kind_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "新.docx"
    assert_refused(mzsh("write", model(tmp_path), "--into", LEDGER, "-o", out), "compare-kind")
    assert_refused(mzsh("write", model(tmp_path, None, TEAM), "-o", tmp_path / "新.xlsx"), "write-form")
    assert not out.exists()


def test_a_ledger_is_written_as_a_table_in_word_or_in_a_workbook(tmp_path: Path) -> None:
    for name in ("新.docx", "新.xlsx"):
        run = mzsh("write", model(tmp_path, None, LEDGER), "-o", tmp_path / name)
        assert run.code == 0, run.err
        assert mz.open(tmp_path / name).read().value.kind == "Ledger"


def test_what_is_there_is_overwritten_only_when_asked(tmp_path: Path) -> None:
    out = tmp_path / "新.docx"
    out.write_bytes(b"old")
    for into in (("--into", TEAM), ()):
        assert_refused(mzsh("write", model(tmp_path), *into, "-o", out), "target-exists")
        assert out.read_bytes() == b"old"
    assert mzsh("write", model(tmp_path), "-o", out, "--force").code == 0
    assert out.read_bytes() != b"old"


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    source = tmp_path / "旧.docx"
    source.write_bytes(TEAM.read_bytes())
    told = model(tmp_path, later).rename(tmp_path / "模型.docx")
    linked = tmp_path / "同一份.docx"
    linked.hardlink_to(source)
    for target in (source, linked, told, tmp_path / "." / "旧.docx"):
        assert_refused(mzsh("write", told, "--into", source, "-o", target, "--force"), "target-is-input")
    assert_refused(mzsh("write", told, "-o", told, "--force"), "target-is-input")
    assert source.read_bytes() == TEAM.read_bytes()


def test_the_name_says_the_format(tmp_path: Path) -> None:
    assert_refused(mzsh("write", model(tmp_path), "-o", tmp_path / "新.txt"), "target-suffix")
    assert_refused(mzsh("write", model(tmp_path), "--into", TEAM, "-o", tmp_path / "新.docm"), "target-suffix")


def test_missing_files_are_one_line(tmp_path: Path) -> None:
    out = tmp_path / "新.docx"
    assert_refused(mzsh("write", tmp_path / "没有.json", "-o", out), "source-missing")
    assert_refused(mzsh("write", model(tmp_path), "--into", tmp_path / "没有.docx", "-o", out), "source-missing")
    assert_refused(mzsh("write", model(tmp_path), "-o", tmp_path / "没有" / "新.docx"), "save-failed")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "缺少选项 --out。"),
        (("-o", "新.docx", "--tracked", " "), "--tracked 后面要写作者的名字"),
        (("-o", "新.docx", "--tracked", "办公室"), "--tracked 要和 --into 一起用"),
    ],
)
def test_wrong_usage_is_one_line(
    options: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = mzsh("write", model(tmp_path), *options)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(said)
    assert not Path("新.docx").exists()
    assert len(run.err.splitlines()) == 1


def test_a_save_that_fails_says_nothing_was_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report comes after the file, never before."""

    def full(self: Document, path: Path) -> None:
        raise mz.MzshError("save-failed", "磁盘满了")

    monkeypatch.setattr(Document, "save", full)
    assert_refused(mzsh("write", model(tmp_path, later), "--into", TEAM, "-o", tmp_path / "新.docx"), "save-failed")
