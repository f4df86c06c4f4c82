"""What a year's meetings were asked for besides its aspects; the years stand in `years.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class Asked(NamedTuple):
    """What the papers of a year must have: a reflection on a case, an account of what else was put right.

    `account` is empty where nothing was asked; `words` are those by which a report mentions it.
    """

    case: bool = False
    account: str = ""
    words: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _years() -> dict[int, Asked]:
    told = tomllib.loads(files("mzsh_model.rules").joinpath("years.toml").read_text(encoding="utf-8"))
    return {row["year"]: Asked(row["case"], row["account"], tuple(row["words"])) for row in told["year"]}


def asked_in(year: int | None) -> Asked:
    """Return what was asked of a year, nothing where the table has no such year.

    >>> asked_in(2025).case, asked_in(2019).case
    (True, False)
    """
    return _years().get(year or 0, Asked())
