"""Small folders of a meeting beside the rules that compare papers: what each must strike, and what it must leave alone.

All are made from one consistent folder (`base.toml`): files taken out, put in, or with words replaced.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import cast

_HOME = "cross/examples"


@dataclass(frozen=True, slots=True)
class FolderSample:
    """One folder: the texts by path, what was changed in it, and of every finding its places as path and quote.

    A good one has no findings.
    """

    code: str
    files: Mapping[str, str]
    changes: tuple[str, ...]
    findings: tuple[tuple[tuple[str, str], ...], ...]


@lru_cache(maxsize=1)
def consistent_folder() -> Mapping[str, str]:
    """Return the texts of the folder in which everything agrees, by path."""
    table = tomllib.loads(files("mzsh_model.rules").joinpath(f"{_HOME}/base.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: one["text"].lstrip() for name, one in table.items()})


def folder_samples(code: str) -> tuple[FolderSample, ...]:
    """Return the folders of one rule, bad ones first.

    Raises:
        FileNotFoundError: the rule has none.
        ValueError: a text to be replaced is not there exactly once: a slip of its author.
    """
    home = files("mzsh_model.rules").joinpath(f"{_HOME}/{code.lower()}.toml")
    table = tomllib.loads(home.read_text(encoding="utf-8"))
    return tuple(_sample(code, one) for kind in ("bad", "good") for one in table.get(kind, ()))


def _sample(code: str, one: dict[str, object]) -> FolderSample:
    texts = dict(consistent_folder())
    changes: list[str] = []
    for name in _table(one, "without"):
        del texts[str(name)]
        changes.append(f"去掉《{name}》")
    for name, text in _pairs(one, "with"):
        texts[name] = str(text).lstrip()
        changes.append(f"加上《{name}》")
    for name, pairs in _pairs(one, "edits"):
        for old, new in cast(list[tuple[str, str]], pairs):
            if texts[name].count(old) != 1:
                raise ValueError(f"{code}: {name} has {old!r} {texts[name].count(old)} times")
            texts[name] = texts[name].replace(old, new)
            was, now = (" ⏎ ".join(text.strip().splitlines()) for text in (old, new))
            changes.append(f"《{name}》里的“{was}”改成“{now}”" if now else f"《{name}》里去掉“{was}”")
    told = tuple(tuple((str(at[0]), str(at[1])) for at in places) for places in _lists(one))
    return FolderSample(code, texts, tuple(changes), told)


def _table(one: dict[str, object], key: str) -> list[object]:
    held = one.get(key, [])
    return cast(list[object], held)


def _pairs(one: dict[str, object], key: str) -> list[tuple[str, object]]:
    held = one.get(key, {})
    return [(name, value) for name, value in cast(dict[str, object], held).items()]


def _lists(one: dict[str, object]) -> list[list[list[str]]]:
    return cast(list[list[list[str]]], one.get("findings", []))
