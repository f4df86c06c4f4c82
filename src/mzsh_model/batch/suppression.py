"""Findings that do not count: somebody accepted them, or they were known before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mzsh_model.rules.finding import Finding


class By(StrEnum):
    """What took a finding out of the count."""

    ACCEPTED = "accepted"
    COMMENT = "comment"
    BASELINE = "baseline"

    @property
    def zh(self) -> str:
        """Its name for people."""
        return {"accepted": "已接受", "comment": "批注里已答复", "baseline": "基线里已有"}[self.value]


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that does not count, by what, and the reason somebody gave."""

    finding: Finding
    by: By
    reason: str
