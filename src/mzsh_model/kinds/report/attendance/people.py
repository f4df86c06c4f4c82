"""Who led the meeting and wrote it down, and who came."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.attendance.place import closed, member_at, name_at, opened
from mzsh_model.kinds.report.attendance.roll import Roll
from mzsh_model.model.base import Placeholder
from mzsh_model.model.people import Member
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.weighing.evidence import Scores
from mzsh_model.reading.words.persons import Person, named_before_post, persons

_LED = lazy_pattern(
    r"(?:同志)?\s*(?:召集并|亲自|负责)*主持(?!撰写|起草|制定|工作|词|研究|审议|修改|人(?!\s*[:：])|下)(?P<call>召开)?"
)
_RECORDED_BY = lazy_pattern(
    r"(?:由(?P<who>[^，。；：:由]{2,24}?)(?:同志)?(?:负责|担任|作|做)?(?:会议)?记录(?![在表情])|(?:^|(?<=[，。；：:]))(?P<by>[^，。；：:由]{2,12}?)(?:同志)?(?:负责|担任|作|做)(?:会议)?记录(?=[。；，]|$))"
)
_MEETING = lazy_pattern("生活会|主持|应到|实到")


def read_chair(told: Sequence[Roll], spans: Sequence[Span], draft: Draft, path: str) -> Member | None:
    """Return who led the meeting: named behind a label or in a list, else before 主持."""
    for roll in told:
        if roll.part == "led":
            return member_at(draft, path, roll.span, roll.people[0])
    for span in spans:
        text = span.block.text
        for found in _LED.finditer(text, span.start, span.end):
            clause = text[found.end() : closed(text, found.end(), span.end)]
            if found["call"] and "生活会" not in clause and "会议" not in clause[:3]:
                continue  # another meeting, before this one
            at = opened(text, span.start, found.start())
            named = persons(text, at, found.start(), titled=True)
            if (one := named[-1] if named else named_before_post(text, at, found.start())) is not None:
                return member_at(draft, path, span, one)
    return None


def read_recorder(told: Sequence[Roll], spans: Sequence[Span], draft: Draft, path: str) -> Member | None:
    """Return who wrote down what was said."""
    for roll in told:
        if roll.part == "recorded":
            return member_at(draft, path, roll.span, roll.people[0])
    for span in spans:
        found = _RECORDED_BY.search(span.block.text, span.start, span.end)
        named = persons(span.block.text, *found.span("who" if found["who"] else "by"), titled=True) if found else []
        if named:
            return member_at(draft, path, span, named[0])
    return None


def read_attendees(
    told: Sequence[Roll], draft: Draft, path: str, chair: Member | None, present: int | Placeholder | None
) -> tuple[Member, ...]:
    """Return who came, but for the `chair`: of the paragraphs, tables and lists that name persons the one most speaks for.

    Who guided, only listened or stayed away is no attendee, whatever else is said of him.
    """
    led = "".join(chair.name.split()) if chair is not None and isinstance(chair.name, str) else ""
    others = {name_at(roll.span, one) for roll in told if roll.part not in ("came", "led") for one in roll.people}
    best: tuple[int, list[tuple[Span, Person]]] = (0, [])
    lists = [roll for roll in told if roll.part == "came" and not roll.elsewhere]
    for place in dict.fromkeys(roll.place for roll in lists):
        here = [roll for roll in lists if roll.place == place]
        here = [roll for roll in here if roll.labelled] or here  # beside a list whoever else came is none of them
        named = {name_at(roll.span, one): (roll.span, one) for roll in here for one in roll.people}
        came = [at for name, at in named.items() if name not in others and name != led]
        signs: Scores[bool] = Scores("roll", {True: "taken"})
        signs.add("named")
        if any(roll.labelled for roll in here):
            signs.add("labelled")
        if any(_MEETING.search(roll.span.block.text) for roll in here):
            signs.add("meeting")
        if isinstance(present, int) and present == len(came) + (chair is not None):
            signs.add("counted")
        if came and signs.total(True) > best[0]:
            best = signs.total(True), came
    return tuple(member_at(draft, f"{path}/{n}", *one) for n, one in enumerate(best[1]))
