"""A ledger between two states: what moved, what is overdue, what was closed without evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mzsh_model.chinese.states import State, state_words
from mzsh_model.kernel.days import latest
from mzsh_model.kernel.errors import WrongKind, expect
from mzsh_model.kinds.registry import narrowed
from mzsh_model.model.base import Placeholder
from mzsh_model.model.documents import Ledger, LedgerEntry
from mzsh_model.model.items import Measure
from mzsh_model.rules.cross.wording import alike

_SAME_ROW = 0.6
"""From this likeness on, a problem of the new ledger is one of the old one, perhaps reworded."""


@dataclass(frozen=True, slots=True)
class MeasureMove:
    """One measure of the new ledger: where it stands, of which problem, how it stood and how it stands.

    `before` is None where the old ledger has no such measure or says nothing of its state, `now` where the new one says nothing.
    """

    at: str
    issue: str
    measure: str
    owner: str
    due: str
    before: State | None
    now: State | None

    @property
    def moved(self) -> bool:
        """Whether its state is another one than before."""
        return self.before != self.now


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of a ledger: every measure, and those to look at.

    `overdue` are open past their time limit, `unproven` are done with neither evidence nor progress told, `gone` are problems of
    the old ledger that the new one has not, `added` those that the old one had not.
    """

    measures: tuple[MeasureMove, ...]
    overdue: tuple[MeasureMove, ...]
    unproven: tuple[MeasureMove, ...]
    gone: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def moved(self) -> tuple[MeasureMove, ...]:
        """The measures whose state is another one than before."""
        return tuple(one for one in self.measures if one.moved)

    def count(self, state: State | None) -> int:
        """Return how many measures of the new ledger are in that state."""
        return sum(one.now == state for one in self.measures)


def progress(old: Ledger, new: Ledger, *, today: date | None = None) -> Progress:
    """Compare a ledger with an earlier state of it; rows are known by their problems, in whatever order they stand.

    `today` decides what is overdue; a time limit without a day ends with its month, one in words is never overdue.

    Raises:
        WrongKind: one of the two is no ledger.
        CallerError: `today` is no date.
    """
    for one in (old, new):
        if narrowed(one, Ledger) is None:
            raise WrongKind("progress-kind", "进展要拿两份整改台账来比。请给出同一份台账前后两次的文件")
    expect(today, (date, type(None)), "today", "datetime.date")
    day = (today or date.today()).isoformat()
    pairs = _paired(old, new)
    moves: list[tuple[Measure, MeasureMove]] = []
    for n, entry in enumerate(new.entries):
        before = old.entries[pairs[n]] if n in pairs else None
        moves += _moves(f"/entries/{n}", entry, before)
    taken = set(pairs.values())
    return Progress(
        tuple(move for _, move in moves),
        tuple(move for measure, move in moves if move.now == "open" and _is_past(measure, day)),
        tuple(move for measure, move in moves if move.now == "done" and not _is_proven(measure)),
        tuple(_said(entry) for n, entry in enumerate(old.entries) if n not in taken and entry.issue is not None),
        tuple(_said(entry) for n, entry in enumerate(new.entries) if n not in pairs and entry.issue is not None),
    )


def _paired(old: Ledger, new: Ledger) -> Mapping[int, int]:
    """Rows of the new ledger by those of the old one that have their problem, the likest first."""
    scores = sorted(
        (
            (alike(_said(entry), _said(before)), -abs(n - m), -n, -m)
            for n, entry in enumerate(new.entries)
            for m, before in enumerate(old.entries)
            if entry.member == before.member or None in (entry.member, before.member)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for score, _, n, m in scores:
        if score >= _SAME_ROW and -n not in pairs and -m not in pairs.values():
            pairs[-n] = -m
    return pairs


def _moves(at: str, entry: LedgerEntry, before: LedgerEntry | None) -> Iterator[tuple[Measure, MeasureMove]]:
    left = list(before.measures) if before is not None else []
    for n, measure in enumerate(entry.measures):
        same = max(left, key=lambda one: alike(one.text, measure.text), default=None)
        if same is not None:
            left.remove(same)
        state = same.state if same is not None else None
        owner = measure.owner.raw if isinstance(measure.owner, Placeholder) else measure.owner or ""
        place = f"{at}/measures/{n}"
        yield measure, MeasureMove(place, _said(entry), measure.text, owner, measure.due or "", state, measure.state)


def _said(entry: LedgerEntry) -> str:
    return (entry.issue.statement or entry.issue.text) if entry.issue is not None else ""


def _is_past(measure: Measure, day: str) -> bool:
    due = measure.due_on
    return due is not None and due.possible and bool(latest(due.edtf)) and latest(due.edtf) < day


def _is_proven(measure: Measure) -> bool:
    """Whether anything beside the state is told of a closed measure."""
    said = (measure.evidence or "").strip() or (measure.progress or "").strip()
    return bool(said) and said != (measure.status or "").strip() and state_words(said) != (said,)
