"""What a list in the part about the meeting tells, and of whom: evidence from what leads it in and from its members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.model.base import Role
from mzsh_model.outline.sentences import sentences
from mzsh_model.reading.draft import Span
from mzsh_model.reading.items.harvest import Context
from mzsh_model.reading.weighing.evidence import Scores
from mzsh_model.reading.words.lexicon import (
    announces_others,
    announces_plans,
    lead_role,
    names_roots,
    states_achievement,
    states_plan,
    states_problem,
)
from mzsh_model.reading.words.persons import persons

_READINGS = (Role.OTHER, Role.ISSUES, Role.CAUSES, Role.MEASURES, Role.CRITICISM, Role.PRIOR, Role.SUPERVISION)
_NAMES = {role: str(role) for role in _READINGS}
_PROBLEMS = lazy_pattern("问题|不足|差距|短板|查摆|查找|检视|毛病|缺点|(?:对照|自我)检查(?:主要|出|有|是)")
_PRIOR = lazy_pattern(r"上年度?|上一年度?|上次|上一次|去年|(?:19|20)\d\d\s*年度[^。；]{0,16}整改")
_RECTIFIED = lazy_pattern(
    "已(?:全部|经)?(?:完成|整改|销号|建立|修订|印发)|整改(?:到位|完成)|完成整改|(?:持续|正在|仍在|还在)(?:推进|整改)|长期坚持"
)
_SUPERVISORS = lazy_pattern(
    r"(?:督导|指导|检查|巡察)[一二三四五六\d小]{0,2}组|上级.{0,12}(?:指出|要求|强调)|(?:点评|强调|指出|要求)[^。；]{0,24}[：:，,]$|点评"
)
_CRITICISM = lazy_pattern(r"批评意见|相互批评|互相批评|互批|批评(?!和?与?自我批评)")
_FOR_TEAM = lazy_pattern(
    r"代表[^，。；]{0,10}?(?:班子|党[组委]|党工委|部务会|[常支]委|支部|委员会|[县市区州旗]委|集体|大家)|(?:领导)?班子(?:重点|主要|集中|共|深入|认真)?(?:查|检|梳理|对照|存在)"
)
_TEAM = lazy_pattern(r"班子(?!成员)|党[组委]|集体")
_MEMBERS = lazy_pattern(r"成员(?!.{0,6}代表)|共性|个人|同志|大家|普遍")
_HEARD = lazy_pattern("(?:听取|征求|征集|收集|收到)[^。；;：:]{0,60}?(?:意见|建议)")
"""Who was asked for opinions has not for that the problems that were found."""
_SUBJECT = lazy_pattern(
    r"(?:^|[，,。；;])(?P<who>[^，,。；;：:]{2,16}?)(?:同志)?(?:查摆|检视|自查|反思|主要存在|认为自己|剖析自己|作(?:个人|自我))"
)
_N = r"(?P<{}>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}}|[xX×]{{1,3}})\s*"
_COUNT = lazy_pattern(
    rf"(?<![统第另每议决究答讲])(?<![个条项]、)(?:(?<!对照)(?<!按照){_N.format('aspects')}(?:个|大)?方面(?!(?:深入|深刻|认真)*(?:剖析|分析|查找|反思)[^，。；]{{0,8}}(?:原因|根源|根子))|{_N.format('listed')}(?:个|条|项|类)(?:主要|突出|共性|具体|方面的?)*问题"
    rf"|(?:问题|毛病|不足|缺点)(?:主要|集中|共|合计|有|[，,][^，。；：:0-9]{{0,10}}(?:讲|说|查|找|摆|列|检查)(?:了|出)+)*\s*{_N.format('behind')}[个条项]|(?:查摆|检视|问题)\s*[（(]\s*共?\s*{_N.format('bracketed')}[个条项]\s*[）)])"
)


_SHARE = r"(?:(?![均每各]|意见|建议|措施|批评)[^，,、；;。：:\d一二三四五六七八九十]){0,8}?(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})\s*[个条项]"
_TEAM_SHARE = lazy_pattern(rf"(?:班子(?!成员|个人)|党[组委])(?!成员|个人){_SHARE}")
_MEMBERS_SHARE = lazy_pattern(rf"(?:成员|个人){_SHARE}")
_PART_FOLLOWS = lazy_pattern(
    r"\s*[个条项](?:问题)?[，,；;：:（(]\s*(?:其中)?[，,：:]?\s*(?:属于?|涉及|[一二三]是)?(?:领导|党[组委])*(?:班子|集体)(?!成员)"
)
_IN_ALL = lazy_pattern(r"(?:^|[，,。；;])(?!其他|其余|另外)[^，,。；;]{0,24}(?:共|合计|累计|总计)[^，,。；;]{0,16}$")
_OWN_ACCOUNT = lazy_pattern(
    r"[，,](?:随后|接着|然后|同时|并)*(?:代表[^，。；]{0,12}(?:班子|党[组委]|支部)|(?:班子|党[组委])?(?:共|又|再)?(?:查摆|检视|查找|归纳|梳理|对照检查)(?:出|了|自身)*(?!的)(?=[^，。；]{0,8}(?:问题|不足|毛病)))"
)
"""Where a sentence that begins with last year's account turns to what this meeting found."""
_FEW = 2


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a list: its own lead, the words of the headings above it, and what those say it is about."""

    own: Span | None
    headings: tuple[str, ...] = ()
    about: Role | None = None

    def sentences(self) -> list[str]:
        """The sentences of the lead, the last one first."""
        if self.own is None:
            return []
        text = self.own.block.text
        return [text[low:high] for low, high in reversed(list(sentences(text, self.own.start, self.own.end)))]

    @property
    def last(self) -> str:
        """The sentence right before the list."""
        return next(iter(self.sentences()), "")


def list_signs(lead: Lead, members: Sequence[str], *, in_aspect: bool, of_member: bool) -> Scores[Role]:
    """Return what speaks for each thing that a list may tell."""
    scores: Scores[Role] = Scores("told", _NAMES)
    last, *before = lead.sentences() or [""]
    count = len(members)
    causes = lead_role(last) is Role.CAUSES
    scores.add("plain")
    scores.add("faults", share=sum(map(states_problem, members)) / count)
    scores.add("plans", share=sum(map(states_plan, members)) / count)
    scores.add("roots", share=sum(map(names_roots, members)) / count)
    scores.add("achieved", share=sum(map(states_achievement, members)) / count)
    scores.add("rectified", share=sum(_RECTIFIED.search(one) is not None for one in members) / count)
    if causes:
        scores.add("lead-causes")
    elif _PROBLEMS.search(last) and not _PRIOR.search(last):
        scores.add("lead-problems")
    elif any(map(_PROBLEMS.search, before)):
        scores.add("before-problems")
    if lead.about is not None:
        scores.add("heading", of=lead.about)
    if any(stated.number == count for sentence in (last, *before) for stated in counts_in(sentence)):
        scores.add("counted")
    if in_aspect and not causes:
        scores.add("aspect")
    if of_member:
        scores.add("member")
    if announces_plans(last):
        scores.add("lead-plans")
    elif announces_others(last):
        scores.add("lead-others")
    if _SUPERVISORS.search(last) or (lead.own is not None and _SUPERVISORS.search(lead.own.text[:12])):
        scores.add("lead-supervised")
    if _PRIOR.search(last):
        scores.add("lead-prior")
    if _CRITICISM.search(last) and not _PROBLEMS.search(last):
        scores.add("lead-criticism")
    return scores


def read_as(scores: Scores[Role]) -> tuple[Role, int]:
    """Return what a list tells, and by how much the next reading is behind."""
    first, second, *_ = sorted(_READINGS, key=lambda role: -scores.total(role))
    return first, scores.total(first) - scores.total(second)


def of_members(lead: Lead) -> bool | None:
    """Tell whether words before a list say that it is of the members, or of the team (False); None where they do not tell."""
    for said in lead.sentences():
        sentence = _HEARD.sub("", said)
        if _FOR_TEAM.search(sentence) or (_TEAM.search(sentence) and not _MEMBERS.search(sentence)):
            return False
        if _MEMBERS.search(sentence) and _PROBLEMS.search(sentence):
            return True
    for words in lead.headings:
        if _MEMBERS.search(words):
            return True
        if _TEAM.search(words):
            return False
    return None


@dataclass(frozen=True, slots=True)
class Stated:
    """A number of problems that a text states: its place in it, the number, and whether it counts aspects only."""

    start: int
    end: int
    number: int | None
    aspects: bool


def counts_in(text: str) -> list[Stated]:
    """Return the numbers of problems or aspects that a sentence states, last year's left out."""
    at = 0
    if prior := _PRIOR.search(text):
        own = _OWN_ACCOUNT.search(text, prior.end())
        if own is None:
            return []
        at = own.start()
    found: list[Stated] = []
    for match in _COUNT.finditer(text, at):
        name = next(one for one in ("aspects", "listed", "behind", "bracketed") if match[one] is not None)
        found.append(Stated(*match.span(name), parse_numeral(match[name]), name == "aspects"))
    return found


