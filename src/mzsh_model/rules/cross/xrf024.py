"""XRF024 agenda-item-not-held."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh_model.model.parts import Meeting
from mzsh_model.rules.cross.agenda_acts import is_told
from mzsh_model.rules.cross.preconditions import unread_parts
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule


@rule(
    code="XRF024",
    name="agenda-item-not-held",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("会议按照方案确定的程序召开，会议记录完整反映会议过程", "惯例"),
    zh=Message(
        "{planned}里有这一项程序，{held}里没有找到。",
        "方案定了的程序会上没有开，或者开了没有记，都会被看作程序缺项。",
        "会上开了的补进材料；改了程序的，把方案也改过来。",
        "四、督导组点评",
    ),
    en=Message(
        "This item of the agenda in “{planned}” was not found in “{held}”.",
        "An item that was planned and is not told of looks as if it had been left out.",
        "Add what was done, or change the plan.",
        "四、督导组点评",
    ),
)
def agenda_item_not_held(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """方案定的会议程序，主持词和会议记录里应当都有；主持词里的，会议记录里应当都有。

    说法不一样、说的是同一件事的算有（如“督导组点评”和“督导组组长讲话”）。没有读全的、没有写程序的不查。
    """
    plans, scripts, minutes = (meeting.of(kind) for kind in ("MeetingPlan", "HostScript", "Minutes"))
    later = {"MeetingPlan": (*scripts, *minutes), "HostScript": minutes}
    for planned in (*plans, *scripts):
        if not (others := later[planned.kind]):
            continue
        yield from unread_parts((planned, *others))
        whole = [paper for paper in others if not paper.doubts.parts]
        items = list(_agenda(planned))
        if not items:
            yield Unchecked(planned.path, "没有读出会议程序，没有和主持词、会议记录核对")
        for at, text in items:
            lacking = [paper for paper in whole if not is_told(text, _said(paper))]
            if lacking and (planned.kind == "MeetingPlan" or not _is_planned(plans, text)):
                names = "、".join(paper.kind_zh for paper in lacking)
                also = tuple(hit("/title", paper=paper.path) for paper in lacking)
                yield hit(at, paper=planned.path, also=also, planned=planned.kind_zh, held=names)


def _agenda(paper: Paper) -> Iterator[tuple[str, str]]:
    for at, held in paper.each(Meeting):
        yield from ((f"{at}/agenda/{n}/text", item.text) for n, item in enumerate(held.agenda))


def _said(paper: Paper) -> list[str]:
    """The lines of a paper, its title left out: that names the meeting, not what was done."""
    return [text for _, text in paper.lines[1:]]


def _is_planned(plans: tuple[Paper, ...], text: str) -> bool:
    """Whether the plan has the item: then it is told there."""
    return any(is_told(text, [item]) for plan in plans for _, item in _agenda(plan))
