"""Natural good and bad texts kept beside a rule (`iss005.toml` by `iss005.py`), and the papers they are put into.

By the hash of its text a third of them is held out: whoever edits a rule sees their scores, not how they fare one by one.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from mzsh_model.rules.profile import Profile, default_profile, profile_with

_FRAMES = "frames.toml"
_PLACE = "〔文〕"


@dataclass(frozen=True, slots=True)
class Sample:
    """One text that a rule must strike (`bad`) or leave alone; `paper` is the whole document to be read.

    `settings` are thresholds of a unit whose rule is off by default.
    """

    code: str
    bad: bool
    text: str
    paper: str
    settings: Mapping[str, object] = field(default_factory=dict[str, object])

    @property
    def profile(self) -> Profile:
        """The profile to judge it by."""
        return profile_with(self.settings) if self.settings else default_profile()

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
    """The texts of one table, in the frame that it names or in the `paper` that it has itself; those of other papers are `also` there."""
    told = tomllib.loads(table)
    for part in (told, *told.get("also", ())):
        frame = (part.get("paper") or frames[part["frame"]]).lstrip()
        for kind in ("bad", "good"):
            for text in part[kind]:
                yield Sample(code, kind == "bad", text, frame.replace(_PLACE, text), told.get("settings", {}))
