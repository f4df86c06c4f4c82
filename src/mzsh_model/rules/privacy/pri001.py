"""PRI001 privacy-personal-number."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.personal_numbers import personal_numbers
from mzsh_model.outline.lines import Line
from mzsh_model.rules.context import Context
from mzsh_model.rules.finding import Level
from mzsh_model.rules.rule import Basis, Hit, Message, hit_line, rule

_NOTE = lazy_pattern(r"[（(]?\s*联系人\s*[：:][^。；]{2,60}?[）)]?")
"""The note below the date of a paper (附注, GB/T 9704-2012): whom to ask, and by which number."""


@rule(
    code="PRI001",
    name="privacy-personal-number",
    on=Line,
    any_paper=True,
    level=Level.MUST,
    basis=Basis("《中华人民共和国个人信息保护法》第六条：收集个人信息应当限于实现处理目的的最小范围", "规定"),
    zh=Message(
        "这里有身份证号。",
        "材料要印发、上报、归档，不应带有与内容无关的个人信息。",
        "删去，或按本单位规定隐去一部分。",
        "联系人：某局办公室",
        {
            "mobile": "这里有手机号。",
            "card": "这里有银行卡号。",
            "landline": "这里有固定电话，公文附注以外的地方一般不写。",
            "plate": "这里有车牌号。",
        },
    ),
    en=Message(
        "An identity card number stands here.",
        "Papers are circulated and filed; personal numbers do not belong in them.",
        "Remove or mask it.",
        "联系人：某局办公室",
        {
            "mobile": "A mobile number stands here.",
            "card": "A bank card number stands here.",
            "landline": "A telephone number stands here.",
            "plate": "A number plate stands here.",
        },
    ),
)
def privacy_personal_number(line: Line, at: str, ctx: Context) -> Iterator[Hit]:
    """材料里不应有身份证号、手机号、银行卡号和车牌号。

    正文、表格里哪一行有都算，写成下面这样的才当作号码：

    - 身份证号：18位，中间8位是年月日；末位对不上校验码的不算。
    - 手机号：1开头的11位；分成3、4、4位，中间空格或加连字符的也算。
    - 银行卡号：3至6开头的16至19位，四位一空的也算；对不上校验位的不算。
    - 车牌号：省份简称、一个字母，再加5位或6位字母和数字。
    - 固定电话：前面写着电话、座机、传真、号码，带区号的；只作提示。

    用星号隐去几位的不算，项目编号、文号、金额不算。落款下面的附注（“联系人：……，电话：……”单独成段）里，固定电话不算，手机号只作提示。

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    身份证号：11010519491231002X，联系电话：13800000000
    ```

    → 「11010519491231002X」「13800000000」

    Bad:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统。二是调研不够深入。
    办公电话：010-66000000，账号6222000000000000004，公车京A12345。
    ```

    → 「010-66000000」「6222000000000000004」「京A12345」

    Good:

    ```text
    2025年度民主生活会个人对照检查材料
    一、存在的问题
    一是学习不够系统，项目110105194912310021的资料没有学完。二是调研不够深入。
    ```
    """
    note = _NOTE.fullmatch(line.text.strip()) is not None
    for start, end, case in personal_numbers(line.text):
        if note and case == "landline":
            continue
        level = Level.HINT if case == "landline" or (note and case == "mobile") else None
        yield hit_line(line, start, end, level=level, case="" if case == "identity" else case)
