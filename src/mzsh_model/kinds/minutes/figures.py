"""Figures that are told at a meeting: how many problems the team has, how many criticisms were made."""

from __future__ import annotations

from collections.abc import Mapping

from mzsh_model.kernel.path import ModelPath
from mzsh_model.kinds.figure_phrases import of_meeting_figures
from mzsh_model.kinds.minutes.value import Minutes
from mzsh_model.kinds.prepared import with_figures
from mzsh_model.kinds.report.noted import Noted
from mzsh_model.kinds.texts import said_in_prose, with_opening
from mzsh_model.reading.draft import Draft, Span
from mzsh_model.reading.told_facts import count_value


def read_figures(spans: Mapping[ModelPath, Span], draft: Draft) -> dict[str, object]:
    """Return the figures that paragraphs tell, those of one member or of last year left out."""
    noted = Noted()
    noted.figures(list(spans.values()))
    told = {"stated_team_issues": noted.stated(members=False, listed=0), "stated_criticisms": noted.criticism_count}
    return {
        name: None if span is None else count_value(draft.anchor_span(f"/{name}", span)) for name, span in told.items()
    }


def with_all_figures(value: Minutes) -> Minutes:
    """Return minutes with a paragraph for the figures that they hold and no text of them tells."""
    value = with_figures(value)
    told = of_meeting_figures(value.stated_team_issues, value.stated_criticisms, said_in_prose(value))
    return with_opening(value, told)
