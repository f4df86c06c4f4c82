"""Headings and the aspects they name: one words, held at several places of the value."""

from __future__ import annotations

from typing import TypeVar, cast

from mzsh_model.edit.rebuild import put, updated
from mzsh_model.edit.storable import check_paragraph
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.model.base import Role, Value
from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.model.items import Aspect, Cause, Issue, Measure
from mzsh_model.model.parts import Section
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.lines import Line
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.outline.tree import HEADING_LENGTH, Node
from mzsh_model.readers.aspects import AspectFinder, aspect_value
from mzsh_model.readers.lexicon import role_of_heading, role_of_label, states_problem

PaperT = TypeVar("PaperT", bound=SelfExamination | MeetingReport)
ItemT = TypeVar("ItemT", bound=Value)
_LISTS = {
    Role.ISSUES: ("issues", "team_issues", "member_issues"),
    Role.CAUSES: ("causes",),
    Role.MEASURES: ("measures",),
}
_ENDS = "。.．：:；;，,、 "


def with_heading(value: PaperT, index: int, new: str) -> PaperT:
    """Return `value` with another heading, and where it names an aspect, with that aspect everywhere below it.

    Raises:
        BadEdit: it would not be read as a heading of the same part.
    """
    old, path = value.sections[index], f"/sections/{index}/heading"
    check_paragraph(new, path, old.heading)
    if new != new.rstrip(_ENDS) or first_sentence(new, 0, len(new)) < len(new) or len(new) > HEADING_LENGTH:
        raise BadEdit("edit-heading", f"{path} 应是一句不带标点结尾的短标题，不超过 {HEADING_LENGTH} 字")
    at: int | None = _aspect_at(value, index)
    if at is None:
        if _reads_as(new, value.year) != _reads_as(old.heading, value.year):
            raise BadEdit(
                "edit-role", f"{path} 这样改，这一部分会读成别的内容。请保留原来表明用途的词（如问题、原因、措施）"
            )
        return _with_section(value, index, old.model_copy(update={"heading": new}))
    if not _names_aspect(new, value.year) and (
        _names_aspect(old.heading, value.year) or role_of_label(new) is not None or states_problem(new)
    ):
        raise BadEdit("edit-role", f"{path} 是一个方面，这样改就读不出方面了。请写成“带头……方面”")
    twins = [s for n, s in enumerate(value.sections) if n != index and s.role is old.role and s.heading == old.heading]
    if twins:
        raise BadEdit("edit-heading", f"{path} 与另一个标题相同，分不清各自下面的内容。请在文件里改")
    aspect = aspect_value(new, value.year)
    value = _with_section(value, index, old.model_copy(update={"heading": new, "aspect_id": aspect.id}))
    told: dict[str, object] = {"aspects": (*value.aspects[:at], aspect, *value.aspects[at + 1 :])}
    for name in _LISTS.get(old.role, ()):
        if name in type(value).model_fields:
            items = cast(tuple[Issue | Cause | Measure, ...], value.__dict__[name])
            told[name] = tuple(_under(item, aspect) if item.aspect == old.heading else item for item in items)
    return updated(value, told)


def section_of_aspect(value: SelfExamination | MeetingReport, at: int) -> int | None:
    """Return the section whose heading is the aspect at position `at`; None where an item's own text names it."""
    return next((n for n in range(len(value.sections)) if _aspect_at(value, n) == at), None)


def with_aspects_of_year(value: PaperT) -> PaperT:
    """Return `value` with its aspects held against the catalogue of its year."""
    named = {aspect.name: aspect_value(aspect.name, value.year) for aspect in value.aspects}
    told: dict[str, object] = {"aspects": tuple(named[aspect.name] for aspect in value.aspects)}
    told["sections"] = tuple(
        section.model_copy(update={"aspect_id": named[section.heading].id}) if section.heading in named else section
        for section in value.sections
    )
    for name in ("issues", "team_issues", "member_issues", "causes", "measures"):
        if name in type(value).model_fields:
            items = cast(tuple[Issue | Cause | Measure, ...], value.__dict__[name])
            told[name] = tuple(_under(item, named[item.aspect]) if item.aspect in named else item for item in items)
    return updated(value, told)


def with_own_aspects(before: MeetingReport, after: MeetingReport) -> MeetingReport:
    """Return `after`, a report whose issues were edited, with the aspects that their texts name (在带头……方面)."""
    told: dict[str, object] = {}
    for name in ("team_issues", "member_issues"):
        issues = cast(tuple[Issue, ...], after.__dict__[name])
        if issues is not before.__dict__[name]:
            told[name] = tuple(_with_own(issue, before) for issue in issues)
    if not told:
        return after
    after = after.model_copy(update=told)
    if _named(before) == before.aspects:
        after = after.model_copy(update={"aspects": _named(after)})
    return after


def _with_own(issue: Issue, before: MeetingReport) -> Issue:
    own = own_aspect(issue, before.year)
    if own is not None:
        return issue if (issue.aspect, issue.aspect_id) == (own.name, own.id) else _under(issue, own)
    old = next((one for one in (*before.team_issues, *before.member_issues) if one.id == issue.id), None)
    was_own = old is not None and own_aspect(old, before.year) is not None
    return issue.model_copy(update={"aspect": None, "aspect_id": None}) if was_own else issue


def own_aspect(issue: Issue, year: int | None) -> Aspect | None:
    """Return the aspect that an issue of a report names in its own text, None where it names none."""
    named = AspectFinder(year).in_item(issue.text, 0, len(issue.text))
    return aspect_value(issue.text[slice(*named)], year) if named else None


def _named(value: MeetingReport) -> tuple[Aspect, ...]:
    """The aspects of a report in order: one for each issue that names its own, one for each heading."""
    found: list[Aspect] = []
    heading: str | None = None
    for issue in (*value.team_issues, *value.member_issues):
        own = own_aspect(issue, value.year)
        if own is not None:
            found.append(own)
        elif issue.aspect is not None and issue.aspect != heading:
            heading = issue.aspect
            found.append(aspect_value(heading, value.year))
    return tuple(found)


def _aspect_at(value: SelfExamination | MeetingReport, index: int) -> int | None:
    """The position in `aspects` of the aspect that a section's heading is, None where it is none.

    Headings and aspects stand in one order, and the heading of an aspect is its name.
    """
    at = 0
    for n, section in enumerate(value.sections):
        if at < len(value.aspects) and section.heading == value.aspects[at].name:
            if n == index:
                return at
            at += 1
    return None


def _under(item: ItemT, aspect: Aspect) -> ItemT:
    return item.model_copy(update={"aspect": aspect.name, "aspect_id": aspect.id})


def _reads_as(heading: str, year: int | None) -> tuple[object, ...]:
    return role_of_heading(heading), role_of_label(heading), _names_aspect(heading, year)


def _names_aspect(heading: str, year: int | None) -> bool:
    node = Node(Block(heading, ((0, 1, 0, len(heading)),), Line(1, heading)), None, 0, None)
    node.title = (0, len(heading))
    node.body = (len(heading), len(heading))
    return AspectFinder(year).of_heading(node) is not None


def _with_section(value: PaperT, index: int, section: Section) -> PaperT:
    return put(value, ("sections", str(index)), section)
