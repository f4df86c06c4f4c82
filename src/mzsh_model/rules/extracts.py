"""Tables that say of themselves that they hold only some of what there is: no total can be held against them."""

from __future__ import annotations

import re
from functools import lru_cache

from mzsh_model.rules.context import Context
from mzsh_model.rules.senses import sense
from mzsh_model.rules.words import any_of


def is_extract(ctx: Context) -> bool:
    """Whether the text around the tables of a document says that they hold only some."""
    lines = ctx.source.outline.lines if ctx.source is not None else ()
    return any(lists_only_some(line.text) for line in lines if line.cell is None)


def lists_only_some(text: str) -> bool:
    """Whether a text beside a list says that it holds only some: 其余从略, 本表只列未完成的, 摘要如下.

    >>> lists_only_some("（其余见续表）"), lists_only_some("其余6个正在推进。")
    (True, False)
    """
    return _some().search(text) is not None


@lru_cache(maxsize=1)
def _some() -> re.Pattern[str]:
    rest, elsewhere, here, picked, lists = (
        any_of(sense("some", name)).pattern for name in ("rest", "elsewhere", "here", "picked", "lists")
    )
    return re.compile(
        rf"(?:{rest})[^，。；\n]{{0,10}}?(?:{elsewhere})|(?:{here})[^，。；\n]{{0,4}}?(?:{picked})"
        rf"|(?:{lists})(?:如下|于下|[：:）)]|$)"
    )
