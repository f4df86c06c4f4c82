"""Which files of the paths that a person names are documents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".wps", ".rtf", ".txt", ".md"})
"""What is looked at in a folder; formats that cannot be read are named in the report, not passed over."""


@dataclass(slots=True)
class Found:
    """The documents found, in a fixed order, and how many other files were passed over."""

    paths: list[Path] = field(default_factory=list[Path])
    lock_files: int = 0
    others: int = 0


def find_documents(
    paths: Iterable[str | os.PathLike[str]],
    *,
    without: str | os.PathLike[str] | None = None,
    suffixes: frozenset[str] = SUFFIXES,
) -> Found:
    """Return the documents among `paths`; folders are walked, a file named by hand is taken whatever it is called.

    `without` is a folder that is passed over where it is met on a walk; `suffixes` are those that are taken there.
    """
    found = Found()
    avoided = None if without is None else os.path.realpath(without)
    for path in map(Path, paths):
        if not path.is_dir():
            found.paths.append(path)
            continue
        for file in _walk(path, avoided):
            if file.name.startswith("~$"):
                found.lock_files += 1
            elif file.suffix.lower() in suffixes:
                found.paths.append(file)
            else:
                found.others += 1
    return found


def _walk(folder: Path, avoided: str | None) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and (avoided is None or os.path.realpath(Path(here, name)) != avoided)
        )
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(here) / name
