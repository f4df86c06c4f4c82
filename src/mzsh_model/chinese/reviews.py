"""Names and words of reviewing a paper before it is used, from the one table `reviews.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from mzsh_model.kernel.spelling import fold

FIELDS = ("stage", "by", "on", "decision", "version")
"""What is told of one review, as the model calls it."""


@cache
def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    table = tomllib.loads(files("mzsh_model.chinese").joinpath("reviews.toml").read_text(encoding="utf-8"))
    return {part: {name: tuple(words) for name, words in held.items()} for part, held in table.items()}


def review_names() -> dict[str, str]:
    """Return the names that stand before a colon, with the field that each names."""
    return {name: field for field in FIELDS for name in _table()[field]["names"]}


def review_field(text: str, *, beside: bool = False) -> str | None:
    """Return the field that a cell names; `beside`: that the table is one of reviews is known.

    >>> review_field("审核人"), review_field("时间"), review_field("时间", beside=True)
    ('by', None, 'on')
    """
    bare = fold(text).rstrip(":")
    for field in FIELDS:
        held = _table()[field]
        if bare in held["names"] or (beside and bare in held["beside"]):
            return field
    return None


def review_acts() -> tuple[str, ...]:
    """Return the words for what a reviewer does, the longest first."""
    return tuple(sorted(_table()["acts"]["words"], key=len, reverse=True))


def decisions() -> tuple[str, ...]:
    """Return the words of decisions, the longest first."""
    return tuple(sorted((*_table()["agreed"]["words"], *_table()["sent_back"]["words"]), key=len, reverse=True))


def agrees(decision: str) -> bool:
    """Tell whether by this decision a paper may be used as it is.

    >>> agrees("同意提交会议"), agrees("修改完善后同意"), agrees("退回重写")
    (True, False, False)
    """
    said = "".join(decision.split())
    back = any(word in said for word in _table()["sent_back"]["words"])
    return not back and any(word in said for word in _table()["agreed"]["words"])
