"""整改方案 described."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.parted import parted_kind
from mzsh_model.kinds.rectification_plan.value import RectificationPlan

_UPHOLDS = lazy_pattern(r"组织(?:领导|保障)|保障(?:措施|机制)|(?:工作|有关|几点)要求|(?:实施|时间|方法)步骤")
"""What a plan says of how it is to be carried out; it begins as measures do and answers no problem."""

_PARTLY = "整改方案只核对完成时限和开会日期的先后，措施写得怎么样没有检查"

RECTIFICATION_PLAN = parted_kind(
    RectificationPlan, "整改方案", named_signs("整改方案"), ("issues", "causes", "measures"), _UPHOLDS, _PARTLY
)
