"""Enumerators as typed text: how one is joined to what follows it, and which one a thing without one gets."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.outline.labels import Label, label_at, relabel

LADDER = ("一、", "（一）", "1.", "（1）")
"""The numbers of headings, level by level: GB/T 9704-2012 7.3.3."""

ITEM = "一是"
"""The number of an item where its document numbers none: what the genre uses most."""

_MARKS = ("", "，", "：", "、", " ")
_SPOKEN = ("，", "：", "", "、", " ")
_ADVERBS = ("首先", "其次", "再次", "最后")


def joined(label: str, text: str) -> str | None:
    """Return the enumerator and its text as they are typed, None where a reader could not tell them apart again.

    `一是` before `要加强学习` needs a mark between, or it would be read as 一是要.
    """
    for mark in _SPOKEN if label[:1] in "第其首再最问表不差原根措举意" else _MARKS:
        found = label_at(label + mark + text)
        if found is not None and found.raw == label and found.end == len(label + mark):
            return label + mark + text
    return None


def typed(label: str | None, text: str) -> str:
    """Return `text` behind its enumerator, if it has one."""
    return text if label is None else joined(label, text) or label + text


def parsed(label: str | None) -> Label | None:
    """Return what an enumerator says, None where it is none that can be typed."""
    whole = None if label is None else joined(label, "略")
    return None if whole is None else label_at(whole)


def numbered(like: str, number: int) -> str:
    """Return the enumerator `like` with another number; words that count end with 最后.

    >>> [numbered(like, 3) for like in ("一、", "(一)", "１．", "①", "首先", "第一", "●")]
    ['三、', '(三)', '３．', '③', '再次', '第三', '●']
    """
    if like in _ADVERBS:
        return _ADVERBS[min(number, len(_ADVERBS)) - 1]
    return relabel(like, number)


def filled(labels: Sequence[str | None], first: str) -> list[str]:
    """Return the labels with those given that are missing or cannot be typed: the form and the number that the one before
    implies, else the one after; where there are none, they count on from `first`. Those behind a number that came make room
    for it, as far as the next gap of the author's own.

    >>> filled(["（一）", None, "（二）", "（三）", "（五）"], "一是")
    ['（一）', '（二）', '（三）', '（四）', '（五）']
    """
    known = [parsed(label) for label in labels]
    out: list[str] = []
    room = last = 0
    for index, (label, own) in enumerate(zip(labels, known, strict=True)):
        if label is not None and own is not None:
            before = parsed(out[-1]) if out else None
            came = index > 0 and known[index - 1] is None
            if came and before is not None and before.kind is own.kind and own.number == last + 1:
                room = max(0, before.number - last)
            elif before is None or own.number <= last:
                room = 0
            else:
                room = max(0, min(room, before.number + 1 - own.number))
            last = own.number
            out.append(numbered(label, own.number + room) if room else label)
        elif out:
            before = parsed(out[-1])
            out.append(numbered(out[-1], before.number + 1 if before else index + 1))
        else:
            after = next((n for n, one in enumerate(known) if one is not None), None)
            one = None if after is None else known[after]
            out.append(first if after is None or one is None else numbered(one.raw, max(1, one.number - after)))
    return out
