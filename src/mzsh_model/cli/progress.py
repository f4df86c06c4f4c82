"""How far a run over many files is, on stderr, while it runs."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from mzsh_model.cli.console import remark

T = TypeVar("T")
_EVERY = 5.0
"""Seconds between two lines; a run that is over before says nothing."""


def followed(results: Iterable[T], count: int) -> Iterator[T]:
    """Yield the results; say now and then how many of `count` there are, how fast, and how long the rest will take."""
    begun = said = time.monotonic()
    for n, one in enumerate(results, 1):
        yield one
        now = time.monotonic()
        if now - said >= _EVERY and n < count:
            said = now
            rate = n / (now - begun)
            remark(f"已查 {n}/{count} 份，每秒 {rate:.1f} 份，约剩 {(count - n) / rate:.0f} 秒")
