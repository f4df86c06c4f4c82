"""Hard line wraps: paragraphs cut into lines of one width, as PDF copies and old terminals leave them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from unicodedata import east_asian_width

from mzsh_model.kernel.patterns import lazy_pattern

_ENDS = frozenset('。！？：；!?:;.．…”"’）)】')
PAGE_NUMBER = lazy_pattern(
    r"\s*(?:[-–—－─·]{1,2}\s*\d{1,4}\s*[-–—－─·]{1,2}|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
    r"|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)\s*",
    re.IGNORECASE,
)
"""A line that is only a page number."""

_FEWEST = 6
_SHARE = 0.4
_SLACK = 4


def width(text: str) -> int:
    """Columns that `text` takes in a terminal: two for a wide character, one for any other."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def wrap_width(lines: Sequence[str]) -> int | None:
    """Return the column at which `lines` were wrapped, None where they are whole paragraphs.

    Told by many lines that break off without a closing mark at one and the same width; a lone long line proves nothing.
    """
    written = [line.strip() for line in lines if line.strip()]
    # the guard is cheap: a document of whole paragraphs ends nearly all of its longer lines with a mark
    broken = [line for line in written if len(line) > 12 and line[-1] not in _ENDS]
    if len(broken) < _FEWEST or len(broken) < _SHARE * len(written):
        return None
    widths = Counter(width(line) for line in broken)
    widest = max(widths)
    near = sum(n for w, n in widths.items() if w >= widest - 2 * _SLACK)
    if near < 0.7 * len(broken) or max(width(line) for line in written) > widest + 2 * _SLACK:
        return None
    return widest


def is_full(line: str, at: int) -> bool:
    """Tell whether `line` reaches the wrapping column `at`, give or take what keeps punctuation off a line's start."""
    return width(line.strip()) >= at - 2 * _SLACK
