"""How people write the name of a person: 张三, 张　三, 张某某, ×××, 副局长 张三."""

from __future__ import annotations

from mzsh_model.chinese.codes import DIGITS, Sort
from mzsh_model.kernel.patterns import lazy_pattern

POST = (
    r"[^\s]*(?:书记|委员|主任|[\u4e00-\u9fff]长|总[\u4e00-\u9fff]{2}师|总经理|经理|董事长|主席|成员|党员|干部|总监|总师"
    rf"|巡视员|调研员|负责人|{Sort.POST}{DIGITS})"
)
CHAR = r"[\u4e00-\u9fff\U00020000-\U0003ffff]"
SPREAD = rf"{CHAR}(?:[\s　]{{1,4}}{CHAR}){{1,3}}"
"""A name whose characters stand apart, to be as long as those of others: 张　三, 段 成 玉."""

NAME = rf"{Sort.PERSON}{DIGITS}|(?:{CHAR}|[·xX×*某○]){{2,4}}|{SPREAD}"
BARE_NAME = lazy_pattern(
    rf"(?:{Sort.PERSON}{DIGITS}|(?:{CHAR}|·){{2,4}}|{SPREAD}|[xX×*某○]{{1,4}}|{CHAR}[某xX×*○]{{1,2}})(?:同志)?"
)
