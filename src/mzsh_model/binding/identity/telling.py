"""The fates of items in the words of people: 问题3 被拆成两条."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from mzsh_model.kernel.numerals import chinese


class FateKind(StrEnum):
    """What became of an item. `ambiguous` is no fate: nothing but a person can tell."""

    AMBIGUOUS = "ambiguous"
    SPLIT = "split"
    MERGED = "merged"
    COPIED = "copied"
    PENDING = "pending-deletion"
    DELETED = "deleted"
    NEW = "new"
    MOVED = "moved"
    EDITED = "edited"
    UNCHANGED = "unchanged"


def tell(kinds: frozenset[FateKind], name: str, now: Sequence[str], others: Sequence[str], *, sure: bool) -> str:
    """Return one sentence in Chinese on the item called `name`: in the old document, or in the new if it is new there.

    `now` are the names of its places in the new document; `others` those of the items that were run together (the one
    that goes on first), that it is a copy of, or that it may have been.
    """
    sentence = _sentence(kinds, name, now, others)
    return sentence if sure or FateKind.AMBIGUOUS in kinds else f"{sentence}（按文字推断，请核对）"


def _sentence(kinds: frozenset[FateKind], name: str, now: Sequence[str], others: Sequence[str]) -> str:
    here, there = "、".join(now), "、".join(others)
    if FateKind.AMBIGUOUS in kinds:
        if FateKind.NEW in kinds:
            return f"现在的{name} 认不准，可能是原来的{there}，请人工确认"
        return f"{name} 认不准，可能是现在的{here}，请人工确认"
    if FateKind.SPLIT in kinds:
        return f"{name} 被拆成{'两' if len(now) == 2 else chinese(len(now))}条，现在是{here}"
    if FateKind.MERGED in kinds:
        if others[0] != name:
            return f"{name} 并入了{others[0]}，现在是{here}"
        return f"{name} 与{'、'.join(others[1:])} 合成了一条，现在是{here}"
    if FateKind.COPIED in kinds:
        return f"现在的{name} 是{there} 的副本"
    if FateKind.NEW in kinds:
        return f"新增了{name}"
    if FateKind.PENDING in kinds:
        return f"{name} 在修订中被删去，修订还没有接受"
    if FateKind.DELETED in kinds:
        return f"{name} 被删去了"
    edited = FateKind.EDITED in kinds
    if FateKind.MOVED in kinds:
        return f"{name} 移了位置，{'文字也有改动，' if edited else ''}现在是{here}"
    return f"{name} 有改动" if edited else f"{name} 没有变"
