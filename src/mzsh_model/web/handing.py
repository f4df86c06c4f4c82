"""Files handed in together: all of them take their places, or everything is as it was before."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from mzsh_model.kernel.errors import InputError, SaveError
from mzsh_model.web.names import numbered, place_below


class Batch:
    """What came together. Left without `stay`, it takes itself back: files that it replaced stand there again."""

    def __init__(self, drafts: Path, beside: Path) -> None:
        """Make a folder in `beside` for what is replaced; it stands on the same disk as `drafts`."""
        self.came: dict[Path, Path | None] = {}
        self._drafts = drafts
        self._folders: list[Path] = []
        self._replaced = tempfile.TemporaryDirectory(dir=beside)
        self._stays = False

    def __enter__(self) -> Batch:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._stays:
            self._back()
        self._replaced.cleanup()

    def stay(self) -> None:
        """Let everything stay where it is."""
        self._stays = True

    def keep(self, name: str, data: BinaryIO) -> None:
        """Put one file into its place; nothing where its name says none. A second one of the same name gets a number.

        Raises:
            InputError: there is a folder of the name of a file, or a file of the name of a folder.
            SaveError: the disk is full, or does not take the name.
        """
        place = place_below(name)
        if place is None:
            return
        number, target = 1, self._drafts / place
        while target in self.came:
            number += 1
            target = self._drafts / numbered(place, number)
        if target.is_dir() or any(folder.is_file() for folder in _above(target, self._drafts)):
            raise InputError("upload-name", f"{place} 和已经收到的重名，一个是文件，一个是文件夹。请改名再试")
        try:
            self._make_room(target)
            with target.open("wb") as out:
                shutil.copyfileobj(data, out)
        except OSError as error:
            raise SaveError(
                "upload-unstored", "有文件存不下来（磁盘满了，或文件名不合适）。请改短文件名再试"
            ) from error

    def _make_room(self, target: Path) -> None:
        """Make the folders of a file, and put aside the one that has its place."""
        missing = [folder for folder in _above(target, self._drafts) if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir()
            self._folders.append(folder)
        aside = Path(self._replaced.name) / str(len(self.came)) if target.exists() else None
        if aside is not None:
            target.replace(aside)
        self.came[target] = aside

    def _back(self) -> None:
        for target, aside in self.came.items():
            with suppress(OSError):
                target.unlink(missing_ok=True)
                if aside is not None:
                    aside.replace(target)
        for folder in reversed(self._folders):
            with suppress(OSError):
                folder.rmdir()


def _above(target: Path, root: Path) -> list[Path]:
    """The folders between a file and `root`, the nearest first."""
    return [folder for folder in target.parents if folder != root and folder.is_relative_to(root)]
