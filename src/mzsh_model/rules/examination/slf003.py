"""SLF003 prior-count-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mzsh_model.chinese.states import state_words
from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule
from mzsh_model.rules.senses import tells_of_last_year

_COUNT = lazy_pattern(r"(\d{1,3}|[一二两三四五六七八九十]{1,3})(?![\d余多几])(个(?!月|方面)|项|条|件)")


class _Told(NamedTuple):
    """A number in a sentence, what it counts, and where it stands."""

    number: int
    unit: str
    start: int
    end: int


@rule(
    code="SLF003",
    name="prior-count-mismatch",
    on=Line,
    any_paper=True,
    level=Level.SHOULD,
    basis=Basis("审核把关常见要求：上年度整改逐条交账，数目对得上", "惯例"),
    zh=Message(
        "上年度{total}{unit}，交代的各项加起来是{told}{unit}。",
        "数目对不上，就有几个问题没有交代。",
        "核对后改正数字，或补上没有交代的几个。",
        "上年度查摆的5个问题，已整改到位4个，另有1个正在推进。",
    ),
    en=Message(
        "Last year there were {total}; those accounted for add up to {told}.",
        "If the numbers differ, some problems are not accounted for.",
        "Correct the numbers or account for the rest.",
        "上年度查摆的5个问题，已整改到位4个，另有1个正在推进。",
    ),
)
def prior_count_mismatch(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """上年度整改的各项之和应当等于总数。

    总数和至少两项进展写在同一句里才核对；有一项看不出进展的不查，“其中”说的是里面的一部分，不另算。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    上年度查摆的5个问题，已整改3个，1个正在推进。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```

    → 「5个」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    上年度查摆的5个问题，已整改4个，1个正在推进。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```
    """
    for sentence in re.finditer("[^。\n]+", line.text):
        if not tells_of_last_year(sentence[0], ctx.year):
            continue
        if (found := _sums(sentence[0])) is not None:
            total, told = found
            start = sentence.start()
            end = start + total.end
            yield hit_line(line, start + total.start, end, total=total.number, told=told, unit=total.unit)


def _sums(sentence: str) -> tuple[_Told, int] | None:
    """The total of a sentence and what its parts add up to, where the two differ and every part says how far it is."""
    totals: dict[str, _Told] = {}
    parts: dict[str, list[int]] = {}
    for clause in re.finditer("[^，、；：,;:（）()]+", sentence):
        within = clause[0].startswith(("其中", "含", "包括")) or sentence[max(clause.start() - 1, 0)] in "（("
        for found in _COUNT.finditer(clause[0]):
            number = parse_numeral(found[1])
            if number is None or (within and found[2] in parts):
                continue
            unit, start = found[2], clause.start() + found.start()
            if state_words(clause[0]):
                parts.setdefault(unit, []).append(number)
            elif unit in parts:
                return None  # a part that does not say how far it is
            else:
                totals[unit] = _Told(number, unit, start, start + len(found[0]))
    for unit, total in totals.items():
        told = parts.get(unit, [])
        if len(told) >= 2 and sum(told) != total.number:
            return total, sum(told)
    return None
