"""XRF016 dates-out-of-order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mzsh_model.kernel.dates import PartialDate, parse_date
from mzsh_model.kernel.days import is_before
from mzsh_model.kernel.errors import BadPath
from mzsh_model.model.items import Measure
from mzsh_model.model.parts import Review
from mzsh_model.model.walk import resolve
from mzsh_model.rules.cross.listed import talks_of
from mzsh_model.rules.finding import Level, Unchecked
from mzsh_model.rules.papers import MeetingPapers, Paper
from mzsh_model.rules.rule import Basis, Hit, Message, hit, rule

_TOLD = ("MeetingReport", "Minutes", "Circular")
_BEFORE = ("SelfExamination", "MeetingPlan", "PreparationReport")
_AFTER = ("Ledger", "RectificationPlan", "Circular")
_DATED = ("/dated", "/signature/on")


@rule(
    code="XRF016",
    name="dates-out-of-order",
    on=MeetingPapers,
    level=Level.SHOULD,
    basis=Basis("先征求意见、谈心谈话、撰写和审核材料，再开会，再报告和整改", "惯例"),
    zh=Message(
        "这份会前材料写的日期是{day}，在开会（{held}）之后。",
        "会前的材料日期在会后，会被看作补写的。",
        "核对日期，改正写错的一处。",
        "2026年1月15日",
        {
            "report": "这份会后材料写的日期是{day}，在开会（{held}）之前。",
            "held": "这里写的开会日期是{day}，另一份材料写的是{held}。",
            "planned": "这里写的开会日期是{day}，会实际开在{held}。",
            "due": "这里有{count}条措施的完成时限在开会（{held}）之前，第一条是{day}。",
            "reviewed": "会前材料的审核日期是{day}，在开会（{held}）之后。",
            "talk": "有{count}次谈心谈话的日期在开会（{held}）之后，第一次是{day}。",
            "closed": "这里有{count}条措施在开会（{held}）之前就销了号，第一条是{day}。",
        },
    ),
    en=Message(
        "This paper from before the meeting is dated {day}, after the meeting ({held}).",
        "A paper dated after the meeting looks written for the file.",
        "Check the dates and correct the wrong one.",
        "2026年1月15日",
        {
            "report": "This paper from after the meeting is dated {day}, before the meeting ({held}).",
            "held": "The meeting was on {day} here, on {held} in another paper.",
            "planned": "The meeting is on {day} here; it was held on {held}.",
            "due": "{count} time limits are before the meeting ({held}), the first is “{day}”.",
            "reviewed": "This paper was reviewed on {day}, after the meeting ({held}).",
            "talk": "{count} talks were held after the meeting ({held}), the first on “{day}”.",
            "closed": "{count} measures were closed before the meeting ({held}), the first on “{day}”.",
        },
    ),
)
def dates_out_of_order(meeting: MeetingPapers) -> Iterator[Hit | Unchecked]:
    """会前、会中、会后的日期应当有先有后。

    日期没有写全的，只在肯定先后颠倒时才说；立行立改的，会前销号也可以。看不出哪天开会的不查。
    方案、主持词写的开会日期与实际不同的，改了期也要写明。
    """
    days = [(paper, day) for paper in meeting.of(*_TOLD) if (day := _day(paper, "/meeting/held_on"))]
    if not days:
        yield Unchecked("日期", "没有一份材料写明哪天开的会，没有核对日期的先后")
        return
    every = Counter(day for paper in meeting.papers if (day := _day(paper, "/meeting/held_on")))
    first, held = max(days, key=lambda told: every[told[1]])
    at_meeting = (hit("/meeting/held_on", paper=first.path),)
    for paper in meeting.papers:
        day = _day(paper, "/meeting/held_on")
        if is_before(day, held) or is_before(held, day):
            case = "held" if paper.kind in _TOLD else "planned"
            yield hit("/meeting/held_on", paper=paper.path, also=at_meeting, case=case, day=day, held=held)
    for paper in meeting.papers:
        for at in _DATED:
            day = _day(paper, at)
            if paper.kind == "SelfExamination" and is_before(held, day):
                yield hit(at, paper=paper.path, also=at_meeting, day=day, held=held)
            elif paper.kind in _TOLD and is_before(day, held):
                yield hit(at, paper=paper.path, also=at_meeting, case="report", day=day, held=held)
    for paper in meeting.of(*_BEFORE):
        for at, review in paper.each(Review):
            if review.on is not None and is_before(held, review.on):
                yield hit(f"{at}/on", paper=paper.path, also=at_meeting, case="reviewed", day=review.on, held=held)
    for paper in meeting.of("TalkSummary", "TalkRecord"):
        late = [(at, day) for at, day in _talks(paper) if _is_after(parse_date(day), held)]
        if late:
            (first_at, day), *rest = late
            also = (*at_meeting, *(hit(at, paper=paper.path) for at, _ in rest))
            yield hit(first_at, paper=paper.path, also=also, case="talk", day=day, held=held, count=len(late))
    for paper in meeting.of(*_AFTER):
        measures = list(paper.each(Measure))
        limits = [(f"{at}/due", one.due or "") for at, one in measures if _is_before(one.due_on, held)]
        closed = [(f"{at}/closed_on", one.closed_on or "") for at, one in measures if _is_closed_before(one, held)]
        for case, early in (("due", limits), ("closed", closed)):
            if early:
                (first_at, day), *rest = early
                also = (*at_meeting, *(hit(at, paper=paper.path) for at, _ in rest))
                yield hit(first_at, paper=paper.path, also=also, case=case, day=day, held=held, count=len(early))


def _talks(paper: Paper) -> Iterator[tuple[str, str]]:
    """Where a paper says when a talk was, in the cell of a row or the blank of a record, and what it says."""
    yield from ((f"{row.at}/when", row.said("when")) for row in talks_of(paper, "when"))


def _is_after(day: PartialDate | None, held: str) -> bool:
    return day is not None and day.possible and is_before(held, day.edtf)


def _is_before(day: PartialDate | None, held: str) -> bool:
    return day is not None and day.possible and is_before(day.edtf, held)


def _is_closed_before(measure: Measure, held: str) -> bool:
    """Whether a measure with a time limit of its own was closed before the meeting; what is done at once may be."""
    out = measure.close_out
    return out is not None and _is_before(out.day, held) and measure.due_on is not None


def _day(paper: Paper, at: str) -> str:
    try:
        day = resolve(paper.value, at)
    except BadPath:
        return ""
    return day if isinstance(day, str) else ""
