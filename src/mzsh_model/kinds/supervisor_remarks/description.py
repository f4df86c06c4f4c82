"""督导点评 described."""

from __future__ import annotations

from mzsh_model.kernel.patterns import lazy_pattern
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.parted import parted_kind
from mzsh_model.kinds.supervisor_remarks.value import SupervisorRemarks

_ASKING = lazy_pattern(
    r"(?:要求|建议|希望|意见|期望)$|^(?:提|讲)?(?:[几一二两三四五]点|[几一二两三四五]条)(?:要求|建议|希望|意见)"
)
"""Headings of what a supervising group asks for: elsewhere 几点要求, 希望 head other things."""

SUPERVISOR_REMARKS = parted_kind(
    SupervisorRemarks, "督导点评", named_signs("督导点评"), ("issues", "measures"), asking=_ASKING
)
