"""The facts of a meeting as a report states them: what it was called, when, where and on what theme it was held."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mzsh_model.kernel.dates import FoundDate, find_dates
from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import spell_out
from mzsh_model.kinds.report.attendance.absence import read_absentees
from mzsh_model.kinds.report.attendance.counts import read_counts
from mzsh_model.kinds.report.attendance.people import read_attendees, read_chair, read_recorder
from mzsh_model.kinds.report.attendance.roll import rolls
from mzsh_model.kinds.report.attendance.supervision import read_supervision
from mzsh_model.kinds.report.cells import told_in_cells
from mzsh_model.model.parts import Meeting
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Draft, Span, trimmed

_HELD = lazy_pattern(r"召开|举行|开了")
_QUOTED = lazy_pattern(r"《[^》]*》")
_THE_MEETING = lazy_pattern(r"(?:召开|举行)(?:了)?(?:本次|专题)?会议(?=[，,]|$)")
_OTHERS = lazy_pattern("动员|部署|座谈|研究|筹备|审议|学习|征求|常委会|党[组委]会|通报会|专题会议")
"""Words of a meeting that only made ready for this one, or came of it."""
_MEETING_NAME = lazy_pattern(r"(?:召开|举行)(?:了)?(?P<name>[^，。；]{0,30}?(?:民主|组织)生活会)")
_MEETING_ALIAS = lazy_pattern(r"(?:召开|举行)(?:了)?(?P<name>[^，。；]{0,30}?(?:mzsh|zzsh)h?)", re.IGNORECASE)
_BASIS = lazy_pattern(
    r"(?:按照|根据|依据|遵照)(?P<basis>[^，。；]{0,30}《[^》]{2,60}》[^，。；]{0,30}?)(?:要求|精神|安排|部署|规定)"
)
_WHEN = lazy_pattern(
    r"(?:^|(?<=[\s。；;，,、.．）)]))(?:会\s*议|召\s*开|开\s*会)?(?:的)?\s*(?:时\s*间|日\s*期)(?:[和、及]?地点)?\s*[：:]\s*"
)
_FARTHEST_DAY = 2
_SET = lazy_pattern(r"(?:初步|暂|拟|原则上|计划|确|预)*(?:安排|定)?(?:于|在|为)?\s*")
"""What says that a day is set, between the label and the day: 时间：拟定于1月30日."""
_NO_YEAR = "XXXX"
_LATE, _EARLY = 10, 3
"""The months from which on, and up to which, meetings of a year are held."""
_DAY = r"(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]"
_UNTIL = lazy_pattern(rf"\s*(?:[上下]午)?\s*(?:至|到|、|和|[-—－–~～]{{1,2}})\s*{_DAY}(?:[上下]午)?")
_TO = lazy_pattern(r"\s*(?:[上下]午)?\s*(?:至|到|、|和|[-—－–~～]{1,2})\s*")
_PLACE = lazy_pattern(
    r"(?<![存正现旨放])在(?P<place>[^，。；：:“”在于]{1,24}?(?:会议室|会议厅|会议中心|报告厅|礼堂|会堂|大厅|楼|党群服务中心|室|厅|院|馆|基地))"
    r"(?=召开|举行|集中|开了|以|组织|[，,][^，。；：]{0,14}?(?:召开|举行|开了))"
)
_PLACE_LABEL = lazy_pattern(
    r"(?:会\s*议)?\s*(?:时\s*间\s*[和、及]?\s*)?地\s*点\s*[:：]\s*(?:[^。；]{0,24}?\d\s*[日号][^，,。；\s]{0,8}[，,\s]\s*(?:[上下]午[^，,。；\s]{0,12}[，,\s]\s*)?)?(?P<place>[^，。；\s\d][^，。；\s]{1,30})"
)
_THEME = lazy_pattern(r"(?:(?P<before>以|围绕|紧扣|聚焦)|主题(?:就?是|为|[:：])\s*[:：]?\s*)(?=“|\")")
_THEME_BEHIND = lazy_pattern(r"\s*(?:为|这一|的|这个|会议)*主题")
_THEME_BARE = lazy_pattern(
    r"(?:会议)?主题(?:(?:就?是|为)\s*[:：]?|\s*[:：])\s*(?P<theme>(?:[^“”\"。；]|“[^“”。]{1,60}”){4,})"
)
_THEME_OF = lazy_pattern(r"为(?:会议)?主题")
_THEME_FROM = lazy_pattern(r"(?:^|(?<=[，,：:；;议会、*]))以(?![来下上及内外])|围绕|紧扣")
_SHORTEST_THEME, _LONGEST_THEME = 4, 200
_OPEN, _CLOSE = '“"', '”"'


def read_meeting(spans: Sequence[Span], year: int | None, draft: Draft, path: str = "/meeting") -> Meeting:
    """Return what `spans` state about the meeting; what they do not state stays empty."""
    labelled = [*spans, *told_in_cells(draft.outline.lines)]
    held_on, held_until = _held(spans, draft, path, year)
    if held_on is None:
        held_on, held_until = _labelled_day(labelled, draft, path, year)
    told = rolls(spans, draft.outline.lines)
    chair = read_chair(told, spans, draft, f"{path}/chair")
    expected, present = read_counts(labelled, draft, f"{path}/expected", f"{path}/present")
    return Meeting(
        year=year,
        name=_name(spans, draft, f"{path}/name"),
        held_on=held_on,
        held_until=held_until,
        place=_place(labelled, draft, f"{path}/place"),
        theme=_theme(labelled, draft, f"{path}/theme"),
        chair=chair,
        recorder=read_recorder(told, spans, draft, f"{path}/recorder"),
        attendees=read_attendees(told, draft, f"{path}/attendees", chair, present),
        expected=expected,
        present=present,
        absentees=read_absentees(told, labelled, draft, f"{path}/absentees"),
        supervision=read_supervision(spans, draft, f"{path}/supervision"),
    )


def read_basis(spans: Sequence[Span], draft: Draft) -> str | None:
    """Return the document that the meeting rests on: 按照市委《……通知》要求."""
    for span in spans:
        if found := _BASIS.search(span.block.text, span.start, span.end):
            return draft.anchor_span("/basis", Span(span.block, *found.span("basis")))
    return None


def _name(spans: Sequence[Span], draft: Draft, path: str) -> str | None:
    for span in spans:
        text = span.block.text
        found = _MEETING_NAME.search(text, span.start, span.end) or _MEETING_ALIAS.search(text, span.start, span.end)
        if found:
            return spell_out(draft.anchor_span(path, Span(span.block, *found.span("name"))))
    return None


def _held(spans: Sequence[Span], draft: Draft, path: str, year: int | None) -> tuple[str | None, str | None]:
    """The date nearest before 召开 in the same sentence, and the day on which a meeting of several days ended."""
    for span in spans:
        for sentence in re.finditer(r"[^。；]+", span.text):
            said = _QUOTED.sub(lambda quoted: "　" * len(quoted[0]), sentence[0])
            if "生活会" not in spell_out(said) and not (_THE_MEETING.search(said) and not _OTHERS.search(said)):
                continue
            days = [d for d in find_dates(said) if d.date.edtf.count("-")]
            named = [held.start() for held in _MEETING_NAME.finditer(said)]
            ends = [*named, *(held.start() for held in _HELD.finditer(said))]
            dates = next((before for end in ends if (before := [d for d in days if d.end <= end])), None)
            if dates is not None:
                return _days(said, dates, Span(span.block, span.start + sentence.start(), span.end), draft, path, year)
    return None, None


def _labelled_day(spans: Sequence[Span], draft: Draft, path: str, year: int | None) -> tuple[str | None, str | None]:
    """The day behind a label, 会议时间：2026年1月12日, and the one on which a meeting of several days ended."""
    for span in spans:
        for label in _WHEN.finditer(span.block.text, span.start, span.end):
            behind = Span(span.block, label.end(), span.end)
            dates = [found for found in find_dates(behind.text) if found.date.edtf.count("-")]
            if dates and (dates[0].start <= _FARTHEST_DAY or _SET.fullmatch(behind.text, 0, dates[0].start)):
                return _days(behind.text, dates[:1], behind, draft, path, year)
    return None, None


def _days(
    text: str, dates: Sequence[FoundDate], span: Span, draft: Draft, path: str, year: int | None
) -> tuple[str, str | None]:
    """The last of some dates, or the last two where they are the first and the last day; `text` is that of the stretch.

    A day that names no year has it from the `year` of the meeting.
    """
    base, first, last = span.start, dates[-1], None
    if len(dates) > 1 and _TO.fullmatch(text, dates[-2].end, first.start):
        first, last = dates[-2], (first.start, first.end, first.date.edtf)
    elif until := _UNTIL.match(text, first.end):
        last = until.start(1), until.end(), f"{first.date.edtf[:7]}-{_day(until[1])}"
    draft.anchor(f"{path}/held_on", span.block.place(base + first.start, base + first.end))
    if last is None:
        return _with_year(first.date.edtf, year), None
    draft.anchor(f"{path}/held_until", span.block.place(base + last[0], base + last[1]))
    begun = _with_year(first.date.edtf, year)
    return begun, last[2] if not last[2].startswith("XXXX") else begun[:4] + last[2][4:]


def _with_year(day: str, year: int | None) -> str:
    """A day of which only month and day are told, in the year in which meetings of `year` are held: in its last months, or
    in the first of the next; one told otherwise as it is.
    """
    month = day[5:7]
    if year is None or not day.startswith(_NO_YEAR) or not month.isdecimal():
        return day
    if int(month) >= _LATE:
        return f"{year}{day[4:]}"
    return f"{year + 1}{day[4:]}" if int(month) <= _EARLY else day


def year_held(held_on: str | None) -> int | None:
    """The year whose annual meeting was held on a day, as far as the day tells: that of autumn, or the one before in the first months.

    >>> year_held("2013-11-26"), year_held("2024-01-08"), year_held("2014-07-15"), year_held("XXXX-01-08")
    (2013, 2023, None, None)
    """
    if held_on is None or not held_on[:4].isdecimal() or not held_on[5:7].isdecimal():
        return None
    year, month = int(held_on[:4]), int(held_on[5:7])
    return year if month >= _LATE else year - 1 if month <= _EARLY else None


def _day(raw: str) -> str:
    return f"{parse_numeral(raw) or 0:02d}"


def _place(spans: Sequence[Span], draft: Draft, path: str) -> str | None:
    for span in spans:
        text = span.block.text
        found = _PLACE_LABEL.search(text, span.start, span.end) or _PLACE.search(text, span.start, span.end)
        if found:
            return draft.anchor_span(path, Span(span.block, *found.span("place")))
    return None


def _theme(spans: Sequence[Span], draft: Draft, path: str) -> str | None:
    for span in spans:
        text = span.block.text
        for found in _THEME.finditer(text, span.start, span.end):
            close = _closing_quote(text, found.end(), span.end)
            if close is None or (found["before"] and not _THEME_BEHIND.match(text, close + 1)):
                continue
            return draft.anchor_span(path, Span(span.block, found.end() + 1, close))
        if bare := _THEME_BARE.search(text, span.start, span.end):
            return draft.anchor_span(path, trimmed(Span(span.block, *bare.span("theme")), "，,*"))
        if of := _theme_before(text, span):
            return draft.anchor_span(path, trimmed(of, "，,*"))
    return None


def _theme_before(text: str, span: Span) -> Span | None:
    """What stands between 以 and 为主题 without quotation marks of its own; a clause of it may begin with 以, too."""
    for low, high in sentences(text, span.start, span.end):
        close = _THEME_OF.search(text, low, high)
        first = _THEME_FROM.search(text, low, close.start()) if close else None
        if close and first and _SHORTEST_THEME <= close.start() - first.end() <= _LONGEST_THEME:
            return Span(span.block, first.end(), close.start())
    return None


def _closing_quote(text: str, at: int, end: int) -> int | None:
    """Where the quotation that opens at `at` closes, quotations within it whole."""
    if text[at] == '"':
        close = text.find('"', at + 1, end)
        return close if close > 0 else None
    depth = 0
    for position in range(at, end):
        depth += (text[position] == "“") - (text[position] == "”")
        if depth == 0:
            return position
    return None
