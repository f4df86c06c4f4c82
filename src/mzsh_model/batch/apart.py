"""One piece of work done in a process of its own, wherever this runs: a process can be ended, a thread cannot.

A worker of Dask is a daemon, which `multiprocessing` lets start nothing, and holds threads, with which nothing may be forked: so
this is a fresh interpreter at the other end of two pipes. It is kept for the next piece, and ends when it has nothing to do.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Generic, TypeVar, cast

from mzsh_model.batch.workers import Lost, at_home

S = TypeVar("S")
T = TypeVar("T")
_START = "from mzsh_model.batch.apart import serve; serve({memory})"
_READY = b"+"
_IDLE, _KEPT = 60.0, 30.0
"""Seconds after which a process that has nothing to do ends, and for which it is still given something."""


@dataclass(frozen=True, slots=True)
class Apart(Generic[S, T]):
    """A job that is done in a process of its own, within so many seconds and MiB for each piece."""

    job: Callable[[S], T]
    seconds: float
    memory: int | None = None

    def __call__(self, given: S) -> T | Lost:
        """Return what the job makes, or what became of it; what it raises counts as lost."""
        hand = _hand(self.memory)
        made = hand.made(self.job, given, self.seconds)
        if not isinstance(made, Lost):
            _put_back(hand)
        return made


class _Hand:
    """A process, and the pipes to it."""

    def __init__(self, memory: int | None) -> None:
        self.memory = memory
        self.since = time.monotonic()
        self._ready = False
        paths = os.pathsep.join(path or os.getcwd() for path in sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START.format(memory=memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
        )

    def made(self, job: Callable[[S], T], given: S, seconds: float) -> T | Lost:
        """What the job makes of what is given; the process is gone where it does not come to an end."""
        over = threading.Event()

        def end() -> None:
            over.set()
            self._process.kill()

        into, out = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        if not self._ready:
            self._ready = out.read(1) == _READY  # to start is no part of the work
        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            pickle.dump((job, given), into, pickle.HIGHEST_PROTOCOL)
            into.flush()
            made = cast(T, pickle.load(out))
        except (OSError, EOFError, pickle.UnpicklingError):
            timer.cancel()
            self.end()
            return Lost(seconds if over.is_set() else None)
        except BaseException:
            timer.cancel()
            self.end()
            raise
        timer.cancel()
        self.since = time.monotonic()
        return made

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what it was still to be told
                cast(IO[bytes], pipe).close()

    @property
    def is_fresh(self) -> bool:
        return time.monotonic() - self.since < _KEPT and self._process.poll() is None


_idle: list[_Hand] = []
_idle_lock = threading.Lock()


def _hand(memory: int | None) -> _Hand:
    """A process that has nothing to do, the one that was last at work; a new one where there is none."""
    stale: list[_Hand] = []
    with _idle_lock:
        while _idle:
            hand = _idle.pop()
            if hand.memory == memory and hand.is_fresh:
                break
            stale.append(hand)
        else:
            hand = None
    for one in stale:
        one.end()
    return hand or _Hand(memory)


def _put_back(hand: _Hand) -> None:
    with _idle_lock:
        _idle.append(hand)


def serve(memory: int | None) -> None:
    """Do what is asked for on standard input until nothing is, or nobody asks any more."""
    asked = sys.stdin.buffer
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a job prints is no result
    at_home(memory)
    told.write(_READY)
    told.flush()
    while True:
        idle = threading.Timer(_IDLE, os._exit, [0])
        idle.daemon = True
        idle.start()
        try:
            job, given = pickle.load(asked)
        except (EOFError, OSError):
            return
        finally:
            idle.cancel()
        pickle.dump(job(given), told, pickle.HIGHEST_PROTOCOL)
        told.flush()
