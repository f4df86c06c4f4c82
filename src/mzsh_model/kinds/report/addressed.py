"""Criticisms told by whom they are of, with no critic of their own: 对张三同志，大家指出其……；给李四提的意见有：……"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.exchanges import MANY, clause_starts, named_one
from mzsh_model.outline.chains import chains
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.lexicon import states_fault
from mzsh_model.reading.words.persons import persons

_VERB = r"(?:提出|指出|认为|反映|批评|直言|提(?!出))(?:了|道)?"
_HOW = r"(?:主要|一致|集中|普遍|共同|都|也|均|还|坦诚|直接|当面|诚恳|严肃|地)*"
_WHAT = r"(?:的|批评|意见|建议|和|、|相互|问题)"
_LINK = (
    r"(?:共?\s*[\d一二两三四五六七八九十]{1,3}\s*[条点个])?(?:主要|集中|分别)*(?:集中在|体现在|表现在|是|有|为|如下)?"
)
_OPENING = lazy_pattern(
    rf"{MANY}?(?:在会上)?(?:对|给|向|针对|关于)(?P<who>[^，,。；;：:“”\"]{{2,30}}?)(?P<comrade>同志)?"
    rf"(?:[，,：:]?\s*{MANY}?{_HOW}(?P<verb>{_VERB})(?!表扬|要求|祝贺|感谢|慰问|希望|整改|改进)(?P<what>{_WHAT}*)(?P<link>{_LINK})(?P<mark>[：:，,]?)"
    rf"|{_WHAT}{{1,5}}(?:[^，。；：:]{{0,16}}(?:转达|转告|转述|反馈))?{_LINK}(?P<named>[：:])|(?P<bare>[：:]))\s*(?:其(?!中|他|余|次|实|一))?"
)
_RECEIVED = lazy_pattern(
    rf"(?:会上[，,])?(?P<who>[^，,。；;：:“”\"]{{2,16}}?)(?:同志)?(?:共?收到|接到|听到)(?:了|的)?(?:大家|各位)?{_WHAT}{{1,5}}{_LINK}[：:]\s*"
)
"""Who is criticised where he is said to receive it: 张三收到的意见：……"""
_ANSWERS = lazy_pattern(r"[^，。；：]{0,16}(?:表示|表态|接受|回应|认领|感谢)")
_BY = lazy_pattern(r"[（(](?P<who>[^（）()]{2,12}?)(?:同志)?(?:提出|指出|提|说)?[）)]\s*$")


class Addressed(NamedTuple):
    """The member whom criticisms are of, and the stretch that tells them."""

    target: Span
    said: Span


def addressed_in(span: Span, known: Collection[str] = (), *, sure: bool = False) -> list[Addressed]:
    """Return the members whom a paragraph criticises one after the other; `sure` says that it stands where criticisms do."""
    block, text = span.block, span.block.text
    found: list[tuple[int, tuple[int, int], int]] = []
    for start in clause_starts(span):
        label = label_at(text, start) if start == span.start else None
        at = label.end if label else start
        if found and at < found[-1][2]:
            continue
        if (opened := _opened(text, at, span.end, known, sure=sure)) is not None:
            found.append((at, *opened))
    if not found:
        return []
    ends = [*(start for start, _, _ in found[1:]), span.end]
    told = (
        Addressed(Span(block, *target), _said(Span(block, at, end), alone=len(found) == 1))
        for (_, target, at), end in zip(found, ends, strict=True)
    )
    return [one for one in told if one.said.start < one.said.end]


def _opened(text: str, at: int, end: int, known: Collection[str], *, sure: bool) -> tuple[tuple[int, int], int] | None:
    """The name of the member whom a clause is about, and where what it says of him begins."""
    got = _RECEIVED.match(text, at, end) if "到" in text else None
    if got is not None and got.end() < end:
        name = named_one(text, *got.span("who"), known, strong=True)
        return None if name is None else (name, got.end())
    found = _OPENING.match(text, at, end)
    if found is None or found.end() >= end:
        return None
    called = found["comrade"] is not None
    marked = bool(found["mark"] or found["named"] or (found["what"] and found["link"]))  # 给张三提的意见是……
    if found["verb"] is not None and not (marked or called):
        return None
    if found["bare"] is not None and not (sure or called or found["who"] in known):
        return None
    name = named_one(text, *found.span("who"), known, strong=called or bool(found["what"] or found["named"]) or sure)
    return None if name is None else (name, found.end())


def _said(behind: Span, *, alone: bool) -> Span:
    """What is said of one member: the list that follows, else one sentence, or all that is said of the only one."""
    block, text = behind.block, behind.block.text
    parts = list(sentences(text, behind.start, behind.end))
    if not parts:
        return behind
    listed = bool(chains(text, behind.start, behind.end))
    stop = parts[0][1]
    for low, high in parts[1:]:
        if _ANSWERS.match(text, low, high) or not (alone or listed or states_fault(text[low:high])):
            break
        stop = high
    return trimmed(Span(block, behind.start, stop), "；;，,")


class BySomeone(NamedTuple):
    """A criticism with its critic in a bracket behind it."""

    critic: Span
    what: Span


def said_by_someone(said: Span) -> list[BySomeone]:
    """Return what clauses say with the critic behind each: 会多（李四提）；话多（王五提）; empty where one has none."""
    block, text = said.block, said.block.text
    found: list[BySomeone] = []
    for low, high in sentences(text, said.start, said.end, clauses=True):
        clause = trimmed(Span(block, low, high), "；;。，,")
        by = _BY.search(text, clause.start, clause.end)
        named = persons(text, *by.span("who"), called=True) if by else []
        if by is None or len(named) != 1:
            return []
        found.append(BySomeone(Span(block, *named[0].name), Span(block, clause.start, by.start())))
    return found
