"""Work given to an executor, wherever it works: results in the order of what was given, each once; one that is lost is named."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future, wait
from dataclasses import dataclass, field
from typing import TypeVar

from mzsh_model.kernel.errors import MzshError

S = TypeVar("S")
T = TypeVar("T")
_AHEAD = 64
"""So many pieces of work an executor is given before the first of them is done."""
_LOOK = 1.0
"""Seconds after which it is looked whether an executor that says nothing is still there."""


@dataclass(frozen=True, slots=True)
class Away:
    """What became of a piece of work that an executor did not bring to an end.

    `error` is what its worker says of it; where there is none the worker died of it, or, `closed`, the executor takes no more.
    """

    closed: bool = False
    error: MzshError | None = field(default=None)


def in_turn(
    executor: Executor,
    job: Callable[[S], T],
    given: Iterable[S],
    ahead: int = _AHEAD,
    *,
    alive: Callable[[], bool] = lambda: True,
) -> Iterator[tuple[S, T | Away]]:
    """Yield everything that is given with what `job` makes of it, in order; no more than `ahead` pieces are under way.

    What is lost with its worker is tried once more when its turn comes, beside nothing else that was lost: a scheduler puts
    the death of a worker down to all that waited there, and only one of them may have been the cause. An executor that is
    not `alive` is given nothing and waited for no longer.
    """
    pending: deque[tuple[S, Future[T] | None]] = deque()
    for one in given:
        pending.append((one, _sent(executor, job, one, alive)))
        if len(pending) >= ahead:
            first, future = pending.popleft()
            made = _made(executor, job, first, future, alive)
            yield first, made
    while pending:
        first, future = pending.popleft()
        made = _made(executor, job, first, future, alive)
        yield first, made


def _sent(executor: Executor, job: Callable[[S], T], one: S, alive: Callable[[], bool]) -> Future[T] | None:
    """The work under way, None where the executor takes none: a pool is broken, a scheduler is gone."""
    try:
        return executor.submit(job, one) if alive() else None
    except Exception:
        return None


def _made(
    executor: Executor, job: Callable[[S], T], one: S, future: Future[T] | None, alive: Callable[[], bool]
) -> T | Away:
    closed = False
    for attempt in (future, None):
        waiting = attempt or _sent(executor, job, one, alive)
        while waiting is not None and not wait([waiting], _LOOK).done:
            if not alive():  # it forgot what was given while its scheduler went
                waiting = None
        if waiting is None:
            return Away(closed=True)
        try:
            return waiting.result()
        except MzshError as error:
            return Away(error=error)
        except CancelledError:
            closed = True
        except Exception:
            closed = False
    return Away(closed=closed)
