"""Text of documents laid out for a terminal."""

from __future__ import annotations

from mzsh_model.kernel.columns import columns
from mzsh_model.kernel.printable import printable


def window(text: str, start: int, end: int, width: int = 64) -> tuple[str, int, int]:
    """Return the part of a long line that shows `start` to `end`, and the two columns between which they stand in it."""
    low = start
    while low > 0 and columns(text[low - 1 : start]) < width // 4:
        low -= 1
    high = max(end, start + 1)
    while high < len(text) and columns(text[low:high]) < width:
        high += 1
    while high > start + 1 and columns(text[low:high]) > width:
        high -= 1
    head = "…" if low > 0 else ""
    shown = head + printable(text[low:high]) + ("…" if high < len(text) else "")
    begin = columns(head + printable(text[low:start]))
    return shown, begin, begin + max(columns(printable(text[start : min(end, high)])), 1)
