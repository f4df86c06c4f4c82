"""A strategy for the values of each kind of document, by the name of the kind."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

import mzsh_model as mz
from mzsh_model.testing import other_kinds, values


def values_of_every_kind() -> Mapping[str, st.SearchStrategy[mz.DocumentValue]]:
    """Return what draws values of each kind."""
    return {
        "SelfExamination": values.self_examinations(),
        "MeetingReport": values.meeting_reports(),
        "Ledger": values.ledgers(),
        "MeetingPlan": other_kinds.meeting_plans(),
        "PreparationReport": other_kinds.preparation_reports(),
        "HostScript": other_kinds.host_scripts(),
        "Minutes": other_kinds.minutes(),
        "Circular": other_kinds.circulars(),
        "RectificationPlan": other_kinds.rectification_plans(),
        "SupervisorRemarks": other_kinds.supervisor_remarks(),
        "OpinionList": other_kinds.opinion_lists(),
        "TalkSummary": other_kinds.talk_summaries(),
        "CriticismSheet": other_kinds.criticism_sheets(),
        "PriorAccount": other_kinds.prior_accounts(),
        "TalkRecord": other_kinds.talk_records(),
        "OpinionForm": other_kinds.opinion_forms(),
        "Unknown": values.unrecognised(),
    }
