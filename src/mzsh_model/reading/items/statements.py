"""The problems of prose that enumerates nothing: sentences, and clauses between semicolons, that state one."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.outline.labels import RUN_IN, Label, label_at
from mzsh_model.outline.sentences import first_sentence, sentences
from mzsh_model.reading.items.claims import is_claim
from mzsh_model.reading.weighing.lists import LEAD_LENGTH, achievements
from mzsh_model.reading.weighing.turns import CONTINUES, ONLY_COMPARES, after_lead
from mzsh_model.reading.words.lexicon import states_achievement, states_plan, states_problem

_LONE = lazy_pattern(
    rf"[^：:]{{0,{LEAD_LENGTH}}}[：:]\s*(?=(?:一是|其一[，,]|1\s*[.．、）)]|[（(]\s*1\s*[）)]|①)(?!.*(?:二是|其二|2\s*[.．、）)]|②)))"
)
"""The lead of a list of one: 具体表现：1.……"""
_LONGEST_NAME = 30
_DIGIT = lazy_pattern(r"\d")
_COMMA = lazy_pattern("[，,]")
_FIGURE = lazy_pattern(r"(?:只|仅|才|不足|不到|尚有|还有|不满)[^，。；]{0,6}\d")
_EVIDENCE = lazy_pattern(
    r"\s*(?:我|本人|自己|班子)?(?:(?:截至|到|至)?\d|(?:去|今|前|全|当|本)年|[上下]半年|近[\d几两三])[^。；]*\d|\s*\d"
    r"|(?:有[的些]|个别)(?:同志|成员|干部|党员|科室|单位|支部|人)?[^。；，]*(?:\d|[一两几][年次]|从来?没|没有[^。；，]{0,6}过)"
)

_PARTICULAR = lazy_pattern(
    r"\s*(?:\d|(?:去|今|前)年\d|(?:有(?:的|位|名|个|户|家|一|[两几三])|[一两](?:家|名|位|户|宗|起|处|次|个|块|本)|某)(?!方面|定))"
)
"""How a clause begins that tells one case: 有位储户跑了九趟, 一家农商行……"""
_CASE = lazy_pattern(rf"\d|(?:^|[，,。；;])(?:{_PARTICULAR.pattern})|[有了]一[起次位件家个]")

_SHOWS_IN = lazy_pattern("(?:主要|具体|突出|集中)*(?:表现|体现)(?:在|为)(?![：:，,])")
"""How a paragraph begins that is all of one problem: 主要表现在学习内容单一……"""
_AS_NOUN = lazy_pattern("[^。；;]*(?:存在|有)[^。；;]*(?:等|的)(?:问题|现象|情况|倾向|毛病)[。.]")
"""A sentence that names a problem by a noun, which those behind it tell: 有时难免有“慢、散”等问题。"""


class Statement(NamedTuple):
    """A stretch of a paragraph: a problem, or something else; with the enumerator it begins with, if it is a problem."""

    start: int
    end: int
    problem: bool
    label: Label | None = None


def statements(text: str, start: int, end: int, *, trusted: bool = False, apart: bool = False) -> list[Statement]:
    """Cut `text[start:end]` into problems and what stands between them; what goes on with a problem belongs to it.

    `trusted` takes the first sentence, and what a semicolon sets beside it, without a word for a fault; `apart` says that
    paragraphs set problems apart, so that each sentence goes on with the one before it.
    """
    if (lone := _LONE.match(text, start, end)) and (label := label_at(text, lone.end())) is not None:
        return [Statement(start, lone.end(), problem=False), Statement(lone.end(), end, problem=True, label=label)]
    found: list[Statement] = []
    at = start
    for low, high in [*achievements(text, start, end), (end, end)]:
        _cut(text, at, low, found, trusted=trusted, apart=apart)
        found.append(Statement(low, high, problem=False))
        at = high
    return [one for one in found if one.start < one.end]


def _tells(text: str, problem: Statement, start: int, end: int) -> bool:
    """Tell whether a sentence of several clauses only tells in detail what a sentence of one clause before it has named.

    作风不够扎实。下基层次数少，听汇报多。 is one problem whatever its words; 学习不够。调研不深。 are two. What begins with a figure
    or a time right behind the name is its evidence: 对招标盯得不紧。3个项目……
    """
    close = first_sentence(text, problem.start, problem.end)
    counted = _COMMA.search(text, start, end) is None and _FIGURE.search(text, start, end) is not None
    shown = counted or _EVIDENCE.match(text, start, end) is not None
    if problem.end <= close <= problem.start + _LONGEST_NAME and shown:
        return True
    if close - problem.start > _LONGEST_NAME or (comma := _COMMA.search(text, start, end)) is None:
        return False
    named = _COMMA.search(text, problem.start, close) is None
    # behind details, or where the name itself goes on, a clause that states a fault names the next problem
    if not named and _DIGIT.search(text, start, end) is None:
        return False
    return (named and problem.end <= close) or not states_problem(text[start : comma.start()])


def _goes_into(text: str, problem: Statement, start: int, end: int) -> bool:
    """Tell whether a sentence of a paragraph that is of one aspect goes into the problem told before it.

    It does, unless it names one itself with its first clause, as the one before does, or behind a case of that one.
    """
    if _tells(text, problem, start, end) or _SHOWS_IN.match(text, problem.start):
        return True
    if _AS_NOUN.fullmatch(text, problem.start, first_sentence(text, problem.start, problem.end)):
        return _AS_NOUN.fullmatch(text, start, end) is None
    if not states_problem(text[start : _clause_end(text, start, end)]):
        return _is_no_name(text, problem, start, end)
    close = first_sentence(text, problem.start, problem.end)
    shown = _CASE.search(text, close, problem.end) is not None
    return not (shown or states_problem(text[problem.start : _clause_end(text, problem.start, close)]))


def _is_no_name(text: str, problem: Statement, start: int, end: int) -> bool:
    """Tell whether a sentence goes into the problem before it where paragraphs set problems apart: unless both only name one."""
    return _tells(text, problem, start, end) or not (
        _is_name(text, start, end) and _is_name(text, problem.start, problem.end)
    )


def _clause_end(text: str, start: int, end: int) -> int:
    comma = _COMMA.search(text, start, end)
    return comma.start() if comma else end


def _is_name(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence is nothing but a few words in one clause, as several that name problems side by side are."""
    return end - start <= _LONGEST_NAME and _COMMA.search(text, start, end) is None


