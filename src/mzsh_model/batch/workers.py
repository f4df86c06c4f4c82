"""Files worked on by several processes: results in the order of the files, whichever is done first.

A process that takes too long on a file, or dies of it, is ended and another one started: the file is named, the rest goes on.
`concurrent.futures` can do neither without giving up all that its other processes hold.
"""

from __future__ import annotations

import ctypes
import gc
import mmap
import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar, cast

from mzsh_model.opc.limits import MIB

S = TypeVar("S")
T = TypeVar("T")
AHEAD = 16
"""So many files a process may be ahead of the first one that is not done: results wait in memory until their turn."""
_FASTBINS = 1
"""M_MXFAST of glibc's malloc.h."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What became of a file whose process did not come to an end: `seconds` it was given, or None where the process died."""

    seconds: float | None


def in_processes(
    job: Callable[[S], T],
    paths: Sequence[S],
    count: int,
    *,
    seconds: float | None = None,
    memory: int | None = None,
) -> Iterator[T | Lost]:
    """Yield what `job` makes of each path, in order, made by `count` processes; `job` and what it makes can be pickled.

    A file may take so many `seconds`, and so many MiB of `memory` beside what its process had, where the system can tell. What `job` raises ends its process and counts as lost.
    """
    with _crew(job, min(count, len(paths)), memory) as crew:
        done: dict[int, T | Lost] = {}
        sent = told = 0
        while told < len(paths):
            for hand in crew:
                if hand.busy is None and sent < min(len(paths), told + count * AHEAD):
                    hand.give(sent, paths[sent])
                    sent += 1
            for hand in _ready(crew, seconds):
                at = cast(int, hand.busy)
                done[at] = hand.take(seconds)
            while told in done:
                yield done.pop(told)
                told += 1


class _Hand(Generic[S, T]):
    """One process, and the file it works on."""

    def __init__(self, job: Callable[[S], T], memory: int | None) -> None:
        self.busy: int | None = None
        self.since = 0.0
        self._job = job
        self._memory = memory
        self._start()

    def _start(self) -> None:
        # a copy of this process has everything loaded already; with threads about, it could be caught holding a lock
        forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
        self.line: Connection
        self.line, theirs = multiprocessing.Pipe()
        given = (self._job, theirs, self.line, self._memory)
        self._process: BaseProcess = (
            multiprocessing.get_context("fork").Process(target=_work, args=given, daemon=True)
            if forks
            else multiprocessing.get_context("spawn").Process(target=_work, args=given, daemon=True)
        )
        self._process.start()
        theirs.close()

    def give(self, at: int, path: S) -> None:
        self.busy, self.since = at, time.monotonic()
        with suppress(OSError):  # it died since: its end of the line says so when it is read
            self.line.send(path)

    def take(self, seconds: float | None) -> T | Lost:
        """What it made; a process that is over its time, or dead, is replaced."""
        self.busy = None
        if self.line.poll():
            try:
                return cast(T, self.line.recv())
            except (EOFError, OSError):
                seconds = None
        self.end()
        self._start()
        return Lost(seconds)

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.line.close()


@contextmanager
def _crew(job: Callable[[S], T], count: int, memory: int | None) -> Generator[list[_Hand[S, T]]]:
    crew = [_Hand(job, memory) for _ in range(count)]
    try:
        yield crew
    finally:
        for hand in crew:
            hand.end()


def _ready(crew: Sequence[_Hand[S, T]], seconds: float | None) -> list[_Hand[S, T]]:
    """Those that have made something, died, or are over their time; at least one of them."""
    busy = [hand for hand in crew if hand.busy is not None]
    left = None
    if seconds is not None:
        left = max(0.0, min(hand.since for hand in busy) + seconds - time.monotonic())
    lines = wait([hand.line for hand in busy], left)
    if lines or seconds is None:
        return [hand for hand in busy if hand.line in lines]
    late = time.monotonic() - seconds
    return [hand for hand in busy if hand.since <= late]


def _allow(memory: int) -> None:
    """Let this process take so many MiB more than it has: what it began with says nothing of the files that it is given."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    asked = _taken() + memory * MIB
    if most != resource.RLIM_INFINITY:
        asked = min(asked, most)
    with suppress(ValueError):  # a system that takes no limit below what is there already has none
        resource.setrlimit(resource.RLIMIT_AS, (asked, asked))


def _taken() -> int:
    """How many bytes of addresses this process has, 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * mmap.PAGESIZE


def _work(job: Callable[[S], T], line: Connection, theirs: Connection, memory: int | None) -> None:
    """What a process does until nobody gives it any more."""
    theirs.close()
    at_home(memory)
    parent = multiprocessing.parent_process()
    over = [] if parent is None else [parent.sentinel]
    while line in wait([line, *over]):
        try:
            line.send(job(line.recv()))
        except Exception:  # told by the end of the line
            return


def at_home(memory: int | None) -> None:
    """Settle in a process that is ours alone, and may take so many MiB more than it has."""
    if memory is not None:
        _allow(memory)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us ends us
    if sys.platform == "linux":  # glibc: with fastbins every parse after the first takes half as long again
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_FASTBINS, 0)
    gc.freeze()
