"""Persons as running text names them, with their posts: 党组书记、局长张三, 副局长李四、王五, 张三（党组书记）."""

from __future__ import annotations

from typing import NamedTuple

from mzsh_model.chinese.surnames import is_person, may_name
from mzsh_model.kernel.patterns import lazy_pattern

_POST = lazy_pattern(r"(?:书记|委员|常委|主任|主席|主委|副主委|经理|总监|师|干事|政委|员|长|负责人|负责同志)$")
_NO_POST = lazy_pattern(r"(?:领导)?(?:班子|党[组委]|党工委|部务会|会)?(?:成员|同志)$|班子$")
"""What is said of many and is nobody's own post."""

_SEPARATOR = lazy_pattern(r"\s*(?:、|，|,|以及|和|及|\s)\s*")
_AFTER = lazy_pattern(
    r"(?:(?:等)?(?:\d+|[一二三四五六七八九十]+)[名位人])?(?:等|等人)?(?:同志)?(?:等|等人)?(?:分别|均|都)?\s*$"
)
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
    ]
)
_LONGEST_NAME = 4
_MOST_LISTED = 3
_ENDS = "。；;，,、 "


class Person(NamedTuple):
    """Where a text names a person, his post and what a bracket behind the name says; stretches of the text."""

    name: tuple[int, int]
    post: tuple[int, int] | None = None
    beside: tuple[int, int] | None = None


def persons(text: str, start: int, end: int, *, whole: bool = True, titled: bool = False) -> list[Person]:
    """Return the persons that `text[start:end]` lists.

    `whole` wants nothing else there, and gives none otherwise; else the list ends before the first thing that is no person.
    `titled` takes two characters behind a post for a name whose surname is not known, and what stands beside a name for one.
    A post before the first of several persons is that of all of them, until another one is named.
    """
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    found: list[Person] = []
    waiting: int | None = None
    post: tuple[int, int] | None = None
    for low, high in _parts(text, start, end):
        one = _person(text, low, high, titled=titled, listed=titled and bool(found))
        if one is None and _POST.search(text, low, high):
            waiting = low if waiting is None else waiting
            continue
        if one is None:
            if whole:
                return []
            break
        if one.post is not None or waiting is not None:
            own = one.post or (waiting or low, low)
            post = _bare_post(text, low if waiting is None else waiting, own[1])
            post = None if _NO_POST.fullmatch(text[slice(*post)].rstrip("、，, ")) else post
            waiting = None
        elif _NO_POST.search(text, low, one.name[0]):
            post = None
        named = one.beside is not None and _POST.search(text, *one.beside) is not None
        found.append(one._replace(post=post or (one.beside if named else None)))
    return [] if whole and waiting is not None else found


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands between the marks of a list, brackets whole."""
    parts: list[tuple[int, int]] = []
    at = low = start
    while at < end:
        if text[at] in "（(":
            close = next((n for n in range(at, end) if text[n] in "）)"), end - 1)
            at = close + 1
            continue
        mark = _SEPARATOR.match(text, at, end)
        if mark is None:
            at += 1
            continue
        spaced = not mark[0].strip()
        if spaced and is_person(text[low : at + (end - mark.end() > 0) * (mark.end() - at + 1)]):
            at = mark.end()  # a blank inside a name of two characters
            continue
        if at > low:
            parts.append((low, at))
        at = low = mark.end()
    if low < end:
        parts.append((low, end))
    return parts


def _person(text: str, low: int, high: int, *, titled: bool, listed: bool) -> Person | None:
    beside = None
    if bracket := _BRACKET.search(text, low, high):
        beside, high = bracket.span(1), bracket.start()
    after = _AFTER.search(text, low, high)
    high = after.start() if after else high
    if is_person(text[low:high]):
        return Person((low, high), None, beside)
    called = text.startswith("同志", high)
    for known in (is_person, may_name) if called else (is_person,):
        for size in (3, 2, _LONGEST_NAME, 1):
            at = high - size
            if at <= low or not known(text[at:high]):
                continue
            if _NO_POST.search(text, low, at):
                return Person((at, high), None, beside)
            if _POST.search(text, low, at):
                return Person((at, high), (low, at), beside)
    if (called or listed) and high - low <= _MOST_LISTED and may_name(text[low:high]):
        return Person((low, high), None, beside)
    for at in (high - 2, high - _MOST_LISTED) if titled else ():
        if at > low and may_name(text[at:high]) and text[at:high] not in _ADVERBS and _POST.search(text, low, at):
            return None if _NO_POST.search(text, low, at) else Person((at, high), (low, at), beside)
    return None


def _bare_post(text: str, low: int, high: int) -> tuple[int, int]:
    """The post without what stands before it in its sentence: 2026年1月20日上午镇党委书记."""
    before = _BEFORE_POST.match(text[low:high])
    return (low + before.end(), high) if before and before.end() < high - low else (low, high)
