"""Which causes and measures are told with a problem: in its paragraph, or in the lines right below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mzsh_model.model.base import Role
from mzsh_model.reading.items.harvest import Item

_ANSWERS = (Role.CAUSES, Role.MEASURES)


def answers_beside(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Yield the positions of a problem and of each cause and measure told with it, in reading order.

    It is told with the problem before it where both stand under one heading and no other problem stands between that one
    and the answers of another: what follows several may be for them all.
    """
    run: list[int] = []
    answered = False
    for at, item in enumerate(items):
        if item.context.role is Role.ISSUES:
            run = [at] if answered else [*run, at]
            answered = False
        elif item.context.role in _ANSWERS:
            answered = True
            with_it = [one for one in run if items[one].spans[-1].block is item.spans[0].block] or run
            problem = items[with_it[0]] if len(with_it) == 1 else None
            if problem is None or problem.under != item.under:
                continue
            if problem.context == item.context.of(Role.ISSUES):
                yield with_it[0], at
        else:
            run = []
