"""XRF014 member-name-differs."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.rules.finding import Level
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF014",
    name="member-name-differs",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("成员的姓名在各份材料里应当一致", "惯例"),
    zh=Message(
        "这里写的是{name}，其他材料里是{usual}，只差一个字。",
        "姓名写错，责任就落不到人。",
        "核对姓名；确是两个人的，在配置的 roster 里写上班子名单。",
        "王伟",
    ),
    en=Message(
        "“{name}” here differs in one character from “{usual}” in other papers.",
        "A wrong name makes nobody responsible.",
        "Check the name; if they are two people, list the team under `roster` in the settings.",
        "王伟",
    ),
)
def member_name_differs(meeting: MeetingPapers) -> Iterator[Hit]:
    """成员的姓名，各份材料应当写得一样。

    同姓、同样长、只差一个字，又不在同一份材料里并列的，才提醒。
    """
    for member in meeting.roster.members:
        usual = next((one for one in member.seen if one.name == member.name), None)
        for one in member.seen:
            if one.name != member.name:
                also = (hit(usual.at, paper=usual.path),) if usual else ()
                yield hit(one.at, paper=one.path, also=also, name=one.name, usual=member.name)
