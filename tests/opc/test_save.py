"""A save leaves the old file or the new one, whole, whatever fails and whenever."""

from __future__ import annotations

import errno
import itertools
import os
import random
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

import mzsh_model as mz
from mzsh_model.kernel.errors import SaveError
from mzsh_model.opc import save
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.save import TEMPORARY, save_bytes
from mzsh_model.opc.source import FileIdentity, read_source

OLD, NEW = b"old" * 1000, b"new!" * 2000
NOBODY = 65534


def opened(path: Path) -> FileIdentity:
    identity = read_source(path, Limits()).identity
    assert identity is not None
    return identity


def strays(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.startswith(TEMPORARY)]


def refused(path: Path | str, identity: FileIdentity | None = None, over_input: bool = False) -> str:
    with pytest.raises(SaveError) as caught:
        save_bytes(path, NEW, opened=identity, over_input=over_input)
    assert "\n" not in caught.value.message
    return caught.value.code


# --- what is promised of a save that succeeds ---------------------------------------------------------------------


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o664, 0o755])
def test_permissions_are_kept(mode: int, tmp_path: Path) -> None:
    target = tmp_path / "稿.docx"
    target.write_bytes(OLD)
    target.chmod(mode)
    save_bytes(target, NEW)
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert os.listdir(tmp_path) == ["稿.docx"]


