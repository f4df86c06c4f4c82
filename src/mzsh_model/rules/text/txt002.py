"""TXT002 text-paragraph-without-end-mark."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.patches import patch_line
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule

_ENDS = frozenset('。！？!?：:；;…”"’）)】》.．')
_INNER = lazy_pattern(r"[，。；,;]")
_COMMAS = frozenset("，,、")
_LONG = 40
_SHORT = 8
_TAIL = 10


@rule(
    code="TXT002",
    name="text-paragraph-without-end-mark",
    on=Line,
    level=Level.SHOULD,
    basis=Basis("标点符号用法（GB/T 15834-2011）：陈述句末用句号", "规定"),
    zh=Message(
        "这一段末尾没有句号。",
        "段末没有标点，可能是漏打，也可能是后半段被误删。",
        "核对这一段是否完整，补上句号。",
        "……研讨发言引用的数据还是前年的，没有及时更新。",
    ),
    en=Message(
        "This paragraph ends without a full stop.",
        "Either the mark or the rest of the paragraph is missing.",
        "Check that the paragraph is complete and add the mark.",
        "……研讨发言引用的数据还是前年的，没有及时更新。",
    ),
)
def text_paragraph_without_end_mark(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """正文段落应当以句号等结束。

    标题、表格和较短的行不查，以逗号结束的再短也查；按固定宽度断行的文本，行末不是段末，不查。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统，列入计划的4本书只读了2本，研讨发言引用的数据还是前年的，没有及时更新
    二是调研不够深入。
    ```

    → 「前年的，没有及时更新」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统，列入计划的4本书只读了2本，研讨发言引用的数据还是前年的，没有及时更新。
    二是调研不够深入。
    ```
    """
    if line.cell is not None or line.level is not None or "\n" in line.text or ctx.is_hard_wrapped:
        return
    text = line.text.rstrip()
    broken = len(text) >= _SHORT and text[-1] in _COMMAS and text[-2] not in _COMMAS  # a comma is no end, however short
    if not broken and (len(text.strip()) < _LONG or text[-1] in _ENDS or not _INNER.search(text)):
        return
    if line.number in ctx.heading_lines:
        return
    sentence = max(text.rfind(mark, 0, len(text) - 2) + 1 for mark in "。；")
    patches = patch_line(line, len(text) - (text[-1] in _COMMAS), len(text), "。")
    yield hit_line(line, max(len(text) - _TAIL, sentence), len(text), patches=patches)
