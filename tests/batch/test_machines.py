"""A Dask scheduler's workers give what this machine gives; a worker that is lost loses nothing, twice told is nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, Future
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from mzsh_model.batch.addresses import Address, Draft
from mzsh_model.batch.elsewhere import Away, in_turn
from mzsh_model.batch.machines import Alike
from mzsh_model.batch.many import away
from mzsh_model.batch.memory import code_digits
from mzsh_model.batch.run import FileResult, failed
from mzsh_model.batch.settlement import Settlement
from mzsh_model.cli import checked_files
from mzsh_model.cli.checked_files import Job
from mzsh_model.kernel.errors import BadPackage, InputError
from mzsh_model.rules.profile import default_profile
from tests.batch.loopback import by_dask, loopback
from tests.cli.running import assert_refused, mzsh
from tests.structured import examination, word


def drafts(folder: Path, count: int, *names: str) -> Path:
    """So many drafts, one that cannot be read, and one more for each of the names."""
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:03}.docx").write_bytes(word(examination(1 + n % 5, n)))
    (folder / "007b.docx").write_bytes(b"PK\x03\x04 damaged")
    for n, name in enumerate(names):
        (folder / f"{name}.docx").write_bytes(word(examination(2, count + n)))
    return folder


def told(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line)["file"] for line in output.decode().splitlines()[1:-1]]


def test_a_worker_that_dies_midway_loses_nothing_and_tells_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Relative paths, as a person types them: the workers stand in another folder."""
    monkeypatch.chdir(tmp_path)
    drafts(tmp_path / "全省", 40, "once-1", "once-2")
    (alone, two) = (mzsh("check", "全省", "--format", "jsonl", *jobs) for jobs in ([], ["-j", "2"]))
    with loopback(2, deadly=True) as address:
        spread = by_dask(address, "全省", "--format", "jsonl", folder=tmp_path)
    assert len(list((tmp_path / "全省").glob("*.died"))) == 2
    assert spread.returncode == alone.code == two.code == 2
    assert not [line for line in spread.stderr.decode().splitlines() if not line.startswith("已查")]
    assert spread.stdout.decode() == alone.out == two.out
    assert len({one["path"] for one in told(spread.stdout)}) == len(told(spread.stdout)) == 43


def test_what_kills_every_worker_is_named_and_the_rest_is_as_ever(tmp_path: Path) -> None:
    """The scheduler puts the death down to what waited beside it, too."""
    drafts(tmp_path / "全省", 8, "always-4")
    alone = mzsh("check", tmp_path / "全省", "--format", "jsonl")
    with loopback(1, deadly=True, deaths=0) as address:
        spread = by_dask(address, tmp_path / "全省", "--format", "jsonl", folder=tmp_path)
    assert spread.returncode == 2
    dead = [one for one in told(spread.stdout) if one["path"].endswith("always-4.docx")]
    assert [(one["error"]["code"], one["verdict"]) for one in dead] == [("file-died", None)]
    others = [one for one in told(alone.out.encode()) if "always" not in one["path"]]
    assert [one for one in told(spread.stdout) if "always" not in one["path"]] == others


def test_where_the_scheduler_goes_every_file_is_named_and_the_run_can_go_on(tmp_path: Path) -> None:
    drafts(tmp_path / "全省", 6, "all-1")
    journal = tmp_path / "结果.jsonl"
    with loopback(1, deadly=True) as address:
        broken = by_dask(address, tmp_path / "全省", "--resume", journal, folder=tmp_path)
    assert broken.returncode == 2
    assert b"Traceback" not in broken.stderr
    files = told(journal.read_bytes())
    assert len(files) == 8
    gone = [one for one in files if one["error"] and one["error"]["code"] == "executor-gone"]
    assert "all-1.docx" in {Path(one["path"]).name for one in gone}
    again, whole = mzsh("check", tmp_path / "全省", "--resume", journal), tmp_path / "一气.jsonl"
    assert again.code == mzsh("check", tmp_path / "全省", "--resume", whole).code
    assert journal.read_bytes() == whole.read_bytes()


class Fated(Executor):
    """What becomes of each piece of work, time after time: a result, an exception, or a refusal to take it."""

    def __init__(self, fates: dict[str, list[object]]) -> None:
        self.fates = {one: iter(each) for one, each in fates.items()}
        self.sent: list[str] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        (one,) = args
        self.sent.append(one)
        fate = next(self.fates[one])
        future: Future[Any] = Future()
        if fate == "refused":
            raise RuntimeError
        if isinstance(fate, type) and issubclass(fate, CancelledError):
            future.cancel()
            future.set_running_or_notify_cancel()
        elif isinstance(fate, BaseException):
            future.set_exception(fate)
        else:
            future.set_result(fate)
        return future


