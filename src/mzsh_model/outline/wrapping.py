"""Hard line wraps: paragraphs cut into lines of one width, as PDF copies and old terminals leave them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from unicodedata import east_asian_width

from mzsh_model.kernel.patterns import lazy_pattern

ENDS = frozenset('。！？：；!?:;.．…”"’）)】')
PAGE_NUMBER = lazy_pattern(
    r"\s*(?:[-–—－─·]{1,2}\s*\d{1,4}\s*[-–—－─·]{1,2}|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
    r"|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)\s*",
    re.IGNORECASE,
)
"""A line that is only a page number."""

_FEWEST = 6
_FEW = 3
_SHARE = 0.4
_MOST = 0.6
_WIDE = 48
_SLACK = 4
_AMID = lazy_pattern("[，。；].*(?<!方面)(?<!问题)(?<!情况)$")


def breaks_off(line: str) -> bool:
    """Tell whether a line is no heading and breaks off: a sentence or a clause ended in it, and another did not."""
    return line[-1] not in ENDS and _AMID.search(line) is not None


def width(text: str) -> int:
    """Columns that `text` takes in a terminal: two for a wide character, one for any other."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def wrap_width(lines: Sequence[str]) -> int | None:
    """Return the column at which `lines` were wrapped, None where they are whole paragraphs.

    Told by many lines that break off without a closing mark at one and the same width, or by a few if they break off amid a
    sentence and hardly a line is as long that does not; a lone long line proves nothing.
    """
    written = [line.strip() for line in lines if line.strip()]
    # the guard is cheap: a document of whole paragraphs ends nearly all of its longer lines with a mark
    broken = [line for line in written if len(line) > 12 and line[-1] not in ENDS]
    if len(broken) < _FEW or not _are_longest(broken, written):
        return None
    widths = Counter(width(line) for line in broken)
    widest = max(widths)
    near = sum(n for w, n in widths.items() if w >= widest - 2 * _SLACK)
    if near < 0.7 * len(broken) or max(width(line) for line in written) > widest + 2 * _SLACK:
        return None
    if len(broken) >= _FEWEST and len(broken) >= _SHARE * len(written):
        return widest
    full = [line for line in written if is_full(line, widest)]
    amid = sum(map(breaks_off, full))
    return widest if widest >= _WIDE and amid >= _FEW and amid >= _MOST * len(full) else None


def _are_longest(broken: Sequence[str], written: Sequence[str]) -> bool:
    """Whether hardly a line is as long as those that break off and does not: by characters, which costs next to nothing."""
    most = max(map(len, broken))
    if max(map(len, written)) > 2 * most:
        return False
    least = 0.8 * most
    return 2 * sum(n >= least for n in map(len, broken)) >= sum(n >= least for n in map(len, written))


def is_full(line: str, at: int, indent: str = "") -> bool:
    """Tell whether `line` behind its `indent` reaches the wrapping column `at`, give or take what keeps marks off a line's start."""
    return width(line.strip()) + width(indent) >= at - 2 * _SLACK
