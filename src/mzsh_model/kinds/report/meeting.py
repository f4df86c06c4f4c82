"""The facts of a meeting as a report states them: when, who led it, who came, who supervised."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import spell_out
from mzsh_model.model.base import Placeholder
from mzsh_model.model.parts import Meeting, Supervision
from mzsh_model.model.people import Member
from mzsh_model.reading.draft import Draft, Span, trimmed
from mzsh_model.reading.told_facts import count_value, name_value

_X = r"[xX×＊*ｘ某]"
_NAME = rf"(?:{_X}{{1,4}}|[\u4e00-\u9fff\U00020000-\U0003ffff·]{{1,4}}?{_X}{{0,2}})"
_POST = r"(?:党委书记|党组书记|党工委书记|支部书记|书记|副书记|主要负责同志|主要负责人|主任|局长|院长|校长|部长|董事长|总经理|厅长|处长|[镇乡县区市州]长|主席|会长|所长|站长|行长|组长|班长)"
_CHAIR = lazy_pattern(
    rf"由?(?P<post>(?:[\u4e00-\u9fff]{{0,10}}?){_POST}(?:、(?:[\u4e00-\u9fff]{{0,10}}?{_POST}|[\u4e00-\u9fff]{{2,8}}?))*)?\s*(?P<name>{_NAME})\s*(?:同志)?\s*主持(?!撰写|起草|制定|召开)"
)
_HELD = lazy_pattern(r"召开|举行|开了")
_ATTENDEES = lazy_pattern(
    rf"(?:班子成员|党[组委]成员|成员|参会人员[:：]?|出席(?:会议)?的?有?)\s*(?P<names>{_NAME}(?:同志)?(?:\s*[、，,]\s*{_NAME}(?:同志)?){{1,40}}?)\s*(?:等)?(?:(?:\d+|[一二三四五六七八九十]+)\s*(?:名|位|人))?(?:同志)?\s*(?:参加|出席|到会|列席)"
)
_ONE_NAME = lazy_pattern(rf"(?P<name>{_NAME})(?:同志)?(?=\s*[、，,]|\s*$)")
_GROUP = lazy_pattern(
    rf"(?P<group>[\u4e00-\u9fff]{{0,12}}?第?\s{{0,4}}(?:{_X}{{1,3}}|[一二三四五六七八九十\d]{{0,3}})\s{{0,4}}(?:督导|指导|检查)组)(?:(?P<role>组长|副组长|负责同志|成员)\s*(?P<name>{_NAME}(?=同志|到会|列席|对|[，,、。]|在会|作|进行)))?"
)
_EXPECTED = lazy_pattern(
    rf"应到(?:会)?(?:成员|人员|人数|班子成员)?\s*[:：]?\s*(\d{{1,3}}|[一二三四五六七八九十]{{1,3}}|{_X}{{1,3}})\s*[人名位]"
)
_PRESENT = lazy_pattern(
    rf"实到(?:会)?(?:成员|人员|人数|班子成员)?\s*[:：]?\s*(\d{{1,3}}|[一二三四五六七八九十]{{1,3}}|{_X}{{1,3}})\s*[人名位]"
)
_MEETING_NAME = lazy_pattern(r"(?:召开|举行)(?:了)?(?P<name>[^，。；]{0,30}?(?:民主|组织)生活会)")
_MEETING_ALIAS = lazy_pattern(r"(?:召开|举行)(?:了)?(?P<name>[^，。；]{0,30}?(?:mzsh|zzsh)h?)", re.IGNORECASE)
_BASIS = lazy_pattern(
    r"(?:按照|根据|依据|遵照)(?P<basis>[^，。；]{0,30}《[^》]{2,60}》[^，。；]{0,10}?)(?:要求|精神|安排|部署|规定)"
)


def read_meeting(spans: Sequence[Span], year: int | None, draft: Draft, path: str = "/meeting") -> Meeting:
    """Return what `spans` state about the meeting; what they do not state stays empty."""
    return Meeting(
        year=year,
        name=_name(spans, draft, f"{path}/name"),
        held_on=_held_on(spans, draft, f"{path}/held_on"),
        chair=_chair(spans, draft, f"{path}/chair"),
        attendees=_attendees(spans, draft, f"{path}/attendees"),
        expected=_count(_EXPECTED, spans, draft, f"{path}/expected"),
        present=_count(_PRESENT, spans, draft, f"{path}/present"),
        supervision=_supervision(spans, draft, f"{path}/supervision"),
    )


def read_basis(spans: Sequence[Span], draft: Draft) -> str | None:
    """Return the document that the meeting rests on: 按照市委《……通知》要求."""
    for span in spans:
        if found := _BASIS.search(span.block.text, span.start, span.end):
            return draft.anchor_span("/basis", Span(span.block, *found.span("basis")))
    return None


def _name(spans: Sequence[Span], draft: Draft, path: str) -> str | None:
    for span in spans:
        text = span.block.text
        found = _MEETING_NAME.search(text, span.start, span.end) or _MEETING_ALIAS.search(text, span.start, span.end)
        if found:
            return spell_out(draft.anchor_span(path, Span(span.block, *found.span("name"))))
    return None


def _held_on(spans: Sequence[Span], draft: Draft, path: str) -> str | None:
    """The date nearest before 召开 in the same sentence."""
    for span in spans:
        for sentence in re.finditer(r"[^。；]+", span.text):
            held = _HELD.search(sentence[0])
            if held is None or "生活会" not in spell_out(sentence[0]):
                continue
            dates = [d for d in find_dates(sentence[0]) if d.end <= held.start() and d.date.edtf.count("-")]
            if dates:
                date, base = dates[-1], span.start + sentence.start()
                draft.anchor(path, span.block.place(base + date.start, base + date.end))
                return date.date.edtf
    return None


def _chair(spans: Sequence[Span], draft: Draft, path: str) -> Member | None:
    for span in spans:
        if found := _CHAIR.search(span.block.text, span.start, span.end):
            start, end = found.span("name")
            return _member(draft, path, span, start, end, found["post"])
    return None


def _member(draft: Draft, path: str, span: Span, start: int, end: int, post: str | None) -> Member:
    name = trimmed(Span(span.block, start, end))
    draft.anchor(path, name.place())
    return Member(
        name=name_value(draft.anchor_span(f"{path}/name", name)), post=post.lstrip("由会议") if post else None
    )


def _attendees(spans: Sequence[Span], draft: Draft, path: str) -> tuple[Member, ...]:
    for span in spans:
        found = _ATTENDEES.search(span.block.text, span.start, span.end)
        if found is None:
            continue
        members: list[Member] = []
        base = found.start("names")
        for one in _ONE_NAME.finditer(found["names"]):
            low, high = (base + at for at in one.span("name"))
            members.append(_member(draft, f"{path}/{len(members)}", span, low, high, None))
        return tuple(members)
    return ()


def _supervision(spans: Sequence[Span], draft: Draft, path: str) -> Supervision | None:
    best: Supervision | None = None
    for span in spans:
        for found in _GROUP.finditer(span.block.text, span.start, span.end):
            if best is not None and not found["name"]:
                continue
            group = Span(span.block, *found.span("group"))
            leader: Member | None = None
            if found["name"]:
                leader = _member(draft, f"{path}/leader", span, *found.span("name"), found["role"])
            draft.anchor(path, group.place())
            best = Supervision(group=draft.anchor_span(f"{path}/group", group), leader=leader)
            if leader is not None:
                return best
    return best


def _count(pattern: re.Pattern[str], spans: Sequence[Span], draft: Draft, path: str) -> int | Placeholder | None:
    for span in spans:
        if found := pattern.search(span.block.text, span.start, span.end):
            return count_value(draft.anchor_span(path, Span(span.block, *found.span(1))))
    return None
