"""Which cause and which measure belong to which issue, and by what the reader knows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.spelling import fold
from mzsh_model.model.items import Cause, Issue, Link, LinkBasis, Measure
from mzsh_model.readers.themes import themes_of

_POINTS_AT = re.compile(
    r"(?:针对|对照|围绕|聚焦)(?:查摆(?:出)?的?)?(?:问题|第)\s*([一二三四五六七八九十]{1,3}|\d{1,2})(?:个|项|条)?(?:问题)?"
)
_QUOTED = re.compile(r"(?:针对|对照|围绕|聚焦|解决)[^。；，,“”\"]{0,12}[“\"]([^”\"]{4,40})[”\"]")
_ENOUGH = 0.2
_COMMON = 0.5
_OFTEN = 3
_HEAD_LENGTH = 60
_BODY_LENGTH = 300


def link_items(issues: Sequence[Issue], causes: Sequence[Cause], measures: Sequence[Measure]) -> tuple[Link, ...]:
    """Return the links of issues to causes and measures, each with the most explicit basis found.

    In order: the text points at an issue (label), the same aspect heading (aspect), the same ordinal where there are as many
    things as issues or aspects (order), else the likeness of the texts, which is only a suggestion.
    """
    if not issues:
        return ()
    causal = [Link(issue=i, cause=x, basis=basis) for i, x, basis in _links(issues, causes)]
    remedial = [Link(issue=i, measure=x, basis=basis) for i, x, basis in _links(issues, measures)]
    return tuple(causal + remedial)


def _links(issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[tuple[str, str, LinkBasis]]:
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
    return explicit + _by_likeness(rest, others)


def _by_label(issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[tuple[str, str, LinkBasis]]:
    found: list[tuple[str, str, LinkBasis]] = []
    for other in others:
        if match := _POINTS_AT.search(other.text):
            number = parse_numeral(match[1]) or 0
            if 0 < number <= len(issues):
                found.append((issues[number - 1].id, other.id, LinkBasis.LABEL))
        for quoted in _QUOTED.finditer(other.text):
            words = fold(quoted[1])
            found += [(i.id, other.id, LinkBasis.LABEL) for i in issues if words and words in fold(i.text)]
    return found


def _by_aspect(issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[tuple[str, str, LinkBasis]]:
    found: list[tuple[str, str, LinkBasis]] = []
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


def _by_order(issues: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[tuple[str, str, LinkBasis]]:
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


def _grams(text: str) -> set[str]:
    words = fold(text)
    return set(map(str.__add__, words, words[1:]))


def _by_likeness(rest: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[tuple[str, str, LinkBasis]]:
    """Issues and measures that share a theme; where they share none, those with many pairs of characters in common."""
    topics = {other.id: themes_of(_head(other)) | themes_of(other.text, least=_OFTEN) for other in others}
    found: list[tuple[str, str, LinkBasis]] = []
    alone: list[Issue] = []
    alike: dict[frozenset[str], list[str]] = {}  # what is about the same has the same answers
    for issue in rest:
        about = _about(issue)
        if about not in alike:
            alike[about] = [ident for ident, topic in topics.items() if about & topic]
        found += [(issue.id, ident, LinkBasis.LIKENESS) for ident in alike[about]]
        if not alike[about]:
            alone.append(issue)
    return found + _by_wording(alone, others)


def _about(issue: Issue) -> frozenset[str]:
    own = _themes(issue.statement[:_HEAD_LENGTH])
    return own if issue.aspect is None else own | _themes(issue.aspect)


@lru_cache(maxsize=4096)
def _themes(words: str) -> frozenset[str]:
    return themes_of(words)


def _by_wording(alone: Sequence[Issue], others: Sequence[Cause | Measure]) -> list[tuple[str, str, LinkBasis]]:
    """Pairs of characters in common, those that are everywhere left out."""
    if not alone:
        return []
    mine = [(issue.id, _grams((issue.aspect or "") + issue.text[:_BODY_LENGTH])) for issue in alone]
    theirs = [(other.id, _grams(other.text[:_BODY_LENGTH])) for other in others]
    seen: Counter[str] = Counter()
    for _, grams in (*mine, *theirs):
        seen.update(grams)
    common = {gram for gram, n in seen.items() if n > _COMMON * (len(mine) + len(theirs)) and n > _OFTEN}
    left = [(ident, grams - common) for ident, grams in theirs]
    found: list[tuple[str, str, LinkBasis]] = []
    for issue, grams in mine:
        own = grams - common
        for ident, other in left:
            if own and len(own & other) >= _ENOUGH * min(len(own), len(other) or 1):
                found.append((issue, ident, LinkBasis.LIKENESS))
    return found


def _head(other: Cause | Measure) -> str:
    return other.title or re.split("[，。；,;]", other.text)[0]