def _shows(text: str, problem: Statement, start: int, end: int) -> bool:
    """Tell whether what a semicolon sets beside a problem is a case of it, and not a problem beside it, told alike."""
    case, before = _PARTICULAR.match(text, start, end), _PARTICULAR.match(text, problem.start, problem.end)
    return case is not None and before is None


def _cut(text: str, start: int, end: int, found: list[Statement], *, trusted: bool, apart: bool) -> None:
    first = len(found)
    beside, detail = trusted, False
    for low, high in sentences(text, start, end, clauses=True):
        begin = after_lead(text, low, high)
        statement = text[begin:high]
        typed = label_at(text, begin)
        numbered = typed is not None and (typed.kind in RUN_IN or begin == start) and typed.end < high
        label = typed if numbered else None
        fault = states_problem(statement)
        named = fault or beside or label is not None
        last = next((at for at in range(len(found) - 1, first - 1, -1) if found[at].problem), None)
        follows = last is not None and last == len(found) - 1
        counted = follows and _FIGURE.search(statement) is not None  # what counts right behind a fault shows it
        good = (states_achievement(statement) and not counted) or (states_plan(statement) and not beside)
        if (
            statement[-1:] in "：:"
            or ONLY_COMPARES.fullmatch(text, low, high)
            or (good and not fault)
            or is_claim(statement)
            or not (named or follows)
        ):
            found.append(Statement(low, high, problem=False))
            continue
        tells = _shows if beside else _is_no_name if apart else _goes_into if trusted else _tells
        told = last is not None and label is None and (detail or tells(text, found[last], begin, high))
        goes_on = last is not None and (not named or told or CONTINUES.match(statement) is not None)
        if last is not None and goes_on:
            found[last:] = [found[last]._replace(end=high)]
        else:
            found.append(Statement(low, begin, problem=False))
            found.append(Statement(begin, high, problem=True, label=label))
        beside = text[high - 1] in "；;"
        detail = beside and goes_on  # what a semicolon sets beside a detail is another
