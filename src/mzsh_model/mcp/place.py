"""Where an assistant may look, and where it may write."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from mzsh_model.batch.beside import is_below
from mzsh_model.kernel.errors import InputError

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Place:
    """The folder that may be read, and the one that copies may be written into (None where none may)."""

    folder: Path
    copies: Path | None = None

    def inside(self, name: str) -> Path:
        """Return the file or folder that is called so, from the folder or in full.

        Raises:
            InputError: it is not there, or stands outside the folder, or nothing can be called so.
        """
        path = self.folder / name
        try:
            below, there = is_below(path, self.folder), _is_there(path)
        except (OSError, ValueError) as error:  # too long, or with characters that no name has
            raise InputError(
                "path-name", f"没有文件能叫 {_short(name)}：太长，或有不能用的字符。请核对文件名"
            ) from error
        if not below:
            raise InputError(
                "path-outside", f"{_short(name)} 不在 {self.folder} 里面，不能看。请把它放进去，或换一个文件夹启动"
            )
        if not there:
            raise InputError("path-missing", f"{self.folder} 里没有 {_short(name)}。请核对文件名")
        return path


def _is_there(path: Path) -> bool:
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
