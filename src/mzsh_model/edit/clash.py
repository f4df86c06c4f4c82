"""What two sides changed differently, said in the domain's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from mzsh_model.edit.compare import changes
from mzsh_model.edit.names import part_name
from mzsh_model.edit.words import in_words
from mzsh_model.kernel.path import ModelPath
from mzsh_model.model.documents import DocumentValue

DocT = TypeVar("DocT", bound=DocumentValue)


@dataclass(frozen=True, slots=True)
class Clash:
    """A part of the base that both sides changed, None for a side that removed it; `moved` where only its places differ."""

    path: ModelPath
    base: object
    ours: object
    theirs: object
    moved: bool = False


def said(clash: Clash, base: DocT, ours: DocT, theirs: DocT) -> str:
    """Return one sentence: what each side did, and what the merged value has."""
    name = part_name(base, clash.path)
    if clash.moved:
        return f"{name} 两边移到了不同的地方，现按一边的放，请定"
    if clash.base is not None and (clash.ours is None) != (clash.theirs is None) and clash.path.parts[-1].isdigit():
        edited = _edits(clash, base, theirs if clash.ours is None else ours)
        return f"一边删去了{name}，另一边{edited}，现保留改过的，请定"
    return f"两边改得不同：一边{_edits(clash, base, ours)}，另一边{_edits(clash, base, theirs)}，现按一边的写，请定"


def _edits(clash: Clash, base: DocT, side: DocT) -> str:
    at = clash.path.parent if clash.path.endswith("/text") else clash.path
    found = [one for one in changes(base, side) if f"{one.path}/".startswith(f"{at}/") and one.path]
    return "，".join(in_words(base, side, found)) or f"改了{part_name(base, clash.path)}"


def in_order_of_model(base: DocumentValue, clashes: Sequence[Clash]) -> list[Clash]:
    """Return the clashes in the order of the document's fields."""
    names = list(type(base).model_fields)
    return sorted(clashes, key=lambda one: names.index(one.path.parts[0]))
