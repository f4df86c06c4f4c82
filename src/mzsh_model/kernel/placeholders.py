"""Blanks that an author has yet to fill: xx, ××, 某, ____, 【姓名】, 待补充. They are never names and never zero."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.kernel.patterns import by_first, lazy_pattern

_BLANK = lazy_pattern(
    by_first(
        ("xXｘＸ", r"(?:(?<![A-Za-z0-9./].)[xXｘＸ]{0,5}(?![A-Za-z中光轴]|射线|染色体|\d)|(?<=20.)[xXｘＸ](?=年))"),
        ("×", r"(?<![\d×].)×{0,5}(?!\d)"),
        (
            "*＊",
            r"(?<![*＊].)[*＊]{0,3}(?![*＊])(?=[年月日市县区局镇乡省部委科室同人次条个项名份万%、，。]|[\u4e00-\u9fff])",
        ),
        ("_", "_+"),
        ("＿", "＿+"),
        (
            r"【〔\[（(〈<",
            r"\s*(?:请?填写?[^】〕\])）〉>]{0,12}|待(?:填|补充|定|完善|核实)[^】〕\])）〉>]{0,12}|此处[^】〕\])）〉>]{1,20}|[^】〕\])）〉>]{0,8}(?:待补充|待填))\s*[】〕\])）〉>]",
        ),
        ("【", "[^】]{1,20}】"),
        ("〔", "(?:姓名|单位|时间|日期|地点|人数|职务)〕"),
        ("待", "(?:补充|填写)"),
        # what forms and merges show until somebody fills them in: Word's prompts, merge fields, templates, typed brackets
        ("单点", "击(?:或(?:点击|单击|点按))?此处[^，。；：]{0,12}"),
        ("«", "[^«»]{1,20}»"),
        ("{", r"\{[^{}]{1,30}\}\}"),
        (r"\[［", "(?:姓名|责任人|责任单位|牵头人|完成时限|时限|单位|时间|日期|地点|人数|职务)[\\]］]"),
        ("某", r"(?<![\u4e00-\u9fff].)某{0,2}(?=同志|，|、|。|$)"),
        ("某", "(?<=[张王李赵刘陈杨黄周吴徐孙马朱胡郭何高林罗郑梁].)某?(?![些种个项方])"),
        ("○", "○{1,3}"),
    )
)
_BOLD = lazy_pattern(r"\*\*[^*\s][^*\n]{1,40}\*\*")


class Blank(NamedTuple):
    """A blank and where it stands in a text."""

    start: int
    end: int
    raw: str


def find_blanks(text: str) -> tuple[Blank, ...]:
    """Return the blanks of `text` in order; letters inside Latin words, 3×5 and 某些 are none."""
    bold = [m.span() for m in _BOLD.finditer(text)] if "**" in text else []
    return tuple(
        Blank(m.start(), m.end(), m[0])
        for m in _BLANK.finditer(text)
        if not (m[0][0] == "*" and any(low <= m.start() < high for low, high in bold))
    )
