"""Criticisms with both sides named in running text: 李四对张三提出：…, 李四批评张三：…, 对张三提出：… by the one who spoke before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.blocks import Block
from mzsh_model.outline.chains import Member, chains
from mzsh_model.outline.labels import label_at
from mzsh_model.outline.sentences import is_full_stop, sentences
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.persons import any_of, persons, post_word

MANY = (
    r"(?:大家|同志们|与会(?:同志|人员|的同志)?(?:们)?|有(?:的)?同志|(?:其他|其余)?(?:班子|党[组委]|支委)?(?:其他)?成员(?:们)?|委员们"
    r"|(?:其他|个别|部分|少数|多数|一些|有些)(?:同志|委员|成员)(?:们)?|(?:[各每]|[各每几两三四五六七八九][位名个])(?:同志|委员|成员)|班子)"
)
"""Who criticises where nobody in particular does."""
_MANY = lazy_pattern(MANY)
_TURNS_TO = lazy_pattern(
    r"\s*(?:当面|接着|随后|首先|最后|再|也|又|还)*(?:(?P<to>[对向给跟→])\s*|(?P<at>批评|批(?![评准示条复改次])|回敬|提醒|直言|指出|说|提出|认为))"
)
_POST = r"副?(?:书记|主任|主席|经理|总监|委员|[局县市区镇乡院校厂站所队科处部行会]长)"
_BEHIND_NAME = lazy_pattern(_POST)
"""A post that is said behind the name: 李四主任."""
_SAYS = lazy_pattern(
    rf"(?:{_POST})?"
    r"(?P<comrade>同志)?(?P<verb>时?(?:当面|坦诚|诚恳|严肃|直接)*(?:地)?(?:提出|指出|提|说|讲|批评)(?:了|出|道)?)?"
    r"(?P<what>(?:的|批评|意见|建议|和|、|一条|两条)*)(?:是|为|有|如下)?\s*(?P<mark>[：:，,]?\s*(?:(?=[“\"]))?)(?:(?:说|认为)[他她]的?)?"
)
_BEGINS = lazy_pattern(
    r"(?:[。；;：:，,.．”’])?\s*(?:(?:其中|比如|例如|譬如|如|又如|再如)[，,：:]?)?(?:(?:有的|会上)[，,]?)?"
)
_QUOTED = lazy_pattern(r"[“\"](?P<said>[^“”\"]+)[”\"](?:的)?(?:批评|意见|建议|和)+")
"""A criticism that is quoted before it is named: “抓落实还要再快一点”的批评意见."""
_ANSWERS = lazy_pattern("表示|表态|接受|回应|认领|感谢|虚心|大家|会议|会上|同志")
"""What tells of those who were criticised, or of all, and is no criticism."""
_ENDS = "；;。.，, "
_FARTHEST, _LONGEST = 40, 16
_ANY = lazy_pattern("[对向给跟→批]|回敬|提醒|直言|指出|说|提出|认为")


_ONE = lazy_pattern(r"(?:^|(?<=[，,；;。：:]))(?:另|再|还有)?一[条点个]是")
_BEGAN = lazy_pattern(r"(?:首先|率先|带头|先|也|接着|随后)*(?:开口|发言|说话|批评|开了?头)$")
"""What somebody does before he says what it is: 张三先开口，……"""


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


def exchanges_in(span: Span, known: Collection[str] = (), *, points: bool = False) -> Iterator[Said]:
    """Yield the criticisms that a paragraph quotes with the names of both sides; `known` are names of who was there.

    What one says to another in several `points` is as many, if that is asked; else it stays one.
    """
    block, text = span.block, span.block.text
    if _ANY.search(text, span.start, span.end) is None:
        return
    listed = [list(_listed(block, chain.members, known)) for chain in chains(text, span.start, span.end)]
    if any(listed):
        yield from (one for said in listed for one in said)
        return
    for one in _exchanges(span, known):
        for number, what in _each(one.text) if points else ():
            yield one._replace(label=number, text=what)
        if not points:
            yield one


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
        if (
            text[one.at] == "“"
            and not _QUOTED.match(text, one.at, following)
            and (quote := text.find("”", one.at, following)) > 0
        ):
            close = quote + 1
        elif lone or (label_at(text, one.at) is not None and any(chains(text, one.at, following))):
            close = following
        said = trimmed(Span(block, one.at, close), _ENDS)
        if quoted := _QUOTED.fullmatch(text, said.start, said.end):
            said = Span(block, *quoted.span("said"))
        if critic is not None and said.start < said.end:
            yield Said(Span(block, *critic), Span(block, *one.target), None, said)
            for more in _more(Span(block, close, following)) if not lone else ():
                yield Said(Span(block, *critic), Span(block, *one.target), None, more)


def _each(said: Span) -> Iterator[tuple[Span | None, Span]]:
    """What is said to one, and the number before it: 一是会多；二是话长。 一条是会多，一条是话长。"""
    block, text = said.block, said.block.text
    members = [one for chain in chains(text, said.start, said.end) for one in chain.members]
    for one in members:
        yield Span(block, one.at, one.at + len(one.label.raw)), trimmed(Span(block, one.start, one.end), _ENDS)
    cuts = [one.span() for one in _ONE.finditer(text, said.start, said.end)] if not members else []
    if len(cuts) > 1 and cuts[0][0] == said.start:
        for (_, low), high in zip(cuts, [*(at for at, _ in cuts[1:]), said.end], strict=True):
            yield None, trimmed(Span(block, low, high), _ENDS)
    elif not members:
        yield None, said


def _more(behind: Span) -> Iterator[Span]:
    """What goes on between semicolons with what one says to another: 会多；话长。 Not where somebody else may begin to speak."""
    block, text = behind.block, behind.block.text
    for low, high in sentences(text, behind.start, behind.end, clauses=True):
        before = text[:low].rstrip()[-1:]
        if before not in "；;" or _ANY.search(text, low, high) or _ANSWERS.search(text, low, high):
            return
        yield trimmed(Span(block, low, high), _ENDS)


def clause_starts(span: Span) -> Iterator[int]:
    """Yield where the clauses of a paragraph begin, the words left out that only go on with the one before (其中，比如：)."""
    text = span.block.text
    marks = (
        at
        for at in range(span.start, span.end)
        if at == span.start
        or text[at] in "。；;：:，,"
        or (text[at] in ".．" and is_full_stop(text, at))
        or (text[at] in "”’" and text[at - 1] in "。！？；")
    )
    yield from (found.end() for at in marks if (found := _BEGINS.match(text, at, span.end)) is not None)


def _opening(text: str, start: int, at: int, end: int, known: Collection[str], *, follows: bool) -> _Opening | None:
    """The critic and his target where a clause begins with both: 李四同志对张三同志提出：."""
    for turn in _TURNS_TO.finditer(text, at, min(at + _FARTHEST, end)):
        if any(mark in "。；;：:" for mark in text[at : turn.start()]):
            break
        begun, behind = turn.span()
        if begun == at and not (follows and turn["to"]):
            continue
        for stop in range(behind + 2, min(behind + _LONGEST, end - 1) + 1):
            if text[stop] == "、":
                continue
            said = _SAYS.match(text, stop, end)
            if said is None or (after := said.end()) >= end:
                continue
            marked = said["mark"][:1] in ("：", ":") or text[after] in '“"'
            marked = marked or (turn["to"] == "→" and text[stop].isspace())
            told = said["verb"] is not None or bool(said["what"])
            named = all(name in known for name in text[behind:stop].split("、"))
            plain = turn["at"] is not None and (named or (said["comrade"] is not None and said["mark"] == ""))
            plain = plain or (follows and turn["at"] is not None and _both_named(text, at, turn, stop, known))
            if not (marked or plain or (turn["to"] and told and (said["mark"] or named))):
                continue
            target = named_one(text, behind, stop, known, strong=marked or said["comrade"] is not None)
            if target is None or _ANY.search(text, *target) or _goes_on(text, behind, stop, known):
                continue
            strong = marked or text[begun - 2 : begun] == "同志" or named
            before = begun - (text[begun - 1] == "在")  # 李四在批评张三时说
            comma = text.find("，", at, before)
            strong = strong and comma < 0  # a clause before is no part of a name
            critic = None if begun == at else named_one(text, at, before, known, strong=strong)
            if comma > 0 and critic is None:
                critic = _began(text, at, comma, known)
            if critic is not None or begun == at:
                return _Opening(start, critic, target, after)
    return None


def _goes_on(text: str, at: int, stop: int, known: Collection[str]) -> bool:
    """Whether the name of somebody who was there goes on behind `stop`: 李副局长, and not 李."""
    found = any_of(frozenset(known)).match(text, at)
    return found is not None and found.end() > stop


def _began(text: str, at: int, comma: int, known: Collection[str]) -> tuple[int, int] | None:
    """Who begins to speak in the clause before: 张三先开口，对李四……"""
    spoke = _BEGAN.search(text, at, comma)
    return named_one(text, at, spoke.start(), known, strong=True) if spoke else None


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
    begins = any_of(frozenset(known)).match(text, start) if known else None
    behind = begins.end() if begins else bare
    if behind < bare and _BEHIND_NAME.fullmatch(text, behind, bare):
        return start, behind
    if text[start:bare] in known or (strong and may_name(text[start:bare])):
        named = persons(text, start, end)
        return named[0].name if len(named) == 1 else (start, bare)
    if any(mark in text[start:end] for mark in "的是不"):
        return None
    named = persons(text, start, end, titled=strong)
    return named[0].name if named and (strong or is_person(text[slice(*named[0].name)])) else None


def attributes(text: str) -> bool:
    """Tell whether a text begins with a critic and his target."""
    label = label_at(text)
    return _opening(text, 0, label.end if label else 0, len(text), (), follows=False) is not None
