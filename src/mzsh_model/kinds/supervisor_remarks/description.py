"""督导点评 described."""

from __future__ import annotations

from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.parted import parted_kind
from mzsh_model.kinds.supervisor_remarks.value import SupervisorRemarks

SUPERVISOR_REMARKS = parted_kind(SupervisorRemarks, "督导点评", named_signs("督导点评"), ("issues", "measures"))
