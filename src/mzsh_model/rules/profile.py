"""What a unit may set for itself: thresholds, word lists, levels, rules switched off. TOML that a clerk can edit."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from difflib import get_close_matches
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import cast

from pydantic import TypeAdapter, ValidationError

from mzsh_model.chinese.units import bare_unit
from mzsh_model.kernel.errors import BadProfile, UnknownRule
from mzsh_model.kernel.regular import regular_bytes
from mzsh_model.kernel.tables import table_of
from mzsh_model.rules.finding import Level, Verdict
from mzsh_model.rules.registry import find_rule

PROFILE_NAME, PROJECT_NAME = "mzsh.toml", "pyproject.toml"
EXTEND = "extend"


@dataclass(frozen=True)
class Profile:
    """The settings of one check; every field is a key of the TOML file, described there."""

    quorum: float
    shortest_member_paper: int
    shortest_team_paper: int
    shortest_causes: int
    problems_share: float
    days_to_report: int
    alike: float
    months_after_year: int
    short_issue: int
    short_measure: int
    generic_phrases: tuple[str, ...]
    praise_words: tuple[str, ...]
    intent_words: tuple[str, ...]
    objective_words: tuple[str, ...]
    subjective_words: tuple[str, ...]
    third_person: tuple[str, ...]
    fixed_phrases: tuple[str, ...]
    proper_phrases: tuple[str, ...]
    spinner_words: tuple[str, ...]
    vague_owners: tuple[str, ...]
    package: tuple[str, ...]
    roster: tuple[str, ...]
    units: Mapping[str, tuple[str, ...]]
    shared_passage: int
    shared_problem: int
    off: tuple[str, ...]
    levels: Mapping[str, Level]
    verdict_words: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits of all settings: what was judged by the same ones has the same."""
        told = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def words_for(self, verdict: Verdict) -> str:
        """Return what this unit calls a verdict, empty where it has no word of its own."""
        return self.verdict_words.get(verdict.name.lower(), "")

    def unit_of(self, name: str) -> str:
        """Return what a unit is called without what papers add to it; by one of its other names, as it calls itself."""
        bare = bare_unit(name)
        return next((bare_unit(full) for full, also in self.units.items() if bare in map(bare_unit, also)), bare)

    def level_of(self, code: str, default: Level) -> Level:
        """Return the level that this profile gives a rule."""
        return self.levels.get(code, default)


@lru_cache(maxsize=1)
def default_profile() -> Profile:
    """Return the profile that ships with the library."""
    return _profile(tomllib.loads(_default_text()), {})


def default_profile_text() -> str:
    """Return the shipped profile as TOML, with its comments."""
    return _default_text()


def profile_with(given: Mapping[str, object]) -> Profile:
    """Return the shipped profile with those settings laid over it.

    Raises:
        BadProfile: as `load_profile`.
    """
    return _profile(tomllib.loads(_default_text()), dict(given))


def load_profile(path: str | Path | None) -> Profile:
    """Return the shipped profile with the keys of the file `path` laid over it; `[extend]` adds words to lists.

    Raises:
        BadProfile: not TOML, an unknown key or rule (the nearest one is named), or a value of another type.
    """
    if path is None:
        return default_profile()
    return _profile(tomllib.loads(_default_text()), read_settings(path))


def read_settings(path: str | Path) -> dict[str, object]:
    """Return what a file sets: the whole of it, or of a `pyproject.toml` its `[tool.mzsh]`.

    Raises:
        BadProfile: it cannot be read, or is not TOML.
    """
    name = Path(path).name
    try:
        told = table_of(_decoded(regular_bytes(path)))
    except OSError as error:
        raise BadProfile("profile-missing", f"读不了配置文件 {name}。请检查路径") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadProfile("profile-syntax", f"配置文件 {name} 不是合法的 TOML。请对照默认配置检查引号和等号") from error
    return told if name != PROJECT_NAME else _table(_table(told, "tool", name), "mzsh", name)


def _table(told: dict[str, object], key: str, name: str) -> dict[str, object]:
    """A table in a table, empty where it is not there."""
    held = told.get(key, {})
    if not isinstance(held, dict):
        raise BadProfile("profile-value", f"{name} 里的 {key} 不是一张表。请写成 [tool.mzsh]，下面写配置项")
    return cast(dict[str, object], held)


