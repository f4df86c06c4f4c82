"""PRI001 privacy-personal-number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule

_ID = re.compile(r"(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
_DIGITS = re.compile(r"\d\d{10}")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@rule(
    code="PRI001",
    name="privacy-personal-number",
    on=Line,
    level=Level.MUST,
    basis=Basis("《中华人民共和国个人信息保护法》第六条：收集个人信息应当限于实现处理目的的最小范围", "规定"),
    zh=Message(
        "这里有身份证号。",
        "材料要印发、上报、归档，不应带有与内容无关的个人信息。",
        "删去，或按本单位规定隐去一部分。",
        "联系人：某局办公室",
        {"mobile": "这里有手机号。"},
    ),
    en=Message(
        "An identity card number stands here.",
        "Papers are circulated and filed; personal numbers do not belong in them.",
        "Remove or mask it.",
        "联系人：某局办公室",
        {"mobile": "A mobile number stands here."},
    ),
)
def privacy_personal_number(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """材料里不应有身份证号和手机号。

    身份证号按国家标准的校验位核对，避免把别的数字当成身份证号。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    身份证号：11010519491231002X，联系电话：13800000000
    ```

    → 「11010519491231002X」「13800000000」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统，项目110105194912310021的资料没有学完。二是调研不够深入。
    ```
    """
    if not _DIGITS.search(line.text):
        return
    for found in _ID.finditer(line.text):
        total = sum(int(d) * w for d, w in zip(found[0], _WEIGHTS, strict=False))
        if "10X98765432"[total % 11] == found[0][-1].upper():
            yield hit_line(line, found.start(), found.end())
    for found in _MOBILE.finditer(line.text):
        yield hit_line(line, found.start(), found.end(), case="mobile")
