"""When something was written."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(now: datetime | None) -> str:
    """Return a moment, now where there is none, as w:date has it; Word takes it for local time whatever the zone says."""
    return (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
