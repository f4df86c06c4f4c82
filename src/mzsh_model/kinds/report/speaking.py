"""Clauses that begin with a person: where his name stands, what ties what follows to him, and where that begins.

张三同志检讨……，李四讲自己“……”；王五的不足是……；赵六，……: one such head says little; that one clause after the other has one tells.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.exchanges import clause_starts, named_one
from mzsh_model.reading.draft import Span
from mzsh_model.reading.words.persons import any_of, post_word

_HIS = r"(?:自己|自身|本人|个人)"
_FAULT = r"(?:问题|不足|毛病|短板|缺点|差距)"
_N = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s*[个条项](?:方面)?"
_TIE = lazy_pattern(
    r"(?:也|还|则|又|主要|带头|主动|首先|重点|深刻|认真|坦诚|坦率|诚恳|作了?|做了?|(?:个人|自己)(?=认领|查摆|检讨|检视|检查))*"
    rf"(?:检讨|查摆|检视|检查|查找|剖析|反思|自查|自我批评|自我检查|承认|坦承|认领|存在|就{_HIS}(?:所|还)?(?:存在)?|(?:谈|讲|说){_HIS}|{_HIS}(?:的)?(?:主要)?{_FAULT}"
    rf"|(?:坦言|讲到?|谈到?|说到?|认为|觉得|感到|指出){_HIS}|的(?:主要|突出|个性|具体)*{_FAULT}|主要(?:是|存在))"
    rf"(?:了|出|到|着|的|在)*(?:{_N})?{_HIS}?(?:的|在|有|存在)*(?:主要|突出)*{_FAULT}*(?:{_N})?(?:主要|集中)*(?:是|有|为|在于|表现[为在])?[：:，,]?\s*"
)
_LOOKS = r"(?:检讨|查摆|检视|检查|查找|剖析|反思|自查|自我批评|承认|坦承|认领|认账)"
_SAYS = r"(?:说|讲|谈|道|指出|认为|觉得|感到|坦言|直言|摆出|亮出|点出|揭)"
_ANY = r"(?:(?!代表|主持|通报|传达|总结|点评|批(?!评)|批评)[^，,。；;：:“”\"、对向给跟])"
"""What may stand before a word for speaking: what somebody says to another, or for all, begins otherwise."""
_ONCE = r"(?:在?(?:作|做)?(?:个人|自我|对照)*(?:检查|检视|剖析|发言|批评)(?:时|中|环节)?[，,])"
_SPOKEN = lazy_pattern(
    rf"{_ONCE}?(?:(?P<apart>(?!{_ANY}{{1,6}}[完后毕][，,]){_ANY}{{1,8}}[，,])?{_ANY}{{0,8}}?(?:(?P<looks>{_LOOKS})|{_SAYS})(?:[时中了到过出着起的地]|发言|一句|几句)*"
    rf"(?:(?P<his>{_HIS}|[她他](?!人|们))(?:的|在)?|[：:，,]\s*(?P<then>{_HIS}(?:的|在)?)?|(?=[“\"]))"
    rf"(?P<fault>(?:主要|突出|的)*{_FAULT}(?:是|有|在于)?[：:，,]?\s*)?"
    rf"|{_ANY}{{0,8}}[：:，,]?\s*(?P<quote>(?=[“\"]我)))"
)
"""How somebody begins to speak at a meeting: 接着说，…… 作检查时指出自己…… 开门见山：“我……"""
_MARK = lazy_pattern(rf"\s*(?:有|查摆|共)?(?:{_N}(?:[，,]?(?:分别)?(?:是|为|即))?)?(?:[：:，,]|—{{1,2}}|[-－])?\s*")
_BRACKET = lazy_pattern(r"[（(][^（）()]{1,24}[）)]")
_AMONG = lazy_pattern(r"[（(]其中[，,：:]?\s*")
_TEAM = lazy_pattern(r"(?:(?:局|县|市|区|镇|乡|院|公司)?党[组委]|领导)?班子(?!成员|其他|同志|里|内)")
_OURS = lazy_pattern(r"(?:认为|查摆|检视|找出?|存在|认领)(?:的|出|了)*(?:主要)?(?:问题|不足)?(?:是|有)?[：:，,]?")
"""What ties to the team what is found in it."""
_LONGEST_WHO = 24
_LONGEST_NAME = 8


class Head(NamedTuple):
    """A clause that begins with a person: where it and his name stand, where what is told begins, what ties them, if words do.

    `sure` is not set where it only begins as the others do, with somebody who is no known person; `spoken` where words only say
    that he speaks; `team` where it is no person but the team that it begins with.
    """

    start: int
    name: tuple[int, int]
    at: int
    tied: bool
    sure: bool = True
    spoken: bool = False
    team: bool = False


def heads_in(span: Span, known: Collection[str] = (), *, team: bool = False) -> list[Head]:
    """Return the clauses of a paragraph that begin with persons, or with the `team` if it may be told beside them, in order."""
    found: list[Head] = []
    at = span.start
    text = span.block.text
    for start in sorted({*clause_starts(span), *(one.end() for one in _AMONG.finditer(text, span.start, span.end))}):
        if at <= start < span.end and (head := head_at(span, start, known, team=team)) is not None:
            found.append(head)
            at = head.at
    return found


def head_at(span: Span, start: int, known: Collection[str] = (), *, team: bool = False) -> Head | None:
    """Return the person with whom a clause begins, and what ties him to what follows."""
    text = span.block.text
    close = next((at for at in range(start, min(start + _LONGEST_WHO, span.end)) if text[at] in "，,。；;：:"), None)
    close = min(start + _LONGEST_WHO, span.end) if close is None else close
    if team and (whose := _TEAM.match(text, start, close)) is not None:
        ours = _OURS.match(text, whose.end(), span.end)
        return Head(start, whose.span(), ours.end() if ours else whose.end(), tied=ours is not None, team=True)
    if (name := _known_at(text, start, close, known)) is not None:
        return _tied(span, start, name, name[1] + 2 * text.startswith("同志", name[1]))
    if (comrade := text.find("同志", start + 2, close)) > 0:
        found = named_one(text, start, comrade + 2, known, strong=True)
        return None if found is None else _tied(span, start, found, comrade + 2)
    for tie in _TIE.finditer(text, start + 2, close):
        strong = text[tie.end() - 1] in "：:，,"
        found = named_one(text, start, tie.start(), known, strong=strong)
        if found is not None:
            return Head(start, found, tie.end(), tied=True)
        break
    opens = start == span.start or text[start - 1] in "。；;：:" or text[start - 1].isspace()
    if opens and close < span.end and text[close] in "：:，,":
        bracket = next((at for at in range(start, close) if text[at] in "（("), close)
        found = named_one(text, start, bracket, known, strong=text[close] in "：:")
        if found is not None and (text[close] in "：:" or is_person(text[slice(*found)])):
            return Head(start, found, close + 1, tied=False)
    return None


def begun_alike(span: Span, heads: Sequence[Head]) -> Iterator[Head]:
    """Yield the clauses that begin as those about persons do, with somebody who is no known person: 白玛检讨… among 张三检讨…"""
    text = span.block.text
    begun = {one.start for one in heads}
    ties = {text[one.name[1] : one.at].removeprefix("同志").strip() for one in heads}
    for start in clause_starts(span):
        if start in begun or start < heads[0].start:
            continue
        apart = text[start - 1] in "。；;."
        for tie in ties:
            if not tie or (tie in "，,：:" and not apart):
                continue
            at = text.find(tie, start + 2, min(start + 2 + _LONGEST_NAME + len(tie), span.end))
            who = text[start:at].removesuffix("同志") if at > 0 else ""
            if who and not any(mark in who for mark in "，。；：、"):
                yield Head(
                    start, (start, start + len(who)), at + len(tie), len(tie) > 1, may_name(who) and len(tie) > 1
                )
                break


def form_of(text: str, one: Head) -> str:
    """Return how a name and what is told are put together: by words, by a mark, or by nothing between them."""
    return "words" if one.tied or one.spoken else "mark" if mark_of(text, one) else "nothing"


def mark_of(text: str, one: Head) -> str:
    """Return what stands between a name and what is told of its bearer."""
    return text[one.name[1] : one.at].removeprefix("同志").strip()


def _known_at(text: str, start: int, close: int, known: Collection[str]) -> tuple[int, int] | None:
    """Where a clause names someone who was there: first of all, or behind his post."""
    for found in any_of(frozenset(known)).finditer(text, start, close) if known else ():
        at = found.start()
        if at == start or post_word(text[start:at].strip()):
            return found.span()
    return None


def _tied(span: Span, start: int, name: tuple[int, int], behind: int) -> Head:
    text = span.block.text
    bracket = _BRACKET.match(text, behind, span.end)
    behind = bracket.end() if bracket else behind
    tie, said = _TIE.match(text, behind, span.end), _SPOKEN.match(text, behind, span.end)
    strong = said is not None and any(said[one] is not None for one in ("his", "then", "fault", "quote"))
    if said and said["apart"] and not strong:
        said = None
    if tie and not (said and (said["his"] or said["fault"]) and said.end() > tie.end()):
        return Head(start, name, tie.end(), tied=True)
    if said:
        return Head(start, name, said.end(), tied=strong or said["looks"] is not None, spoken=True)
    mark = _MARK.match(text, behind, span.end)
    return Head(start, name, mark.end() if mark else behind, tied=False, sure=text[behind : behind + 1] != "、")
