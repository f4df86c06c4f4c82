"""XRF026 talk-between-members-missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.rules.cross.listed import Row, talks_of
from mzsh_model.rules.cross.preconditions import unread_parts
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers, Roster
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_SEVERAL = lazy_pattern(r"班子成员|各[位班]|全体|相互|互相|其他|[×xX某]")
"""A cell that names nobody in particular, or a blank: who talked with whom is not sure."""

_BETWEEN = lazy_pattern("[、，,/]")


@rule(
    code="XRF026",
    name="talk-between-members-missing",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("会前谈心谈话，班子成员相互之间必谈", "惯例"),
    zh=Message(
        "谈心谈话汇总里有{count}对班子成员之间没有谈，如{one}和{other}。",
        "班子成员之间没有谈到、谈透，会上批评就放不开。",
        "谈过的补上；没有谈的会前补谈。",
        "3|李四|王五|2026年1月6日",
    ),
    en=Message(
        "{count} pairs of members have no talk in the summary, such as “{one}” and “{other}”.",
        "Members who did not talk before the meeting do not criticise one another at it.",
        "Add the talks that were held, and hold those that were not.",
        "3|李四|王五|2026年1月6日",
    ),
)
def talk_between_members_missing(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """班子成员相互之间，每两个人都应当有一次谈心谈话。

    汇总表和谈话记录合起来看，一格里写了几个人的，算和每个人都谈了。汇总表里一次成员之间的谈话都没有的（另有记录）、写了“班子成员之间”
    或者空着的不查。
    """
    papers = meeting.of("TalkSummary", "TalkRecord")
    summaries = [paper for paper in papers if paper.kind == "TalkSummary"]
    if not summaries:
        return
    yield from unread_parts(papers)
    if any(paper.doubts.parts for paper in papers):
        return
    talks = [row for paper in papers for row in talks_of(paper)]
    vague = next((row for row in talks if any(_SEVERAL.search(row.said(name)) for name in ("talker", "talked"))), None)
    if vague is not None:
        yield Unchecked(summaries[0].path, "有的谈话没有写明是谁和谁，没有核对成员之间是不是都谈了")
        return
    held = {
        frozenset((meeting.roster.meant(one), meeting.roster.meant(other)))
        for one, other in _pairs(talks, meeting.roster)
    }
    wanted = [frozenset(pair) for pair in combinations(meeting.roster.names, 2)]
    lacking = [pair for pair in wanted if pair not in held]
    if lacking and len(lacking) < len(wanted):
        one, other = (name for name in meeting.roster.names if name in lacking[0])
        yield hit("/title", paper=summaries[0].path, count=len(lacking), one=one, other=other)


def _pairs(talks: list[Row], roster: Roster) -> Iterator[tuple[str, str]]:
    for row in talks:
        for one in _names(row.said("talker"), roster):
            for other in _names(row.said("talked"), roster):
                yield one, other


def _names(said: str, roster: Roster) -> Iterator[str]:
    """The names in a cell; a blank stands inside a name that the roster has so, and else between two."""
    for piece in _BETWEEN.split(said):
        whole = "".join(piece.split()).removesuffix("同志")
        known = roster.meant(whole) in roster.names
        yield from [whole] if known else (one.removesuffix("同志") for one in piece.split())
