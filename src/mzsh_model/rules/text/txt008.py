"""TXT008 text-brackets-of-two-widths."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.patches import patch_line
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule

_MIXED = lazy_pattern(r"（[^（）()]*\)|\([^（）()]*）")
_FULL = {"(": "（", ")": "）"}


@rule(
    code="TXT008",
    name="text-brackets-of-two-widths",
    on=Line,
    level=Level.HINT,
    basis=Basis("公文用全角标点是通行写法", "惯例"),
    zh=Message(
        "这对括号一个全角、一个半角。",
        "全角半角混用，排版时字距会乱，查找也容易漏。",
        "两边都用全角括号。",
        "《条例》（修订版）",
    ),
    en=Message(
        "One bracket of this pair is full width, the other is not.",
        "Mixed widths upset the spacing and are missed when searching.",
        "Use full width on both sides.",
        "《条例》（修订版）",
    ),
)
def text_brackets_of_two_widths(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """一对括号应当同宽。

    两个都是半角的不查。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    会前学习了《条例》（修订版)，写了体会。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```

    → 「（修订版)」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    会前学习了《条例》（修订版），写了体会(2篇)。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```
    """
    for found in _MIXED.finditer(line.text):
        start, end = found.span()
        odd = start if found[0].startswith("(") else end - 1
        yield hit_line(line, start, end, patches=patch_line(line, odd, odd + 1, _FULL[line.text[odd]]))
