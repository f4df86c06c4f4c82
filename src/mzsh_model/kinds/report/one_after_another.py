"""Members' problems that a paragraph tells of one person after the other, by how its clauses begin.

张三同志检讨…，李四讲自己“…”；王五的不足是…；赵六，…: a name at the head of a clause, and what ties it to what is found in
him. One head says little; that one clause after the other begins so, with another name each, is what tells. A name that is
followed by something else than a problem ends what is told of the one before it: no member gets what is another's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.exchanges import clause_starts, found_in, named_one
from mzsh_model.kinds.report.listing import Lead, of_members
from mzsh_model.outline.sentences import listed_in, sentences
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.lexicon import states_fault, states_plan
from mzsh_model.reading.words.persons import post_word

_HIS = r"(?:自己|自身|本人|个人)"
_FAULT = r"(?:问题|不足|毛病|短板|缺点|差距)"
_N = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s*[个条项](?:方面)?"
_TIE = lazy_pattern(
    r"(?:也|还|则|又|主要|带头|主动|首先|重点|深刻|认真|坦诚|坦率|诚恳|作了?|做了?)*"
    rf"(?:检讨|查摆|检视|检查|查找|剖析|反思|自查|自我批评|自我检查|承认|坦承|认领|存在|(?:谈|讲|说){_HIS}|{_HIS}(?:的)?(?:主要)?{_FAULT}"
    rf"|(?:坦言|讲到?|谈到?|说到?|认为|觉得|感到|指出){_HIS}|的(?:主要|突出|个性|具体)*{_FAULT}|主要(?:是|存在))"
    rf"(?:了|出|到|着|的|在)*(?:{_N})?{_HIS}?(?:的|在|有|存在)*(?:主要|突出)*{_FAULT}*(?:{_N})?(?:主要|集中)*(?:是|有|为|在于|表现[为在])?[：:，,]?\s*"
)
_MARK = lazy_pattern(r"\s*(?:[：:，,]|—{1,2}|[-－])\s*")
_BRACKET = lazy_pattern(r"[（(][^（）()]{1,24}[）)]")
_ACTS = lazy_pattern(
    r"(?:同志)?(?:也|还|就|都|均|在?会上|首先|随后|最后|逐一|虚心|诚恳)*(?:(?:带头|率先|随后|依次|逐[一个人])(?=[，,。；;]|$)|(?:代表|主持|通报|传达|宣读|宣布|表示|表态|接受|回应|点评|强调)"
    r"|(?P<may>要求|总结|汇报|报告|发言|参加|出席|列席|请假|缺席|到会|审阅|审核|撰写|批评|提出|提醒|建议|牵头|负责|带领|组织))"
)
"""What somebody does at a meeting, where nothing ties his name to a problem."""
_LED = lazy_pattern(
    r"(?:成员|个人|个性|同志们|大家|各位|各人|每[人位名个]|人人|逐一|逐个|依次|轮流|挨个|分别)[^。；]{0,24}?(?:检查|检视|检讨|剖析|查摆|查找|对照|反思|自我批评|讲|亮[^。；]{0,3}短|揭[^。；]{0,2}短|问题|不足|毛病)"
    r"|(?:^|[。；;])\s*(?:班子)?(?:成员|个人|各人)(?:的|个人|方面|情况|问题|不足|查摆)*[：:，,。]"
)
_EXCHANGE = lazy_pattern(r"(?<!自我)批评|意见|建议")
_CLOSES = {"“": "”", "「": "」", "『": "』"}
_LONGEST_WHO = 24
_LEADS = 2
"""So many sentences before the first name may say that members' problems follow: 个人的也都讲了。挑几个说。"""
_SET_OFF = frozenset({"：", ":", "，", ","})
_LONGEST_NAME = 8
_ENOUGH = 0.5
"""So large a share of what is led in as members' problems says so by its own words."""
_FEWEST = 2
_SHORTEST = 5
"""So many characters has at least each of several problems that 、 sets apart; one less where 等问题 says that they are some."""


