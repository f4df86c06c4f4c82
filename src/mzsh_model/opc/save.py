"""Saving that cannot lose: a temporary file beside the target, forced to disk, read back, then put in its place.

Not kept: hard links to the old file, extended attributes and access lists. A symbolic link is followed, not replaced.
"""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from mzsh_model.kernel.errors import SaveError
from mzsh_model.opc.source import FileIdentity

_PREFIX = ".~mzsh-"
_PRIVATE = 0o600


def save_bytes(
    path: str | os.PathLike[str], data: bytes, *, opened: FileIdentity | None = None, over_input: bool = False
) -> None:
    """Write `data` to `path`: either all of it, or the target is as it was before.

    `opened` is the file that `data` came from: it is refused as the target unless `over_input`, and then only if nobody
    changed it since.

    Raises:
        SaveError: a device, pipe or folder; the input file; a target changed since it was opened; the system's refusal.
    """
    target = Path(os.path.realpath(path))
    mode = _checked(target, opened, over_input)
    temporary = target.parent / f"{_PREFIX}{secrets.token_hex(4)}"
    try:
        _write(temporary, data)
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, target)
    except OSError as error:
        raise SaveError(
            "save-failed",
            f"没能保存到 {target.name}：{error.strerror or '系统拒绝'}。原有文件没有动，请换个位置或检查磁盘",
        ) from error
    finally:
        _discard(temporary)
    _sync_folder(target.parent)


def _checked(target: Path, opened: FileIdentity | None, over_input: bool) -> int | None:
    """The permissions of the file that is replaced, None where there is none."""
    try:
        info = os.stat(target)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SaveError(
            "save-failed", f"不能保存到 {target.name}：{error.strerror or '系统拒绝'}。请换个位置"
        ) from error
    if stat.S_ISDIR(info.st_mode):
        raise SaveError("target-folder", f"{target.name} 是文件夹。请写出要保存的文件名")
    if not stat.S_ISREG(info.st_mode):
        raise SaveError("target-device", f"{target.name} 不是普通文件（设备或管道）。请保存到磁盘上的文件")
    if opened is not None and opened.path == str(target):
        if not over_input:
            raise SaveError("target-is-input", f"{target.name} 是打开的原文件，不会覆盖它。请换一个文件名")
        if (info.st_ino, info.st_size, info.st_mtime_ns) != (opened.inode, opened.size, opened.mtime_ns):
            raise SaveError("target-changed", f"{target.name} 打开之后被别人改过，没有覆盖。请重新打开再改")
    return stat.S_IMODE(info.st_mode)


def _write(temporary: Path, data: bytes) -> None:
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _PRIVATE)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with open(temporary, "rb") as file:
        if file.read() != data:
            raise OSError(0, "写入的内容读回来不一致")


def _discard(temporary: Path) -> None:
    try:
        os.unlink(temporary)
    except OSError:
        return


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; systems that cannot open a folder (Windows) do without."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
