"""Persons as running text names them, with their posts: 党组书记、局长张三, 副局长李四、王五, 张三（党组书记）."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mzsh_model.chinese.codes import DIGITS, Sort
from mzsh_model.chinese.surnames import DOTS, is_person, may_name, name_beginnings
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.reading.words.names import SPREAD

_POST = lazy_pattern(
    r"(?:书记|工程师|委员|常委|支委|主任|主席|主委|副主委|经理|总裁|总监|总工|董事|监事|助理|秘书|[程计济艺律药教]师|师|干事|督学|(?<!总)会计|出纳|文书|政委|法官|员|长|负责人|负责同志|"
    rf"{Sort.POST}{DIGITS})$"
)
_POST_BEHIND = lazy_pattern(r"副?(?:书记|主任|主席|经理|总监|委员|[局县市区镇乡院校厂站所队科处部行会]长)(?:同志)?$")
"""A post that is said behind the name: 张三书记, 李四副局长."""
_UNIT = lazy_pattern(r"(?:组|局|办|部|科|处|室|院|中心|委|厅|队|所|站)$")
_NO_POST = lazy_pattern(
    r"(?:领导)?(?:班子|党[组委]|党工委|部务会|会)?(?:成员|同志)$|班子$|[局院校镇乡县市区委司厅处]领导$"
)
"""What is said of many and is nobody's own post."""

_BRACKET_OR_MARK = lazy_pattern(r"[（(]|\s*(?:、|，|,|以及|和|及|\s)\s*")
_BETWEEN = "、，, \u3000\t"
_AND = frozenset("和及")
_MARKS = frozenset("、，,；;。（(）) \u3000\t")
_AFTER = lazy_pattern(
    r"(?=[等共\d一二三四五六七八九十班同分均都全按准悉依\s]|$)"  # what it begins with, tried before all that is optional
    r"(?:[等共](?=[等\d一二三四五六七八九十]))?(?:等?(?:\d+|[一二三四五六七八九十]+)[名位人])?(?:等|等人)?(?:班子成员|同志)?(?:等|等人)?"
    r"(?:分别|均|都|共同|一同|一并|一起|全程|全部|全员|按时|准时|悉数|依次)?\s*$"
)
_MANY = lazy_pattern(r"(?:负责人|负责同志|成员|代表|干部|人员|同志|党员|委员|职工)$")
"""What ends the words for several people whom a list does not name."""
_SPREAD = lazy_pattern(rf"{SPREAD}(?![^\s、，,；;。（()）])")
_BRACKET = lazy_pattern(r"[（(]([^（）()]{1,40})[）)]\s*$")
_BEFORE_POST = lazy_pattern(
    r"^.*(?:\d|[日号]|[上下]午|晚上|会议(?!室)|会上|同时|随后|现任|时任|邀请|由|[：:]|其中|分别|原则上)"
)
_ADVERBS = frozenset(
    [
        "带头",
        "亲自",
        "负责",
        "率先",
        "全程",
        "召集",
        "分别",
        "轮流",
        "牵头",
        "一同",
        "共同",
        "首先",
        "代为",
        "具体",
        "会议",
        "同志",
        "全部",
        "全体",
        "应到",
        "实到",
    ]
)
_DOES = ("主持", "参加", "出席", "列席")
"""What a person does: no name ends so (马长河主持)."""
_LONGEST_NAME = 4
_MOST_LISTED = 3
_ENDS = "。；;，,、 "


def post_word(post: str) -> str:
    """Return the word that a post ends with and that people are called by, empty for what is no post.

    >>> post_word("党组书记"), post_word("副局长"), post_word("班子成员")
    ('书记', '局长', '')
    """
    found = None if _NO_POST.search(post) else _POST.search(post)
    if found is None:
        return ""
    return post[max(0, found.start() - 1) :] if len(found[0]) == 1 else found[0]


@lru_cache(maxsize=8)
def any_of(names: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of any of some names that are known, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)")


class Person(NamedTuple):
    """Where a text names a person, his post and what a bracket behind the name says; stretches of the text."""

    name: tuple[int, int]
    post: tuple[int, int] | None = None
    beside: tuple[int, int] | None = None


def persons(
    text: str, start: int, end: int, *, whole: bool = True, titled: bool = False, called: bool = False
) -> list[Person]:
    """Return the persons that `text[start:end]` lists.

    `whole` wants nothing else there, and gives none otherwise; else the list ends before the first thing that is no person.
    `titled` takes two characters behind a post for a name whose surname is not known, and what stands beside a name for one;
    it lets people whom the list does not name end it. `called` says that persons are told (出席：…): then so is each short word.
    A post before the first of several persons is that of all of them, until another one is named.
    """
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    found: list[Person] = []
    waiting: int | None = None
    post: tuple[int, int] | None = None
    parts = _parts(text, start, end)
    others = [part for part in parts[1:] if not _MANY.search(text, *part)]
    several = titled and bool(others) and all(_may_be_listed(text, *part) for part in others)
    for low, high in parts:
        behind_post = waiting is not None and text[low - 1].isspace()
        one = _person(
            text, low, high, titled=titled, listed=called or several or (titled and (bool(found) or behind_post))
        )
        if one is None and _POST.search(text, low, high):
            waiting = low if waiting is None else waiting
            continue
        if one is None and titled and found and _MANY.search(text, low, high):
            waiting = None
            continue
        if one is None:
            if whole:
                return []
            break
        if one.post is not None or waiting is not None:
            own = one.post or (waiting or low, low)
            post = _bare_post(text, low if waiting is None else waiting, own[1])
            post = post[0], post[0] + len(text[slice(*post)].rstrip(_BETWEEN))
            post = None if _NO_POST.fullmatch(text[slice(*post)].rstrip(_BETWEEN)) else post
            waiting = None
        elif _NO_POST.search(text, low, one.name[0]):
            post = None
        named = one.beside is not None and _POST.search(text, *one.beside) is not None
        found.append(one._replace(post=post or (one.beside if named else None)))
    if waiting is not None and not found and titled:
        one = named_before_post(text, *parts[0]) if len(parts) == 1 else None
        return _named_before_posts(text, parts) if one is None else [one]
    return [] if whole and waiting is not None and not (titled and found) else found


