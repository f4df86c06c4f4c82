"""TXT004 text-date-impossible."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule

_MARKS = lazy_pattern(r"[月\-./]")


@rule(
    code="TXT004",
    name="text-date-impossible",
    on=Line,
    any_paper=True,
    level=Level.MUST,
    basis=Basis("日期应当真实", "惯例"),
    zh=Message(
        "“{date}”不是真实的日期。",
        "日期打错，时限和记录就无法核对。",
        "核对后改正。",
        "2月28日",
    ),
    en=Message(
        "“{date}” is no date of any calendar.",
        "A wrong date makes limits and records impossible to check.",
        "Correct it.",
        "2月28日",
    ),
)
def text_date_impossible(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """日期应当是真实存在的日期。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统，2月30日的研讨没有参加。
    二是调研不够深入。
    ```

    → 「2月30日」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统，2月28日的研讨没有参加。
    二是调研不够深入。
    ```
    """
    if not _MARKS.search(line.text):
        return
    for found in find_dates(line.text):
        if not found.date.possible:
            yield hit_line(line, found.start, found.end, date=line.text[found.start : found.end])
