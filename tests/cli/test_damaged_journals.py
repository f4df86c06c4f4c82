"""`mzsh check --resume` over what is no journal, or a damaged one: refused or said, and nothing of anybody is lost."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mzsh_model.batch import journal as journals
from mzsh_model.kernel.errors import SaveError
from tests.cli.running import assert_refused, contents, mzsh
from tests.cli.test_resuming import PAPER, check

LINES = [b"not JSON", b"[1]", b"5", b"[" * 100_000, b'{"a": ' + b"9" * 9000 + b"}", b"\xff\xfe\0", b"", b"\0" * 50]


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "稿"
    folder.mkdir()
    for n in range(4):
        (folder / f"{n}.txt").write_text(PAPER.replace("学习", f"第{n}次学习"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("kind", ["folder", "fifo", "link", "dangling", "link to a journal"])
def test_what_is_no_file_stays_as_it_is(drafts: Path, tmp_path: Path, kind: str) -> None:
    target, other = tmp_path / "结果.jsonl", tmp_path / "别的.jsonl"
    if kind == "folder":
        target.mkdir()
    elif kind == "fifo":
        os.mkfifo(target)
    else:
        if kind == "link":
            other.write_text("")
        elif kind == "link to a journal":
            check(drafts, other)
        target.symlink_to(other)
    before = os.lstat(target), contents(tmp_path)
    assert_refused(mzsh("check", drafts, "--resume", target), "resume-target")
    assert (os.lstat(target), contents(tmp_path)) == before
    assert other.exists() is (kind in ("link", "link to a journal"))


@pytest.mark.parametrize(
    "line", [*LINES[:-2], b'{"file": {}, "resume": {"by": "x"}}', b'{"resume": []}', b'{"resume": {"by": 5}}']
)
def test_what_begins_otherwise_is_somebodys(drafts: Path, tmp_path: Path, line: bytes) -> None:
    other = tmp_path / "笔记.jsonl"
    other.write_bytes(line + b"\n{}\n")
    assert_refused(mzsh("check", drafts, "--resume", other), "target-exists")
    assert other.read_bytes() == line + b"\n{}\n"


def _damages() -> dict[str, Callable[[dict[str, dict[str, object]]], object]]:
    """What may become of the line of a file, by name; each makes it useless."""
    return {
        "no path": lambda told: told["file"].pop("path"),
        "path is a number": lambda told: told["file"].update(path=5),
        "file is a list": lambda told: told.update(file=[]),  # type: ignore[arg-type]
        "no findings": lambda told: told["file"].pop("findings"),
        "findings are words": lambda told: told["file"].update(findings="甲"),
        "a finding is a number": lambda told: told["file"].update(findings=[5]),
        "a level that is none": lambda told: told["file"].update(findings=[{"code": "A", "name": "a", "level": "重"}]),
        "a verdict that is none": lambda told: told["file"].update(verdict="好"),
        "resume is a list": lambda told: told.update(resume=["x"]),  # type: ignore[arg-type]
        "content is a list": lambda told: told["resume"].update(content=[]),
        "dated is a word": lambda told: told["resume"].update(dated="yes"),
        "whole is a word": lambda told: told["resume"].update(whole="no"),
    }


@pytest.mark.parametrize("damage", [*_damages(), *map(repr, LINES)])
def test_a_damaged_line_is_said_and_its_file_judged_again(drafts: Path, tmp_path: Path, damage: str) -> None:
    journal = tmp_path / "一.jsonl"
    check(drafts, journal)
    whole = journal.read_bytes()
    lines = whole.splitlines()
    if damage in _damages():
        told = json.loads(lines[2])
        _damages()[damage](told)
        lines[2] = json.dumps(told, ensure_ascii=False).encode()
    else:
        lines[2] = next(line for line in LINES if repr(line) == damage)
    journal.write_bytes(b"\n".join(lines) + b"\n")
    run, judged = check(drafts, journal)
    assert judged == ["1.txt"]
    assert "1 行坏了" in run.err
    assert (run.code, journal.read_bytes()) == (0, whole)


def test_a_line_cut_before_its_end_is_no_line(drafts: Path, tmp_path: Path) -> None:
    """Also of the head: what is written after it would be of the same line."""
    journal = tmp_path / "一.jsonl"
    check(drafts, journal)
    whole = journal.read_bytes()
    head, first, *_ = whole.splitlines()
    journal.write_bytes(head)
    assert_refused(mzsh("check", drafts, "--resume", journal), "target-exists")
    journal.write_bytes(head + b"\n" + first)
    assert check(drafts, journal)[1] == [f"{n}.txt" for n in range(4)]
    assert journal.read_bytes() == whole


@pytest.mark.parametrize("way", ["moved", "changed", "made", "removed", "two into one"])
def test_acceptances_that_are_others_begin_anew(drafts: Path, tmp_path: Path, way: str) -> None:
    inner = drafts / "个人"
    inner.mkdir()
    (inner / "5.txt").write_text(PAPER, encoding="utf-8")
    entry = '[[accepted]]\nid = "0123456789abcdef"\nreason = "不改"\n'
    above, below = drafts / "mzsh.accepted.toml", inner / "mzsh.accepted.toml"
    if way != "made":
        above.write_text(entry, encoding="utf-8")
    if way == "two into one":
        below.write_text("# 空\n", encoding="utf-8")
    journal = tmp_path / "一.jsonl"
    assert len(check(drafts, journal)[1]) == 5
    assert check(drafts, journal)[1] == []
    if way == "moved":
        above.rename(below)
    elif way == "removed":
        above.unlink()
    elif way == "two into one":
        above.write_text(entry + "# 空\n", encoding="utf-8")
        below.write_text("", encoding="utf-8")
    else:
        above.write_text(entry.replace("不改", "改过"), encoding="utf-8")
    run, judged = check(drafts, journal)
    assert len(judged) == 5
    assert "从头检查" in run.err


def test_a_finding_accepted_since_does_not_count_from_an_older_line(drafts: Path, tmp_path: Path) -> None:
    """Moved next to other drafts, an acceptance takes its finding out of these, and puts it back into those."""
    other = tmp_path / "另"
    other.mkdir()
    (other / "0.txt").write_text((drafts / "0.txt").read_text(encoding="utf-8"), encoding="utf-8")
    found = json.loads(mzsh("check", drafts / "0.txt", "--format", "json").out)["files"][0]["findings"]
    entry = "".join(f'[[accepted]]\nid = "{one["fingerprint"]}"\nreason = "不改"\n' for one in found)
    (drafts / "mzsh.accepted.toml").write_text(entry, encoding="utf-8")
    journal, fresh = tmp_path / "一.jsonl", tmp_path / "二.jsonl"
    mzsh("check", drafts, other, "--resume", journal)
    (drafts / "mzsh.accepted.toml").rename(other / "mzsh.accepted.toml")
    mzsh("check", drafts, other, "--resume", journal)
    mzsh("check", drafts, other, "--resume", fresh)
    assert journal.read_bytes() == fresh.read_bytes()


def test_two_programs_do_not_write_one_journal(drafts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = tmp_path / "一.jsonl"
    keep = journals.Journal.keep

    def and_another(self: journals.Journal, *given: object) -> None:
        keep(self, *given)  # type: ignore[arg-type]
        with journal.open("ab") as file:
            file.write(b"{}\n")

    monkeypatch.setattr(journals.Journal, "keep", and_another)
    refused_run = mzsh("check", drafts, "--resume", journal)
    assert refused_run.code == 2
    assert refused_run.err.endswith("（resume-changed）\n")


def test_a_journal_that_is_gone_is_one_line(drafts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = tmp_path / "一.jsonl"
    keep = journals.Journal.keep

    def and_away(self: journals.Journal, *given: object) -> None:
        keep(self, *given)  # type: ignore[arg-type]
        journal.unlink()

    monkeypatch.setattr(journals.Journal, "keep", and_away)
    run = mzsh("check", drafts, "--resume", journal)
    assert run.code == 2
    assert run.err.endswith("（resume-unwritten）\n")


def test_what_breaks_off_the_end_leaves_the_lines_and_nothing_beside_them(
    drafts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "一.jsonl"
    for slip in (KeyboardInterrupt, OSError):
        with monkeypatch.context() as patched:

            def broken(*_: object, slip: type[BaseException] = slip) -> None:
                raise slip

            patched.setattr(journals.os, "replace", broken)
            assert mzsh("check", drafts, "--resume", journal).code == (130 if slip is KeyboardInterrupt else 2)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["一.jsonl", "稿"]
    assert check(drafts, journal)[1] == []


def test_a_settled_file_that_cannot_be_read_is_one_line(drafts: Path, tmp_path: Path) -> None:
    with pytest.raises(SaveError) as caught:
        journals._by(journals.Profile, journals.Selection(), [tmp_path / "没有"])  # type: ignore[arg-type]
    assert caught.value.code == "resume-settled"


@pytest.mark.parametrize(
    "more",
    [
        ["--memory", "99999999999999"], ["--memory", "1048577"], ["--memory", "63"], ["--seconds", "nan"], ["--seconds", "inf"],
        ["--seconds", "1e300"], ["--jobs", "0"], ["--jobs", "99999999999999999999"],
        ["--jobs", "两"], ["--jobs", "1.5"], ["--seconds", "快"], ["--memory", ""],
    ],
)  # fmt: skip
def test_a_bound_that_is_none_is_told(drafts: Path, more: list[str]) -> None:
    run = mzsh("check", drafts, *more)
    assert (run.code, run.out) == (2, "")
    assert len(run.err.splitlines()) == 1
    assert run.err.startswith(f"{more[0]} 后面的值不对：")
    assert not re.findall("[a-z]{4}", run.err.partition("看用法")[0].replace(more[0], ""))


@pytest.mark.parametrize("memory", ["64", "256", "1048576"])
def test_whatever_memory_may_be_asked_for_is_enough_for_a_page(drafts: Path, memory: str) -> None:
    run = mzsh("check", drafts, "--memory", memory)
    assert run.code == 0
    assert "内存" not in run.out + run.err
