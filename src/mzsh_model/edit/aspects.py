"""The aspects that items come under: by the year's catalogue, by their own text, by where a merge has put them."""

from __future__ import annotations

from typing import TypeVar, cast

from mzsh_model.edit.diff3 import moved
from mzsh_model.edit.pairing import ident
from mzsh_model.edit.rebuild import updated
from mzsh_model.model.base import Value
from mzsh_model.model.documents import MeetingReport, SelfExamination
from mzsh_model.model.items import Aspect, Cause, Issue, Measure
from mzsh_model.reading.aspects import aspect_in_item, aspect_value

PaperT = TypeVar("PaperT", bound=SelfExamination | MeetingReport)
ItemT = TypeVar("ItemT", bound=Value)


def under(item: ItemT, aspect: Aspect) -> ItemT:
    """Return `item` under an aspect."""
    return item.model_copy(update={"aspect": aspect.name, "aspect_id": aspect.id})


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
            told[name] = tuple(under(item, named[item.aspect]) if item.aspect in named else item for item in items)
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
        return issue if (issue.aspect, issue.aspect_id) == (own.name, own.id) else under(issue, own)
    old = next((one for one in (*before.team_issues, *before.member_issues) if one.id == issue.id), None)
    was_own = old is not None and own_aspect(old, before.year) is not None
    return issue.model_copy(update={"aspect": None, "aspect_id": None}) if was_own else issue


def own_aspect(issue: Issue, year: int | None) -> Aspect | None:
    """Return the aspect that an issue of a report names in its own text, None where it names none."""
    named = aspect_in_item(issue.text, 0, len(issue.text))
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


def with_placed_aspects(
    base: SelfExamination, ours: SelfExamination, theirs: SelfExamination, merged: SelfExamination
) -> SelfExamination:
    """Return `merged` in which each item is under the aspect where the side that placed it has it, renamed or not."""
    if len({len(side.aspects) for side in (base, ours, theirs, merged)}) > 1:
        return merged  # aspects came or went: the items have what their side gave them
    names = [{one.name: merged.aspects[n] for n, one in enumerate(side.aspects)} for side in (ours, theirs)]
    told: dict[str, object] = {}
    for name in ("issues", "causes", "measures"):
        lists = [cast(tuple[Issue | Cause | Measure, ...], side.__dict__[name]) for side in (base, ours, theirs)]
        keys = [[ident(item) or "" for item in side] for side in lists]
        mine, others = moved(keys[0], keys[1]), moved(keys[0], keys[2])
        sides = [{item.id: item for item in side} for side in lists[1:]]
        items: list[Value] = []
        for item in cast(tuple[Issue | Cause | Measure, ...], merged.__dict__[name]):
            by = int(item.id not in sides[0] or (item.id in others and item.id not in mine))
            aspect = names[by].get(sides[by][item.id].aspect or "")
            fits = aspect is None or (item.aspect, item.aspect_id) == (aspect.name, aspect.id)
            items.append(item if fits or aspect is None else under(item, aspect))
        told[name] = tuple(items)
    return updated(merged, told)
