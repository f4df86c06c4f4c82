"""情况报告 as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mzsh_model.fresh import frame
from mzsh_model.fresh.body import heading, items
from mzsh_model.fresh.enumerators import typed
from mzsh_model.fresh.fact_sentences import of_meeting, of_preparation, opening
from mzsh_model.fresh.laid_parts import Entry, Item, Part, numbered_sections, parts_of
from mzsh_model.fresh.missing_headings import with_chapter
from mzsh_model.fresh.paragraph_xml import Paragraph, Style
from mzsh_model.fresh.placing import identify, number, number_items, place
from mzsh_model.kinds.report.issue_layout import (
    Problems,
    Prose,
    all_parts,
    chapters_of_problems,
    is_in_chapter_of_problems,
    meeting_paragraphs,
    named_aspects,
    numbered_headings,
    place_causes,
    place_problems,
    problems_below,
    prose_places,
    without,
)
from mzsh_model.model.base import Placeholder, Role
from mzsh_model.model.documents import MeetingReport
from mzsh_model.model.parts import Section

_CHAPTERS = {
    Role.PREPARATION: "会前准备情况",
    Role.MEETING: "会议召开情况",
    Role.ISSUES: "{}查摆的{}问题",
    Role.CAUSES: "原因剖析",
    Role.MEASURES: "下一步整改措施",
}
"""The chapters of a report whose value has no headings, in the order of the genre."""

_MEETING = frozenset({Role.MEETING, Role.ISSUES, Role.CRITICISM})
_ENDS = ("特此报告", "特此汇报", "以上", "总之", "综上")
"""How a paragraph begins that closes the last chapter: it stands behind the measures."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """Sentences for what the texts do not tell: of the preparation and of the meeting."""

    before: str
    during: str


@dataclass(slots=True)
class _Layout:
    """The headings of a report with what stands under each, by their positions; `facts` stand before the first list."""

    parts: list[Part]
    numbered: dict[int, Entry]
    prose: dict[int, list[Prose]]
    facts: str = ""


def lay_out_report(value: MeetingReport) -> tuple[MeetingReport, list[Paragraph]]:
    """Return the value with the headings, numbers and sentences that it needs on paper, and its paragraphs."""
    if not value.sections and not value.preamble:
        value = value.model_copy(update={"preamble": (opening(value),)})
    facts = _facts(value)
    value = value.model_copy(update={"sections": numbered_sections(_with_chapters(value, facts))})
    lists = {
        "preparation": [Entry(item, Role.PREPARATION) for item in value.preparation],
        "team_issues": [Entry(item, Role.ISSUES) for item in value.team_issues],
        "member_issues": [Entry(item, Role.ISSUES) for item in value.member_issues],
        "causes": [Entry(item, Role.CAUSES) for item in value.causes],
        "measures": [Entry(item, Role.MEASURES) for item in value.measures],
    }
    layout = _placed(value, lists)
    problems = [*lists["team_issues"], *lists["member_issues"]]
    if not value.aspects:
        value = value.model_copy(update={"aspects": tuple(named_aspects(problems, value.year))})
    identify(problems, value.aspects)
    _tell(layout, facts)
    complete: dict[str, object] = {name: tuple(entry.item for entry in entries) for name, entries in lists.items()}
    complete["sections"] = tuple(
        p.section.model_copy(update={"remarks": tuple(p.said)}) for p in all_parts(layout.parts)
    )
    return value.model_copy(update=complete), list(_paragraphs(value, layout))


def _facts(value: MeetingReport) -> _Facts:
    first = list(value.preamble)
    first += (remark for section in value.sections for remark in section.remarks)
    first += (issue.text for issue in (*value.team_issues, *value.member_issues))
    first += value.followup
    items: list[Item] = [*value.preparation, *value.causes, *value.measures]
    told = "\n".join([*first, *(item.text for item in items)])
    return _Facts(of_preparation(value, told), of_meeting(value, told))


def _with_chapters(value: MeetingReport, facts: _Facts) -> tuple[Section, ...]:
    """Return the headings with chapters for what has none."""
    parts, roles = parts_of(value.sections, ()), {section.role for section in value.sections}
    has_prose = bool(prose_places(parts, {}))
    named = [part.section.heading for part in chapters_of_problems(parts)]
    issues = (
        ("领导班子", "主要", value.team_issues, value.stated_team_issues),
        ("班子成员", "共性", value.member_issues, value.stated_member_issues),
    )
    wanted: list[tuple[Role, str]] = []
    said: dict[str, str] = {}
    if Role.PREPARATION not in roles and (value.preparation or (facts.before and not parts)):
        wanted.append((Role.PREPARATION, ""))
    if not roles & _MEETING and (value.team_issues or value.member_issues or value.causes or facts.during):
        wanted.append((Role.MEETING, ""))
    for whose, common, held, stated in issues:
        if held and not has_prose and not any(("成员" in heading) is ("成员" in whose) for heading in named):
            chapter = _CHAPTERS[Role.ISSUES].format(whose, common)
            wanted.append((Role.ISSUES, chapter))
            if stated is not None:
                said[chapter] = f"共{stated.raw if isinstance(stated, Placeholder) else stated}个方面的问题："
    if value.causes and Role.CAUSES not in roles and not (has_prose and len(value.causes) > 1):
        wanted.append((Role.CAUSES, ""))
    if Role.MEASURES not in roles and (value.measures or value.followup):
        wanted.append((Role.MEASURES, ""))
    sections = value.sections
    for role, words in wanted:
        remarks = (said[words],) if words in said else ()
        added = Section(heading=words or _CHAPTERS[role], level=1, role=role, remarks=remarks)
        sections = with_chapter(sections, added, (*_CHAPTERS,))
    return sections


def _placed(value: MeetingReport, lists: Mapping[str, list[Entry]]) -> _Layout:
    """Put the items under the headings and give them their numbers."""
    parts = parts_of(value.sections, ())
    numbered = numbered_headings(parts, [*lists["team_issues"], *lists["member_issues"]])
    places = prose_places(parts, numbered)
    prose = place_problems(
        parts,
        (
            Problems("领导班子", without(lists["team_issues"], numbered.values()), value.stated_team_issues),
            Problems("班子成员", without(lists["member_issues"], numbered.values()), value.stated_member_issues),
        ),
        value.year,
        room=bool(places),
    )
    for name in ("preparation", "measures"):
        place(parts, lists[name])
    prose += place_causes(parts, lists["causes"], room=bool(places))
    number_items(list(all_parts(parts)))
    for one in prose:
        for _, entries in one.lists():
            number(entries)
    at: dict[int, list[Prose]] = {}
    for index, one in enumerate(prose):
        at.setdefault(places[min(index, len(places) - 1)], []).append(one)
    return _Layout(parts, numbered, at)


def _tell(layout: _Layout, facts: _Facts) -> None:
    """Find a place for facts that no text tells: before a list in running text, of which readers keep no lead, or among
    what is said.
    """
    during = facts.during
    preparing = [p for p in layout.parts if p.section.role is Role.PREPARATION]
    if facts.before and preparing:
        preparing[0].said.append(facts.before)
    else:
        during = facts.before + during
    meeting = [p for p in layout.parts if p.above is None and p.section.role in _MEETING]
    first = next((prose[0] for prose in layout.prose.values() if prose), None)
    if first is not None and not first.by_aspect:
        layout.facts = during
    elif during and meeting:
        meeting[0].said.append(during)


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
    first = min(layout.prose, default=-1)
    at = {id(part): index for index, part in enumerate(layout.parts)}
    for part in all_parts(layout.parts):
        index = at.get(id(part), -1)
        if (entry := layout.numbered.get(index)) is not None:
            yield Paragraph(Style.ISSUE, typed(entry.item.label, entry.item.text))
            yield from (Paragraph(Style.BODY, text) for text in part.said)
        elif is_in_chapter_of_problems(part):
            yield from problems_below(part)
        elif part.section.role in _MEETING:
            yield from meeting_paragraphs(part, layout.prose.get(index, ()), layout.facts if index == first else "")
        elif part.section.role is Role.MEASURES:
            yield from _measures(part, value.followup, [p for p in layout.parts if p.section.role is Role.MEASURES])
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
