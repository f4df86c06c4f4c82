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
    pairs: dict[str, set[int]] = {}
    causal = [Link(issue=i, cause=x, basis=basis) for i, x, basis in _links(issues, causes, pairs)]
    remedial = [Link(issue=i, measure=x, basis=basis) for i, x, basis in _links(issues, measures, pairs)]
    return tuple(causal + remedial)


def _links(
    issues: Sequence[Issue], others: Sequence[Cause | Measure], pairs: dict[str, set[int]]
) -> list[tuple[str, str, LinkBasis]]:
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
    likely, alone = _by_theme(rest, others)
    return explicit + likely + _by_wording(alone, others, pairs)


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


def _by_theme(
    rest: Sequence[Issue], others: Sequence[Cause | Measure]
) -> tuple[list[tuple[str, str, LinkBasis]], list[Issue]]:
    """Issues and measures that share a theme, and the issues that share one with none."""
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
    return found, alone


def _about(issue: Issue) -> frozenset[str]:
    own = _themes(issue.statement[:_HEAD_LENGTH])
    return own if issue.aspect is None else own | _themes(issue.aspect)


@lru_cache(maxsize=4096)
def _themes(words: str) -> frozenset[str]:
    return themes_of(words)


def _by_wording(
    alone: Sequence[Issue], others: Sequence[Cause | Measure], pairs: dict[str, set[int]]
) -> list[tuple[str, str, LinkBasis]]:
    """Issues and measures with many pairs of characters in common, those that are everywhere left out.

    `pairs` holds those of the issues looked at before.
    """
    for issue in alone:
        if issue.id not in pairs:
            pairs[issue.id] = _pairs((issue.aspect or "") + issue.text[:_BODY_LENGTH])
    theirs = [_pairs(other.text[:_BODY_LENGTH]) for other in others] if alone else []
    common = _everywhere([*(pairs[issue.id] for issue in alone), *theirs])
    left = [(other.id, held - common) for other, held in zip(others, theirs, strict=False)]
    found: list[tuple[str, str, LinkBasis]] = []
    for issue in alone:
        own = pairs[issue.id] - common
        for ident, other in left:
            if own and len(own & other) >= _ENOUGH * min(len(own), len(other) or 1):
                found.append((issue.id, ident, LinkBasis.LIKENESS))
    return found


def _pairs(text: str) -> set[int]:
    """The pairs of neighbouring characters in a text, marks left out, each as one number (much cheaper than strings)."""
    units = fold(text).encode("utf-32-le", "surrogatepass")
    even, odd = units[: len(units) // 8 * 8], units[4:][: (len(units) - 4) // 8 * 8]
    return {*memoryview(even).cast("Q"), *memoryview(odd).cast("Q")}


def _everywhere(texts: Sequence[set[int]]) -> set[int]:
    """The pairs that more than half of the texts hold, and more than a few of them."""
    seen: Counter[int] = Counter()
    for held in texts:
        seen.update(held)
    return {pair for pair, n in seen.items() if n > _OFTEN and 2 * n > len(texts)}


def _head(other: Cause | Measure) -> str:
    return other.title or re.split("[，。；,;]", other.text)[0]
