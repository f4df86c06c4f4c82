"""MEA004 measure-without-owner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mzsh_model.chinese.unsaid import is_everybody
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.model.items import Measure
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.quoting import brief
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import sense
from mzsh_model.rules.words import any_of


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    """Finds somebody named in words that the reader did not take for an owner: 由副主任罗兰包案, 由平安办把关."""
    acts = any_of((*(word for word in sense("who", "acts") if len(word) > 1), "包", "抓")).pattern
    return re.compile(
        rf"由(?P<by>[^，。；：]{{2,16}}?)(?:{acts})|(?:^|(?<=[，。；：（\s]))(?P<who>[^，。；：由]{{2,12}}?(?=牵头|负责))"
    )


@lru_cache(maxsize=1)
def _acting() -> re.Pattern[str]:
    """Finds a post or an office that does it itself: 后勤科长枣红盯办, 支部书记自己讲, 由监察大队逐条核.

    Behind 由 whoever is named does it, whatever it is: 由组织委员点评.
    """
    posts, units, acts = (any_of(sense("who", name)).pattern for name in ("posts", "units", "acts"))
    named = f"(?:(?:{posts})[\u4e00-\u9fff]{{0,3}}?|[\u4e00-\u9fff]{{2,8}}?(?:{units})(?:[\u4e00-\u9fff]{{2,3}}?)?)"
    modified = f"(?P<name>[^，。；：、对把向给跟与为\\d]{{0,10}}?{named})"
    return re.compile(
        f"(?:^|[，。；：、（\\s])由?{modified}(?:{acts})|(?:^|[，。；：、（\\s])由(?P<by>[^，。；：、\\d]{{0,8}}?(?:{posts}))"
    )


_EACH = lazy_pattern("(?:领导)?(?:班子|党组|党委)成员(?:每|逐|带头|分别|轮流)")
"""The whole team named as those who do it, each for himself."""


@rule(
    code="MEA004",
    name="measure-without-owner",
    on=Measure,
    within=(SelfExamination, MeetingReport),
    level=Level.SHOULD,
    basis=Basis("整改的通行要求：明确责任主体、规定完成时限、全程销号管理", "惯例"),
    zh=Message(
        "整改措施“{title}”没有写明谁负责。",
        "没有责任人的措施没有人去做，也无法销号。",
        "写明牵头的领导或部门，不写“有关部门”。",
        "由办公室牵头，2026年3月底前形成学习转化清单。",
    ),
    en=Message(
        "The measure “{title}” names nobody responsible.",
        "A measure without an owner is nobody's work.",
        "Name the leader or department in charge.",
        "由办公室牵头，2026年3月底前形成学习转化清单。",
    ),
)
def measure_without_owner(measure: Measure, at: str, ctx: Context) -> Iterator[Hit]:
    """班子的整改措施应当写明责任人。

    个人材料的措施由本人负责，不查；看不出是谁的材料也不查。台账另有规则。

    Bad:

    ```text
    某局党组领导班子2025年度民主生活会对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    （一）加强学习。每季度研讨一次。
    ```

    → 「加强学习」

    Good:

    ```text
    某局党组领导班子2025年度民主生活会对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    （一）加强学习。由办公室牵头，每季度研讨一次。
    ```
    """
    if not ctx.is_of_a_team:
        return
    owner = measure.owner.raw if isinstance(measure.owner, Placeholder) else measure.owner
    named = [owner, measure.department, *(found["by"] or found["who"] for found in _told().finditer(measure.text))]
    named += (found["name"] or found["by"] for found in _acting().finditer(measure.text))
    if _EACH.match(measure.text) or any(
        name is not None and not ctx.is_nobody(name) and not is_everybody(name) for name in named
    ):
        return
    yield hit(f"{at}/title" if measure.title else at, title=brief(measure.title or measure.text))
