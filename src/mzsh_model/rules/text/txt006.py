"""TXT006 text-fixed-phrase-slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule

_REACH = 1
_SHORTEST = 6
_JOINING = frozenset("和与及的之")


@lru_cache(maxsize=8)
def _framed(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Finds what is as long as a phrase and begins and ends as it does."""
    frames = [f"{re.escape(p[:2])}.{{{len(p) - 4}}}{re.escape(p[-2:])}" for p in phrases if len(p) >= _SHORTEST]
    return re.compile("|".join(frames) if frames else r"(?!)", re.DOTALL)


@rule(
    code="TXT006",
    name="text-fixed-phrase-slip",
    on=Line,
    level=Level.MUST,
    basis=Basis("固定表述应当准确无误", "惯例"),
    zh=Message(
        "“{words}”像是“{phrase}”的笔误。",
        "固定表述错一个字就是硬伤。",
        "改成规范的表述。",
        "习近平新时代中国特色社会主义思想",
    ),
    en=Message(
        "“{words}” looks like a slip for “{phrase}”.",
        "A fixed phrase must be word-perfect.",
        "Use the proper phrase.",
        "习近平新时代中国特色社会主义思想",
    ),
)
def text_fixed_phrase_slip(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """固定表述不应有错字。

    与词表里的表述等长、只差一两个字，且首尾各两字相同的，当作笔误。词表在配置里。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习习近平新世代中国特色社会主义思想不够系统。
    二是调研不够深入。
    ```

    → 「习近平新世代中国特色社会主义思想」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习习近平新时代中国特色社会主义思想不够系统。
    二是调研不够深入。
    ```
    """
    if not _framed(ctx.profile.fixed_phrases).search(line.text):
        return
    for phrase in ctx.profile.fixed_phrases:
        size = len(phrase)
        if size < _SHORTEST:
            continue
        at_ = line.text.find(phrase[:2])
        while at_ >= 0:
            words = line.text[at_ : at_ + size]
            if words != phrase and len(words) == size and words.endswith(phrase[-2:]):
                slips = sum(a != b for a, b in zip(words, phrase, strict=True))
                proper = words in ctx.profile.fixed_phrases or {*words} - {*phrase} <= _JOINING
                if slips <= _REACH + (size > 10) and not proper and all("\u4e00" <= c <= "\u9fff" for c in words):
                    yield hit_line(line, at_, at_ + size, words=words, phrase=phrase)
            at_ = line.text.find(phrase[:2], at_ + 1)
