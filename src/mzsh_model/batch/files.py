"""Which files of the paths that a person names are documents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TypeVar

from mzsh_model.batch.ours import COPIES

P = TypeVar("P", bound=PurePath)
SUFFIXES = frozenset(
    (
        ".docx",
        ".docm",
        ".dotx",
        ".dotm",
        ".doc",
        ".wps",
        ".xlsx",
        ".xls",
        ".et",
        ".rtf",
        ".txt",
        ".md",
        ".pdf",
        ".ofd",
        ".odt",
        ".wpt",
        ".uot",
    )
)
"""What is looked at in a folder; formats that cannot be read are named in the report, not passed over."""


@dataclass(slots=True)
class Found:
    """The documents found, in a fixed order, and how many other files were passed over.

    `copies` are what this library wrote beside drafts that were found, too; `unchanged` were checked before and are the same;
    `links` lead out of the folder that they were met in.
    """

    paths: list[Path] = field(default_factory=list[Path])
    lock_files: int = 0
    copies: int = 0
    others: int = 0
    unchanged: int = 0
    links: int = 0


def find_documents(
    paths: Iterable[str | os.PathLike[str]],
    *,
    without: str | os.PathLike[str] | None = None,
    suffixes: frozenset[str] = SUFFIXES,
    beside: Iterable[str | os.PathLike[str]] = (),
) -> Found:
    """Return the documents among `paths`, each once; folders are walked, a file named by hand is taken whatever it is called.

    A link met on a walk that leads out of its folder is not followed: who names a folder means what is in it.

    `without` is a folder that is passed over where it is met on a walk, and so are the files `beside`: results of this run.
    `suffixes` are those that are taken there. Of `张三.docx` and `张三.批注.docx` met on one walk the second is a copy of ours,
    not another draft.
    """
    found = Found()
    results = {os.path.realpath(one) for one in beside}
    avoided = None if without is None else os.path.realpath(without)
    for path in map(Path, paths):
        if not os.path.isdir(path):
            found.paths.append(path)
            continue
        met = [file for file in _walk(path, avoided) if _real(file) not in results]
        there = set(met)
        root = os.path.join(os.path.realpath(path), "")
        for file in met:
            if not _real(file).startswith(root):
                found.links += 1
            elif file.name.startswith("~$"):
                found.lock_files += 1
            elif file.suffix.lower() not in suffixes:
                found.others += 1
            elif not there.isdisjoint(drafts_of(file, path)):
                found.copies += 1
            else:
                found.paths.append(file)
    once: dict[str, Path] = {}
    for file in found.paths:
        once.setdefault(_real(file) or str(file), file)
    found.paths = list(once.values())
    return found


def _real(file: Path) -> str:
    """Where a file really stands; empty where the system does not tell where its link leads."""
    try:
        return os.path.realpath(file)
    except OSError:
        return ""


def drafts_of(file: P, root: P) -> Iterator[P]:
    """Yield where the draft of a file of ours may stand below `root`: beside it, or where the folder of copies repeats folders."""
    for made in COPIES:
        if file.stem.endswith(made):
            name = file.stem.removesuffix(made) + file.suffix
            yield file.with_name(name)
            folders = file.parent.relative_to(root).parts
            for n in range(len(folders)):
                yield root.joinpath(*folders[:n], *folders[n + 1 :], name)


def _walk(folder: Path, avoided: str | None) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and (avoided is None or _real(Path(here, name)) != avoided)
        )
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(here) / name
