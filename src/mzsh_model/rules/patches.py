"""What puts a finding right where that takes a few characters: which stand where, and which come in their place."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.outline.lines import Line


class Patch(NamedTuple):
    """Characters `start` to `end` of a line (its number counted from 1), which say `old` and are to say `new`."""

    line: int
    start: int
    end: int
    old: str
    new: str


def patch_line(line: Line, start: int, end: int, new: str) -> tuple[Patch, ...]:
    """Return the patch of some characters of a line; none where Word computes them as a number."""
    if start < line.auto:
        return ()
    return (Patch(line.number, start, end, line.text[start:end], new),)
