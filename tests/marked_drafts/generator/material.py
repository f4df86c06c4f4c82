"""What a generated draft is made of: a voice (a unit, its people, its problems), wordings, and dice of its own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from random import Random

from tests.marked_drafts.draft import folder_of, is_held_out

ASPECTS = {
    2025: [
        "带头强化政治忠诚、提高政治能力",
        "带头固本培元、增强党性",
        "带头敬畏人民、敬畏组织、敬畏法纪",
        "带头干事创业、担当作为",
        "带头坚决扛起管党治党责任",
    ],
    2024: [
        "带头严守政治纪律和政治规矩，维护党的团结统一",
        "带头增强党性、严守纪律、砥砺作风",
        "带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新",
        "带头履行全面从严治党政治责任",
    ],
    2023: ["理论学习", "政治素质", "能力本领", "担当作为", "工作作风", "廉洁自律"],
    2018: ["思想政治", "精神状态", "工作作风"],
    2013: ["形式主义", "官僚主义", "享乐主义", "奢靡之风"],
}
"""By year: the aspects that generated drafts are ordered by."""
YEARS = (2025, 2025, 2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016, 2013)
AT_ONCE = ("立行立改", "长期坚持", "立即整改")


@dataclass(frozen=True, slots=True)
class Problem:
    """An issue, its cause, what is done about it, by which department, until when."""

    issue: str
    cause: str
    measure: str
    department: str
    due: str


@cache
def _halves(held_out: bool) -> tuple[list[dict[str, object]], dict[str, dict[str, list[str]]]]:
    folder = next(folder for name in "abcdefgh" if is_held_out(name) is held_out for folder in [folder_of(name)])
    voices = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("voices/*.toml"))]
    return voices, tomllib.loads((folder / "wordings.toml").read_text(encoding="utf-8"))


@dataclass(slots=True)
class Material:
    """Of the draft of that name. `words` are the wordings of its kind; `numbers` fill the counts of its sentences."""

    name: str
    kind: str
    dice: Random = field(init=False)
    year: int = field(init=False)
    org: str = field(init=False)
    body: str = field(init=False)
    people: list[str] = field(init=False)
    posts: list[str] = field(init=False)
    problems: list[Problem] = field(init=False)
    others: list[Problem] = field(init=False)
    words: dict[str, list[str]] = field(init=False)
    numbers: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.dice = dice = Random(self.name)
        voices, words = _halves(is_held_out(self.name))
        voice = dice.choice(voices)
        self.words = words[self.kind]
        self.year = dice.choice(YEARS)
        self.org, self.body = str(voice["organisation"]), str(voice["body"])
        self.people, self.posts = list(voice["people"]), list(voice["posts"])  # type: ignore[call-overload]
        self.problems = self._problems(voice)
        dice.shuffle(self.problems)
        self.others = [one for other in voices if other is not voice for one in self._problems(other)]
        dice.shuffle(self.others)
        k, n = dice.randint(4, 9), dice.randint(18, 60)
        team = dice.randint(8, n - 6)
        told = {
            "n": n,
            "n1": team,
            "n2": n - team,
            "m": dice.randint(12, 70),
            "k": k,
            "j": k - 1,
            "x": dice.randint(3, 6),
        }
        told |= {"y": dice.randint(8, 20), "q": dice.randint(12, 56), "year": self.year, "year-1": self.year - 1}
        told["day"] = f"{self.year + 1}年1月{dice.randint(5, 28)}日"
        self.numbers = {key: str(number) for key, number in told.items()}
        self.numbers |= {"org": self.org, "body": self.body, "post0": self.posts[0], "post1": self.posts[1]}

    def _problems(self, voice: dict[str, object]) -> list[Problem]:
        rows: list[list[str]] = voice["problems"]  # type: ignore[assignment]
        return [Problem(*row[:4], row[4].replace("2026", str(self.year + 1))) for row in rows]

    def pick(self, what: str) -> str:
        """One of the wordings of that name."""
        return self.dice.choice(self.words[what])

    def fill(self, template: str, **more: str) -> str:
        """The template with its <…> filled."""
        told = self.numbers | more
        return re.sub(r"<([\w-]+)>", lambda found: told[found[1]], template)

    def some(self, *ways: Callable[[], str]) -> str:
        """One of several ways to write it."""
        return self.dice.choice(ways)()
