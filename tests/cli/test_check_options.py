"""What `check` can be asked for beside its report on the screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mzsh_model.carriers.formats import CARRIERS, TEXTS
from mzsh_model.cli.telling import TEXT
from tests.cli.running import EXAMPLES, MEMBER, TEAM, assert_refused, mzsh


def codes(*options: str | Path) -> set[str]:
    told = json.loads(mzsh("check", MEMBER, "--format", "json", *options).out)
    return {f["code"] for f in told["files"][0]["findings"]}


def test_only_the_rules_that_were_selected_are_asked_and_the_result_says_so() -> None:
    every = codes()
    family = {code for code in every if code.startswith("MEA")}
    assert len(family) > 1
    assert codes("--select", "MEA") == family
    assert codes("--select", "MEA002,measure-without-due") == {"MEA002", "MEA003"}
    assert codes("--ignore", "MEA", "--ignore", "NUM002") == every - family - {"NUM002"}
    assert codes("--select", "MEA", "--ignore", "mea003") == family - {"MEA003"}
    assert "没有检查：其余规则（这次只查 MEA002）" in mzsh("check", MEMBER, "--select", "MEA002").out
    assert "没有检查：NUM001、NUM002（这次没有选）" in mzsh("check", MEMBER, "--ignore", "NUM").out


def test_a_rule_that_does_not_exist_is_refused_with_the_nearest() -> None:
    run = mzsh("check", MEMBER, "--select", "MEA03")
    assert_refused(run, "rule-unknown")
    assert "MEA003" in run.err
    assert_refused(mzsh("check", MEMBER, "--select", "MEA003", "--ignore", "MEA003"), "rules-none")


def test_statistics_count_every_finding_once() -> None:
    told = json.loads(mzsh("check", EXAMPLES, "--format", "json").out)["summary"]["codes"]
    lines = [line.split() for line in mzsh("check", EXAMPLES, "--statistics").out.splitlines() if " 份  " in line]
    assert {line[4]: int(line[0]) for line in lines} == told
    assert [int(line[0]) for line in lines] == sorted((int(line[0]) for line in lines), reverse=True)


@pytest.mark.parametrize("name", [TEXT, *TEXTS])
def test_any_format_goes_into_a_file_in_utf_8(name: str, tmp_path: Path) -> None:
    shown = mzsh("check", MEMBER, "--format", name)
    out = tmp_path / "结果"
    run = mzsh("check", MEMBER, "--format", name, "-o", out)
    assert (run.code, run.out) == (1, "")
    assert out.read_text(encoding="utf-8").rstrip() == shown.out.rstrip()


def test_reports_are_written_beside_what_is_shown_and_are_no_drafts(tmp_path: Path) -> None:
    (tmp_path / "张三.docx").write_bytes(MEMBER.read_bytes())
    for _ in range(2):
        run = mzsh("check", tmp_path, *(w for n in CARRIERS for w in ("--report", f"{n}:{tmp_path / f'结果.{n}'}")))
        assert run.code == 1
        assert "张三" in run.out
        assert run.err == ""
    again = mzsh("check", tmp_path)
    assert again.out == mzsh("check", tmp_path / "张三.docx").out
    assert "批注稿和报告 2 个" in again.err
    assert again.code == 1
    assert json.loads((tmp_path / "结果.json").read_text(encoding="utf-8"))["summary"]["files"] == 1
    assert all((tmp_path / f"结果.{name}").stat().st_size > 1000 for name in CARRIERS)


@pytest.mark.parametrize("report", ["html", "html:", "exe:a.exe", ":a"])
def test_a_report_that_cannot_be_is_refused(report: str) -> None:
    run = mzsh("check", MEMBER, "--report", report)
    assert (run.code, run.out) == (2, "")
    assert "--report 写作 格式:文件" in run.err


def test_a_report_never_takes_the_place_of_a_draft(tmp_path: Path) -> None:
    draft = tmp_path / "张三.docx"
    draft.write_bytes(MEMBER.read_bytes())
    assert_refused(mzsh("check", draft, "--report", f"json:{draft}"), "target-is-input")
    assert_refused(mzsh("check", draft, "-o", draft), "target-is-input")
    assert draft.read_bytes() == MEMBER.read_bytes()


@pytest.mark.parametrize("name", [TEXT, *TEXTS])
def test_a_console_of_gbk_and_a_closed_pipe_are_no_traceback(name: str, tmp_path: Path) -> None:
    draft = tmp_path / "生僻.txt"
    draft.write_text("个人对照检查材料\n一、存在的问题\n一是𠮷学习不够€🙂。\n三是调研xx不深。\n", encoding="utf-8")
    command = [sys.executable, "-m", "mzsh_model", "check", str(draft), str(TEAM), "--format", name, "--statistics"]
    env = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"}
    run = subprocess.run(command, capture_output=True, env=env, check=False)
    assert run.returncode == 1
    assert run.stderr == b""
    assert "学习不够" in run.stdout.decode("gbk") or rb"\u5b66" in run.stdout or b"&#23398;" in run.stdout
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        cut = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, env=env, check=False)
    assert cut.stderr.decode("gbk").splitlines() == ["输出写不出去（磁盘满了，或对方已经关闭），没有说完"]
    assert cut.returncode == 2


def test_drafts_in_formats_that_cannot_be_read_are_named_and_nothing_passes(tmp_path: Path) -> None:
    (tmp_path / "张三.docx").write_bytes(TEAM.read_bytes())
    (tmp_path / "李四.pdf").write_bytes(b"%PDF-1.7\n")
    for name, member in (("王五.ofd", "OFD.xml"), ("赵六.odt", "content.xml")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr(member, "<x/>")
    run = mzsh("check", tmp_path, "--fail-on", "never")
    assert run.code == 2
    for said in (
        "李四.pdf",
        "这是 PDF 文件",
        "王五.ofd",
        "这是 OFD 版式文件",
        "赵六.odt",
        "OpenDocument",
        "没能检查 3",
    ):
        assert said in run.out


def test_a_copy_of_ours_is_no_draft_where_the_draft_stands_too(tmp_path: Path) -> None:
    drafts = tmp_path / "材料" / "一支部"
    drafts.mkdir(parents=True)
    (drafts / "张三.docx").write_bytes(MEMBER.read_bytes())
    mzsh("check", tmp_path, "--annotate", tmp_path / "批注")
    mzsh("clean", tmp_path / "批注/材料/一支部/张三.批注.docx", "-o", drafts / "张三.清洁.docx")
    run = mzsh("check", tmp_path, "--format", "json")
    told = json.loads(run.out)
    assert [Path(one["path"]).name for one in told["files"]] == ["张三.docx"]
    assert told["summary"]["skipped"]["copies"] == 2
    assert "批注稿和报告 2 个" in run.err
    alone = json.loads(mzsh("check", tmp_path / "批注", "--format", "json").out)
    assert [Path(one["path"]).name for one in alone["files"]] == ["张三.批注.docx"]


@pytest.mark.parametrize("command", [("check",), ("read",)])
def test_a_file_named_without_its_suffix_is_suggested(command: tuple[str, ...], tmp_path: Path) -> None:
    for name in ("情况报告.docx", "情况报告.doc", "~$情况报告.docx"):
        (tmp_path / name).write_bytes(TEAM.read_bytes())
    for asked in ("情况报告", "情况报吿.docx"):
        run = mzsh(*command, tmp_path / asked)
        assert run.code == 2
        assert f"是不是 {tmp_path / '情况报告.docx'}？" in run.out + run.err


def test_demo_puts_the_examples_into_a_folder_and_never_over_another_file(tmp_path: Path) -> None:
    for _ in range(2):
        assert mzsh("demo", "--out", tmp_path / "示例").code == 0
    assert {one.name: one.read_bytes() for one in (tmp_path / "示例").iterdir()} == {
        one.name: one.read_bytes() for one in EXAMPLES.glob("*.docx")
    }
    (tmp_path / "示例" / MEMBER.name).write_bytes(b"mine")
    assert_refused(mzsh("demo", "--out", tmp_path / "示例"), "target-exists")


def test_every_verb_of_daily_use_and_every_report_stands_a_console_of_gbk(tmp_path: Path) -> None:
    draft = tmp_path / "𠮷€.txt"
    draft.write_text("个人对照检查材料\n一、存在的问题\n一是𠮷学习不够€🙂。\n三是调研xx不深。\n", encoding="utf-8")
    env = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"}
    (ident, *_) = (
        f["fingerprint"] for f in json.loads(mzsh("check", draft, "--format", "json").out)["files"][0]["findings"]
    )
    reports = [word for name in CARRIERS for word in ("--report", f"{name}:{tmp_path / f'r.{name}'}")]
    for arguments in (
        ["accept", str(draft), "--id", ident, "--reason", "𠮷€"],
        ["baseline", str(draft), "-o", str(tmp_path / "b.json")],
        ["config", str(draft)],
        ["config", str(draft), "--format", "json"],
        ["check", str(draft), "-v", "--show-suppressed", "--statistics", *reports],
        ["demo", "--out", str(tmp_path / "𠮷")],
    ):
        command = [sys.executable, "-m", "mzsh_model", *arguments]
        run = subprocess.run(command, capture_output=True, env=env, check=False)
        assert run.returncode in (0, 1), run.stderr
        assert b"Traceback" not in run.stderr
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as closed:
            cut = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, env=env, check=False)
        assert b"Traceback" not in cut.stderr
        assert b"Exception" not in cut.stderr
    assert {f"r.{name}" for name in CARRIERS} <= {one.name for one in tmp_path.iterdir()}
