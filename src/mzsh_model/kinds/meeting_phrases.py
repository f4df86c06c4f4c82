"""What prose tells of a meeting, in phrases: when and where it is held, on what theme, who led it, who came and who did not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mzsh_model.fresh.frame import raw
from mzsh_model.kernel.dates import plain
from mzsh_model.kinds.phrase import AnyPhrase, Phrase, sentence, untold_clauses
from mzsh_model.kinds.report.meeting import read_basis, read_meeting
from mzsh_model.model.base import Placeholder
from mzsh_model.model.parts import Absentee, Meeting, Supervision
from mzsh_model.model.people import Member
from mzsh_model.reading.draft import paragraphs

Count = int | Placeholder


class Held(NamedTuple):
    """When and where a meeting is held, and what it is called."""

    on: str | None
    until: str | None
    place: str | None
    name: str | None

    def is_told(self, told: Held) -> bool:
        """Tell whether a text that tells this tells all of it; a meeting may be called more than it is here."""
        return all(one in (None, other) for one, other in zip(self, told, strict=True))


@lru_cache(maxsize=8)
def meeting_in(text: str) -> Meeting:
    """Return what a text, one paragraph a line, states of a meeting."""
    draft, spans = paragraphs(text)
    return read_meeting(spans, None, draft)


def _basis_in(text: str) -> str | None:
    draft, spans = paragraphs(text)
    return read_basis(spans, draft)


def _basis(said: str | None) -> str | None:
    return said


def _based(basis: str | None) -> str:
    return f"按照{basis}要求"


def _held(meeting: Meeting) -> Held:
    return Held(meeting.held_on, meeting.held_until, meeting.place, meeting.name)


def when_and_where(held: Held) -> str:
    """Return the words for the day and the place: 于2026年1月12日在三楼会议室."""
    on = f"于{plain(held.on)}" if held.on else ""
    until = f"至{plain(held.until)}" if on and held.until else ""
    return f"{on}{until}{f'在{held.place}' if held.place else ''}"


def _was_held(held: Held) -> str:
    return f"{when_and_where(held)}召开{held.name or '民主生活会'}"


def _on_theme(theme: str | None) -> str:
    return f"以“{theme}”为主题"


def _led(chair: Member | None) -> str:
    return f"由{titled(chair)}同志主持会议"


def _recorded(recorder: Member | None) -> str:
    return f"由{titled(recorder)}同志负责会议记录"


def _came(members: Sequence[Member]) -> str:
    """The members in a row; one without a post behind one who has it is told as such, or he would have it too."""
    out: list[str] = []
    holder: str | None = ""
    for member in members:
        plain_member = "班子成员" if member.post is None and holder is not None else ""
        out.append(f"{plain_member}{titled(member)}")
        holder = member.post
    return f"{'、'.join(out)}参加会议"


def _expected(count: Count | None) -> str:
    return f"应到{counted(count)}人"


def _present(count: Count | None) -> str:
    return f"实到{counted(count)}人"


def _guided(group: Supervision | None) -> str:
    named, leader = (None, None) if group is None else (group.group, group.leader)
    led = f"{titled(leader)}率" if named and leader is not None else titled(leader)
    return f"{led}{named or ''}到会指导"


def _away(absentees: Sequence[Absentee]) -> str:
    return "".join(map(_absent, absentees))


def _absent(one: Absentee) -> str:
    wrote = "，已提交书面发言" if one.written else ""
    if one.name is None:
        return f"1人{one.reason}请假{wrote}。"
    if "、" in (one.post or ""):
        return f"{titled(one)}{one.reason or ''}缺席{wrote}。"  # in a list his posts would be entries of their own
    return f"缺席：{titled(one)}{f'（{one.reason}{wrote}）' if one.reason else wrote}。"


def titled(member: Member | Absentee | None) -> str:
    """Return somebody's post and name."""
    return "" if member is None or member.name is None else f"{member.post or ''}{raw(member.name)}"


def counted(count: Count | None) -> str:
    """Return a count in figures, or the blank in its place."""
    return count.raw if isinstance(count, Placeholder) else str(count)


BASIS = Phrase("会议依据", _basis, _basis_in, _based)
HELD = Phrase("召开时间地点", _held, meeting_in, _was_held, enough=Held.is_told)
ABSENT = Phrase("缺席人员", lambda meeting: meeting.absentees, meeting_in, _away, piecemeal=True)
_CLAUSES: tuple[AnyPhrase, ...] = (
    HELD,
    Phrase("会议主题", lambda meeting: meeting.theme, meeting_in, _on_theme),
    Phrase("主持人", lambda meeting: meeting.chair, meeting_in, _led),
    Phrase("记录人", lambda meeting: meeting.recorder, meeting_in, _recorded),
    Phrase("参加人员", lambda meeting: meeting.attendees, meeting_in, _came),
    Phrase("应到人数", lambda meeting: meeting.expected, meeting_in, _expected),
    Phrase("实到人数", lambda meeting: meeting.present, meeting_in, _present),
    Phrase("督导组", lambda meeting: meeting.supervision, meeting_in, _guided),
)
MEETING: tuple[AnyPhrase, ...] = (*_CLAUSES, ABSENT)
"""All that prose tells of a meeting."""


def of_who_and_when(meeting: Meeting, said: str, lead: str = "") -> str:
    """Return sentences for when, where and by whom a meeting is held, as far as `said` does not tell of it."""
    told = sentence(untold_clauses(_CLAUSES, meeting, said), lead)
    return told + "".join(untold_clauses((ABSENT,), meeting, said))
