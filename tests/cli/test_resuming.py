"""`mzsh check --resume`: killed at any time, the run goes on where it was, and ends as if nobody had interrupted."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import patch

import pytest

from mzsh_model.batch import run as running
from mzsh_model.batch.run import check_file
from mzsh_model.batch.workers import Lost, in_processes
from mzsh_model.cli import checked_files
from tests.cli.running import LEDGER, MEMBER, TEAM, Run, mzsh

PAPER = "个人对照检查材料\n一、存在的问题\n一是学习不够系统。\n二是调研不够深入。\n二、整改措施\n一是加强学习。\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "稿"
    folder.mkdir()
    for n, one in enumerate((MEMBER, TEAM, LEDGER)):
        (folder / f"{n}.docx").write_bytes(one.read_bytes())
    for n in range(3, 6):
        (folder / f"{n}.txt").write_text(PAPER.replace("学习", f"第{n}次学习"), encoding="utf-8")
    return folder


def check(drafts: Path, journal: Path, *more: str) -> tuple[Run, list[str]]:
    """A run, and the names of the files that it judged."""
    judged: list[str] = []

    def noted(path: Path, **named: object) -> object:
        judged.append(path.name)
        return check_file(path, **named)  # type: ignore[arg-type]

    with patch.object(checked_files, "check_file", noted):
        run = mzsh("check", drafts, "--resume", journal, *more)
    return run, judged


def test_a_torn_run_goes_on_and_ends_as_a_whole_one(drafts: Path, tmp_path: Path) -> None:
    whole, torn = tmp_path / "一.jsonl", tmp_path / "二.jsonl"
    first, judged = check(drafts, whole)
    assert first.code == 1
    assert first.out == ""
    assert len(judged) == 6
    data = whole.read_bytes()
    lines = data.splitlines(keepends=True)
    for kept in range(len(lines)):
        torn.write_bytes(b"".join(lines[:kept]) + lines[kept][: len(lines[kept]) // 2])
        again, judged = check(drafts, torn)
        if kept == 0:
            assert again.code == 2  # half a head is no file of ours
            torn.unlink()
            continue
        assert (again.code, torn.read_bytes()) == (1, data)
        assert len(judged) == 6 - min(kept - 1, 6)


def test_what_the_stream_tells_is_in_the_lines(drafts: Path, tmp_path: Path) -> None:
    journal = tmp_path / "一.jsonl"
    check(drafts, journal)
    told = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    streamed = [json.loads(line) for line in mzsh("check", drafts, "--format", "jsonl").out.splitlines()]
    assert [{k: v for k, v in one.items() if k != "resume"} for one in told] == streamed


def test_what_changed_is_judged_again(drafts: Path, tmp_path: Path) -> None:
    journal = tmp_path / "一.jsonl"
    check(drafts, journal)
    (drafts / "4.txt").write_text(PAPER, encoding="utf-8")
    (drafts / "5.txt").unlink()
    (drafts / "6.txt").write_text(PAPER, encoding="utf-8")
    run, judged = check(drafts, journal)
    assert judged == ["4.txt", "6.txt"]
    assert "4 份已查过、没有变，接着查其余 2 份" in run.err
    fresh = tmp_path / "二.jsonl"
    check(drafts, fresh)
    assert journal.read_bytes() == fresh.read_bytes()


def test_other_rules_or_acceptances_begin_anew(drafts: Path, tmp_path: Path) -> None:
    journal = tmp_path / "一.jsonl"
    check(drafts, journal)
    run, judged = check(drafts, journal, "--ignore", "TXT")
    assert len(judged) == 6
    assert "从头检查" in run.err
    assert check(drafts, journal, "--ignore", "TXT")[1] == []


def test_the_number_of_processes_changes_nothing(drafts: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "一.jsonl", tmp_path / "二.jsonl"
    check(drafts, one)
    assert mzsh("check", drafts, "--resume", two, "-j", "2").code == 1
    assert one.read_bytes() == two.read_bytes()


def test_a_file_of_somebody_is_not_written_over(drafts: Path, tmp_path: Path) -> None:
    other = tmp_path / "笔记.jsonl"
    other.write_text('{"a": 1}\n', encoding="utf-8")
    assert mzsh("check", drafts, "--resume", other).code == 2
    assert other.read_text(encoding="utf-8") == '{"a": 1}\n'


@pytest.mark.parametrize("more", [["--format", "sarif"], ["--out", "x"], ["--report", "html:x"], ["--only-changed"]])
def test_what_does_not_go_with_it_is_said(drafts: Path, tmp_path: Path, more: list[str]) -> None:
    run = mzsh("check", drafts, "--resume", tmp_path / "一.jsonl", *more)
    assert run.code == 2
    assert "--resume" in run.err
    assert not (tmp_path / "一.jsonl").exists()


def greedy(path: Path) -> int:
    return len(bytearray(2_000_000_000 if path.name == "大" else 10))


def test_a_file_over_its_memory_is_ended_and_the_rest_goes_on() -> None:
    made = list(in_processes(greedy, [Path("小"), Path("大"), Path("又")], 1, memory=1024))
    assert made == [10, Lost(None), 10]


def test_too_little_memory_is_named(drafts: Path) -> None:
    def starved(*given: object, **named: object) -> object:
        raise MemoryError

    with patch.object(running, "open_draft", starved):
        run = mzsh("check", drafts / "3.txt")
    assert run.code == 2
    assert "内存超过了上限" in run.out + run.err
