"""Where each setting of a profile comes from: the shipped one, a unit's own file, or the call itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import cast

from mzsh_model.rules.profile import EXTEND, Profile, load_profile, read_settings

DEFAULT = "默认"
_TABLES = ("levels", "units", "verdict_words")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it is in force: its key, its value, and where it was said."""

    key: str
    value: object
    origin: str


def settings_of(path: Path | None, called: Mapping[str, object] | None = None) -> tuple[Setting, ...]:
    """Return every setting in force, in the order of the shipped profile; `called` were said at the call and weigh most.

    What stands in a table (levels, words of verdicts) is a setting of its own.

    Raises:
        BadProfile: the file cannot be used.
    """
    profile = load_profile(path)
    given = {} if path is None else read_settings(path)
    extended = cast(Mapping[str, object], given.get(EXTEND, {}))
    name = "" if path is None else str(path)
    told: list[Setting] = []
    for key in (field.name for field in fields(Profile)):
        origin = name if key in given else DEFAULT
        if key in extended:
            origin = f"{origin}，加上 {name} 的 [{EXTEND}]"
        if called and key in called:
            told.append(Setting(key, called[key], "命令行"))
        elif key in _TABLES:
            table = cast(Mapping[str, object], getattr(profile, key))
            told += [Setting(f"{key}.{_toml_key(entry)}", value, origin) for entry, value in table.items()]
        else:
            told.append(Setting(key, getattr(profile, key), origin))
    return tuple(told)


def _toml_key(name: str) -> str:
    """A key as TOML has it: other letters than English ones stand in quotes."""
    return name if name.isascii() and name.isidentifier() else json.dumps(name, ensure_ascii=False)
