"""Which kind of document (文种) a file is, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mzsh_model.kernel.outcome import Notice
from mzsh_model.kinds.registry import AnyKind, kinds
from mzsh_model.kinds.seen import Seen
from mzsh_model.kinds.unrecognised.description import UNRECOGNISED
from mzsh_model.model.base import Kind

_ENOUGH = 3
_SURE = 8
"""Weights that a kind needs to be taken at all, and to be taken without doubt; a title that names it weighs more."""

_LONGEST_TITLE = 40
"""So much of a title is quoted: a paper that nobody knows is called as it calls itself."""


@dataclass(frozen=True, slots=True)
class Detection:
    """The kind found, why in one sentence, whether it is sure; the name of the neighbouring kind that the file is, if so."""

    spec: AnyKind
    reason: str
    sure: bool
    neighbour: str = ""

    @property
    def kind(self) -> Kind:
        """The kind's name."""
        return self.spec.kind

    @property
    def doubts(self) -> tuple[Notice, ...]:
        """What has to be said of the kind: that the file is a neighbour, that it is not sure."""
        found: list[Notice] = []
        if self.neighbour:
            near = "" if self.spec is UNRECOGNISED else f"；读入时按最接近的“{self.spec.zh}”"
            said = f"这是{self.neighbour}，不是本工具检查的材料{near}"
            found.append(Notice("neighbour-kind", 0, self.neighbour, said))
        if not self.sure:
            found.append(Notice("kind-unsure", 0, "", f"文种按“{self.spec.zh}”读：{self.reason}"))
        return tuple(found)


class _Weighed(NamedTuple):
    spec: AnyKind
    weight: int
    reason: str


def detect_kind(seen: Seen) -> Detection:
    """Tell the kind by the sum of the signs that hold; never by the file's name.

    A neighbouring kind is named by its own name and still read as the one of ours that is nearest.
    """
    best = max((_weigh(one, seen) for one in kinds()), key=lambda one: one.weight)
    found = best.weight >= _ENOUGH
    name = seen.neighbour_titled
    sure = best.weight >= _SURE
    if not name and not sure:
        name = seen.neighbour_formed
    if any(name == one.zh for one in kinds()):
        name = ""  # a kind of ours: its signs have been weighed
    if not found:
        title = f"“{seen.title[:_LONGEST_TITLE]}”" if seen.title else ""
        return Detection(UNRECOGNISED, f"标题{title}和结构都看不出是哪一种材料", False, name)
    return Detection(best.spec, best.reason, sure and not name, name)


def _weigh(spec: AnyKind, seen: Seen) -> _Weighed:
    """The sum of the signs that hold; the weightiest of them is told as the reason."""
    held = [sign for sign in spec.signs if sign.holds(seen)]
    reason = max(held, key=lambda sign: sign.weight).says if held else ""
    return _Weighed(spec, sum(sign.weight for sign in held), reason)
