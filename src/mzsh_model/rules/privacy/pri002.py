"""PRI002 privacy-secrecy-mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule

_MARK = re.compile(r"(?:绝密|机密|秘密)\s*(?:★|☆|\*)\s*(?:\d+\s*年|长期)?|^\s*(?:绝密|机密|秘密)\s*$")


@rule(
    code="PRI002",
    name="privacy-secrecy-mark",
    on=Line,
    level=Level.MUST,
    basis=Basis("《中华人民共和国保守国家秘密法》：不得使用非涉密计算机存储、处理国家秘密信息", "规定"),
    zh=Message(
        "这里标有密级“{mark}”。",
        "涉密材料不得在非涉密计算机上处理。",
        "立即停止在本机处理，按保密规定报告；标错的，由定密责任人改正。",
        "不涉密的材料不标密级。",
    ),
    en=Message(
        "The line carries the secrecy mark “{mark}”.",
        "Classified papers may not be processed on an unclassified computer.",
        "Stop and report it under the secrecy rules.",
        "不涉密的材料不标密级。",
    ),
)
def privacy_secrecy_mark(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """标有密级的材料不应在普通电脑上处理。

    Bad:

    ```text
    秘密★1年
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```

    → 「秘密★1年」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    ```
    """
    if "密" in line.text and (found := _MARK.search(line.text)):
        yield hit_line(line, found.start(), found.end(), mark=found[0].strip())
