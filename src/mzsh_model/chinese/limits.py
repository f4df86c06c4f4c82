"""Words that say by when and name no day: 即知即改, 长期坚持, 贯穿全年, 从即日起."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(files("mzsh_model.chinese").joinpath("limits.toml").read_text(encoding="utf-8"))
    return {row["name"]: tuple(row["words"]) for row in table["limit"]}


def limit_firsts(name: str) -> str:
    """Return the characters that the words of a sense begin with, for a class of a pattern."""
    return "".join(sorted({re.escape(word[0]) for word in _table()[name]}))


def limit_words(name: str) -> str:
    """Return the words of a sense (`once`, `good`, `year`, `now`, `event`) as alternatives of a pattern, longest first.

    >>> "即知即改" in limit_words("once").replace(r"\\s?", "")
    True
    """
    words = sorted(_table()[name], key=len, reverse=True)
    return "|".join(r"\s?".join(map(re.escape, word)) for word in words)
