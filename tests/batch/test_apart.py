"""A process of its own for a piece of work: it is ended when it takes too long, and kept for the next piece."""

from __future__ import annotations

import os
import signal
import sys
import time
from unittest.mock import patch

import pytest

from mzsh_model.batch import apart
from mzsh_model.batch.apart import Apart
from mzsh_model.batch.workers import Lost


def works(what: str) -> tuple[str, int]:
    """Do as one is told."""
    if what == "hangs":
        time.sleep(600)
    if what == "spins":
        while True:
            pass
    if what == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "raises":
        raise RuntimeError
    if what == "prints":
        print("no result", flush=True)
    if what == "grows":
        return "x" * (1 << 30), 0
    return what, os.getpid()


def test_a_process_is_kept_while_it_comes_to_an_end() -> None:
    job = Apart(works, 60.0)
    made = [job(what) for what in ("a", "prints", "b")]
    assert [one[0] for one in made if not isinstance(one, Lost)] == ["a", "prints", "b"]
    assert len({one[1] for one in made if not isinstance(one, Lost)} | {os.getpid()}) == 2


@pytest.mark.parametrize(("what", "lost"), [("hangs", 1.0), ("spins", 1.0)])
def test_what_takes_too_long_is_ended(what: str, lost: float) -> None:
    assert Apart(works, lost)(what) == Lost(lost)


@pytest.mark.parametrize("what", ["dies", "raises"])
def test_what_dies_is_lost_and_the_next_piece_is_done(what: str) -> None:
    job = Apart(works, 60.0)
    assert job(what) == Lost(None)
    made = job("a")
    assert not isinstance(made, Lost)
    assert made[0] == "a"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of memory there")
def test_what_takes_too_much_memory_is_lost() -> None:
    assert Apart(works, 60.0, 256)("grows") == Lost(None)


def test_a_process_that_may_have_gone_to_rest_is_given_nothing() -> None:
    job = Apart(works, 60.0)
    first = job("a")
    with patch.object(apart, "_KEPT", 0.0):
        second = job("b")
    assert not isinstance(first, Lost)
    assert not isinstance(second, Lost)
    assert first[1] != second[1]
