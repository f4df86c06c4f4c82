"""Sentences for what a report's fields state and its texts do not: who led the meeting, who came, how many opinions.

A reader takes these facts from prose, and some of that prose is not kept in the model (the sentences before an
enumeration). The sentences here are worded as readers know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from mzsh_model.kernel.dates import find_dates, plain
from mzsh_model.kernel.numerals import chinese
from mzsh_model.kernel.spelling import spell_out
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import LedgerCounts, MeetingReport
from mzsh_model.model.parts import Absentee, Channel, Meeting, OpinionSummary, PriorSummary, TalkCount
from mzsh_model.model.people import Member

Count = int | Placeholder

_CHANNELS = {
    "座谈会": ("座谈会", "召开座谈会", "场"),
    "征求意见表": ("意见.{0,2}[表函]", "发放征求意见表", "份"),
    "意见箱": ("意见箱", "设置意见箱", "个"),
    "个别访谈": ("个别访谈|个别谈话|走访", "个别访谈", "人"),
    "网络": ("网络|线上|邮箱|微信", "网络征求意见", ""),
    "调查问卷": ("问卷", "发放调查问卷", "份"),
}
"""By the name of a channel: how texts call it, how it is said here, and its unit."""


class Prepared(Protocol):
    """What tells of the opinions collected and the talks held."""

    @property
    def opinions(self) -> OpinionSummary | None:
        """The opinions."""
        ...

    @property
    def talks(self) -> Count | None:
        """How many talks there were."""
        ...

    @property
    def talk_counts(self) -> Sequence[TalkCount]:
        """The talks by who talked with whom."""
        ...


def opening(value: MeetingReport) -> str:
    """Return the opening paragraph (导语) of a report that has none."""
    meeting = value.meeting
    basis = f"按照{value.basis}要求，" if value.basis else ""
    unit = "我单位" if value.organisation is None else _raw(value.organisation.name)
    name = meeting.name or (
        f"{meeting.year or value.year}年度民主生活会" if meeting.year or value.year else "民主生活会"
    )
    return f"{basis}{unit}{_when_and_where(meeting)}召开{name}。现将有关情况报告如下。"


def _when_and_where(meeting: Meeting) -> str:
    on = f"于{plain(meeting.held_on)}" if meeting.held_on else ""
    until = f"至{plain(meeting.held_until)}" if on and meeting.held_until else ""
    return f"{on}{until}{f'在{meeting.place}' if meeting.place else ''}"


def of_preparation(value: Prepared, said: str) -> str:
    """Return a sentence for the opinions collected and the talks held, as far as `said` does not tell of them."""
    out = [] if value.opinions is None else list(_opinions(value.opinions, said))
    out += _talks(value.talks, value.talk_counts, said)
    return f"会前，{'，'.join(out)}。" if out else ""


def of_opinions(opinions: OpinionSummary, said: str) -> str:
    """Return a sentence for the opinions collected, as far as `said` does not tell of them."""
    out = "，".join(_opinions(opinions, said))
    return f"{out}。" if out else ""


def of_totals(counts: LedgerCounts, said: str) -> str:
    """Return a sentence for the totals of problems and measures, as far as `said` does not tell them."""
    out = "，".join(
        form.format(_said(count))
        for count, form, known in (
            (counts.issues, "共有{}个问题", r"{}\s*[个项条][^，。；]{{0,4}}问题|问题[^，。；]{{0,4}}{}"),
            (counts.measures, "措施{}条", r"{}\s*[个项条][^，。；]{{0,4}}措施|措施[^，。；]{{0,4}}{}"),
        )
        if count is not None and not re.search(known.format(*[_number(count)] * 2), said)
    )
    return f"{out}。" if out else ""


def _talks(total: Count | None, parts: Sequence[TalkCount], said: str) -> Iterator[str]:
    """All talks, and who talked with whom; a sum that no text states stands in its parts."""
    untold = [
        one for one in parts if not re.search(rf"{re.escape(one.between)}[^。；]{{0,24}}{_number(one.count)}", said)
    ]
    numbers = [one.count for one in parts if isinstance(one.count, int)]
    summed = len(parts) > 1 and len(numbers) == len(parts) and sum(numbers) == total
    told = total is None or summed or re.search(rf"谈[^。；]{{0,14}}{_number(total)}\s*(?:余|多)?\s*人?次", said)
    if total is not None and not told:
        yield f"开展谈心谈话{_said(total)}人次"
    yield from (f"{one.between}谈心谈话{_said(one.count)}人次" for one in untold)


def of_meeting(value: MeetingReport, said: str) -> str:
    """Return sentences for how the meeting went, as far as `said` does not tell of it."""
    out = of_who_and_when(value.meeting, said, "会议严格按照规定程序进行，")
    if value.prior is not None:
        out += of_last_year(value.prior, said)
    return out + of_meeting_figures(None, value.stated_criticisms, said)


def of_meeting_figures(issues: Count | None, criticisms: Count | None, said: str) -> str:
    """Return sentences for how many problems the team told and how many criticisms were made, as far as `said` does not tell."""
    out = ""
    if issues is not None and not re.search(
        rf"班子[^。；]{{0,16}}{_number(issues)}\s*[个条项][^，。；]{{0,8}}问题", said
    ):
        out += f"领导班子查摆出{_said(issues)}个问题。"
    if criticisms is not None and not re.search(
        rf"(?:批评|意见)[^，。；]{{0,6}}{_number(criticisms)}\s*余?[条个]", said
    ):
        out += f"会上提出批评意见{_said(criticisms)}条。"
    return out


def of_who_and_when(meeting: Meeting, said: str, lead: str = "") -> str:
    """Return sentences for when, where and by whom a meeting is held, as far as `said` does not tell of it."""
    clauses = [*_held(meeting, said), *_people(meeting, said)]
    out = f"{lead}{'，'.join(clauses)}。" if clauses else ""
    return out + "".join(_absent(one) for one in meeting.absentees if not _tells_absent(one, said))


def _held(meeting: Meeting, said: str) -> Iterator[str]:
    dates = [found.date.edtf for found in find_dates(said)]
    until = meeting.held_until
    dated = meeting.held_on is None or meeting.held_on in dates
    ended = (
        until is None or until in dates or re.search(rf"(?:至|到|、|和|[-—－–~～])\s*{int(until[-2:])}\s*[日号]", said)
    )
    named = meeting.name is None or meeting.name in spell_out(said)
    placed = meeting.place is None or meeting.place in said
    if not dated or not ended or not named or not placed:
        yield f"{_when_and_where(meeting)}召开{meeting.name or '民主生活会'}"
    if meeting.theme is not None and meeting.theme not in said:
        yield f"以“{meeting.theme}”为主题"


def _people(meeting: Meeting, said: str) -> Iterator[str]:
    if (chair := meeting.chair) is not None:
        leads = rf"{re.escape(_raw(chair.name))}\s*(?:同志)?\s*主持(?!撰写|起草|制定|召开)"
        if not re.search(leads, said):
            yield f"由{chair.post or ''}{_raw(chair.name)}同志主持会议"
    if (recorder := meeting.recorder) is not None and not re.search(
        rf"{re.escape(_raw(recorder.name))}[^。]{{0,8}}记录|记录[^。]{{0,12}}{re.escape(_raw(recorder.name))}", said
    ):
        yield f"由{_titled(recorder, '')}同志负责会议记录"
    if meeting.attendees and not _tells_who_came(meeting.attendees, said):
        yield f"{_listed(meeting.attendees)}参加会议"
    for count, word in ((meeting.expected, "应到"), (meeting.present, "实到")):
        if count is not None and word not in said:
            yield f"{word}{_said(count)}人"
    if (group := meeting.supervision) is not None:
        came = (group.group or "") + _titled(group.leader, "组长" if group.group else "")
        if came not in said:
            yield f"{came}到会指导"


def _tells_who_came(members: Sequence[Member], said: str) -> bool:
    """Whether one sentence says that all of them came; that somebody owns a measure does not."""
    came = re.compile("参加|出席|参会|到会|与会")
    sentences = re.split("[。；]", said)
    return any(came.search(one) and all(_raw(m.name) in one for m in members) for one in sentences)


def of_last_year(prior: PriorSummary, said: str) -> str:
    """Return a sentence for last year's account, as far as `said` does not tell it."""
    parts = (
        (prior.issues, "查摆的{}个问题", r"{}\s*余?[个项条][^，。；]{{0,6}}(?:问题|任务)"),
        (prior.measures, "制定整改措施{}条", r"措施\s*{}|{}\s*余?[条项个](?:整改)?措施"),
        (prior.done, "已完成{}个", r"完成[^，。；]{{0,4}}{}|{}\s*余?[条项个][^，。；]{{0,4}}完成"),
        (
            prior.ongoing,
            "正在推进{}个",
            r"(?:推进|整改)[^，。；]{{0,4}}{}|{}\s*余?[条项个][^，。；]{{0,6}}(?:推进|整改)",
        ),
        (prior.standing, "长期坚持{}个", r"长期坚持[^，。；]{{0,4}}{}|{}\s*余?[条项个][^，。；]{{0,6}}长期坚持"),
    )
    speaks = re.search(r"上一?年|上一?次|去年|(?:19|20)\d\d年度", said)
    missing = [
        form.format(_said(count))
        for count, form, known in parts
        if count is not None and not (speaks and re.search(known.format(*[_number(count)] * 2), said))
    ]
    if prior.rate is not None and prior.rate not in said:
        missing.append(f"完成率{prior.rate}")
    return f"上年度民主生活会{'，'.join(missing)}。" if missing else ""


