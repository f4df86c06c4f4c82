"""Many files: the same results in the same order, however many processes work; what hangs or dies takes nothing with it."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.batch.many import lost
from mzsh_model.batch.workers import Lost, in_processes
from tests.cli.running import mzsh
from tests.structured import examination, word

TODAY = date(2026, 3, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Some papers of different lengths, one that cannot be read, one with a secrecy mark."""
    for n in range(9):
        (tmp_path / f"{n:02}.docx").write_bytes(word(examination(1 + 7 * (n % 4), n)))
    (tmp_path / "04b.docx").write_bytes(b"PK\x03\x04 damaged")
    (tmp_path / "06b.txt").write_text("秘密\n个人对照检查材料\n一、存在的问题\n一是学习不够。\n", "utf-8")
    return tmp_path


def _works(path: Path) -> tuple[str, int]:
    time.sleep(0.02 if path.name.startswith("0") else 0)
    return path.name, os.getpid()


def _hangs_or_dies(path: Path) -> str:
    if path.name == "hangs":
        time.sleep(600)
    if path.name == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if path.name == "raises":
        raise RuntimeError
    return path.name


def test_results_come_in_the_order_of_the_files_from_several_processes() -> None:
    paths = [Path(f"{n:03}") for n in range(120)]
    made = [one for one in in_processes(_works, paths, 3) if not isinstance(one, Lost)]
    assert [name for name, _ in made] == [path.name for path in paths]
    assert len({process for _, process in made}) == 3
    assert os.getpid() not in {process for _, process in made}


def test_what_hangs_dies_or_raises_is_lost_and_nothing_else() -> None:
    paths = [Path(name) for name in ("a", "hangs", "b", "dies", "c", "raises", "d")]
    made = list(in_processes(_hangs_or_dies, paths, 2, seconds=1.0))
    assert made == ["a", Lost(1.0), "b", Lost(None), "c", Lost(None), "d"]


def test_nothing_is_asked_of_no_files() -> None:
    assert list(in_processes(_works, [], 2)) == []


def test_a_lost_file_is_named_and_says_what_to_do() -> None:
    for seconds, code, remedy in ((3.0, "file-overtime", "--seconds"), (None, "file-died", "单独检查")):
        one = lost(Path("某.docx"), seconds)
        assert (one.path, one.is_done) == ("某.docx", False)
        assert one.error is not None
        assert one.error.code == code
        assert remedy in one.error.message


def test_an_executor_gives_what_one_process_gives(folder: Path) -> None:
    paths = sorted(folder.iterdir())
    alone = list(mz.check_many(paths, today=TODAY))
    assert [one.path for one in alone] == list(map(str, paths))
    assert [one.error.code for one in alone if one.error is not None] == ["package-truncated"]
    assert any(one.result.findings for one in alone)
    assert all(one.document is None and one.value is None for one in alone)
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        spread = list(mz.check_many(paths, executor=executor, today=TODAY))
    assert [replace(one, error=None) for one in spread] == [replace(one, error=None) for one in alone]
    assert [str(one.error) for one in spread] == [str(one.error) for one in alone]


@pytest.mark.parametrize("form", [["--format", "jsonl"], ["--format", "json"], [], ["--full"]])
def test_the_command_says_the_same_with_any_number_of_processes(folder: Path, form: list[str]) -> None:
    runs = [mzsh("check", folder, *form, *jobs) for jobs in ([], ["-j", "1"], ["-j", "2"], ["-j", "3"])]
    assert runs[0].code == 2
    assert runs[0].out.count("docx") >= 9
    assert runs[1:] == runs[:1] * 3


def test_a_stream_is_what_is_written_at_the_end(folder: Path, tmp_path: Path) -> None:
    streamed = mzsh("check", folder, "--format", "jsonl")
    written = mzsh("check", folder, "--format", "jsonl", "--out", tmp_path.parent / "r.jsonl")
    assert (written.code, written.out) == (streamed.code, "")
    assert (tmp_path.parent / "r.jsonl").read_text("utf-8") == streamed.out
