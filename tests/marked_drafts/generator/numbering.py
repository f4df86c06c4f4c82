"""How chapters, parts and items are numbered, and how the items of a list stand: in lines of their own or in one paragraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

HAN = "一二三四五六七八九十"
RINGS = "①②③④⑤⑥⑦⑧⑨⑩"
Number = Callable[[int], str]
"""From the place in a list, from 0, to what is typed before the item."""

LADDERS: tuple[tuple[Number, Number], ...] = (
    (lambda n: f"{HAN[n]}、", lambda n: f"（{HAN[n]}）"),
    (lambda n: f"{HAN[n]}、", lambda n: f"（{HAN[n]}）"),
    (lambda n: f"第{HAN[n]}部分　", lambda n: f"{HAN[n]}、"),
    (lambda n: f"{HAN[n]}、", lambda n: f"{n + 1}、"),
    (lambda n: f"（{HAN[n]}）", lambda n: f"{n + 1}．"),
    (lambda n: f"{HAN[n]}．", lambda n: f"({HAN[n]})"),
)
"""Numbers of chapters, and of the parts of a chapter."""
ITEMS: tuple[Number, ...] = (
    lambda n: f"{HAN[n]}是",
    lambda n: f"{HAN[n]}是",
    lambda n: f"{n + 1}.",
    lambda n: f"{n + 1}、",
    lambda n: f"（{n + 1}）",
    lambda n: f"第{HAN[n]}，",
    lambda n: RINGS[n],
)
"""Numbers of items under a part."""
UNDER_NOTHING: tuple[Number, ...] = (*ITEMS[:3], lambda n: f"（{HAN[n]}）")
"""Numbers of items that stand right under a chapter."""


def listed(dice: Random, marks: Sequence[str], number: Number, start: int = 0) -> list[str]:
    """Marked items as paragraphs: each its own, or all in one."""
    told = [number(start + place) + mark for place, mark in enumerate(marks)]
    if len(marks) > 1 and dice.random() < 0.3 and number(0)[0] in "一（1①":
        return ["".join(told)]
    return told


def ended(mark: str, sign: str = "。") -> str:
    """The mark with a full stop behind its words."""
    return f"{mark[:-1]}{sign}}}"
