"""Names of files as a browser sends them, made into places below a folder: none leads out of it, none is anybody's command."""

from __future__ import annotations

from pathlib import PurePosixPath

_FORBIDDEN = frozenset('<>:"|?*')
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
_LONGEST = 180
"""So many bytes of UTF-8 a part of a name may have; file systems take 255, and copies get longer names."""
_DEEPEST = 8


def place_below(name: str) -> PurePosixPath | None:
    """Return where a file that was sent under `name` is to stand; None where nothing is left of the name.

    >>> place_below("材料/个人/张三.docx"), place_below("../../etc/passwd"), place_below("C:\\\\材料\\\\a?.docx")
    (PurePosixPath('材料/个人/张三.docx'), PurePosixPath('etc/passwd'), PurePosixPath('C_/材料/a_.docx'))
    """
    parts = [held for part in name.replace("\\", "/").split("/") if (held := _part(part))]
    return PurePosixPath(*parts[:-1][: _DEEPEST - 1], parts[-1]) if parts else None


def numbered(place: PurePosixPath, number: int) -> PurePosixPath:
    """Return the place beside `place` for another file of that name.

    >>> numbered(PurePosixPath("个人/张三.docx"), 2)
    PurePosixPath('个人/张三 (2).docx')
    """
    return place.with_name(f"{place.stem} ({number}){place.suffix}")


def _part(part: str) -> str:
    kept = "".join("_" if c in _FORBIDDEN or not c.isprintable() else c for c in part).strip(" ").rstrip(". ")
    stem, dot, suffix = kept.rpartition(".")
    stem, suffix = (stem, dot + suffix) if dot and len(suffix.encode()) <= 8 else (kept, "")
    if stem.lower() in _DEVICES:
        stem = f"_{stem}"
    return stem.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore") + suffix
