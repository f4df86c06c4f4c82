"""Words that fill a cell and say nothing of their own: 无, 待定, 尽快, 各相关科室, 同上."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern

_AND = lazy_pattern("[、，,；;和及]")
_MARKS = " \t\n\u3000。.；;，,、：:（）()【】[]"


class _Unsaid(NamedTuple):
    words: frozenset[str]
    of: frozenset[str] | None


class _Table(NamedTuple):
    unsaid: tuple[_Unsaid, ...]
    ditto: frozenset[str]
    everybody: re.Pattern[str]


@cache
def _table() -> _Table:
    table = tomllib.loads(files("mzsh_model.chinese").joinpath("unsaid.toml").read_text(encoding="utf-8"))
    rows = (_Unsaid(frozenset(row["words"]), frozenset(row["of"]) if "of" in row else None) for row in table["unsaid"])
    all_of = table["everybody"]
    words, each = ("|".join(map(re.escape, all_of[name])) for name in ("words", "each"))
    return _Table(
        tuple(rows),
        frozenset(table["ditto"]["words"]),
        re.compile(rf"(?:{words}|(?:各个?|每个|每[名位]|全体)(?:{each}))(?:负责人|主要负责人|书记)?"),
    )


@cache
def _words(field: str) -> frozenset[str]:
    """All that leaves a field unsaid."""
    return frozenset(word for row in _table().unsaid if row.of is None or field in row.of for word in row.words)


def is_unsaid(text: str, field: str) -> bool:
    """Tell whether `text`, all of a cell or of what stands behind a label, leaves `field` (`owner`, `due`) unsaid.

    >>> is_unsaid("待定", "due"), is_unsaid("尽快。", "due"), is_unsaid("尽快", "measure")
    (True, True, False)
    """
    bare = "".join(text.split()).strip(_MARKS)
    return not bare or bare in _words(field)


def is_everybody(text: str) -> bool:
    """Tell whether `text`, who answers for a thing, is all of a known group and no one of it: 班子成员, 各支部、各科室.

    >>> is_everybody("全体班子成员"), is_everybody("各支部、各科室"), is_everybody("张三、各支部")
    (True, True, False)
    """
    everybody = _table().everybody
    named = _AND.split("".join(text.split()).strip(_MARKS))
    return all(everybody.fullmatch(one) is not None for one in named)


def is_ditto(text: str) -> bool:
    """Tell whether a cell says what the cell above it says: 同上, 〃."""
    return "".join(text.split()) in _table().ditto


_COUNTED = lazy_pattern(r"(?:\d+|[一两二三四五六七八九十百]+|各|每)[个名家所]")


def names_thing(words: str) -> bool:
    """Tell whether words that stand where somebody answers for a thing may name the thing itself: 我分管的会议."""
    return "的" in words or _COUNTED.match(words) is not None
