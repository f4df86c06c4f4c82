"""XRF003 roster-attendance-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.parts import Meeting
from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF003",
    name="roster-attendance-mismatch",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("报告的到会情况应与班子成员的实际情况一致", "惯例"),
    zh=Message(
        "这里写应到{expected}人，从全部材料里认出的成员是{known}人：{names}。",
        "人数是判断能否开会的依据，对不上会被退回。",
        "核对班子成员名单，改正人数，或补上少了的材料。",
        "应到7人，实到7人。",
        {
            "unlisted": "参加人员里没有{member}，而写的是全部到会。",
            "stranger": "参加人员里有{member}，配置的班子名单里没有。",
        },
    ),
    en=Message(
        "It says that {expected} were expected; the papers together name {known} members: “{names}”.",
        "The number tells whether the meeting could be held.",
        "Check the roster, correct the number, or add the paper that is missing.",
        "应到7人，实到7人。",
        {
            "unlisted": "“{member}” is not among those present, although all are said to have come.",
            "stranger": "“{member}” is among those present and not on the roster of the settings.",
        },
    ),
)
def roster_attendance_mismatch(meeting: MeetingPapers) -> Iterator[Hit]:
    """报告写的应到人数、参加人员，应当与班子成员一致。

    成员从报告、对照检查材料、台账里认，配置里写了名单的以名单为准。列出的参加人员不全的，不查少了谁。
    """
    for paper in (one for one in meeting.papers if not one.doubts.refusal):
        for at, held in paper.each(Meeting):
            yield from _judged(meeting, paper, at, held)


def _judged(meeting: MeetingPapers, paper: Paper, at: str, held: Meeting) -> Iterator[Hit]:
    names = meeting.roster.names
    given = meeting.profile.roster
    apart = {one.path for member in meeting.roster.members for one in member.seen} - {paper.path}
    if isinstance(held.expected, int) and (given or apart) and held.expected != len(given or names):
        listed = given or names
        yield hit(
            f"{at}/expected", paper=paper.path, expected=held.expected, known=len(listed), names="、".join(listed)
        )
        return
    present = [meeting.roster.meant(str(one.name)) for one in (held.chair, *held.attendees) if one is not None]
    if held.attendees and held.present == held.expected == len(names) and len(set(present)) < len(names):
        for member in meeting.roster.members:
            own = [one for one in member.seen if one.path != paper.path]
            if member.name not in present and own:
                also = (hit(own[0].at, paper=own[0].path),)
                yield hit(f"{at}/attendees/0", paper=paper.path, also=also, case="unlisted", member=member.name)
    for n, one in enumerate(held.attendees):
        if given and isinstance(one.name, str) and meeting.roster.meant(one.name) not in given:
            yield hit(f"{at}/attendees/{n}", paper=paper.path, case="stranger", member=one.name)
