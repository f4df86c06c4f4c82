"""XRF027 stated-count-not-listed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mzsh_model.rules.cross.counts import stated_of_all
from mzsh_model.rules.cross.criticisms import criticisms_of
from mzsh_model.rules.cross.listed import rows_with
from mzsh_model.rules.cross.preconditions import unread
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


class _Fact(NamedTuple):
    """A number that papers state at these paths, the first told of, and the kinds that list what it counts, by its fields.

    `own` are the paths at which such a list states itself how many it has.
    """

    case: str
    stated: tuple[str, ...]
    kinds: tuple[str, ...]
    fields: tuple[str, ...]
    own: tuple[str, ...] = ()


_FACTS = (
    _Fact(
        "",
        ("/opinions/total", "/opinions/merged"),
        ("OpinionList",),
        ("text", "adopted"),
        ("/stated/total", "/stated/merged"),
    ),
    _Fact("voiced", ("/stated_criticisms",), ("CriticismSheet", "Minutes"), ("text", "critic")),
    _Fact("prior", ("/prior/issues",), ("PriorAccount",), ("issue", "done"), ("/prior/issues",)),
)


@rule(
    code="XRF027",
    name="stated-count-not-listed",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("同一次会的材料，写的数应当与列的一致", "惯例"),
    zh=Message(
        "这里写征求意见{count}条，《{where}》里列了{listed}条。",
        "数是从清单里来的，对不上就有一处没有核对。",
        "核对清单，改正写错的数，或补上漏列的。",
        "征求意见26条。",
        {
            "voiced": "这里写批评意见{count}条，《{where}》里列了{listed}条。",
            "prior": "这里写上年度查摆问题{count}个，《{where}》里列了{listed}个。",
        },
    ),
    en=Message(
        "It speaks of {count} opinions, “{where}” lists {listed}.",
        "The number comes from the list; one of the two was not checked.",
        "Check the list; correct the number, or add what is missing.",
        "征求意见26条。",
        {
            "voiced": "It speaks of {count} criticisms, “{where}” lists {listed}.",
            "prior": "It speaks of {count} problems of last year, “{where}” lists {listed}.",
        },
    ),
)
def stated_count_not_listed(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """报告、班子材料写的征求意见、批评意见、上年度问题的数，应当与清单列的一致。

    征求意见写了归并以后条数的，批评意见按批评意见表、按会议记录，有一个相符就不提。几份材料写的数不一样的，
    由比较各份数目的规则说；清单自己写了总数的，只比总数；清单没有读全的不查。
    """
    for fact in _FACTS:
        lists = [paper for paper in meeting.of(*fact.kinds) if _rows(paper, fact)]
        told = [(paper, at) for paper in meeting.papers for at in fact.stated[:1] if _states(paper, at)]
        if any(paper.stated(at) is not None for paper in lists for at in fact.own):
            continue  # the list's own total is held against its rows there, and against the others' by the rule on such
        if not lists or len({paper.stated(at) for paper, at in told}) != 1:
            continue
        yield from unread(lists)
        if not all(paper.is_read for paper in lists):
            continue
        counts = _listed(meeting, lists, fact)
        for paper, at in told:
            stated = [paper.stated(other) for other in fact.stated]
            if not counts & set(stated):
                rows = _rows(lists[0], fact)
                where, also = lists[0].path, (hit(rows[-1], paper=lists[0].path),)
                listed = len(rows)
                yield hit(at, paper=paper.path, also=also, case=fact.case, count=stated[0], where=where, listed=listed)


def _states(paper: Paper, at: str) -> bool:
    return paper.scope != "member" and not paper.doubts.refusal and stated_of_all(paper, at) is not None


def _rows(paper: Paper, fact: _Fact) -> list[str]:
    """Where each row of a list stands."""
    return [row.at for row in rows_with(paper, *fact.fields) if row.said(fact.fields[0])]


def _listed(meeting: MeetingPapers, lists: list[Paper], fact: _Fact) -> set[int]:
    """How many the lists have: each by itself, those of one kind together, by another way to count where there is one."""
    kinds = {kind: [len(_rows(paper, fact)) for paper in lists if paper.kind == kind] for kind in fact.kinds}
    counts = {n for sizes in kinds.values() for n in (*sizes, sum(sizes))}
    if fact.case == "voiced":
        every = [{place.paper.kind for place in one.places} for one in criticisms_of(meeting)]
        counts.add(sum(bool(kinds & set(fact.kinds)) for kinds in every))
    return counts
