"""What siblings begin with alike: the names of aspects, told by their form and by one another (政治上，… 思想上，… 作风上，…)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from mzsh_model.chinese.fields import WHOLE, evidence_of
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.catalogue import is_worded_so, match_aspect
from mzsh_model.reading.weighing.evidence import Scores
from mzsh_model.reading.words.lexicon import lead_role, role_of_label, states_fault
from mzsh_model.reading.words.themes import themes_of

_OPENING = lazy_pattern(
    r"(?P<aspect>在?(?P<a>带头[^。；;：:]{2,90}?|[^。；;：:，,]{2,40}?(?<![个下些几等多]))方面(?=[，,：:。.—]))"
    r"|(?P<on>在?(?P<b>[^。；;：:，,在]{2,30}?)上(?=[，,：:。]|$))"
    r"|(?P<framed>[（(【](?P<g>[^（）()【】。；：:]{2,60})[）)】](?:——)?)"
    r"|(?P<against>(?:对照|聚焦|围绕|关于)(?:[“\"](?P<c>[^”\"]{2,60})[”\"]|(?P<d>带头[^。；;：:]{2,90}?(?=[：:。.])|[^。；;：:，,“”\"]{2,40}?))(?:的?(?:要求|标准))?(?=[，,：:。.]|$))"
    r"|(?P<lacking>(?P<e>[^。；;：:，,]{2,24}?)(?:还|仍|也)?(?:有|存在)着?[^。；;：:，,有]{2,4}$)"
    r"|(?P<named>(?P<f>[^。；;：:，,\s（()）【】]{2,12})(?=[：:]))"
    r"|(?P<alone>(?P<h>[^。；;：:，,\s（()）【】]{2,12})(?=。))"
)
_FORMS = {"aspect": "a", "on": "b", "against": "cd", "lacking": "e", "named": "f", "framed": "g", "alone": "h"}
_ENOUGH = 6
_MARKS = "，,"


class Opening(NamedTuple):
    """The stretch with which a paragraph begins, how it is formed, and the bare name in it."""

    form: str
    start: int
    end: int
    name: str


def opening_of(text: str, start: int, end: int) -> Opening | None:
    """Return what `text[start:end]` begins with that may name an aspect by its form.

    >>> opening_of("政治上，跟得上，想得浅。", 0, 12)
    Opening(form='on', start=0, end=3, name='政治')
    """
    found = _OPENING.match(text, start, end)
    if found is None or found.lastgroup is None:
        return None
    form = next(form for form in _FORMS if found[form] is not None)
    name = next(found[group] for group in _FORMS[form] if found[group] is not None)
    inner = next(group for group in _FORMS[form] if found[group] is not None)
    stretch = found.span(inner) if form == "framed" else found.span(form)
    return Opening(form, *stretch, name)


def aspects_opened(texts: Sequence[tuple[str, int, int]], year: int | None) -> list[Opening | None]:
    """Return for each sibling the opening that names its aspect, None where it has none.

    A name counts by its own form and words, by how many of its siblings begin alike with other names, and by how many of
    those are surely aspects.
    """
    openings = [opening_of(*one) for one in texts]
    names: dict[str, set[str]] = {}
    for one in openings:
        if one is not None:
            names.setdefault(one.form, set()).add(one.name)
    alike = Counter({form: len(some) for form, some in names.items() if len(some) > 1})
    told = [None if one is None else signs_of(one, year, alike[one.form] / len(texts)) for one in openings]
    totals = [0 if signs is None else signs.total(True) for signs in told]
    sure = Counter(one.form for one, total in zip(openings, totals, strict=True) if one and total >= _ENOUGH)
    for one, signs, total in zip(openings, told, totals, strict=True):
        if one is not None and signs is not None and total < _ENOUGH and sure[one.form] > 1:
            signs.add("beside", share=sure[one.form] / len(texts))
    return [
        one if signs is not None and signs.total(True) >= _ENOUGH else None
        for one, signs in zip(openings, told, strict=True)
    ]


def signs_of(opening: Opening, year: int | None, alike: float) -> Scores[bool]:
    """Return what speaks for and against an opening naming an aspect; `alike` is the share of siblings that begin so."""
    scores: Scores[bool] = Scores("opening", {True: "weight"})
    name = opening.name
    scores.add(f"form-{opening.form}")
    scores.add("alike", share=alike)
    known = match_aspect(name, year) is not None
    if known:
        scores.add("catalogue")
    elif is_worded_so(name) or themes_of(name):
        scores.add("theme")
    if not known and states_fault(name):  # 形式主义 is an aspect of its year
        scores.add("fault")
    if role_of_label(name) is not None or WHOLE in evidence_of(name).values() or lead_role(f"{name}：") is not None:
        scores.add("part")
    return scores


def goes_on(text: str, opening: Opening) -> bool:
    """Tell whether the sentence goes on behind its opening, which is then part of what it says: 政治上，想得浅。"""
    return text[opening.end : opening.end + 1] in tuple(_MARKS)
