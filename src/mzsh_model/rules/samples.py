"""Natural good and bad texts kept beside a rule (`iss005.toml` by `iss005.py`), and the papers they are put into.

By the hash of its text a third of them is held out: whoever edits a rule sees their scores, not how they fare one by one.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_FRAMES = "frames.toml"
_PLACE = "〔文〕"


@dataclass(frozen=True, slots=True)
class Sample:
    """One text that a rule must strike (`bad`) or leave alone; `paper` is the whole document to be read."""

    code: str
    bad: bool
    text: str
    paper: str

    @property
    def held_out(self) -> bool:
        """Whether it is of the third that nobody tunes by."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 3 == 0


@lru_cache(maxsize=1)
def samples() -> tuple[Sample, ...]:
    """Return the texts of all rules that have any, by code.

    Raises:
        KeyError: a table names no frame that there is: a slip of its author.
    """
    home = files("mzsh_model.rules")
    frames = tomllib.loads(home.joinpath(_FRAMES).read_text(encoding="utf-8"))
    found: list[Sample] = []
    for family in home.iterdir():
        for table in family.iterdir() if family.is_dir() else ():
            if table.name.endswith(".toml"):
                found += _of(table.name.removesuffix(".toml").upper(), table.read_text(encoding="utf-8"), frames)
    return tuple(sorted(found, key=lambda one: (one.code, not one.bad)))


def _of(code: str, table: str, frames: dict[str, str]) -> Iterator[Sample]:
    told = tomllib.loads(table)
    frame = frames[told["frame"]].lstrip()
    for kind in ("bad", "good"):
        for text in told[kind]:
            yield Sample(code, kind == "bad", text, frame.replace(_PLACE, text))
