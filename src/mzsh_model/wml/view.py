"""Which state of a revised document is read."""

from __future__ import annotations

from enum import StrEnum


class View(StrEnum):
    """FINAL: as if every tracked change were accepted; ORIGINAL: as if every one were rejected."""

    FINAL = "final"
    ORIGINAL = "original"
