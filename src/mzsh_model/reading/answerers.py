"""Who may answer for a measure where no field names him: persons and units weighed by what stands round them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from mzsh_model.chinese.fields import field_names
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.reading.told_facts import (
    POST_HOLDER,
    Fact,
    due_of,
    names_nobody,
)
from mzsh_model.reading.weighing.evidence import Scores
from mzsh_model.reading.words.lexicon import states_plan
from mzsh_model.reading.words.persons import any_of, persons

_PIECE = lazy_pattern(r"[^，,。；;（）()【】［］\[\]：:—/\s]+")
UNIT = lazy_pattern(
    r"(?!全)[^到向对在把将与给从每各的了下去由为、]{1,8}(?:部(?![分署])|科(?![学技研])|室|处(?![理置分罚])|办(?![法事理公结])|中心|组(?![织建])|委(?![托员])|局(?![面限])"
    r"|股|队(?!伍)|所(?![有以])|站|庭|馆|院|厂|公司|支部|工会|妇联)(?![\u4e00-\u9fff]{0,3}(?:长|主任|书记|员))"
)
_POST_HOLDER = lazy_pattern(POST_HOLDER)
_INSIDE = lazy_pattern(r"(?<=[\u4e00-\u9fff])(?<![理自缘经事])由(?!于|此|来|衷|不得)")
"""Where a clause turns to who does what it is about: 三号楼漏水由张三盯着."""
UNITS = lazy_pattern(rf"{UNIT.pattern}(?:[、和与]{UNIT.pattern})*")
_LEAD = lazy_pattern(
    r"(?:(?:此|该|本|这|上述|以上)[项些件条]?各?项?(?:工作|任务|措施|事项|事)?)?(?:交由|由(?!于|此|来)|交|请(?=[^，。；]*(?:牵头|负责|盯着))|责成|明确|确定|指定|归|委托)"
)
_TAIL = lazy_pattern(
    r"(?:同志)?(?:为(?:主要|第一|直接|具体)?(?:责任|牵头)(?:人|单位|部门|领导|科室)?|(?:具体|亲自|统一|全面|共同|分别)?"
    r"(?:(?<=共同)(?:组织|推进|开展|实施)|牵头|负责|负总责|主责|主抓|承办|主办|承担|落实|办理|督办|包干|包案|包抓|包保|挂帅|领办|盯办|把关|兜底|统筹|协调|抓)[^，。；]{0,8}|去[跑办管]|[盯管]着|(?:管|办|执行|分管)(?:、[^，。；]{2,10})?|(?:会同|陪同?|领着|带着)[^，。；]{2,12})$"
)
_UNTIL = lazy_pattern(r"[、于在]?\s*(?:20\d\d\s*年|\d{1,2}\s*月)")
_HOLDS = lazy_pattern(r"[\u4e00-\u9fff]{0,2}(?:长|主任|书记|员)")
_ACTS = lazy_pattern(r"[\u4e00-\u9fff]{2,4}$")
SEES_TO = lazy_pattern(
    r"(?:[每按逐][\u4e00-\u9fff]{1,2}|定期|具体)?(?:抽查|检查|督查|督促|监督|登记|通报|公[布示]|汇总|统计|排[课班]|考[核评]|回访|核[查对]|[复审]核|[包催查]办|跟[进踪]|巡查|录入|点名|记录|评估)$"
)
"""What a unit does of its own where a thing is due right behind: 纪工委抽查，立行立改. What is laid before it (经党委审议) is none of it."""
_LAID_BEFORE = frozenset("经报提呈送请")
_SUBJECT = lazy_pattern(
    r"(?P<unit>(?!并|请|设|建|走|停|分|召|让|在|进|下|选|成立|组建|意见|重[要点]|全|各|有关|相关|业务科)[^到向对在把将与给从每各的了下去由为、请走召设停开]{0,6}?"
    r"(?:(?<=[\u4e00-\u9fff])(?:科(?![学技研])|处(?![理置分罚])|股(?!份)|局(?![面限部])|庭|(?<!干)(?<!支)部(?![分署门]))|(?:办公|监察|督[查察]|研究|总编|政研|教研|总值班)室"
    r"|[院局府党政监管]办(?![法事理公结])|纪检组|纪委|工委))"
    r"(?:[要须应]|(?:负责|具体|牵头|全程|定期|随时|统一)|每个?[天日周月季年次学半]|[按逐][日周月季年])"
    r"(?!(?:完成|全面|统一)?(?:改造|建设|建成|装修|搬迁|维修|翻修|升级|整改|整治|挂牌|成立|组建|投用|启用|完工|竣工|开放|扩建|建立|充实|配备))[^，,。；;]{2,}$"
)
"""A unit that is the subject of its clause, which says what it must do or how often: 办公室要每月通报; not what is done to it."""
_WITNESS = lazy_pattern(
    r"(?!的|[在给对向与和]|自己|本人|同意|审[定批核]|批准|签字|汇报|报告|表示|提出|说|因|已|没|未|不)[\u4e00-\u9fff]{1,8}$"
)
"""What one who was there does, alone in its clause: 找钱, 跑手续, 现场盯."""
_DOES_IT = lazy_pattern(
    rf"(?P<unit>(?!并|请|设|建|走|停|分|召|让|在|进|下|选|成立|组建|意见|各|有关|相关){UNIT.pattern})"
    r"(?!.*(?:改造|建设|建成|装修|搬迁|维修|翻修|升级|整改|整治|挂牌|成立|组建|投用|启用|完工|竣工|开放|扩建|建立|充实|配备|封顶))[\u4e00-\u9fff]{2,6}$"
)
"""A unit with what it does, in a clause of its own behind the measure and right before its limit: 人力部排表，下月起。"""
_ANSWERS = lazy_pattern("(?:牵头|主责|责任|负责|承办|落实)(?:抓)?$")
_FROM_THEN = lazy_pattern(r"(?:下个?月|下周|\d{1,2}月(?:份|\d{1,2}日)?)起")
_BUILT = lazy_pattern(
    "(?:底|末|初|中旬|日|月)?前?(?:全面|完成)?(?:封顶|建成|竣工|投用|完工|开放|启用|通车|改造|翻修|搬迁|开工)"
)
"""What is done to a thing by a day, and by nobody whose name ends as that of an office does: 科普馆12月底前封顶."""
_LED_BY = lazy_pattern("(?:具体|统一|全面)?(?:负责|牵头|主责|兜底|挂图|落实|明确|拿出|排定)")
_MOST_LISTED, SHORT_UNIT = 16, 7
_ENOUGH = 6


class Answerer(NamedTuple):
    """Where a text names who answers for it, whether that is a unit, and by how much it is sure."""

    start: int
    end: int
    is_unit: bool
    weight: int

    def told_in(self, text: str) -> Fact:
        """The words of `text` that name him."""
        return Fact(text[self.start : self.end], self.start, self.end)


@cache
def _field_prefix() -> re.Pattern[str]:
    """A name of the field without the colon that should stand behind it: 责任人张三, 主责部门为办公室."""
    told = [name for field in ("owner", "department") for name in field_names()[field].prose]
    return re.compile(f"(?:{'|'.join(sorted(told, key=len, reverse=True))})(?:为|是)?")


def answerers(text: str, known: Collection[str] = ()) -> list[Answerer]:
    """Return who may answer for a measure, as sure as enough, in their order; `known` are names of persons.

    >>> text = "停业项目一月一会商。（招商处，2026年12月底前）"
    >>> [text[one.start : one.end] for one in answerers(text)]
    ['招商处']
    """
    pieces = [found.span() for found in _PIECE.finditer(text)]
    found = [one for at in range(len(pieces)) for one in _weighed(text, pieces, at, known) if one.weight >= _ENOUGH]
    if found or "由" not in text:
        return found
    inside = [(turn.start(), high) for low, high in pieces for turn in _INSIDE.finditer(text, low, high)]
    told = [one for stretch in inside for one in _weighed(text, [stretch], 0, known)]
    # a unit may only do a part of it, if it is not said to answer for it
    return [one for one in told if one.weight >= _ENOUGH and (not one.is_unit or _LED_BY.match(text, one.end))]


def _weighed(text: str, pieces: list[tuple[int, int]], at: int, known: Collection[str]) -> Iterator[Answerer]:
    low, high = pieces[at]
    scores: Scores[bool] = Scores("answers", {True: "weight"})
    start, labelled = low, False
    if field := _field_prefix().match(text, low, high):
        start = field.end()
        scores.add("field")
    elif lead := _LEAD.match(text, low, high):
        start = lead.end()
        scores.add("lead")
    elif at and (
        (text[low - 1] in "：:" and _ANSWERS.search(text, *pieces[at - 1]))
        or _field_prefix().fullmatch(text, *pieces[at - 1])
    ):
        scores.add("field")
        labelled = True
    acts = _ACTS if start > low and not field else None  # 由党群部点名: whatever the unit does
    if acts is None and text[low] not in _LAID_BEFORE and SEES_TO.search(text, low, high):
        due = at + 1 < len(pieces) and _begins_with_limit(text[slice(*pieces[at + 1])])
        acts = SEES_TO if due else None
    if acts is None and start == low and (who := _one_known(text, low, high, known)) is not None:
        yield from _known_alone(text, low, who, high, scores)
        return
    named = named_in(text, start, high, acts, known, called=labelled)
    if named is None and start == low and (does := _SUBJECT.match(text, low, high)) is not None:
        if not names_nobody(does["unit"]):
            scores.add("does")
            yield Answerer(*does.span("unit"), True, scores.total(True))
        return
    if (
        named is None
        and start == low
        and at
        and text[low] not in _LAID_BEFORE
        and (does := _DOES_IT.fullmatch(text, low, high)) is not None
    ):
        due = at + 1 < len(pieces) and _begins_with_limit(text[slice(*pieces[at + 1])])
        own = len(does["unit"]) <= SHORT_UNIT and not states_plan(does["unit"])
        if due and own and not names_nobody(does["unit"]):
            scores.add("does")
            yield Answerer(*does.span("unit"), True, scores.total(True))
        return
    if named is None or names_nobody(text[named[0] : named[1]]):
        return
    begin, end, is_unit = named
    if _TAIL.match(text, end, high):
        scores.add("tail")
    elif _UNTIL.match(text, end, high):
        if is_unit and _BUILT.search(text, end, high):
            return
        scores.add("until")
    elif end == high:
        scores.add("alone")
        beside = pieces[max(0, at - 1) : at] + pieces[at + 1 : at + 2]
        if any(_UNTIL.match(text, *one) for one in beside):
            scores.add("beside-due")
        if (
            any(
                text.rfind(mark, 0, low) > text.rfind(close, 0, low)
                for mark, close in ("（）", "()", "【】", "［］", "[]")
            )
            or text[low - 1 : low] == "—"
        ):
            scores.add("in-bracket")
        if at == len(pieces) - 1:
            scores.add("last")
    elif acts is not None and (
        acts.match(text, end, high) or (text[begin:end] in known and _WITNESS.match(text, end, high))
    ):
        scores.add("acts")
        if acts is SEES_TO:
            scores.add("beside-due")
    else:
        return
    if states_plan(text[begin:end]) or (is_unit and end - begin > SHORT_UNIT and "、" not in text[begin:end]):
        scores.add("says-what")
    yield Answerer(begin, end, is_unit, scores.total(True))


def _one_known(text: str, low: int, high: int, known: Collection[str]) -> int | None:
    """Where the name ends of one who was there, with whom a clause begins, who is not the first of several."""
    found = any_of(frozenset(known)).match(text, low, high) if known else None
    return found.end() if found and text[found.end() : found.end() + 1] != "、" else None


def _known_alone(text: str, low: int, who: int, high: int, scores: Scores[bool]) -> Iterator[Answerer]:
    """One who was there, at the head of a clause that says nothing else, or what he does."""
    scores.add("known")
    if _TAIL.match(text, who, high):
        scores.add("tail")
    elif _UNTIL.match(text, who, high):
        scores.add("until")
    elif who == high:
        scores.add("alone")
    elif _WITNESS.match(text, who, high):
        scores.add("acts")
    else:
        return
    yield Answerer(low, who, False, scores.total(True))


def _begins_with_limit(text: str) -> bool:
    """Whether a clause begins with a time limit."""
    told = due_of(text)
    return (told is not None and not text[: told.start].strip()) or _FROM_THEN.fullmatch(text.strip()) is not None


def named_in(
    text: str,
    start: int,
    high: int,
    acts: re.Pattern[str] | None,
    known: Collection[str] = (),
    *,
    called: bool = False,
) -> tuple[int, int, bool] | None:
    """The persons, the units, or the holders of posts that `text[start:high]` begins with, and nothing else behind them.

    `called` says that a label stands before them, so a short word that ends as no unit does is a name.
    """
    if acts is not None and known and (who := _one_known(text, start, high, known)) and _WITNESS.match(text, who, high):
        return start, who, False
    close = min(high, start + _MOST_LISTED)
    ends: list[int] = []
    for behind in (_TAIL, _UNTIL, acts):
        if behind is not None and behind.search(text, start + 2, high):
            ends += (end for end in range(start + 2, close + 1) if behind.match(text, end, high))
    ends = sorted(set(ends), reverse=True)
    ends += [high] if high <= close else []
    for end in ends:
        if (known and all_known(text[start:end], known)) or persons(text, start, end):
            return max(start, text.rfind("由", start, end) + 1), end, False
        if end - start == 2 and text[start] in "老小" and _TAIL.match(text, end, high):
            return start, end, False  # 老周管
        for pattern in (UNITS,) if acts is SEES_TO else (UNITS, _POST_HOLDER):
            if pattern.fullmatch(text, start, end) and not _HOLDS.match(text, end):
                return start, end, pattern is UNITS
    if called and (found := next((end for end in ends if persons(text, start, end, called=True)), None)) is not None:
        return start, found, False
    return None


def all_known(words: str, known: Collection[str]) -> bool:
    """Whether words are names of persons known to be such, and nothing else."""
    return bool(known) and all(name in known for name in words.removesuffix("同志").split("、"))
