"""PRI002 privacy-secrecy-mark."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.secrecy import secrecy_mark
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule


@rule(
    code="PRI002",
    name="privacy-secrecy-mark",
    on=Line,
    any_paper=True,
    level=Level.MUST,
    basis=Basis(
        "《中华人民共和国保守国家秘密法》（2024年修订，2024年5月1日起施行）第三十一条第三项：不得使用非涉密信息系统、信息设备存储、处理国家秘密",
        "规定",
    ),
    zh=Message(
        "这里标有密级“{mark}”。",
        "国家秘密不得用非涉密的信息系统、信息设备存储和处理。",
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

    标有密级的文件只指出密级所在，不再检查别的，也不写批注、不改写。

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
    if found := secrecy_mark(line.text):
        yield hit_line(line, found.start(), found.end(), mark=found[0].strip())
