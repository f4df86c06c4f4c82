"""TXT001 text-placeholder-left."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.placeholders import Blank, find_blanks
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule
from mzsh_model.rules.senses import sense

_OPENS = lazy_pattern(r"(?:.*[。；！？])?\s*[（(]?[\d一二三四五六七八九十①-⑳]{0,3}[）).．、是]?\s*")
"""What stands before a sentence: the sentences before it, and its number."""
_ASKS = lazy_pattern(
    r"[某xXｘＸ×*＊_＿○]|[填写补待]|此处|(?:姓名|名称?|单位|部门|职务|时间|日期|地点|人?数|数字|数量|[年月日])】"
)
"""What brackets hold that are to be filled: 【姓名】, 【单位名称】, 【待定】."""


@rule(
    code="TXT001",
    name="text-placeholder-left",
    on=Line,
    level=Level.SHOULD,
    basis=Basis("定稿要求：不留占位、不留待补充", "惯例"),
    zh=Message(
        "还有{count}处占位没有填：{blanks}。",
        "占位留到会上或上报，说明没有最后核对。",
        "填上实际的姓名、日期和数字；需要隐去的，按本单位规定统一处理。",
        "2026年1月20日",
    ),
    en=Message(
        "{count} blank(s) left: “{blanks}”.",
        "Blanks in a final paper show that it was not proofread.",
        "Fill in names, dates and numbers.",
        "2026年1月20日",
    ),
)
def text_placeholder_left(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """定稿里不应留有占位。

    同一段里的占位合成一处提醒，标在第一个占位上。说案例时隐去姓名的“王某”不算；【学习方面】这样写在一句话前面的小标题也不算。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    会前征求意见xx条，谈心谈话____人次。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```

    → 「xx」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    会前征求意见5条，谈心谈话8人次。
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```
    """
    text = line.text
    blanks = [one for one in find_blanks(text) if not _is_of_a_case(text, one) and not _labels(text, one)]
    if blanks and not _is_heading(text.strip(), ctx):
        shown = "、".join(dict.fromkeys(blank.raw for blank in blanks))
        yield hit_line(line, blanks[0].start, blanks[0].end, count=len(blanks), blanks=shown)


def _is_heading(text: str, ctx: Context) -> bool:
    """Whether a line in brackets is one of the paper's headings: 【根源剖析】."""
    return text[0] == "【" and any(text[1:].rstrip("】") == section.heading for section in ctx.sections)


def _labels(text: str, blank: Blank) -> bool:
    """Whether brackets that open a sentence name what it is about, and ask nobody to fill them: 【政治忠诚方面】开会传达多."""
    if blank.raw[0] != "【" or _ASKS.search(blank.raw):
        return False
    return _OPENS.fullmatch(text, 0, blank.start) is not None and bool(text[blank.end :].strip("：: "))


def _is_of_a_case(text: str, blank: Blank) -> bool:
    """Whether it hides the name of somebody whose case is told: 对照王某违规插手招投标案."""
    if not blank.raw.startswith("某"):
        return False
    end = text.find("。", blank.end)
    sentence = text[text.rfind("。", 0, blank.start) + 1 : end if end >= 0 else len(text)]
    return any(word in sentence for word in sense("case", "words"))
