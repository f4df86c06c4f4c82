"""整改方案 described."""

from __future__ import annotations

from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.prose import prose_kind
from mzsh_model.kinds.rectification_plan.value import RectificationPlan

RECTIFICATION_PLAN = prose_kind(RectificationPlan, "整改方案", named_signs("整改方案"))
