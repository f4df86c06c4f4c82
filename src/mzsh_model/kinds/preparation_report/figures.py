"""How many problems were found before the meeting: 班子查摆问题9条，班子成员个人查摆问题41条."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh_model.kinds.report.noted import issues_found
from mzsh_model.reading.draft import Span
from mzsh_model.reading.skeleton import Skeleton
from mzsh_model.reading.told_facts import count_value


def read_issues_found(spans: Sequence[Span], skeleton: Skeleton) -> dict[str, object]:
    """Return the numbers that the texts state of the team's and of the members' problems, last year's left out."""
    team, members = issues_found(spans, skeleton.year)
    told = {"stated_team_issues": team, "stated_member_issues": members}
    return {
        name: None if span is None else count_value(skeleton.draft.anchor_span(f"/{name}", span))
        for name, span in told.items()
    }
