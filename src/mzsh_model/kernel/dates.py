"""Dates as these documents write them, kept as partial as they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is given: `edtf` with `X` for what is missing (`2022-01-XX`), `text` as typed."""

    edtf: str
    text: str


def parse_date(text: str) -> PartialDate | None:
    """Return the date that `text` is, None where it is none."""
    raise NotImplementedError
