"""Blanks that an author has yet to fill: xx, ××, 某, ____, 【姓名】, 待补充. They are never names and never zero."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from mzsh_model.kernel.patterns import by_first

BlankKind = Literal["person", "org", "date", "count", "place", "text"]
_BLANK = re.compile(
    by_first(
        ("xXｘＸ", r"(?:(?<![A-Za-z0-9./].)[xXｘＸ]{0,5}(?![A-Za-z中]|\d)|(?<=20.)[xXｘＸ](?=年))"),
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
        ("某", r"(?<![\u4e00-\u9fff].)某{1,2}(?=同志|，|、|。|$)"),
        ("某", "(?<=[张王李赵刘陈杨黄周吴徐孙马朱胡郭何高林罗郑梁].)某?(?![些种个项方])"),
        ("○", "○{1,3}"),
    )
)
_BOLD = re.compile(r"\*\*[^*\s][^*\n]{1,40}\*\*")
_PERSON = re.compile(r"\s*(?:同志|书记|主任|局长|处长|科长|组长|委员|参加|主持|、|（职务|出席|到会)")
_COUNT = re.compile(r"\s*(?:余|多)?\s*(?:个|条|项|次|场|人|名|份|件|户|篇|%|万|余|小时|天|期|批|起|人次)")
_PLACE = re.compile(r"\s*(?:会议室|会堂|礼堂|楼)")
_ORG = re.compile(
    r"\s*(?:局|院|厅|公司|集团|中心|单位|科|处|室|部|委|办|市|县|区|镇|乡|街道|村|省|学校|党组|党委|支部|站|平台|企业)"
)
_DATE = re.compile(r"\s*(?:年|月|日|季度)")
_BEFORE_PERSON = re.compile(r"(?:书记|主任|局长|处长|组长|委员|成员|同志|领导|[xX×]、|人[:：])\s*$")


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


def kind_of_blank(text: str, blank: Blank) -> BlankKind:
    """Return what a blank stands for, by the words around it."""
    after = text[blank.end : blank.end + 8]
    before = text[max(0, blank.start - 8) : blank.start]
    if "姓名" in blank.raw or _PERSON.match(after) or _BEFORE_PERSON.search(before):
        return "person"
    if _DATE.match(after) or "日期" in blank.raw or "时间" in blank.raw:
        return "date"
    if "人数" in blank.raw or _COUNT.match(after):
        return "count"
    if _PLACE.match(after) or "地点" in blank.raw:
        return "place"
    return "org" if _ORG.match(after) or "单位" in blank.raw else "text"
