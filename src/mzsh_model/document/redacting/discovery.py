"""The persons, posts and units that a value names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import get_args

from mzsh_model.chinese.codes import Sort
from mzsh_model.chinese.surnames import is_person
from mzsh_model.chinese.units import bare_unit, is_team
from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kernel.placeholders import find_blanks
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.parts import Signature
from mzsh_model.model.people import Member, Organisation, Team
from mzsh_model.model.walk import walk
from mzsh_model.reading.words.persons import persons, post_word

_LISTED = lazy_pattern("[、，,；;/／ \u3000]+|(?:和|及|兼)")
_PARTED = lazy_pattern(r"[、，,;；:：/／|\s()（）\[\]\d.．\-—①-⑳]+")
_STOPPED = lazy_pattern(r"[\u4e00-\u9fff]+(?:[·•・‧∙⋅･.．][\u4e00-\u9fff]+)+")
"""A name with a stop between its parts: 古丽·买买提江."""
_MASKED = lazy_pattern(r"(?:某|[xX×＊*○]){1,3}.?")
_UNIT = "unit"
_POST = "post"


def named_in(value: Value) -> Iterator[tuple[Sort, str]]:
    """Yield what a value names, in order; blanks, and names that are masked already, are none."""
    for _, node in walk(value):
        for field in type(node).model_fields:
            held: object = getattr(node, field)
            if not isinstance(held, str) or not held.strip():
                continue
            if field == _POST:
                yield from _posts(held)
            elif _is_name(type(node), field):
                yield from (
                    _unit(held) if isinstance(node, Organisation | Team) or field == _UNIT else _names(node, held)
                )


def named_as_author(author: str) -> Iterator[str]:
    """Yield the names of persons in what a program noted as the author: a name, a name behind an office, one with a stop in it.

    >>> [list(named_as_author(one)) for one in ("张三", "办公室 李四", "古丽·买买提江", "张三科长")]
    [['张三'], ['李四'], ['古丽·买买提江'], ['张三']]
    """
    if is_person(author) or _STOPPED.fullmatch(author.strip()):
        yield author
        return
    for word in _PARTED.split(author):
        told = [word[slice(*one.name)] for one in persons(word, 0, len(word))]
        if is_person(word):
            yield word
        elif told:
            yield from told
        else:  # 张三科长: the post that is a word by itself, not 张三科 with 长
            called = (word[:n] for n in range(2, len(word)) if is_person(word[:n]) and post_word(word[n:]) == word[n:])
            yield from islice(called, 1)


def _names(node: Value, held: str) -> Iterator[tuple[Sort, str]]:
    found = persons(held, 0, len(held))
    for one in found:
        yield from _person(held[slice(*one.name)])
        if one.post is not None:
            yield from _posts(held[slice(*one.post)])
    if found:
        return
    if is_person(held) or isinstance(node, Member):
        yield from _person(held)
    elif isinstance(node, Signature) and not is_team(held):  # an owner may be an office of any house: 办公室
        yield from _unit(held)


def _person(name: str) -> Iterator[tuple[Sort, str]]:
    if not find_blanks(name) and len(name.strip()) > 1:
        yield Sort.PERSON, name


def _posts(held: str) -> Iterator[tuple[Sort, str]]:
    for post in _LISTED.split(held):
        if post_word(post):
            yield Sort.POST, post


def _unit(name: str) -> Iterator[tuple[Sort, str]]:
    bare = bare_unit(name)
    if len(bare) > 2 and not _MASKED.fullmatch(bare):
        yield Sort.UNIT, bare


@cache
def _is_name(kind: type[Value], field: str) -> bool:
    """Whether a field holds a name: only there a blank may stand for the words."""
    pending: list[object] = [kind.model_fields[field].annotation]
    while pending:
        at = pending.pop()
        if at is Placeholder:
            return True
        pending += get_args(at)
    return False
