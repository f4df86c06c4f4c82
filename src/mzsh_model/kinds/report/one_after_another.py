"""Members' problems that a paragraph tells of one person after the other, by how its clauses begin.

张三同志检讨…，李四讲自己“…”；王五的不足是…；赵六，…: a name at the head of a clause, and what ties it to what is found in
him. One head says little; that one clause after the other begins so, with another name each, is what tells. A name that is
followed by something else than a problem ends what is told of the one before it: no member gets what is another's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.report.listing import Lead, counts_in, of_members
from mzsh_model.kinds.report.speaking import Head, begun_alike, form_of, head_at, heads_in, mark_of
from mzsh_model.kinds.report.spoken import found_in
from mzsh_model.outline.sentences import listed_in, sentences
from mzsh_model.reading.draft import Span, trimmed
from mzsh_model.reading.words.lexicon import states_fault, states_plan

_ACTS = lazy_pattern(
    r"(?:同志)?(?:也|还|就|都|均|在?会上|首先|随后|最后|逐一|虚心|诚恳)*(?:(?:讲|说|检查|检讨|发言)(?:完|后|毕)|(?:带头|率先|随后|依次|逐[一个人])(?=[，,。；;]|$)|(?:代表|主持|通报|宣读|宣布|表示|表态|接受|回应|点评|强调)"
    r"|(?P<may>传达|要求|总结|汇报|报告|发言|参加|出席|列席|请假|缺席|到会|审阅|审核|撰写|批评|提出|提醒|建议|牵头|负责|带领|组织))"
)
"""What somebody does at a meeting, where nothing ties his name to a problem."""
_LED = lazy_pattern(
    r"(?:成员|委员|个人|个性|同志们|大家|各位|各人|每[人位名个]|人人|逐[一个]|一个一个|一个接一个|依次|轮流|轮到|挨个|挨着|分别)[^。；]{0,24}?(?:检查|检视|检讨|剖析|查摆|查找|对照|反思|自我批评|讲|说|谈|发言|亮[^。；]{0,3}短|揭[^。；]{0,2}短|问题|不足|毛病)"
    r"|(?:说|讲|谈)[^，。；]{0,4}个人(?=[，,。；;：:])"
    r"|(?:^|[。；;])\s*(?:班子)?(?:成员|个人|各人)(?:的|个人|方面|情况|问题|不足|查摆)*[：:，,。]"
)
_EXCHANGE = lazy_pattern(r"(?<!自我)批评|意见|建议")
_OWN = lazy_pattern("自我|检讨|自己")
"""What ties a name to what is found in him and to nothing else."""
_CLOSES = {"“": "”", "「": "」", "『": "』"}
_LEADS = 2
"""So many sentences before the first name may say that members' problems follow: 个人的也都讲了。挑几个说。"""
_SET_OFF = frozenset({"：", ":", "，", ",", "——", "—"})
_ENOUGH = 0.5
"""So large a share of what is led in as members' problems says so by its own words."""
_FEWEST = 2
_SHORTEST = 5
"""So many characters has at least each of several problems that 、 sets apart; one less where 等问题 says that they are some."""


class OfOne(NamedTuple):
    """A clause about one member: where it begins, his name (None where it is unsure whose it is), and what is found in him.

    Or about the `team`.
    """

    start: int
    who: Span | None
    things: list[Span]
    team: bool = False


def told_of_each(span: Span, known: Collection[str] = (), *, below: bool = False, team: bool = False) -> list[OfOne]:
    """Return whose problem is what where a paragraph tells it of one member after the other; empty where it does not.

    What stands before the first name leads in; `below` says that a heading above speaks of what is found in members, `team`
    that what is found in the team may be told beside it.
    """
    block, text = span.block, span.block.text
    heads = heads_in(span, known, team=team)
    if len({text[slice(*one.name)] for one in heads if one.sure}) < _FEWEST:
        return []
    heads = sorted([*heads, *begun_alike(span, heads)])
    ends = [*(one.start for one in heads[1:]), span.end]
    said = [(one, _said(Span(block, one.at, end))) for one, end in zip(heads, ends, strict=True)]
    if not any(_goes_on(what) for _, what in said[:-1]):  # then what follows the last one's sentence is not of him
        last = next(sentences(text, heads[-1].at, span.end), (span.end, span.end))
        said[-1] = heads[-1], _said(Span(block, *last))
    told = [(one, what) for one, what in said if what.text and (one.tied or not _acts(what))]
    lead = Span(block, span.start, told[0][0].start) if told else span
    if not _tells_problems(lead, told, below=below):
        return []
    form = Counter(form_of(text, one) for one, _ in told).most_common(1)[0][0]
    apart = _as_many([_listed(what) for _, what in told], lead)
    return [
        OfOne(
            one.start,
            Span(block, *one.name) if one.sure and (one.tied or form_of(text, one) == form) else None,
            things or _things(what),
            one.team,
        )
        for (one, what), things in zip(told, apart or [[] for _ in told], strict=True)
    ]


