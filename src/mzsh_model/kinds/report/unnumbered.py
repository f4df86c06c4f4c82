"""Problems that running text lists without numbers: 查找出的问题：A；B。 查摆了A、B、C等问题。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.listing import counts_in
from mzsh_model.model.catalogue import is_worded_so
from mzsh_model.outline.chains import labels_in
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import first_sentence, listed_in, sentences
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.lexicon import states_fault
from mzsh_model.reading.words.persons import persons
from mzsh_model.reading.words.themes import themes_of

_LED_IN = lazy_pattern(
    r"[^。；;：:]*(?:问题|不足|差距|毛病|缺点|短板)[^。；;：:]{0,12}[：:]|[^。；;：:]*(?:主要|集中)(?:是|有|在|表现在)(?:这么|以下|如下)?(?:几|[一二三四五六七八九十])?[条点个]?(?:方面)?[：:]"
)
_COUNTED = lazy_pattern(
    r"[^。；;：:（(]*?(?:问题|不足|差距)[^。；;：:（(]{0,12}(?:[，,](?:即|分别(?:是|为)|主要(?:是|有)|具体(?:是|为)|依次(?:是|为))[：:]?|[（(](?:即|分别为|分别是)?[：:]?)"
)
"""What leads in a list without a colon, where the number before it bears it out: 查摆了3个问题，即……; 问题3条（……）."""
_AMONG = lazy_pattern(
    r"(?:查摆|检视|查找|存在|梳理|剖析)(?:了|出|着|自身)*(?P<list>[^。；;：:]{4,160}、[^。；;：:]{4,160}?)等(?:[^，。；、]{0,6})(?:问题|不足)"
)

_NAMED = lazy_pattern(r"(?P<who>[^，,。；：:]{2,16}?同志)(?:主要)?(?:是|存在)?[，,：:]?")


_LONGEST_TITLE = 7
_LEAST = 4
"""So many characters has a clause at least that is a problem for itself."""
_APART = ("、", "，")
_MARK = lazy_pattern("[，,、；;：:]")


_COMMON = lazy_pattern(
    r"[^。；;：:]*(?:共性(?:的)?(?:问题|不足)|(?:大家|成员|同志们)[^，,。；;：:]{0,10}(?:问题|不足))(?:主要|集中|普遍)*(?:是|有|为|在于|表现[在为]|体现在)[，,]?(?![：:])"
)
"""What leads in what members have in common, with no colon: 大家查摆出的问题主要有，……"""


class Unnumbered(NamedTuple):
    """What may be a list: the things, and where the text behind them goes on."""

    things: list[Span]
    behind: int


def unnumbered_lists(span: Span) -> Iterator[Unnumbered]:
    """Yield what may be lists of problems: the clauses behind words that lead them in, else what stands between 、 and 等问题."""
    block, text = span.block, span.block.text
    for low, high in sentences(text, span.start, span.end):
        led = _LED_IN.match(text, low, high)
        clauses = list(sentences(text, led.end(), high, clauses=True)) if led else []
        if len(clauses) > 1:
            yield Unnumbered([trimmed(Span(block, *clause), "；;。") for clause in clauses], high)
        elif things := _in_common(span, low, high):
            yield Unnumbered(things, things[-1].end)
        elif things := _one_sentence(span, low, high, led.end() if led else None):
            yield Unnumbered(things, high)
    for named in _AMONG.finditer(text, span.start, span.end):
        things = [Span(block, *one) for one in listed_in(text, *named.span("list"))]
        if len(things) > 1 and sum(states_fault(one.text) for one in things) * 2 > len(things):
            yield Unnumbered(things, named.end("list"))


def _in_common(span: Span, low: int, high: int) -> list[Span]:
    """What a sentence says that members have in common: the clauses behind its lead, as far as each says that something falls short."""
    block, text = span.block, span.block.text
    led = _COMMON.match(text, low, high)
    found: list[Span] = []
    for clause in listed_in(text, led.end(), high, "，") if led else ():
        one = trimmed(Span(block, *clause), "。；;")
        if not states_fault(one.text):
            break
        found.append(one)
    return found


def _one_sentence(span: Span, low: int, high: int, at: int | None) -> list[Span]:
    """What one sentence lists behind the words that lead it in, at `at` if with a colon: parts that 、 or ， sets apart.

    As many as are stated, however they are worded; where no number is, what 、 sets apart if each part is a clause.
    """
    block, text = span.block, span.block.text
    if at is None:
        led = _COUNTED.match(text, low, high)
        if led is None:
            return []
        at = led.end()
    close = high
    if text[at - 1] in "（(":
        close = next((n for n in range(at, high) if text[n] in "）)"), high)
    stated = {one.number for one in counts_in(text[low:at]) if not one.aspects or len(counts_in(text[low:at])) == 1}
    plain = trimmed(Span(block, at, close), "。；;")
    by_mark = [[trimmed(Span(block, *one)) for one in listed_in(text, plain.start, plain.end, mark)] for mark in _APART]
    for things in by_mark:
        if len(things) > 1 and len(things) in stated:
            return things
    listed = by_mark[0]
    clauses = all(len(one.text) >= _LEAST and one.text[0] not in "不未没" for one in listed)
    faulty = sum(states_fault(one.text) for one in listed) * 2 > len(listed)
    return listed if len(listed) > 1 and not stated and clauses and faulty and text[at - 1] in "：:" else []


def clauses_of(span: Span, *, by_sentence: bool = False) -> list[Span]:
    """Return what semicolons or numbers set side by side; else a paragraph is one thing, its label sentence and what follows.

    Numbers may go on with those of the paragraph before: 5.……。6.……。 `by_sentence` takes each sentence for one.
    """
    block, text = span.block, span.block.text
    if by_sentence:
        return [Span(block, *cut) for cut in sentences(text, span.start, span.end)]
    cuts = [at + 1 for at in range(span.start, span.end) if text[at] in "；;"]
    if (first := label_at(text, span.start)) is not None:
        number = first.number
        for at, label in labels_in(text):
            if span.start < at < span.end and label.kind is first.kind and label.number == number + 1:
                cuts.append(at)
                number = label.number
    cuts = sorted(set(cuts))
    pairs = zip([span.start, *cuts], [*cuts, span.end], strict=True)
    return [one for low, high in pairs if (one := trimmed(Span(block, low, high), "；;")).start < one.end]


def numbered(thing: Span) -> tuple[Span, Span | None]:
    """Return a thing behind its number, and where the number stands, None where it has none."""
    block, label = thing.block, label_at(thing.block.text, thing.start)
    if label is None or label.end >= thing.end:
        return thing, None
    return Span(block, label.end, thing.end), Span(block, thing.start, thing.start + len(label.raw))


class OfMember(NamedTuple):
    """The problems that a clause names, where it and they begin, and the name of the member whose they are, if it begins with one."""

    name: Span | None
    start: int
    behind: int
    things: list[Span]


def member_of(clause: Span) -> OfMember:
    """Return whose problems a clause names: 张三同志，抓班子标准不高、深入基层偏少."""
    block, text = clause.block, clause.block.text
    found = _NAMED.match(text, clause.start, clause.end)
    named = persons(text, clause.start, found.end("who")) if found else []
    if found is None or len(named) != 1:
        return OfMember(None, clause.start, clause.start, [clause])
    things = [Span(block, *one) for one in listed_in(text, found.end(), clause.end)]
    if sum(states_fault(one.text) for one in things) < len(things):
        things = [Span(block, found.end(), clause.end)]
    return OfMember(Span(block, *named[0].name), clause.start, found.end(), things)


def titles_of(paragraphs: Sequence[Span]) -> list[Span]:
    """Return the aspects that paragraphs begin with, each a few words alone, all of one length: 政治建设。…… 作风纪律。……

    None of them where one does not, says that something falls short, or where most are of nothing that aspects speak of.
    """
    found: list[Span] = []
    for block, start, end in paragraphs:
        close = first_sentence(block.text, start, end)
        found.append(trimmed(Span(block, start, close), "。"))
        if (
            close >= end
            or close - start > _LONGEST_TITLE
            or _MARK.search(found[-1].text)
            or states_fault(found[-1].text)
        ):
            return []
    words = [one.text for one in found]
    known = sum(is_worded_so(one) or bool(themes_of(one)) for one in words)
    alike = len({len(one) for one in words}) == 1 and len(set(words)) == len(words)
    return found if alike and known * 2 > len(words) else []
