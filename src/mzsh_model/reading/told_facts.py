"""Facts inside sentences: who is responsible, by when, how many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from mzsh_model.chinese.fields import field_names
from mzsh_model.chinese.limits import limit_firsts, limit_words
from mzsh_model.chinese.surnames import is_person
from mzsh_model.chinese.unsaid import is_everybody, is_unsaid, names_thing
from mzsh_model.kernel.dates import DAY, MONTH, YEAR
from mzsh_model.kernel.lookalikes import seen
from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import begins_with, lazy_pattern
from mzsh_model.kernel.placeholders import find_blanks
from mzsh_model.model.base import Placeholder


class Fact(NamedTuple):
    """A value and where it stands in the text it was found in."""

    text: str
    start: int
    end: int


_X = r"[xX×＊*ｘ]"
_HAN = r"\u4e00-\u9fff"
_NEXT_FIELD = rf"[\s，,、.．]+[{_HAN}]{{2,6}}\s*[:：]"
_STOPS = {"owner": "；;，,）)］】。\n", "department": "；;，,）)］】。\n", "due": "；;）)］】。\n"}


@cache
def _field(name: str) -> re.Pattern[str]:
    """A field of prose and what it says: 责任人：张三, 责任单位为宣传科; its name is not the end of another word."""
    names, stops = "|".join(field_names()[name].prose), _STOPS[name]
    return re.compile(
        rf"(?<![{_HAN}])(?:{names})\s*(?:[:：]|为(?!了))\s*((?:［[^］]*］|【[^】]*】|[^{stops}])+?)(?=[{stops}]|{_NEXT_FIELD}|[.．]?\s*$)"
    )


_VERB = "共同|亲自|蹲点|分别|负责|负总责|牵头|承办|主办|组织(?!部|处|科|股|室|人事|委员)|落实|联络|建立|做好|制定|开展|每|定期|跟踪|督办|汇总|会同|统筹|统一|拿出|提出|起草|逐|研究|登记|及时|限期|具体|抓好|完善|推进|协调|带队|梳理|配合|监督|包干|包案|包抓|包保|包联|挂帅|领办|盯办|把关|主管|主抓|兜底|于|在|按|对"
_BY = lazy_pattern(
    rf"(?:^|(?<=[，,。；;：:、！（(\s.．]))由\s*([\u4e00-\u9fffxX×A-Za-z]{{2,16}}?(?:[、和][\u4e00-\u9fffxX×]{{2,10}}?)?)(?=(?:{_VERB}))"
)
_ANSWERS = lazy_pattern("(?:具体|共同|分别|统一|亲自)?(?:负责|负总责|牵头|承办|主办|落实|统筹)")
_BY_UNIT = lazy_pattern(
    rf"(?:^|(?<=[，,。；;：:、！（(\s.．]))由\s*([\u4e00-\u9fff]{{1,12}}?(?:部|科|室|处|办|中心|组|局|委|股|队|所|站))(?=(?:{_VERB}))"
)
_UNIT = lazy_pattern(
    r"(?:^|(?<=[，,。；;：:、！\s.．]))(?!全)([\u4e00-\u9fff]{2,10}(?:部|科|室|处|办|中心|组|委|局))(?=20\d\d\s*年|\d{1,2}\s*月)"
)
"""A unit whose sentence goes on with its time limit: 信贷部2026年3月底前出台……"""
_CLAUSE = lazy_pattern(r"[^，,。；;：:（）()\s]+")
_BARE_UNIT = lazy_pattern(
    r"(?!全|各|建|成立|设|组建|深入|走|进|到|下|选派|调整|充实|联系|包保)[\u4e00-\u9fff]{1,6}(?:部|科|室|处|办|中心|组|委|局|股|队|所|站)"
)
_LONGEST_WHO, _LONGEST_DUE = 10, 16
_OFFICE = rf"(?:(?!由)[{_HAN}]){{1,9}}(?:部|科|室|处|办|中心|组|委|局|股|队|所|站)"
POST_HOLDER = (
    r"(?:(?:主要|分管|包[村片联]|联系|挂点|挂钩|牵头|责任)(?:负责同志|负责人|领导|同志)"
    rf"|(?:(?!由)[{_HAN}]){{0,8}}(?:书记|主任|主席|主委|编辑|总编|[局科处部院校镇乡县市区州股段站所队厂馆会组]长|经理|委员|总监|总师|工程师|主编))"
)
"""Who is named by a post alone: 分管领导, 常务副县长, 组织委员."""
_COMRADES = rf"[{_HAN}]{{2,3}}(?:、[{_HAN}]{{2,3}})*同志"
_LEADS = lazy_pattern(
    rf"(?:^|(?<=[，,。；;：:.．]))((?:{_OFFICE}|{POST_HOLDER})(?:[、和](?:{_OFFICE}|{POST_HOLDER}))*|{_COMRADES})"
    r"(?:牵头负责|牵头抓总|牵头落实|牵头|负责落实|具体负责|具体落实|负责|亲自抓|主抓|负总责|包干|包案|包抓|包保)(?=[，,、。；;）).．]|$)"
)
"""Who, and nothing but that he leads: 办公室牵头，…; 张三、李四同志牵头负责。"""
_SELF = lazy_pattern(r"(我本人|本人|我)(?:亲自)?(?=牵头|负责|带头负责|包保?|领办|挂帅|主抓|督办|盯办)")

_EVENTS = limit_words("event")
_DUE = lazy_pattern(
    begins_with(
        rf"\dxX×*＊ｘＸ_某一二三四五六七八九十元今明本当次下年{limit_firsts('event')}",
        rf"(?<!\d)20\d\d([-./])\d{{1,2}}(?:\1\d{{1,2}})?\s*日?\s*(?:底|末)?\s*(?:之前|以前|前)"
        rf"|{YEAR}?{MONTH}(?:{DAY})?\s*(?:底|末|中旬|上旬|下旬)?\s*(?:之前|以前|前)"
        rf"|{YEAR}?{MONTH}\s*(?:底|末)"
        rf"|{YEAR}(?:年)?\s*(?:底|末)\s*(?:之前|以前|前)?|{YEAR}(?:上半年|下半年|第?[一二三四1-4]季度|[一二三四]季度)(?:内|底前|末前|前|底)?"
        rf"|{YEAR}?(?:{MONTH})?(?:年底|年末|年内|年中|本年度内|(?:{_EVENTS})(?:节|期间?|假期)?(?:结束|开始|到来|来临)?)(?:之前|以前|前)"
        rf"|(?:{YEAR}度|下次|下年度)(?:专题)?(?:民主|组织)生活会(?:召开)?(?:之前|以前|前)",
    )
)
_OF_ELSE = lazy_pattern(r"(?:尚未|未|没有?|仍未|已经?|应当?|就(?=[已曾能该])|所)[^，。；,;]{1,12}?的")
"""What goes on behind a date that only tells which things are meant: 2024年6月底前未办结的12件积案."""
_REACHED = r"(?:全部|基本|全面)?(?:完成|办结|整改到位|落实到位|整改完毕|销号|建成|出台|印发|启用|清零|见效|到位|收尾|交账)(?!了|的|率)"
_DUE_REACHED = lazy_pattern(rf"(?:{YEAR}{MONTH}|(?<=[，,。；;：:（(于在])\s*{MONTH})(?:{DAY})?\s*(?={_REACHED})")
"""A month or day by which a thing is done: 于2025年5月20日完成, 2025年6月完成; what was done then is told with 已 or 了."""
_DUE_LAST = lazy_pattern(
    rf"(?<=[，,。；;：:（(])\s*({YEAR}{MONTH}(?:{DAY})?\s*(?:[上中下]旬|底|末)?)\s*[)）]?\s*[。；;.]?\s*$"
)
"""A month or day that is the whole of the last clause: 一年一轮巡查，2026年12月。"""
_ALREADY = lazy_pattern(r"(?:已经?|曾|早在)(?:于|在)?\s*$")
_BOUNDED, _MONTH, _SPAN = lazy_pattern("[前底末半季]"), lazy_pattern("月"), lazy_pattern("[内底末半季]")
"""What no date is without that something is due by, that is reached or is the last of a measure, that names no year."""
_ENDS_CLAUSE = r"(?=\s*(?:[，,。；;）)！.．]|$))"
_AT_ONCE, _FOR_GOOD, _ALL_YEAR, _FROM_NOW = (limit_words(sense) for sense in ("once", "good", "year", "now"))
_WORDED = lazy_pattern(f"{_AT_ONCE}|{_FOR_GOOD}|{_ALL_YEAR}|{_FROM_NOW}")
_DUE_WORD = lazy_pattern(
    rf"(?:^|(?<=[，,。；;：:（(.．起]))\s*((?:(?:{_AT_ONCE}|{_FOR_GOOD})|{YEAR}?(?:{_ALL_YEAR}))"
    rf"(?:\s*[，,、]?\s*并?(?:{_AT_ONCE}|{_FOR_GOOD}|{_ALL_YEAR}))*){_ENDS_CLAUSE}"
)
_AT_ONCE_DONE = lazy_pattern(
    rf"(?:^|(?<=[，,。；;：:（(]))\s*(?!坚持|做到|注重|能够|推动|确保|实行|[^，,。；;：:]*(?:问题|意见|[要须应]))[{_HAN}]{{2,12}}?({_AT_ONCE}){_ENDS_CLAUSE}"
)
"""At once, with what is done so before it: 窗口的空调立行立改; not how all is to be done: 对问题要立行立改."""
_DUE_FROM = lazy_pattern(
    rf"(?:^|(?<=[，,。；;：:（(.．]))\s*({_FROM_NOW})(?:(?:正式)?(?:执行|实行|施行|实施|落实|启用|推行)|就(?:[这那]么|[这那]样|照此)?[定办做改来])?(?:{_ENDS_CLAUSE}|(?=[就不凡]|一律|所有))"
)
"""From now on: 从即日起，…; what begins on a day (2026年3月起) is no limit, it says from when on and not by when."""
_WITHIN = lazy_pattern(
    r"(?:一|两|二|三|四|五|六|\d{1,2})\s*(?:个?(?:月|周|季度)|年)(?:之内|以内|内)"
    r"(?=[^，。；]{0,6}(?:完成|整改|办结|解决|销号|到位|建立|制定|出台|拿出|形成|建成|化解|清零|达到|实现|覆盖|见效)|[，。；）]|$)"
)
"""So long from now on; where a word says that it is for good, it is how often or how fast."""


_WITHIN_DAYS = lazy_pattern(
    r"(?:^|(?<=[，,。；;：:（(]))(?:[一两二三四五六七八九十]|\d{1,2})\s*个?(?:周|星期|工作日|月)(?:之内|以内|内)"
)
_DUE_SPAN = lazy_pattern(
    r"(?:^|(?<=[，,。；;：:（(于在])|(?<=力争)|(?<=争取))"
    r"((?:年内|[上下]半年(?![、和各])|第?[一二三四]季度(?![、和各])|(?:[一两二三四五六]|\d{1,2})个月内)(?:之前|以前|底前|末前|前|末)?)"
    r"|(?<![每各逐])((?:[今本]年|本[周月]|这个?[周月]|本季度)(?:之内|以内|内|[底末])(?!的)(?:之?前|以前)?)"
    rf"|(?:^|(?<=[，,。；;：:（(于在]))(年[底末])(?=\s*(?:{_REACHED}|见\w|交[卷账]|兑现|达标|达到|收官))"
)
"""A time limit that names no year, at the beginning of what is done in it: 上半年完成…, 两个月内，…; 这个月内 is one anywhere, as is
年底 before what is reached then.
"""
_WITHIN_SPAN = lazy_pattern(
    r"(?:[一两二三四五六七八九十]|\d{1,2})\s*个?(?:周|星期|礼拜|月|工作日)(?:之内|以内|内)(?!\s*(?:必须)?(?:[答回]复|办结|反馈|[回响]应|发声|到[户位账]|见面))(?=[^，,。；;]*[\u4e00-\u9fff])"
)
_EACH_TIME = lazy_pattern("[每凡均逢起自后各]|一律|今后|收到|接到|以来|最近|过去")
"""Words of a clause that says how fast a thing is done whenever it comes up: 自收到之日起一个月内答复."""


def named_owner(text: str) -> Fact | None:
    """Return who a measure makes responsible: a named field, else 由…负责 or the unit before a time limit, else the speaker's own 我本人牵头."""
    by = (_BY_UNIT, _BY) if "由" in text else ()
    for pattern in (_field("owner"), _field("department"), *by, _UNIT, _LEADS, _SELF):
        for found in _most_sure(text, pattern):
            start, end = found.span(1)
            while end > start and text[end - 1].isspace():
                end -= 1
            nobody = pattern in (_BY, _BY_UNIT, _LEADS) and _is_nobody(found[1])
            thing = pattern in (_BY, _UNIT) and names_thing(found[1]) and _ANSWERS.match(text, end) is None
            if start < end and not nobody and not thing:
                return Fact(text[start:end], start, end)
    return _beside_due(text)


