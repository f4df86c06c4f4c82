"""MTG003 meeting-year-drift."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import spell_out
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule
from mzsh_model.rules.senses import sense

_PAST = lazy_pattern(r"(?:(?<![以会])上|去|(?<!会)前|对照|与|较|比)[^。；，]{0,6}$")
_AFTER = ("清单", "表态", "点到", "指出", "作出", "落实", "回头看", "以来", "存在")
"""What else than `then.answers` tells that the meeting of that year is over."""


@lru_cache(maxsize=1)
def _year() -> re.Pattern[str]:
    over = "|".join((*sense("then", "answers"), *_AFTER))
    return re.compile(
        rf"((?:19|20)\d\d)\s*年?\s*度(?![^。；，]{{0,16}}(?:{over}))(?:(?!会议|[全大]会)[^。；，]){{0,16}}(?:民主生活会|组织生活会)"
        rf"(?![^。；，]{{0,12}}(?:{over})|后|上[^。；]{{0,16}}(?:{over}))"
    )


@rule(
    code="MTG003",
    name="meeting-year-drift",
    on=Line,
    level=Level.MUST,
    basis=Basis("审核把关常见要求：材料前后年度一致，不沿用上年文稿", "惯例"),
    zh=Message(
        "标题是{year}年度，这里写成了“{words}”。",
        "年度前后不一，多半是从上一年的材料改来时漏改，容易被认为照抄旧稿。",
        "核对年度；说的若是上一年的会，写明“上年度民主生活会”。",
        "按照安排，我认真参加了2025年度民主生活会会前学习。",
    ),
    en=Message(
        "The title says {year}, this line says “{words}”.",
        "A wrong year is usually left over from last year's paper and looks copied.",
        "Correct the year; if last year's meeting is meant, say so.",
        "按照安排，我认真参加了2025年度民主生活会会前学习。",
    ),
)
def meeting_year_drift(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """同一份材料里，本次民主生活会的年度应当一致。

    标题写的是某年度，别处又写“另一年度……民主生活会”，说的是这一次会的，是一处：多半是从旧稿改来时漏改。标题里没有写年度、年度是从主题等处看出来的，
    只作建议。

    说往年的会不算：在交代上年度整改的部分里，前面有“上年”“去年”“对照”“较”“比”的，后面接着“查摆的问题”“整改”“以来”“会上”“后”等的。措施和结尾里说下一年的会（“为开好……打下基础”）
    也不算。只写“2024年”、没有“度”的日期不看。

    Bad:

    ```text
    2025年度民主生活会个人发言提纲
    我认真参加了2024年度民主生活会会前学习。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```

    → 「2024年度民主生活会」

    Good:

    ```text
    2025年度民主生活会个人发言提纲
    2024年度民主生活会查摆的问题已整改到位。
    会前谈心谈话，较2024年度民主生活会更加充分。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```

    Good:

    ```text
    2025年度民主生活会个人发言提纲
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    二、整改措施
    一是每季度研讨1次，2026年12月底前完成，在2026年度民主生活会上报告。
    二是每月到联系点1次，2026年12月底前完成。
    以上措施逐项落实，为开好2026年度民主生活会打下基础。
    ```
    """
    if ctx.year is None or "年" not in line.text:
        return
    spelled = spell_out(line.text)
    for found in _year().finditer(spelled if len(spelled) == len(line.text) else line.text):
        if int(found[1]) == ctx.year - 1 and line.number in ctx.prior_lines:
            continue
        if int(found[1]) == ctx.year + 1 and _is_ahead(line, found, ctx):
            continue
        if int(found[1]) != ctx.year and not _PAST.search(line.text, 0, found.start()):
            level = None if _is_titled(ctx) else Level.SHOULD
            yield hit_line(line, found.start(), found.end(), level=level, year=ctx.year, words=found[0])


def _is_titled(ctx: Context) -> bool:
    """Whether the title names its year: one that was gathered from a theme or a number is not held against the text so surely."""
    return f"{ctx.year}年" in "".join(spell_out(ctx.value.__dict__.get("title") or "").split())


def _is_ahead(line: Line, found: re.Match[str], ctx: Context) -> bool:
    """Whether next year's meeting is one to come: named among the measures or behind them, or with words that look ahead."""
    if line.number in ctx.lines_ahead:
        return True
    clause = re.split("[。；]", line.text[: found.start()])[-1] + re.split("[。；]", line.text[found.start() :])[0]
    return any(word in clause for word in sense("ahead", "words"))
