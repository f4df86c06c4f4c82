"""A save leaves the old file or the new one, whole, whatever fails and whenever."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import SaveError
from mzsh_model.opc import save
from mzsh_model.opc.save import save_bytes

CALLS = ("open", "fsync", "chmod", "replace", "stat", "fdopen")


def test_saves_and_keeps_permissions(tmp_path: Path) -> None:
    target = tmp_path / "稿.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    save_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["稿.docx"]


def test_the_input_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("个人对照检查材料", encoding="utf-8")
    doc = mz.open(path)
    with pytest.raises(SaveError) as caught:
        doc.save(path)
    assert caught.value.code == "target-is-input"
    other = tmp_path / "另存.txt"
    doc.save(other)
    assert other.read_bytes() == path.read_bytes()


def test_folders_and_pipes_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for target, code in (
        (tmp_path, "target-folder"),
        (tmp_path / "pipe", "target-device"),
        (Path("/dev/null"), "target-device"),
    ):
        with pytest.raises(SaveError) as caught:
            save_bytes(target, b"x")
        assert caught.value.code == code


def test_a_target_changed_since_it_was_opened_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    doc = mz.open(path)
    path.write_bytes(b"someone else's")
    with pytest.raises(SaveError) as caught:
        save_bytes(path, b"mine", opened=doc.origin.identity, over_input=True)
    assert caught.value.code == "target-changed"
    assert path.read_bytes() == b"someone else's"


@pytest.mark.parametrize("name", CALLS)
def test_every_system_call_may_fail(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the n-th call of each kind, for every n: the target is old or new, and no temporary file stays."""
    real: Callable[..., object] = getattr(os, name)
    for nth in range(1, 6):
        target = tmp_path / f"{name}{nth}"
        target.write_bytes(b"old")
        count = 0

        def failing(*args: object, nth: int = nth, **kwargs: object) -> object:
            nonlocal count
            count += 1
            if count == nth:
                raise OSError(28, "No space left on device")
            return real(*args, **kwargs)

        monkeypatch.setattr(save.os, name, failing)
        try:
            save_bytes(target, b"new")
        except SaveError:
            monkeypatch.setattr(save.os, name, real)
            assert target.read_bytes() == b"old"
        monkeypatch.setattr(save.os, name, real)
        assert target.read_bytes() in (b"old", b"new")
        assert not [f for f in os.listdir(tmp_path) if f.startswith(".~mzsh-")]


def test_what_was_not_written_whole_never_takes_the_targets_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    real = os.fsync

    def torn(handle: int) -> None:
        real(handle)
        os.ftruncate(handle, 1)

    monkeypatch.setattr(save.os, "fsync", torn)
    with pytest.raises(SaveError):
        save_bytes(target, b"new")
    assert target.read_bytes() == b"old"


def test_file_and_folder_are_forced_to_disk_in_that_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    fsync, move = os.fsync, os.replace

    def note_fsync(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def note_move(source: str, target: str) -> None:
        done.append("replace")
        move(source, target)

    monkeypatch.setattr(save.os, "fsync", note_fsync)
    monkeypatch.setattr(save.os, "replace", note_move)
    save_bytes(tmp_path / "a", b"new")
    assert done == ["file", "replace", "folder"]


def test_killed_in_the_middle_leaves_old_or_new(tmp_path: Path) -> None:
    target = tmp_path / "big"
    old, new = b"o" * 3_000_000, b"n" * 3_000_000
    target.write_bytes(old)
    code = (
        "import sys; from mzsh_model.opc.save import save_bytes\n"
        "data = {b'o': b'o' * 3_000_000, b'n': b'n' * 3_000_000}\n"
        "print('ready', flush=True)\n"
        "while True:\n    save_bytes(sys.argv[1], data[b'n']); save_bytes(sys.argv[1], data[b'o'])\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            process.stdout.readline()
            for n in range(100):
                time.sleep(0.001 + 0.0007 * (n % 9))
                os.kill(process.pid, signal.SIGSTOP)
                assert target.read_bytes() in (old, new)
                os.kill(process.pid, signal.SIGCONT)
        finally:
            process.kill()
    assert target.read_bytes() in (old, new)
