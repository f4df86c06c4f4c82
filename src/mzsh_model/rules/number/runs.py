"""Numbers that follow one another: where one is left out or stands twice, and which numbers the rest would have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from mzsh_model.outline.labels import Label, label_at, relabel
from mzsh_model.rules.context import Context
from mzsh_model.rules.patches import Patch
from mzsh_model.rules.rule import Hit, hit

_FARTHEST = 400
"""How many lines above a number those before it are looked for."""


@dataclass(slots=True)
class Run:
    """Enumerators of one form under one heading, each with the path where it stands; `begins` tells that it opens a list."""

    begins: bool
    members: list[tuple[str, Label]] = field(default_factory=list[tuple[str, Label]])

    @property
    def last(self) -> Label:
        """The one before the next."""
        return self.members[-1][1]


@lru_cache(maxsize=1024)  # a paper has the same few hundred
def label_in(raw: str | None) -> Label | None:
    """Return what a label counts, with what stands behind such a one in a text: 一、 ends by itself, 第二 and 其二 with a comma.

    >>> label_in("（二）").number, label_in("第二").number, label_in(None)
    (2, 2, None)
    """
    return (label_at(raw + "　") or label_at(raw + "，")) if raw else None


def gaps(run: Run, ctx: Context) -> Iterator[Hit]:
    """Strike each number that does not follow the one before it; the first of a list is to be 1.

    A number that is written between the two, in front of what was taken for something else, is not missing.

    A hit's patches renumber its own label and those up to the next gap, so that all hits together make the run whole.
    """
    first = 1 if run.begins else run.members[0][1].number
    wrong = [n for n, (_, label) in enumerate(run.members) if label.number != _due(run, n, first)]
    for here, after in zip(wrong, [*wrong[1:], len(run.members)], strict=False):
        path, label = run.members[here]
        if _written_above(path, label, _due(run, here, first), ctx):
            continue
        case, before = ("first", "") if here == 0 else ("", run.members[here - 1][1].raw)
        due = relabel(label.raw, _due(run, here, first))
        yield hit(
            path, case=case, patches=_renumbered(run, here, after, first, ctx), before=before, due=due, label=label.raw
        )


def _written_above(path: str, label: Label, due: int, ctx: Context) -> bool:
    """Whether lines above the number begin with all that should stand before it, from `due` on."""
    place = ctx.anchors.get(path)
    if place is None or ctx.source is None:
        return False
    wanted = label.number - 1
    for line in reversed(ctx.source.outline.lines[max(0, place.line - _FARTHEST) : place.line - 1]):
        above = label_at(line.text.lstrip())
        if above is None or (above.kind, above.form) != (label.kind, label.form):
            continue
        if above.number != wanted:
            return False
        if wanted == due:
            return True
        wanted -= 1
    return False


def _due(run: Run, n: int, first: int) -> int:
    return first if n == 0 else run.members[n - 1][1].number + 1


def _renumbered(run: Run, here: int, after: int, first: int, ctx: Context) -> tuple[Patch, ...]:
    """The patches that number the members `here` to `after` by their places; none where one of them cannot be written."""
    found: list[Patch] = []
    for n in range(here, after):
        path, label = run.members[n]
        if label.number == first + n:
            continue
        patch = ctx.patch(path, label.raw, 0, len(label.raw), relabel(label.raw, first + n))
        if not patch:
            return ()
        found += patch
    return tuple(found)
