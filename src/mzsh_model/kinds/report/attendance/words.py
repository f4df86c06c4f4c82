"""The words by which papers say what persons did at a meeting: `roll.toml`, made into patterns once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

PARTS = ("guided", "beside", "absent", "led", "recorded", "came")
"""What persons do at a meeting, in the order in which words are tried."""

_N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"


class RollWords(NamedTuple):
    """Patterns; those of `label` and `verb` have a group for each part. `roster` tells by name what a column lists."""

    label: re.Pattern[str]
    verb: re.Pattern[str]
    guides: re.Pattern[str]
    groups: re.Pattern[str]
    elsewhere: re.Pattern[str]
    away: re.Pattern[str]
    roster: Mapping[str, str]


@cache
def roll_words() -> RollWords:
    """Return the patterns."""
    table = tomllib.loads(files(__package__ or __name__).joinpath("roll.toml").read_text(encoding="utf-8"))
    tails = table["tails"]
    of, whose, who, link = (_any(tails[name]) for name in ("of", "whose", "who", "link"))
    parts = "|".join(f"(?P<{part}>{_spaced(table[part]['labels'])})" for part in PARTS)
    came = _any(table["came"]["verbs"])
    label = (
        rf"(?:^|(?<=[\s。；;，,：:（(、.．）)]))(?:(?:{parts})(?:{of})?(?:的)?(?:{whose})?[ \u3000]*(?:{_spaced(tails['who'])})?(?:{link})?\s*[:：]"
        rf"|(?P<present>(?:实(?:际)?到(?:会)?|(?:实际?)?(?:参会|到会|出席|参加)){_N}[人名位]\s*(?:[:：（(]|[，,]?\s*(?:即|分别(?:为|是))\s*[:：]?)|(?:[^，,。；;：:\s]{{0,6}}成员)?(?:{_N}[人名位])?(?:全部|全员|悉数)(?:到会|出席|参加|参会)[，,]?\s*(?:即|分别(?:为|是))\s*[:：]?)"
        rf"|(?P<missing>(?:{_spaced(table['absent']['labels'])})(?:{_N}[人名位]\s*[:：（(]|的(?:同志|成员)?(?:{_N}[人名位])?(?:同志|成员)?(?:中|有|是|为)*\s*[，,：:]))"
        rf"|(?P<having>{came})(?:{of})?的(?:{whose})?(?:{who})?(?:{link})\s*[:：]?"
        rf"|(?P<members>[^，,。；;：:、\s]{{0,6}}(?:{whose})成员\s*[:：]))"
    )
    verbs = "|".join(f"(?P<{part}>{_any(table[part]['verbs'])})" for part in PARTS if table[part]["verbs"])
    roster = {name: what for what, names in table["roster"].items() for name in names}
    guided = table["guided"]
    return RollWords(
        re.compile(label),
        re.compile(verbs),
        re.compile(_any(guided["verbs"])),
        re.compile(_any(guided["groups"])),
        re.compile(_any(table["elsewhere"]["words"])),
        re.compile(_any(table["absent"]["away"])),
        roster,
    )


def _spaced(words: Sequence[str]) -> str:
    """Any of the words, its characters set apart or not: 记 录 人."""
    longest = sorted(words, key=lambda word: -len(word))
    return "|".join(r"[ \u3000]*".join(map(re.escape, word)) for word in longest)


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: -len(word)))
