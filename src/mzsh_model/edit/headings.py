"""Headings and the aspects they name: one words, held at several places of the value."""

from __future__ import annotations

from typing import TypeVar, cast

from mzsh_model.edit.aspects import aspects_of, sections_of, under, year_of
from mzsh_model.edit.storable import check_paragraph
from mzsh_model.kernel.errors import BadEdit
from mzsh_model.kinds.registry import kind_of
from mzsh_model.model.base import Role, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.items import Cause, Issue, Measure
from mzsh_model.model.parts import Section
from mzsh_model.model.rebuild import put, updated
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.lines import Line
from mzsh_model.outline.sentences import first_sentence
from mzsh_model.outline.tree import HEADING_LENGTH, heading_alone
from mzsh_model.reading.aspects import AspectFinder, aspect_value
from mzsh_model.reading.words.lexicon import role_of_heading, role_of_label, states_problem

DocT = TypeVar("DocT", bound=DocumentValue)
ItemT = TypeVar("ItemT", bound=Value)
_LISTS = {
    Role.ISSUES: ("issues", "team_issues", "member_issues"),
    Role.CAUSES: ("causes",),
    Role.MEASURES: ("measures",),
}
_ENDS = "。.．：:；;，,、 "


def with_heading(value: DocT, index: int, new: str) -> DocT:
    """Return `value` with another heading, and where it names an aspect, with that aspect everywhere below it.

    Raises:
        BadEdit: it would not be read as a heading of the same part.
    """
    old, path = sections_of(value)[index], f"/sections/{index}/heading"
    check_paragraph(new, path, old.heading)
    if new != new.rstrip(_ENDS) or first_sentence(new, 0, len(new)) < len(new) or len(new) > HEADING_LENGTH:
        raise BadEdit("edit-heading", f"{path} 应是一句不带标点结尾的短标题，不超过 {HEADING_LENGTH} 字")
    at: int | None = _aspect_at(value, index)
    if at is None:
        parted = bool(kind_of(value).items)  # where there are no lists of items, no heading tells what stands below it
        if parted and _reads_as(new, year_of(value)) != _reads_as(old.heading, year_of(value)):
            raise BadEdit(
                "edit-role", f"{path} 这样改，这一部分会读成别的内容。请保留原来表明用途的词（如问题、原因、措施）"
            )
        return _with_section(value, index, old.model_copy(update={"heading": new}))
    if not _names_aspect(new, year_of(value)) and (
        _names_aspect(old.heading, year_of(value)) or role_of_label(new) is not None or states_problem(new)
    ):
        raise BadEdit("edit-role", f"{path} 是一个方面，这样改就读不出方面了。请写成“带头……方面”")
    twins = [
        s for n, s in enumerate(sections_of(value)) if n != index and s.role is old.role and s.heading == old.heading
    ]
    if twins:
        raise BadEdit("edit-heading", f"{path} 与另一个标题相同，分不清各自下面的内容。请在文件里改")
    aspect = aspect_value(new, year_of(value))
    value = _with_section(value, index, old.model_copy(update={"heading": new, "aspect_id": aspect.id}))
    told: dict[str, object] = {"aspects": (*aspects_of(value)[:at], aspect, *aspects_of(value)[at + 1 :])}
    for name in _LISTS.get(old.role, ()):
        if name in type(value).model_fields:
            items = cast(tuple[Issue | Cause | Measure, ...], value.__dict__[name])
            told[name] = tuple(under(item, aspect) if item.aspect == old.heading else item for item in items)
    return updated(value, told)


def section_of_aspect(value: DocumentValue, at: int) -> int | None:
    """Return the section whose heading is the aspect at position `at`; None where an item's own text names it."""
    return next((n for n in range(len(sections_of(value))) if _aspect_at(value, n) == at), None)


def _aspect_at(value: DocumentValue, index: int) -> int | None:
    """The position in `aspects` of the aspect that a section's heading is, None where it is none.

    Headings and aspects stand in one order, and the heading of an aspect is its name.
    """
    at = 0
    for n, section in enumerate(sections_of(value)):
        if at < len(aspects_of(value)) and section.heading == aspects_of(value)[at].name:
            if n == index:
                return at
            at += 1
    return None


def _reads_as(heading: str, year: int | None) -> tuple[object, ...]:
    return role_of_heading(heading), role_of_label(heading), _names_aspect(heading, year)


def _names_aspect(heading: str, year: int | None) -> bool:
    block = Block(heading, ((0, 1, 0, len(heading)),), Line(1, heading))
    return AspectFinder(year).of_heading(heading_alone(block)) is not None


def _with_section(value: DocT, index: int, section: Section) -> DocT:
    return put(value, ("sections", str(index)), section)
