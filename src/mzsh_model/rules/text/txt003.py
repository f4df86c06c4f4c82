"""TXT003 text-marks-unpaired."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.patches import Patch, patch_line
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule

_PAIRS = {"“": "”", "（": "）", "《": "》"}
_FULL = {"(": "（", ")": "）"}
_NUMBER = lazy_pattern(r"(?:^|[。；;，,：:、\s])(?:[\d一二三四五六七八九十]{1,3}|[A-Za-z])$")
_MARKS = lazy_pattern(r"[“”（）()《》]")


@rule(
    code="TXT003",
    name="text-marks-unpaired",
    on=Line,
    level=Level.SHOULD,
    basis=Basis("标点符号用法（GB/T 15834-2011）：引号、括号、书名号成对使用", "规定"),
    zh=Message(
        "标点 {mark} 没有配对，或左右用反了。",
        "引号括号不成对，意思容易读错。",
        "补上另一半，或改正左右；引文分几段的，每段开头用“，最后一段末尾用”。",
        "“十五五”规划",
    ),
    en=Message(
        "The mark {mark} is unpaired or turned round.",
        "Unpaired marks change the reading.",
        "Add the other half or turn it round.",
        "“十五五”规划",
    ),
)
def text_marks_unpaired(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """引号、括号、书名号应当成对。

    全角半角混用的括号算成对；引文分几段的，每段开头用“，只在最后用”，也算成对；按固定宽度断行的文本不查。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是对”十五五“规划学习不够。
    二是调研不够深入。
    ```

    → 「”」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是对“十五五”规划学习不够。
    二是调研不够深入。
    ```
    """
    if ctx.is_hard_wrapped or _unpaired(line.text, 0) is None:
        return
    label = label_at(line.text.lstrip())
    begin = len(line.text) - len(line.text.lstrip()) + (label.end if label else 0)
    if (index := _unpaired(line.text, begin)) is not None and not _runs_over(line, index, ctx):
        yield hit_line(line, index, index + 1, patches=_turned(line, begin, index), mark=line.text[index])


def _runs_over(line: Line, index: int, ctx: Context) -> bool:
    """Whether a quotation runs over paragraphs: each begins with “ and the last alone ends with ”, or it closes in the next."""
    lines = ctx.source.outline.lines if ctx.source is not None else ()
    if line.text[index] == "“":
        after = next((one.text.lstrip() for one in lines[line.number :] if one.text.strip()), "")
        return after.startswith("“") or _first_mark(after) == "”"
    if line.text[index] != "”":
        return False
    before = next((one.text for one in reversed(lines[: line.number - 1]) if one.text.strip()), "")
    opened = _unpaired(before, 0)
    return opened is not None and before[opened] == "“"


def _first_mark(text: str) -> str:
    return next((char for char in text if char in "“”"), "")


def _turned(line: Line, begin: int, index: int) -> tuple[Patch, ...]:
    """The patches of two quotation marks that are both turned round, ”…“, where that makes the line whole."""
    other = line.text.find("“", index)
    if line.text[index] != "”" or other < 0:
        return ()
    mended = f"{line.text[:index]}“{line.text[index + 1 : other]}”{line.text[other + 1 :]}"
    if _unpaired(mended, begin) is not None:
        return ()
    return patch_line(line, index, index + 1, "“") + patch_line(line, other, other + 1, "”")


def _unpaired(text: str, begin: int) -> int | None:
    """Where the first mark stands that closes nothing, else the last one that nothing closes."""
    opened: list[tuple[int, str]] = []
    for found in _MARKS.finditer(text, begin):
        char = _FULL.get(found[0], found[0])
        if char == "）" and not opened and _NUMBER.search(text, 0, found.start()):
            continue  # a number's own bracket, as of 1）
        if char in _PAIRS:
            opened.append((found.start(), _PAIRS[char]))
        elif not opened or opened.pop()[1] != char:
            return found.start()
    return opened[-1][0] if opened else None
