"""One way in which a file is odd, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.oddities.specimen import PAPER


@dataclass(frozen=True, slots=True)
class Oddity:
    """A file that `make` gives: refused with the code `refused`, or read as the lines `shows`, with the notice `told`."""

    name: str
    make: Callable[[], bytes]
    shows: tuple[str, ...] = PAPER
    refused: str | None = None
    told: str | None = None
