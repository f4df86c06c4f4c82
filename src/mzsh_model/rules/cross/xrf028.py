"""XRF028 criticism-between-members-missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from mzsh_model.rules.cross.criticisms import criticisms_of
from mzsh_model.rules.cross.preconditions import unread_parts
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF028",
    name="criticism-between-members-missing",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("会上班子成员之间相互批评，每位成员对其他成员都要提意见", "惯例"),
    zh=Message(
        "批评意见表里有{count}处没有批评意见，如{critic}对{target}。",
        "相互批评缺了谁对谁，就不是人人过关。",
        "会上提过的补上；没有提的，会后补提。",
        "5|李四|王五|抓落实时紧时松",
    ),
    en=Message(
        "{count} criticisms between members are missing in the sheet, such as that of “{target}” by “{critic}”.",
        "Where some were not criticised by some, not everybody was.",
        "Add what was said at the meeting; what was not said is to be said afterwards.",
        "5|李四|王五|抓落实时紧时松",
    ),
)
def criticism_between_members_missing(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """相互批评意见，应当每一名成员对其他每一名成员都有。

    批评意见表和会议记录、报告里的合起来看；请假的成员没有提的不算缺。列出的不到一半的，当作摘录，不查；没有写明谁对谁的不查。
    """
    sheets = meeting.of("CriticismSheet")
    if not sheets:
        return
    yield from unread_parts(sheets)
    if any(paper.doubts.parts for paper in sheets):
        return
    voiced = list(criticisms_of(meeting))
    if any(not (one.critic and one.target) for one in voiced):
        yield Unchecked(sheets[0].path, "有的批评意见没有写明是谁对谁，没有核对是不是都提了")
        return
    away = {one.name for one in meeting.roster.members if any(seen.role == "absent" for seen in one.seen)}
    wanted = [pair for pair in permutations(meeting.roster.names, 2) if pair[0] not in away]
    there = {(one.critic, one.target) for one in voiced}
    lacking = [pair for pair in wanted if pair not in there]
    if 2 * len(lacking) > len(wanted):
        yield Unchecked(sheets[0].path, "批评意见没有列全，没有核对是不是每一名成员对其他成员都提了")
    elif lacking:
        critic, target = lacking[0]
        yield hit("/title", paper=sheets[0].path, count=len(lacking), critic=critic, target=target)
