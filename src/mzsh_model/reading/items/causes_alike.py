"""Causes that nothing but their likeness sets side by side: A不够，……。B不强，……。C不严，……。 A不常，B不深，C不硬，是问题的根源。"""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import listed_in, sentences
from mzsh_model.reading.draft import Span
from mzsh_model.reading.weighing.turns import CONTINUES
from mzsh_model.reading.words.lexicon import names_roots, states_fault

_FEWEST, _LONGEST, _NAME, _FEW = 3, 48, 16, 12
_CLAUSE = 6
"""So many characters has a clause at least that is a cause by itself."""
_COMMA = lazy_pattern("[，,]")
_COLON = lazy_pattern("[：:]")
_SUMMED_UP = lazy_pattern(
    r"[，,；;](?:这|这些|以上|上述|都|就|才|正)*是(?:(?:我|班子|我们|这些|以上|上述|存在|产生|造成|出现|上面)*(?:问题|不足|毛病)?(?:产生|存在|出现)?的?)"
    r"(?:主要|根本|深层次?|重要|思想)*的?(?:原因|根源|根子|症结|病根)(?:所在)?[。.]?$"
)
"""How a sentence ends that has named causes: ……，是问题产生的主要根源。"""
FOLLOWS = lazy_pattern(
    r"(?:并|而|又|也|还|就|都|却|但|只|更|甚至|尤其|特别是|导致|致使|使|以致|从而|因此|所以|因而|结果|造成|影响|于是|没有从|对此|遇到|碰到|一)"
)
"""How a clause begins that goes on with the one before it, and is no cause beside it."""
_NO_SUBJECT = lazy_pattern(r"[不没未缺虽如比例]|(?:这|那|总|往往|平时|有时|时常|常常|认为|觉得|以为|满足于|同时)")
"""How a sentence or clause begins that has no subject of its own, or goes into what stands before it."""


def alike(span: Span) -> tuple[Span | None, list[Span]]:
    """Return the causes that the sentences of a paragraph are, each told as the others are, or its clauses that are summed up.

    Nothing where they are not; before them the words that sum them up.
    """
    block, start, end = span
    text = block.text
    if label_at(text, start) is not None or _COLON.search(text, start, end):
        return None, []
    if (summed := _SUMMED_UP.search(text, start, end)) is not None:
        clauses = _in_clauses(text, start, summed.start())
        return Span(block, summed.start() + 1, end), [Span(block, *one) for one in clauses]
    told = list(sentences(text, start, end))
    return None, [Span(block, *one) for one in told] if _are_alike(text, told) else []


def _in_clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of one sentence that are a cause each: none short, each with a subject of its own."""
    mark = "，" if text.find("，", start, end) >= 0 else ","
    found = [one for part in sentences(text, start, end, clauses=True) for one in listed_in(text, *part, mark)]
    apart = all(high - low >= _CLAUSE and _has_subject(text, low, high) for low, high in found)
    faulty = sum(states_fault(text[low:high]) for low, high in found)
    return found if len(found) >= _FEWEST and apart and faulty * 3 >= len(found) * 2 else []


def _are_alike(text: str, told: Sequence[tuple[int, int]]) -> bool:
    """Whether sentences name a cause each: none is long, each begins with few words that have a subject, and all or none go on."""
    if len(told) > 1 and all(_is_name(text, low, high) for low, high in told):
        return True
    if len(told) < _FEWEST or any(high - low > _LONGEST or CONTINUES.match(text[low:high]) for low, high in told):
        return False
    commas = [_COMMA.search(text, low, high) for low, high in told]
    if any(commas) and not all(commas):
        return False  # a title, and what tells it in detail
    names = [(low, comma.start() if comma else high) for (low, high), comma in zip(told, commas, strict=True)]
    longest = _NAME if any(commas) else 2 * _NAME
    if any(high - low > longest or not _has_subject(text, low, high) for low, high in names):
        return False
    said = (text[low:high] for low, high in names)
    return sum(states_fault(one) or names_roots(one) for one in said) * 3 >= len(names) * 2


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a sentence is so few words in one clause that it names a cause, and neither tells one nor goes on."""
    one = end - start <= _FEW and _COMMA.search(text, start, end) is None
    return one and _has_subject(text, start, end) and CONTINUES.match(text[start:end]) is None


def _has_subject(text: str, start: int, end: int) -> bool:
    return FOLLOWS.match(text, start, end) is None and _NO_SUBJECT.match(text, start, end) is None
