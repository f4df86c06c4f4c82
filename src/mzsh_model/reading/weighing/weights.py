"""What the signs of a reading weigh: `weights.toml`, loaded once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

OWN = "own"
"""The weight of a sign for the reading that it names itself."""

_TEXT = "text"


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    """Return the weights by what is read (`chapter`, `order`, `list`), sign and reading spoken for."""
    return {
        part: {sign: {key: int(n) for key, n in entry.items() if key != _TEXT} for sign, entry in signs.items()}
        for part, signs in _data().items()
    }


@lru_cache(maxsize=1)
def sign_texts() -> Mapping[str, str]:
    """Return how each sign, `part.sign`, is told to people."""
    return {f"{part}.{sign}": str(entry[_TEXT]) for part, signs in _data().items() for sign, entry in signs.items()}


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, dict[str, int | str]]]:
    return tomllib.loads(files("mzsh_model.reading.weighing").joinpath("weights.toml").read_text(encoding="utf-8"))