def tells_of_prior(span: Span) -> bool:
    """Tell whether a paragraph is about the problems of last year: it begins with them, and says how far they are put right."""
    text = span.block.text
    low, high = next(iter(sentences(text, span.start, span.end)), (span.start, span.end))
    return _PRIOR.search(text, low, high) is not None and _RECTIFIED.search(text, span.start, span.end) is not None


def _total(counts: Sequence[Stated], text: str) -> Stated | None:
    """The one of several numbers that counts all: what the others add up to, or what stands behind 共; None where none does."""
    whole = sum(one.number or 0 for one in counts)
    summed = next((one for one in counts if len(counts) > _FEW and one.number and one.number * 2 == whole), None)
    return summed or next((one for one in counts if _IN_ALL.search(text[: one.start])), None)


def stated_share(span: Span, *, members: bool) -> Span | None:
    """Return where a count of problems says how many of them are the members', or the team's: 问题14个，其中班子2个、成员12个."""
    text = span.block.text
    for low, high in sentences(text, span.start, span.end):
        own, other = (pattern.search(text, low, high) for pattern in (_TEAM_SHARE, _MEMBERS_SHARE))
        if own and other and counts_in(text[low:high]):
            return Span(span.block, *(other if members else own).span("number"))
    return None


def _is_of_all(sentence: str, stated: Stated) -> bool:
    """Whether a number is said of nobody and the team's part comes behind it: 会议查摆问题共37个，班子的问题是：……"""
    return _TEAM.search(sentence[: stated.start]) is None and bool(_PART_FOLLOWS.match(sentence, stated.end))


