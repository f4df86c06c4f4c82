"""Which cause and which measure belong to which issue, and by what the reader knows it."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ConfigDict, TypeAdapter

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.spelling import fold
from mzsh_model.model.items import Cause, Issue, Link, LinkBasis, Measure
from mzsh_model.reading.likeness import Likeness

_POINTS_AT = lazy_pattern(
    r"(?:针对|对照|围绕|聚焦)(?:查摆(?:出)?的?)?(?:问题|第)\s*([一二三四五六七八九十]{1,3}|\d{1,2})(?:个|项|条)?(?:问题)?"
)
_QUOTED = lazy_pattern(r"(?:针对|对照|围绕|聚焦|解决)[^。；，,“”\"]{0,12}[“\"]([^”\"]{4,40})[”\"]")
_LINKS = TypeAdapter(tuple[Link, ...], config=ConfigDict(defer_build=True))
_Found = tuple[str, str, LinkBasis]
"""Ids of an issue and of what answers it, and how that is known."""


def link_items(issues: Sequence[Issue], causes: Sequence[Cause], measures: Sequence[Measure]) -> tuple[Link, ...]:
    """Return the links of issues to causes and measures, each with the most explicit basis found.

    In order: the text points at an issue (label), the same aspect heading (aspect), the same ordinal where there are as many
    things as issues or aspects (order), else the likeness of the texts, which is only a suggestion.
    """
    if not issues:
        return ()
    likeness = Likeness()
    causal = [{"issue": i, "cause": x, "basis": basis} for i, x, basis in _links(issues, causes, likeness)]
    remedial = [{"issue": i, "measure": x, "basis": basis} for i, x, basis in _links(issues, measures, likeness)]
    return _LINKS.validate_python((*causal, *remedial))  # there may be thousands


def _links(issues: Sequence[Issue], others: Sequence[Cause | Measure], likeness: Likeness) -> list[_Found]:
    if not others:
        return []
    explicit = [*_by_label(issues, others), *_by_aspect(issues, others)]
    linked = {issue for issue, _, _ in explicit}
    rest = [issue for issue in issues if issue.id not in linked]
    if not rest:
        return explicit
    ordered = _by_order(issues, others) if not explicit else []
    if ordered:
        return ordered
    alike = LinkBasis.LIKENESS
    return explicit + [(issue, other, alike) for issue, other in likeness.matches(rest, others)]


def _by_label(issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[_Found]:
    found: list[_Found] = []
    for other in others:
        if match := _POINTS_AT.search(other.text):
            number = parse_numeral(match[1]) or 0
            if 0 < number <= len(issues):
                found.append((issues[number - 1].id, other.id, LinkBasis.LABEL))
        for quoted in _QUOTED.finditer(other.text):
            words = fold(quoted[1])
            found += [(i.id, other.id, LinkBasis.LABEL) for i in issues if words and words in fold(i.text)]
    return found


def _by_aspect(issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[_Found]:
    found: list[_Found] = []
    for other in others:
        if other.aspect is None:
            continue
        for issue in issues:
            same = (
                issue.aspect_id == other.aspect_id
                if issue.aspect_id and other.aspect_id
                else issue.aspect == other.aspect
            )
            if same:
                found.append((issue.id, other.id, LinkBasis.ASPECT))
    return found


def _by_order(issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[_Found]:
    """The n-th of as many things as there are issues, or aspects, answers the n-th."""
    if len(others) < 2:
        return []
    aspects = list(dict.fromkeys(issue.aspect for issue in issues if issue.aspect is not None))
    if len(others) == len(aspects):
        at = {aspect: other.id for aspect, other in zip(aspects, others, strict=True)}
        return [(i.id, at[i.aspect], LinkBasis.ORDER) for i in issues if i.aspect is not None]
    if len(others) == len(issues):
        return [(i.id, other.id, LinkBasis.ORDER) for i, other in zip(issues, others, strict=True)]
    return []
