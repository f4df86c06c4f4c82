"""情况报告 as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mzsh_model.fresh import frame
from mzsh_model.fresh.body import heading, items
from mzsh_model.fresh.laid_parts import MARKS, Entry, Part, numbered_sections, parts_of
from mzsh_model.fresh.missing_headings import aspect_of, with_chapter
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.fresh.placing import identify, number_items, place
from mzsh_model.kinds.exchange_phrases import HEADING
from mzsh_model.kinds.meeting_phrases import BASIS, HELD, when_and_where
from mzsh_model.kinds.report.facts_told import OF_MEETING, Facts, facts_untold, with_facts
from mzsh_model.kinds.report.issue_layout import (
    Slots,
    lists_in,
    meeting_paragraphs,
    number_lists,
    place_lists,
    unnamed_aspect,
)
from mzsh_model.model.base import Role
from mzsh_model.model.documents import MeetingReport
from mzsh_model.model.items import Aspect, Issue
from mzsh_model.model.parts import Section
from mzsh_model.reading.aspects import ONE_SENTENCE, RUN_IN_ASPECT
from mzsh_model.reading.words.lexicon import lead_role

_CHAPTERS = {
    Role.PREPARATION: "会前准备情况",
    Role.MEETING: "会议召开情况",
    Role.CAUSES: "原因剖析",
    Role.CRITICISM: HEADING,
    Role.MEASURES: "下一步整改措施",
}
"""The chapters of a report whose value has no headings, in the order of the genre."""

_WHOSE = {"team_issues": "领导班子查摆的主要问题", "member_issues": "班子成员查摆的主要问题"}
"""The chapters of problems that no running text can tell apart from each other, or from what stands around them."""

_ORDER = (Role.PREPARATION, Role.MEETING, Role.ISSUES, Role.CAUSES, Role.CRITICISM, Role.MEASURES)

_ENDS = ("特此报告", "特此汇报", "以上", "总之", "综上")
"""How a paragraph begins that closes the last chapter: it stands behind the measures."""


@dataclass(slots=True)
class _Layout:
    """The headings of a report with what stands under each; `lists` those of the part about the meeting, by heading."""

    parts: list[Part]
    lists: dict[Part, Slots]


def lay_out_report(value: MeetingReport) -> tuple[MeetingReport, list[Paragraph]]:
    """Return the value with the headings, numbers and sentences that it needs on paper, and its paragraphs."""
    if not value.sections and not value.preamble:
        value = value.model_copy(update={"preamble": (_opening(value),)})
    facts = facts_untold(value)
    value = value.model_copy(update={"sections": numbered_sections(_with_chapters(value, facts))})
    value = with_facts(value, facts)
    lists = {
        "preparation": [Entry(item, Role.PREPARATION) for item in value.preparation],
        "team_issues": [Entry(item, Role.ISSUES) for item in value.team_issues],
        "member_issues": [Entry(item, Role.ISSUES) for item in value.member_issues],
        "causes": [Entry(item, Role.CAUSES) for item in value.causes],
        "measures": [Entry(item, Role.MEASURES) for item in value.measures],
    }
    problems = [*lists["team_issues"], *lists["member_issues"]]
    if not value.aspects:
        value = value.model_copy(update={"aspects": tuple(_named_aspects(problems, value.year))})
    said = _run_in(problems, value)
    layout = _placed(value, lists)
    identify(problems, value.aspects)
    paragraphs = list(_paragraphs(value, layout))
    for entry, text in said.items():
        entry.item = entry.item.model_copy(update={"text": text})
    complete: dict[str, object] = {name: tuple(entry.item for entry in entries) for name, entries in lists.items()}
    complete["sections"] = tuple(p.section.model_copy(update={"remarks": tuple(p.said)}) for p in layout.parts)
    return value.model_copy(update=complete), paragraphs


def _run_in(problems: Sequence[Entry], value: MeetingReport) -> dict[Entry, str]:
    """Let each problem whose aspect nothing else names begin with it (在作风方面，……); return what they say without it."""
    told = {section.heading for section in value.sections}
    leads = [*value.preamble, *(remark for section in value.sections for remark in section.remarks)]
    found: dict[Entry, str] = {}
    for entry in problems:
        item = entry.item
        aspect = item.aspect if isinstance(item, Issue) else None
        if aspect is None or not RUN_IN_ASPECT.fullmatch(aspect) or aspect.rstrip(MARKS) in told:
            continue
        if item.text.startswith((aspect, *ONE_SENTENCE)) or any(aspect in lead for lead in leads):
            continue
        found[entry] = item.text
        entry.item = item.model_copy(update={"text": f"{aspect}，{item.text}"})
    return found


def _opening(value: MeetingReport) -> str:
    """The opening paragraph (导语) of a report that has none."""
    meeting = value.meeting
    basis = f"{BASIS.printed(value.basis)}，" if value.basis else ""
    unit = "我单位" if value.organisation is None else frame.raw(value.organisation.name)
    name = meeting.name or (
        f"{meeting.year or value.year}年度民主生活会" if meeting.year or value.year else "民主生活会"
    )
    return f"{basis}{unit}{when_and_where(HELD.fact(meeting))}召开{name}。现将有关情况报告如下。"


def _with_chapters(value: MeetingReport, facts: Facts) -> tuple[Section, ...]:
    """Return the headings with chapters for what has none."""
    roles = {section.role for section in value.sections}
    wanted: list[Role] = []
    if Role.PREPARATION not in roles and (value.preparation or (facts.before and not roles)):
        wanted.append(Role.PREPARATION)
    apart = list(_apart(value))
    homeless = bool(value.team_issues or value.member_issues), bool(value.causes)
    left = {role for role, any_ in zip((Role.ISSUES, Role.CAUSES), homeless, strict=True) if any_}
    if not roles & OF_MEETING and (left - {section.role for section in apart} or facts.during):
        wanted.append(Role.MEETING)
    if Role.CRITICISM not in roles and facts.criticisms:
        wanted.append(Role.CRITICISM)
    if Role.MEASURES not in roles and (value.measures or value.followup):
        wanted.append(Role.MEASURES)
    sections = value.sections
    for chapter in (*(Section(heading=_CHAPTERS[role], level=1, role=role) for role in wanted), *apart):
        sections = with_chapter(sections, chapter, _ORDER)
    return sections


def _apart(value: MeetingReport) -> Iterator[Section]:
    """Yield chapters for the problems and the causes that running text cannot tell, of a value without headings.

    Running text shows a list by its second number, causes by the problems before them, and of one list of problems alone
    whose they are; but problems under aspects, and those of named members, are led in by these.
    """
    if value.sections:
        return
    problems = (*value.team_issues, *value.member_issues)
    led = any(issue.aspect is not None or issue.member is not None for issue in problems)
    split = not led and (len(value.team_issues) == 1 or bool(value.member_issues))
    for name, whose in _WHOSE.items():
        if split and getattr(value, name):
            yield Section(heading=whose, level=1, role=Role.ISSUES)
    if value.causes and (split or not problems or len(value.causes) == 1):
        yield Section(heading=_CHAPTERS[Role.CAUSES], level=1, role=Role.CAUSES)


def _placed(value: MeetingReport, lists: Mapping[str, list[Entry]]) -> _Layout:
    """Put the items under the headings and give them their numbers."""
    named = {(section.heading, section.aspect_id) for section in value.sections}
    aspects = tuple(a for a in value.aspects if (a.name.rstrip(MARKS), a.id) in named)
    parts = parts_of(value.sections, aspects)
    meeting = [part for part in parts if {part.section.role, _top(part).section.role} & OF_MEETING]
    for name in ("preparation", "measures"):
        place(parts, lists[name])
    causes = list(lists_in(lists["causes"], of_members=False))
    if any(part.section.role is Role.CAUSES for part in parts if part.above is None):
        led = sum(lead_role(text) is Role.CAUSES for part in meeting for text in part.said)
        place(parts, [entry for one in causes[led:] for entry in one.entries])
        causes = causes[:led]
    told = [
        *lists_in(lists["team_issues"], of_members=False),
        *lists_in(lists["member_issues"], of_members=True),
        *causes,
    ]
    slots = place_lists(meeting, told, value.year)
    for part in meeting:
        number_lists(part, slots[part])
    number_items(parts)
    return _Layout(parts, slots)


def _top(part: Part) -> Part:
    while part.above is not None:
        part = part.above
    return part


def _named_aspects(entries: Sequence[Entry], year: int | None) -> Iterator[Aspect]:
    """Yield the aspects that problems name, each for itself, and those that lead in lists."""
    for aspect, group in groupby(entries, key=unnamed_aspect):
        names = [entry.item.aspect for entry in group if isinstance(entry.item, Issue)]
        yield from (aspect_of(name, year) for name in ([aspect] if aspect else names) if name is not None)


def _paragraphs(value: MeetingReport, layout: _Layout) -> Iterator[Paragraph]:
    text = [Paragraph(Style.BODY, paragraph) for paragraph in value.preamble]
    text += _body(value, layout)
    if value.number is not None:
        yield Paragraph(Style.NUMBER, value.number)
    yield from frame.title(value.title, (value.organisation.name if value.organisation else None,))
    yield from frame.year(value.year, value.title, [s.heading for s in value.sections], [p.text for p in text])
    if value.addressee is not None:
        yield Paragraph(Style.ADDRESSEE, f"{value.addressee}：")
    yield from text
    yield from frame.tail(value.closing, value.signature)


def _body(value: MeetingReport, layout: _Layout) -> Iterator[Paragraph]:
    for part in layout.parts:
        if (lists := layout.lists.get(part)) is not None:
            yield from meeting_paragraphs(part, lists)
        elif _top(part).section.role is Role.MEASURES:
            yield from _measures(
                part, value.followup, [p for p in layout.parts if _top(p).section.role is Role.MEASURES]
            )
        else:
            yield heading(part.section)
            yield from items(part.said, part.entries)
            yield from items((), part.behind)


def _measures(part: Part, followup: Sequence[str], all_of_them: Sequence[Part]) -> Iterator[Paragraph]:
    """Yield a chapter of measures; what follows the meeting (通报, 部署) stands in the first, closing words in the last."""
    ends = next((n for n, text in enumerate(followup) if text.startswith(_ENDS)), len(followup))
    yield heading(part.section)
    yield from items(followup[:ends] if part is all_of_them[0] else (), part.entries)
    yield from items((), part.behind)
    if part is all_of_them[-1]:
        yield from (Paragraph(Style.BODY, text) for text in followup[ends:])
