"""What is done at a meeting, by the words of `agenda.toml`: two papers that name one act tell of it, whatever else they say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from mzsh_model.rules.cross.wording import AKIN, covered


@cache
def _acts() -> tuple[tuple[str, ...], ...]:
    table = tomllib.loads(files("mzsh_model.chinese").joinpath("agenda.toml").read_text(encoding="utf-8"))
    return tuple(tuple(act["words"]) for act in table["act"])


@lru_cache(maxsize=8192)
def acts_of(text: str) -> frozenset[int]:
    """Return which acts a text names."""
    return frozenset(n for n, words in enumerate(_acts()) if any(word in text for word in words))


def is_told(item: str, texts: Iterable[str]) -> bool:
    """Tell whether one of the texts tells of what an item of an agenda says: one act of it, or most of its words.

    >>> is_told("通报上年度整改落实情况", ["会议通报了整改措施落实情况。"]), is_told("民主测评", ["张三作总结讲话。"])
    (True, False)
    """
    wanted = acts_of(item)
    return any((wanted & acts_of(text)) or covered(item, text) > 2 * AKIN for text in texts)
