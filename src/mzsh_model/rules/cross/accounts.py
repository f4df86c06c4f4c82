"""An account of last year's problems (上年度整改落实情况): it is of the year before by its nature."""

from __future__ import annotations

from mzsh_model.model.base import Value
from mzsh_model.rules.senses import then

ACCOUNT = "PriorAccount"


def meeting_year(value: Value) -> int | None:
    """Return the year of the meeting that a paper is for: an account of a year's problems is given at the next meeting.

    One whose title says that it is of the year before (2025年度民主生活会上年度整改落实情况) has the meeting's own year.
    """
    year = value.__dict__.get("year")
    if not isinstance(year, int):
        return None
    return year if value.__dict__.get("kind") != ACCOUNT or names_year_before(value) else year + 1


def names_year_before(value: Value) -> bool:
    """Whether the title says 上年度, so that the year in it is the meeting's."""
    return then().search(str(value.__dict__.get("title") or "")) is not None
