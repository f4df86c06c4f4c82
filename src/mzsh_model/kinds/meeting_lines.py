"""What a paper tells of its meeting in a line or under a heading of its own: 时间：2026年1月12日, 一、会议主题."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from mzsh_model.kernel.dates import find_dates
from mzsh_model.kernel.path import ROOT, ModelPath
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.attendance.supervision import read_supervision
from mzsh_model.model.parts import Meeting, Section
from mzsh_model.model.people import Member
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.sentences import first_sentence, sentences
from mzsh_model.reading.draft import Draft, Span, trimmed, whole
from mzsh_model.reading.frame.front import Front, byline_of, year_of
from mzsh_model.reading.tables.cell_values import line_span
from mzsh_model.reading.told_facts import name_value

_WHEN_ALONE = lazy_pattern(r"(?:会议|召开|开会)?(?:的)?(?:时间|日期)(?:安排)?(?:[和、及]地点)?[：:]?")
_WHERE_ALONE = lazy_pattern(r"(?:会议|召开|开会)?(?:的)?(?:时间[和、及])?地点(?:安排)?[：:]?")
_NAME_ALONE = lazy_pattern(r"会议(?:名称|名|题目|内容)[：:]?")
_THEME = lazy_pattern(r"(?:会议)?主题$")
_THEME_WORD = lazy_pattern("主题(?!教育|党日)")
"""What speaks of the theme does not state it: 围绕县委确定的主题，……"""

_ROOM = lazy_pattern(
    r"(?:.*?(?:在|[，,日午点分时:：]\s*))?(?P<room>[^，。；：:\s在]{1,24}?(?:室|厅|礼堂|会堂|中心|楼|院|馆|基地))[。]?$"
)
_SETS = lazy_pattern("定|拟|安排")
_SETS_DAY = lazy_pattern(
    r"(?:经[^，,。；]{1,24}[，,])?(?P<what>(?:本次|此次|这次|民主)*(?:会议|生活会|会期)(?:的)?(?:召开)?(?:时间)?|(?:召开)?时间)?"
    r"(?:初步?|暂|拟|预|原则上|计划|确)*(?:定|安排)?(?:于|在|为)?\s*"
)
_TAKES_PLACE = lazy_pattern(r"[^，,。；;]{0,16}?(?:召开|举行|进行|开会|开(?=[。；，,]|$))")
"""What is said to take place on a day that is set is the meeting: other things are done until a day."""

_MEETING = ROOT / "meeting"


def with_lines(meeting: Meeting, sections: Sequence[Section], said: Mapping[ModelPath, Span], draft: Draft) -> Meeting:
    """Return the meeting with its day and theme, where no sentence of the paper told them."""
    told: dict[str, object] = {}
    if meeting.held_on is None:
        for span in _under(_WHEN_ALONE, sections, said, draft):
            if (found := find_dates(span.text)[:1]) and found[0].date.edtf.count("-"):
                at = span.start + found[0].start, span.start + found[0].end
                draft.anchor(_MEETING / "held_on", span.block.place(*at))
                told["held_on"] = found[0].date.edtf
                break
    if meeting.held_on is None and "held_on" not in told and (day := _set_day(said, draft)) is not None:
        told["held_on"] = day
    if meeting.place is None:
        for span in _under(_WHERE_ALONE, sections, said, draft):
            if (place := _ROOM.search(span.text)) is not None:
                at = span.start + place.start("room"), span.start + place.end("room")
                told["place"] = draft.anchor_span(_MEETING / "place", Span(span.block, *at))
                break
    if meeting.supervision is None:  # in the cell of who sat in
        cells = [line_span(line) for line in draft.outline.lines if line.cell is not None]
        told["supervision"] = read_supervision(cells, draft, str(_MEETING / "supervision"))
    if meeting.theme is None and (theme := _theme(sections, said, draft)) is not None:
        told["theme"] = theme
    return meeting.model_copy(update=told)


def _set_day(said: Mapping[ModelPath, Span], draft: Draft) -> str | None:
    """The day for which a sentence sets the meeting, though it does not name it: 定于2026年1月30日召开。"""
    for span in said.values():
        for low, high in sentences(span.block.text, span.start, span.end):
            days = find_dates(span.block.text[low:high]) if _SETS.search(span.block.text, low, high) else ()
            for found in (one for one in days[:1] if one.date.edtf.count("-")):
                start, end = low + found.start, low + found.end
                before = _SETS_DAY.fullmatch(span.block.text, low, start)
                if before and (before["what"] or _TAKES_PLACE.match(span.block.text, end, high)):
                    draft.anchor(_MEETING / "held_on", span.block.place(start, end))
                    return found.date.edtf
    return None


def year_in_name(draft: Draft) -> int | None:
    """Return the year of a meeting whose name a cell tells behind its label: 会议名称 | 某局2025年度民主生活会."""
    for span in _under(_NAME_ALONE, (), {}, draft):
        if (found := year_of(span.text)) is not None:
            draft.anchor_span("/year", Span(span.block, span.start + found[1], span.start + found[2]))
            return found[0]
    return None


def behind_labels(spans: Sequence[Span], label: re.Pattern[str]) -> list[Span]:
    """Return the stretches with each heading that is nothing but such a label joined to what stands below it: 参加人员：张三、李四."""
    joined: list[Span] = []
    for span in spans:
        name = "".join(joined[-1].text.split()) if joined else ""
        if joined and not name.endswith(("：", ":")) and label.fullmatch(f"{name}：") and not label.search(span.text):
            head = joined.pop()
            pieces = (*_pieces(head, 0), *_pieces(span, len(head.text) + 1))
            span = whole(Block(f"{head.text}：{span.text}", pieces, span.block.line))
        joined.append(span)
    return joined


def _pieces(span: Span, at: int) -> Iterator[tuple[int, int, int, int]]:
    """The pieces of lines that a stretch is made of, the first one from `at` on."""
    for position, number, start, length in span.block.pieces:
        low, high = max(span.start, position), min(span.end, position + length)
        if low < high:
            yield at + low - span.start, number, start + low - position, high - low


def with_front(meeting: Meeting, front: Front, draft: Draft, *, by_chair: bool) -> Meeting:
    """Return the meeting with what stands below the title of what is said at it: its day, and who led it, or a supervising group."""
    told: dict[str, object] = {}
    if (
        meeting.held_on is None and (dated := front.date or front.byline) is not None
    ):  # or in its bracket: （2026年2月4日 …）
        for found in [one for one in find_dates(dated.text) if one.date.edtf.count("-")][:1]:
            at = dated.start + found.start, dated.start + found.end
            draft.anchor(_MEETING / "held_on", dated.block.place(*at))
            told["held_on"] = found.date.edtf
    if by_chair and meeting.chair is None and front.byline is not None:
        post, (start, end) = byline_of(front.byline.text)
        name = Span(front.byline.block, front.byline.start + start, front.byline.start + end)
        told["chair"] = Member(name=name_value(draft.anchor_span(_MEETING / "chair" / "name", name)), post=post)
    led = meeting.supervision is not None and meeting.supervision.leader is not None
    if not led and front.byline is not None:
        by = read_supervision([front.byline], draft, str(_MEETING / "supervision"))
        told["supervision"] = by or meeting.supervision
    return meeting.model_copy(update=told)


def _under(
    name: re.Pattern[str], sections: Sequence[Section], said: Mapping[ModelPath, Span], draft: Draft
) -> Iterator[Span]:
    """What stands under a heading that is nothing but such a name, or in the cell behind one."""
    for at, section in enumerate(sections):
        span = said.get(ROOT / "sections" / at / "remarks" / 0)
        if span is not None and name.fullmatch("".join(section.heading.split())):
            yield span
    for label, told in pairwise(draft.outline.lines):
        if (
            label.cell is None
            or told.cell is None
            or (label.cell.table, label.cell.row) != (told.cell.table, told.cell.row)
        ):
            continue
        if told.text.strip() and name.fullmatch("".join(label.text.split())):
            yield line_span(told)


def _theme(sections: Sequence[Section], said: Mapping[ModelPath, Span], draft: Draft) -> str | None:
    for at, section in enumerate(sections):
        span = said.get(ROOT / "sections" / at / "remarks" / 0)
        if span is None or not _THEME.search(section.heading) or _THEME_WORD.search(span.text):
            continue
        if first_sentence(span.text, 0, len(span.text)) == len(span.text):
            return draft.anchor_span(_MEETING / "theme", trimmed(span, "。；;"))
    return None
