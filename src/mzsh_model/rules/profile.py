"""What a unit may set for itself: thresholds, word lists, levels, rules switched off. TOML that a clerk can edit."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import cast

from mzsh_model.kernel.errors import BadProfile
from mzsh_model.rules.finding import Level


@dataclass(frozen=True)
class Profile:
    """The settings of one check; every field is a key of the TOML file, described there."""

    quorum: float
    shortest_member_paper: int
    shortest_team_paper: int
    shortest_causes: int
    lowest_issue_share: float
    alike: float
    months_after_year: int
    generic_phrases: tuple[str, ...]
    objective_words: tuple[str, ...]
    subjective_words: tuple[str, ...]
    third_person: tuple[str, ...]
    fixed_phrases: tuple[str, ...]
    spinner_words: tuple[str, ...]
    vague_owners: tuple[str, ...]
    off: tuple[str, ...]
    levels: tuple[tuple[str, Level], ...]

    def level_of(self, code: str, default: Level) -> Level:
        """Return the level that this profile gives a rule."""
        return next((level for known, level in self.levels if known == code), default)


@lru_cache(maxsize=1)
def default_profile() -> Profile:
    """Return the profile that ships with the library."""
    return _profile(tomllib.loads(_default_text()), {})


def default_profile_text() -> str:
    """Return the shipped profile as TOML, with its comments."""
    return _default_text()


def load_profile(path: str | Path | None) -> Profile:
    """Return the shipped profile with the keys of the file `path` laid over it.

    Raises:
        BadProfile: not TOML, an unknown key (the nearest one is named), or a value of another type.
    """
    if path is None:
        return default_profile()
    name = Path(path).name
    try:
        given = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadProfile("profile-missing", f"读不了配置文件 {name}。请检查路径") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadProfile(
            "profile-syntax", f"配置文件 {name} 不是合法的 TOML（UTF-8）。请对照默认配置检查引号和等号"
        ) from error
    return _profile(tomllib.loads(_default_text()), given)


def _default_text() -> str:
    return files("mzsh_model.rules").joinpath("profile_default.toml").read_text(encoding="utf-8")


def _profile(base: dict[str, object], given: dict[str, object]) -> Profile:
    known = {field.name for field in fields(Profile)}
    settings: dict[str, object] = dict(base)
    for key, value in given.items():
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"，是不是 {near[0]}" if near else ""
            raise BadProfile("profile-key", f"配置里有不认识的项 {key}{hint}。可用的项见默认配置")
        if not _same_type(value, base[key]):
            raise BadProfile("profile-value", f"配置项 {key} 的值类型不对，应与默认配置相同")
        settings[key] = {**_table(base[key]), **_table(cast(object, value))} if isinstance(value, dict) else value
    levels = tuple((code, _level(code, word)) for code, word in _table(settings.pop("levels")).items())
    made = {k: tuple(cast(list[str], v)) if isinstance(v, list) else v for k, v in settings.items()}
    return Profile(levels=levels, **made)  # type: ignore[arg-type]


def _table(value: object) -> dict[str, object]:
    return cast(dict[str, object], value) if isinstance(value, dict) else {}


def _same_type(value: object, default: object) -> bool:
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(default, list):
        return isinstance(value, list) and all(isinstance(item, str) for item in cast(list[object], value))
    return type(value) is type(default)


def _level(code: str, word: object) -> Level:
    if word not in tuple(Level):
        raise BadProfile("profile-value", f"配置里 {code} 的级别应为 必改、建议 或 提示")
    return Level(str(word))