class OfOne(NamedTuple):
    """A clause about one member: where it begins, his name (None where it is unsure whose it is), and what is found in him."""

    start: int
    who: Span | None
    things: list[Span]


class _Head(NamedTuple):
    """A clause that begins with a person: where it and his name stand, where what is told begins, what ties them, if words do.

    `sure` is not set where it only begins as the others do, with somebody who is no known person.
    """

    start: int
    name: tuple[int, int]
    at: int
    tied: bool
    sure: bool = True


def told_of_each(span: Span, known: Collection[str] = (), *, below: bool = False) -> list[OfOne]:
    """Return whose problem is what where a paragraph tells it of one member after the other; empty where it does not.

    What stands before the first name leads in; `below` says that a heading above speaks of what is found in members.
    """
    block, text = span.block, span.block.text
    heads = list(_heads(span, known))
    if len({text[slice(*one.name)] for one in heads if one.sure}) < _FEWEST:
        return []
    heads = sorted([*heads, *_like(span, heads)])
    ends = [*(one.start for one in heads[1:]), span.end]
    said = [(one, _said(Span(block, one.at, end))) for one, end in zip(heads, ends, strict=True)]
    if not any(_goes_on(what) for _, what in said[:-1]):  # then what follows the last one's sentence is not of him
        last = next(sentences(text, heads[-1].at, span.end), (span.end, span.end))
        said[-1] = heads[-1], _said(Span(block, *last))
    told = [(one, what) for one, what in said if what.text and (one.tied or not _acts(what))]
    if not _tells_problems(Span(block, span.start, heads[0].start), told, below=below):
        return []
    form = Counter(_form(text, one) for one, _ in told).most_common(1)[0][0]
    return [
        OfOne(
            one.start,
            Span(block, *one.name) if one.sure and (one.tied or _form(text, one) == form) else None,
            _things(what),
        )
        for one, what in told
    ]


def _form(text: str, one: _Head) -> str:
    """How a name and what is told are put together: by words, by a mark, or by nothing between them."""
    return "words" if one.tied else "mark" if text[one.name[1] : one.at].removeprefix("同志").strip() else "nothing"


def _goes_on(said: Span) -> bool:
    """Whether more than one sentence is told of one member."""
    return len(list(sentences(said.block.text, said.start, said.end))) > 1


def _tells_problems(lead: Span, told: Sequence[tuple[_Head, Span]], *, below: bool) -> bool:
    """Whether what clauses tell of persons are problems of theirs: tied to them by words for it, or led in so and told as faults."""
    if len({said.block.text[slice(*one.name)] for one, said in told if one.sure}) < _FEWEST:
        return False
    before = Lead(lead).sentences()[:_LEADS]
    last = next(iter(before), "")
    if _EXCHANGE.search(last) or sum(states_plan(said.text) for _, said in told) * 2 > len(told):
        return False
    faults = sum(states_fault(said.text) for _, said in told) / len(told)
    tied = sum(one.tied for one, _ in told) / len(told)
    led = below or any(map(_LED.search, before)) or of_members(Lead(lead)) is True
    if tied == 1 and not led:
        return faults > 0
    return led and (faults + tied >= _ENOUGH or (faults > 0 and _stand_alike(told)))


def _stand_alike(told: Sequence[tuple[_Head, Span]]) -> bool:
    """Whether clauses are built alike to the letter: each stands for itself, begins with a name and has the same mark behind it."""
    text = told[0][1].block.text
    marks = {text[one.name[1] : one.at].removeprefix("同志").strip() for one, _ in told}
    apart = all(
        one.start == 0 or text[one.start - 1] in "。；;：:.”" or text[one.start - 1].isspace() for one, _ in told
    )
    return len(marks) == 1 and marks <= _SET_OFF and apart and all(one.sure for one, _ in told)


def _like(span: Span, heads: Sequence[_Head]) -> Iterator[_Head]:
    """Clauses that begin as those about persons do, with somebody who is no known person: 白玛检讨… among 张三检讨…"""
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
                yield _Head(
                    start, (start, start + len(who)), at + len(tie), len(tie) > 1, may_name(who) and len(tie) > 1
                )
                break


