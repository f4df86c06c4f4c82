"""How a run of the command line ends when it cannot go on: one line, and a code of its own."""

from __future__ import annotations

import _thread
import contextlib
import os
import sys
import threading
from collections.abc import Generator, Iterable
from typing import TextIO

from mzsh_model.kernel.printable import printable

FAILED, INTERRUPTED = 2, 130
BROKEN_OFF = "已中断，没有做完"
_MOMENT = 0.05


class UnheardError(Exception):
    """What was to be said could not be written: nobody reads any more, or there is no room."""


class InterruptedRunError(Exception):
    """Somebody pressed Ctrl-C. No KeyboardInterrupt: what reads arguments would write a line of its own."""


def write_line(stream: TextIO | None, line: str) -> None:
    """Write one line of what was said, and nothing that a terminal obeys: all that a verb says comes through here.

    Raises:
        UnheardError: it cannot be written.
    """
    write_raw(stream, printable(line) + "\n")


def write_raw(stream: TextIO | None, text: str) -> None:
    """Write text of our own, or of a form that says itself what it may hold.

    Raises:
        UnheardError: it cannot be written.
    """
    if stream is None:
        raise UnheardError
    try:
        stream.write(text)
    except (OSError, ValueError) as error:
        raise UnheardError from error


def prepare() -> None:
    """Let the console take a substitute for what it cannot show.

    Raises:
        UnheardError: one of the two streams is closed.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            raise UnheardError
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def settle() -> None:
    """Write out what is still held back.

    Raises:
        UnheardError: it cannot be written.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError) as error:
            raise UnheardError from error


@contextlib.contextmanager
def heeding_interrupts() -> Generator[None]:
    """Inside, no Ctrl-C is lost.

    Where C calls Python (pydantic that builds a schema, `__del__`) nothing can be raised: Python tells it on stderr, and goes
    on as if nobody had pressed anything. There it is raised again a moment later.
    """
    usual, inside = sys.unraisablehook, True

    def again() -> None:
        if inside:
            _thread.interrupt_main()

    def told(lost: sys.UnraisableHookArgs) -> None:
        if issubclass(lost.exc_type, KeyboardInterrupt):
            timer = threading.Timer(_MOMENT, again)
            timer.daemon = True
            timer.start()
        else:
            usual(lost)

    sys.unraisablehook = told
    try:
        yield
    finally:
        inside = False
        sys.unraisablehook = usual


def last_words(line: str) -> None:
    """Say one line wherever it can still be said, and let nothing be said after it."""
    for stream in (sys.stderr, sys.stdout):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.write(line + "\n")
            stream.flush()
            break
    _silence(stream for stream in (sys.stdout, sys.stderr) if stream is not None)


def _silence(streams: Iterable[TextIO]) -> None:
    """Point the streams nowhere: Python would try once more to write what they hold, and complain."""
    for stream in streams:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
