"""Edits as replacements of byte ranges: everything outside them stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mzsh_model.kernel.errors import BrokenLaw


class Splice(NamedTuple):
    """Bytes `start` to `end` of a part are replaced by `new`; an insertion has `start == end`."""

    start: int
    end: int
    new: bytes


def spliced(xml: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the part with all splices done; insertions at one place stand in the order in which they are given.

    Raises:
        BrokenLaw: two splices overlap.
    """
    out: list[bytes] = []
    at = 0
    for start, end, new in sorted(splices, key=lambda s: s[:2]):
        if start < at:
            raise BrokenLaw("law-locality", "两处改动重叠，是本工具的缺陷，请报告；文件没有改动")
        out += [xml[at:start], new]
        at = end
    return b"".join([*out, xml[at:]])
