"""The names of a ledger's columns, of labels and of fields in prose, from the one table `fields.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold

WHOLE, FIRST, ENDING, MAYBE, CONTAINED = 8, 6, 5, 4, 3
"""What a name weighs: all of it, the first of two names, its last word, a name of several fields, another word."""

_JOINED = lazy_pattern("[/／、及和与]")

_FAR = frozenset({"due", "progress", "status", "closed_by", "evidence"})
"""Fields beside which a day of closing is nothing else."""

_LONGEST = 20
"""Characters, folded, above which a text is no name."""


@dataclass(frozen=True, slots=True)
class FieldName:
    """One field: what the product calls it; whole names, those of several fields, words of names, prose names."""

    name: str
    zh: str
    names: frozenset[str]
    maybe: frozenset[str]
    words: tuple[str, ...]
    prose: tuple[str, ...]


@cache
def field_names() -> Mapping[str, FieldName]:
    """Return the table by the names that the model has for the fields."""
    table = tomllib.loads(files("mzsh_model.chinese").joinpath("fields.toml").read_text(encoding="utf-8"))
    found: dict[str, FieldName] = {}
    for row in table["field"]:
        names = frozenset(row["names"])
        prose = row["prose"] if "prose" in row else [name for name in names if len(name) > 1]
        longest = tuple(sorted(prose, key=lambda one: (-len(one), one)))
        found[row["name"]] = FieldName(
            row["name"], row["zh"], names, frozenset(row.get("maybe", ())), tuple(row["words"]), longest
        )
    return found


@lru_cache(maxsize=1024)
def evidence_of(text: str) -> Mapping[str, int]:
    """Return what a header or label weighs for each field that it may name, nothing for a text that names none.

    >>> dict(evidence_of("整改责任人"))
    {'owner': 8}
    >>> sorted(evidence_of("下步整改措施及努力方向（2026年）").items())
    [('measure', 6)]
    """
    whole = fold(text).lower()
    found: dict[str, int] = {}
    if not whole or len(whole) > _LONGEST:
        return found
    outer = _without_brackets(text)
    bare = fold(outer).lower() or whole
    first = fold(_JOINED.split(outer, maxsplit=1)[0]).lower()
    for field in field_names().values():
        if whole in field.names or bare in field.names:
            found[field.name] = WHOLE
        elif first in field.names:
            found[field.name] = FIRST
        elif bare in field.maybe:
            found[field.name] = MAYBE
        elif bare.endswith(field.words):
            found[field.name] = ENDING
        elif any(word in bare for word in field.words):
            found[field.name] = CONTAINED
    if WHOLE in found.values():
        return {name: weight for name, weight in found.items() if weight == WHOLE}
    return found


def field_of(text: str) -> str | None:
    """Return the field that a label standing by itself names, None where it names none.

    >>> field_of("责任领导：")
    'owner'
    """
    found = evidence_of(text)
    return max(found, key=lambda name: found[name]) if found else None


def fields_of(texts: Mapping[int, str]) -> dict[int, str]:
    """Return what the headers of one table mean, by their places: the names with most evidence first, no field twice.

    >>> fields_of({0: "整改内容", 1: "整改举措", 2: "责任人"})
    {1: 'measure', 2: 'owner'}
    """
    offers = sorted(
        (-weight, col, order, name)
        for col, text in texts.items()
        for order, (name, weight) in enumerate(evidence_of(text).items())
    )
    told: dict[int, str] = {}
    for _, col, _, name in offers:
        if col not in told and name not in told.values():
            told[col] = name
    return _without_limit(told, texts)


def _without_limit(told: dict[int, str], texts: Mapping[int, str]) -> dict[int, str]:
    """`told`; a day of closing is the time limit where the table names no other and does not say how far things are."""
    at = next((col for col, name in told.items() if name == "closed_on"), None)
    if at is not None and not _FAR & set(told.values()) and fold(texts[at]) in field_names()["due"].maybe:
        told[at] = "due"
    return told


def _without_brackets(text: str) -> str:
    """`text` without what stands in brackets: 完成时限（年月）, 问题（意见）."""
    out: list[str] = []
    depth = 0
    for character in text:
        if character in "（([":
            depth += 1
        elif character in "）)]":
            depth = max(0, depth - 1)
        elif not depth:
            out.append(character)
    return "".join(out)
