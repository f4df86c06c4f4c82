"""The facts that a report holds and none of its texts tells, in sentences at the place where reports say them."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from mzsh_model.fresh.laid_parts import Item
from mzsh_model.kinds.exchange_phrases import lines_untold
from mzsh_model.kinds.figure_phrases import of_last_year, of_meeting_figures, of_preparation
from mzsh_model.kinds.meeting_phrases import BASIS, of_who_and_when
from mzsh_model.kinds.phrase import sentence, untold_clauses
from mzsh_model.kinds.texts import said_in_prose, with_opening, with_remark
from mzsh_model.model.base import Role
from mzsh_model.model.documents import MeetingReport

M = TypeVar("M", bound=MeetingReport)
OF_MEETING = frozenset({Role.MEETING, Role.ISSUES, Role.CRITICISM, Role.SUPERVISION})
"""The roles of chapters that tell of the meeting."""


class Facts(NamedTuple):
    """Sentences for what the texts do not tell: on what the meeting rests, of the preparation and of the meeting; and a line
    for each criticism.
    """

    opening: str
    before: str
    during: str
    criticisms: tuple[str, ...]


def facts_untold(value: MeetingReport) -> Facts:
    """Return sentences for the facts that no text of a report tells."""
    first = list(value.preamble)
    first += (remark for section in value.sections for remark in section.remarks)
    first += (issue.text for issue in (*value.team_issues, *value.member_issues))
    first += value.followup
    items: list[Item] = [*value.preparation, *value.causes, *value.measures]
    told = "\n".join([*first, *(item.text for item in items)])
    prepared = [remark for section in value.sections if section.role is Role.PREPARATION for remark in section.remarks]
    before = "\n".join([*prepared, *(step.text for step in value.preparation)])
    during = of_who_and_when(value.meeting, told)
    during += of_last_year(value.prior, told) + of_meeting_figures(None, value.stated_criticisms, told)
    basis = sentence(untold_clauses((BASIS,), value.basis, "\n".join(value.preamble)), "会议")
    quoted = lines_untold(value.criticisms, (), "\n".join([said_in_prose(value), *value.followup]))
    return Facts(basis, of_preparation(value, told, before), during, quoted)


def with_facts(value: M, facts: Facts) -> M:
    """Return a report with these sentences: in the opening, at the end of what is said of the preparation, and first in the
    part about the meeting; each of the last two with the other where it has no part of its own, else in the opening.
    Criticisms stand at the end of the chapter about them, where there is one.
    """
    opening, before, during, criticisms = facts
    value = with_opening(value, opening)
    for line in criticisms:
        if (chapter := _first(value, frozenset({Role.CRITICISM}))) is not None:
            value = with_remark(value, chapter, line)
    if before and (chapter := _first(value, frozenset({Role.PREPARATION}))) is not None:
        value, before = with_remark(value, chapter, before), ""
    if not (said := before + during):
        return value
    chapter = _first(value, OF_MEETING)
    return with_opening(value, said) if chapter is None else with_remark(value, chapter, said, first=True)


def telling_facts(value: M) -> M:
    """Return a report with sentences for the facts that it holds and none of its texts tells."""
    return with_facts(value, facts_untold(value))


def _first(value: MeetingReport, roles: frozenset[Role]) -> int | None:
    return next((n for n, section in enumerate(value.sections) if section.role in roles), None)
