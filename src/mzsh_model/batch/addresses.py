"""Drafts that stand elsewhere: by an address that fsspec knows (`memory://`, `zip://…::…`, `s3://`, …).

Nothing is fetched from anywhere but the addresses that a person names. `file://` is a path of this machine like any other.
"""

from __future__ import annotations

import io
import os
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol, cast
from urllib.parse import unquote, urlsplit

from mzsh_model.batch.files import SUFFIXES, Found, drafts_of
from mzsh_model.document.document import Document
from mzsh_model.document.opening import open_document
from mzsh_model.kernel.errors import BadEdit, BadPackage, MzshError
from mzsh_model.opc.limits import Limits
from mzsh_model.opc.source import digest

_LOCAL = "file"


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a draft, or of a folder of them, as a person wrote it or as its file system names it."""

    url: str

    def __str__(self) -> str:
        return self.url

    @property
    def path(self) -> PurePosixPath:
        """The path in its file system: of `zip://甲/乙.docx::s3://…` the path in the archive."""
        return PurePosixPath(self.url.partition("::")[0].partition("://")[2])


Draft = Path | Address


class _System(Protocol):
    """What is used of a file system of fsspec, which says little of its types."""

    def isdir(self, path: str) -> bool: ...
    def find(self, path: str) -> list[str]: ...
    def unstrip_protocol(self, name: str) -> str: ...
    def open(self, path: str, mode: str) -> BinaryIO: ...


def located(named: str | os.PathLike[str] | Address) -> Draft:
    """Return the draft or the folder that is named: a path, or an address."""
    if isinstance(named, Address):
        return named
    told = os.fspath(named)
    if "://" not in told:
        return Path(named)
    parts = urlsplit(told)
    if parts.scheme != _LOCAL:
        return Address(told)
    return Path(unquote(parts.path) if parts.netloc in ("", "localhost") else told)


def find_at(addresses: Iterable[Address], found: Found) -> list[Address]:
    """Return the drafts at addresses, each once, in the order of their names; what is passed over is counted in `found`.

    Raises:
        BadEdit: fsspec (extra `url`) is not installed.
        BadPackage: nothing is there, or nobody answers; the message names the address.
    """
    drafts: dict[Address, None] = {}
    for address in addresses:
        with _told_of(address):
            system, path = _system(address)
            if not system.isdir(path):
                drafts[address] = None
                continue
            chain = "".join(address.url.partition("::")[1:])
            met = [Address(system.unstrip_protocol(name) + chain) for name in sorted(system.find(path))]
        names = {one.path for one in met}
        root = Address(system.unstrip_protocol(path) + chain).path
        for one in met:
            inner = one.path.relative_to(root) if one.path.is_relative_to(root) else one.path
            if any(part.startswith(".") for part in inner.parts):
                continue
            if one.path.name.startswith("~$"):
                found.lock_files += 1
            elif one.path.suffix.lower() not in SUFFIXES:
                found.others += 1
            elif not names.isdisjoint(drafts_of(one.path, root)):
                found.copies += 1
            else:
                drafts[one] = None
    return list(drafts)


def open_draft(draft: Draft) -> Document:
    """Open a draft where it stands.

    Raises:
        BadEdit: fsspec (extra `url`) is not installed.
        BadPackage: it cannot be read; one line says what and what to do.
    """
    if isinstance(draft, Path):
        return open_document(draft)
    return open_document(_Named(_fetched(draft), draft.path.name))


def content_at(address: Address) -> str:
    """Return the SHA-256 of what stands at an address, empty where it cannot be read."""
    try:
        return digest([_fetched(address)]).hex()
    except MzshError:
        return ""


def _fetched(address: Address) -> bytes:
    """What stands there, and not much more of it than may be read."""
    with _told_of(address):
        system, path = _system(address)
        with system.open(path, "rb") as file:
            return file.read(Limits().file_size + 1)


class _Named(io.BytesIO):
    """Bytes that know what their file is called."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def _system(address: Address) -> tuple[_System, str]:
    try:
        module = import_module("fsspec.core")
    except ImportError as error:
        raise BadEdit("url-extra", "读网址要先安装：pip install 'mzsh-model[url]'") from error
    return cast(tuple[_System, str], module.url_to_fs(address.url))


@contextmanager
def _told_of(address: Address) -> Generator[None]:
    """Whatever a file system says of its own, in one line of ours."""
    try:
        yield
    except MzshError:
        raise
    except FileNotFoundError as error:
        raise BadPackage("source-missing", f"找不到 {address}。请检查网址") from error
    except ImportError as error:
        said = f"读 {address} 还要装 fsspec 的一个包（如 s3:// 要 s3fs，sftp:// 要 paramiko）"
        raise BadPackage("source-protocol", said) from error
    except Exception as error:  # each file system has errors of its own
        said = f"读不了 {address}（{type(error).__name__}）。请检查网址、权限，对方是否开着"
        raise BadPackage("source-unreadable", said) from error
