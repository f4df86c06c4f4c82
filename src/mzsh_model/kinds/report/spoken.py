"""What is told of one person after the other in one stretch: 李四：……；王五提出，……; and with the name behind it: 下乡少（张三）。"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.exchanges import named_one
from mzsh_model.outline.sentences import listed_in, sentences
from mzsh_model.reading.draft import Span, trimmed

_LONGEST = 16
_N = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s*[个条项]"
_SPEAKS = lazy_pattern(
    r"(?P<who>[^，,。；;：:“”]{2,16}?)(?:同志)?"
    rf"(?:(?:主要|带头|主动|首先|重点)*(?P<own>检查|查摆|检视|查找|剖析|存在)(?:出|了)*(?:{_N})?(?:的)?(?:主要|突出)?(?:问题|不足)?(?:{_N})?(?:主要)?(?:有|是)?[：:]"
    rf"|(?<=同志)(?:主要|带头|主动|首先|重点)*(?P<found>查摆|检视|检查|查找|剖析)(?:出|了)+(?=[^。；;：:]{{4,80}}(?:等(?:{_N})?|{_N})(?:方面)?(?:的)?(?:问题|不足))"
    r"|(?<=同志)(?P<mainly>主要(?:是|存在))(?=[^。；;：:]{4,80}[。；;])"
    r"|(?:提出|指出|认为|说|批评|提醒|建议)(?:了|道)?[：:，,]?|[：:])\s*"
)


class Spoken(NamedTuple):
    """What one person says, or what is found in him where a text tells it of one person after the other."""

    who: Span
    what: Span


def spoken_in(span: Span, known: Collection[str] = ()) -> list[Spoken]:
    """Return who says what where a stretch tells it of one after the other: 李四：…；王五提出，…; empty where it does not."""
    block, text = span.block, span.block.text
    opened: list[tuple[int, tuple[int, int], int, int]] = []
    lows = [low for low, _ in sentences(text, span.start, span.end, clauses=True)]
    lows += [at + 1 for at in range(span.start, span.end) if text[at] in "，,"]
    for low in sorted(lows):
        said = _SPEAKS.match(text, low, span.end)
        if said is None or (opened and low < opened[-1][2]) or (text[low - 1] in "，," and not said["own"]):
            continue
        strong = text[said.end() - 1] in "：:，," or bool(said["found"] or said["mainly"])
        who = named_one(text, said.start("who"), said.end("who"), known, strong=strong)
        if who is not None:
            one = said["found"] or said["mainly"]  # then it is told in one clause
            close = next((high for _, high in sentences(text, said.end(), span.end, clauses=True)), span.end)
            opened.append((low, who, said.end(), close if one else span.end))
    if not opened or opened[0][0] > span.start:
        return []
    ends = [*(low for low, *_ in opened[1:]), span.end]
    told = [
        Spoken(Span(block, *who), what)
        for (_, who, at, most), close in zip(opened, ends, strict=True)
        for what in found_in(trimmed(Span(block, at, min(close, most)), "；;。，, "))
    ]
    return [one for one in told if one.what.start < one.what.end]


_WHOSE = lazy_pattern(r"\s*(?:[（(](?P<who>[^（）()]{2,12})[）)]|—{1,2}\s*(?P<by>[^，。；：—]{2,12}))[。；;]?$")


def whose_behind(span: Span, known: Collection[str]) -> list[Spoken]:
    """Return who was there and stands, and nothing else, in a bracket behind each thing that a stretch tells: 下乡少（张三）；……

    Empty where one has nobody behind it.
    """
    text = span.block.text
    if _WHOSE.search(text, max(span.start, span.end - _LONGEST), span.end) is None:
        return []
    found: list[Spoken] = []
    colon = next((at + 1 for at in range(span.start, span.end) if text[at] in "：:"), span.start)
    at: int | None = None  # where what ends before its bracket begins: 下乡少。（张三）
    for low, high in sentences(text, span.start, span.end, clauses=True):
        behind = _WHOSE.search(text, low, high)
        alone = behind is not None and behind.start() == low
        if (at is not None) is not alone:
            return []
        if behind is None:
            at = low
            continue
        low, at = (low if at is None else at), None
        which = "who" if behind["who"] else "by"
        who = named_one(text, *behind.span(which), known, strong=False)
        what = trimmed(Span(span.block, max(low, colon) if low < colon <= behind.start() else low, behind.start()))
        if who is None or text[slice(*who)] not in known or what.start >= what.end or what.text in known:
            return []  # 张三（书记） says what his post is
        found.append(Spoken(Span(span.block, *who), what))
    return found if at is None else []


_AND_SO_ON = lazy_pattern(rf"(?:等(?P<some>{_N})?|(?P<all>{_N}))(?:方面)?(?:的)?(?:突出|主要)*(?:问题|不足)$")
_LOOKED_AT = lazy_pattern(
    r"的(?:问题|毛病|不足)$|的?(?:问题|不足|毛病)?(?:作|做|进行)(?:了|出)?(?:深刻|认真|坦诚|严肃)*的?(?:检查|检讨|剖析|反思|自我批评)$"
)
"""What only says that it was looked at: 就自己下乡少的问题作了检查."""


def found_in(what: Span) -> list[Span]:
    """What is found in one, without the words that only say that it is (报喜多报忧少等2个问题); as many things as are counted."""
    if looked := _LOOKED_AT.search(what.block.text, what.start, what.end):
        what = trimmed(Span(what.block, what.start, looked.start()))
    tail = _AND_SO_ON.search(what.block.text, what.start, what.end)
    if tail is None:
        return [what]
    named = Span(what.block, what.start, tail.start())
    things = [trimmed(Span(what.block, *one)) for one in listed_in(what.block.text, named.start, named.end)]
    count = parse_numeral((tail["some"] or tail["all"] or "")[:-1].strip())
    return things if len(things) == count else [named]
