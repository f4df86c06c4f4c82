"""The year of a meeting by its theme; the themes, their sources and grades stand in `data/themes.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold

_HELD = lazy_pattern(
    r"(?:召开|举行)(?:了)?(?P<of>[^，。；]{0,48}?专题)(?:的)?(?:民主|组织)生活会(?![^，。；]{0,6}整改)"
)


@lru_cache(maxsize=1)
def _themes() -> tuple[tuple[int, tuple[str, ...], tuple[str, ...]], ...]:
    text = files("mzsh_model.data").joinpath("themes.toml").read_text(encoding="utf-8")
    return tuple(
        (row["year"], tuple(map(fold, row.get("title", ()))), tuple(map(fold, row["words"])))
        for row in tomllib.loads(text)["theme"]
    )


def year_of_theme(title: str, opening: str) -> int | None:
    """Return the year whose theme a title or the opening of a document names, None where none or several are.

    The name of a campaign tells only in the title, with 专题, and where the opening says that the meeting held is its own:
    papers of other years speak of it, too.
    """
    held = "".join(one["of"] for one in _HELD.finditer(opening))
    named, told = fold(title) + fold(held), fold(title + opening)
    years = {
        year
        for year, titles, words in _themes()
        if any(one in named for one in titles) or any(one in told for one in words)
    }
    return years.pop() if len(years) == 1 else None
