"""How papers write a unit and its team: 中共某局党组领导班子, 某局党组, 班子."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from mzsh_model.kernel.spelling import fold


class _Words(NamedTuple):
    before: tuple[str, ...]
    after: tuple[str, ...]
    team: frozenset[str]
    legal: tuple[str, ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    table = tomllib.loads(files("mzsh_model.chinese").joinpath("units.toml").read_text(encoding="utf-8"))
    return _Words(tuple(table["before"]), tuple(table["after"]), frozenset(table["team"]), tuple(table["legal"]))


@lru_cache(maxsize=1024)
def bare_unit(name: str) -> str:
    """Return a unit's name without what papers add to it; a name that is nothing else stays.

    >>> bare_unit("中共某局党组领导班子"), bare_unit("某市委")
    ('某局', '某市委')
    """
    bare = fold(name)
    for word in _words().before:
        bare = bare.removeprefix(word)
    while shorter := next((bare.removesuffix(word) for word in _words().after if bare.endswith(word)), ""):
        bare = shorter
    return bare


def may_be_one_unit(one: str, other: str) -> bool:
    """Tell whether two bare names may be of one unit: the shorter leaves out a unit above it, or its form by law.

    >>> may_be_one_unit("教育局", "某县教育局"), may_be_one_unit("某集团", "某集团有限公司")
    (True, True)
    >>> may_be_one_unit("甲局", "乙局")
    False
    """
    forms = [
        next((name.removesuffix(word) for word in _words().legal if name.endswith(word)), name) for name in (one, other)
    ]
    short, long = sorted(forms, key=len)
    return one.endswith(other) or other.endswith(one) or (bool(short) and long.endswith(short))


def is_team(name: str) -> bool:
    """Tell whether the name of whose an entry is means the team and nobody: 班子, 某局党组.

    >>> is_team("班子"), is_team("某局党组领导班子"), is_team("张三")
    (True, True, False)
    """
    return name in _words().team or bare_unit(name) != fold(name)
