"""What a paper tells of its meeting in a line or under a heading of its own: 时间：2026年1月12日, 一、会议主题."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.attendance.supervision import read_supervision
from mzsh_model.model.parts import Meeting, Section
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.reading.draft import Draft, Span, trimmed
from mzsh_model.reading.frame.front import Front

_WHEN = lazy_pattern(r"\s*(?:会议|召开|开会)?(?:时间|日期)\s*[：:]")
_THEME = lazy_pattern(r"(?:会议)?主题$")
_MEETING = ROOT / "meeting"


def with_lines(meeting: Meeting, sections: Sequence[Section], said: Mapping[ModelPath, Span], draft: Draft) -> Meeting:
    """Return the meeting with its day and theme, where no sentence of the paper told them."""
    told: dict[str, object] = {}
    if meeting.held_on is None and (day := _day(said, draft)) is not None:
        told["held_on"] = day
    if meeting.theme is None and (theme := _theme(sections, said, draft)) is not None:
        told["theme"] = theme
    return meeting.model_copy(update=told)


def with_front(meeting: Meeting, front: Front, draft: Draft) -> Meeting:
    """Return the meeting with what stands below the title of what is said at it: its day, and of whom a group supervised it."""
    told: dict[str, object] = {}
    if meeting.held_on is None and front.date is not None:
        for found in find_dates(front.date.text)[:1]:
            at = front.date.start + found.start, front.date.start + found.end
            draft.anchor(_MEETING / "held_on", front.date.block.place(*at))
            told["held_on"] = found.date.edtf
    led = meeting.supervision is not None and meeting.supervision.leader is not None
    if not led and front.byline is not None:
        by = read_supervision([front.byline], draft, str(_MEETING / "supervision"))
        told["supervision"] = by or meeting.supervision
    return meeting.model_copy(update=told)


def _day(said: Mapping[ModelPath, Span], draft: Draft) -> str | None:
    for span in said.values():
        text = span.block.text
        if (named := _WHEN.match(text, span.start, span.end)) is None:
            continue
        for found in find_dates(text[named.end() : span.end])[:1]:
            at = named.end() + found.start, named.end() + found.end
            draft.anchor(_MEETING / "held_on", span.block.place(*at))
            return found.date.edtf
    return None


def _theme(sections: Sequence[Section], said: Mapping[ModelPath, Span], draft: Draft) -> str | None:
    for at, section in enumerate(sections):
        span = said.get(ROOT / "sections" / at / "remarks" / 0)
        if span is None or not _THEME.search(section.heading):
            continue
        if first_sentence(span.text, 0, len(span.text)) == len(span.text):
            return draft.anchor_span(_MEETING / "theme", trimmed(span, "。；;"))
    return None
