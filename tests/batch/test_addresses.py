"""Drafts by address: what stands in a zip or in memory is judged as on disk, and nothing else is ever fetched."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import fsspec
import pytest

import mzsh_model as mz
from mzsh_model.batch.addresses import Address, find_at, located
from mzsh_model.batch.files import Found, find_documents
from tests.cli.running import EXAMPLES, MEMBER, TEAM, assert_refused, mzsh


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as people keep it: drafts, one that is broken, a copy of ours, a lock file, a hidden one, a picture."""
    root = tmp_path / "全省"
    (root / "甲 局").mkdir(parents=True)
    (root / ".藏").mkdir()
    for name, data in {
        "甲 局/张三.docx": MEMBER.read_bytes(),
        "甲 局/张三.批注.docx": MEMBER.read_bytes(),
        "甲 局/~$张三.docx": b"",
        "甲 局/图.png": b"",
        ".藏/丙.docx": MEMBER.read_bytes(),
        "坏.docx": b"PK\x03\x04 nothing",
        "班子.docx": TEAM.read_bytes(),
    }.items():
        (root / name).write_bytes(data)
    return root


def zipped(folder: Path) -> str:
    archive = folder.parent / "全省.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in sorted(folder.rglob("*")):
            made.write(path, path.relative_to(folder))
    return f"zip://::file://{archive}"


@pytest.fixture
def memory(folder: Path) -> Iterator[str]:
    held = fsspec.filesystem("memory")
    for path in folder.rglob("*"):
        if path.is_file():
            held.pipe(f"/省/{path.relative_to(folder).as_posix()}", path.read_bytes())
    yield "memory://省"
    held.rm("/省", recursive=True)


def judged(*where: str | Path) -> tuple[int, list[tuple[object, ...]], dict[str, int]]:
    run = mzsh("check", *where, "--format", "json")
    told = json.loads(run.out)
    files = sorted(
        (Path(f["path"].partition("::")[0]).name, f["verdict"], [x["fingerprint"] for x in f["findings"]])
        for f in told["files"]
    )
    return run.code, files, told["summary"]["skipped"]


def test_a_folder_is_judged_alike_wherever_it_stands(folder: Path, memory: str) -> None:
    on_disk = judged(folder)
    assert (on_disk[0], len(on_disk[1])) == (2, 3)
    assert on_disk[2] == {"lock_files": 1, "copies": 1, "others": 1, "unchanged": 0}
    for where in (f"file://{folder}", zipped(folder), memory, f"{memory}/"):
        assert judged(where) == on_disk, where


def test_a_file_of_this_machine_is_a_path_with_what_stands_beside_it(folder: Path) -> None:
    (folder / "mzsh.toml").write_text('off = ["SLF001"]\n', encoding="utf-8")
    assert located(f"file://{folder.as_posix()}/%E7%8F%AD%E5%AD%90.docx") == folder / "班子.docx"
    one, other = mzsh("check", folder), mzsh("check", f"file://{folder}")
    assert one == other
    assert "用配置文件" in one.err


def test_what_is_accepted_where_the_command_runs_is_not_for_what_stands_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    draft = folder / "班子.docx"
    found = json.loads(mzsh("check", draft, "--format", "json").out)["files"][0]["findings"]
    entries = "".join(f'[[accepted]]\nid = "{one["fingerprint"]}"\nreason = "会上定了"\n' for one in found)
    (folder / "mzsh.accepted.toml").write_text(entries, encoding="utf-8")
    there = zipped(folder).replace("zip://", "zip://班子.docx")
    run = mzsh("check", draft, there, "--format", "json")
    assert [len(file["suppressed"]) for file in json.loads(run.out)["files"]] == [len(found), 0]
    assert len(found) > 3


@pytest.mark.parametrize("told", ["memory://甲", "zip://a.docx::b.zip", "s3://桶/甲.docx", "zip://::全省.zip"])
def test_an_address_stays_as_it_was_written(told: str) -> None:
    assert located(told) == located(Address(told)) == Address(told)
    assert str(located(told)) == told


@pytest.mark.parametrize("told", ["甲.docx", "C:/甲.docx", "./a:b/甲.docx", "甲::乙.docx"])
def test_a_path_is_no_address(told: str) -> None:
    assert located(told) == Path(told)


def test_a_single_draft_in_an_archive_and_many_in_python(folder: Path) -> None:
    archive = zipped(folder).removeprefix("zip://::")
    inside = [f"zip://班子.docx::{archive}", f"zip://甲 局/张三.docx::{archive}"]
    made = list(mz.check_many([*inside, folder / "班子.docx"]))
    assert [one.path for one in made] == [*inside, str(folder / "班子.docx")]
    assert made[0].result == made[2].result
    assert replace(made[0], path="") == replace(made[2], path="")
    assert mzsh("check", inside[0]).code == 1


def test_copied_passages_are_found_in_an_archive(folder: Path) -> None:
    on_disk = mz.read_corpus(find_documents([folder]).paths)
    there = mz.read_corpus(map(str, find_at([Address(zipped(folder))], Found())))
    assert sorted(text.text for text in there.texts) == sorted(text.text for text in on_disk.texts)
    assert [error.code for _, error in there.unread] == [error.code for _, error in on_disk.unread] != []


def test_a_run_over_an_archive_goes_on_where_it_was(folder: Path, tmp_path: Path) -> None:
    journal = tmp_path / "结果.jsonl"
    mzsh("check", zipped(folder), "--resume", journal)
    data = journal.read_bytes()
    again = mzsh("check", zipped(folder), "--resume", journal)
    assert "2 份已查过、没有变" in again.err
    assert journal.read_bytes() == data


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("memory://没有/甲.docx", "source-missing"),
        ("zip://没有.docx::file:///没有.zip", "source-missing"),
        ("nosuch://甲.docx", "source-unreadable"),
        ("gs://桶/甲.docx", "source-protocol"),
    ],
)
def test_what_is_not_there_is_one_line(told: str, code: str) -> None:
    run = mzsh("check", told, "--format", "jsonl")
    lines = run.out.splitlines()
    said = json.loads(lines[1])["file"]["error"]["code"] if lines else run.err.splitlines()[-1]
    assert run.code == 2
    assert code in said


def test_a_broken_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "坏.zip").write_bytes(b"PK\x03\x04 nothing")
    run = mzsh("check", f"zip://::file://{tmp_path / '坏.zip'}")
    assert_refused(run, "source-unreadable")


@pytest.mark.parametrize("more", [["--annotate", "批注"], ["--only-changed"]])
def test_what_writes_beside_drafts_wants_a_folder(more: list[str]) -> None:
    run = mzsh("check", "memory://省", *more)
    assert (run.code, run.out) == (2, "")
    assert "网址" in run.err


def test_without_its_extra_an_address_names_it() -> None:
    with patch.dict(sys.modules, {"fsspec.core": None}):
        run = mzsh("check", "memory://省")
    assert_refused(run, "url-extra")
    assert "mzsh-model[url]" in run.err


def test_nobody_is_asked_who_was_not_named() -> None:
    code = "import sys, mzsh_model as mz; list(mz.check_many(sys.argv[1:])); print('fsspec' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code, *EXAMPLES.glob("*.docx")], capture_output=True, check=True)
    assert run.stdout.split() == [b"False"]
