"""Bytes from wherever the caller has them."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO

from mzsh_model.kernel.errors import BadPackage
from mzsh_model.opc.limits import MIB, Limits

_PIECE = 8 * MIB


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """Which file it was and what was read, so that a change by someone else is noticed: resolved path, SHA-256."""

    path: str
    digest: bytes


def digest(blocks: Iterable[bytes]) -> bytes:
    """Return the SHA-256 of content that comes in blocks."""
    hasher = hashlib.sha256()
    for block in blocks:
        hasher.update(block)
    return hasher.digest()


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a document, its name for messages, and its file's identity where it came from a file."""

    data: bytes = field(repr=False)
    name: str
    identity: FileIdentity | None = None


def read_source(source: str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO, limits: Limits) -> Source:
    """Read a path, bytes, or a binary file object.

    Raises:
        BadPackage: nothing readable there (missing, a folder, a device, too large), each with its own code.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        data = bytes(source)
        if len(data) > limits.file_size:
            raise limits.over("file_size", "数据字节数", len(data))
        return Source(data, "")
    if isinstance(source, (str, os.PathLike)):
        return _read_path(Path(source), limits)
    try:
        data = source.read(limits.file_size + 1)
    except (OSError, ValueError, AttributeError) as error:
        raise BadPackage("source-unreadable", "读不了这个文件对象。请传入以二进制方式打开的文件") from error
    if not isinstance(data, bytes):
        raise BadPackage("source-not-binary", "文件对象给出的不是字节。请以二进制方式（'rb'）打开")
    if len(data) > limits.file_size:
        raise limits.over("file_size", "文件字节数", len(data))
    return Source(data, str(getattr(source, "name", "")))


def _read_path(path: Path, limits: Limits) -> Source:
    name = path.name
    if name.startswith("~$"):
        raise BadPackage("source-lock-file", f"{name} 是 Word 打开文件时的临时文件，不是文稿。请选去掉 ~$ 的同名文件")
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        near = _near(path)
        hint = f"是不是 {near}？" if near else "请检查路径和文件名"
        raise BadPackage("source-missing", f"找不到文件 {path}。{hint}") from error
    except IsADirectoryError as error:
        raise BadPackage("source-folder", f"{path} 是文件夹。请指定其中的文件") from error
    except PermissionError as error:
        raise BadPackage("source-permission", f"没有权限读取 {path}。请检查文件权限，或是否正被独占打开") from error
    except (OSError, ValueError) as error:
        raise BadPackage("source-unreadable", f"打不开 {path}。请检查路径") from error
    try:
        info = os.fstat(handle)
        if stat.S_ISDIR(info.st_mode):
            raise BadPackage("source-folder", f"{path} 是文件夹。请指定其中的文件")
        if not stat.S_ISREG(info.st_mode):
            raise BadPackage("source-device", f"{path} 不是普通文件（设备或管道）。请指定磁盘上的文件")
        if info.st_size > limits.file_size:
            raise limits.over("file_size", "文件字节数", info.st_size)
        with os.fdopen(os.dup(handle), "rb") as file:
            data = _whole(file, limits)
    except OSError as error:
        raise BadPackage("source-unreadable", f"读取 {path} 时出错。请重试或换一个位置") from error
    finally:
        os.close(handle)
    return Source(data, name, FileIdentity(os.path.realpath(path), digest([data])))


def _whole(file: BinaryIO, limits: Limits) -> bytes:
    """All that a file holds, by pieces: asked for the most that it may hold, Python would take the room for that at once."""
    pieces: list[bytes] = []
    while piece := file.read(min(_PIECE, limits.file_size + 1)):
        pieces.append(piece)
        if (size := sum(map(len, pieces))) > limits.file_size:  # it grew since its size was told
            raise limits.over("file_size", "文件字节数", size)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _near(path: Path) -> str:
    """A file of the same folder that was probably meant: of that name with a suffix, else of the nearest name; or nothing."""
    try:
        names = sorted(
            one.name for one in path.parent.iterdir() if one.is_file() and not one.name.startswith(("~$", "."))
        )
    except (OSError, ValueError):
        return ""
    whole = sorted(
        (name for name in names if Path(name).stem == path.name), key=lambda name: not name.endswith(".docx")
    )
    found = whole or get_close_matches(path.name, names, 1, 0.8)
    return str(path.with_name(found[0])) if found else ""
