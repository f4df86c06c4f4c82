"""Saving that cannot lose: a temporary file beside the target, forced to disk, read back, then put in its place.

The target is the old file or the new one, whole, whatever fails and whenever. A symbolic link is followed, not replaced.
A process that is killed leaves its temporary file `.~mzsh-…` behind; nothing ever reads one again.

Not kept: hard links (other names keep the old content), extended attributes, access lists, alternate streams, the time of
creation. Owner and group are kept where the system allows it. Where folders cannot be forced to disk (Windows, some
network disks) a power cut may undo a save that succeeded, to the old file, whole. Between the last look at the target and
the replacement remains an instant in which a change by someone else is not seen.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from mzsh_model.kernel.errors import SaveError
from mzsh_model.opc.source import FileIdentity, digest

TEMPORARY = ".~mzsh-"
"""How the name of every temporary file begins. Names are short, so that a target's may be as long as the system allows."""
_PRIVATE, _USUAL = 0o600, 0o666
_BLOCK = 1024 * 1024
_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_REASONS = {
    errno.EACCES: "没有权限，或文件正被别的程序打开",
    errno.EPERM: "没有权限，或文件正被别的程序打开",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EIO: "磁盘读写出错",
    errno.ENOENT: "没有这个文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接绕成了圈",
}


def save_bytes(
    path: str | os.PathLike[str], data: bytes, *, opened: FileIdentity | None = None, over_input: bool = False
) -> None:
    """Write `data` to `path`: either all of it, or the target is as it was before.

    `opened` is the file that `data` came from: it is refused as the target, under any of its names, unless `over_input`,
    and then only if its content is still what was read.

    Raises:
        SaveError: a device, pipe or folder; a read-only file; the input file; one that someone changed since it was
            opened; the system's refusal. The code tells which.
    """
    _save(path, lambda: (data,), opened, over_input=over_input)


def save_file(path: str | os.PathLike[str], source: BinaryIO) -> None:
    """Write what an open file holds, from its beginning, to `path`, as `save_bytes` does; it need not fit into memory.

    Raises:
        SaveError: as with `save_bytes`.
    """

    def blocks() -> Iterator[bytes]:
        source.seek(0)
        while block := source.read(_BLOCK):
            yield block

    _save(path, blocks, None, over_input=False)


def _save(
    path: str | os.PathLike[str],
    blocks: Callable[[], Iterable[bytes]],
    opened: FileIdentity | None,
    *,
    over_input: bool,
) -> None:
    name = Path(path).name
    try:
        target = _resolved(path, name)
        info = _examined(target, name)
        is_input = opened is not None and _same_file(target, opened)
        if is_input and not over_input:
            raise SaveError("target-is-input", f"{name} 是打开的原文件，不会覆盖它。请换一个文件名")
        temporary = target.parent / f"{TEMPORARY}{secrets.token_hex(8)}"
        try:
            _write(_created(temporary, info), temporary, blocks(), info)
            if digest(_blocks(temporary)) != digest(blocks()):
                raise SaveError("save-unverified", f"写到 {name} 的内容读回来不一致。原有文件没有动，请换个磁盘")
            if opened is not None and is_input and not _as_opened(target, opened):
                raise SaveError("target-changed", f"{name} 打开之后被别人改过或删除了，没有覆盖。请重新打开再改")
            os.replace(temporary, target)
        except FileExistsError:
            raise  # where that name is taken it is somebody else's, and stays
        except BaseException:
            _discard(temporary)
            raise
        _sync_folder(target.parent)
    except OSError as error:
        raise SaveError(
            "save-failed", f"没能保存到 {name}：{_reason(error)}。原有文件没有动，请换个位置或检查磁盘"
        ) from error


def _resolved(path: str | os.PathLike[str], name: str) -> Path:
    try:
        return Path(os.path.realpath(path))
    except ValueError as error:
        raise SaveError("target-name", f"文件不能叫 {name}：有不能用的字符。请换一个文件名") from error


def _examined(target: Path, name: str) -> os.stat_result | None:
    """What is said of the file that is replaced, None where there is none."""
    try:
        info = os.stat(target)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(info.st_mode):
        raise SaveError("target-folder", f"{name} 是文件夹。请写出要保存的文件名")
    if not stat.S_ISREG(info.st_mode):
        raise SaveError("target-device", f"{name} 不是普通文件（设备或管道）。请保存到磁盘上的文件")
    try:
        # replacing asks only for the folder: whether the file itself may be written is told by opening it
        os.close(os.open(target, os.O_WRONLY | _FLAGS))
    except PermissionError as error:
        raise SaveError(
            "target-read-only", f"{name} 是只读的，或正被别的程序打开，没有覆盖。请换一个文件名，或先去掉只读"
        ) from error
    return info


def _same_file(target: Path, opened: FileIdentity) -> bool:
    """Whether the target is the opened file, by its path or through a hard link or another spelling of it."""
    try:
        return opened.path == str(target) or os.path.samefile(opened.path, target)
    except FileNotFoundError:
        return False


def _as_opened(target: Path, opened: FileIdentity) -> bool:
    """Compared by content: size and time may be those of another content (coarse clocks, copies that keep times)."""
    try:
        return digest(_blocks(target)) == opened.digest
    except FileNotFoundError:
        return False


def _created(temporary: Path, old: os.stat_result | None) -> int:
    """Make the file, nobody else's until it has the permissions of the old one."""
    return os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, _USUAL if old is None else _PRIVATE)


def _write(handle: int, temporary: Path, blocks: Iterable[bytes], old: os.stat_result | None) -> None:
    """Fill the new file, give it the owner and permissions of the old one, and force it to disk."""
    try:
        if old is not None:
            os.chmod(temporary, _given_over(temporary, old))
        for block in blocks:
            rest = memoryview(block)
            while rest:
                rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _given_over(temporary: Path, old: os.stat_result) -> int:
    """Give the file to the old one's owner and group as far as allowed; return the permissions it may then have.

    A group that is not the old one gets no more than everybody does.
    """
    mode = stat.S_IMODE(old.st_mode)
    if sys.platform == "win32":
        return mode
    new = os.stat(temporary)
    if (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid):
        return mode
    for owner in (old.st_uid, -1):
        try:
            os.chown(temporary, owner, old.st_gid)
        except PermissionError:
            continue
        return mode
    return mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3


def _blocks(path: Path) -> Iterator[bytes]:
    handle = os.open(path, os.O_RDONLY | _FLAGS)
    try:
        while block := os.read(handle, _BLOCK):
            yield block
    finally:
        os.close(handle)


def _discard(temporary: Path) -> None:
    with suppress(OSError):
        os.unlink(temporary)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; the file is whole without it, so a system that refuses is not complained of."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, f"系统拒绝（错误 {error.errno}）")
