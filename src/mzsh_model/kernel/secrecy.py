"""The mark (密级) of a paper that must not be on an ordinary computer."""

from __future__ import annotations

import re

from mzsh_model.kernel.patterns import lazy_pattern

_GRADE = r"(?:绝\s*密|机\s*密|秘\s*密)"
_MARK = lazy_pattern(
    rf"{_GRADE}\s*(?:★|☆|\*)\s*(?:\d+\s*年|长期)?|^\s*{_GRADE}\s*$|密\s*级\s*[:：]\s*{_GRADE}(?:\s*\d+\s*年)?"
)


def secrecy_mark(text: str) -> re.Match[str] | None:
    """Return where a line carries a secrecy mark, None where it carries none.

    >>> secrecy_mark("机密★1年　某局党组")[0], secrecy_mark("保守国家秘密")
    ('机密★1年', None)
    """
    return _MARK.search(text) if "密" in text else None
