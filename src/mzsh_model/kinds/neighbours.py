"""Documents that stand beside ours (方案, 通知, 主持词, 通报 …): known by their own names, so that nothing judges them as ours."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from mzsh_model.kernel.patterns import lazy_pattern

_MANY = 3
_BRACKETED = lazy_pattern(r"[（(][^（）()]{0,20}[）)]\s*$")
_DRAFT = lazy_pattern(r"(?:初稿|草稿|征求意见稿|送审稿|修改稿|稿)$")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One kind as the table has it: its name, and what its titles and its text look like."""

    name: str
    titles: tuple[re.Pattern[str], ...]
    unless: tuple[str, ...]
    form: tuple[str, ...]
    with_table: bool | Literal["in chapters"]

    def bears_table(self, *, in_chapters: bool) -> bool:
        """Whether a document with a ledger's table may be of this kind; `in_chapters`: it says something in chapters beside it."""
        return in_chapters if self.with_table == "in chapters" else self.with_table

    def is_titled(self, title: str) -> bool:
        """Whether a title says that a document is of this kind."""
        return any(pattern.search(title) for pattern in self.titles) and not any(word in title for word in self.unless)


@lru_cache(maxsize=1)
def _neighbours() -> tuple[Neighbour, ...]:
    table = tomllib.loads(files("mzsh_model.kinds").joinpath("neighbours.toml").read_text(encoding="utf-8"))
    return tuple(
        Neighbour(
            one["name"],
            tuple(re.compile(words) for words in one["title"]),
            tuple(one.get("unless", ())),
            tuple(one.get("form", ())),
            one.get("with_table", True),
        )
        for one in table["kind"]
    )


def neighbour_by_title(title: str, *, has_ledger: bool, in_chapters: bool = False) -> str:
    """Return the name of the neighbouring kind that a title tells, empty for none.

    `has_ledger`: it holds a ledger's table, `in_chapters`: and says something in chapters beside it.

    >>> neighbour_by_title("某局2025年度民主生活会实施方案（送审稿）", has_ledger=False)
    '会议方案'
    """
    bare = _BRACKETED.sub("", "".join(title.split()))
    words = bare if bare.endswith(("讲话稿", "主持稿")) else _DRAFT.sub("", bare)
    kinds = (one for one in _neighbours() if not has_ledger or one.bears_table(in_chapters=in_chapters))
    return next((one.name for one in kinds if one.is_titled(words)), "")


def neighbour_by_form(text: str) -> str:
    """Return the name of the neighbouring kind that a text without a telling title has at least three marks of, else empty."""
    best = max(_neighbours(), key=lambda one: sum(mark in text for mark in one.form))
    return best.name if sum(mark in text for mark in best.form) >= _MANY else ""
