"""Where an assistant may look, and where it may write."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from mzsh_model.kernel.errors import InputError


@dataclass(frozen=True, slots=True)
class Place:
    """The folder that may be read, and the one that copies may be written into (None where none may)."""

    folder: Path
    copies: Path | None = None

    def inside(self, name: str) -> Path:
        """Return the file or folder that is called so, from the folder or in full.

        Raises:
            InputError: it is not there, or stands outside the folder.
        """
        path = self.folder / name
        real, root = os.path.realpath(path), os.path.realpath(self.folder)
        if real != root and not real.startswith(os.path.join(root, "")):
            raise InputError(
                "path-outside", f"{name} 不在 {self.folder} 里面，不能看。请把它放进去，或换一个文件夹启动"
            )
        if not path.exists():
            raise InputError("path-missing", f"{self.folder} 里没有 {name}。请核对文件名")
        return path
