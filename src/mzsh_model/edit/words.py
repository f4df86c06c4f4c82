"""Changes in the words of those who write these documents: 「问题3 的措施完成时限由 2026年6月 改为 2026年9月」."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from mzsh_model.edit.compare import Change, ChangeKind
from mzsh_model.edit.facts import facts_of
from mzsh_model.edit.names import part_name
from mzsh_model.edit.pairing import wording
from mzsh_model.kernel.columns import columns, cut
from mzsh_model.kernel.dates import plain
from mzsh_model.kernel.difference import shared, trimmed
from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.measure_phrases import FIELDS, with_phrase, without_phrase
from mzsh_model.model.base import Placeholder, Value
from mzsh_model.model.documents import DocumentValue
from mzsh_model.model.parts import Section
from mzsh_model.model.walk import resolve

_WIDTH = 40
_CONTEXT = 6
_STOPS = "，。；：、！？（）“”\n"
_DATES = frozenset({"dated", "on", "held_on"})
_UNSAID = frozenset({"id", "aspect_id", "canonical", "level", "role", "links", "scope", "aspects"})
"""What is not written in the document, or is written elsewhere (an aspect is a heading)."""


def in_words(old: DocumentValue, new: DocumentValue, found: Sequence[Change]) -> tuple[str, ...]:
    """Return the changes between two values, one sentence each, in their order.

    What was there is named as it was counted in the old value, what came as it is counted in the new one. What follows
    from another change is not said again: the parts of a changed text, figures that it states, numbers that moved on.
    """
    return tuple(_Telling(old, new, found).sentences())


class _Telling:
    def __init__(self, old: DocumentValue, new: DocumentValue, found: Sequence[Change]) -> None:
        self._old, self._new, self._found = old, new, found
        self._texts = {change.path.parent for change in found if change.path.endswith("/text")}
        self._uneven = {_list_of(change) for change in found if change.kind is not ChangeKind.CHANGED}
        self._renamed = {str(change.old) for change in found if change.path.endswith("/heading")}
        self._facts = facts_of(old), facts_of(new)

    def sentences(self) -> Iterator[str]:
        for change in self._found:
            if self._is_said(change):
                yield self._sentence(change)

    def _is_said(self, change: Change) -> bool:
        """Whether a change is one of its own, and one that can be seen in the document."""
        steps = (change.path or change.target).parts
        name, holder = steps[-1], change.path.parent
        if steps[0] in _UNSAID or name in _UNSAID or self._is_stated(change):
            return False
        if "instances" in steps or name in ("statement", "title"):
            item = "/".join(("", *steps[: steps.index("instances")])) if "instances" in steps else holder
            return ModelPath(item) not in self._texts
        match name:
            case "label":
                return holder.parent not in self._uneven
            case "aspect":
                follows = str(change.old) in self._renamed or holder in self._texts
                return not follows and steps[2:3] != ("issue",)
            case "text":
                return change.kind is not ChangeKind.CHANGED or self._apart(change) != change.new
            case _:
                return True

    def _is_stated(self, change: Change) -> bool:
        """Whether a fact changed with the text that states it."""
        if change.kind is not ChangeKind.CHANGED or change.path.parts[0] not in self._facts[0].fields:
            return False
        was, now = self._facts
        return was.at(change.path) == change.old and now.at(change.target) == change.new

    def _apart(self, change: Change, *, quoted: bool = False) -> str:
        """The old text with the new owner and time limit, which are told by themselves.

        To be `quoted`, it gets none where the old text had none: how that would be put stands in neither document.
        """
        texts = [str(change.old)]
        holders = change.path.parent, change.target.parent
        for name in FIELDS:
            was, now = (
                cast(Value, resolve(value, holder)).__dict__.get(name)
                for value, holder in zip((self._old, self._new), holders, strict=True)
            )
            if was != now and not (quoted and was is None):
                before, after = (held.raw if isinstance(held, Placeholder) else held for held in (was, now))
                texts = [told for text in texts for told in _with(text, name, before, after)] or texts
        new = str(change.new)
        return max(texts, key=lambda text: shared(text, new) + shared(text[::-1], new[::-1]))

    def _sentence(self, change: Change) -> str:
        match change.kind:
            case ChangeKind.ADDED:
                return f"新增{part_name(self._new, change.target)}{_content(change.new)}"
            case ChangeKind.REMOVED:
                return f"删去{part_name(self._old, change.path)}{_content(change.old)}"
            case ChangeKind.MOVED:
                return self._move(change)
            case ChangeKind.CHANGED if change.path.endswith("/heading"):
                return f"标题“{_short(str(change.old))}”改为“{_short(str(change.new))}”"
            case ChangeKind.CHANGED if change.path.endswith("/text"):
                return _change(part_name(self._old, change.path), self._apart(change, quoted=True), change.new)
            case ChangeKind.CHANGED:
                dated = change.path.parts[-1] in _DATES
                was, now = (plain(str(one)) if dated and one else one for one in (change.old, change.new))
                return _change(part_name(self._old, change.path), was, now)

    def _move(self, change: Change) -> str:
        name, at = part_name(self._old, change.path), int(change.target.parts[-1])
        if at == 0:
            return f"{name} 移到最前"
        index = self._old_index(change.path.parent, change.target.parent, at - 1)
        if index is None:
            return f"{name} 移到新增的{part_name(self._new, change.target.parent / (at - 1))} 之后"
        return f"{name} 移到{part_name(self._old, change.path.parent / index)} 之后"

    def _old_index(self, old: ModelPath, new: ModelPath, at: int) -> int | None:
        """Where the entry at position `at` of a new list stood: those that neither came, went nor moved keep their order."""
        mine = [change for change in self._found if _list_of(change) in (old, new)]
        moved = {int(c.target.parts[-1]): int(c.path.parts[-1]) for c in mine if c.kind is ChangeKind.MOVED}
        if at in moved:
            return moved[at]
        came = {int(c.target.parts[-1]) for c in mine if c.kind is ChangeKind.ADDED}
        if at in came:
            return None
        gone = {int(c.path.parts[-1]) for c in mine if c.kind is ChangeKind.REMOVED} | set(moved.values())
        kept = [n for n in range(len(cast(tuple[object, ...], resolve(self._old, old)))) if n not in gone]
        return kept[sum(n not in came and n not in moved for n in range(at))]


def _list_of(change: Change) -> ModelPath:
    return (change.path or change.target).parent if change.kind is not ChangeKind.CHANGED else ModelPath("")


def _with(text: str, name: str, old: str | None, new: str | None) -> Iterator[str]:
    """The texts in which a field of a measure is another than in `text`, and nothing else is."""
    at = -1 if old is None else text.find(old)
    rest = None if old is None or at < 0 else without_phrase(text, at, at + len(old))
    if old is not None and new is not None:
        yield text.replace(old, new, 1)
    if old is None and new is not None:
        yield from with_phrase(text, name, new, in_prose=True)
    elif rest is not None:
        yield from [rest] if new is None else with_phrase(rest, name, new, in_prose=True)


def _change(name: str, old: object, new: object) -> str:
    if old is None:
        return f"{name}写明为 {_short(_shown(new))}"
    if new is None:
        return f"删去{name} {_short(_shown(old))}"
    was, now = _shown(old), _shown(new)
    if not (isinstance(old, str) and isinstance(new, str) and (_is_prose(was) or _is_prose(now))):
        return f"{name}由 {_short(was)} 改为 {_short(now)}"
    head, tail = trimmed(was, now)
    gone, came = was[head : len(was) - tail], now[head : len(now) - tail]
    before, after = _before(was[:head]), _after(was[len(was) - tail :])
    if not gone:
        ahead = before or was[max(0, head - _CONTEXT) : head]
        return f"{name}在“{ahead}”后加上“{_short(came)}”" if ahead else f"{name}开头加上“{_short(came)}”"
    if not came:
        return f"{name}删去“{_short(gone)}”"
    return f"{name}中“{_short(before + gone + after)}”改为“{_short(before + came + after)}”"


def _is_prose(text: str) -> bool:
    """Whether a text is told by what differs in it, not whole."""
    return columns(text) > _WIDTH // 2 or any(mark in text for mark in "，。；：！？")


def _before(text: str) -> str:
    start = max(0, len(text) - _CONTEXT)
    stop = max((text.rfind(mark, start) for mark in _STOPS), default=-1)
    return text[max(start, stop + 1) :]


def _after(text: str) -> str:
    stop = min((at for mark in _STOPS if (at := text.find(mark)) >= 0), default=len(text))
    return text[: min(stop, _CONTEXT)]


def _content(entry: object) -> str:
    """What an entry that came or went says; a heading is its own name."""
    said = "" if isinstance(entry, Section) else _short(_shown(entry))
    return f"：{said}" if said else ""


def _shown(held: object) -> str:
    if isinstance(held, tuple):
        return "、".join(_shown(entry) for entry in cast(tuple[object, ...], held))
    if isinstance(held, Value) and not isinstance(held, Placeholder) and not wording(held):
        return "、".join(_shown(part) for part in held.__dict__.values() if part not in (None, ()))
    return wording(held)


def _short(text: str) -> str:
    """One line of at most 40 columns."""
    return cut(" ".join(text.split()), _WIDTH)
