"""The names that stand for others in a redacted paper: 人员01, 职务02, 单位03. Such a paper reads as it read before."""

from __future__ import annotations

from enum import StrEnum

from mzsh_model.kernel.patterns import lazy_pattern


class Sort(StrEnum):
    """A sort of words that tell of whom a paper speaks; the value is what the codes for it begin with."""

    PERSON = "人员"
    POST = "职务"
    UNIT = "单位"
    CONTACT = "联系方式"
    NUMBER = "号码"
    DATE = "日期"


DIGITS = r"\d{2,4}"
"""What follows in a code, for the patterns of readers."""
CODE = lazy_pattern(rf"(?P<sort>{'|'.join(Sort)}){DIGITS}")


def is_code(word: str, sort: Sort | None = None) -> bool:
    """Tell whether a word is a code, of that sort if one is given.

    >>> is_code("人员01"), is_code("人员01", Sort.POST), is_code("人员")
    (True, False, False)
    """
    found = CODE.fullmatch(word.strip())
    return found is not None and sort in (None, found["sort"])
