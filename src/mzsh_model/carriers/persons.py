"""Who lacks what: a row a file, and a row for everyone of the roster of whom there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from mzsh_model.batch.run import FileResult
from mzsh_model.carriers.grouping import grouped
from mzsh_model.rules.finding import CheckResult, Level, Verdict
from mzsh_model.rules.profile import Profile

UNCHECKED, UNDECIDED, ABSENT = "没能检查", "没有结论", "没有交"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row: whose paper, of which kind, in which file, how much of each level, the conclusion, what it lacks."""

    whose: str
    kind: str
    path: str
    counts: tuple[int, ...]
    conclusion: str
    lacks: str
    suppressed: int = 0


HEADER = ("谁", "文种", *map(str, Level), "结论", "主要缺什么")


def person_rows(files: Iterable[FileResult], profile: Profile) -> Iterator[PersonRow]:
    """Yield the rows in the order of the files, those who handed in nothing last."""
    seen: set[str] = set()
    for one in files:
        seen.add(plain(one.whose))
        yield PersonRow(
            one.whose or f"（{PurePath(one.path).name}）",
            one.kind.zh,
            one.path,
            tuple(one.result.count(level) for level in Level),
            conclusion(one.result, profile),
            _lacks(one.result),
            len(one.suppressed),
        )
    for name in profile.roster:
        if plain(name) not in seen:
            yield PersonRow(name, "", "", (), ABSENT, "名单里有，这次没有他的材料")


def conclusion(result: CheckResult, profile: Profile) -> str:
    """Return the verdict in the unit's own words, or that there is none."""
    if result.verdict is not None:
        return verdict_words(result.verdict, profile)
    return UNDECIDED if result.checked else UNCHECKED


def verdict_words(verdict: Verdict, profile: Profile) -> str:
    """Return what a table calls a verdict: the unit's own words, else the short ones of ours."""
    return profile.words_for(verdict) or verdict.said.partition("（")[0]


def plain(name: str) -> str:
    """Return a name as it is compared."""
    return "".join(name.split()).removesuffix("同志")


def _lacks(result: CheckResult) -> str:
    if not result.checked:
        return result.unchecked[0].reason
    groups = grouped(result.findings)
    grave = [one.message for one in groups if one.level is Level.MUST]
    told = grave or [one.message for one in groups if one.level is Level.SHOULD]
    unsure = dict.fromkeys(one.what for one in result.unchecked if one.line or one.what in ("文种", "问题"))
    return "；".join([*(one.rstrip("。") for one in told), *([f"没有检查：{'、'.join(unsure)}"] if unsure else [])])
