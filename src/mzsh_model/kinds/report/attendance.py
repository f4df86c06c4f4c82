"""Who was at the meeting: who led it and wrote it down, who came, who did not and why, who supervised, how many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Placeholder
from mzsh_model.model.parts import Absentee, Supervision
from mzsh_model.model.people import Member
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Draft, Span, trimmed
from mzsh_model.reading.told_facts import count_value, name_value
from mzsh_model.reading.words.persons import Person, persons

_N = r"(\d{1,3}|[一二三四五六七八九十]{1,3}|[xX×＊*ｘ某]{1,3})"
_LED = lazy_pattern(
    r"(?:同志)?\s*(?:召集并|亲自|负责)*主持(?!撰写|起草|制定|工作|词|研究|审议|修改|人(?!\s*[:：])|下)(?P<call>召开)?"
)
_LED_BY = lazy_pattern(r"主持人?\s*[:：]\s*")
_MARK = lazy_pattern(r"[，。；：:,;（(]|(?<![理自缘])由")
_STOP, _COMMA = lazy_pattern("[。；;]"), lazy_pattern("[，,。；;]")
_CAME = lazy_pattern(r"(?:参加|出席|参会|到会|与会)(?!人|情况|指导|并?讲话)(?:了)?(?:会议|民主生活会|本次会议)?")
_CAME_LABEL = lazy_pattern(
    r"(?:参加|出席|参会|到会)(?:会议)?(?:(?:人员|成员|领导|同志)?\s*[:：]\s*|的(?:还有|有|是|人员有)\s*[:：]?\s*)"
)
_GUIDES = lazy_pattern(r"指导|点评|列席|督导组|督导")
_ABSENT = lazy_pattern(
    r"(?P<reason>因[^，。；（）()]{1,16}?)?\s*(?:请假|缺席|未能?(?:参加|到会|出席|参会)(?:会议)?)(?!人|[:：]|制度)"
)
_ABSENT_LABEL = lazy_pattern(r"(?:缺席|请假)(?:会议)?(?:人员|成员)?\s*[:：]\s*")
_SOME = lazy_pattern(rf"(?:其中|有)?{_N}[人名位](?:同志|成员)?(?P<reason>[^，。；（）()]{{0,12}})$")
_WRITTEN = lazy_pattern("书面(?:发言|意见|材料|报告)")
_RECORDED = lazy_pattern(r"(?:会议)?记录(?:人员|人|员)?\s*[:：]\s*")
_RECORDED_BY = lazy_pattern(r"由(?P<who>[^，。；：:由]{2,24}?)(?:同志)?(?:负责|担任|作|做)?(?:会议)?记录(?![在表情])")
_GROUP = lazy_pattern(
    r"(?:[\u4e00-\u9fff]{0,12}?第?\s{0,4}(?:[xX×＊*ｘ某]{1,3}|[一二三四五六七八九十\d]{0,3})\s{0,4})"
    r"(?:督导|指导|检查|巡察|巡视|督查)(?:小|[一二三四五六七八九十]{1,2}|\d{1,2})?组"
)
_NO_PART = lazy_pattern(r"^.*(?:由|邀请|恳请|[，、：:；。]|会议(?!室)|随后|最后|以及|和|及(?!时)|率领|率|带领)")
_GUIDED = lazy_pattern("到会|列席|点评|全程|莅会|莅临|出席|参加|督导(?!组)|指导(?!组)")
_LEADER = lazy_pattern(r"(?:副组长|组长|负责同志|负责人|带队领导|成员)?")
_WITH = lazy_pattern(r"(?:和|及|与|率领|率|带领|带)\s*$")
_GUIDE_ALONE = lazy_pattern(r"(?:到会|列席|莅临|全程|现场|出席会议并)(?:会议)?(?:并)?(?:进行)?(?:指导|督导|点评)")

_TO = r"(?:会议)?(?:的)?(?:党[组委]|党工委|班子|领导|局|委)*(?:成员|人员|人数|班子成员)?\s*[:：]?\s*"
_EXPECTED = lazy_pattern(rf"应(?:到会|出席|参会|参加|到){_TO}{_N}\s*[人名位]")
_PRESENT = lazy_pattern(rf"实(?:际)?(?:到会|出席|参会|参加|到){_TO}{_N}\s*[人名位]")
_MEMBERS = lazy_pattern(rf"(?:成员|班子)(?:共有?|现有)?\s*{_N}\s*[人名位]，?(?=实(?:际)?[到出参])")
_ALL = lazy_pattern(
    rf"(?:成员|班子)(?:共)?\s*{_N}\s*[人名位]?[^，。；]{{0,3}}(?:全部|全体|均|都|全员)(?:到会|参加|出席|参会)"
)

_Counts = tuple[int | Placeholder | None, int | Placeholder | None]


def read_chair(spans: Sequence[Span], draft: Draft, path: str) -> Member | None:
    """Return who led the meeting."""
    for span in spans:
        text = span.block.text
        for found in _LED_BY.finditer(text, span.start, span.end):
            if named := persons(text, found.end(), _close(text, found.end(), span.end), whole=False):
                return _member(draft, path, span, named[0])
        for found in _LED.finditer(text, span.start, span.end):
            clause = text[found.end() : _close(text, found.end(), span.end)]
            if found["call"] and "生活会" not in clause and "会议" not in clause[:3]:
                continue  # another meeting, before this one
            named = persons(text, _open(text, span.start, found.start()), found.start(), titled=True)
            if named:
                return _member(draft, path, span, named[-1])
    return None


def read_recorder(spans: Sequence[Span], draft: Draft, path: str) -> Member | None:
    """Return who wrote down what was said."""
    for span in spans:
        text = span.block.text
        if found := _RECORDED.search(text, span.start, span.end):
            named = persons(text, found.end(), _close(text, found.end(), span.end), whole=False)
        else:
            found = _RECORDED_BY.search(text, span.start, span.end)
            named = persons(text, *found.span("who")) if found else []
        if named:
            return _member(draft, path, span, named[0])
    return None


def read_attendees(spans: Sequence[Span], draft: Draft, path: str, chair: Member | None) -> tuple[Member, ...]:
    """Return who came, but for the `chair`."""
    for span in spans:
        for named in _lists_of_attendees(span):
            others = [one for one in named if chair is None or _text(span, one.name) != chair.name]
            if others:
                return tuple(_member(draft, f"{path}/{n}", span, one) for n, one in enumerate(others))
    return ()


def _lists_of_attendees(span: Span) -> Iterator[list[Person]]:
    text = span.block.text
    if found := _CAME_LABEL.search(text, span.start, span.end):
        yield persons(text, found.end(), _close(text, found.end(), span.end), whole=False, titled=True)
    for low, high in sentences(text, span.start, span.end, clauses=True):
        for found in _CAME.finditer(text, low, high):
            if _GUIDES.search(text, found.start(), _comma(text, found.end(), high)):
                continue
            starts = [low, *(m.end() for m in _MARK.finditer(text, low, found.start()))]
            lists = (persons(text, at, found.start(), titled=True) for at in starts)
            named = next((one for one in lists if one), None)
            if named:
                yield named


def read_absentees(spans: Sequence[Span], draft: Draft, path: str) -> tuple[Absentee, ...]:
    """Return who did not come, why, and whether a written speech is told of."""
    out: list[Absentee] = []
    for span in spans:
        text = span.block.text
        for low, high in sentences(text, span.start, span.end):
            written = _WRITTEN.search(text, low, high) is not None
            if label := _ABSENT_LABEL.search(text, low, high):
                for one in persons(text, label.end(), high, whole=False, titled=True):
                    beside = Span(span.block, *one.beside) if one.beside else None
                    out.append(_absentee(draft, f"{path}/{len(out)}", span, one, beside, written=written))
                continue
            for found in _ABSENT.finditer(text, low, high):
                at = _open(text, low, found.start())
                called = text.rfind("同志", at, found.start()) + len("同志")
                end = called if called > at and not found["reason"] else found.start()
                why = (
                    Span(span.block, *found.span("reason")) if found["reason"] else Span(span.block, end, found.start())
                )
                for one in persons(text, at, end, titled=True):
                    out.append(_absentee(draft, f"{path}/{len(out)}", span, one, why, written=written))
                if some := _SOME.search(text, at, found.start()):
                    told = why if why.text else Span(span.block, *some.span("reason"))
                    if told.text:
                        reason = draft.anchor_span(f"{path}/{len(out)}/reason", told)
                        draft.anchor(f"{path}/{len(out)}", told.place())
                        out.append(Absentee(reason=reason, written=written))
    return tuple(out)


def _absentee(draft: Draft, path: str, span: Span, one: Person, why: Span | None, *, written: bool) -> Absentee:
    member = _member(draft, path, span, one)
    if why is not None and (cut := re.search(r"[，,；;、]", why.text)) is not None:
        why = Span(why.block, why.start, why.start + cut.start())
    reason = draft.anchor_span(f"{path}/reason", trimmed(why)) if why is not None and why.start < why.end else None
    return Absentee(name=member.name, post=member.post, reason=reason, written=written)


def read_supervision(spans: Sequence[Span], draft: Draft, path: str) -> Supervision | None:
    """Return the group that supervised, or the leader who came alone."""
    best: tuple[int, Span | None, Span, Person | None] | None = None
    for span in spans:
        text = span.block.text
        for found in _GROUP.finditer(text, span.start, span.end):
            low = found.start()
            if cut := _NO_PART.match(found[0]):
                low += cut.end()
            close = _close(text, found.end(), span.end)
            guided = _GUIDED.search(text, found.end(), close) is not None
            if ("巡" in text[low : found.end()]) and not guided:
                continue  # what inspectors found earlier
            leader = _leader(text, span, low, found.end(), close)
            weight = 2 * (leader is not None) + guided
            if best is None or weight > best[0]:
                best = weight, Span(span.block, low, found.end()), span, leader
        if best is None and (alone := _GUIDE_ALONE.search(text, span.start, span.end)):
            named = persons(text, _open(text, span.start, alone.start()), alone.start())
            if named:
                best = 0, None, span, named[-1]
    if best is None:
        return None
    _, group, span, leader = best
    member = _member(draft, f"{path}/leader", span, leader) if leader else None
    if group is None:
        return Supervision(leader=member)
    draft.anchor(path, group.place())
    return Supervision(group=draft.anchor_span(f"{path}/group", group), leader=member)


def _leader(text: str, span: Span, low: int, at: int, close: int) -> Person | None:
    """Who leads the group: named behind it (督导组组长李四), or before it (副主任水八和督导组)."""
    post = _LEADER.match(text, at, close)
    begin = post.end() if post else at
    for end in range(min(begin + 4, close), begin + 1, -1):
        stops = end == close or re.match(
            "同志|到会|列席|对|[，,、。；]|在会|作|进行|全程|出席|参加|莅|一行|等", text[end:close]
        )
        if stops and (named := persons(text, begin, end)) and named[0].name == (begin, end):
            return Person((begin, end), (at, begin) if begin > at else None)
    if joined := _WITH.search(text, span.start, low):
        named = persons(text, _open(text, span.start, joined.start()), joined.start())
        return named[-1] if named else None
    return None


def read_counts(spans: Sequence[Span], draft: Draft, expected: str, present: str) -> _Counts:
    """Return how many should have come and how many came."""
    should, came = _count((_EXPECTED, _MEMBERS), spans), _count((_PRESENT,), spans)
    if should is None and came is None:
        should = came = _count((_ALL,), spans)
    return _value(draft, expected, should), _value(draft, present, came)


def _count(patterns: Sequence[re.Pattern[str]], spans: Sequence[Span]) -> Span | None:
    for pattern in patterns:
        for span in spans:
            if found := pattern.search(span.block.text, span.start, span.end):
                return Span(span.block, *found.span(1))
    return None


def _value(draft: Draft, path: str, at: Span | None) -> int | Placeholder | None:
    return None if at is None else count_value(draft.anchor_span(path, at))


def _member(draft: Draft, path: str, span: Span, one: Person) -> Member:
    name = Span(span.block, *one.name)
    draft.anchor(path, name.place())
    raw = draft.anchor_span(f"{path}/name", name)
    post = draft.anchor_span(f"{path}/post", Span(span.block, *one.post)) if one.post else None
    return Member(name=name_value(raw), post=post)


def _text(span: Span, at: tuple[int, int]) -> str:
    return span.block.text[at[0] : at[1]]


def _open(text: str, start: int, at: int) -> int:
    """Where the clause that ends at `at` begins, its list of persons whole."""
    marks = [mark.end() for mark in _MARK.finditer(text, start, at)]
    return marks[-1] if marks else start


def _close(text: str, at: int, end: int) -> int:
    found = _STOP.search(text, at, end)
    return found.start() if found else end


def _comma(text: str, at: int, end: int) -> int:
    found = _COMMA.search(text, at, end)
    return found.start() if found else end
