"""通报 described: a report of the meeting, addressed downwards."""

from __future__ import annotations

from mzsh_model.kinds.circular.value import Circular
from mzsh_model.kinds.named_signs import named_signs
from mzsh_model.kinds.prose import UNJUDGED
from mzsh_model.kinds.report.description import report_kind
from mzsh_model.kinds.spec import Verb

CIRCULAR = report_kind(Circular, "通报", named_signs("通报"), refuses={Verb.CHECK: f"通报{UNJUDGED}"})