def stated_count(span: Span, listed: int | None = None) -> Span | None:
    """Return where `span` states how many problems there are: 查摆出5个方面的问题; of several the one that is `listed`, else
    the number of problems rather than of aspects.
    """
    text = span.block.text
    found: list[Stated] = []
    for low, high in sentences(text, span.start, span.end):
        counts = [
            one for one in counts_in(text[low:high]) if one.number == listed or not _is_of_all(text[low:high], one)
        ]
        found += [Stated(low + one.start, low + one.end, one.number, one.aspects) for one in counts]
    best = next((one for one in found if listed is not None and one.number == listed), None)
    of_problems = [one for one in found if not one.aspects]
    if best is None and len(of_problems) > 1:
        best = _total(of_problems, text)
        if best is None and len(of_problems) > _FEW:
            return None  # each of them counts those of one member
    best = best or next(iter(of_problems), None) or next(iter(found), None)
    return Span(span.block, best.start, best.end) if best else None


class Told(NamedTuple):
    """What a list tells: of which part it is and what speaks for that, whether of the members, and whose problems it tells."""

    role: Role
    weight: int
    of_members: bool = False
    member: Span | None = None


def told_by(lead: Lead, members: Sequence[str], place: Context, *, whose: bool | None, attributed: bool) -> Told:
    """Return what a list tells that stands at `place`; `whose` is what the headings and the lists before it suggest."""
    member = place.member or _subject(lead)
    signs = list_signs(lead, members, in_aspect=place.aspect is not None, of_member=member is not None)
    if attributed:
        signs.add("attributed")
    role, _ = read_as(signs)
    weight = signs.total(role)
    if role is not Role.ISSUES:
        return Told(role, weight)
    said = of_members(lead) if member is None else True
    return Told(role, weight + (said is not None), bool(whose if said is None else said), member)


def _subject(lead: Lead) -> Span | None:
    """The member whose problems a list is said to be: 张三同志查摆出2个问题：…"""
    if lead.own is None or "代表" in lead.last:
        return None
    text = lead.own.block.text
    for match in _SUBJECT.finditer(text, lead.own.start, lead.own.end):
        named = persons(text, *match.span("who"))
        if len(named) == 1:
            return Span(lead.own.block, *named[0].name)
    return None