def find_profile(beside: Iterable[Path]) -> Path | None:
    """Return the nearest `mzsh.toml`, or `pyproject.toml` with `[tool.mzsh]`, at the first draft or above; None for none."""
    for draft in beside:
        here = Path(os.path.realpath(draft))
        for folder in (here, *here.parents) if os.path.isdir(here) else here.parents:
            if os.path.isfile(found := folder / PROFILE_NAME):
                return found
            if os.path.isfile(project := folder / PROJECT_NAME) and _has_ours(project):
                return project
        return None
    return None


def _has_ours(project: Path) -> bool:
    """Whether a `pyproject.toml` speaks of us; one that is nobody's TOML is not ours to complain of."""
    try:
        return bool(read_settings(project))
    except BadProfile:
        return False


def _decoded(data: bytes) -> str:
    """The text of a settings file as Windows editors and shells write it: UTF-8, UTF-16 with its mark, else GB 18030."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _default_text() -> str:
    return files("mzsh_model.rules").joinpath("profile_default.toml").read_text(encoding="utf-8")


def _profile(base: dict[str, object], given: dict[str, object]) -> Profile:
    known = {field.name for field in fields(Profile)}
    for key in given:
        if key not in known and key != EXTEND:
            near = get_close_matches(key, known, 1)
            hint = f"，是不是 {near[0]}" if near else ""
            raise BadProfile("profile-key", f"配置里有不认识的项 {key}{hint}。可用的项见默认配置")
    given = _extended(base, given)
    _known_rules(given)
    _known_verdicts(given)
    try:
        # by way of JSON, where strict types still take lists for tuples and words for levels
        made = TypeAdapter(Profile).validate_json(json.dumps({**base, **given}, default=str), strict=True)
    except ValidationError as error:
        key = ".".join(map(str, error.errors()[0]["loc"]))
        said = f"配置项 {key} 的值不合要求。类型应与默认配置相同，级别写 必改、建议 或 提示"
        raise BadProfile("profile-value", said) from error
    _one_unit_a_name(made)
    return made


def _one_unit_a_name(profile: Profile) -> None:
    """Refuse a name that would mean two units."""
    means: dict[str, str] = {}
    for full, also in profile.units.items():
        for name in {bare_unit(one) for one in (full, *also)}:
            if means.setdefault(name, full) != full:
                said = f"[units] 里的 {name} 既是 {means[name]} 又是 {full}。一个叫法只能是一个单位"
                raise BadProfile("profile-value", said)


def _extended(base: dict[str, object], given: dict[str, object]) -> dict[str, object]:
    """The settings with the words of `[extend]` added to those lists, which are else replaced."""
    rest = {key: value for key, value in given.items() if key != EXTEND}
    more = given.get(EXTEND, {})
    if not isinstance(more, dict):
        raise BadProfile("profile-value", "配置项 extend 是一张表：写 [extend]，下面写要加词的列表")
    for key, words in cast(dict[str, object], more).items():
        before = rest.get(key, base.get(key))
        if not isinstance(before, list) or not isinstance(words, list):
            lists = [name for name, value in base.items() if isinstance(value, list)]
            near = get_close_matches(key, lists, 1)
            hint = f"，是不是 {near[0]}" if near else ""
            raise BadProfile("profile-key", f"[extend] 里的 {key} 不是可以加词的列表{hint}")
        rest[key] = [*cast(list[object], before), *cast(list[object], words)]
    return rest


def _known_rules(given: dict[str, object]) -> None:
    """Refuse a rule that does not exist, and let levels be set by a rule's name, too."""
    off, levels = given.get("off", []), given.get("levels", {})
    try:
        for key in cast(list[object], off) if isinstance(off, list) else ():
            find_rule(str(key))
        if isinstance(levels, dict):
            told = cast(dict[str, object], levels)
            given["levels"] = {find_rule(key).code: level for key, level in told.items()}
    except UnknownRule as error:
        raise BadProfile("profile-rule", f"配置里{error.message}") from error


def _known_verdicts(given: dict[str, object]) -> None:
    """Refuse a verdict that there is not."""
    told, known = given.get("verdict_words", {}), [one.name.lower() for one in Verdict]
    for key in cast(dict[str, object], told) if isinstance(told, dict) else ():
        if key not in known:
            raise BadProfile("profile-key", f"[verdict_words] 里没有结论 {key}。只能是 {'、'.join(known)}")
