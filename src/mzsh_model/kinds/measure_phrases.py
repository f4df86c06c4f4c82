"""Who answers for a measure and by when, in phrases: read off its text, put into it, taken out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mzsh_model.chinese.fields import field_names
from mzsh_model.fresh.frame import raw
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.phrase import AnyPhrase, Phrase
from mzsh_model.model.base import Placeholder, Role
from mzsh_model.model.items import Measure
from mzsh_model.reading.draft import paragraphs
from mzsh_model.reading.items.harvest import Context, Item
from mzsh_model.reading.items.item_values import read_measure

Name = str | Placeholder

FIELDS = {name: field_names()[name].zh for name in ("owner", "department", "due")}
"""The fields of a measure that stand in its text, by the name that the genre gives them in a bracket."""

_CLAUSES = {"owner": "由{}负责", "due": "{}完成"}
_BRACKET = lazy_pattern(r"[（(](?P<fields>[^（）()\n]*[:：][^（）()\n]*?)[；;]?[）)](?=[。．.！!；;]?\Z)")
_ENDS = "。．.！!？?"
_CLAUSE_MARKS = "，,；;、"
_STOPS = f"{_CLAUSE_MARKS}{_ENDS}（）()\n"
_BEFORE = lazy_pattern(r"\s*(?:[\u4e00-\u9fff]{2,6}\s*[:：]|由|于|在)?\s*")
_AFTER = lazy_pattern(
    r"\s*(?:(?:牵头|具体)?(?:负责|牵头|承办|主办|落实)|(?:全部|全面)?(?:完成|办结)(?:整改)?|整改到位)?\s*"
)


class Responsible(NamedTuple):
    """Who answers for a measure, and the department beside him."""

    owner: Name | None
    department: str | None


def measure_in(text: str) -> Measure:
    """Return the measure that a text is."""
    draft, spans = paragraphs(text)
    return read_measure(draft, "", "", Item(Context(Role.OTHER), tuple(spans)), None)


def _responsible(measure: Measure) -> Responsible:
    return Responsible(measure.owner, measure.department)


def _due(measure: Measure) -> str | None:
    return measure.due


def _named(held: Responsible) -> str:
    return "；".join(said_of(name, told) for name, told in held._asdict().items() if told is not None)


def _until(due: str | None) -> str:
    return said_of("due", due or "")


def said_of(name: str, told: Name) -> str:
    """Return a field with its name, as it stands in a bracket: 责任人：张三."""
    return f"{FIELDS[name]}：{raw(told)}"


MEASURE: tuple[AnyPhrase, ...] = (
    Phrase("责任人", _responsible, measure_in, _named),
    Phrase("完成时限", _due, measure_in, _until),
)
"""All that the text of a measure says beside what is to be done."""


def telling(measures: Sequence[Measure]) -> Iterator[Measure]:
    """Yield the measures, each with a text that says who answers for it and by when: in a table, cells of their own do.

    A bracket behind the last of several measures speaks for all of them.
    """
    under: dict[str | None, list[tuple[int, str]]] = {}
    for index, one in reversed(tuple(enumerate(measures))):
        under.setdefault(one.aspect, []).append((index, one.text))
    last: dict[tuple[str | None, str], int] = {}  # the last measure under an aspect whose text has some words
    for index, one in enumerate(measures):
        untold: list[str] = []
        for name in FIELDS:
            held: Name | None = one.__dict__[name]
            if not held or (words := raw(held)) in one.text:
                continue
            key = one.aspect, words
            if key not in last:
                last[key] = next((at for at, text in under[one.aspect] if words in text), -1)
            if last[key] < index:
                untold.append(said_of(name, held))
        yield one.model_copy(update={"text": f"{one.text}（{'；'.join(untold)}）"}) if untold else one


def with_phrase(text: str, name: str, told: str, *, in_prose: bool = False) -> Iterator[str]:
    """Yield `text` with a field in the bracket at its end; where there is none, with one before and one behind the mark.

    `抓好落实（责任人：张三）。` is what the genre has, `长期坚持。（责任人：张三）` what keeps the word before it readable. An
    item in running prose (一是…二是…) has a clause before either: a bracket that closes a paragraph is read as that of all
    its measures.
    """
    phrase = said_of(name, told)
    if found := _BRACKET.search(text):
        start, end = found.span("fields")
        yield f"{text[:start]}{phrase}；{text[start:]}" if name == "owner" else f"{text[:end]}；{phrase}{text[end:]}"
        return
    mark = text[-1:] if text[-1:] in _ENDS else ""
    body = text[: len(text) - len(mark)]
    if in_prose and name in _CLAUSES:
        yield f"{body}，{_CLAUSES[name].format(told)}{mark}"
    yield f"{body}（{phrase}）{mark}"
    if mark:
        yield f"{text}（{phrase}）"


def without_phrase(text: str, start: int, end: int) -> str | None:
    """Return `text` without the clause that says nothing but `text[start:end]`; None where the clause says more."""
    low, high = start, end
    while low > 0 and text[low - 1] not in _STOPS:
        low -= 1
    while high < len(text) and text[high] not in _STOPS:
        high += 1
    if not (_BEFORE.fullmatch(text, low, start) and _AFTER.fullmatch(text, end, high)):
        return None
    before, after = text[low - 1 : low] if low else "", text[high : high + 1]
    if before and before in "（(":
        if after and after in "）)":
            return text[: low - 1] + text[high + 1 :]
        return text[:low] + text[high + 1 :]
    if before and before in _CLAUSE_MARKS:
        return text[: low - 1] + text[high:]
    rest = text[:low] + text[high + 1 :].lstrip()
    return rest if after and rest.strip(_STOPS) else None
