"""When something was written."""

from __future__ import annotations

from datetime import UTC, datetime
from types import NoneType

from mzsh_model.kernel.errors import expect


def stamp(now: datetime | None) -> str:
    """Return a moment, now where there is none, as w:date has it; Word takes it for local time whatever the zone says.

    Raises:
        CallerError: not a moment.
    """
    expect(now, (datetime, NoneType), "now", "datetime.datetime")
    return (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
