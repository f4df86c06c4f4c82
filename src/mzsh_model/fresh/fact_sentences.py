"""Sentences for what a report's fields state and its texts do not: who led the meeting, who came, how many opinions.

A reader takes these facts from prose, and some of that prose is not kept in the model (the sentences before an
enumeration). The sentences here are worded as readers know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mzsh_model.kernel.dates import find_dates, plain
from mzsh_model.kernel.numerals import chinese
from mzsh_model.kernel.spelling import spell_out
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.model.parts import Channel, Meeting, OpinionSummary, PriorSummary
from mzsh_model.model.people import Member

Count = int | Placeholder

_CHANNELS = {
    "座谈会": ("座谈会", "召开座谈会", "场"),
    "征求意见表": ("意见.?表|意见函", "发放征求意见表", "份"),
    "意见箱": ("意见箱", "设置意见箱", "个"),
    "个别访谈": ("个别访谈|个别谈话|走访", "个别访谈", "人"),
    "网络": ("网络|线上|邮箱|微信|问卷", "网络征求意见", ""),
}
"""By the name of a channel: how texts call it, how it is said here, and its unit."""


def opening(value: MeetingReport) -> str:
    """Return the opening paragraph (导语) of a report that has none."""
    meeting = value.meeting
    basis = f"按照{value.basis}要求，" if value.basis else ""
    unit = "我单位" if value.organisation is None else _raw(value.organisation.name)
    on = f"于{plain(meeting.held_on)}" if meeting.held_on else ""
    name = meeting.name or (
        f"{meeting.year or value.year}年度民主生活会" if meeting.year or value.year else "民主生活会"
    )
    return f"{basis}{unit}{on}召开{name}。现将有关情况报告如下。"


def of_preparation(value: MeetingReport | SelfExamination, said: str) -> str:
    """Return a sentence for the opinions collected and the talks held, as far as `said` does not tell of them."""
    out = [] if value.opinions is None else list(_opinions(value.opinions, said))
    if value.talks is not None and not re.search(
        rf"谈[^，。；]{{0,14}}{_number(value.talks)}\s*(?:余|多)?\s*人?次", said
    ):
        out.append(f"开展谈心谈话{_said(value.talks)}人次")
    return f"会前，{'，'.join(out)}。" if out else ""


def of_meeting(value: MeetingReport, said: str) -> str:
    """Return sentences for how the meeting went, as far as `said` does not tell of it."""
    meeting = value.meeting
    clauses = [*_held(meeting, said), *_people(meeting, said)]
    out = f"会议严格按照规定程序进行，{'，'.join(clauses)}。" if clauses else ""
    if value.prior is not None:
        out += _prior(value.prior, said)
    count = value.stated_criticisms
    if count is not None and not re.search(rf"(?:批评|意见)[^，。；]{{0,6}}{_number(count)}\s*余?[条个]", said):
        out += f"会上提出批评意见{_said(count)}条。"
    return out


def _held(meeting: Meeting, said: str) -> Iterator[str]:
    dated = meeting.held_on is None or any(found.date.edtf == meeting.held_on for found in find_dates(said))
    named = meeting.name is None or meeting.name in spell_out(said)
    if not dated or not named:
        on = f"于{plain(meeting.held_on)}" if meeting.held_on else ""
        yield f"{on}召开{meeting.name or '民主生活会'}"


def _people(meeting: Meeting, said: str) -> Iterator[str]:
    if (chair := meeting.chair) is not None:
        leads = rf"{re.escape(_raw(chair.name))}\s*(?:同志)?\s*主持(?!撰写|起草|制定|召开)"
        if not re.search(leads, said):
            yield f"由{chair.post or ''}{_raw(chair.name)}同志主持会议"
    if meeting.attendees and "、".join(_raw(m.name) for m in meeting.attendees) not in said.replace("同志", ""):
        yield f"班子成员{'、'.join(_raw(m.name) for m in meeting.attendees)}参加会议"
    for count, word in ((meeting.expected, "应到"), (meeting.present, "实到")):
        if count is not None and word not in said:
            yield f"{word}{_said(count)}人"
    if (group := meeting.supervision) is not None and group.group is not None:
        came = group.group + _titled(group.leader)
        if came not in said:
            yield f"{came}到会指导"


def _prior(prior: PriorSummary, said: str) -> str:
    parts = (
        (prior.issues, "查摆的{}个问题", r"{}\s*余?[个项条][^，。；]{{0,6}}(?:问题|任务)"),
        (prior.measures, "制定整改措施{}条", r"措施\s*{}|{}\s*余?[条项个](?:整改)?措施"),
        (prior.done, "已完成{}个", r"完成[^，。；]{{0,4}}{}|{}\s*余?[条项个][^，。；]{{0,4}}完成"),
    )
    speaks = re.search(r"上一?年|上一?次|去年", said)
    missing = [
        form.format(_said(count))
        for count, form, known in parts
        if count is not None and not (speaks and re.search(known.format(*[_number(count)] * 2), said))
    ]
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
        (opinions.aspects, "意见归纳为{}个方面", r"{}\s*余?个方面"),
        (opinions.for_team, "其中对班子{}条", r"对(?:领导)?班子[^，。；]{{0,8}}{}"),
        (opinions.for_members, "对成员{}条", r"成员[^，。；]{{0,8}}{}"),
    ):
        if count is not None and not re.search(known.format(*[_number(count)] * 2), said):
            yield form.format(_said(count))


def _channel_count(channel: Channel, unit: str) -> str:
    return f"{_said(channel.count)}{unit}" if channel.count is not None and unit else ""


def _titled(member: Member | None) -> str:
    return "" if member is None else f"{member.post or '组长'}{_raw(member.name)}"


def _number(count: Count) -> str:
    """Return a pattern for a count, in figures or in words."""
    if isinstance(count, Placeholder):
        return re.escape(count.raw)
    return rf"(?<![\d一二三四五六七八九十百])(?:{count}|{chinese(min(count, 9999))})(?![\d一二三四五六七八九十百])"


def _said(count: Count) -> str:
    return count.raw if isinstance(count, Placeholder) else str(count)


def _raw(name: str | Placeholder) -> str:
    return name.raw if isinstance(name, Placeholder) else name
