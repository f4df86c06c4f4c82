"""Files that a unit keeps beside its drafts: where they are, and how their entries name a draft."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def above(name: str, draft: Path) -> Iterator[Path]:
    """Yield the files `name` in the folder of a draft (or in the folder that it is) and above it, the nearest first."""
    here = Path(os.path.realpath(draft))
    for folder in (here, *here.parents) if os.path.isdir(here) else here.parents:
        if os.path.isfile(found := folder / name):
            yield found


def nearest(name: str, drafts: Iterable[Path]) -> Path | None:
    """Return the nearest file `name` in the folder of the first draft or above it, None where there is none."""
    return next((found for draft in drafts for found in above(name, draft)), None)


def folder_of(paths: Iterable[Path]) -> Path:
    """Return the folder that holds everything that was named: the one that was, or that of the files.

    Raises:
        ValueError: there is none: nothing was named, or things on several disks.
    """
    return Path(os.path.commonpath([os.path.realpath(path if os.path.isdir(path) else path.parent) for path in paths]))


def folder_for(paths: Iterable[Path]) -> Path:
    """Return the folder that holds everything that was named, else that of the first that was, else the one we are in."""
    named = tuple(paths)
    try:
        return folder_of(named)
    except ValueError:
        return folder_of(named[:1]) if named else Path(".")


def named_from(folder: Path, draft: str | os.PathLike[str]) -> str:
    """Return how a draft is called in a file that stands in `folder`: relative to it, with `/`; absolute on another disk."""
    real = os.path.realpath(draft)
    try:
        return Path(os.path.relpath(real, os.path.realpath(folder))).as_posix()
    except ValueError:
        return Path(real).as_posix()


def is_below(path: str | os.PathLike[str], folder: str | os.PathLike[str]) -> bool:
    """Tell whether a file stands in a folder, or is it, links of both followed.

    Raises:
        OSError: the system refuses to look.
        ValueError: no file can have that name.
    """
    real, root = os.path.realpath(path), os.path.realpath(folder)
    return real == root or real.startswith(os.path.join(root, ""))


def is_same(one: str | os.PathLike[str], other: str | os.PathLike[str]) -> bool:
    """Tell whether two names lead to one file that is there."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def shown(path: Path) -> str:
    """Return how a file is told to whoever runs this: relative to where they are if it is below, else whole."""
    here = Path.cwd()
    real = Path(os.path.realpath(path))
    return str(real.relative_to(here)) if real.is_relative_to(here) else str(path)