def _opinions(opinions: OpinionSummary, said: str) -> Iterator[str]:
    for channel in opinions.channels:
        known, form, unit = _CHANNELS.get(channel.name, (re.escape(channel.name), channel.name, ""))
        if channel.count is not None:
            known = rf"(?:{known})[^，。；]{{0,4}}{_number(channel.count)}|{_number(channel.count)}[^，。；]{{0,12}}(?:{known})"
        if not re.search(known, said):
            yield form + _channel_count(channel, unit)
    for count, form, known in (
        (opinions.total, "征求意见建议{}条", r"(?:意见|建议)[^，。；]{{0,12}}{}|{}[^，。；]{{0,8}}(?:意见|建议)"),
        (opinions.merged, "归并为{}条", r"(?:归纳|归并|梳理|整理|合并|汇总)[^，。；]{{0,6}}{}\s*余?[条项类大]"),
        (opinions.aspects, "意见归纳为{}个方面", r"{}\s*余?个方面"),
        (opinions.for_team, "其中对班子{}条", r"对(?:领导)?班子[^，。；]{{0,8}}{}"),
        (opinions.for_members, "对成员{}条", r"(?:成员|个人)[^，。；]{{0,8}}{}"),
        (opinions.adopted, "采纳{}条", r"采纳[^，。；]{{0,8}}{}|{}\s*[条个项][^，。；]{{0,6}}采纳"),
    ):
        if count is not None and not re.search(known.format(*[_number(count)] * 2), said):
            yield form.format(_said(count))