def _most_sure(text: str, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
    """Whom `pattern` finds, of those named by 由 first those said to answer for it: 由纪检组抽查，由审批科负责."""
    if pattern is not _BY and pattern is not _BY_UNIT:
        return pattern.finditer(text)
    found = list(pattern.finditer(text))
    return sorted(found, key=lambda one: _ANSWERS.match(text, one.end(1)) is None) if len(found) > 1 else found


def _beside_due(text: str) -> Fact | None:
    """Who has a clause of his own beside one that is nothing but the time limit: ……，办公室，2026年3月底前."""
    clauses = [found.span() for found in _CLAUSE.finditer(text)]
    names = (*field_names()["owner"].prose, *field_names()["department"].prose)
    for at, (start, end) in enumerate(clauses[1:], 1):
        start += max((len(name) for name in names if text.startswith(name, start)), default=0)
        words = text[start:end]
        if end - start > _LONGEST_WHO or not (_BARE_UNIT.fullmatch(words) or is_person(words)):
            continue
        if any(_is_due(text[slice(*clauses[n])]) for n in (at - 1, at + 1) if n < len(clauses)):
            return Fact(words, start, end)
    return None


def _is_due(clause: str) -> bool:
    told = due_of(clause) if len(clause) <= _LONGEST_DUE else None
    return told is not None and len(told.text) * 4 >= len(clause) * 3


_NOBODY = frozenset({"我本人", "本人", "此"})


def names_nobody(who: str) -> bool:
    """Whether words that stand where somebody answers for a thing name nobody that leads it: 各相关科室, 班子成员."""
    return is_unsaid(who, "owner") or is_everybody(who)


def _is_nobody(name: str) -> bool:
    """Whether 由… names nobody in particular: 由专人登记, 由业务骨干一对一辅导."""
    bare = name.removeprefix("由")
    return bare in _NOBODY or names_nobody(bare) or names_nobody(bare[:-1])


def has_owner_field(text: str) -> bool:
    """Tell whether `text` has a field for the responsible person: 责任领导：张三."""
    return _field("owner").search(text) is not None


def department_of(text: str, *, beside: bool = False) -> Fact | None:
    """Return the responsible department where it is a field of its own beside the responsible person; `beside`: he is in
    another line.
    """
    found = _field("department").search(text) if beside or has_owner_field(text) else None
    return Fact(found[1].strip(), *found.span(1)) if found else None


@cache
def _dated() -> Sequence[tuple[re.Pattern[str], re.Pattern[str], int | None]]:
    """What tells a date by which a thing is due: what no such date is without, its pattern, its group (None: whichever matched)."""
    names = "|".join(field_names()["due"].prose)
    behind_name = lazy_pattern(  # with no mark between them: 时限2025年3月15日
        rf"(?<![{_HAN}])(?:{names})\s*((?:{YEAR}(?:{MONTH}(?:{DAY})?|[上下]半年|第?[一二三四1-4]季度)?|{MONTH}(?:{DAY})?)\s*(?:[上中下]旬|底|末)?\s*(?:之前|以前|前)?)"
    )
    return (
        (lazy_pattern(names), behind_name, 1),
        (_BOUNDED, _DUE, 0),
        (_MONTH, _DUE_REACHED, 0),
        (_SPAN, _DUE_SPAN, None),
        (_MONTH, _DUE_LAST, 1),
    )


_SINCE = lazy_pattern(rf"{YEAR}(?:{MONTH})?(?:{DAY})?起[，,]?\s*")
_DOES = lazy_pattern(rf"(?!并|且|长期|持续|常态)[{_HAN}]{{2,}}[^，,；;]*$")


def _limit_in(said: str, at: int) -> Fact | None:
    """The limit alone of what a field says, where it goes on with what shall be done by then: 2025年3月底前建立台账; None where
    it says nothing more. From when on a thing is done stands before its limit: 2024年起长期坚持.
    """
    since = _SINCE.match(said)
    start = since.end() if since and since.end() < len(said) else 0
    limit = _DUE.match(said, start)
    close = limit.end() if limit and _DOES.match(said, limit.end()) else len(said)
    return Fact(said[start:close], at + start, at + close) if start or close < len(said) else None


def _is_told_of_else(text: str, start: int, end: int) -> bool:
    """Whether a date is no limit of what is to be done: it was reached, or says which things are meant."""
    return _OF_ELSE.match(text, end) is not None or _ALREADY.search(text, 0, start) is not None


def due_of(text: str) -> Fact | None:
    """Return a measure's time limit as typed: a named field, else the first date that something is due by, else a word."""
    if found := _field("due").search(text):
        return _limit_in(found[1].strip(), found.start(1)) or Fact(found[1].strip(), *found.span(1))
    view = seen(text)
    for sign, pattern, group in _dated():
        if sign.search(view.text) is None:
            continue
        for one in pattern.finditer(view.text):
            told = one.span(one.lastindex or 0 if group is None else group)
            if not _is_told_of_else(view.text, *told):
                start, end = view.span(*told)
                return Fact(text[start:end], start, end)
    for pattern in (_DUE_WORD, _DUE_FROM, _AT_ONCE_DONE) if _WORDED.search(view.text) else ():
        if found := pattern.search(view.text):
            start, end = view.span(found.start(1), found.end())
            return Fact(text[start:end], start, end)
    if (found := _within(view.text)) is not None:
        start, end = view.span(*found.span())
        return Fact(text[start:end], start, end)
    return None


def _within(text: str) -> re.Match[str] | None:
    """So long from now on; within a clause if that does one thing: 编辑科的事一个星期之内摆到桌面上谈."""
    if "内" not in text:
        return None
    if found := _WITHIN.search(text) or _WITHIN_DAYS.search(text):
        return found
    for clause in _CLAUSE.finditer(text):
        if _EACH_TIME.search(clause[0]) is None and (found := _WITHIN_SPAN.search(text, *clause.span())) is not None:
            return found
    return None


def count_value(raw: str) -> int | Placeholder:
    """Return the number `raw` is, or the blank that stands in its place."""
    number = parse_numeral(raw)
    return Placeholder(raw=raw, of="count") if number is None else number


def name_value(raw: str, of: str = "person") -> str | Placeholder:
    """Return the name `raw`, or the blank that stands in its place: never a blank as a name."""
    blanks = find_blanks(raw)
    covered = sum(b.end - b.start for b in blanks)
    if blanks and covered >= len(raw.strip()):
        return Placeholder(raw=raw, of="org" if of == "org" else "person")
    return raw


def owner_value(raw: str) -> str | Placeholder:
    """Return who answers for a measure as typed, or the blank in his place: nobody (各相关科室) is a blank."""
    return Placeholder(raw=raw, of="person") if is_unsaid(raw, "owner") else name_value(raw)
