"""Who answers for a measure where no field names him: persons and units weighed by what stands round them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, cached_property
from typing import NamedTuple

from mzsh_model.chinese.fields import field_names
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.reading.told_facts import (
    POST_HOLDER,
    Fact,
    department_of,
    due_of,
    has_owner_field,
    named_owner,
    names_nobody,
)
from mzsh_model.reading.weighing.evidence import Scores
from mzsh_model.reading.words.lexicon import states_plan
from mzsh_model.reading.words.persons import persons, post_word

_PIECE = lazy_pattern(r"[^，,。；;（）()【】［］\[\]：:—/\s]+")
_UNIT = lazy_pattern(
    r"(?!全)[^到向对在把将与给从每各的了下去由为、]{1,8}(?:部(?![分署])|科(?![学技研])|室|处(?![理置分罚])|办(?![法事理公结])|中心|组(?![织建])|委(?![托员])|局(?![面限])"
    r"|股|队(?!伍)|所(?![有以])|站|庭|馆|院|厂|公司|支部|工会|妇联)(?![\u4e00-\u9fff]{0,3}(?:长|主任|书记|员))"
)
_POST_HOLDER = lazy_pattern(POST_HOLDER)
_INSIDE = lazy_pattern(r"(?<=[\u4e00-\u9fff])(?<![理自缘经事])由(?!于|此|来|衷|不得)")
"""Where a clause turns to who does what it is about: 三号楼漏水由张三盯着."""
_UNITS = lazy_pattern(rf"{_UNIT.pattern}(?:[、和与]{_UNIT.pattern})*")
_LEAD = lazy_pattern(
    r"(?:(?:此|该|本|这|上述|以上)[项些]?各?项?(?:工作|任务|措施|事项)?)?(?:交由|由(?!于|此|来)|交|请(?=[^，。；]*(?:牵头|负责|盯着))|责成|明确|确定|指定|归|委托)"
)
_TAIL = lazy_pattern(
    r"(?:同志)?(?:为(?:主要|第一|直接|具体)?(?:责任|牵头)(?:人|单位|部门|领导|科室)?|(?:具体|亲自|统一|全面|共同|分别)?"
    r"(?:(?<=共同)(?:组织|推进|开展|实施)|牵头|负责|负总责|主责|主抓|承办|主办|承担|落实|办理|督办|包干|包案|包抓|包保|挂帅|领办|盯办|把关|兜底|统筹|协调|抓)[^，。；]{0,8}|去[跑办管]|[盯管]着)$"
)
_UNTIL = lazy_pattern(r"[、于在]?\s*(?:20\d\d\s*年|\d{1,2}\s*月)")
_HOLDS = lazy_pattern(r"[\u4e00-\u9fff]{0,2}(?:长|主任|书记|员)")
_ACTS = lazy_pattern(r"[\u4e00-\u9fff]{2,4}$")
_SEES_TO = lazy_pattern(
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
_ANSWERS = lazy_pattern("(?:牵头|主责|责任|负责|承办|落实)(?:抓)?$")
_MOST_LISTED, _SHORT_UNIT = 16, 7
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


@cache
def _unmarked(field: str) -> re.Pattern[str]:
    """A field of prose without its colon, alone in a clause: 牵头领导张三，责任单位办公室。"""
    names = "|".join(sorted(field_names()[field].prose, key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[，,。；;（(\s]))(?:{names})([\u4e00-\u9fff、]{{2,16}})(?=[，,。；;）)\s]|$)")


def _in_field(text: str, field: str) -> Fact | None:
    """Who stands in a field without its colon: persons in that of the owner, units in that of the department."""
    for found in _unmarked(field).finditer(text):
        who = _named(text, *found.span(1), None)
        named = who is not None and who[1] == found.end(1) and who[2] == (field == "department")
        if named or (field == "owner" and len(found[1]) <= _SHORT_UNIT and post_word(found[1])):
            return Fact(found[1], *found.span(1))
    return None


class Answering:
    """What a text says of who answers for it; what was looked for once is not looked for again.

    `known` are names of persons, told elsewhere, whatever their surnames.
    """

    def __init__(self, text: str, known: Collection[str] = ()) -> None:
        self._text = text
        self._known = known

    @property
    def owner(self) -> Fact | None:
        """Who is made responsible: as a field or a phrase names him, else who answers by all that is round him."""
        text, known = self._text, self._known
        if not known:
            return self._by_itself
        best = _surest(text, known)
        if best is not None and not has_owner_field(text) and _all_known(text[best.start : best.end], known):
            return best.told_in(text)  # one who was there, not the unit before a date
        return self._named or (None if best is None else best.told_in(text))

    def department(self, *, led: bool = False) -> Fact | None:
        """The responsible department where it is told beside the responsible person, in a field of its own.

        `led`: the person is named in another line.
        """
        if (marked := department_of(self._text, beside=led)) is not None:
            return marked
        if self._in_field is not None:
            return _in_field(self._text, "department")
        return _unit_beside(self._text, self._by_itself)

    @cached_property
    def _in_field(self) -> Fact | None:
        return _in_field(self._text, "owner")

    @cached_property
    def _named(self) -> Fact | None:
        return self._in_field or named_owner(self._text)

    @cached_property
    def _by_itself(self) -> Fact | None:
        """Who answers as far as the text alone tells; weighing all is dear, so only where nobody is named."""
        if self._named is not None:
            return self._named
        best = _surest(self._text, ())
        return None if best is None else best.told_in(self._text)


def owner_of(text: str, known: Collection[str] = ()) -> Fact | None:
    """Return who a measure makes responsible."""
    return Answering(text, known).owner


def _surest(text: str, known: Collection[str]) -> Answerer | None:
    found = answerers(text, known)
    return max(found, key=lambda one: (one.weight, _all_known(text[one.start : one.end], known)), default=None)


_DOES = lazy_pattern(
    rf"(?:^|(?<=[，,；;。]))(?:(?P<by>[^，,；;。：:]{{0,16}}由)|)(?P<unit>{_UNIT.pattern})(?P<does>[\u4e00-\u9fff]{{2,10}})(?=[，,；;。]|$)"
)
_SEES_IT_DONE = lazy_pattern(r"(?:具体|负责|抓好|组织)*(?:落实|承办|办理|实施|抓落实)$")


def _unit_beside(text: str, owner: Fact | None) -> Fact | None:
    """The unit that does a thing for which a person, the `owner`, answers: 由书记负总责，办公室具体落实; 由农业站逐块确定管护人，由张三牵头.

    One that only looks at how it is done (由审计科抽查) does nothing of it.
    """
    if owner is None or _UNITS.fullmatch(owner.text):
        return None
    for found in _DOES.finditer(text):
        start, end = found.span("unit")
        apart = end <= owner.start or owner.end <= start
        done = _SEES_IT_DONE.match(found["does"]) or (found["by"] and not _SEES_TO.search(found["does"]))
        if apart and done and not names_nobody(found["unit"]):
            return Fact(text[start:end], start, end)
    return None


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
    return [one for one in told if one.weight >= _ENOUGH and not one.is_unit]  # a unit may only do a part of it


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
    if acts is None and text[low] not in _LAID_BEFORE and _SEES_TO.search(text, low, high):
        due = at + 1 < len(pieces) and _begins_with_limit(text[slice(*pieces[at + 1])])
        acts = _SEES_TO if due else None
    named = _named(text, start, high, acts, known, called=labelled)
    if named is None and start == low and (does := _SUBJECT.match(text, low, high)) is not None:
        if not names_nobody(does["unit"]):
            scores.add("does")
            yield Answerer(*does.span("unit"), True, scores.total(True))
        return
    if named is None or names_nobody(text[named[0] : named[1]]):
        return
    begin, end, is_unit = named
    if _TAIL.match(text, end, high):
        scores.add("tail")
    elif _UNTIL.match(text, end, high):
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
    elif acts is not None and acts.match(text, end, high):
        scores.add("acts")
        if acts is _SEES_TO:
            scores.add("beside-due")
    else:
        return
    if states_plan(text[begin:end]) or (is_unit and end - begin > _SHORT_UNIT and "、" not in text[begin:end]):
        scores.add("says-what")
    yield Answerer(begin, end, is_unit, scores.total(True))


def _begins_with_limit(text: str) -> bool:
    """Whether a clause begins with a time limit."""
    told = due_of(text)
    return told is not None and not text[: told.start].strip()


def _named(
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
    close = min(high, start + _MOST_LISTED)
    ends: list[int] = []
    for behind in (_TAIL, _UNTIL, acts):
        if behind is not None and behind.search(text, start + 2, high):
            ends += (end for end in range(start + 2, close + 1) if behind.match(text, end, high))
    ends = sorted(set(ends), reverse=True)
    ends += [high] if high <= close else []
    for end in ends:
        if (known and _all_known(text[start:end], known)) or persons(text, start, end):
            return start, end, False
        for pattern in (_UNITS,) if acts is _SEES_TO else (_UNITS, _POST_HOLDER):
            if pattern.fullmatch(text, start, end) and not _HOLDS.match(text, end):
                return start, end, pattern is _UNITS
    if called and (found := next((end for end in ends if persons(text, start, end, called=True)), None)) is not None:
        return start, found, False
    return None


def _all_known(words: str, known: Collection[str]) -> bool:
    """Whether words are names of persons known to be such, and nothing else."""
    return bool(known) and all(name in known for name in words.removesuffix("同志").split("、"))