def told_by_paragraph(spans: Sequence[Span], known: Collection[str] = (), *, led: bool) -> list[OfOne]:
    """Return whose problem is what as far as paragraphs tell it, one of each member who speaks of himself; empty where they do not.

    `led` says that they are led in as what members found in themselves.
    """
    told: list[tuple[Head, Span]] = []
    for span in spans:
        head = head_at(span, span.start, known)
        if head is None or not (head.tied or (head.spoken and led)):
            break
        told.append((head, _said(Span(span.block, head.at, span.end))))
    names = {said.block.text[slice(*one.name)] for one, said in told}
    faults = sum(states_fault(said.text) for _, said in told)
    if len(names) < _FEWEST or len(names) < len(told) or not faults or not all(said.text for _, said in told):
        return []
    return [OfOne(one.start, Span(said.block, *one.name), _things(said)) for one, said in told]


def leads_in_members(lead: Lead) -> bool:
    """Tell whether words say that what members found in themselves follows."""
    return any(map(_LED.search, lead.sentences()[:_LEADS])) or of_members(lead) is True


def _as_many(apart: list[list[Span]], lead: Span) -> list[list[Span]]:
    """What 、 sets apart where that makes as many problems as are stated before the first name: nothing where it does not."""
    stated = {one.number for words in Lead(lead).sentences()[:_LEADS] for one in counts_in(words)}
    return apart if sum(map(len, apart)) in stated else []


def _goes_on(said: Span) -> bool:
    """Whether more than one sentence is told of one member."""
    return len(list(sentences(said.block.text, said.start, said.end))) > 1


def _tells_problems(lead: Span, told: Sequence[tuple[Head, Span]], *, below: bool) -> bool:
    """Whether what clauses tell of persons are problems of theirs: tied to them by words for it, or led in so and told as faults."""
    if len({said.block.text[slice(*one.name)] for one, said in told if one.sure}) < _FEWEST:
        return False
    before = Lead(lead).sentences()[:_LEADS]
    last = next(iter(before), "")
    if _EXCHANGE.search(last) or sum(states_plan(said.text) for _, said in told) * 2 > len(told):
        return False
    faults = sum(states_fault(said.text) for _, said in told) / len(told)
    tied = sum(one.tied for one, _ in told) / len(told)
    alike = _stand_alike(told)
    led = below or any(map(_LED.search, before)) or of_members(Lead(lead)) is True
    if not led and tied >= _ENOUGH and sum(one.tied for one, _ in told) >= _FEWEST:
        return faults > 0 or all(_OWN.search(mark_of(said.block.text, one)) for one, said in told)
    led = led or (alike and len(told) > _FEWEST) or (any(one.team for one, _ in told) and faults >= _ENOUGH)
    return led and (faults + tied >= _ENOUGH or (faults > 0 and alike))


def _stand_alike(told: Sequence[tuple[Head, Span]]) -> bool:
    """Whether clauses are built alike to the letter: each stands for itself, begins with a name and has the same mark behind it."""
    text = told[0][1].block.text
    marks = {mark_of(text, one) for one, _ in told}
    apart = all(
        one.start == 0 or text[one.start - 1] in "。；;：:.”" or text[one.start - 1].isspace() for one, _ in told
    )
    return len(marks) == 1 and marks <= _SET_OFF and apart and all(one.sure for one, _ in told)


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
    listed = _listed(one)
    least = _SHORTEST - (one.end < said.end)
    return listed if all(len(part.text) >= least and states_fault(part.text) for part in listed) else things


def _listed(what: Span) -> list[Span]:
    return [Span(what.block, *part) for part in listed_in(what.block.text, what.start, what.end)]


def _said(behind: Span) -> Span:
    """What is told of one: a sentence, and those that go on with faults; of a quotation what stands in it."""
    block, text = behind.block, behind.block.text
    stop = behind.start
    for low, high in sentences(text, behind.start, behind.end):
        if stop > behind.start and not states_fault(text[low:high]):
            break
        stop = high
    said = trimmed(Span(block, behind.start, stop), "；;。，, ")
    if text[said.end - 1 : said.end] in ("）", ")") and not any(mark in said.text for mark in "（("):
        said = Span(block, said.start, said.end - 1)  # （其中张三：……；李四：……）
    closes = _CLOSES.get(text[said.start : said.start + 1])
    if closes and (close := text.find(closes, said.start, said.end)) > 0 and not states_fault(text[close : said.end]):
        return Span(block, said.start, close + 1)
    return said
