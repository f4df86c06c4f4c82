"""Which cause and which measure belong to which issue, and by what the reader knows it."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ConfigDict, TypeAdapter

from mzsh_model.model.items import Cause, Issue, Link, LinkBasis, Measure
from mzsh_model.reading.likeness import Likeness
from mzsh_model.reading.pointing import Pointing

_LINKS = TypeAdapter(tuple[Link, ...], config=ConfigDict(defer_build=True))
Found = tuple[str, str, LinkBasis]
"""Ids of an issue and of what answers it, and how that is known."""


def link_items(
    issues: Sequence[Issue], causes: Sequence[Cause], measures: Sequence[Measure], beside: Sequence[Found] = ()
) -> tuple[Link, ...]:
    """Return the links of issues to causes and measures, each with the most explicit basis found.

    In order: where both stand (`beside`), the text points at an issue (label), the same aspect heading (aspect), the same
    ordinal where there are as many things as issues or aspects and their words do not cross (order), else the likeness of
    the texts, which is only a suggestion. What is told with one problem, or points at it, answers that alone, unless it is all that a problem of
    its aspect has.
    """
    if not issues:
        return ()
    likeness, pointing = Likeness(), Pointing(issues)
    causal = [{"issue": i, "cause": x, "basis": b} for i, x, b in _links(issues, causes, likeness, pointing, beside)]
    found = _links(issues, measures, likeness, pointing, beside)
    remedial = [{"issue": i, "measure": x, "basis": basis} for i, x, basis in found]
    return _LINKS.validate_python((*causal, *remedial))  # there may be thousands


def _links(
    issues: Sequence[Issue],
    others: Sequence[Cause | Measure],
    likeness: Likeness,
    pointing: Pointing,
    beside: Sequence[Found],
) -> list[Found]:
    if not others:
        return []
    own = {other.id for other in others}
    pointed = {(issue, other): basis for issue, other, basis in beside if other in own}
    for other in others:
        pointed |= {
            (issue, other.id): LinkBasis.LABEL for issue in pointing.at(other.text) if (issue, other.id) not in pointed
        }
    by_aspect = _by_aspect(issues, others)
    alone = {other for _, other in pointed}
    answered = {issue for issue, _ in pointed} | {issue for issue, other, _ in by_aspect if other not in alone}
    explicit = [(issue, other, basis) for (issue, other), basis in pointed.items()]
    explicit += [found for found in by_aspect if found[1] not in alone or found[0] not in answered]
    linked = {issue for issue, _, _ in explicit}
    rest = [issue for issue in issues if issue.id not in linked]
    if not rest:
        return explicit
    ordered = _by_order(issues, others) if not explicit else []
    if ordered and not (len(others) == len(issues) and likeness.crosses(issues, others)):
        return ordered
    alike = LinkBasis.LIKENESS
    return explicit + [(issue, other, alike) for issue, other in likeness.matches(rest, others)]


def _by_aspect(issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[Found]:
    """The entry of the catalogue tells aspects apart; their names do where one of the two has none."""
    of_id: dict[str | None, list[Issue]] = {}
    of_name: dict[str | None, list[Issue]] = {}
    for issue in issues:
        of_id.setdefault(issue.aspect_id, []).append(issue)
        of_name.setdefault(issue.aspect, []).append(issue)
    found: list[Found] = []
    for other in others:
        if other.aspect is None:
            continue
        named = of_name.get(other.aspect, [])
        if other.aspect_id:
            named = [*of_id.get(other.aspect_id, ()), *(issue for issue in named if not issue.aspect_id)]
        found += [(issue.id, other.id, LinkBasis.ASPECT) for issue in named]
    return found


def _by_order(issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[Found]:
    """The n-th of as many things as there are issues, or aspects, answers the n-th; so does the only one the only one."""
    if len(others) == 1 and len(issues) > 1:
        return []
    aspects = list(dict.fromkeys(issue.aspect for issue in issues if issue.aspect is not None))
    if len(others) == len(aspects):
        at = {aspect: other.id for aspect, other in zip(aspects, others, strict=True)}
        return [(i.id, at[i.aspect], LinkBasis.ORDER) for i in issues if i.aspect is not None]
    if len(others) == len(issues):
        return [(i.id, other.id, LinkBasis.ORDER) for i, other in zip(issues, others, strict=True)]
    return []
