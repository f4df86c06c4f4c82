"""Three-way merging of a text by its clauses, and of an order by what moved (diff3; Khanna, Kunal, Pierce 2007)."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from mzsh_model.edit.pairing import steady
from mzsh_model.kernel.patterns import lazy_pattern

_CLAUSE = lazy_pattern(r"[^，。；：！？、（）(),;:!?\n]*[，。；：！？、（）(),;:!?\n]?")


class _Hunk(NamedTuple):
    """Base clauses `start` to `end` replaced by others."""

    start: int
    end: int
    new: tuple[str, ...]


def merged_text(base: str, ours: str, theirs: str) -> str | None:
    """Return `base` with the changes of both sides; None where they touch.

    Neighbouring clauses may each be reworded by one side; where one came or went, its neighbours are touched. The unit is the clause: two edits within one (每月1次 to 每周1次 and to 每月2次) may each be right and both together
    wrong, so they are never joined.
    """
    clauses = _clauses(base)
    mine, others = _hunks(clauses, _clauses(ours)), _hunks(clauses, _clauses(theirs))
    fresh = [hunk for hunk in others if hunk not in mine]
    if any(_touch(one, other) for one in mine for other in fresh):
        return None
    said: list[str] = []
    at = 0
    for hunk in sorted([*mine, *fresh]):
        said += [*clauses[at : hunk.start], *hunk.new]
        at = hunk.end
    return "".join([*said, *clauses[at:]])


class Order(NamedTuple):
    """The order of what is left of a list, and what both sides moved to different places (it stands where ours is)."""

    keys: list[str]
    torn: list[str]


def merged_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], kept: set[str]) -> Order:
    """Return `kept`, keys of items of three versions of a list, in the order that both sides gave them.

    What neither side moved keeps its order; what a side inserted or moved stands where that side has it. Of two at one
    place ours comes first.
    """
    away = moved(base, ours), moved(base, theirs)
    everywhere = set(base) & set(ours) & set(theirs) & kept
    firm = [key for key in base if key in everywhere and key not in away[0] | away[1]]
    gaps = _gaps(ours, set(firm)), _gaps(theirs, set(firm))

    def places_it(key: str) -> int:
        """The side that says where a key stands: 0 for ours."""
        if key not in gaps[0] or key not in gaps[1]:
            return int(key not in gaps[0])
        return int(key in away[1] and key not in away[0])

    filled: dict[int, list[str]] = {n: [] for n in range(len(firm) + 1)}
    for side, gap in enumerate(gaps):
        for key, behind in gap.items():
            if key in kept and places_it(key) == side:
                filled[behind].append(key)
    keys = filled[0] + [key for n, name in enumerate(firm, 1) for key in (name, *filled[n])]
    torn = [key for key in base if key in everywhere and key in away[0] & away[1] and gaps[0][key] != gaps[1][key]]
    return Order(keys, torn)


def moved(base: Sequence[str], side: Sequence[str]) -> set[str]:
    """Return which keys of `base` stand elsewhere in `side`, as few as tell the new order."""
    places = {key: n for n, key in enumerate(base)}
    pairs = [(places[key], n) for n, key in enumerate(side) if key in places]
    stays = steady(pairs)
    return {base[i] for i, j in pairs if (i, j) not in stays}


def _gaps(order: Sequence[str], firm: set[str]) -> dict[str, int]:
    """Behind how many firm keys each of the others stands."""
    found: dict[str, int] = {}
    behind = 0
    for key in order:
        if key in firm:
            behind += 1
        else:
            found[key] = behind
    return found


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE.findall(text) if clause]


def _hunks(base: list[str], side: list[str]) -> list[_Hunk]:
    codes = SequenceMatcher(None, base, side, autojunk=False).get_opcodes()
    found: list[_Hunk] = []
    for tag, i, end, j, stop in codes:
        if tag == "replace" and end - i == stop - j:
            found += [_Hunk(i + n, i + n + 1, (side[j + n],)) for n in range(end - i)]
        elif tag != "equal":
            found.append(_Hunk(i, end, tuple(side[j:stop])))
    return found


def _touch(one: _Hunk, other: _Hunk) -> bool:
    if one.start < other.end and other.start < one.end:
        return True
    reworded = all(hunk.end - hunk.start == len(hunk.new) == 1 for hunk in (one, other))
    return not reworded and one.start <= other.end and other.start <= one.end
