"""What words mean to several rules: circumstances, other people, stock phrases, mere intent. The words stand in `senses.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from mzsh_model.kernel.numerals import parse_numeral
from mzsh_model.kernel.patterns import lazy_pattern

CLAUSE = lazy_pattern(r"[^，。；：,;:\n]+")


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("mzsh_model.rules").joinpath("senses.toml").read_text(encoding="utf-8"))


def sense(group: str, name: str) -> tuple[str, ...]:
    """Return the words of one sense."""
    return tuple(_table()[group][name])


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@lru_cache(maxsize=1)
def circumstance() -> re.Pattern[str]:
    """Return what finds a circumstance told as one: 资金不到位, 受土地指标制约, 地处偏远."""
    nouns, links, lacks, bounds = (_any(sense("circumstance", n)) for n in ("nouns", "links", "lacks", "bounds"))
    lacking = rf"{nouns}{links}?(?:{lacks}(?!视|要|点|次|年|个|条|渠道|方|样)|不够(?=[，。；、]|$))"
    bound = rf"受[^，。；]{{0,20}}{bounds}[^，。；]{{0,10}}(?:限制|制约|影响|约束)|限于[^，。；]{{0,12}}{bounds}"
    return re.compile(
        rf"{bound}|{lacking}|地处[^，。；]{{0,8}}(?:偏远|边远|海拔|山区|高寒)|抽不出时间|(?:只|仅)有[\d一二两三四五]{{1,3}}[台辆套间名个](?:[^，。；]{{0,12}})(?=，[^。；]{{0,16}}(?:做不到|跟不上|顾不过来|忙不过来|覆盖不))"
    )


@lru_cache(maxsize=1)
def _own() -> re.Pattern[str]:
    return re.compile(_any(sense("own", "words")))


def tells_of_oneself(text: str, more: Iterable[str]) -> bool:
    """Whether a text says what its author thought or did, by the table or by the unit's own words."""
    return _own().search(text) is not None or any(word in text for word in more)


@lru_cache(maxsize=1)
def others_as_subject() -> re.Pattern[str]:
    """Return what finds other people as the subject of a clause (group `who`): 不少同志, 大家, 党员干部."""
    amounts, modifiers, persons, groups = (
        _any(sense("others", n)) for n in ("amounts", "modifiers", "persons", "groups")
    )
    return re.compile(
        rf"(?:^|[，。；：,;:\n]|认为|存在)(?P<who>{amounts}{modifiers}{{0,2}}{persons}|{groups}(?!的|一起|中|里))"
    )


@lru_cache(maxsize=1)
def amount() -> re.Pattern[str]:
    """Return what finds how many or how often: 3, 两次, 每月."""
    numerals, units, often = (_any(sense("amount", n)) for n in ("numerals", "units", "often"))
    return re.compile(rf"\d|{numerals}{units}|{often}")