def test_what_is_lost_with_others_is_tried_once_more_and_then_named() -> None:
    said = InputError("workers-differ", "不一样")
    fates: dict[str, list[object]] = {
        "a": [1],
        "beside": [RuntimeError(), 2],
        "dies": [RuntimeError(), RuntimeError()],
        "dropped": [CancelledError, CancelledError],
        "refused": ["refused", "refused"],
        "back": ["refused", 3],
        "says": [said],
        "b": [4],
    }
    executor = Fated(fates)
    made = list(in_turn(executor, str, fates, 3))
    assert made == [
        ("a", 1),
        ("beside", 2),
        ("dies", Away()),
        ("dropped", Away(closed=True)),
        ("refused", Away(closed=True)),
        ("back", 3),
        ("says", Away(error=said)),
        ("b", 4),
    ]
    assert executor.sent[:4] == ["a", "beside", "dies", "dropped"]


def test_no_more_is_under_way_than_is_asked_for() -> None:
    taken: list[int] = []

    def given() -> Iterator[str]:
        for n in range(9):
            taken.append(n)
            yield str(n)

    made = in_turn(Fated({str(n): [n] for n in range(9)}), str, given(), 4)
    for n, (one, what) in enumerate(made):
        assert (one, what) == (str(n), n)
        assert len(taken) <= n + 4


@pytest.mark.parametrize(
    ("what", "code"),
    [
        (Away(), "file-died"),
        (Away(closed=True), "executor-gone"),
        (Away(error=BadPackage("source-missing", "没有")), "source-missing"),
    ],
)
def test_a_file_that_stayed_away_has_a_name_and_no_verdict(what: Away, code: str) -> None:
    one = away(Path("某.docx"), what)
    assert (one.path, one.is_done, one.error and one.error.code) == ("某.docx", False, code)


def test_a_worker_of_other_code_refuses() -> None:
    assert Alike(str, code_digits())(3) == "3"
    with pytest.raises(InputError, match="版本不一样"):
        Alike(str, "other")(3)


def test_the_day_and_the_folder_are_those_of_who_asks() -> None:
    """A worker may stand elsewhere, and its clock be another day's."""
    asked: list[tuple[object, object]] = []

    def noted(path: Draft, **named: object) -> FileResult:
        asked.append((path, named["today"]))
        return failed(path, BadPackage("source-missing", "没有"))

    day = date(2020, 2, 29)
    job = Job(default_profile(), day, ((), ()), Settlement(), None, False, False, False, here=Path("/省"))
    with patch.object(checked_files, "check_file", noted):
        made = [job(one).result.path for one in (Path("甲.docx"), Path("/乙.docx"), Address("memory://丙.docx"))]
    assert asked == [(Path("/省/甲.docx"), day), (Path("/乙.docx"), day), (Address("memory://丙.docx"), day)]
    assert made == ["甲.docx", "/乙.docx", "memory://丙.docx"]


@pytest.mark.parametrize(
    "address", ["不对", "foo://127.0.0.1:8786", "tcp://127.0.0.1", "tcp://:1", "tcp://127.0.0.1:99999"]
)
def test_an_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    run = mzsh("check", drafts(tmp_path / "稿", 1), "--engine", "dask", "--scheduler", address)
    assert_refused(run, "scheduler-address")
    assert address in run.err


def test_a_scheduler_that_does_not_answer_or_has_nobody_is_named(tmp_path: Path) -> None:
    folder = drafts(tmp_path / "稿", 1)
    with loopback(0) as address:
        nobody = by_dask(address, folder, "--format", "jsonl", folder=tmp_path)
    silent = by_dask(address, folder, "--format", "jsonl", folder=tmp_path)
    for run, code in ((nobody, "workers-missing"), (silent, "scheduler-missing")):
        assert (run.returncode, run.stdout) == (2, b"")
        assert len(run.stderr.splitlines()) == 1
        assert run.stderr.decode().endswith(f"（{code}）\n")


def test_without_its_extra_the_engine_names_it(tmp_path: Path) -> None:
    with patch.dict(sys.modules, {"distributed": None}):
        run = mzsh("check", drafts(tmp_path / "稿", 1), "--engine", "dask", "--scheduler", "tcp://127.0.0.1:8786")
    assert_refused(run, "dask-extra")
    assert "mzsh-model[dask]" in run.err


@pytest.mark.parametrize(
    "more",
    [
        ["--engine", "dask"],
        ["--scheduler", "tcp://127.0.0.1:8786"],
        ["--engine", "spark", "--scheduler", "tcp://127.0.0.1:8786"],
        ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:8786", "-j", "2"],
        ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:8786", "--annotate", "批注"],
    ],
)
def test_what_does_not_go_together_is_said(tmp_path: Path, more: list[str]) -> None:
    run = mzsh("check", drafts(tmp_path / "稿", 1), *more)
    assert (run.code, run.out) == (2, "")
    assert "--engine" in run.err