def _channel_count(channel: Channel, unit: str) -> str:
    return f"{_said(channel.count)}{unit}" if channel.count is not None and unit else ""


def _titled(member: Member | Absentee | None, post: str) -> str:
    return "" if member is None or member.name is None else f"{member.post or post}{_raw(member.name)}"


def _listed(members: Sequence[Member]) -> str:
    """The members in a row; one without a post behind one who has it is told as such, or he would have it too."""
    out: list[str] = []
    holder: str | None = ""
    for member in members:
        plain_member = "班子成员" if member.post is None and holder is not None else ""
        out.append(f"{plain_member}{_titled(member, '')}")
        holder = member.post
    return "、".join(out)


def _absent(one: Absentee) -> str:
    beside = "，".join([*([one.reason] if one.reason else []), *(["已提交书面发言"] if one.written else [])])
    if one.name is None:
        return f"1人{one.reason}请假{'，提交了书面发言' if one.written else ''}。"
    return f"缺席：{_titled(one, '')}{f'（{beside}）' if beside else ''}。"


def _tells_absent(one: Absentee, said: str) -> bool:
    who = "人" if one.name is None else re.escape(_raw(one.name))
    return re.search(rf"{who}[^。]{{0,12}}(?:请假|缺席|未)|(?:请假|缺席)[^。]{{0,24}}{who}", said) is not None


def _number(count: Count) -> str:
    """Return a pattern for a count, in figures or in words."""
    if isinstance(count, Placeholder):
        return re.escape(count.raw)
    return rf"(?<![\d一二三四五六七八九十百])(?:{count}|{chinese(min(count, 9999))})(?![\d一二三四五六七八九十百])"


def _said(count: Count) -> str:
    return count.raw if isinstance(count, Placeholder) else str(count)


def _raw(name: str | Placeholder) -> str:
    return name.raw if isinstance(name, Placeholder) else name