def agenda() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the items of a meeting in order, each with the words by which a report mentions it."""
    return tuple((item, tuple(words)) for item, words in _table()["agenda"].items())


@lru_cache(maxsize=1)
def then() -> re.Pattern[str]:
    """Return what finds words for the year before: 上年度, 去年, 上次."""
    return re.compile(_any(sense("then", "words")))


def tells_of_last_year(text: str, year: int | None) -> bool:
    """Whether a text tells what became of the problems of the year before the document's `year`.

    >>> tells_of_last_year("上年度查摆的4个问题已整改。", 2025), tells_of_last_year("2025年度查摆的问题如下。", 2025)
    (True, False)
    """
    if _answered().search(text) is None:
        return False
    return any(found["year"] is None or int(found["year"]) != year for found in _last_year().finditer(text))


def accounts_for_last_year(text: str) -> bool:
    """Whether a text settles what was promised at the last meeting, in whatever words, and says how far it got.

    >>> accounts_for_last_year("上次会上答应的三件事：车棚修了。"), accounts_for_last_year("去年以来，欠账不少。")
    (True, False)
    """
    found = _account().search(text)
    return found is not None and any(word in text[found.end() :] for word in sense("then", "results"))


@lru_cache(maxsize=1)
def _account() -> re.Pattern[str]:
    return re.compile(rf"{_any(sense('then', 'words'))}[^，。；：]{{0,8}}?{_any(sense('then', 'accounts'))}")


@lru_cache(maxsize=1)
def _answered() -> re.Pattern[str]:
    return re.compile(_any(sense("then", "answers")))


@lru_cache(maxsize=1)
def _last_year() -> re.Pattern[str]:
    words, answers = _any(sense("then", "words")), _any(sense("then", "answers"))
    # each that is named may be the one: 2025年3月成立，没有上年度的问题
    return re.compile(rf"(?=(?:{words}|(?P<year>20\d\d)年度?)[^。；]{{0,40}}?{answers})")


def tells_causes(text: str) -> bool:
    """Whether a text says what the causes are, not only that they were looked for.

    >>> tells_causes("究其原因，主要是党性锤炼抓得不紧。"), tells_causes("会上分析了问题原因。")
    (True, False)
    """
    apart = sense("causes", "apart")
    return any(
        _causes().search(part) and not any(word in part for word in apart) for part in re.split("[。；\n]", text)
    )


@lru_cache(maxsize=1)
def _causes() -> re.Pattern[str]:
    return re.compile(rf"{_any(sense('causes', 'nouns'))}[^。；]{{0,12}}?{_any(sense('causes', 'links'))}")


def is_generic(text: str) -> bool:
    """Whether every clause of a text is a stock phrase: 理论学习不够深入，服务意识不强.

    >>> is_generic("理论学习不够深入，服务意识不强。"), is_generic("学习不够深入，发言由科里代写。")
    (True, False)
    """
    clauses = CLAUSE.findall(text)
    return bool(clauses) and all(_generic().fullmatch(clause.strip()) for clause in clauses)


@lru_cache(maxsize=1)
def _generic() -> re.Pattern[str]:
    topics, shortfalls = _any(sense("generic", "topics")), _any(sense("generic", "shortfalls"))
    return re.compile(rf"[^\d“”]{{0,6}}{topics}[^\d“”]{{0,5}}?(?:还|有所|尚|存在)?{shortfalls}{{1,2}}[^\d“”]{{0,4}}")


def is_mere_intent(text: str) -> bool:
    """Whether every clause of a measure only declares: 进一步提高思想认识，切实增强责任感.

    >>> is_mere_intent("进一步提高思想认识。"), is_mere_intent("切实加强学习，每月读一本书。")
    (True, False)
    """
    clauses = CLAUSE.findall(text)
    return bool(clauses) and all(_intent().search(clause) and len(clause) <= 24 for clause in clauses)


@lru_cache(maxsize=1)
def _intent() -> re.Pattern[str]:
    verbs, objects = _any(sense("intent", "verbs")), _any(sense("intent", "objects"))
    return re.compile(rf"^\s*[^\d]{{0,6}}?{verbs}[^\d]{{0,8}}{objects}|{verbs}[^\d]{{0,8}}{objects}$")


def measures_elsewhere(text: str) -> bool:
    """Whether a text says that the measures stand in another paper: 整改方案（见附件）, 附件：整改清单.

    >>> measures_elsewhere("制定了整改方案和整改清单（见附件）。"), measures_elsewhere("制定了整改方案。")
    (True, False)
    """
    return _annexed().search(text) is not None


@lru_cache(maxsize=1)
def _annexed() -> re.Pattern[str]:
    papers, places, names = (_any(sense("annex", n)) for n in ("papers", "places", "list"))
    return re.compile(rf"{papers}[^。；\n]{{0,16}}?{places}|{names}\s*\d*[：:][^。\n]*{papers}")


def joined_remotely(behind: str) -> int:
    """Return how many joined from elsewhere, by what stands behind the number of those who came; those among them count once.

    >>> joined_remotely("人，另有3人通过视频参加，请假1人。"), joined_remotely("人（其中3人视频参会）。")
    (3, 0)
    """
    sentence = re.split("[。\n]", behind)[0]
    return sum(parse_numeral(found["by"] or found["of"]) or 0 for found in _remote().finditer(sentence))


@lru_cache(maxsize=1)
def _remote() -> re.Pattern[str]:
    ways, number = _any(sense("remote", "ways")), r"(?P<{}>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})[人名位]"
    came = "(?:参加|参会|出席|到会|与会|接入|入会)"
    return re.compile(
        rf"(?<!其中)(?<!其中有)(?<!中有){number.format('by')}[^，。；、]{{0,10}}?{ways}[^，。；、]{{0,8}}?{came}"
        rf"|(?<!其中)(?<!其中有){ways}[^，。；、\d]{{0,8}}?{came}(?:会议|的)?\s*{number.format('of')}"
    )
