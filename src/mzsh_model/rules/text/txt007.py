"""TXT007 text-spinner-damage."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule
from mzsh_model.rules.senses import sense
from mzsh_model.rules.words import any_of


@rule(
    code="TXT007",
    name="text-spinner-damage",
    on=Line,
    any_paper=True,
    level=Level.MUST,
    basis=Basis("常见的伪原创工具会把“则”换成“那么”等，换坏固定词语", "惯例"),
    zh=Message(
        "“{word}”像是批量替换时换坏的词。",
        "这种写法多是改写工具或批量替换留下的，读不通。",
        "改回原来的词，并通读全文。",
        "廉政准则",
    ),
    en=Message(
        "“{word}” looks damaged by a rewriting tool.",
        "Such words are usually left by rewriting tools or by replacing throughout.",
        "Restore the word and read the whole text again.",
        "廉政准则",
    ),
)
def text_spinner_damage(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """材料里不应有被改写工具换坏的词。

    词表在配置里；“标准那么清楚”这样本来通顺的不算。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是对廉洁自律准那么学习不够。
    二是调研不够深入。
    ```

    → 「准那么」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是对廉洁自律准则学习不够。
    二是调研不够深入。
    ```
    """
    for found in any_of(ctx.profile.spinner_words).finditer(line.text):
        if line.text[max(found.start() - 1, 0) : found.start() + 1] not in sense("damage", "apart"):
            yield hit_line(line, found.start(), found.end(), word=found[0])
