"""SLF007 examination-issue-count-mismatch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.model.documents import SelfExamination
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule
from mzsh_model.rules.senses import tells_of_last_year

_NUMBER = r"\d{1,3}|[一二两三四五六七八九十]{1,3}"
_STATED = lazy_pattern(
    r"(?:查摆|检视|查找|梳理|剖析|列)出?(?:了|的)?(?:班子|个人|自身)?"
    rf"(?:(?P<count>{_NUMBER})(?:个|条)(?P<aspects>方面)?的?(?:突出|具体)?的?问题|问题(?P<after>{_NUMBER})(?:个|条))"
    r"(?![^。；，]{0,8}整改)"
)
_OF_OTHERS = lazy_pattern("(?<!对照)检查|巡[察视]|审计|督查|科室|单位|企业|基层")
"""Who speaks of these counts what he found elsewhere."""


@rule(
    code="SLF007",
    name="examination-issue-count-mismatch",
    on=SelfExamination,
    level=Level.SHOULD,
    whole=True,
    basis=Basis("材料数据应前后一致", "惯例"),
    zh=Message(
        "文中写查摆出{stated}个问题，实际列出{listed}个。",
        "说的和列的不一致是常见硬伤。",
        "核对后改正数字，或补上漏写的问题。",
        "经梳理，共查摆出3个问题：一是……三是……",
    ),
    en=Message(
        "The text announces {stated} problems and lists {listed}.",
        "Numbers that do not agree are a common blunder.",
        "Correct the number or add what is missing.",
        "经梳理，共查摆出3个问题：一是……三是……",
    ),
)
def examination_issue_count_mismatch(paper: SelfExamination, at: str, ctx: Context) -> Iterator[Hit]:
    """对照检查材料写的问题个数应当与列出的一致。

    写“几个方面”的，与方面数或问题数有一个相符就不提；上年度的数、写了“主要”的不在此列。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    经梳理，共查摆出4个问题。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。三是会议偏多。
    ```

    → 「4」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    经梳理，共查摆出3个问题。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。三是会议偏多。
    ```
    """
    held = [(f"/preamble/{n}", words) for n, words in enumerate(paper.preamble)]
    for index, section in enumerate(paper.sections):
        if section.role is Role.ISSUES:
            held += [(f"/sections/{index}/remarks/{n}", words) for n, words in enumerate(section.remarks)]
    listed = len(paper.issues)
    for path, words in held:
        for found in _STATED.finditer(words):
            which = "count" if found["count"] else "after"
            number = parse_numeral(found[which])
            before = re.split("[。；]", words[: found.start()])[-1]
            if number is None or number == listed or _OF_OTHERS.search(before):
                continue
            if tells_of_last_year(before + found[0], ctx.year):
                continue
            if found["aspects"] is None or number != len(paper.aspects):
                start, end = found.span(which)
                yield hit(path, start=start, end=end, stated=number, listed=listed)