def _named_before_posts(text: str, parts: list[tuple[int, int]]) -> list[Person]:
    """The persons of a list that names all of them before their posts: 张三书记、李四副局长; none where one is no person."""
    found = [one for part in parts if (one := _before_post(text, *part)) is not None]
    known = any(is_person(text[slice(*one.name)]) for one in found)
    return found if known and len(found) == len(parts) > 1 else []


def named_before_post(text: str, low: int, high: int) -> Person | None:
    """Return the person whom a stretch names before his post, and nobody else: 张三书记; None where the name is no known one."""
    one = _before_post(text, low, high)
    return one if one is not None and is_person(text[slice(*one.name)]) else None


def _before_post(text: str, low: int, high: int) -> Person | None:
    for size in (2, 3):
        post = _POST_BEHIND.fullmatch(text, low + size, high)
        if post is not None and text[low + size - 1] != "副" and may_name(text[low : low + size]):
            return Person((low, low + size), (low + size, high - 2 * text.endswith("同志", low, high)))
    return None


def _may_be_listed(text: str, low: int, high: int) -> bool:
    """Tell whether a part of a list may name a person: bare, or behind a post."""
    after = _AFTER.search(text, low, high)
    high = after.start() if after else high
    bare = text[low:high]
    named = len(bare) <= _MOST_LISTED and _is_bare_name(bare)
    return named or _person(text, low, high, titled=True, listed=False) is not None


def _is_bare_name(word: str) -> bool:
    """Tell whether a word in a list of persons may be a name, and is no post and no adverb."""
    return may_name(word) and word not in _ADVERBS and not _POST.search(word) and not word.endswith(_DOES)


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands between the marks of a list, brackets whole."""
    parts: list[tuple[int, int]] = []
    at = low = start
    while mark := _BRACKET_OR_MARK.search(text, at, end):
        at = mark.end()
        if mark[0] in "（(":
            at = next((n for n in range(at, end) if text[n] in "）)"), end - 1) + 1
        elif not _within_name(text, low, end, mark.span()):
            if mark.start() > low:
                parts.append((low, mark.start()))
            low = at
    if low < end:
        parts.append((low, end))
    return parts


def _within_name(text: str, low: int, end: int, mark: tuple[int, int]) -> bool:
    """Tell whether a blank, or 和, stands inside a name: 马　跃, 党委委员景和. Of what parts two persons neither side is one character."""
    at, behind = mark
    said = text[at:behind].strip()
    if said and said not in _AND:
        return False
    spread = None if said else _SPREAD.match(text, low, end)
    if spread is not None and spread.end() > behind and is_person("".join(spread[0].split())):
        return True
    close = next((n for n in range(behind, end) if text[n] in _MARKS), end)
    right = text[behind:close].removesuffix("同志")
    if said:
        return behind - at == 1 and (at - low < 2 or len(right) < 2)
    if at - low != 1 and (len(right) != 1 or _POST.search(text, low, at)):
        return False
    return 0 < len(right) <= 2 and may_name(text[at - 1] + right)


def _person(text: str, low: int, high: int, *, titled: bool, listed: bool) -> Person | None:
    beside = None
    if bracket := _BRACKET.search(text, low, high):
        beside, high = bracket.span(1), bracket.start()
    after = _AFTER.search(text, low, high)
    high = after.start() if after else high
    if (dot := next((at for at in range(low, high) if text[at] in DOTS), None)) is not None:
        posts = [at for at in range(low + 1, dot) if _POST.search(text, low, at)]
        low_name = posts[-1] if posts else low
        if is_person(text[low_name:high]):
            return Person((low_name, high), (low, low_name) if posts else None, beside)
    if is_person(text[low:high]):
        return Person((low, high), None, beside)
    called = text.startswith("同志", high)
    post = _POST.search(text, low, high)
    within = high if post is None else post.start()  # 总工程师 is no 程师
    begins = name_beginnings()
    for known in (is_person, may_name) if called else (is_person,):
        for size in (3, 2, _LONGEST_NAME, 1, 5):
            at = high - size
            if not low < at <= within or (known is is_person and text[at] not in begins and text[at:high].isalpha()):
                continue
            if text[at].isspace() or not known("".join(text[at:high].split())):
                continue
            if _NO_POST.search(text, low, at):
                return Person((at, high), None, beside)
            if _POST.search(text, low, at) or (listed and _UNIT.search(text, low, at)):
                return Person((at, high), (low, at), beside)
    bare = "".join(text[low:high].split())
    if (called or listed) and len(bare) <= _MOST_LISTED and _is_bare_name(bare):
        return Person((low, high), None, beside)
    for at in (high - 2, high - _MOST_LISTED) if titled and not _POST.search(text, low, high) else ():
        if at > low and _is_bare_name(text[at:high]):
            if _NO_POST.search(text, low, at):
                return Person((at, high), None, beside) if listed else None
            if _POST.search(text, low, at):
                return Person((at, high), (low, at), beside)
    return None


def _bare_post(text: str, low: int, high: int) -> tuple[int, int]:
    """The post without what stands before it in its sentence: 2026年1月20日上午镇党委书记."""
    before = _BEFORE_POST.match(text[low:high])
    return (low + before.end(), high) if before and before.end() < high - low else (low, high)