def _heads(span: Span, known: Collection[str]) -> Iterator[_Head]:
    at = span.start
    for start in clause_starts(span):
        if at <= start < span.end and (head := _head(span, start, known)) is not None:
            yield head
            at = head.at


def _head(span: Span, start: int, known: Collection[str]) -> _Head | None:
    """The person with whom a clause begins, and what ties him to what follows."""
    text = span.block.text
    close = next((at for at in range(start, min(start + _LONGEST_WHO, span.end)) if text[at] in "，,。；;：:"), None)
    close = min(start + _LONGEST_WHO, span.end) if close is None else close
    if (name := _known_at(text, start, close, known)) is not None:
        return _tied(span, start, name, name[1] + 2 * text.startswith("同志", name[1]))
    if (comrade := text.find("同志", start + 2, close)) > 0:
        found = named_one(text, start, comrade + 2, known, strong=True)
        return None if found is None else _tied(span, start, found, comrade + 2)
    for tie in _TIE.finditer(text, start + 2, close):
        strong = text[tie.end() - 1] in "：:，,"
        found = named_one(text, start, tie.start(), known, strong=strong)
        if found is not None:
            return _Head(start, found, tie.end(), tied=True)
        break
    opens = start == span.start or text[start - 1] in "。；;：:" or text[start - 1].isspace()
    if opens and close < span.end and text[close] in "：:，,":
        bracket = next((at for at in range(start, close) if text[at] in "（("), close)
        found = named_one(text, start, bracket, known, strong=text[close] in "：:")
        if found is not None and (text[close] in "：:" or is_person(text[slice(*found)])):
            return _Head(start, found, close + 1, tied=False)
    return None


def _known_at(text: str, start: int, close: int, known: Collection[str]) -> tuple[int, int] | None:
    """Where a clause names someone who was there: first of all, or behind his post."""
    for name in known:
        at = text.find(name, start, close)
        if at == start or (at > start and post_word(text[start:at].strip())):
            return at, at + len(name)
    return None


def _tied(span: Span, start: int, name: tuple[int, int], behind: int) -> _Head:
    text = span.block.text
    bracket = _BRACKET.match(text, behind, span.end)
    behind = bracket.end() if bracket else behind
    if tie := _TIE.match(text, behind, span.end):
        return _Head(start, name, tie.end(), tied=True)
    mark = _MARK.match(text, behind, span.end)
    return _Head(start, name, mark.end() if mark else behind, tied=False, sure=text[behind : behind + 1] != "、")


def _acts(said: Span) -> bool:
    """Whether what stands behind a name is what he did at the meeting, and no problem of his."""
    found = _ACTS.match(said.block.text, said.start, said.end)
    return found is not None and (found["may"] is None or not states_fault(said.text))


def _things(said: Span) -> list[Span]:
    """What is found in one: the clauses that 、 sets apart, where each says that something falls short."""
    things = found_in(said)
    if len(things) > 1:
        return things
    (one,) = things
    listed = [Span(one.block, *part) for part in listed_in(one.block.text, one.start, one.end)]
    least = _SHORTEST - (one.end < said.end)
    return listed if all(len(part.text) >= least and states_fault(part.text) for part in listed) else things


def _said(behind: Span) -> Span:
    """What is told of one: a sentence, and those that go on with faults; of a quotation what stands in it."""
    block, text = behind.block, behind.block.text
    stop = behind.start
    for low, high in sentences(text, behind.start, behind.end):
        if stop > behind.start and not states_fault(text[low:high]):
            break
        stop = high
    said = trimmed(Span(block, behind.start, stop), "；;。，, ")
    closes = _CLOSES.get(text[said.start : said.start + 1])
    if closes and (close := text.find(closes, said.start, said.end)) > 0 and not states_fault(text[close : said.end]):
        return Span(block, said.start, close + 1)
    return said
