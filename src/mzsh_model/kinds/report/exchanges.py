"""Criticisms with both sides named in running text: 李四对张三提出：…, 李四批评张三：…, 对张三提出：… by the one who spoke before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.chains import Member, chains
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import is_full_stop, listed_in, sentences
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.persons import persons, post_word

MANY = (
    r"(?:大家|同志们|与会(?:同志|人员|的同志)?(?:们)?|有(?:的)?同志|(?:其他|其余)?(?:班子|党[组委]|支委)?(?:其他)?成员(?:们)?|委员们"
    r"|(?:其他|个别|部分|少数|多数|一些|有些)(?:同志|委员|成员)(?:们)?|(?:[各每]|[各每几两三四五六七八九][位名个])(?:同志|委员|成员)|班子)"
)
"""Who criticises where nobody in particular does."""
_MANY = lazy_pattern(MANY)
_TURNS_TO = lazy_pattern(r"\s*(?P<to>[对向给→])\s*|(?P<at>批评|提醒|直言|指出|说|提出|认为)")
_POST = r"副?(?:书记|主任|主席|经理|总监|委员|[局县市区镇乡院校厂站所队科处部行会]长)"
_BEHIND_NAME = lazy_pattern(_POST)
"""A post that is said behind the name: 李四主任."""
_SAYS = lazy_pattern(
    rf"(?:{_POST})?"
    r"(?P<comrade>同志)?(?P<verb>时?(?:当面|坦诚|诚恳|严肃|直接)*(?:地)?(?:提出|指出|提|说|讲|批评)(?:了|出|道)?)?"
    r"(?P<what>(?:的|批评|意见|建议|和|、|一条|两条)*)(?:是|为|有|如下)?\s*(?P<mark>[：:，,]?\s*(?:(?=[“\"]))?)"
)
_BEGINS = lazy_pattern(
    r"(?:[。；;：:，,.．”’])?\s*(?:(?:其中|比如|例如|譬如|如|又如|再如)[，,：:]?)?(?:(?:有的|会上)[，,]?)?"
)
_CLOSES = lazy_pattern(r"[。；;：:，,.．]|(?<=[。！？；])[”’]")
"""What closes a clause; behind it the next one begins."""
_QUOTED = lazy_pattern(r"[“\"](?P<said>[^“”\"]+)[”\"](?:的)?(?:批评|意见|建议|和)+")
"""A criticism that is quoted before it is named: “抓落实还要再快一点”的批评意见."""
_ANSWERS = lazy_pattern("表示|表态|接受|回应|认领|感谢|虚心|大家|会议|会上|同志")
"""What tells of those who were criticised, or of all, and is no criticism."""
_FARTHEST, _LONGEST = 40, 16
_ANY = lazy_pattern("[对向给→]|批评|提醒|直言|指出|说|提出|认为")


class Said(NamedTuple):
    """One criticism: who made it, of whom, its number, and what was said."""

    critic: Span | None
    target: Span | None
    label: Span | None
    text: Span


class _Opening(NamedTuple):
    start: int
    critic: tuple[int, int] | None
    target: tuple[int, int]
    at: int


def exchanges_in(span: Span, known: Collection[str] = ()) -> Iterator[Said]:
    """Yield the criticisms that a paragraph quotes with the names of both sides; `known` are names of who was there."""
    block, text = span.block, span.block.text
    if _ANY.search(text, span.start, span.end) is None:
        return
    listed = [list(_listed(block, chain.members, known)) for chain in chains(text, span.start, span.end)]
    if any(listed):
        yield from (one for said in listed for one in said)
        return
    yield from _exchanges(span, known)


def _listed(block: Block, members: Sequence[Member], known: Collection[str]) -> Iterator[Said]:
    """The criticisms of a list each member of which begins with who criticises whom; who does in one is known in the others."""
    text = block.text
    turns = [(one, _TURNS_TO.search(text, one.start, min(one.start + _LONGEST, one.end))) for one in members]
    critics = {text[one.start : turn.start()].removesuffix("同志") for one, turn in turns if turn is not None}
    met = {*known, *filter(is_person, critics)}
    told = [(one, list(_exchanges(Span(block, one.start, one.end), met))) for one in members]
    if all(said and said[0].critic is not None and said[0].critic.start == one.start for one, said in told):
        for one, (first, *others) in told:
            yield first._replace(label=Span(block, one.at, one.at + len(one.label.raw)))
            yield from others


def _exchanges(span: Span, known: Collection[str]) -> Iterator[Said]:
    block, text = span.block, span.block.text
    found: list[_Opening] = []
    for start in clause_starts(span):
        label = label_at(text, start) if start == span.start else None
        at = label.end if label else start
        if found and at < found[-1].at:
            continue
        met = {text[slice(*name)] for one in found for name in (one.critic, one.target) if name is not None}
        opening = _opening(text, start, at, span.end, {*known, *met}, follows=bool(found))
        if opening is not None:
            found.append(opening)
    critic: tuple[int, int] | None = None
    lone = len(found) == 1 and found[0].start - span.start <= 1
    for index, one in enumerate(found):
        critic = one.critic or critic
        following = found[index + 1].start if index + 1 < len(found) else span.end
        close = next((high for _, high in sentences(text, one.at, following, clauses=not lone)), following)
        said = trimmed(Span(block, one.at, following if lone else close), "；;。.，,")
        if quoted := _QUOTED.fullmatch(text, said.start, said.end):
            said = Span(block, *quoted.span("said"))
        if critic is not None and said.start < said.end:
            yield Said(Span(block, *critic), Span(block, *one.target), None, said)
            for more in _more(Span(block, close, following)) if not lone else ():
                yield Said(Span(block, *critic), Span(block, *one.target), None, more)


def _more(behind: Span) -> Iterator[Span]:
    """What goes on between semicolons with what one says to another: 会多；话长。 Not where somebody else may begin to speak."""
    block, text = behind.block, behind.block.text
    for low, high in sentences(text, behind.start, behind.end, clauses=True):
        before = text[:low].rstrip()[-1:]
        if before not in "；;" or _ANY.search(text, low, high) or _ANSWERS.search(text, low, high):
            return
        yield trimmed(Span(block, low, high), "；;。.，,")


def clause_starts(span: Span) -> Iterator[int]:
    """Yield where the clauses of a paragraph begin, the words left out that only go on with the one before (其中，比如：)."""
    text = span.block.text
    if span.start == span.end:
        return
    marks = [span.start, *(one.start() for one in _CLOSES.finditer(text, span.start + 1, span.end))]
    for at in marks:
        if at > span.start and text[at] in ".．" and not is_full_stop(text, at):
            continue
        if (found := _BEGINS.match(text, at, span.end)) is not None:
            yield found.end()


def _opening(text: str, start: int, at: int, end: int, known: Collection[str], *, follows: bool) -> _Opening | None:
    """The critic and his target where a clause begins with both: 李四同志对张三同志提出：."""
    for turn in _TURNS_TO.finditer(text, at, min(at + _FARTHEST, end)):
        if any(mark in "。；;：:" for mark in text[at : turn.start()]):
            break
        if turn.start() == at and not (follows and turn["to"]):
            continue
        for stop in range(turn.end() + 2, min(turn.end() + _LONGEST, end - 1) + 1):
            said = _SAYS.match(text, stop, end)
            if said is None or said.end() >= end or text[stop] == "、":
                continue
            marked = said["mark"][:1] in ("：", ":") or text[said.end()] in '“"'
            marked = marked or (turn["to"] == "→" and text[stop].isspace())
            told = said["verb"] is not None or bool(said["what"])
            named = all(name in known for name in text[turn.end() : stop].split("、"))
            plain = turn["at"] is not None and (named or (said["comrade"] is not None and said["mark"] == ""))
            plain = plain or (follows and turn["at"] is not None and _both_named(text, at, turn, stop, known))
            if not (marked or plain or (turn["to"] and told and (said["mark"] or named))):
                continue
            target = named_one(text, turn.end(), stop, known, strong=marked or said["comrade"] is not None)
            if target is None:
                continue
            strong = marked or text[turn.start() - 2 : turn.start()] == "同志" or named
            before = turn.start() - (text[turn.start() - 1] == "在")  # 李四在批评张三时说
            strong = strong and not any(
                mark in text[at:before] for mark in "，,"
            )  # a clause before is no part of a name
            critic = None if turn.start() == at else named_one(text, at, before, known, strong=strong)
            if critic is not None or turn.start() == at:
                return _Opening(start, critic, target, said.end())
    return None


def _both_named(text: str, at: int, turn: re.Match[str], stop: int, known: Collection[str]) -> bool:
    """Whether what stands before a verb and behind it are names and nothing else: 李四指出王五…, after another was told so."""
    critic, target = text[at : turn.start()], text[turn.end() : stop]
    if target not in known and any(text.startswith(name, turn.end()) for name in known):
        return False
    return (critic in known or is_person(critic)) and is_person(target) and target not in ("", critic)


def named_one(text: str, start: int, end: int, known: Collection[str], *, strong: bool) -> tuple[int, int] | None:
    """The first person that a stretch names and nothing else; where `strong` signs say that it does, whatever his surname."""
    bare = end - 2 if text.endswith("同志", start, end) else end
    if _MANY.fullmatch(text, start, end):
        return None
    first, *others = text[start:bare].split("、")
    if others and first in known and not post_word(first):
        return start, start + len(first)
    behind = next((start + len(name) for name in known if text.startswith(name, start)), bare)
    if behind < bare and _BEHIND_NAME.fullmatch(text, behind, bare):
        return start, behind
    if text[start:bare] in known or (strong and may_name(text[start:bare])):
        named = persons(text, start, end)
        return named[0].name if len(named) == 1 else (start, bare)
    if any(mark in text[start:end] for mark in "的是不"):
        return None
    named = persons(text, start, end, titled=strong)
    return named[0].name if named and (strong or is_person(text[slice(*named[0].name)])) else None


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
    r"的?(?:问题|不足|毛病)?(?:作|做|进行)(?:了|出)?(?:深刻|认真|坦诚|严肃)*的?(?:检查|检讨|剖析|反思|自我批评)$"
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


def attributes(text: str) -> bool:
    """Tell whether a text begins with a critic and his target."""
    label = label_at(text)
    return _opening(text, 0, label.end if label else 0, len(text), (), follows=False) is not None
