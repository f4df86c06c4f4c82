"""How a run ends that cannot go on: one line, 2 (or 130), never 1, never a traceback, never silence."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from mzsh_model.batch.run import FileResult, check_file
from mzsh_model.cli.verbs import VERBS
from mzsh_model.kernel.errors import MzshError
from mzsh_model.rules.profile import load_profile
from tests.cli.running import MEMBER, TEAM, mzsh

FULL = Path("/dev/full")
UNHEARD = "输出写不出去（磁盘满了，或对方已经关闭），没有说完"
COMMANDS = {
    "demo": [], "read": [str(TEAM)], "check": [str(TEAM)], "diff": [str(TEAM), str(TEAM)], "explain": ["MEA003"], "rules": [],
    "schema": ["reading"], "profile": [], "--help": [], "--version": [],
}  # fmt: skip
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no device here that is always full: it was NOT tested")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mzsh_model", *arguments]


def assert_ended(run: subprocess.CompletedProcess[bytes], said: bytes, code: int = 2) -> None:
    assert run.returncode == code
    assert said.decode().splitlines() == [UNHEARD]


@needs_full
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_ends_in_one_line(name: str) -> None:
    with FULL.open("wb") as full:
        run = subprocess.run(command(name, *COMMANDS[name]), stdout=full, stderr=subprocess.PIPE, check=False)
    assert_ended(run, run.stderr)


@needs_full
def test_remarks_that_cannot_be_written_are_said_where_they_can() -> None:
    with FULL.open("wb") as full:
        run = subprocess.run(command("read", "没有.docx"), stdout=subprocess.PIPE, stderr=full, check=False)
    assert_ended(run, run.stdout)


@needs_full
def test_what_can_be_said_nowhere_still_fails() -> None:
    with FULL.open("wb") as full:
        assert subprocess.run(command("check", str(TEAM)), stdout=full, stderr=full, check=False).returncode == 2


@pytest.mark.parametrize("closed", [">&-", "2>&-"])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_closed_stream_ends_in_one_line_before_anything_is_done(name: str, closed: str) -> None:
    shell = " ".join(map(repr, command(name, *COMMANDS[name]))) + " " + closed
    run = subprocess.run(["sh", "-c", shell], capture_output=True, check=False)
    assert_ended(run, run.stderr + run.stdout)
    both = subprocess.run(["sh", "-c", shell + " >&- 2>&-"], capture_output=True, check=False)
    assert (both.returncode, both.stdout, both.stderr) == (2, b"", b"")


@pytest.mark.parametrize("arguments", [["rules"], ["check", str(TEAM), "--full"], ["schema", "reading"]])
def test_a_reader_that_has_enough_ends_in_one_line(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        run = subprocess.run(command(*arguments), stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert_ended(run, run.stderr)


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
@pytest.mark.parametrize("done", [0, 2])
def test_ctrl_c_tells_what_is_done(form: str, done: int, tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"{n:03}.docx").write_bytes(MEMBER.read_bytes())
    asked = 0

    def interrupted(path: Path, **named: object) -> FileResult:
        nonlocal asked
        asked += 1
        if asked > done:
            raise KeyboardInterrupt
        return check_file(path, profile=load_profile(None))

    with patch("mzsh_model.cli.checked_files.check_file", side_effect=interrupted):
        run = mzsh("check", tmp_path, "--format", form)
    assert run.code == 130
    assert run.err.splitlines() == [f"只检查了 {done} 个文件，还有 {5 - done} 个没有检查", "已中断，没有做完"]
    assert [f"{n:03}.docx" in run.out for n in range(3)] == [n < done for n in range(3)]
    if form == "jsonl":
        assert [next(iter(json.loads(line))) for line in run.out.splitlines()] == ["run", *["file"] * done, "summary"]


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_ctrl_c_in_any_verb_is_130(verb: str, tmp_path: Path) -> None:
    arguments = COMMANDS.get(verb, [*[str(TEAM)] * (3 if verb == "merge" else 1), "-o", str(tmp_path / "x.docx")])
    with patch("mzsh_model.cli.ending.printable", side_effect=KeyboardInterrupt):
        run = mzsh(verb, *arguments)
    assert (run.code, run.out, run.err) == (130, "", "已中断，没有做完\n")


class _Unheeded:
    """Whose end cannot raise: Python would say so, and go on."""

    def __del__(self) -> None:
        raise KeyboardInterrupt


@pytest.fixture
def heeded() -> Iterator[None]:
    """An interruption is heard, even where the tests were started in the background: there it is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
def test_ctrl_c_where_nothing_can_be_raised_is_130_all_the_same() -> None:
    waited = threading.Event()

    def opened(path: Path) -> object:
        _Unheeded()
        for _ in range(3000):  # work in steps: one wait of thirty seconds would be heard out to its end
            waited.wait(0.01)
        raise RuntimeError("went on")

    with patch("mzsh_model.cli.reading.open_document", side_effect=opened):
        run = mzsh("read", TEAM)
    assert (run.code, run.out, run.err) == (130, "", "已中断，没有做完\n")


def test_what_else_cannot_be_raised_is_told_as_ever() -> None:
    class Wrong:
        def __del__(self) -> None:
            raise RuntimeError("甲")

    told: list[object] = []

    def opened(path: Path) -> object:
        Wrong()
        raise MzshError("a-b", "说明")

    with patch("sys.unraisablehook", told.append), patch("mzsh_model.cli.reading.open_document", side_effect=opened):
        run = mzsh("read", TEAM)
        assert sys.unraisablehook == told.append
    assert (run.code, len(told)) == (2, 1)


def test_a_bug_is_one_line_and_never_1() -> None:
    with patch("mzsh_model.cli.reading.open_document", side_effect=RuntimeError("张三")):
        run = mzsh("read", TEAM)
    assert (run.code, run.out) == (2, "")
    assert run.err == "程序出错（RuntimeError），是本工具的缺陷，请报告\n"
    with patch("mzsh_model.cli.reading.open_document", side_effect=MzshError("a-b", "说明")):
        assert mzsh("read", TEAM).err == "说明（a-b）\n"


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
@pytest.mark.parametrize("utf8", ["0", "1"])
def test_a_bare_locale_works(locale: str, utf8: str, tmp_path: Path) -> None:
    draft = tmp_path / "张三.docx"
    draft.write_bytes(MEMBER.read_bytes())
    env = {"PATH": os.environ["PATH"], "LC_ALL": locale, "PYTHONUTF8": utf8, "PYTHONCOERCECLOCALE": "0"}
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    for arguments in (
        ["check", str(draft)],
        ["read", str(draft), "--json"],
        ["check", str(tmp_path), "--format", "jsonl"],
    ):
        run = subprocess.run(command(*arguments), capture_output=True, env=env, check=False)
        assert run.returncode in (0, 1), run.stderr
        assert b"Traceback" not in run.stderr
        assert run.stdout
