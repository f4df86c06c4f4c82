"""会议方案 described."""

from __future__ import annotations

from mzsh_model.kinds.meeting_plan.value import MeetingPlan
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.prose import prose_kind

MEETING_PLAN = prose_kind(MeetingPlan, "会议方案", named_signs("会议方案"))
