"""Carrying a plan out: the splices of the part, in the order that the plan gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol

from mzsh_model.binding.put.plan import Coming, Plan, conflict
from mzsh_model.kernel.difference import Hunk
from mzsh_model.outline.lines import Line
from mzsh_model.wml.editing.splice import Splice


class Editor(Protocol):
    """How lines are edited: plainly, or as tracked changes."""

    def retype(self, line: Line, hunks: Sequence[Hunk]) -> Iterator[Splice]:
        """Change characters of a line."""
        ...

    def insert(self, beside: Line, text: str, like: Line, *, before: bool = False) -> Iterator[Splice]:
        """Put a new paragraph beside a line."""
        ...

    def delete(self, line: Line, before: Line | None = None) -> Iterator[Splice]:
        """Take a line out."""
        ...

    def move(
        self, line: Line, beside: Line, hunks: Sequence[Hunk] = (), *, before: bool = False, left: Line | None = None
    ) -> Iterator[Splice]:
        """Take a line to another place; `left` is the line before it, as for `delete`."""
        ...

    def split(self, line: Line, offsets: Sequence[int]) -> Iterator[Splice]:
        """Cut a line in two or more."""
        ...

    def join(self, line: Line, following: Line) -> Iterator[Splice]:
        """Let the next line run on in a line."""
        ...

    def ends_container(self, line: Line) -> bool:
        """Whether no paragraph follows a line."""
        ...


class Rows(Protocol):
    """How table rows are edited."""

    def insert(self, beside: Line, cells: Mapping[int, str], *, before: bool = False) -> Iterator[Splice]:
        """Put a new row beside the row of a line."""
        ...

    def take_note(self, rows: Iterable[Sequence[Line]]) -> None:
        """Take note of all rows that will be deleted."""
        ...

    def delete(self, lines: Sequence[Line]) -> Iterator[Splice]:
        """Take out the row of the lines."""
        ...

    def move(
        self,
        lines: Sequence[Line],
        beside: Line,
        cells: Mapping[int, str],
        inside: Iterable[Splice],
        *,
        before: bool = False,
    ) -> Iterator[Splice]:
        """Take the row of the lines to another place; its cells then say `cells` (by column), which `inside` makes of it."""
        ...


def carry_out(plan: Plan, editor: Editor, rows: Rows) -> Iterator[Splice]:
    """Yield the splices of a plan.

    Raises:
        BadEdit: a change cannot be made faithfully where it would stand.
    """
    lines = plan.lines
    elsewhere = frozenset(line.number for line in lines) - plan.in_moved_rows
    yield from _retyped(plan, editor, elsewhere)
    for number, offsets in plan.splits.items():
        if number in plan.retyped:
            raise conflict()
        yield from editor.split(lines[number - 1], offsets)
    for number, following in plan.joins.items():
        yield from editor.join(lines[number - 1], lines[following - 1])
    yield from _going_and_coming(plan, editor, elsewhere)
    rows.take_note([[lines[number - 1] for number in gone] for gone in plan.rows_deleted])
    for gone in plan.rows_deleted:
        yield from rows.delete([lines[number - 1] for number in gone])
    for coming in plan.rows_coming:
        beside = lines[coming.beside - 1]
        for moved in coming.moved:
            own = frozenset(moved)
            inside = chain(_retyped(plan, editor, own), _going_and_coming(plan, editor, own))
            cells = _cells(plan, moved)
            yield from rows.move([lines[n - 1] for n in moved], beside, cells, inside, before=coming.before)
        if not coming.moved:
            yield from rows.insert(beside, coming.cells, before=coming.before)


def _retyped(plan: Plan, editor: Editor, among: Collection[int]) -> Iterator[Splice]:
    for number in sorted(set(plan.retyped) - plan.deleted - plan.moved):
        if number in among:
            yield from editor.retype(plan.lines[number - 1], plan.hunks_of(number))


def _going_and_coming(plan: Plan, editor: Editor, among: Collection[int]) -> Iterator[Splice]:
    yield from _deletions(plan, editor, among)
    for number in sorted(set(plan.before) | set(plan.after)):
        if number in among:
            beside = plan.lines[number - 1]
            for new in plan.before.get(number, ()):
                yield from _coming(plan, editor, new, beside, before=True)
            for new in plan.after.get(number, ()):
                yield from _coming(plan, editor, new, beside, before=False)


def _cells(plan: Plan, row: Iterable[int]) -> dict[int, str]:
    """What the cells of a row will say, by column, numbers that Word computes left to it."""
    told: dict[int, list[str]] = {}
    for number in row:
        line = plan.lines[number - 1]
        if line.cell is not None:
            words = [new.text for new in plan.before.get(number, ())]
            words += [] if number in plan.deleted else [plan.text_of(number)[line.auto :]]
            told.setdefault(line.cell.col, []).extend([*words, *(new.text for new in plan.after.get(number, ()))])
    return {col: "\n".join(words) for col, words in told.items()}


def _coming(plan: Plan, editor: Editor, coming: Coming, beside: Line, *, before: bool) -> Iterator[Splice]:
    lines = plan.lines
    if coming.moved:
        moved = lines[coming.moved - 1]
        yield from editor.move(
            moved, beside, plan.hunks_of(coming.moved), before=before, left=_left(plan, editor, coming.moved)
        )
    else:
        yield from editor.insert(beside, coming.text, lines[coming.like - 1], before=before)


def _deletions(plan: Plan, editor: Editor, among: Collection[int]) -> Iterator[Splice]:
    for number in sorted(plan.deleted.intersection(among)):
        yield from editor.delete(plan.lines[number - 1], _left(plan, editor, number))


def _left(plan: Plan, editor: Editor, number: int) -> Line | None:
    """The line before a run of lines that go and end a container: its mark goes, not that of the last one, `number`."""
    if not editor.ends_container(plan.lines[number - 1]):
        return None
    first = number
    while first - 1 in plan.deleted or first - 1 in plan.moved:
        first -= 1
    free = first > 1 and first - 1 not in plan.after and first not in plan.before
    return plan.lines[first - 2] if free else None
