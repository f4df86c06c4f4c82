"""Which causes and measures are told with a problem: in its paragraph, or in the lines right below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mzsh_model.model.base import Role
from mzsh_model.outline.blocks import Block
from mzsh_model.reading.items.harvest import Item

_ANSWERS = (Role.CAUSES, Role.MEASURES)


def answers_beside(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Yield the positions of a problem and of each cause and measure told with it, in reading order.

    It is told with the problem before it where both stand under one heading and no other problem stands between that one
    and the answers of another: what follows several may be for them all.
    """
    run: list[int] = []
    ending: dict[Block, list[int]] = {}
    answered = False
    for at, item in enumerate(items):
        if item.context.role is Role.ISSUES:
            if answered:
                run, ending, answered = [], {}, False
            run.append(at)
            ending.setdefault(item.spans[-1].block, []).append(at)
        elif item.context.role in _ANSWERS:
            answered = True
            with_it = ending.get(item.spans[0].block, run)
            problem = items[with_it[0]] if len(with_it) == 1 else None
            if problem is None or problem.under != item.under:
                continue
            if problem.context == item.context.of(Role.ISSUES):
                yield with_it[0], at
        else:
            run, ending = [], {}
