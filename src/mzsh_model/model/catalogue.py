"""The yearly catalogue of 方面, and the tolerant matching of headings against it.

The texts, their sources and grades stand in `data/aspects.toml`; years whose aspects could not be found have none.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold

_CLOSE = 0.82
_SHORTEST_PART = 6
_SURE = frozenset({"V", "S"})


@dataclass(frozen=True, slots=True)
class CatalogueAspect:
    """One aspect of a year: `canonical` is the official wording, `id` is `year-order`, for a second set `year-variant-order`."""

    id: str
    year: int
    order: int
    canonical: str
    short: str
    folded: str
    grade: str


@dataclass(frozen=True, slots=True)
class AspectSet:
    """The aspects of one year (or of one variant of it), in their official order, with source and grade."""

    year: int
    variant: str
    grade: str
    source: str
    aspects: tuple[CatalogueAspect, ...]

    def is_told_by(self, named: Collection[CatalogueAspect]) -> bool:
        """Tell whether a paper that names these aspects of the set follows it: two of its wordings do, or most of all.

        A few common words (工作作风、廉洁自律) stand in papers of every year.
        """
        return sum(len(one.folded) >= _SHORTEST_PART for one in named) > 1 or len(named) * 2 > len(self.aspects)

    @property
    def is_sure(self) -> bool:
        """Whether wording and order are known well enough to hold a document to them."""
        return self.grade in _SURE


@lru_cache(maxsize=1)
def load_catalogue() -> tuple[AspectSet, ...]:
    """Return every set of the catalogue, newest year first."""
    text = files("mzsh_model.data").joinpath("aspects.toml").read_text(encoding="utf-8")
    sets: list[AspectSet] = []
    years: set[int] = set()
    for entry in tomllib.loads(text)["year"]:
        year, variant = entry["year"], entry["variant"]
        stem = f"{year}-{variant}" if year in years else str(year)
        years.add(year)
        aspects = tuple(
            CatalogueAspect(f"{stem}-{n}", year, n, words, re.split("[，、]", words)[0], fold(words), entry["grade"])
            for n, words in enumerate(entry["aspects"], 1)
        )
        sets.append(AspectSet(year, variant, entry["grade"], entry["source"], aspects))
    return tuple(sets)


def aspects_of(year: int) -> AspectSet | None:
    """Return the first set of a year, None where the catalogue has none."""
    return next((s for s in load_catalogue() if s.year == year), None)


def set_of(aspect_id: str) -> AspectSet:
    """Return the set that an aspect's id belongs to.

    Raises:
        KeyError: no such id.
    """
    for one in load_catalogue():
        if any(aspect.id == aspect_id for aspect in one.aspects):
            return one
    raise KeyError(aspect_id)


@lru_cache(maxsize=4096)
def match_aspect(heading: str, year: int | None) -> CatalogueAspect | None:
    """Return the aspect that `heading` names, None where it names none.

    With or without 在…方面, quotation marks and other marks dropped, aliases spelled out, small typing slips forgiven. The
    given year's sets come first, and words that only one of their aspects has name it, too; another year's aspect is only
    taken for its whole wording, since years share words.
    """
    words = _core(heading)
    if len(words) < 4:
        return None
    characters = frozenset(words)
    for spelled in _spelled(len(words)):
        if year in (None, spelled.aspect.year) and spelled.is_said(words, characters):
            return spelled.aspect
    if year is None:
        return None
    parts = [core for part in re.split("[、，,]", heading) if (core := _core(part))]
    return _part_of([words], year) or _by_wording().get(words) or _part_of(parts, year)


def _part_of(words: Sequence[str], year: int) -> CatalogueAspect | None:
    """The one aspect of the year that has all these words in its wording: 政治忠诚方面, 增强党性、砥砺作风方面."""
    own = aspects_of(year)
    having = [one for one in own.aspects if all(word in one.folded for word in words)] if own is not None else []
    return having[0] if len(having) == 1 else None


def is_worded_so(words: str) -> bool:
    """Tell whether an aspect of any year has `words`, of two characters at least, in its wording: 忠诚, 担当."""
    bare = fold(words)
    return len(bare) > 1 and bare in _all_wordings()


def guess_year(headings: list[str]) -> int | None:
    """Return the year whose aspects most of `headings` name, None where they tell no year."""
    said = {_core(heading) for heading in headings}
    best: tuple[int, int] | None = None
    for one in load_catalogue():
        named = [aspect for aspect in one.aspects if aspect.folded in said]
        if one.is_told_by(named) and (best is None or len(named) > best[0]):
            best = (len(named), one.year)
    return None if best is None else best[1]


_FRAME = lazy_pattern(
    r"^(?:在|关于|聚焦|围绕|对照)(?=带头|..)|(?:方面|上|的|要求|存在|还|有|主要|突出|问题|不足|情况|差距)(?:的|存在|还|有|主要|突出|问题|不足|情况|差距)*$"
)


def _core(heading: str) -> str:
    return _FRAME.sub("", fold(heading))


@lru_cache(maxsize=1)
def _by_wording() -> dict[str, CatalogueAspect]:
    """The aspects of all years by their whole wording, the newest of those that share one."""
    return {aspect.folded: aspect for one in reversed(load_catalogue()) for aspect in reversed(one.aspects)}


@lru_cache(maxsize=1)
def _all_wordings() -> str:
    return "\n".join(_by_wording())


class _Spelled(NamedTuple):
    """An aspect, all that it is called, and its wordings with their characters, of which a heading may have a slip or two."""

    aspect: CatalogueAspect
    names: frozenset[str]
    wordings: tuple[tuple[str, frozenset[str], float], ...]
    """Each with its characters and how many of them there must be."""

    def is_said(self, words: str, characters: frozenset[str]) -> bool:
        """Whether folded `words`, of these characters, name the aspect."""
        if words in self.names:
            return True
        for wording, own, least in self.wordings:
            if (
                len(characters & own) >= least
                and difflib.SequenceMatcher(None, words, wording, autojunk=False).ratio() >= _CLOSE
            ):
                return True
        return False


@lru_cache(maxsize=64)
def _spelled(size: int) -> tuple[_Spelled, ...]:
    """The aspects of all years, in the order of the catalogue, that `size` characters may name, and their wordings about as long."""
    found: list[_Spelled] = []
    for aspect in (aspect for one in load_catalogue() for aspect in one.aspects):
        short, wordings = fold(aspect.short), (aspect.folded, aspect.folded.removeprefix("带头"))
        names = {*wordings, *([short] if len(short) >= _SHORTEST_PART else ())}
        near = [one for one in dict.fromkeys(wordings) if abs(size - len(one)) <= 0.3 * len(one)]
        told = [(one, frozenset(one)) for one in near if size >= _SHORTEST_PART]
        alike = frozenset(name for name in names if len(name) == size)
        if told or alike:
            found.append(_Spelled(aspect, alike, tuple((one, own, 0.6 * len(own)) for one, own in told)))
    return tuple(found)