def test_a_new_file_has_the_permissions_any_program_would_give_it(tmp_path: Path) -> None:
    (tmp_path / "any").write_bytes(b"")
    save_bytes(tmp_path / "稿.docx", NEW)
    assert (tmp_path / "稿.docx").stat().st_mode == (tmp_path / "any").stat().st_mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_owner_and_group_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(OLD)
    os.chown(target, NOBODY, NOBODY)
    target.chmod(0o660)
    save_bytes(target, NEW)
    info = target.stat()
    assert (info.st_uid, info.st_gid, stat.S_IMODE(info.st_mode)) == (NOBODY, NOBODY, 0o660)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_another_group_gets_no_more_than_everybody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*args: object) -> None:
        raise PermissionError(errno.EPERM, "not yours to give")

    target = tmp_path / "a"
    target.write_bytes(OLD)
    os.chown(target, NOBODY, NOBODY)
    target.chmod(0o664)
    monkeypatch.setattr(save.os, "chown", denied)
    save_bytes(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


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
    save_bytes(tmp_path / "a", NEW)
    assert done == ["file", "replace", "folder"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "a.docx", tmp_path / "link.docx"
    target.write_bytes(OLD)
    link.symlink_to(Path("there") / "a.docx")
    save_bytes(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    target.unlink()
    save_bytes(link, OLD)
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("name", ["长" * 83 + "x", "n" * 250, "n" * 255])
def test_the_longest_names_fit(name: str, tmp_path: Path) -> None:
    for content in (OLD, NEW):
        save_bytes(tmp_path / name, content)
    assert os.listdir(tmp_path) == [name]
    assert (tmp_path / name).read_bytes() == NEW


def test_a_system_may_write_less_than_it_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(save.os, "write", lambda handle, data: write(handle, data[:777]))
    save_bytes(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW


# --- what is refused ----------------------------------------------------------------------------------------------


def test_folders_and_pipes_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/null")
    for target, code in (
        (tmp_path, "target-folder"),
        ("", "target-folder"),
        (tmp_path / "pipe", "target-device"),
        (tmp_path / "link", "target-device"),
        ("/dev/null", "target-device"),
    ):
        assert refused(target) == code


def test_names_that_cannot_be_are_refused(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "file").write_bytes(b"")
    for name, code in (
        ("a\0b", "target-name"),
        ("\ud800", "target-name"),
        ("n" * 256, "save-failed"),
        ("circle", "save-failed"),
        ("没有/a", "save-failed"),
        ("file/a", "save-failed"),
    ):
        assert refused(tmp_path / name) == code
    assert sorted(os.listdir(tmp_path)) == ["circle", "file"]


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


@pytest.mark.parametrize("asked", [False, True])
def test_the_input_is_known_by_any_of_its_names(asked: bool, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    identity = opened(path)
    (tmp_path / "soft").symlink_to("a")
    os.link(path, tmp_path / "hard")
    for name in ("a", "soft", "hard", "../" + tmp_path.name + "/a"):
        if asked:
            save_bytes(tmp_path / name, OLD, opened=identity, over_input=True)
        else:
            assert refused(tmp_path / name, identity) == "target-is-input"
    assert path.read_bytes() == OLD


def rewritten(path: Path) -> None:
    """Another content of the same size, and the old time put back, as a coarse clock or a careful copy would have it."""
    info = path.stat()
    path.write_bytes(b"X" * info.st_size)
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))


def replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"someone else's")
    other.replace(path)


def deleted(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("change", [rewritten, replaced, deleted])
def test_an_input_changed_since_it_was_opened_is_refused(change: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    identity = opened(path)
    change(path)
    before = path.read_bytes() if path.exists() else None
    assert refused(path, identity, over_input=True) == "target-changed"
    assert (path.read_bytes() if path.exists() else None) == before
    assert not strays(tmp_path)


def test_an_input_that_was_only_touched_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    identity = opened(path)
    os.utime(path)
    save_bytes(path, NEW, opened=identity, over_input=True)
    assert path.read_bytes() == NEW


def test_what_was_not_written_whole_never_takes_the_targets_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a"
    target.write_bytes(OLD)
    real = os.fsync

    def torn(handle: int) -> None:
        real(handle)
        os.ftruncate(handle, 1)

    monkeypatch.setattr(save.os, "fsync", torn)
    assert refused(target) == "save-unverified"
    assert target.read_bytes() == OLD
    assert not strays(tmp_path)


@contextmanager
def folder_of_a_person() -> Iterator[Path]:
    """A folder of someone who is not root, and that someone acting in it."""
    with tempfile.TemporaryDirectory() as name:
        root = os.geteuid() == 0
        if root:
            os.chown(name, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)
            os.chmod(name, 0o700)


def test_read_only_files_and_folders_are_refused() -> None:
    with folder_of_a_person() as folder:
        target = folder / "a"
        target.write_bytes(OLD)
        target.chmod(0o444)
        assert refused(target) == "target-read-only"
        target.chmod(0o644)
        folder.chmod(0o555)
        assert refused(target) == "save-failed"
        assert refused(folder / "new") == "save-failed"
        assert os.listdir(folder) == ["a"]
        assert target.read_bytes() == OLD


# --- whatever fails -----------------------------------------------------------------------------------------------


class FailingSystem:
    """The module `os`, of which the `nth` call fails: before it did anything or after, once or with all that follow."""

    def __init__(self, nth: int, error: BaseException, after: bool, lasting: bool) -> None:
        self.nth, self.error, self.after, self.lasting = nth, error, after, lasting
        self.calls: list[str] = []
        self.failed: list[str] = []

    def __getattr__(self, name: str) -> object:
        real = getattr(os, name)
        if not callable(real):
            return real

        def call(*args: object, **kwargs: object) -> object:
            self.calls.append(name)
            if len(self.calls) != self.nth and not (self.lasting and len(self.calls) > self.nth):
                return real(*args, **kwargs)
            self.failed.append(name)
            if self.after or name == "close":
                done = real(*args, **kwargs)
                if name == "open":
                    os.close(done)
            raise self.error

        return call


ERRORS = [OSError(errno.ENOSPC, "full"), OSError(errno.EACCES, "denied"), MemoryError(), KeyboardInterrupt()]


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from-then-on"])
@pytest.mark.parametrize("after", [False, True], ids=["undone", "done"])
@pytest.mark.parametrize("error", ERRORS, ids=["full", "denied", "memory", "interrupt"])
@pytest.mark.parametrize("kind", ["new", "other", "input"])
def test_every_system_call_may_fail(
    kind: str, error: BaseException, after: bool, lasting: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fail the n-th call, for n = 1, 2, … until a save runs through: old or new, whole, each time."""
    target = tmp_path / "a"
    called: set[str] = set()
    for nth in itertools.count(1):
        with suppress(FileNotFoundError):
            target.unlink()
        if kind != "new":
            target.write_bytes(OLD)
        identity = opened(target) if kind == "input" else None
        system = FailingSystem(nth, error, after, lasting)
        raised: BaseException | None = None
        with monkeypatch.context() as patch:
            patch.setattr(save, "os", system)
            try:
                save_bytes(target, NEW, opened=identity, over_input=True)
            except BaseException as caught:
                raised = caught
        called |= {*system.calls}
        found = target.read_bytes() if target.exists() else None
        if raised is None:
            assert found == NEW
        else:
            assert isinstance(raised, SaveError if isinstance(error, OSError) else type(error))
            # an error of the system's promises that the target is as it was, unless the replacement lied about itself
            done = "replace" in system.calls and (after or "replace" not in system.failed)
            assert not (done and isinstance(raised, SaveError)) or system.failed[0] == "replace"
            assert found == (NEW if done else None if kind == "new" else OLD)
        assert not strays(tmp_path) or "unlink" in system.failed
        for name in strays(tmp_path):
            (tmp_path / name).unlink()
        if not system.failed:
            break
    assert nth > 8
    assert called >= {"stat", "open", "write", "fsync", "read", "close", "replace"}
    assert "unlink" in called
    assert ("chmod" in called) == (kind != "new")


# --- whenever -----------------------------------------------------------------------------------------------------

SIZE = 1_000_000
CHILD = f"""
import sys, types
package = types.ModuleType("mzsh_model")  # the package without all that it imports: a child starts at once
package.__path__ = [sys.argv[1]]
sys.modules["mzsh_model"] = package
from mzsh_model.opc.save import save_bytes
contents = [letter * {SIZE} for letter in (b"a", b"b")]
print("ready", flush=True)
while True:
    for content in contents:
        save_bytes(sys.argv[2], content)
        print("saved", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_a_hundred_times_the_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "稿.docx"
    contents = [letter * SIZE for letter in (b"a", b"b")]
    target.write_bytes(contents[0])
    chance = random.Random(1)
    found: list[bytes] = []
    left = 0
    for _ in range(100):
        command = [sys.executable, "-S", "-c", CHILD, str(Path(mz.__file__).parent), str(target)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"ready\n"
            for _ in range(chance.randrange(4)):  # however slow the machine is, each content is the old one in its turn
                assert child.stdout.readline() == b"saved\n"
            time.sleep(chance.uniform(0, 0.01))
            child.kill()
        assert child.returncode == -signal.SIGKILL
        found.append(target.read_bytes())
        assert found[-1] in contents
        for name in os.listdir(tmp_path):
            if name != target.name:
                assert name.startswith(TEMPORARY)
                left += 1
                (tmp_path / name).unlink()
    assert left, "no kill hit a save in its middle: the test tried nothing"
    assert {*found} == {*contents}
